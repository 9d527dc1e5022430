import { describe, expect, it, vi } from 'vitest';
import { createCounter, type Counter } from '../../../../renderer/store/counter.ts';
import type { LoketBridge, RequestResult } from '../../../../shared/contract/contract.ts';
import type { CounterState } from '../../../../shared/contract/counter-state.ts';
import type { Look } from '../../../../shared/contract/look.ts';
import { err, ok } from '../../../../shared/result.ts';
import { bandung, bill303500, catalogue, counterState, paidView, surabaya } from '../samples.ts';
import { bridgeWith, settle } from './counter-driver.ts';

const look: Look = {
  counter: { ...counterState, revision: 0, shopName: 'as it was' },
  catalogue,
  people: [],
};

/** A counter whose main says nothing until it stands, and then answers all that it was asked. */
function atItsStart(part: Partial<LoketBridge> = {}) {
  let stand = (_state: CounterState): void => undefined;
  const standing = new Promise<CounterState>((resolve) => {
    stand = resolve;
  });
  const { bridge } = bridgeWith({
    counterState: async () => ok(await standing),
    catalogue: async () => {
      await standing;
      return ok(catalogue);
    },
    ...part,
  });
  const counter = createCounter({ bridge, now: () => 0, play: () => undefined });
  const main = async (state: Partial<CounterState> = {}): Promise<void> => {
    stand({ ...counterState, revision: 0, shopName: 'as it is', ...state });
    await settle();
  };
  return { counter, main, standing };
}

const shopName = (counter: Counter): string | undefined => counter.store.getState().counter?.shopName;

describe('a counter that looks as it did last', () => {
  it('looks so until main says how it is, whatever the number of that', async () => {
    const { counter, main } = atItsStart();
    counter.recall(look);
    counter.start();
    await settle();
    expect(shopName(counter)).toBe('as it was');
    expect(counter.store.getState()).toMatchObject({ isTold: false, catalogue, people: [] });
    await main();
    expect(shopName(counter)).toBe('as it is');
    expect(counter.store.getState()).toMatchObject({ isTold: true, people: null });
  });

  it('never looks so once main has said how it is', async () => {
    const { counter, main } = atItsStart();
    counter.start();
    await main();
    counter.recall(look);
    counter.giveUpLook();
    expect(shopName(counter)).toBe('as it is');
    expect(counter.store.getState().isTold).toBe(true);
  });

  it('keeps the number that was typed meanwhile, its product and its city', async () => {
    const { counter, main } = atItsStart();
    counter.recall(look);
    counter.start();
    counter.commands.chooseProduct('pdam');
    counter.commands.chooseService(bandung);
    counter.commands.typeNumber('1122334455');
    await main();
    const { sale } = counter.store.getState();
    expect(sale).toMatchObject({
      step: 'number',
      entry: { product: 'pdam', service: bandung, draft: '1122334455' },
    });
  });

  it('asks a new city where the one that was chosen is not served any more', async () => {
    const pdam = catalogue.find(({ product }) => product === 'pdam');
    const { counter, main } = atItsStart({
      catalogue: () => Promise.resolve(ok(pdam === undefined ? [] : [{ ...pdam, services: [surabaya] }])),
    });
    counter.recall(look);
    counter.commands.chooseProduct('pdam');
    counter.commands.chooseService(bandung);
    counter.start();
    await main();
    expect(counter.store.getState().sale.entry.service).toEqual(surabaya);
  });

  it('asks for a bill once, and shows it when main stands', async () => {
    const inquire = vi.fn<LoketBridge['inquire']>(async (): Promise<RequestResult<'inquire'>> => {
      await standing;
      return ok({ kind: 'quote', quote: bill303500 });
    });
    const { counter, main, standing } = atItsStart({ inquire });
    counter.recall(look);
    counter.start();
    counter.commands.typeNumber('530000000001');
    counter.commands.ask();
    counter.commands.ask();
    await settle();
    expect(counter.store.getState().sale.step).toBe('asking');
    await main();
    expect(inquire).toHaveBeenCalledOnce();
    expect(counter.store.getState().sale).toMatchObject({ step: 'bill', quote: bill303500 });
  });

  it('opens what is not certain as soon as main tells of it', async () => {
    const { counter, main } = atItsStart();
    counter.recall(look);
    counter.start();
    await settle();
    expect(counter.store.getState().place).toBeNull();
    await main({ unresolved: 2, ledgerRevision: 0 });
    expect(counter.store.getState()).toMatchObject({ place: 'unresolved', recent: [], open: [] });
  });

  it('asks of a number what its city asks for now, also where the bill is on its way', async () => {
    const now = { ...bandung, asks: ['months'] as const };
    const sold = catalogue.map((entry) =>
      entry.product === 'pdam' ? { ...entry, services: [surabaya, now] } : entry,
    );
    const { counter, main } = atItsStart({
      catalogue: () => Promise.resolve(ok(sold)),
      inquire: () => Promise.resolve(err({ code: 'extras-missing' })),
    });
    counter.recall(look);
    counter.commands.chooseProduct('pdam');
    counter.commands.chooseService(bandung);
    counter.commands.typeNumber('1122334455');
    counter.start();
    counter.commands.ask();
    await main();
    expect(counter.store.getState().sale).toMatchObject({
      step: 'number',
      problem: { code: 'extras-missing' },
      entry: { service: now, draft: '1122334455' },
    });
  });

  it('pays nothing under the list that opens by itself', async () => {
    const pay = vi.fn<LoketBridge['pay']>(() => Promise.resolve(ok(paidView)));
    const { counter, main } = atItsStart({ pay });
    counter.recall(look);
    counter.start();
    counter.commands.typeNumber('530000000001');
    counter.commands.ask();
    await main({ unresolved: 1 });
    expect(counter.store.getState()).toMatchObject({ place: 'unresolved', sale: { step: 'bill' } });
    counter.commands.typeCash('350000');
    counter.commands.pay({ by: 'key', repeat: false });
    await settle();
    expect(pay).not.toHaveBeenCalled();
    counter.commands.close();
    counter.commands.pay({ by: 'key', repeat: false });
    await settle();
    expect(pay).toHaveBeenCalledOnce();
  });

  it('takes nothing from what is kept but how it looks', () => {
    const { counter } = atItsStart();
    counter.recall({ ...look, isTold: true, place: 'settings' } as Look);
    expect(counter.store.getState()).toMatchObject({ isTold: false, place: null });
  });

  it('is given up where main is late, and what was typed is there when main stands', async () => {
    const { counter, main } = atItsStart();
    counter.recall(look);
    counter.start();
    counter.commands.typeNumber('530000000001');
    counter.giveUpLook();
    expect(counter.store.getState().counter).toBeNull();
    await main();
    expect(shopName(counter)).toBe('as it is');
    expect(counter.store.getState()).toMatchObject({ catalogue, sale: { entry: { draft: '530000000001' } } });
  });
});
