import { describe, expect, it, vi } from 'vitest';
import type { LoketBridge } from '../../../../shared/contract/contract.ts';
import type { PaymentSummary, PaymentView } from '../../../../shared/contract/payment-view.ts';
import type { CounterState } from '../../../../shared/contract/counter-state.ts';
import { err, ok } from '../../../../shared/result.ts';
import { createCounter, type Counter } from '../../../../renderer/store/counter.ts';
import { rupiah } from '../../../../shared/money.ts';
import { bill303500, counterState, paidView, quoteId, unknownSummary, unknownView } from '../samples.ts';

const never = (): Promise<never> => new Promise(() => undefined);
const unexpected = () => Promise.reject(new Error('not expected in this test'));

/** A bridge where every request that a test does not define is a mistake. */
function bridgeWith(part: Partial<LoketBridge>): {
  bridge: LoketBridge;
  push: (state: CounterState) => void;
} {
  let listener: (state: CounterState) => void = () => undefined;
  const bridge: LoketBridge = {
    counterState: () => Promise.resolve(ok(counterState)),
    inquire: () => Promise.resolve(ok({ kind: 'quote', quote: bill303500 })),
    abandonInquiry: () => Promise.resolve(ok(undefined)),
    chooseDenomination: unexpected,
    tender: () => Promise.resolve(ok({ change: rupiah(46_500) })),
    pay: () => Promise.resolve(ok(paidView)),
    recentPayments: () => Promise.resolve(ok([])),
    openPayments: () => Promise.resolve(ok([])),
    payment: () => Promise.resolve(ok(paidView)),
    reprint: unexpected,
    paper: () => Promise.resolve(ok({ bytes: new Uint8Array(), paper: '58mm' })),
    copyText: unexpected,
    savePicture: unexpected,
    settings: unexpected,
    saveShopSettings: unexpected,
    saveTeleanjar: unexpected,
    switchLedger: unexpected,
    on: {
      counterState: (to) => {
        listener = to;
        return () => undefined;
      },
    },
    ...part,
  };
  return { bridge, push: (state) => listener(state) };
}

const settle = (): Promise<void> => new Promise((done) => setTimeout(done, 0));

async function counterWith(part: Partial<LoketBridge>): Promise<{
  counter: Counter;
  push: (state: CounterState) => void;
  tones: string[];
  clock: { now: number };
}> {
  const { bridge, push } = bridgeWith(part);
  const tones: string[] = [];
  const clock = { now: 0 };
  const counter = createCounter({ bridge, now: () => clock.now, play: (tone) => void tones.push(tone) });
  counter.start();
  await settle();
  return { counter, push, tones, clock };
}

async function toBill(counter: Counter): Promise<void> {
  counter.commands.typeNumber('530000000001');
  counter.commands.ask();
  await settle();
}

const step = (counter: Counter): string => counter.store.getState().sale.step;

