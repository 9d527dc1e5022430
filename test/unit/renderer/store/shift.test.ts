import { describe, expect, it, vi } from 'vitest';
import { countOf, countedOf, createDrawer, floatOf, type Drawer } from '../../../../renderer/store/shift.ts';
import type { LoketBridge } from '../../../../shared/contract/contract.ts';
import type { ShiftView } from '../../../../shared/contract/shift.ts';
import { isBusinessDay } from '../../../../shared/business-day.ts';
import { rupiah } from '../../../../shared/money.ts';
import { err, ok } from '../../../../shared/result.ts';
import type { ZReport } from '../../../../shared/shift/shift-figures.ts';
import { noon, paidView, quoteId } from '../samples.ts';
import { never, unexpected } from './counter-driver.ts';

const day = '2026-05-30';
if (!isBusinessDay(day)) throw new Error('not a day');
const none = { count: 0, amount: rupiah(0) };
const figures = {
  opening: rupiah(100_000),
  cashIn: none,
  cashOut: none,
  sold: [],
  byCashier: [],
  uncertain: [],
  uncertainSum: none,
  owed: [],
  owedSum: none,
  refunds: none,
  carried: [],
  carriedSum: none,
};
const shift = { number: 3, openedAt: noon, openedBy: 'Sri', day };
const openNow: ShiftView = {
  shift,
  held: { uncertain: figures.uncertain, owed: figures.owed, carried: figures.carried },
  books: { figures, expected: 100_000 },
};
const zOf = (number: number): ZReport => ({
  ...shift,
  number,
  ledger: 'training',
  closedAt: noon,
  closedBy: 'Sri',
  figures,
  count: {},
  counted: rupiah(75_000),
});

/** A drawer on a bridge where every request that a test does not define is a mistake. */
async function drawerWith(part: Partial<LoketBridge>, now: ShiftView | null = openNow): Promise<Drawer> {
  const drawer = createDrawer({
    shift: () => Promise.resolve(ok(now)),
    zReports: () => Promise.resolve(ok([])),
    openShift: unexpected,
    moveCash: unexpected,
    refund: unexpected,
    closeShift: unexpected,
    printX: unexpected,
    printZ: unexpected,
    ...part,
  });
  await drawer.fetch();
  return drawer;
}
const view = (drawer: Drawer) => drawer.store.getState();

describe('opening', () => {
  it('suggests what was counted last, and takes what is typed instead', async () => {
    const openShift = vi.fn<LoketBridge['openShift']>(() => Promise.resolve(ok(undefined)));
    const zReports = () => Promise.resolve(ok([zOf(2)]));
    const drawer = await drawerWith({ openShift, zReports }, null);
    expect(floatOf(view(drawer))).toBe('75000');
    await drawer.open();
    expect(openShift).toHaveBeenLastCalledWith({ float: 75_000 });
    drawer.typeFloat('');
    await drawer.open();
    expect(openShift).toHaveBeenLastCalledWith({ float: 0 });
  });

  it('is asked for once however often Enter comes', async () => {
    const openShift = vi.fn<LoketBridge['openShift']>(never);
    const drawer = await drawerWith({ openShift }, null);
    void drawer.open();
    void drawer.open();
    expect(openShift).toHaveBeenCalledOnce();
  });

  it('says why it was refused', async () => {
    const openShift = () => Promise.resolve(err({ code: 'shift-open' } as const));
    const drawer = await drawerWith({ openShift }, null);
    await drawer.open();
    expect(view(drawer).note).toEqual({ kind: 'problem', code: 'shift-open' });
    expect(view(drawer).isBusy).toBe(false);
  });

  it('is not asked for while a shift is open, or before main has told', async () => {
    const drawer = await drawerWith({});
    await drawer.open();
    await createDrawer({ shift: unexpected } as never).open();
  });
});

describe('cash in and out', () => {
  it('wants an amount and a reason before it is sent', async () => {
    const moveCash = vi.fn<LoketBridge['moveCash']>(() => Promise.resolve(ok(undefined)));
    const drawer = await drawerWith({ moveCash });
    drawer.begin('out');
    await drawer.move();
    expect(view(drawer).note).toEqual({ kind: 'faulty', field: 'amount' });
    drawer.typeAmount('50000');
    drawer.typeReason(' x ');
    await drawer.move();
    expect(view(drawer).note).toEqual({ kind: 'faulty', field: 'reason' });
    drawer.typeReason(' setor ');
    await drawer.move();
    expect(moveCash).toHaveBeenCalledExactlyOnceWith({ kind: 'out', amount: 50_000, reason: 'setor' });
    expect(view(drawer)).toMatchObject({
      step: { at: 'home' },
      amount: '',
      reason: '',
      note: { kind: 'moved' },
    });
  });

  it('keeps what was typed where it was refused', async () => {
    const drawer = await drawerWith({ moveCash: () => Promise.resolve(err({ code: 'more-than-there-is' })) });
    drawer.begin('out');
    drawer.typeAmount('999999999');
    drawer.typeReason('setor');
    await drawer.move();
    expect(view(drawer)).toMatchObject({ step: { at: 'move', kind: 'out' }, amount: '999999999' });
    expect(view(drawer).note).toEqual({ kind: 'problem', code: 'more-than-there-is' });
  });
});

