import { describe, expect, it } from 'vitest';
import type { AtCounter } from '../../../electron/app/at-counter.ts';
import { createPress } from '../../../electron/app/press.ts';
import { createShift } from '../../../electron/app/shift.ts';
import { createShiftRequests } from '../../../electron/app/shift-requests.ts';
import { LedgerWriteError, type Ledger, type TillBook } from '../../../electron/ledger/ledger.ts';
import { businessDay } from '../../../shared/business-day.ts';
import { rupiah } from '../../../shared/money.ts';
import type { LaidOutReceipt } from '../../../shared/receipt/layout.ts';
import { err, ok } from '../../../shared/result.ts';
import type { ShopSettings } from '../../../shared/settings.ts';
import { expectedCash } from '../../../shared/shift/shift-figures.ts';
import { staffIdSchema, type Role } from '../../../shared/staff/staff.ts';
import { plainShop } from '../../fixtures/shop.ts';
import { minutes, paid, quoteId, rejected, unknown } from '../ledger/documents.ts';
import { newLedger } from '../ledger/open-ledger.ts';
import { due, hear, sell } from '../ledger/till-day.ts';
import { fakeClock } from './fake-clock.ts';
import { wordsOf } from './paid-bench.ts';
import { newCounter } from './sale-bench.ts';
import { twoPrinters } from './two-printers.ts';

const someone = (role: Role) => ({ id: staffIdSchema.parse('0000000a'), name: 'Sri', role });

/** A counter whose drawer is kept; nobody signs in unless told otherwise. */
function bench(changeTill: (till: TillBook) => Partial<TillBook> = () => ({})) {
  const open = newLedger('live');
  const ledger: Ledger = { ...open.ledger, till: { ...open.ledger.till, ...changeTill(open.ledger.till) } };
  const world = {
    shop: { ...plainShop, keepsTill: true } as ShopSettings,
    person: null as string | null,
    hindrance: undefined as ReturnType<AtCounter['hindrance']>,
    faults: [] as string[],
    openings: 0,
    encode: (receipt: LaidOutReceipt) => new TextEncoder().encode(JSON.stringify(receipt)),
  };
  const counter = newCounter();
  const clock = fakeClock();
  const log = { fault: (what: string) => void world.faults.push(what), note: () => undefined };
  const press = createPress({
    ledger,
    queue: { wake: () => undefined, retry: () => undefined },
    printing: () => twoPrinters(),
    encode: (receipt) => world.encode(receipt),
    counter,
    clock,
    atCounter: { person: () => world.person },
    log,
  });
  const atCounter: AtCounter = {
    person: () => world.person,
    hindrance: () => world.hindrance,
    dayOf: (at) => businessDay(at, world.shop.day),
  };
  const shift = createShift({
    ledger,
    press,
    drawer: { cashMoved: () => void (world.openings += 1) },
    counter,
    clock,
    atCounter,
    shop: () => world.shop,
    log,
  });
  const papers = () => ledger.printJobs.inState('queued').map(({ bytes }) => wordsOf(bytes));
  return { ...open, ledger, shift, counter, clock, world, papers, log };
}
const opened = (changeTill?: Parameters<typeof bench>[0]) => {
  const made = bench(changeTill);
  expect(made.shift.open(rupiah(100_000))).toEqual(ok(undefined));
  return made;
};
const cash = (kind: 'in' | 'out', amount: number) => ({
  kind,
  amount: rupiah(amount),
  reason: 'uang kecil',
});

describe('opening a shift', () => {
  it('is told to the window and prints nothing', () => {
    const { counter, papers } = opened();
    expect(counter.state().shift).toMatchObject({ number: 1, openedBy: '' });
    expect(papers()).toEqual([]);
  });

  it('is by whoever is signed in, on the day of the shop’s books', () => {
    const { shift, counter, clock, world } = bench();
    world.person = 'Sri';
    world.shop = { ...world.shop, day: { zone: 'WIT', cutMinutes: 120 } };
    // 1 June 2018, 01.30 in Jayapura: still the day before by a shop that cuts at 2.
    clock.step(-minutes(9 * 60 + 30));
    shift.open(rupiah(0));
    expect(counter.state().shift).toMatchObject({ openedBy: 'Sri', day: '2018-05-31' });
  });

  it('is done once', () => {
    const { shift } = opened();
    expect(shift.open(rupiah(0))).toEqual(err({ code: 'shift-open' }));
  });

  it('is not done where the drawer is not kept', () => {
    const { shift, world, counter } = bench();
    world.shop = { ...world.shop, keepsTill: false };
    expect(shift.open(rupiah(0))).toEqual(err({ code: 'no-shift' }));
    expect(counter.state().shift).toBeNull();
  });
});