describe('the counter', () => {
  it('drops a state that is not newer', async () => {
    const { counter, push } = await counterWith({});
    push({ ...counterState, revision: 5, shopName: 'new' });
    push({ ...counterState, revision: 4, shopName: 'old' });
    push({ ...counterState, revision: 5, shopName: 'same' });
    expect(counter.store.getState().counter?.shopName).toBe('new');
  });

  it('sends no number that the rule refuses', async () => {
    const inquire = vi.fn(unexpected);
    const { counter } = await counterWith({ inquire });
    counter.commands.typeNumber('5300');
    counter.commands.ask();
    await settle();
    expect(inquire).not.toHaveBeenCalled();
    expect(counter.store.getState().sale).toMatchObject({ step: 'number', entry: { refused: true } });
  });

  it('pays once however often the key comes, cash first', async () => {
    const order: string[] = [];
    const { counter, tones } = await counterWith({
      tender: () => {
        order.push('tender');
        return Promise.resolve(ok({ change: rupiah(0) }));
      },
      pay: () => {
        order.push('pay');
        return Promise.resolve(ok(paidView));
      },
    });
    await toBill(counter);
    counter.commands.typeCash('350000');
    for (let press = 0; press < 5; press += 1) counter.commands.pay({ by: 'key', repeat: false });
    counter.commands.pay({ by: 'pointer' });
    await settle();
    expect(order).toEqual(['tender', 'pay']);
    expect(step(counter)).toBe('done');
    expect(tones).toEqual(['paid']);
  });

  it('does not pay with the Enter that asked for the bill', async () => {
    const pay = vi.fn(unexpected);
    const { counter } = await counterWith({ pay });
    counter.commands.enterDown();
    await toBill(counter);
    counter.commands.typeCash('350000');
    counter.commands.pay({ by: 'key', repeat: false });
    await settle();
    expect(pay).not.toHaveBeenCalled();
    counter.commands.enterUp();
    expect(counter.store.getState().sale).toMatchObject({ step: 'bill', enter: 'free' });
  });

  it('abandons an inquiry and does not take its late answer', async () => {
    let answer: (found: Awaited<ReturnType<LoketBridge['inquire']>>) => void = () => undefined;
    const abandonInquiry = vi.fn(() => Promise.resolve(ok(undefined)));
    const { counter } = await counterWith({
      inquire: () => new Promise((resolve) => (answer = resolve)),
      abandonInquiry,
    });
    await toBill(counter);
    expect(step(counter)).toBe('asking');
    counter.commands.stepBack();
    expect(abandonInquiry).toHaveBeenCalledOnce();
    answer(ok({ kind: 'quote', quote: bill303500 }));
    await settle();
    expect(step(counter)).toBe('number');
  });

  it('gives up the inquiry where a product key leaves it', async () => {
    const abandonInquiry = vi.fn(() => Promise.resolve(ok(undefined)));
    const { counter } = await counterWith({ inquire: never, abandonInquiry });
    await toBill(counter);
    counter.commands.chooseProduct('telkom-pstn');
    expect(abandonInquiry).toHaveBeenCalledOnce();
  });

  it('keeps the bill where nothing was sent', async () => {
    const { counter, tones } = await counterWith({ pay: () => Promise.resolve(err({ code: 'not-sent' })) });
    await toBill(counter);
    counter.commands.typeCash('350000');
    counter.commands.pay({ by: 'pointer' });
    await settle();
    expect(counter.store.getState().sale).toMatchObject({ step: 'bill', problem: { code: 'not-sent' } });
    expect(tones).toEqual(['refused']);
  });

  it('does not wipe an outcome by an Esc that was meant for the wait', async () => {
    const { counter, clock } = await counterWith({});
    await toBill(counter);
    counter.commands.typeCash('350000');
    counter.commands.pay({ by: 'pointer' });
    await settle();
    counter.commands.stepBack();
    expect(step(counter)).toBe('done');
    clock.now = 1000;
    counter.commands.stepBack();
    expect(step(counter)).toBe('number');
  });

  it('calls a payment unknown where main breaks off and cannot be asked', async () => {
    const { counter, tones } = await counterWith({
      pay: () => Promise.reject(new Error('gone')),
      payment: () => Promise.reject(new Error('gone')),
    });
    await toBill(counter);
    counter.commands.typeCash('350000');
    counter.commands.pay({ by: 'pointer' });
    await settle();
    expect(counter.store.getState().sale).toMatchObject({ step: 'done', finished: { kind: 'lost' } });
    expect(tones).toEqual(['unknown']);
  });

  it('shows the bill again where main breaks off and has no record, because nothing was sent', async () => {
    const { counter, tones } = await counterWith({
      pay: () => Promise.reject(new Error('gone')),
      payment: () => Promise.resolve(err({ code: 'payment-not-found' })),
    });
    await toBill(counter);
    counter.commands.typeCash('350000');
    counter.commands.pay({ by: 'pointer' });
    await settle();
    expect(counter.store.getState().sale).toMatchObject({
      step: 'bill',
      cash: '350000',
      problem: { code: 'not-sent' },
    });
    expect(tones).toEqual(['refused']);
  });

  it('sends nothing to main for cash that nobody counted', async () => {
    const tender = vi.fn(unexpected);
    const { counter } = await counterWith({ tender });
    await toBill(counter);
    counter.commands.typeCash('530000000002');
    counter.commands.pay({ by: 'key', repeat: false });
    counter.commands.pay({ by: 'pointer' });
    await settle();
    expect(tender).not.toHaveBeenCalled();
    expect(counter.store.getState().sale).toMatchObject({ step: 'bill', hint: 'too-much' });
  });

  it('asks again when the ledger changed, and sounds when an unknown payment turns out paid', async () => {
    let record = unknownView;
    const { counter, push, tones } = await counterWith({
      pay: () => Promise.resolve(ok(unknownView)),
      payment: () => Promise.resolve(ok(record)),
    });
    await toBill(counter);
    counter.commands.typeCash('350000');
    counter.commands.pay({ by: 'pointer' });
    await settle();
    record = paidView;
    push({ ...counterState, revision: 9, ledgerRevision: 2 });
    await settle();
    expect(counter.store.getState().sale).toMatchObject({ finished: { payment: { state: 'paid' } } });
    expect(counter.store.getState().shown?.payment.state).toBe('paid');
    expect(tones).toEqual(['unknown', 'paid']);
  });
});

