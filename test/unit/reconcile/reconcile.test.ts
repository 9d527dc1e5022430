import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { businessDaySchema } from '../../../shared/business-day.ts';
import { rupiah } from '../../../shared/money.ts';
import { quoteIdSchema } from '../../../shared/primitives.ts';
import { reconcile } from '../../../shared/reconcile/reconcile.ts';
import type { SoldHere } from '../../../shared/reconcile/sold-here.ts';
import type { StatementLine } from '../../../shared/reconcile/statement.ts';
import { dayAfter } from '../../../shared/report/sales-report.ts';

const first = businessDaySchema.parse('2026-11-02');

/** Whatever was sold is missed where it is not in the statement. */
const always = { from: dayAfter(first, -30), until: dayAfter(first, 60) };

const sold = (n: number, over: Partial<SoldHere> = {}): SoldHere => ({
  id: quoteIdSchema.parse(n.toString(16).padStart(32, '0')),
  product: 'pln-postpaid',
  number: `53000${n}`,
  numbers: [`53000${n}`],
  name: 'SITI',
  reference: `ref${n}`,
  token: null,
  billed: rupiah(100_000 + n),
  charged: null,
  state: 'paid',
  day: dayAfter(first, n % 7),
  ...over,
});

const lineOf = (n: number, each: SoldHere, over: Partial<StatementLine> = {}): StatementLine => ({
  line: n + 2,
  day: each.day,
  reference: each.reference ?? '',
  number: each.number,
  token: '',
  amount: each.billed,
  ...over,
});

/** What is made to differ of a payment that is in both. */
const plants = ['nothing', 'other-amount', 'not-there', 'not-here', 'uncertain', 'refused', 'twice'] as const;
type Plant = (typeof plants)[number];

interface Planted {
  readonly here: readonly SoldHere[];
  readonly there: readonly StatementLine[];
}

function planted(all: readonly Plant[], bare: boolean, shift: number): Planted {
  const here: SoldHere[] = [];
  const there: StatementLine[] = [];
  for (const [n, plant] of all.entries()) {
    const state = plant === 'uncertain' ? 'unknown' : plant === 'refused' ? 'rejected' : 'paid';
    const each = sold(n, { state, ...(state === 'paid' ? {} : { reference: null }) });
    const line = lineOf(n, each, {
      // A biller's reference stands in its statement whether or not this counter ever heard it.
      reference: bare ? '' : `ref${n}`,
      ...(plant === 'other-amount' ? { amount: rupiah(each.billed + 2500) } : {}),
      day: dayAfter(each.day, shift),
    });
    if (plant !== 'not-here') here.push(each);
    if (plant !== 'not-there') there.push(line);
    if (plant === 'twice') there.push({ ...line, line: line.line + 1000 });
  }
  return { here, there };
}

const found = ({ here, there }: Planted) => {
  const { both, otherAmount, uncertain, refusedHere, onlyThere, onlyHere } = reconcile(there, here, always);
  const n = ({ number }: { readonly number: string }): number => Number(number.slice(5));
  const sorted = (of: readonly { readonly number: string }[]): readonly number[] =>
    of.map(n).toSorted((a, b) => a - b);
  return {
    nothing: sorted(both.map((pair) => pair.sold)),
    'other-amount': sorted(otherAmount.map((pair) => pair.sold)),
    uncertain: sorted(uncertain.map((pair) => pair.sold)),
    refused: sorted(refusedHere.map((pair) => pair.sold)),
    there: sorted(onlyThere),
    here: sorted(onlyHere),
  };
};

const at = (all: readonly Plant[], ...which: readonly Plant[]): readonly number[] =>
  all.flatMap((plant, n) => (which.includes(plant) ? [n] : []));

describe('what was planted in a statement', () => {
  it('is found, that and nothing else, in whatever order the lines come, by reference or by number', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...plants), { maxLength: 40 }),
        fc.boolean(),
        fc.integer({ min: -1, max: 1 }),
        fc.infiniteStream(fc.nat()),
        (random, bare, shift, keys) => {
          // One at least that is in both, so that it shows of which kind the references are.
          const all: readonly Plant[] = ['nothing', ...random];
          const { here, there } = planted(all, bare, shift);
          const shuffled = there
            .map((line) => ({ line, key: keys.next().value }))
            .toSorted((one, other) => one.key - other.key)
            .map(({ line }) => line);
          expect(found({ here, there: shuffled })).toEqual({
            nothing: at(all, 'nothing', 'twice'),
            'other-amount': at(all, 'other-amount'),
            uncertain: at(all, 'uncertain'),
            refused: at(all, 'refused'),
            there: at(all, 'not-here', 'twice'),
            here: at(all, 'not-there'),
          });
        },
      ),
      { numRuns: 300 },
    );
  });

  it('counts every line and every payment that was paid exactly once, whatever the two hold', () => {
    const anyMark = fc.constantFrom('a', 'b', 'c', '');
    const anyDay = fc.integer({ min: 0, max: 4 }).map((n) => dayAfter(first, n));
    const anyAmount = fc.constantFrom(1000, 2000).map(rupiah);
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            reference: anyMark,
            number: fc.constantFrom('530001', '530002'),
            day: anyDay,
            billed: anyAmount,
            charged: fc.option(anyAmount),
            state: fc.constantFrom('paid', 'unknown', 'rejected', 'paid-by-hand'),
          }),
          { maxLength: 12 },
        ),
        fc.array(
          fc.record({
            reference: anyMark,
            number: fc.constantFrom('530001', '530002', ''),
            token: anyMark,
            day: fc.option(anyDay),
            amount: anyAmount,
          }),
          { maxLength: 12 },
        ),
        (payments, lines) => {
          const here = payments.map((each, n) =>
            sold(n, { ...each, reference: each.reference || null, numbers: [each.number] }),
          );
          const there = lines.map((each, n) => ({ ...each, line: n + 1 }));
          const result = reconcile(there, here, always);
          const pairs = [...result.both, ...result.otherAmount, ...result.uncertain, ...result.refusedHere];
          const seen = [...pairs.map(({ line }) => line), ...result.onlyThere].map(({ line }) => line);
          expect(seen.toSorted((a, b) => a - b)).toEqual(there.map(({ line }) => line));
          const ids = [...pairs.map((pair) => pair.sold.id), ...result.onlyHere.map(({ id }) => id)];
          expect(new Set(ids).size).toBe(ids.length);
          for (const each of here)
            if (each.state === 'paid' || each.state === 'paid-by-hand') expect(ids).toContain(each.id);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is matched by number where the references of the two are of another kind', () => {
    const here = [sold(1), sold(2)];
    const there = here.map((each, n) => lineOf(n, each, { reference: `trx-${n}` }));
    expect(reconcile(there, here, always).both).toHaveLength(2);
  });

  it('does not miss what was sold on a day that the statement does not reach to', () => {
    const here = [sold(1), sold(2), sold(3)];
    const there = [lineOf(1, sold(2))];
    const of = { from: sold(2).day, until: sold(2).day };
    expect(reconcile(there, here, of).onlyHere).toEqual([]);
    expect(reconcile(there, here, always).onlyHere).toHaveLength(2);
  });

  it('agrees where the statement says what the deposit was charged', () => {
    const each = sold(1, { charged: rupiah(99_000) });
    expect(reconcile([lineOf(1, each, { amount: rupiah(99_000) })], [each], always).both).toHaveLength(1);
  });
});