describe('what the drawer should hold', () => {
  it('is told where nobody signs in, and to a supervisor', () => {
    const { shift, counter } = opened();
    expect(shift.view()?.books?.expected).toBe(100_000);
    counter.change({ signsIn: true, present: someone('supervisor') });
    expect(shift.view()?.books?.expected).toBe(100_000);
  });

  it('is not told to a cashier, who counts first, nor what it is made of, neither on the screen nor by an X report', () => {
    const { shift, counter, papers } = opened();
    counter.change({ signsIn: true, present: someone('cashier') });
    expect(shift.view()?.books).toBeNull();
    expect(JSON.stringify(shift.view())).not.toContain('100000');
    expect(shift.printX()).toEqual(err({ code: 'needs-supervisor' }));
    expect(papers()).toEqual([]);
  });

  it('is nothing without a shift', () => {
    expect(bench().shift.view()).toBeNull();
  });
});

describe('cash in and out', () => {
  it('is in the drawer’s book, and lists are asked for again', () => {
    const { shift, counter } = opened();
    const { ledgerRevision } = counter.state();
    expect(shift.move(cash('in', 50_000))).toEqual(ok(undefined));
    expect(shift.move(cash('out', 150_000))).toEqual(ok(undefined));
    expect(shift.view()?.books?.expected).toBe(0);
    expect(counter.state().ledgerRevision).toBe(ledgerRevision + 2);
  });

  it('never takes out more than there is by the books', () => {
    const { shift } = opened();
    expect(shift.move(cash('out', 100_001))).toEqual(err({ code: 'more-than-there-is' }));
    expect(shift.view()?.books?.expected).toBe(100_000);
  });

  it('needs a shift', () => {
    const { shift } = bench();
    expect(shift.move(cash('in', 1))).toEqual(err({ code: 'no-shift' }));
    expect(shift.move(cash('out', 1))).toEqual(err({ code: 'no-shift' }));
  });
});

describe('cash that goes back', () => {
  it('goes back once, by whoever is signed in', () => {
    const { shift, ledger, world } = opened();
    sell(ledger, 1, unknown);
    expect(shift.refund(quoteId(1))).toEqual(err({ code: 'nothing-owed' }));
    hear(ledger, 1, rejected);
    world.person = 'Budi';
    expect(shift.refund(quoteId(1))).toEqual(ok(undefined));
    expect(shift.refund(quoteId(1))).toEqual(err({ code: 'nothing-owed' }));
    expect(ledger.till.ofPayment(quoteId(1)).at(-1)).toMatchObject({ kind: 'refund', person: 'Budi' });
  });

  it('is shown by the payment as it is then', () => {
    const { shift, ledger } = opened();
    sell(ledger, 1, unknown);
    hear(ledger, 1, rejected);
    const requests = createShiftRequests(shift, () =>
      ok({ isOwed: ledger.till.isOwed(quoteId(1)) } as never),
    );
    expect(requests.refund({ payment: quoteId(1) })).toEqual(ok({ isOwed: false }));
    expect(requests.refund({ payment: quoteId(1) })).toEqual(err({ code: 'nothing-owed' }));
  });
});

describe('closing a shift', () => {
  it('writes the Z report, tells the window, and prints it', () => {
    const { shift, ledger, counter, papers, world } = opened();
    sell(ledger, 1, paid);
    world.person = 'Budi';
    const closed = shift.close({ 100000: 4 });
    expect(closed).toMatchObject({ ok: true, value: { number: 1, closedBy: 'Budi', counted: 400_000 } });
    expect(counter.state().shift).toBeNull();
    expect(papers()).toHaveLength(1);
    expect(papers()[0]).toContain('LAPORAN Z');
    expect(papers()[0]).toMatch(/KURANG\s+3\.500/);
    expect(shift.close({})).toEqual(err({ code: 'no-shift' }));
  });

  it('is done without a sale as with one', () => {
    const { shift, papers } = opened();
    expect(shift.close({ 50000: 2 }).ok).toBe(true);
    expect(papers()[0]).toMatch(/SELISIH\s+PAS/);
  });

  it('waits for a payment that is under way', () => {
    const { shift, counter, clock } = opened();
    counter.change({
      exchange: {
        kind: 'payment',
        biller: 'teleanjar',
        phase: 'connecting',
        since: clock.now(),
        deadline: clock.now(),
      },
    });
    expect(shift.close({})).toEqual(err({ code: 'payment-under-way' }));
    counter.change({ exchange: null });
    expect(shift.close({}).ok).toBe(true);
  });

  it('stands although its report cannot be printed, nor even laid out', () => {
    const { shift, ledger, world, counter } = opened();
    world.encode = () => {
      throw new Error('a bug of the encoder');
    };
    expect(shift.close({}).ok).toBe(true);
    expect(counter.state().shift).toBeNull();
    expect(ledger.till.zReports(9)).toHaveLength(1);
    expect(world.faults).toEqual(['the Z report 1 could not be printed']);
  });

  it('that cannot be written down leaves the shift open, prints nothing, and is logged', () => {
    const { shift, papers, counter, world } = opened(() => ({
      close: () => {
        throw new LedgerWriteError('disk-full');
      },
    }));
    expect(shift.close({})).toEqual(err({ code: 'ledger-not-written' }));
    expect(papers()).toEqual([]);
    expect(counter.state().shift?.number).toBe(1);
    expect(world.faults).toHaveLength(1);
  });
});

