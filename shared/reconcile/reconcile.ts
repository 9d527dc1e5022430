import type { BusinessDay } from '../business-day.ts';
import { countsAsPaid, isOpen } from '../payment/states.ts';
import { daysBetween } from '../report/sales-report.ts';
import type { SoldHere } from './sold-here.ts';
import type { StatementLine } from './statement.ts';

/** A line of the statement and the payment it is about. */
export interface Pair {
  readonly line: StatementLine;
  readonly sold: SoldHere;
}

/** How a biller's statement and this counter's records compare. It decides nothing: each pair is for a person to look at. */
export interface Reconciliation {
  /** In both, with the same amount. */
  readonly both: readonly Pair[];
  /** In both, with another amount. */
  readonly otherAmount: readonly Pair[];
  /** In the statement, and not known here: grounds for a decision by hand. */
  readonly uncertain: readonly Pair[];
  /** In the statement, and refused here. */
  readonly refusedHere: readonly Pair[];
  /** In the statement, and nothing of the kind here. */
  readonly onlyThere: readonly StatementLine[];
  /** Paid here, and not in the statement. */
  readonly onlyHere: readonly SoldHere[];
}

/** How many days apart the two may have written the same payment: one of them near midnight, or by another clock. */
const mostDaysApart = 1;

/**
 * Matches by reference or token; what has none by number, amount and day. A line and a payment that both have a reference,
 * and not the same, are not about the same; unless the statement's are of another kind altogether, so that none is known here.
 * Each line and each payment is in exactly one list, but for those that were not paid here and are not in the statement:
 * they are where they should be. `days`: those of the statement; what was sold on a day next to them is not missed in it.
 */
export function reconcile(
  lines: readonly StatementLine[],
  sold: readonly SoldHere[],
  days: { readonly from: BusinessDay; readonly until: BusinessDay },
): Reconciliation {
  const free = new Set(sold);
  const pairs = new Map<StatementLine, SoldHere>();
  const take = (line: StatementLine, found: SoldHere | undefined): void => {
    if (found === undefined) return;
    free.delete(found);
    pairs.set(line, found);
  };

  const marked = groupedBy(sold, ({ reference, token }) => [
    ...(reference === null ? [] : [`r${reference}`]),
    ...(token === null ? [] : [`t${token}`]),
  ]);
  const marksOf = ({ reference, token }: StatementLine): readonly string[] => [
    ...(reference === '' ? [] : [`r${reference}`, `t${reference}`]),
    ...(token === '' ? [] : [`t${token}`, `r${token}`]),
  ];
  for (const line of lines)
    take(
      line,
      best(
        marksOf(line).flatMap((mark) => marked.get(mark) ?? []),
        line,
        free,
      ),
    );

  const knowsReferences = pairs.size > 0;
  const numbered = groupedBy(sold, ({ numbers }) => [...new Set(numbers)]);
  const byNumber = (line: StatementLine, isSame: (each: SoldHere) => boolean): readonly SoldHere[] =>
    (line.number === '' ? [] : (numbered.get(line.number) ?? [])).filter(
      (each) =>
        isNear(line, each) &&
        isSame(each) &&
        !(knowsReferences && line.reference !== '' && each.reference !== null),
    );
  const left = (): readonly StatementLine[] => lines.filter((line) => !pairs.has(line));
  for (const line of left())
    take(
      line,
      best(
        byNumber(line, (each) => hasAmount(each, line)),
        line,
        free,
      ),
    );
  // With another amount only what cannot be mistaken: one payment of that customer and that day.
  for (const line of left()) {
    const near = byNumber(line, (each) => countsAsPaid(each.state)).filter((each) => free.has(each));
    if (near.length === 1) take(line, near[0]);
  }

  const found = [...pairs].map(([line, each]): Pair => ({ line, sold: each }));
  const paid = found.filter((pair) => countsAsPaid(pair.sold.state));
  return {
    both: paid.filter((pair) => hasAmount(pair.sold, pair.line)),
    otherAmount: paid.filter((pair) => !hasAmount(pair.sold, pair.line)),
    uncertain: found.filter((pair) => isOpen(pair.sold.state)),
    refusedHere: found.filter((pair) => !countsAsPaid(pair.sold.state) && !isOpen(pair.sold.state)),
    onlyThere: left(),
    onlyHere: sold.filter(
      (each) => free.has(each) && countsAsPaid(each.state) && each.day >= days.from && each.day <= days.until,
    ),
  };
}

/** A statement says what was billed, or what the deposit was charged. */
const hasAmount = ({ billed, charged }: SoldHere, { amount }: StatementLine): boolean =>
  amount === billed || amount === charged;

const isNear = ({ day }: StatementLine, sold: SoldHere): boolean =>
  day === null || Math.abs(daysBetween(day, sold.day)) <= mostDaysApart;

/** The one that fits best: paid before not known before refused, the same amount, the nearest day. */
function best(
  all: readonly SoldHere[],
  line: StatementLine,
  free: ReadonlySet<SoldHere>,
): SoldHere | undefined {
  const cost = (each: SoldHere): number =>
    (countsAsPaid(each.state) ? 0 : isOpen(each.state) ? 100 : 200) +
    (hasAmount(each, line) ? 0 : 10) +
    (line.day === null ? 0 : Math.min(9, Math.abs(daysBetween(line.day, each.day))));
  let found: SoldHere | undefined;
  for (const each of all)
    if (free.has(each) && (found === undefined || cost(each) < cost(found))) found = each;
  return found;
}

function groupedBy<T>(
  all: readonly T[],
  keysOf: (each: T) => readonly string[],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const each of all)
    for (const key of keysOf(each)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [each]);
      else group.push(each);
    }
  return groups;
}
