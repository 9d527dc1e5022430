import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAskBiller } from '../../../electron/app/ask-biller.ts';
import { createInquire } from '../../../electron/app/inquire.ts';
import type { AtCounter } from '../../../electron/app/at-counter.ts';
import { mostCounterFee, roundingSteps, roundingWays } from '../../../shared/fees.ts';
import { rupiah } from '../../../shared/money.ts';
import { mostChange } from '../../../shared/payment/cash.ts';
import { amountDue, quoteSchema } from '../../../shared/payment/quote.ts';
import { err, ok } from '../../../shared/result.ts';
import type { ShopSettings } from '../../../shared/settings.ts';
import { plainShop } from '../../fixtures/shop.ts';
import { denominationsFound } from './fake-biller.ts';
import { saleBench } from './sale-bench.ts';

const number = '530000000001';
type Bench = ReturnType<typeof saleBench>;

const benchOf = (shop: Partial<ShopSettings>): Bench => {
  const bench = saleBench();
  bench.printing.shop = { ...plainShop, ...shop };
  return bench;
};

async function quoted(bench: Bench) {
  const found = await bench.sale.inquire({ product: 'pln-postpaid', number });
  if (!found.ok || found.value.kind !== 'quote') throw new Error('no quote');
  return found.value.quote;
}

const fee = { 'pln-postpaid': rupiah(2_000), 'pln-prepaid': rupiah(1_500) };

describe('a quote', () => {
  it('of a shop that adds nothing has no word of it', async () => {
    const quote = await quoted(benchOf({}));
    expect(Object.keys(quote)).not.toEqual(expect.arrayContaining(['counterFee']));
    expect(Object.keys(quote)).not.toEqual(expect.arrayContaining(['rounding']));
    expect(amountDue(quote)).toBe(quote.total);
  });

  it('has the fee and the rounding beside the biller’s total, which stays as it came', async () => {
    const quote = await quoted(benchOf({ fees: fee, rounding: { step: 1000, to: 'up' } }));
    expect(quote).toMatchObject({ total: 303_500, counterFee: 2_000, rounding: 500 });
    expect(amountDue(quote)).toBe(306_000);
  });

  it('of a product without a fee has none, whatever others have', async () => {
    const quote = await quoted(benchOf({ fees: { pdam: rupiah(2_000) } }));
    expect(quote).not.toHaveProperty('counterFee');
  });

  it('keeps its sums where the shop changes its mind while the bill is on the screen', async () => {
    const bench = benchOf({ fees: fee });
    const quote = await quoted(bench);
    bench.printing.shop = { ...plainShop, fees: { 'pln-postpaid': rupiah(9_000) } };
    expect(bench.sale.tender(quote.id, rupiah(305_500))).toEqual({ ok: true, value: { change: 0 } });
    expect((await bench.pay(quote.id)).ok).toBe(true);
    expect(bench.ledger.payment(quote.id)?.quote).toEqual(quote);
  });

  it('of a denomination is charged by its own total', async () => {
    const bench = benchOf({ fees: fee, rounding: { step: 500, to: 'down' } });
    bench.fake.answer = () => Promise.resolve(ok({ ...denominationsFound, adminFee: rupiah(2_750) }));
    const found = await bench.sale.inquire({ product: 'pln-prepaid', number: '12345678901' });
    if (!found.ok || found.value.kind !== 'offer') throw new Error('no offer');
    const chosen = bench.sale.choose(found.value.offer.id, rupiah(20_000));
    expect(chosen).toMatchObject({ ok: true, value: { total: 22_750, counterFee: 1_500, rounding: -250 } });
  });

  it('fits its schema, and its cash is judged by what the customer pays, whatever is charged', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: mostCounterFee }),
        fc.constantFrom(...roundingSteps),
        fc.constantFrom(...roundingWays),
        fc.integer({ min: -2_000, max: 2_000 }),
        async (counterFee, step, to, off) => {
          const bench = benchOf({ fees: { 'pln-postpaid': rupiah(counterFee) }, rounding: { step, to } });
          const quote = await quoted(bench);
          expect(quoteSchema.safeParse(quote).success).toBe(true);
          const due = amountDue(quote);
          expect(step === 0 ? 0 : due % step).toBe(0);
          const answer = bench.sale.tender(quote.id, rupiah(due + off));
          expect(answer).toEqual(
            off < 0 ? { ok: false, error: { code: 'cash-short' } } : { ok: true, value: { change: off } },
          );
        },
      ),
      { numRuns: 25 },
    );
  });

  it('takes no cash that nobody counted, above what is due', async () => {
    const bench = benchOf({ fees: fee });
    const { id } = await quoted(bench);
    expect(bench.sale.tender(id, rupiah(305_500 + mostChange)).ok).toBe(true);
    expect(bench.sale.tender(id, rupiah(305_500 + mostChange + 1))).toEqual({
      ok: false,
      error: { code: 'cash-implausible' },
    });
  });
});

describe('a counter where nothing may be sold just now', () => {
  /** The sale of a bench with somebody else at the counter. */
  const saleWith = (bench: Bench, hindrance: AtCounter['hindrance']) => {
    const asking = createAskBiller({ ...bench, shop: () => plainShop, atCounter: { hindrance } });
    return createInquire({ ...bench, asking, atCounter: { hindrance } });
  };

  it.each(['signed-out', 'no-shift'] as const)(
    'says first of all that it is %s: nothing is asked, chosen or tendered',
    async (code) => {
      const bench = benchOf({});
      const refused = err({ code });
      let hindrance: ReturnType<AtCounter['hindrance']>;
      const sale = saleWith(bench, () => hindrance);
      const found = await sale.inquire({ product: 'pln-postpaid', number });
      if (!found.ok || found.value.kind !== 'quote') throw new Error('no quote');
      const { id } = found.value.quote;
      bench.fake.answer = () => Promise.resolve(ok(denominationsFound));
      const offered = await sale.inquire({ product: 'pln-prepaid', number: '12345678901' });
      if (!offered.ok || offered.value.kind !== 'offer') throw new Error('no offer');
      const { asked } = bench.fake;
      const before = asked.length;
      hindrance = code;
      expect(await sale.inquire({ product: 'pln-postpaid', number: 'not a number' })).toEqual(refused);
      expect(sale.choose(offered.value.offer.id, rupiah(20_000))).toEqual(refused);
      expect(sale.tender(id, rupiah(1))).toEqual(refused);
      expect(asked).toHaveLength(before);
      expect(bench.desk.cash(id)).toBeUndefined();
    },
  );
});
