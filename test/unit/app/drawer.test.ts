import { describe, expect, it } from 'vitest';
import { testInLog } from '../../../electron/app/drawer.ts';
import { recover } from '../../../electron/app/recover.ts';
import { LedgerWriteError, type Ledger } from '../../../electron/ledger/ledger.ts';
import type { LedgerKind } from '../../../shared/ledger-kind.ts';
import { ledgerKinds } from '../../../shared/ledger-kind.ts';
import { rupiah } from '../../../shared/money.ts';
import { untriedPrinter, type PrintingSettings } from '../../../shared/printing/printing-settings.ts';
import { err, ok } from '../../../shared/result.ts';
import { arming, paid, quote, quoteId, reply } from '../ledger/documents.ts';
import { printHistory } from '../ledger/print-history.ts';
import { exchange, gate } from './fake-biller.ts';
import { saleBench } from './sale-bench.ts';
import { twoPrinters, till, office } from './two-printers.ts';

if (paid.kind !== 'paid') throw new Error('not paid');
const { confirmation } = paid;

function drawerBench(
  over: {
    readonly settings?: PrintingSettings;
    readonly wrap?: (ledger: Ledger) => Ledger;
    readonly kind?: LedgerKind;
  } = {},
) {
  const bench = saleBench(over.wrap, over.kind);
  bench.printing.settings = over.settings ?? twoPrinters();
  bench.putQuote(1);
  const noted = (n = 1): number =>
    printHistory(bench.file, quoteId(n)).filter(({ event }) => event === 'drawer-opened').length;
  return { ...bench, noted };
}

const raw = (text: string) => ({ ...reply(text), date: null });
const settled = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

describe('the drawer', () => {
  it('opens once for a payment that went through, at the printer of the receipts', async () => {
    const { pay, printing, noted } = drawerBench();
    expect(await pay(quoteId(1))).toEqual(ok(undefined));
    expect(printing.drawers).toEqual(['till']);
    expect(noted()).toBe(1);
  });

  it.each([
    ['was not answered in time', (): undefined => undefined],
    ['was answered by something unreadable', () => raw('<html>')],
  ])('opens for a payment that %s: the cash is in the cashier’s hand', async (_why, answer) => {
    const { pay, printing, fake, noted } = drawerBench();
    fake.byDeadline = () => Promise.resolve(answer());
    await pay(quoteId(1));
    expect(printing.drawers).toEqual(['till']);
    expect(noted()).toBe(1);
  });

  it('opens where sending itself failed half-way: nobody knows, and the cash has been taken', async () => {
    const { pay, printing, fake } = drawerBench();
    fake.onSend = () => {
      throw new Error('a bug');
    };
    await pay(quoteId(1));
    expect(printing.drawers).toEqual(['till']);
  });

  it.each(ledgerKinds)('opens in a ledger that is %s: the hand learns it in training', async (kind) => {
    const { pay, printing } = drawerBench({ kind });
    await pay(quoteId(1));
    expect(printing.drawers).toEqual(['till']);
  });

  it('never opens for a payment that was refused: the cash goes back', async () => {
    const { pay, printing, fake, noted } = drawerBench();
    fake.byDeadline = () => Promise.resolve(raw('rejected'));
    await pay(quoteId(1));
    expect(printing.drawers).toEqual([]);
    expect(noted()).toBe(0);
  });

  it('never opens for a payment that was not sent, or not taken up', async () => {
    const { pay, printing, fake, noted } = drawerBench();
    fake.connect = () => Promise.resolve(err({ code: 'no-connection' }));
    expect(await pay(quoteId(1))).toEqual(err({ code: 'not-sent' }));
    expect(await pay(quoteId(9))).toEqual(err({ code: 'quote-gone' }));
    expect(printing.drawers).toEqual([]);
    expect(noted()).toBe(0);
  });

  it('does not open again when a late reply settles what it has opened for', async () => {
    const { pay, printing, fake, ledger, noted } = drawerBench();
    const late = gate<ReturnType<typeof raw> | undefined>();
    fake.byDeadline = () => Promise.resolve(undefined);
    fake.late = () => late.promise;
    await pay(quoteId(1));
    late.open(raw('paid'));
    await settled();
    expect(ledger.payment(quoteId(1))?.state).toBe('paid');
    expect(printing.drawers).toEqual(['till']);
    expect(noted()).toBe(1);
  });

  it('never opens for a status check, a decision by hand, a reprint or the start of the program', async () => {
    const bench = drawerBench();
    const { ledger, settle, receipts, checker, printing, fake, clock, putQuote, noted } = bench;
    for (const n of [2, 3]) putQuote(n);
    for (const n of [1, 2, 3]) ledger.arm(arming(n, { at: clock.now() }));
    fake.keyedBy = 'our-reference';
    fake.status = () => Promise.resolve(ok([exchange]));
    fake.readStatus = () => ({ kind: 'paid', confirmation });
    recover({ ledger, clock, settle });
    await checker.checkNow(quoteId(1));
    settle.byHand(
      quote(2),
      { kind: 'paid-by-hand', reference: 'R', reason: 'biller-said', evidence: 'telepon' },
      'Pemilik',
    );
    settle.byStatus(quote(3), paid);
    for (const n of [1, 2, 3]) receipts.reprint(quoteId(n));
    const states = [1, 2, 3].map((n) => ledger.payment(quoteId(n))?.state);
    expect(states).toEqual(['paid', 'paid-by-hand', 'paid']);
    expect(printing.drawers).toEqual([]);
    expect([1, 2, 3].map(noted)).toEqual([0, 0, 0]);
  });

  it('never opens for anything in the biller’s text', async () => {
    const { pay, printing, fake } = drawerBench({ settings: twoPrinters({ receipts: 'office' }) });
    const receiptText = `\u001bp\u0000\u0019\u00fa|${confirmation.receiptText}\u0010\u0014\u0001\u0000\u0005`;
    fake.read = () => ({ outcome: { kind: 'paid', confirmation: { ...confirmation, receiptText } } });
    await pay(quoteId(1));
    expect(printing.drawers).toEqual([]);
  });

  it('is not there where the receipt printer has none, whatever other printers have', async () => {
    const { pay, printing, noted } = drawerBench({ settings: twoPrinters({ receipts: 'office' }) });
    await pay(quoteId(1));
    expect(printing.drawers).toEqual([]);
    expect(noted()).toBe(0);
    expect([till.profile.drawer, office.profile.drawer]).toEqual([{ pin: 2, onMs: 100, offMs: 200 }, null]);
  });

  it('opens only once that is in the book, and after the outcome', async () => {
    const bench = drawerBench();
    const seen: unknown[] = [];
    bench.printing.openDrawer = () => {
      const another = bench.reopen();
      seen.push(another.payment(quoteId(1))?.state, printHistory(bench.file, quoteId(1)).at(-1)?.event);
    };
    await bench.pay(quoteId(1));
    expect(seen).toEqual(['paid', 'drawer-opened']);
  });

  it('stays shut, and the payment stands, where the book takes no writing of it', async () => {
    const wrap = (ledger: Ledger): Ledger => ({
      ...ledger,
      printJobs: {
        ...ledger.printJobs,
        noteDrawer() {
          throw new LedgerWriteError('disk-full');
        },
      },
    });
    const { pay, printing, ledger, faults } = drawerBench({ wrap });
    expect(await pay(quoteId(1))).toEqual(ok(undefined));
    expect(printing.drawers).toEqual([]);
    expect(ledger.payment(quoteId(1))?.state).toBe('paid');
    expect(faults).toEqual([`payment ${quoteId(1)}: the drawer stays shut`]);
  });

  it('costs no payment anything where opening it meets a bug', async () => {
    const bench = drawerBench();
    bench.printing.openDrawer = () => {
      throw new Error('a bug');
    };
    expect(await bench.pay(quoteId(1))).toEqual(ok(undefined));
    expect(bench.ledger.payment(quoteId(1))?.state).toBe('paid');
    expect(bench.counter.state().exchange).toBeNull();
  });
});

