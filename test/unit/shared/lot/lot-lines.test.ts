import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lotLineStates, type LotLine, type LotSums } from '../../../../shared/contract/lots.ts';
import {
  byCollector,
  judgeLines,
  lotSums,
  mayTake,
  type LineFacts,
} from '../../../../shared/lot/lot-lines.ts';
import { rupiah, type Rupiah } from '../../../../shared/money.ts';
import { needsPin, type Doubt } from '../../../../shared/payment/doubt.ts';
import { cleanNumber } from '../../../../shared/products.ts';
import { instant } from '../../../../shared/time.ts';
import { quoteId } from '../../ledger/documents.ts';

const sent = new Set(['sent', 'paid', 'refused', 'unknown']);
const amount = fc.integer({ min: 1, max: 500 }).map((thousands) => rupiah(thousands * 1000));
const at = instant(0);
const doubts: readonly Doubt[] = [
  { kind: 'paid-lately', payment: quoteId(90), at, total: rupiah(1) },
  { kind: 'month-paid', payment: quoteId(91), at, total: rupiah(1), month: '2018-03' },
  { kind: 'rejected-by-hand-lately', payment: quoteId(92), at, total: rupiah(1) },
  { kind: 'gap', gap: 1, from: at, until: at },
];
/** Few customers, so that many are the same. */
const number = fc.constantFrom('530000000001', '53 0000 000001', '530000000002', '530000000003');
const rarely = fc.integer({ min: 0, max: 9 }).map((die) => die === 0);

const fact = (nth: number): fc.Arbitrary<LineFacts> =>
  fc
    .record({
      product: fc.constantFrom('pln-postpaid' as const, 'pln-prepaid' as const),
      number,
      collector: fc.constantFrom('', 'Bu Tini', 'Pak Joko'),
      state: fc.constantFrom(...lotLineStates),
      due: amount,
      choice: fc.constantFrom(null, null, 'in' as const, 'out' as const),
      isUnresolved: rarely,
      bill: fc.record({
        identity: fc.constantFrom('I1', 'I2', 'I3'),
        biller: fc.constantFrom('teleanjar', 'iak'),
        charge: amount,
        isExpired: rarely,
        isCutOff: rarely,
        doubts: fc.oneof(
          { weight: 4, arbitrary: fc.constant([]) },
          { weight: 1, arbitrary: fc.subarray([...doubts]) },
        ),
      }),
    })
    .map(({ product, number: customer, collector, state, due, choice, isUnresolved, bill }): LineFacts => {
      const isSent = sent.has(state);
      const hasBill = state === 'billed' || state === 'not-sent';
      return {
        line: {
          nth,
          group: 'RT 04',
          collector,
          product,
          service: null,
          number: customer,
          extras: {},
          denomination: null,
          note: '',
          serviceName: '',
          name: '',
          due: hasBill || isSent ? due : null,
          state,
          problem: null,
          payment: isSent ? quoteId(nth) : null,
          reference: '',
          token: '',
        },
        choice,
        bill: hasBill ? bill : null,
        isUnresolved: isUnresolved && !isSent,
      };
    });

const facts = fc
  .integer({ min: 0, max: 14 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => fact(index + 1))));
const deposits = fc.record({
  teleanjar: fc.option(amount, { nil: undefined }),
  iak: fc.option(amount, { nil: undefined }),
});
const depositIn =
  (told: Readonly<Record<string, Rupiah | undefined>>) =>
  (biller: string): Rupiah | undefined =>
    told[biller];

/** Each line with what was known of it. */
const together = (known: readonly LineFacts[], lines: readonly LotLine[]) =>
  lines.map((line, index) => {
    const of = known[index];
    if (of === undefined) throw new Error('a line out of nothing');
    return { line, of };
  });