describe('reports', () => {
  it('of a shift that is closed are printed again as copies, the newest listed first', () => {
    const { shift, papers, clock } = opened();
    shift.close({});
    shift.open(rupiah(0));
    shift.close({});
    expect(shift.zReports(null).map(({ number }) => number)).toEqual([2, 1]);
    expect(shift.zReports(2).map(({ number }) => number)).toEqual([1]);
    clock.pass(minutes(5));
    expect(shift.printZ(1)).toEqual(ok(undefined));
    expect(papers()).toHaveLength(3);
    expect(papers()[2]).toContain('Salinan 2018-06-01 09:05 WIB');
    expect(papers()[0]).not.toContain('Salinan');
    expect(shift.printZ(9)).toEqual(err({ code: 'no-such-report' }));
  });

  it('of the shift so far say what its figures say, and close nothing', () => {
    const { shift, ledger, papers } = opened();
    sell(ledger, 1, paid);
    expect(shift.printX()).toEqual(ok(undefined));
    expect(papers()[0]).toMatch(/SEHARUSNYA\s+403\.500/);
    expect(shift.view()?.shift.number).toBe(1);
    const figures = shift.view()?.books?.figures;
    expect(figures === undefined ? 0 : expectedCash(figures)).toBe(100_000 + due);
  });

  it('need a shift, where they are of one that goes on', () => {
    expect(bench().shift.printX()).toEqual(err({ code: 'no-shift' }));
  });
});

describe('a locked counter', () => {
  it('changes nothing of the drawer', () => {
    const { shift, world, ledger } = opened();
    world.hindrance = 'signed-out';
    const refused = err({ code: 'signed-out' });
    expect(shift.move(cash('in', 1))).toEqual(refused);
    expect(shift.close({})).toEqual(refused);
    expect(shift.refund(quoteId(1))).toEqual(refused);
    expect(shift.open(rupiah(0))).toEqual(refused);
    expect(ledger.till.openShift()?.number).toBe(1);
  });
});

describe('the drawer', () => {
  it('opens once for each cash that moves besides a sale’s, when that stands in the book, and at the end', () => {
    const { ledger, shift, world } = opened();
    const openingsOf = (work: () => unknown): number => {
      const before = world.openings;
      work();
      return world.openings - before;
    };
    expect(world.openings).toBe(0);
    expect(openingsOf(() => shift.move(cash('in', 5000)))).toBe(1);
    expect(openingsOf(() => shift.move(cash('out', 5000)))).toBe(1);
    sell(ledger, 1, unknown);
    hear(ledger, 1, rejected);
    expect(openingsOf(() => shift.refund(quoteId(1)))).toBe(1);
    expect(openingsOf(() => shift.printX())).toBe(0);
    expect(openingsOf(() => shift.close({}))).toBe(1);
    expect(openingsOf(() => shift.printZ(1))).toBe(0);
  });

  it('stays shut where nothing moves, or where that could not be written down', () => {
    const { shift, world } = opened((till) => ({
      move(move) {
        if (move.kind === 'in') throw new LedgerWriteError('disk-full');
        return till.move(move);
      },
    }));
    shift.move(cash('in', 5000));
    shift.move(cash('out', 1_000_000));
    shift.refund(quoteId(1));
    world.hindrance = 'signed-out';
    shift.move(cash('out', 1));
    shift.close({});
    world.hindrance = undefined;
    shift.close({});
    expect(world.openings).toBe(1);
    shift.move(cash('out', 1));
    shift.close({});
    expect(world.openings).toBe(1);
  });
});
