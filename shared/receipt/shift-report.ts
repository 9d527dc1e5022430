import { formatBusinessDay } from '../business-day.ts';
import { formatRupiah } from '../money.ts';
import { denominations } from '../shift/cash-count.ts';
import {
  differenceOf,
  expectedCash,
  soldFor,
  type HeldPayment,
  type OpenShift,
  type ProductSales,
  type ShiftFigures,
  type Sum,
  type ZReport,
} from '../shift/shift-figures.ts';
import { formatDateTime, formatMoment, type Instant, type Zone } from '../time.ts';
import { field } from './detail-parts.ts';
import type { Line, ReceiptDocument } from './document.ts';
import { setSlip, type SlipPart } from './field-lines.ts';
import { blank, bold, figureLines, guarded, line } from './report-lines.ts';
import { shiftReportWords as words } from './report-words.ts';
import { slipPlans } from './slip-plans.ts';

/** What a shift has come to so far. */
export interface XReport {
  readonly shift: OpenShift;
  readonly figures: ShiftFigures;
  readonly at: Instant;
}

/** The report of a shift that goes on: closes nothing. */
export function xReportDocument({ shift, figures, at }: XReport, zone: Zone): ReceiptDocument {
  const heading: readonly SlipPart[] = [
    ...headOf('x', shift, zone),
    ...field(words.printedAt, formatMoment(at, zone)),
    { kind: 'words', text: words.interim },
  ];
  const cash = [
    ...movesOf(figures),
    ...figureLines(words.expected, formatRupiah(expectedCash(figures)), bold),
  ];
  return documentOf(heading, [
    [line(words.cash, bold), ...cash],
    ...salesOf(figures),
    ...listsOf(figures, zone),
  ]);
}

/** The report that closed a shift, always the same but for the mark of a copy, which says when that was printed. */
export function zReportDocument(report: ZReport, zone: Zone, copyAt?: Instant): ReceiptDocument {
  const { figures, closedAt, closedBy, counted } = report;
  const heading = [
    ...headOf('z', report, zone),
    ...field(words.closed, formatMoment(closedAt, zone)),
    ...field(words.by, guarded(closedBy)),
    ...(copyAt === undefined ? [] : [copyMark(copyAt, zone)]),
  ];
  const cash = [
    ...movesOf(figures),
    ...figureLines(words.expected, formatRupiah(expectedCash(figures)), bold),
    ...figureLines(words.counted, formatRupiah(counted), bold),
    ...figureLines(words.difference, differenceWords(differenceOf(report)), bold),
  ];
  return documentOf(heading, [
    [line(words.cash, bold), ...cash],
    ...salesOf(figures),
    countOf(report),
    ...listsOf(figures, zone),
  ]);
}

const copyMark = (at: Instant, zone: Zone): SlipPart => ({
  kind: 'words',
  text: words.copy(formatMoment(at, zone)),
});

const headOf = (
  kind: 'x' | 'z',
  { number, openedAt, openedBy, day }: OpenShift,
  zone: Zone,
): readonly SlipPart[] => [
  { kind: 'title', text: words.title[kind] },
  ...field(words.shift, String(number)),
  ...field(words.day, formatBusinessDay(day)),
  ...field(words.opened, formatMoment(openedAt, zone)),
  ...field(words.by, guarded(openedBy)),
];

const documentOf = (heading: readonly SlipPart[], parts: readonly (readonly Line[])[]): ReceiptDocument => ({
  slips: [
    {
      lines: [...setSlip([heading]), ...parts.flatMap((part) => (part.length === 0 ? [] : [blank, ...part]))],
    },
  ],
});

