import { describe, expect, it, vi } from 'vitest';
import type { LoketBridge } from '../../../../shared/contract/contract.ts';
import { rupiah } from '../../../../shared/money.ts';
import type { Doubt } from '../../../../shared/payment/doubt.ts';
import { err, ok } from '../../../../shared/result.ts';
import { bill303500, noon, paidView, quoteId } from '../samples.ts';
import { counterWith, settle, toBill, unexpected } from './counter-driver.ts';

const doubts: readonly Doubt[] = [
  { kind: 'paid-lately', payment: quoteId(7), at: noon, total: rupiah(303_500) },
  { kind: 'gap', gap: 3, from: noon, until: noon },
];
const confirmFirst = () => Promise.resolve(err({ code: 'confirm-again', doubts } as const));

async function doubtful(part: Partial<LoketBridge> = {}) {
  const pay = vi.fn<LoketBridge['pay']>(confirmFirst);
  const all = await counterWith({ pay, ...part });
  await toBill(all.counter);
  all.counter.commands.typeCash('350000');
  all.counter.commands.enterDown();
  all.counter.commands.pay({ by: 'key', repeat: false });
  await settle();
  return { ...all, pay };
}

describe('a payment that asks for a second confirmation', () => {
  it('keeps the bill and its cash, and says what must be known', async () => {
    const { counter, tones } = await doubtful();
    expect(counter.store.getState()).toMatchObject({
      place: 'confirm-again',
      sale: { step: 'bill', cash: '350000', problem: { code: 'confirm-again', doubts } },
    });
    expect(tones).toEqual(['unknown']);
  });

  it('is not paid by the Enter that is still down, nor by its repeats', async () => {
    const { counter, pay } = await doubtful();
    for (let repeat = 0; repeat < 5; repeat += 1) counter.commands.pay({ by: 'key', repeat: true });
    counter.commands.pay({ by: 'key', repeat: false });
    await settle();
    expect(pay).toHaveBeenCalledOnce();
  });

  it('is paid at once when it is confirmed, with the keys of what was shown', async () => {
    const confirmAgain = vi.fn(() => Promise.resolve(ok(undefined)));
    const { counter, pay } = await doubtful({ confirmAgain });
    pay.mockImplementation(() => Promise.resolve(ok(paidView)));
    expect(await counter.commands.confirmAgain('1234')).toBeNull();
    await settle();
    expect(confirmAgain).toHaveBeenCalledExactlyOnceWith({
      quote: bill303500.id,
      doubts: [`paid-lately:${quoteId(7)}`, 'gap:3'],
      pin: '1234',
    });
    expect(pay).toHaveBeenCalledTimes(2);
    expect(counter.store.getState()).toMatchObject({ place: null, sale: { step: 'done' } });
  });

  it('stays in its dialog where the PIN is wrong, and pays nothing', async () => {
    const { counter, pay } = await doubtful({
      confirmAgain: () => Promise.resolve(err({ code: 'wrong-pin' })),
    });
    expect(await counter.commands.confirmAgain('9999')).toBe('wrong-pin');
    expect(counter.store.getState()).toMatchObject({ place: 'confirm-again', sale: { step: 'bill' } });
    expect(pay).toHaveBeenCalledOnce();
  });

  it('is not paid where it was called off while main looked at the PIN', async () => {
    let answer: () => void = () => undefined;
    const { counter, pay } = await doubtful({
      confirmAgain: () => new Promise((resolve) => (answer = () => resolve(ok(undefined)))),
    });
    const confirming = counter.commands.confirmAgain('1234');
    counter.commands.close();
    answer();
    await confirming;
    await settle();
    expect(pay).toHaveBeenCalledOnce();
    expect(counter.store.getState()).toMatchObject({ place: null, sale: { step: 'bill' } });
  });

  it('asks again where something else has come up meanwhile', async () => {
    const { counter } = await doubtful({ confirmAgain: () => Promise.resolve(ok(undefined)) });
    await counter.commands.confirmAgain(null);
    await settle();
    expect(counter.store.getState()).toMatchObject({ place: 'confirm-again', sale: { step: 'bill' } });
  });

  it('is confirmed by nothing but its own bill', async () => {
    const confirmAgain = vi.fn(unexpected);
    const { counter } = await counterWith({ confirmAgain });
    expect(await counter.commands.confirmAgain('1234')).toBe('quote-gone');
    await toBill(counter);
    expect(await counter.commands.confirmAgain('1234')).toBe('quote-gone');
    counter.commands.open('confirm-again');
    expect(counter.store.getState().place).toBeNull();
    expect(confirmAgain).not.toHaveBeenCalled();
  });

  it('leaves no PIN in the store', async () => {
    const { counter } = await doubtful({ confirmAgain: () => Promise.resolve(err({ code: 'wrong-pin' })) });
    await counter.commands.confirmAgain('73911937');
    expect(JSON.stringify(counter.store.getState())).not.toContain('73911937');
  });
});
