import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLots, followPauseMs, goesOn, linesToAsk, type Lots } from '../../../../renderer/store/lots.ts';
import type { LoketBridge } from '../../../../shared/contract/contract.ts';
import type { Lot, LotInBrief } from '../../../../shared/contract/lots.ts';
import { err, ok } from '../../../../shared/result.ts';
import { lineOf, lotOf, paidLine } from '../lot-samples.ts';
import { paidView, quoteId } from '../samples.ts';
import { never, unexpected } from './counter-driver.ts';

const briefOf = (revision: number): LotInBrief => ({
  number: 7,
  stage: 'asking',
  halt: null,
  run: { total: 3, done: 1, timeLeft: null },
  lines: 3,
  billed: 0,
  noBill: 0,
  failed: 0,
  paid: 0,
  refused: 0,
  unknown: 0,
  revision,
});

/** Lots on a bridge where every request that a test does not define is a mistake, at an open lot of these lines. */
async function at(lot: Lot | null, part: Partial<LoketBridge> = {}): Promise<Lots> {
  const lots = createLots(
    {
      groups: () => Promise.resolve(ok([{ number: 3, name: 'RT 05', collector: '', count: 2 }])),
      lots: () => Promise.resolve(ok([])),
      lot: () => Promise.resolve(lot === null ? err({ code: 'no-such-lot' }) : ok(lot)),
      removeGroup: unexpected,
      openLot: unexpected,
      inquireLot: unexpected,
      chooseInLot: unexpected,
      payLot: unexpected,
      stopLot: unexpected,
      answerLot: unexpected,
      closeLot: unexpected,
      printLotRecap: unexpected,
      exportLot: unexpected,
      payment: unexpected,
      reprint: unexpected,
      ...part,
    },
    lot === null ? { at: 'home' } : { at: 'lot', lot: lot.number, question: null },
  );
  await lots.follow(null, 0);
  return lots;
}
const view = (lots: Lots) => lots.store.getState();
const done = () => Promise.resolve(ok(undefined));

describe('opening', () => {
  it('makes a lot of what is picked, in that order, and begins to inquire it', async () => {
    const openLot = vi.fn<LoketBridge['openLot']>(() => Promise.resolve(ok(7)));
    const inquireLot = vi.fn<LoketBridge['inquireLot']>(done);
    const lot = () => Promise.resolve(ok(lotOf([lineOf(1)])));
    const lots = await at(null, { openLot, inquireLot, lot });
    await lots.begin();
    expect(openLot).not.toHaveBeenCalled();
    for (const group of [3, 1, 2]) lots.pick(group, true);
    lots.pick(1, false);
    await lots.begin();
    expect(openLot).toHaveBeenCalledExactlyOnceWith({ groups: [3, 2] });
    expect(inquireLot).toHaveBeenCalledExactlyOnceWith({ lot: 7 });
    expect(view(lots).screen).toEqual({ at: 'lot', lot: 7, question: null });
    expect(view(lots).picked).toEqual([]);
    lots.end();
  });

  it('says why main did not open it, and inquires nothing', async () => {
    const openLot = () => Promise.resolve(err({ code: 'nobody-in-it' } as const));
    const lots = await at(null, { openLot });
    lots.pick(3, true);
    await lots.begin();
    expect(view(lots)).toMatchObject({
      screen: { at: 'home' },
      note: { kind: 'lot-problem', code: 'nobody-in-it' },
      isBusy: false,
    });
  });

  it('drops from what is picked a group that is gone', async () => {
    const lots = await at(null);
    lots.pick(3, true);
    lots.pick(9, true);
    await lots.fetchHome();
    expect(view(lots).picked).toEqual([3]);
  });
});

describe('following', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('asks once for many changes, and never misses the last one', async () => {
    const lot = vi.fn<LoketBridge['lot']>(() => Promise.resolve(ok(lotOf([lineOf(1)]))));
    const lots = await at(lotOf([lineOf(1)]), { lot });
    expect(lot).toHaveBeenCalledTimes(1);
    for (let revision = 1; revision <= 50; revision += 1) await lots.follow(briefOf(revision), 0);
    expect(lot).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(followPauseMs);
    expect(lot).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(followPauseMs * 10);
    expect(lot).toHaveBeenCalledTimes(2);
    lots.end();
    await lots.follow(briefOf(99), 0);
    await vi.advanceTimersByTimeAsync(followPauseMs * 10);
    expect(lot).toHaveBeenCalledTimes(3);
  });

  it('drops the answer about a lot that is not on the screen any more', async () => {
    let tell: (lot: Lot) => void = () => undefined;
    const lot: LoketBridge['lot'] = ({ lot: number }) =>
      number === 7
        ? new Promise((resolve) => {
            tell = (found) => resolve(ok(found));
          })
        : Promise.resolve(ok(lotOf([lineOf(2)], { number: 8 })));
    const lots = createLots({ lot, groups: never, lots: never } as unknown as LoketBridge, {
      at: 'lot',
      lot: 7,
      question: null,
    });
    const first = lots.follow(null, 0);
    lots.show({ at: 'lot', lot: 8, question: null });
    tell(lotOf([lineOf(1)]));
    await first;
    await vi.advanceTimersByTimeAsync(followPauseMs);
    expect(view(lots).lot?.number).toBe(8);
    lots.end();
  });
});

