import type { FoundPair, ReconcileGroup } from '../contract/reports.ts';
import { rupiah } from '../money.ts';
import type { Pair, Reconciliation } from './reconcile.ts';
import type { SoldHere } from './sold-here.ts';
import type { StatementLine } from './statement.ts';

const ofPair = ({ line, sold }: Pair): FoundPair => ({ ...ofSold(sold), ...thereOf(line) });

const thereOf = ({ line, reference, amount }: StatementLine) => ({
  line,
  there: amount,
  ...(reference === '' ? {} : { reference: reference.slice(0, 80) }),
});

/** Of a payment: what the biller asked for. */
const ofSold = ({ id, number, name, reference, billed, state, day }: SoldHere): FoundPair => ({
  line: null,
  payment: id,
  day,
  number,
  name,
  reference: reference ?? '',
  there: null,
  here: billed,
  state,
});

const ofLine = (line: StatementLine): FoundPair => ({
  payment: null,
  day: line.day,
  number: line.number.slice(0, 80),
  name: '',
  reference: '',
  here: null,
  state: null,
  ...thereOf(line),
});

/** The same amount under another name: what the deposit was charged. Where they agree, they agree to the rupiah. */
const agreed = (pair: Pair): FoundPair => ({ ...ofPair(pair), here: pair.line.amount });

/** What was found, group by group, in the order in which it wants to be looked at. */
export function groupsOf({
  both,
  otherAmount,
  uncertain,
  refusedHere,
  onlyThere,
  onlyHere,
}: Reconciliation): readonly { readonly group: ReconcileGroup; readonly pairs: readonly FoundPair[] }[] {
  return [
    { group: 'uncertain', pairs: uncertain.map(ofPair) },
    { group: 'refused-here', pairs: refusedHere.map(ofPair) },
    { group: 'other-amount', pairs: otherAmount.map(ofPair) },
    { group: 'only-there', pairs: onlyThere.map(ofLine) },
    { group: 'only-here', pairs: onlyHere.map(ofSold) },
    { group: 'both', pairs: both.map(agreed) },
  ];
}

/** What a group's pairs come to, by the statement and by this counter. */
export const sumsOfPairs = (pairs: readonly FoundPair[]) => ({
  there: rupiah(pairs.reduce((sum, { there }) => sum + (there ?? 0), 0)),
  here: rupiah(pairs.reduce((sum, { here }) => sum + (here ?? 0), 0)),
});