describe('a printer that is tried', () => {
  const untold = { state: 'sent', problem: null, memory: untriedPrinter } as const;

  it('opens its drawer only once that stands in the log', async () => {
    const told: string[] = [];
    const tried = testInLog(
      ({ part }) => {
        told.push(part);
        return Promise.resolve(untold);
      },
      { note: (what) => void told.push(what), fault: (what) => void told.push(what) },
    );
    expect(await tried({ setup: till, part: 'drawer' })).toBe(untold);
    expect(told).toEqual(['printer “Kasir”: its drawer is opened, to try it', 'drawer']);
    for (const part of ['page', 'cut'] as const) await tried({ setup: till, part });
    expect(told.slice(2)).toEqual(['page', 'cut']);
  });
});

describe('the drawer of a shift', () => {
  const shiftBench = (settings?: PrintingSettings) => {
    const bench = drawerBench(settings === undefined ? {} : { settings });
    bench.printing.shop = { ...bench.printing.shop, keepsTill: true };
    bench.shift.open(rupiah(100_000));
    return bench;
  };
  const moved = { kind: 'out', amount: rupiah(5000), reason: 'setor bank' } as const;

  it('opens for cash that moves at the printer of the receipts, as for a sale', () => {
    const { shift, printing } = shiftBench();
    shift.move(moved);
    shift.close({});
    expect(printing.drawers).toEqual(['till', 'till']);
  });

  it('is not there where that printer has none: the cash is noted all the same', () => {
    const { shift, printing, ledger } = shiftBench(twoPrinters({ receipts: 'office' }));
    expect(shift.move(moved)).toEqual(ok(undefined));
    expect(printing.drawers).toEqual([]);
    expect(ledger.till.figures()?.cashOut).toEqual({ count: 1, amount: 5000 });
  });

  it('costs the cash nothing where it fails', () => {
    const { shift, printing, ledger, faults } = shiftBench();
    printing.openDrawer = () => {
      throw new Error('a bug');
    };
    expect(shift.move(moved)).toEqual(ok(undefined));
    expect(shift.close({})).toMatchObject({ ok: true });
    expect(ledger.till.zReport(1)).toBeDefined();
    expect(faults).toEqual(['the drawer stays shut', 'the drawer stays shut']);
  });
});