describe('payments that are not certain', () => {
  const other: PaymentView = { ...paidView, quote: { ...bill303500, id: quoteId(99) } };

  async function withOpen(settled: PaymentView) {
    const lists: { open: PaymentSummary[] } = { open: [unknownSummary] };
    const openPayments = vi.fn(() => Promise.resolve(ok(lists.open)));
    const all = await counterWith({
      openPayments,
      payment: ({ payment }) => Promise.resolve(ok(payment === settled.quote.id ? settled : paidView)),
      pay: () => Promise.resolve(ok(other)),
      inquire: () => Promise.resolve(ok({ kind: 'quote', quote: other.quote })),
    });
    const settleOnMain = async (): Promise<void> => {
      lists.open = [];
      all.push({ ...counterState, revision: 9, ledgerRevision: 2 });
      await settle();
    };
    return { ...all, openPayments, settleOnMain };
  }

  it('are asked for when their dialog opens, and again when the ledger changes', async () => {
    const { counter, openPayments, settleOnMain } = await withOpen(paidView);
    expect(counter.store.getState().open).toEqual([unknownSummary]);
    openPayments.mockClear();
    counter.commands.open('unresolved');
    expect(openPayments).toHaveBeenCalledOnce();
    await settleOnMain();
    expect(openPayments).toHaveBeenCalledTimes(2);
    expect(counter.store.getState().open).toEqual([]);
  });

  it.each(['paid', 'rejected'] as const)('are told when they turn out %s, until dismissed', async (state) => {
    const { counter, settleOnMain } = await withOpen({ ...paidView, state });
    await settleOnMain();
    expect(counter.store.getState().settledLate).toMatchObject([{ state, quote: { id: bill303500.id } }]);
    counter.commands.dismissSettled(bill303500.id);
    expect(counter.store.getState().settledLate).toEqual([]);
  });

  it('are told until the next sale has ended', async () => {
    const { counter, settleOnMain } = await withOpen(paidView);
    await settleOnMain();
    await toBill(counter);
    counter.commands.typeCash('350000');
    expect(counter.store.getState().settledLate).toHaveLength(1);
    counter.commands.pay({ by: 'pointer' });
    await settle();
    expect(step(counter)).toBe('done');
    expect(counter.store.getState().settledLate).toEqual([]);
  });

  it('are still told after a sale during whose payment they were settled', async () => {
    const { counter, settleOnMain } = await withOpen(paidView);
    await toBill(counter);
    counter.commands.typeCash('350000');
    counter.commands.pay({ by: 'pointer' });
    await settleOnMain();
    expect(step(counter)).toBe('done');
    expect(counter.store.getState().settledLate).toHaveLength(1);
  });
});
