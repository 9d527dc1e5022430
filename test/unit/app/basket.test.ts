import { array, assert, asyncProperty, boolean, constantFrom, nat } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Basket } from '../../../shared/contract/basket.ts';
import { basketSchema, mostInBasket } from '../../../shared/contract/basket.ts';
import { err } from '../../../shared/result.ts';
import { rupiah } from '../../../shared/money.ts';
import { owes, togetherBench, value, type Fate } from './together-bench.ts';

type Bench = ReturnType<typeof togetherBench>;

const basketOf = ({ counter }: Bench): Basket => {
  const { basket } = counter.state();
  if (basket === null) throw new Error('no basket');
  return basketSchema.parse(basket);
};
const states = (bench: Bench) => basketOf(bench).lines.map(({ state }) => state);

/** A basket of the first `count` customers, with its cash told. */
async function filled(count: number, fates: Readonly<Record<number, Fate>> = {}, more = 0) {
  const bench = togetherBench(fates);
  const quotes = [];
  for (let n = 1; n <= count; n += 1) {
    const quote = await bench.quoted(n);
    quotes.push(quote);
    value(bench.baskets.add(quote));
  }
  value(bench.baskets.tender(rupiah(basketOf(bench).sum + more)));
  return { bench, quotes };
}

function at<T>(all: readonly T[], index: number): T {
  const found = all[index];
  if (found === undefined) throw new Error('there is none');
  return found;
}

async function pay(bench: Bench): Promise<void> {
  value(bench.baskets.pay());
  await bench.baskets.settled();
}