/** The sum that ends at what the drawer should hold, every line of it; what is not of every day only where it is. */
function movesOf(figures: ShiftFigures): readonly Line[] {
  const { opening, cashIn, cashOut, sold, uncertainSum, owedSum, refunds } = figures;
  const counted = sold.reduce((sum, { count }) => sum + count, 0);
  const move = (caption: (count: number) => string, { count, amount }: Sum): readonly Line[] =>
    figureLines(caption(count), formatRupiah(amount));
  const rare = (caption: (count: number) => string, sum: Sum): readonly Line[] =>
    sum.count === 0 ? [] : move(caption, sum);
  return [
    ...figureLines(words.opening, formatRupiah(opening)),
    ...move(words.cashIn, cashIn),
    ...move(words.cashOut, cashOut),
    ...figureLines(words.sold(counted), formatRupiah(soldFor(figures))),
    ...move(words.uncertain, uncertainSum),
    ...rare(words.owed, owedSum),
    ...rare(words.refunds, refunds),
  ];
}

function differenceWords(difference: number): string {
  if (difference === 0) return words.exact;
  const amount = formatRupiah(Math.abs(difference));
  return difference > 0 ? words.over(amount) : words.short(amount);
}

function salesOf({ sold, byCashier }: ShiftFigures): readonly (readonly Line[])[] {
  if (sold.length === 0) return [[line(words.noSales)]];
  const isNamed = byCashier.some(({ name }) => name !== '');
  const cashiers = byCashier.flatMap(({ name, count, amount }) =>
    figureLines(words.product(name === '' ? words.nobody : guarded(name), count), formatRupiah(amount)),
  );
  return [
    [line(words.byProduct, bold), ...sold.flatMap(productLines)],
    isNamed ? [line(words.byCashier, bold), ...cashiers] : [],
  ];
}

/** What was taken for a product; where the shop added something of its own, how much of it. */
function productLines({ product, count, billed, counterFee, rounding }: ProductSales): readonly Line[] {
  const whole = figureLines(
    words.product(slipPlans[product].product, count),
    formatRupiah(billed + counterFee + rounding),
  );
  if (counterFee === 0 && rounding === 0) return whole;
  return [
    ...whole,
    ...figureLines(words.billed, formatRupiah(billed)),
    ...(counterFee === 0 ? [] : figureLines(words.counterFee, formatRupiah(counterFee))),
    ...(rounding === 0 ? [] : figureLines(words.rounding, formatRupiah(rounding))),
  ];
}

const countOf = ({ count, counted }: ZReport): readonly Line[] => [
  line(words.count, bold),
  ...denominations.flatMap((value) => {
    const pieces = count[`${value}`] ?? 0;
    return pieces === 0
      ? []
      : figureLines(words.pieces(formatRupiah(value), pieces), formatRupiah(value * pieces));
  }),
  ...figureLines(words.counted, formatRupiah(counted), bold),
];

function listsOf(figures: ShiftFigures, zone: Zone): readonly (readonly Line[])[] {
  const { uncertain, uncertainSum, owed, owedSum, carried, carriedSum } = figures;
  return [
    listOf(words.uncertainList, uncertain, uncertainSum, zone),
    listOf(words.owedList, owed, owedSum, zone),
    listOf(words.carriedList, carried, carriedSum, zone, words.carriedNote),
  ];
}

function listOf(
  title: string,
  list: readonly HeldPayment[],
  { count, amount }: Sum,
  zone: Zone,
  note?: string,
): readonly Line[] {
  if (count === 0) return [];
  const left = count - list.length;
  return [
    ...figureLines(words.product(title, count), formatRupiah(amount), bold),
    ...(note === undefined ? [] : [line(note)]),
    ...list.flatMap((held) => [
      ...heldLines(held, zone),
      // Of this shift they are two lists.
      ...(note === undefined ? [] : [line(`  ${held.isOwed ? words.mustGoBack : words.notKnown}`)]),
    ]),
    ...(left === 0 ? [] : [line(words.more(left))]),
  ];
}

/** When and how much, what for, and whose: enough to ask the biller, and to know the customer again. */
const heldLines = ({ product, customerNumber, name, amount, sentAt }: HeldPayment, zone: Zone) => [
  ...figureLines(formatDateTime(sentAt, zone).slice(0, 16), formatRupiah(amount)),
  ...setSlip([
    [
      { kind: 'note', mark: '-', text: slipPlans[product].product },
      { kind: 'note', mark: '-', text: guarded(`${customerNumber} ${name}`) },
    ],
  ]),
];