describe('counting', () => {
  it('takes whole pieces only, and sums them', async () => {
    const drawer = await drawerWith({});
    drawer.begin('count');
    drawer.typePieces(100_000, '3');
    drawer.typePieces(500, '007x');
    drawer.typePieces(200, '0');
    drawer.typePieces(50, '1234567');
    expect(countOf(view(drawer))).toEqual({ 100000: 3, 500: 7, 50: 12_345 });
    expect(countedOf(view(drawer))).toBe(300_000 + 3500 + 12_345 * 50);
  });

  it('is closed by only after it was shown once more, and kept when one goes back to it', async () => {
    const closeShift = vi.fn<LoketBridge['closeShift']>(() => Promise.resolve(ok(zOf(3))));
    const drawer = await drawerWith({ closeShift });
    drawer.begin('count');
    drawer.typePieces(1000, '9');
    await drawer.close();
    expect(closeShift).not.toHaveBeenCalled();
    drawer.finishCount();
    expect(drawer.back()).toBe(true);
    expect(view(drawer).pieces[1000]).toBe('9');
    drawer.finishCount();
    await drawer.close();
    expect(closeShift).toHaveBeenCalledExactlyOnceWith({ count: { 1000: 9 } });
    expect(view(drawer).step).toEqual({ at: 'closed', report: zOf(3) });
  });

  it('that was refused stays, to be tried again', async () => {
    const drawer = await drawerWith({
      closeShift: () => Promise.resolve(err({ code: 'payment-under-way' })),
    });
    drawer.begin('count');
    drawer.typePieces(1000, '9');
    drawer.finishCount();
    await drawer.close();
    expect(view(drawer)).toMatchObject({ step: { at: 'confirm' }, pieces: { 1000: '9' } });
  });

  it('ends where the shift was closed meanwhile', async () => {
    const kept: { now: ShiftView | null } = { now: openNow };
    const drawer = await drawerWith({ shift: () => Promise.resolve(ok(kept.now)) });
    drawer.begin('count');
    kept.now = null;
    await drawer.fetch();
    expect(view(drawer)).toMatchObject({ now: null, step: { at: 'home' } });
  });
});

describe('giving cash back', () => {
  it('takes two presses, of the same payment', async () => {
    const refund = vi.fn<LoketBridge['refund']>(() => Promise.resolve(ok(paidView)));
    const drawer = await drawerWith({ refund });
    await drawer.refund(quoteId(1));
    await drawer.refund(quoteId(2));
    expect(refund).not.toHaveBeenCalled();
    await drawer.refund(quoteId(2));
    expect(refund).toHaveBeenCalledExactlyOnceWith({ payment: quoteId(2) });
    expect(view(drawer)).toMatchObject({ refunding: null, note: { kind: 'refunded' } });
  });

  it('is called off by one step back', async () => {
    const drawer = await drawerWith({});
    await drawer.refund(quoteId(1));
    expect(drawer.back()).toBe(true);
    expect(view(drawer).refunding).toBeNull();
    expect(drawer.back()).toBe(false);
  });
});

describe('the reports of shifts before', () => {
  it('go on where the list ended', async () => {
    const all = Array.from({ length: 25 }, (_, index) => zOf(25 - index));
    const zReports = vi.fn<LoketBridge['zReports']>(({ before }) =>
      Promise.resolve(ok(all.filter(({ number }) => before === null || number < before).slice(0, 20))),
    );
    const drawer = await drawerWith({ zReports });
    expect(view(drawer).hasOlder).toBe(true);
    await drawer.fetchOlder();
    expect(view(drawer).reports?.map(({ number }) => number)).toEqual(all.map(({ number }) => number));
    expect(view(drawer).hasOlder).toBe(false);
    await drawer.fetchOlder();
    expect(zReports).toHaveBeenCalledTimes(2);
  });
});

describe('what main says', () => {
  it('of an older question does not stand over what it said to a newer one', async () => {
    const answers: ((now: ShiftView | null) => void)[] = [];
    const drawer = createDrawer({
      zReports: () => Promise.resolve(ok([])),
      shift: () => new Promise((resolve) => void answers.push((now) => resolve(ok(now)))),
    } as never);
    const both = [drawer.fetch(), drawer.fetch()];
    answers[1]?.(openNow);
    answers[0]?.(null);
    await Promise.all(both);
    expect(view(drawer).now).toEqual(openNow);
  });
});