describe('which lines of a lot are paid', () => {
  it('is nobody who could be paid twice, whatever the cashier took in', () => {
    fc.assert(
      fc.property(facts, deposits, (known, told) => {
        const { lines } = judgeLines(known, depositIn(told));
        for (const { line, of } of together(known, lines)) {
          if (!line.canChoose) {
            expect(line.isChosen).toBe(false);
            continue;
          }
          expect(line.payment).toBeNull();
          expect(of).toMatchObject({ isUnresolved: false, bill: { isExpired: false, isCutOff: false } });
          expect(of.bill?.doubts.some((doubt) => needsPin(doubt, line.product))).toBe(false);
          expect(line.obstacles.every((obstacle) => mayTake(obstacle, line.product))).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is one line a customer, by the number or by who the biller says it is', () => {
    fc.assert(
      fc.property(facts, deposits, (known, told) => {
        const chosen = together(known, judgeLines(known, depositIn(told)).lines).filter(
          ({ line }) => line.isChosen,
        );
        const names = (by: (line: (typeof chosen)[number]) => string | undefined) =>
          chosen.map((each) => `${each.line.product} ${by(each) ?? ''}`);
        for (const all of [
          names(({ line }) => cleanNumber(line.number)),
          names(({ of }) => of.bill?.identity),
        ])
          expect(new Set(all).size).toBe(all.length);
      }),
      { numRuns: 500 },
    );
  });

  it('is what nothing stands in the way of, but for what was left out; and with an obstacle only what was taken in', () => {
    fc.assert(
      fc.property(facts, deposits, (known, told) => {
        for (const { line, of } of together(known, judgeLines(known, depositIn(told)).lines)) {
          const isAsked = of.choice === 'in' || (of.choice === null && line.obstacles.length === 0);
          expect(line.isChosen).toBe(line.canChoose && isAsked);
        }
      }),
    );
  });

  it('never comes to more than a deposit, but for what was taken in; and the first that is too much is named', () => {
    fc.assert(
      fc.property(facts, deposits, (known, told) => {
        const { lines, shortDeposits } = judgeLines(known, depositIn(told));
        const all = together(known, lines);
        for (const biller of ['teleanjar', 'iak'] as const) {
          const deposit = told[biller];
          const own = all.filter(({ of }) => of.bill?.biller === biller);
          let spent = 0;
          for (const { line, of } of own) {
            if (!line.isChosen) continue;
            spent += of.bill?.charge ?? 0;
            if (deposit !== undefined && of.choice !== 'in') expect(spent).toBeLessThanOrEqual(deposit);
          }
          const short = own.find(({ line }) => line.obstacles.some(({ code }) => code === 'deposit-short'));
          expect(shortDeposits.find((each) => each.biller === biller)?.from).toBe(short?.line.nth);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('leaves every line where it is, with all that was known of it', () => {
    fc.assert(
      fc.property(facts, deposits, (known, told) => {
        const { lines } = judgeLines(known, depositIn(told));
        expect(lines).toHaveLength(known.length);
        for (const { line, of } of together(known, lines)) expect(line).toMatchObject(of.line);
      }),
    );
  });
});

describe('what a lot comes to', () => {
  const sums = ['billed', 'chosen', 'paid', 'unknown', 'refused', 'notSent'] as const;

  it('is the sum of its lines, and of its collectors', () => {
    fc.assert(
      fc.property(facts, deposits, (known, told) => {
        const { lines } = judgeLines(known, depositIn(told));
        const total = lotSums(lines);
        const chosen = lines.filter(({ isChosen }) => isChosen);
        expect(total.chosen).toEqual({
          count: chosen.length,
          amount: chosen.reduce((sum, { due }) => sum + (due ?? Number.NaN), 0),
        });
        const parts = byCollector(lines);
        expect(parts.flatMap((part) => part.lines).toSorted((one, other) => one.nth - other.nth)).toEqual(
          lines,
        );
        const added = (pick: (of: LotSums) => number): number =>
          parts.reduce((sum, part) => sum + pick(lotSums(part.lines)), 0);
        expect(added((of) => of.lines)).toBe(total.lines);
        for (const sum of sums) {
          expect(added((of) => of[sum].count)).toBe(total[sum].count);
          expect(added((of) => of[sum].amount)).toBe(total[sum].amount);
        }
      }),
    );
  });
});
