import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { LoketBridge } from '../../../../shared/contract/contract.ts';
import type { PaymentSummary, PaymentView } from '../../../../shared/contract/payment-view.ts';
import { err, ok } from '../../../../shared/result.ts';
import type { Counter } from '../../../../renderer/store/counter.ts';
import { rupiah } from '../../../../shared/money.ts';
import { counterWith, never, settle, toBill, unexpected } from './counter-driver.ts';
import {
  bandung,
  bill303500,
  counterState,
  paidView,
  quoteId,
  surabaya,
  unknownSummary,
  unknownView,
} from '../samples.ts';

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

  it('is heard nowhere where the shop wants no sounds, whatever comes of it', async () => {
    for (const paid of [true, false]) {
      const { counter, tones } = await counterWith({
        counterState: () => Promise.resolve(ok({ ...counterState, sounds: false })),
        pay: () => Promise.resolve(paid ? ok(paidView) : err({ code: 'not-sent' })),
      });
      await toBill(counter);
      counter.commands.typeCash('350000');
      counter.commands.pay({ by: 'pointer' });
      await settle();
      expect(step(counter)).toBe(paid ? 'done' : 'bill');
      expect(tones).toEqual([]);
    }
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

  it('tells main of cash while it is counted once no digit comes for a moment, and not of each', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const tender = vi.fn<LoketBridge['tender']>(() => Promise.resolve(ok({ change: rupiah(0) })));
    const started = counterWith({ tender });
    await vi.runAllTimersAsync();
    const { counter } = await started;
    const billed = toBill(counter);
    await vi.runAllTimersAsync();
    await billed;
    const told = (): readonly unknown[] => tender.mock.calls.map(([{ cash }]) => cash);
    for (const cash of ['3', '35', '350', '3500', '35000', '350000']) {
      counter.commands.typeCash(cash);
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(told()).toEqual([]);
    await vi.advanceTimersByTimeAsync(50);
    expect(told()).toEqual([350_000]);
    // Wiped: that is told too.
    counter.commands.stepBack();
    await vi.advanceTimersByTimeAsync(150);
    expect(told()).toEqual([350_000, 0]);
    // Left before it stood still: nobody is told of it.
    counter.commands.typeCash('400000');
    counter.commands.typeCash('');
    counter.commands.stepBack();
    await vi.runAllTimersAsync();
    expect(step(counter)).toBe('number');
    expect(told()).toEqual([350_000, 0]);
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

describe('a product sold by several companies', () => {
  it('asks which one first, remembers it for the run, and asks main for that one', async () => {
    const inquire = vi.fn(() => Promise.resolve(ok({ kind: 'quote', quote: bill303500 } as const)));
    const { counter } = await counterWith({ inquire });
    const { commands, store } = counter;
    commands.chooseProduct('pdam');
    expect(store.getState().place).toBe('services');
    commands.chooseService(bandung);
    expect(store.getState().place).toBeNull();
    commands.chooseProduct('telkom-pstn');
    commands.chooseProduct('pdam');
    expect(store.getState()).toMatchObject({ place: null, sale: { entry: { service: bandung } } });
    commands.typeNumber('10202001');
    commands.ask();
    await settle();
    expect(inquire).toHaveBeenCalledExactlyOnceWith({
      product: 'pdam',
      service: bandung.code,
      number: '10202001',
      extras: {},
    });
  });

  it('asks main nothing while none is chosen, and opens the list instead', async () => {
    const inquire = vi.fn(unexpected);
    const { counter } = await counterWith({ inquire });
    counter.commands.chooseProduct('pdam');
    counter.commands.close();
    counter.commands.typeNumber('10202001');
    counter.commands.ask();
    await settle();
    expect(inquire).not.toHaveBeenCalled();
    expect(counter.store.getState().place).toBe('services');
  });

  it('opens no list where there is nothing to choose, nor over a bill', async () => {
    const { counter } = await counterWith({});
    counter.commands.open('services');
    expect(counter.store.getState().place).toBeNull();
    counter.commands.chooseProduct('pdam');
    counter.commands.chooseService(surabaya);
    counter.commands.typeNumber('10202001');
    counter.commands.ask();
    await settle();
    counter.commands.open('services');
    expect(counter.store.getState()).toMatchObject({ place: null, sale: { step: 'bill' } });
  });
});

describe('a product that nobody here sells', () => {
  it('has a key that does nothing', async () => {
    const { counter } = await counterWith({});
    const { sale } = counter.store.getState();
    counter.commands.chooseProduct('pln-nontaglis');
    expect(counter.store.getState().sale).toBe(sale);
  });

  it('is not asked for where the catalogue is empty', async () => {
    const inquire = vi.fn(unexpected);
    const { counter } = await counterWith({ inquire, catalogue: () => Promise.resolve(ok([])) });
    await toBill(counter);
    expect(inquire).not.toHaveBeenCalled();
    expect(counter.store.getState().sale).toMatchObject({ problem: { code: 'not-sold' } });
  });
});

describe('what is asked besides the number', () => {
  it('goes to main as it was typed, or by its default', async () => {
    const inquire = vi.fn<LoketBridge['inquire']>(() =>
      Promise.resolve(err({ code: 'refused-by-biller' } as const)),
    );
    const { counter } = await counterWith({ inquire });
    counter.commands.chooseProduct('bpjs');
    counter.commands.typeNumber('8801234560001');
    counter.commands.ask();
    await settle();
    counter.commands.typeExtra('months', '3');
    counter.commands.ask();
    await settle();
    expect(inquire.mock.calls.map(([input]) => input.extras)).toEqual([{ months: 1 }, { months: 3 }]);
  });

  it('keeps the number here while it is missing or out of bounds', async () => {
    const inquire = vi.fn(unexpected);
    const { counter } = await counterWith({ inquire });
    counter.commands.chooseProduct('emoney');
    counter.commands.typeNumber('08123456789');
    counter.commands.ask();
    counter.commands.chooseProduct('bpjs');
    counter.commands.typeNumber('8801234560001');
    counter.commands.typeExtra('months', '25');
    counter.commands.ask();
    await settle();
    expect(inquire).not.toHaveBeenCalled();
    expect(counter.store.getState().sale).toMatchObject({ step: 'number', entry: { refused: true } });
  });
});

describe('a payment refused by the cut-off', () => {
  const cutOff = () => Promise.resolve(err({ code: 'cut-off' } as const));

  async function refusedAtNight(part: Partial<LoketBridge>) {
    const all = await counterWith({ pay: cutOff, ...part });
    await toBill(all.counter);
    all.counter.commands.typeCash('350000');
    all.counter.commands.pay({ by: 'pointer' });
    await settle();
    return all;
  }

  it('is never paid by itself once a supervisor has insisted', async () => {
    const pay = vi.fn(cutOff);
    const insist = vi.fn(() => Promise.resolve(ok(undefined)));
    const { counter } = await refusedAtNight({ pay, insist });
    counter.commands.open('insist');
    expect(counter.store.getState().place).toBe('insist');
    expect(await counter.commands.insist('1234')).toBeNull();
    expect(insist).toHaveBeenCalledExactlyOnceWith({ quote: bill303500.id, pin: '1234' });
    expect(pay).toHaveBeenCalledOnce();
    expect(counter.store.getState()).toMatchObject({ place: null, sale: { step: 'bill', isInsisted: true } });
    counter.commands.pay({ by: 'pointer' });
    expect(pay).toHaveBeenCalledTimes(2);
  });

  it('stays refused, with its dialog, where the PIN is wrong', async () => {
    const { counter } = await refusedAtNight({
      insist: () => Promise.resolve(err({ code: 'wrong-pin' })),
    });
    counter.commands.open('insist');
    expect(await counter.commands.insist('9999')).toBe('wrong-pin');
    expect(counter.store.getState()).toMatchObject({
      place: 'insist',
      sale: { problem: { code: 'cut-off' }, isInsisted: false },
    });
  });

  it('is the only bill a supervisor is asked about', async () => {
    const { counter } = await counterWith({});
    await toBill(counter);
    counter.commands.open('insist');
    expect(counter.store.getState().place).toBeNull();
  });

  it('keeps no PIN anywhere in the store', async () => {
    const { counter } = await refusedAtNight({ insist: () => Promise.resolve(ok(undefined)) });
    counter.commands.open('insist');
    await counter.commands.insist('73911937');
    expect(JSON.stringify(counter.store.getState())).not.toContain('73911937');
  });
});

describe('asking the biller by hand', () => {
  const asked = (part: Partial<LoketBridge>) =>
    counterWith({
      openPayments: () => Promise.resolve(ok([unknownSummary])),
      payment: () => Promise.resolve(ok(unknownView)),
      ...part,
    });

  it('asks about the payment that is looked at in the list, once at a time', async () => {
    let answer: (result: Awaited<ReturnType<LoketBridge['checkPayment']>>) => void = () => undefined;
    const checkPayment = vi.fn(
      () => new Promise<Awaited<ReturnType<LoketBridge['checkPayment']>>>((resolve) => (answer = resolve)),
    );
    const { counter } = await asked({ checkPayment });
    counter.commands.open('unresolved');
    await settle();
    for (let press = 0; press < 3; press += 1) counter.commands.check();
    expect(checkPayment).toHaveBeenCalledExactlyOnceWith({ payment: unknownView.quote.id });
    expect(counter.store.getState().check).toEqual({ payment: unknownView.quote.id, problem: null });
    answer(err({ code: 'no-connection' }));
    await settle();
    expect(counter.store.getState().check).toEqual({
      payment: unknownView.quote.id,
      problem: 'no-connection',
    });
    counter.commands.check();
    expect(checkPayment).toHaveBeenCalledTimes(2);
  });

  it('asks nothing where the biller cannot be asked, or is being asked', async () => {
    const checkings = [
      { kind: 'cannot', because: 'no-call' },
      { kind: 'not-needed' },
      {
        kind: 'will',
        asked: 0,
        lastAt: null,
        nextAt: unknownView.sentAt,
        isAsking: true,
        isOffline: false,
      },
    ] as const;
    for (const checking of checkings) {
      const checkPayment = vi.fn(unexpected);
      const { counter } = await asked({
        checkPayment,
        payment: () => Promise.resolve(ok({ ...unknownView, checking })),
      });
      counter.commands.open('unresolved');
      await settle();
      counter.commands.check();
      expect(checkPayment).not.toHaveBeenCalled();
    }
  });

  it('shows and sounds what came of it where it is the outcome on the screen', async () => {
    const { counter, tones } = await asked({
      pay: () => Promise.resolve(ok(unknownView)),
      checkPayment: () => Promise.resolve(ok(paidView)),
    });
    await toBill(counter);
    counter.commands.typeCash('350000');
    counter.commands.pay({ by: 'pointer' });
    await settle();
    counter.commands.check();
    await settle();
    expect(counter.store.getState().sale).toMatchObject({ finished: { payment: { state: 'paid' } } });
    expect(tones).toEqual(['unknown', 'paid']);
  });
});

describe('taking an answer for a refusal', () => {
  const takable: PaymentView = { ...unknownView, canTakeForFinal: true };

  async function looking(payment: PaymentView, part: Partial<LoketBridge> = {}) {
    const all = await counterWith({
      openPayments: () => Promise.resolve(ok([unknownSummary])),
      payment: () => Promise.resolve(ok(payment)),
      ...part,
    });
    all.counter.commands.open('unresolved');
    await settle();
    return all;
  }

  it('is offered only for the payment that is looked at, and only where main says that it can be', async () => {
    const { counter } = await looking(unknownView);
    counter.commands.open('take-for-final');
    expect(counter.store.getState().place).toBe('unresolved');
    const other = await looking(takable);
    other.counter.commands.open('take-for-final');
    expect(other.counter.store.getState().place).toBe('take-for-final');
  });

  it('sends the PIN for that payment, and comes back to the list', async () => {
    const takeForFinal = vi.fn(() => Promise.resolve(ok({ ...takable, state: 'rejected' } as const)));
    const { counter } = await looking(takable, { takeForFinal });
    counter.commands.open('take-for-final');
    expect(await counter.commands.takeForFinal('1234')).toBeNull();
    expect(takeForFinal).toHaveBeenCalledExactlyOnceWith({ payment: takable.quote.id, pin: '1234' });
    expect(counter.store.getState().place).toBe('unresolved');
  });

  it('leads back to the list where it is called off', async () => {
    const { counter } = await looking(takable);
    counter.commands.open('take-for-final');
    counter.commands.close();
    expect(counter.store.getState().place).toBe('unresolved');
  });
});
