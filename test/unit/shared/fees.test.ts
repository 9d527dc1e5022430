import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chargeFor,
  counterFeesSchema,
  mostCounterFee,
  roundingSteps,
  roundingWays,
  type CashRounding,
} from '../../../shared/fees.ts';
import { rupiah } from '../../../shared/money.ts';
import { amountDue } from '../../../shared/payment/quote.ts';

const totals = fc.integer({ min: 1, max: 100_000_000 }).map(rupiah);
const feesOf = fc.integer({ min: 0, max: mostCounterFee }).map(rupiah);
const roundings = fc.record({
  step: fc.constantFrom(...roundingSteps),
  to: fc.constantFrom(...roundingWays),
}) as fc.Arbitrary<CashRounding>;
const noRounding: CashRounding = { step: 0, to: 'nearest' };

describe('what a shop puts on top of a bill', () => {
  it.each<[number, number, CashRounding, number]>([
    [302_500, 0, noRounding, 302_500],
    [302_500, 1_000, noRounding, 303_500],
    [302_517, 0, { step: 100, to: 'nearest' }, 302_500],
    [302_517, 0, { step: 500, to: 'up' }, 303_000],
    [302_517, 1_000, { step: 1000, to: 'down' }, 303_000],
    [302_550, 0, { step: 100, to: 'nearest' }, 302_600],
    [30, 0, { step: 100, to: 'nearest' }, 30],
  ])('makes %i with a fee of %i and %j come to %i', (total, fee, rounding, due) => {
    const charge = chargeFor('pln-postpaid', rupiah(total), {
      fees: { 'pln-postpaid': rupiah(fee) },
      rounding,
    });
    expect(amountDue({ total: rupiah(total), ...charge })).toBe(due);
  });

  it('is nothing for a product without a fee in a shop that rounds nothing', () => {
    expect(chargeFor('bpjs', rupiah(77), { fees: { pdam: rupiah(9) }, rounding: noRounding })).toEqual({
      counterFee: 0,
      rounding: 0,
    });
  });

  it('comes to whole coins, less than a coin away from the exact sum, in the way that is set', () => {
    fc.assert(
      fc.property(totals, feesOf, roundings, (total, fee, rounding) => {
        const charge = chargeFor('pdam', total, { fees: { pdam: fee }, rounding });
        const due = amountDue({ total, ...charge });
        expect(charge.counterFee).toBe(fee);
        expect(due).toBeGreaterThan(0);
        if (rounding.step === 0) {
          expect(due).toBe(total + fee);
          return;
        }
        expect(Math.abs(charge.rounding)).toBeLessThan(rounding.step);
        // What is less than a coin is not rounded away altogether.
        if (due % rounding.step !== 0) expect(total + fee).toBeLessThan(rounding.step);
        if (rounding.to === 'up') expect(charge.rounding).toBeGreaterThanOrEqual(0);
        if (rounding.to === 'down') expect(charge.rounding).toBeLessThanOrEqual(0);
        if (rounding.to === 'nearest')
          expect(Math.abs(charge.rounding) * 2).toBeLessThanOrEqual(rounding.step);
      }),
    );
  });

  it('has a cap', () => {
    expect(counterFeesSchema.safeParse({ pdam: mostCounterFee }).success).toBe(true);
    expect(counterFeesSchema.safeParse({ pdam: mostCounterFee + 1 }).success).toBe(false);
    expect(counterFeesSchema.safeParse({ pdam: 0.5 }).success).toBe(false);
    expect(counterFeesSchema.safeParse({ gold: 1 }).success).toBe(false);
  });
});