describe('a basket', () => {
  it('pays each bill by itself, with its exact sum as its cash, and names the change', async () => {
    const { bench, quotes } = await filled(3, {}, 50_000);
    await pay(bench);
    expect(basketOf(bench)).toMatchObject({ state: 'done', paid: 306_000, kept: 306_000, back: 50_000 });
    expect(quotes.map((id) => bench.ledger.payment(id)?.cash)).toEqual([1, 2, 3].map(owes));
    expect(bench.ledger.baskets.ofPayment(at(quotes, 1))?.cash).toBe(356_000);
    // The drawer of a printer that has none stays shut; the book knows of each payment.
    expect(bench.counter.state().exchange).toBeNull();
  });

  it('gives back what was refused, and what was not sent, and names both', async () => {
    const { bench } = await filled(3, { 1: 'rejected', 3: 'not-sent' });
    await pay(bench);
    expect(states(bench)).toEqual(['refused', 'paid', 'not-sent']);
    expect(basketOf(bench)).toMatchObject({ state: 'done', kept: owes(2), back: owes(1) + owes(3) });
    expect(basketOf(bench).lines[2]?.problem).toBe('not-sent');
  });

  it('stops at the first that is unknown, keeps its cash, and goes on only when told', async () => {
    const { bench } = await filled(3, { 1: 'unknown' });
    await pay(bench);
    expect(states(bench)).toEqual(['unknown', 'waiting', 'waiting']);
    expect(basketOf(bench)).toMatchObject({
      state: 'halted',
      halt: { because: 'unknown' },
      uncertain: owes(1),
    });
    expect(bench.sends()).toBe(1);
    value(bench.baskets.answer(true));
    await bench.baskets.settled();
    expect(basketOf(bench)).toMatchObject({ state: 'done', kept: owes(1) + owes(2) + owes(3), back: 0 });
  });

  it('ends where the cashier stops it: the rest goes back', async () => {
    const { bench } = await filled(3, { 1: 'unknown' });
    await pay(bench);
    value(bench.baskets.answer(false));
    expect(basketOf(bench)).toMatchObject({ state: 'done', kept: owes(1), back: owes(2) + owes(3) });
    expect(states(bench)).toEqual(['unknown', 'not-sent', 'not-sent']);
    expect(bench.sends()).toBe(1);
  });

  it('keeps what was refused only after it was not known: its cash goes back as a refund of its own', async () => {
    const { bench, quotes } = await filled(1, { 1: 'unknown' }, 10_000);
    await pay(bench);
    const id = at(quotes, 0);
    const { quote } = bench.ledger.payment(id) ?? { quote: undefined };
    if (quote === undefined) throw new Error('no payment');
    bench.settle.byOutcome(quote, { kind: 'rejected', code: '14', text: '' }, 'counter');
    await Promise.resolve();
    expect(basketOf(bench)).toMatchObject({
      state: 'done',
      kept: owes(1),
      uncertain: 0,
      paid: 0,
      back: 10_000,
    });
    expect(states(bench)).toEqual(['refused']);
  });

  it('takes no bill twice, none of the same customer, and no more than its room', async () => {
    const { bench, quotes } = await filled(mostInBasket);
    expect(bench.baskets.add(at(quotes, 0))).toEqual(err({ code: 'already-in-basket' }));
    expect(bench.baskets.add(await bench.quoted(1))).toEqual(err({ code: 'same-customer' }));
    expect(bench.baskets.add(await bench.quoted(99))).toEqual(err({ code: 'basket-full' }));
    // Small enough to be pushed whole.
    expect(JSON.stringify(bench.counter.state()).length).toBeLessThan(64 * 1024);
  });

  it('lists what expired or is in doubt before anything is paid, and pays what is left in', async () => {
    const { bench, quotes } = await filled(3);
    // The second customer was paid by another sale meanwhile; the first one's quote has grown old.
    const again = await bench.quoted(2);
    bench.sale.tender(again, rupiah(owes(2)));
    value(await bench.pay(again));
    expect(bench.baskets.pay()).toEqual(err({ code: 'needs-review' }));
    expect(value(bench.baskets.review())).toMatchObject([{ quote: quotes[1], code: 'confirm-again' }]);
    value(bench.baskets.leaveOut(at(quotes, 1), true));
    expect(value(bench.baskets.review())).toEqual([]);
    await pay(bench);
    expect(states(bench)).toEqual(['paid', 'left-out', 'paid']);
    expect(basketOf(bench)).toMatchObject({ kept: owes(1) + owes(3), back: owes(2) });
    expect(bench.sentTo(2)).toBe(1);
  });

  it('says which quotes are too old', async () => {
    const { bench, quotes } = await filled(2);
    bench.clock.pass(5 * 3_600_000);
    expect(value(bench.baskets.review()).map(({ quote, code }) => [quote, code])).toEqual(
      quotes.map((quote) => [quote, 'quote-expired']),
    );
    expect(bench.baskets.pay()).toEqual(err({ code: 'needs-review' }));
    expect(bench.sends()).toBe(0);
  });

  it('forgets the cash where a bill is put in or taken out, and takes none that is short', async () => {
    const { bench, quotes } = await filled(2);
    value(bench.baskets.take(at(quotes, 1)));
    expect(bench.baskets.pay()).toEqual(err({ code: 'cash-missing' }));
    expect(bench.baskets.tender(rupiah(owes(1) - 1))).toEqual(err({ code: 'cash-short' }));
    expect(bench.baskets.pay()).toEqual(err({ code: 'cash-missing' }));
  });

  it('has the turn alone: the counter pays nothing beside it', async () => {
    const { bench } = await filled(2);
    const own = await bench.quoted(7);
    bench.sale.tender(own, rupiah(owes(7)));
    value(bench.baskets.pay());
    expect(await bench.pay(own)).toEqual(err({ code: 'busy' }));
    await bench.baskets.settled();
    expect(bench.sends()).toBe(2);
    expect(await bench.pay(own)).toMatchObject({ ok: true });
  });

  it('that was cut off by a kill is shown as it came out, and nothing more of it is paid', async () => {
    const { bench, quotes } = await filled(3, { 2: 'unknown' }, 5_000);
    await pay(bench);
    expect(basketOf(bench).state).toBe('halted');
    // The next run knows what is in the ledger, and no quote of this one.
    const next = bench.join();
    expect(basketOf(bench)).toMatchObject({
      state: 'done',
      halt: { because: 'restarted' },
      kept: owes(1) + owes(2),
      back: owes(3) + 5_000,
    });
    expect(states(bench)).toEqual(['paid', 'unknown', 'not-sent']);
    expect(next.baskets.pay()).toEqual(err({ code: 'basket-busy' }));
    value(next.baskets.clear());
    expect(bench.ledger.baskets.notEnded()).toBeUndefined();
    expect(next.baskets.ofPayment(at(quotes, 0))?.lines.map(({ quote }) => quote)).toEqual(quotes);
    // What was not sent is of no basket.
    expect(next.baskets.ofPayment(at(quotes, 2))).toBeUndefined();
  });

  it('prints one slip that sums it up, where it has more than one bill and the shop wants it', async () => {
    const reports = (bench: Bench) =>
      bench.ledger.printJobs.inState('queued').filter(({ kind }) => kind === 'recap').length;
    const two = await filled(2);
    await pay(two.bench);
    expect(reports(two.bench)).toBe(1);
    const one = await filled(1);
    await pay(one.bench);
    expect(reports(one.bench)).toBe(0);
    const unwanted = await filled(2);
    unwanted.bench.printing.shop = { ...unwanted.bench.printing.shop, basketRecap: false };
    await pay(unwanted.bench);
    expect(reports(unwanted.bench)).toBe(0);
  });

  it('always adds up to the rupiah, pays nobody twice and goes past no unknown untold', async () => {
    const fate = constantFrom<Fate>('paid', 'rejected', 'unknown', 'not-sent');
    await assert(
      asyncProperty(
        array(fate, { minLength: 1, maxLength: 6 }),
        array(boolean(), { minLength: 8, maxLength: 8 }),
        nat(100_000),
        async (fates, answers, more) => {
          const { bench } = await filled(
            fates.length,
            Object.fromEntries(fates.map((each, index) => [index + 1, each])),
            more,
          );
          await pay(bench);
          for (const goOn of answers) {
            if (basketOf(bench).state !== 'halted') break;
            const before = bench.sends();
            await new Promise<void>((resolve) => setImmediate(resolve));
            expect(bench.sends()).toBe(before);
            value(bench.baskets.answer(goOn));
            await bench.baskets.settled();
          }
          const basket = basketOf(bench);
          expect(basket.state).toBe('done');
          const cash = basket.cash ?? 0;
          expect(basket.paid + basket.uncertain + (basket.back ?? NaN)).toBe(cash);
          for (const [index, { state, due }] of basket.lines.entries()) {
            expect(due).toBe(owes(index + 1));
            expect(bench.sentTo(index + 1)).toBe(state === 'not-sent' || state === 'waiting' ? 0 : 1);
          }
          bench.close();
        },
      ),
      { numRuns: 20 },
    );
  });
});
