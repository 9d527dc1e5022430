import { formatRupiah } from '../../../shared/money.ts';
import { soldFor, type ShiftFigures } from '../../../shared/shift/shift-figures.ts';
import { useMessages } from '../../store/use-counter.ts';

/** What the drawer should hold, line by line, as the paper has it. */
export function Formula({
  figures,
  expected,
}: {
  readonly figures: ShiftFigures;
  readonly expected: number;
}) {
  const { shift: words } = useMessages();
  const { opening, cashIn, cashOut, sold, uncertainSum, owedSum, refunds } = figures;
  const lines: readonly (readonly [caption: string, amount: number])[] = [
    [words.opening, opening],
    [words.cashIn(cashIn.count), cashIn.amount],
    [words.cashOut(cashOut.count), cashOut.amount],
    [words.sold(sold.reduce((sum, { count }) => sum + count, 0)), soldFor(figures)],
    [words.uncertain(uncertainSum.count), uncertainSum.amount],
    ...(owedSum.count === 0 ? [] : [[words.owed(owedSum.count), owedSum.amount] as const]),
    ...(refunds.count === 0 ? [] : [[words.refunds(refunds.count), refunds.amount] as const]),
  ];
  return (
    <dl className="drawer-sum" aria-label={words.formula} data-testid="drawer-sum">
      {lines.map(([caption, amount]) => (
        <div key={caption} className="drawer-sum-line">
          <dt>{caption}</dt>
          <dd>{formatRupiah(amount)}</dd>
        </div>
      ))}
      <div className="drawer-sum-line drawer-sum-end">
        <dt>{words.expected}</dt>
        <dd data-testid="drawer-expected">{formatRupiah(expected)}</dd>
      </div>
    </dl>
  );
}
