import type { Basket, BasketLineState } from '../contract/basket.ts';
import { formatRupiah } from '../money.ts';
import { formatMoment, type Instant, type Zone } from '../time.ts';
import { field } from './detail-parts.ts';
import type { Line, ReceiptDocument } from './document.ts';
import { setSlip } from './field-lines.ts';
import { blank, bold, figureLines, guarded } from './report-lines.ts';
import { basketRecapWords as words } from './report-words.ts';
import { slipPlans } from './slip-plans.ts';

/** The slip that sums up a basket for its customer: each bill and what became of it, the cash, what stays and what goes back. */
export function basketRecapDocument(basket: Basket, at: Instant, zone: Zone): ReceiptDocument {
  const { number, cashier, cash, back, paid, uncertain, kept } = basket;
  const moment = formatMoment(at, zone);
  const heading = setSlip([
    [
      { kind: 'title', text: words.title },
      ...(number === null ? [] : field(words.number, String(number))),
      ...field(words.printedAt, moment),
      ...(cashier === null ? [] : field(words.by, guarded(cashier))),
    ],
  ]);
  const entries = basket.lines.flatMap((line) => [
    ...figureLines(slipPlans[line.product].product, formatRupiah(line.due)),
    ...setSlip([
      [
        { kind: 'note', mark: '-', text: guarded(`${line.customerNumber} ${line.name}`) },
        { kind: 'note', mark: '-', text: stateWords(line.state, line.isKept) },
      ],
    ]),
  ]);
  const owed = kept - paid - uncertain;
  const sum = (caption: string, amount: number | null): readonly Line[] =>
    amount === null || amount === 0 ? [] : figureLines(caption, formatRupiah(amount));
  const sums = [
    ...figureLines(words.cash, formatRupiah(cash ?? 0)),
    ...sum(words.paid, paid),
    ...sum(words.uncertain, uncertain),
    ...sum(words.owed, owed),
    ...figureLines(words.back, formatRupiah(back ?? 0), bold),
  ];
  return { slips: [{ lines: [...heading, blank, ...entries, blank, ...sums] }] };
}

/** What is refused after its cash was kept goes back another way than the change. */
const stateWords = (state: BasketLineState, isKept: boolean): string =>
  state === 'refused' && isKept ? words.refusedLater : words.states[state];
