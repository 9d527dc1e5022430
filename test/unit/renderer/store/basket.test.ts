import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Basket, BasketLine, BasketLineState } from '../../../../shared/contract/basket.ts';
import type { LoketBridge } from '../../../../shared/contract/contract.ts';
import { rupiah, sumRupiah } from '../../../../shared/money.ts';
import { basketSums } from '../../../../shared/payment/basket-sums.ts';
import { err, ok } from '../../../../shared/result.ts';
import { emptyHands, followBasket, pressPayBasket } from '../../../../renderer/store/basket-hands.ts';
import type { PayPress } from '../../../../renderer/store/sale.ts';
import { bill303500, counterState, noon, quoteId } from '../samples.ts';
import { counterWith, settle, toBill } from './counter-driver.ts';

const line = (quote: number, state: BasketLineState = 'waiting', due = 100_000): BasketLine => ({
  quote: quoteId(quote),
  product: 'pln-postpaid',
  biller: 'teleanjar',
  service: 'PLN Pascabayar',
  customerNumber: '530000000001',
  name: `LATIHAN ${quote}`,
  due: rupiah(due),
  state,
  problem: null,
  isKept: state === 'paid' || state === 'unknown',
});

function basketOf(lines: readonly BasketLine[], part: Partial<Basket> = {}): Basket {
  const { cash = null } = part;
  return {
    number: null,
    state: 'open',
    halt: null,
    lines,
    startedAt: null,
    cashier: null,
    ...basketSums(lines, cash),
    ...part,
    cash,
  };
}

const three = basketOf([line(1), line(2), line(3)]);
const paid = () => Promise.resolve(ok(undefined));
const noHindrance = () => Promise.resolve(ok([]));

/** A counter whose main keeps `basket`, and can be told of another. */
async function withBasket(basket: Basket | null, part: Partial<LoketBridge> = {}) {
  const all = await counterWith({
    counterState: () => Promise.resolve(ok({ ...counterState, basket })),
    reviewBasket: noHindrance,
    ...part,
  });
  let { revision } = counterState;
  const tell = (next: Basket | null): void => {
    revision += 1;
    all.push({ ...counterState, revision, basket: next });
  };
  return { ...all, tell, view: () => all.counter.store.getState() };
}

