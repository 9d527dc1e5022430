import type { LotLineState, LotSums } from '../contract/lots.ts';
import type { LotRecap, RecapLine } from '../lot/lot-recap.ts';
import { formatRupiah } from '../money.ts';
import { formatMoment, type Zone } from '../time.ts';
import { field } from './detail-parts.ts';
import type { Line, ReceiptDocument } from './document.ts';
import { setSlip, type SlipPart } from './field-lines.ts';
import { blank, bold, figureLines, guarded, line } from './report-lines.ts';
import { lotRecapWords as words } from './report-words.ts';
import { slipPlans } from './slip-plans.ts';

/** What was sent of a lot, collector by collector, with what each owes; what has no bill is counted only. */
export function lotRecapDocument(recap: LotRecap, zone: Zone): ReceiptDocument {
  const { number, openedAt, openedBy, at, collectors, sums } = recap;
  const heading = setSlip([
    [
      { kind: 'title', text: words.title },
      ...field(words.number, String(number)),
      ...field(words.opened, formatMoment(openedAt, zone)),
      ...(openedBy === null ? [] : field(words.by, guarded(openedBy))),
      ...field(words.printedAt, formatMoment(at, zone)),
    ],
  ]);
  const parts = collectors.flatMap(({ collector, lines, sums: own }) => [
    blank,
    line(collector === '' ? words.nobody : guarded(collector), bold),
    ...lines.filter(isListed).flatMap(entryOf),
    ...sumLines(own),
  ]);
  const all = collectors.length === 1 ? [] : [blank, line(words.all, bold), ...sumLines(sums)];
  return { slips: [{ lines: [...heading, ...parts, ...all] }] };
}

const listed: ReadonlySet<LotLineState> = new Set(['paid', 'unknown', 'sent', 'refused', 'not-sent']);
const isListed = ({ state }: RecapLine): boolean => listed.has(state);

const mark = (text: string): SlipPart => ({ kind: 'note', mark: '-', text });

function entryOf({ nth, product, number, name, due, state }: RecapLine): readonly Line[] {
  return [
    ...figureLines(words.entry(nth, slipPlans[product].product), formatRupiah(due ?? 0)),
    ...setSlip([
      [mark(guarded(`${number} ${name}`)), ...(state === 'paid' ? [] : [mark(words.states[state])])],
    ]),
  ];
}

function sumLines({ lines, billed, paid, unknown, refused, notSent }: LotSums): readonly Line[] {
  const rare = (caption: (count: number) => string, sum: LotSums['paid']): readonly Line[] =>
    sum.count === 0 ? [] : figureLines(caption(sum.count), formatRupiah(sum.amount));
  return [
    ...figureLines(words.paid(paid.count), formatRupiah(paid.amount), bold),
    ...rare(words.unknown, unknown),
    ...rare(words.refused, refused),
    ...rare(words.notSent, notSent),
    ...(lines === billed.count ? [] : figureLines(words.withoutBill, String(lines - billed.count))),
  ];
}