describe('paying', () => {
  it('is asked first, whatever is pressed before', async () => {
    const payLot = vi.fn<LoketBridge['payLot']>(done);
    const lots = await at(lotOf([lineOf(1)]), { payLot });
    await lots.confirm();
    expect(payLot).not.toHaveBeenCalled();
    lots.ask('pay');
    expect(lots.back()).toBe(true);
    await lots.confirm();
    expect(payLot).not.toHaveBeenCalled();
    lots.ask('pay');
    await Promise.all([lots.confirm(), lots.confirm()]);
    expect(payLot).toHaveBeenCalledExactlyOnceWith({ lot: 7 });
    lots.end();
  });

  it('of nothing, or of a lot that runs or is closed, is not even asked about', async () => {
    const none = await at(lotOf([lineOf(1, { isChosen: false })]));
    none.ask('pay');
    expect(view(none).note).toEqual({ kind: 'lot-problem', code: 'nothing-to-pay' });
    for (const stage of ['asking', 'paying', 'closed'] as const) {
      const lots = await at(lotOf([lineOf(1)], { stage }));
      lots.ask('pay');
      lots.ask('close');
      expect(view(lots).screen).toMatchObject({ question: null });
      lots.end();
    }
    none.end();
  });

  it('goes on without a new question only where it stopped among payments, and nothing was left to be found', () => {
    const stopped = { stage: 'halted', halt: { because: 'stopped', problem: null } } as const;
    expect(goesOn(lotOf([paidLine(1), lineOf(2)], stopped))).toBe(true);
    expect(goesOn(lotOf([lineOf(1), lineOf(2)], stopped))).toBe(false);
    expect(goesOn(lotOf([paidLine(1)], stopped))).toBe(false);
    expect(goesOn(lotOf([paidLine(1), lineOf(2)]))).toBe(false);
    const old = lineOf(3, { obstacles: [{ code: 'expired' }], isChosen: false });
    expect(goesOn(lotOf([paidLine(1), lineOf(2), old], stopped))).toBe(false);
  });
});

describe('choosing', () => {
  it('asks main for no line that may not be chosen, and for the other side of the one that may', async () => {
    const lines = [lineOf(1), lineOf(2, { isChosen: false, canChoose: false }), paidLine(3)];
    const chooseInLot = vi.fn<LoketBridge['chooseInLot']>(() => Promise.resolve(ok(lotOf(lines))));
    const lots = await at(lotOf(lines), { chooseInLot });
    for (const place of [1, 2, 3, -1]) await lots.toggle(place);
    expect(chooseInLot).not.toHaveBeenCalled();
    await lots.toggle(0);
    expect(chooseInLot).toHaveBeenCalledExactlyOnceWith({ lot: 7, lines: [1], isIn: false });
    lots.end();
  });

  it('looks at no line that is not there', async () => {
    const lots = await at(lotOf([lineOf(1), lineOf(2)]));
    fc.assert(
      fc.property(fc.integer(), (place) => {
        lots.lookAt(place);
        expect([0, 1]).toContain(view(lots).at);
      }),
    );
    lots.end();
  });
});

describe('what is inquired next', () => {
  const noBill = lineOf(1, { state: 'no-bill', obstacles: [{ code: 'no-bill' }], isChosen: false });
  const failed = lineOf(2, { state: 'failed', obstacles: [{ code: 'failed' }], isChosen: false });
  it('is what nobody answered, and what has no bill only where nothing else is left', () => {
    expect(linesToAsk([noBill, failed, lineOf(3), paidLine(4)]).map(({ nth }) => nth)).toEqual([2]);
    expect(linesToAsk([noBill, lineOf(3)]).map(({ nth }) => nth)).toEqual([1]);
    expect(linesToAsk([paidLine(1, 'unknown')])).toEqual([]);
  });
});

describe('receipts', () => {
  it('are printed again only where they have not come out; what is uncertain is left to a person', async () => {
    const print = {
      job: paidView.print?.job ?? ('' as never),
      problem: null,
      copy: 0,
      waits: false,
      isOnScreen: false,
    };
    const prints = [
      { ...print, state: 'printed' },
      null,
      { ...print, state: 'failed' },
      { ...print, state: 'uncertain' },
      null,
    ] as const;
    const lines = [paidLine(1), paidLine(2), paidLine(3), paidLine(4), paidLine(5, 'refused'), lineOf(6)];
    const payment: LoketBridge['payment'] = ({ payment: id }) => {
      const nth = lines.findIndex((line) => line.payment === id);
      return Promise.resolve(ok({ ...paidView, print: prints[nth] ?? null }));
    };
    const reprint = vi.fn<LoketBridge['reprint']>(() => Promise.resolve(ok(paidView)));
    const lots = await at(lotOf(lines), { payment, reprint });
    await lots.printReceipts();
    expect(reprint.mock.calls.map(([of]) => of.payment)).toEqual([quoteId(2), quoteId(3)]);
    expect(view(lots).note).toEqual({ kind: 'receipts', count: 2 });
    lots.end();
  });
});

describe('a bridge that breaks off', () => {
  it('leaves nothing busy, and says so', async () => {
    const lots = await at(lotOf([lineOf(1)]));
    await lots.stop();
    expect(view(lots)).toMatchObject({ note: { kind: 'faulty' }, isBusy: false, isStopping: false });
    await lots.exportLot('csv');
    expect(view(lots)).toMatchObject({ note: { kind: 'faulty' }, isBusy: false });
    lots.end();
  });
});