describe('a basket at the counter', () => {
  it('takes the bill on the screen, and the next number waits; one that is refused stays there', async () => {
    const addToBasket = vi.fn<LoketBridge['addToBasket']>(() => Promise.resolve(ok(three)));
    const { counter, view } = await withBasket(null, { addToBasket });
    await toBill(counter);
    for (let press = 0; press < 3; press += 1) counter.commands.toBasket();
    await settle();
    expect(addToBasket).toHaveBeenCalledExactlyOnceWith({ quote: bill303500.id });
    expect(view().sale).toMatchObject({ step: 'number', entry: { draft: '', product: 'pln-postpaid' } });

    addToBasket.mockResolvedValue(err({ code: 'same-customer' }));
    await toBill(counter);
    counter.commands.toBasket();
    await settle();
    expect(view()).toMatchObject({ sale: { step: 'bill' }, basketHands: { problem: 'same-customer' } });
  });

  it('pays once however often the key comes, cash first, and never by a key that was down before', async () => {
    const order: string[] = [];
    const { counter } = await withBasket(three, {
      tenderBasket: ({ cash }) => {
        order.push(`tender ${cash}`);
        return Promise.resolve(ok({ change: rupiah(0) }));
      },
      payBasket: () => {
        order.push('pay');
        return paid();
      },
    });
    counter.commands.enterDown();
    counter.commands.open('basket');
    counter.commands.typeBasketCash('300000');
    counter.commands.payBasket({ by: 'key', repeat: false });
    counter.commands.payBasket({ by: 'key', repeat: true });
    await settle();
    expect(order).toEqual([]);
    counter.commands.enterUp();
    for (let press = 0; press < 5; press += 1) counter.commands.payBasket({ by: 'key', repeat: false });
    counter.commands.payBasket({ by: 'pointer' });
    await settle();
    expect(order).toEqual(['tender 300000', 'pay']);
  });

  it('is paid by no press without enough cash, whatever is typed and however it is pressed', () => {
    const presses: fc.Arbitrary<PayPress> = fc.oneof(
      fc.record({ by: fc.constant('key' as const), repeat: fc.boolean() }),
      fc.record({ by: fc.constantFrom('pointer' as const, 'confirmation' as const) }),
    );
    fc.assert(
      fc.property(
        fc.nat(5_000_000),
        fc.integer({ min: 1, max: 3_000_000 }),
        fc.constantFrom('held' as const, 'free' as const),
        presses,
        (cash, sum, enter, press) => {
          const pressed = pressPayBasket({ cash: cash === 0 ? '' : String(cash), enter }, rupiah(sum), press);
          const isFresh = press.by !== 'key' || (!press.repeat && enter === 'free');
          const isEnough = cash >= sum && cash - sum <= 1_000_000;
          expect(pressed === 'pay').toBe(isFresh && isEnough);
        },
      ),
    );
  });

  it('pays nothing where main wants it looked at, and says of which line', async () => {
    const hindrance = { quote: quoteId(2), code: 'payment-open', doubts: [] } as const;
    const payBasket = vi.fn(() => Promise.resolve(err({ code: 'needs-review' } as const)));
    const { counter, view, tones } = await withBasket(three, {
      tenderBasket: () => Promise.resolve(ok({ change: rupiah(0) })),
      payBasket,
      reviewBasket: () => Promise.resolve(ok([hindrance])),
    });
    counter.commands.open('basket');
    counter.commands.typeBasketCash('300000');
    counter.commands.payBasket({ by: 'pointer' });
    await settle();
    expect(view().basketHands).toMatchObject({ problem: 'needs-review', hindrances: [hindrance] });
    expect(tones).toEqual(['refused']);
  });

  it('is confirmed line by line with the doubts that were read, which pays nothing', async () => {
    const doubts = [{ kind: 'gap', gap: 3, from: noon, until: noon }] as const;
    const confirmAgain = vi.fn(() => Promise.resolve(ok(undefined)));
    const { counter, view } = await withBasket(three, {
      confirmAgain,
      reviewBasket: () => Promise.resolve(ok([{ quote: quoteId(2), code: 'confirm-again', doubts }])),
    });
    counter.commands.open('basket');
    await settle();
    counter.commands.readDoubts(quoteId(1));
    expect(view().place).toBe('basket');
    counter.commands.readDoubts(quoteId(2));
    expect(view().place).toBe('basket-doubts');
    counter.commands.close();
    expect(view().place).toBe('basket');
    counter.commands.readDoubts(quoteId(2));
    expect(await counter.commands.confirmInBasket('1234')).toBeNull();
    expect(confirmAgain).toHaveBeenCalledExactlyOnceWith({
      quote: quoteId(2),
      doubts: ['gap:3'],
      pin: '1234',
    });
    expect(view().place).toBe('basket');
  });

  it('is not left while it is paid, comes by itself when it stops, and takes no answer before it can be read', async () => {
    const answerBasket = vi.fn<LoketBridge['answerBasket']>(paid);
    const clearBasket = vi.fn<LoketBridge['clearBasket']>(paid);
    const { counter, view, tell, tones, clock } = await withBasket(three, { answerBasket, clearBasket });
    counter.commands.open('basket');
    tell(basketOf([line(1, 'sent'), line(2), line(3)], { state: 'paying', cash: rupiah(300_000) }));
    counter.commands.close();
    expect(view().place).toBe('basket');
    clock.now = 5000;
    const stopped = [line(1, 'unknown'), line(2), line(3)];
    tell(
      basketOf(stopped, {
        state: 'halted',
        halt: { because: 'unknown', problem: null },
        cash: rupiah(300_000),
      }),
    );
    expect(tones).toEqual(['unknown']);
    counter.commands.answerBasket(false);
    await settle();
    expect(answerBasket).not.toHaveBeenCalled();
    expect(view().basketHands.isTooSoon).toBe(true);
    clock.now = 6000;
    counter.commands.answerBasket(true);
    counter.commands.answerBasket(false);
    await settle();
    expect(answerBasket).toHaveBeenCalledExactlyOnceWith({ goOn: true });
    tell(basketOf(stopped, { state: 'paying', cash: rupiah(300_000) }));
    tell(
      basketOf([line(1, 'unknown'), line(2, 'paid'), line(3, 'paid')], {
        state: 'done',
        cash: rupiah(300_000),
      }),
    );
    counter.commands.finishBasket();
    await settle();
    expect(clearBasket).not.toHaveBeenCalled();
    clock.now = 7000;
    counter.commands.finishBasket();
    await settle();
    expect(clearBasket).toHaveBeenCalledOnce();
    expect(view().place).toBeNull();
  });

  it('that ended with the last run is shown before the sale, and what is refused is asked for', async () => {
    const payment = vi.fn<LoketBridge['payment']>(() => Promise.resolve(err({ code: 'payment-not-found' })));
    const lines = [line(1, 'paid'), line(2, 'refused')];
    const done = basketOf(lines, {
      state: 'done',
      halt: { because: 'restarted', problem: null },
      cash: rupiah(200_000),
    });
    const { view } = await withBasket(done, { payment });
    expect(view().place).toBe('basket');
    expect(payment).toHaveBeenCalledExactlyOnceWith({ payment: quoteId(2) });
  });

  it('that ended with the last run is not put away by an Enter that was on its way when it came', async () => {
    const clearBasket = vi.fn<LoketBridge['clearBasket']>(() => Promise.resolve(ok(undefined)));
    const done = basketOf([line(1, 'paid')], { state: 'done', cash: rupiah(200_000) });
    const { counter, view, clock } = await withBasket(done, { clearBasket });
    clock.now += 900;
    counter.commands.finishBasket();
    await settle();
    expect(clearBasket).not.toHaveBeenCalled();
    expect(view().basketHands.isTooSoon).toBe(true);
    clock.now += 200;
    counter.commands.finishBasket();
    await settle();
    expect(clearBasket).toHaveBeenCalledOnce();
  });

  it('closes its place when it is gone', async () => {
    const { counter, view, tell } = await withBasket(three);
    counter.commands.open('basket');
    expect(view().place).toBe('basket');
    tell(null);
    expect(view().place).toBeNull();
    counter.commands.open('basket');
    expect(view().place).toBeNull();
  });

  it('keeps no cash that was typed for another sum, whatever was put in or taken out', () => {
    const baskets = fc
      .array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 })
      .map((dues) => basketOf(dues.map((due, index) => line(index + 1, 'waiting', due * 1000))));
    fc.assert(
      fc.property(baskets, baskets, (before, after) => {
        const { cash } = followBasket({ ...emptyHands, cash: '9000' }, before, after);
        expect(before.sum).toBe(sumRupiah(before.lines.map(({ due }) => due)));
        if (before.sum !== after.sum || before.lines.length !== after.lines.length) expect(cash).toBe('');
        else expect(cash).toBe('9000');
      }),
    );
  });
});
