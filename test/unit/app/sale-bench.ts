import { onTestFinished } from 'vitest';
import { createBillerNotes } from '../../../electron/app/biller-notes.ts';
import { createStatusChecker } from '../../../electron/app/check-status.ts';
import { createCounter, type Counter } from '../../../electron/app/counter.ts';
import { createInquire } from '../../../electron/app/inquire.ts';
import type { Log } from '../../../electron/app/log.ts';
import { createOpenLines } from '../../../electron/app/open-lines.ts';
import { createPay } from '../../../electron/app/pay.ts';
import { createQuoteDesk } from '../../../electron/app/quote-desk.ts';
import { createReceipts } from '../../../electron/app/receipts.ts';
import { createSellers } from '../../../electron/app/sellers.ts';
import { createSettle } from '../../../electron/app/settle.ts';
import type { Ledger } from '../../../electron/ledger/ledger.ts';
import type { PrintJobId } from '../../../shared/ids.ts';
import type { LedgerKind } from '../../../shared/ledger-kind.ts';
import { rupiah } from '../../../shared/money.ts';
import { defaultNumberRules } from '../../../shared/products.ts';
import type { ShopSettings } from '../../../shared/settings.ts';
import { quote, quoteId } from '../ledger/documents.ts';
import { newLedger } from '../ledger/open-ledger.ts';
import { fakeBiller } from './fake-biller.ts';
import { fakeClock } from './fake-clock.ts';

export const shopSettings: ShopSettings = {
  language: 'id',
  theme: 'system',
  shop: { name: 'Loket Bu Sri', address: '' },
  printer: { kind: 'screen', paper: '58mm' },
  numberRules: { ...defaultNumberRules },
  pictureFolder: '',
};

export const newCounter = (): Counter =>
  createCounter({
    ledger: 'training',
    language: 'id',
    theme: 'system',
    shopName: 'Loket Bu Sri',
    numberRules: defaultNumberRules,
    billers: [
      {
        id: 'teleanjar',
        name: 'Teleanjar',
        ready: true,
        connection: 'untried',
        deposit: null,
        clockAheadMs: 0,
      },
    ],
    printer: { settings: shopSettings.printer, status: 'unknown', problem: null },
    unresolved: 0,
    exchange: null,
    printing: null,
    ledgerRevision: 0,
  });

/** Everything of a sale but the wire, the window and the printer: a real ledger, and use cases joined as main does. */
export function saleBench(
  wrapLedger: (ledger: Ledger) => Ledger = (ledger) => ledger,
  kind: LedgerKind = 'training',
) {
  const open = newLedger(kind);
  const ledger = wrapLedger(open.ledger);
  const fake = fakeBiller();
  const { biller } = fake;
  const clock = fakeClock();
  const counter = newCounter();
  const faults: string[] = [];
  const logged: string[] = [];
  const log: Log = { fault: (what) => void faults.push(what), note: (what) => void logged.push(what) };
  const sellers = createSellers([biller], biller.id);
  const notes = createBillerNotes(counter, clock);
  const lines = createOpenLines(clock);
  const printing = {
    woken: 0,
    retried: [] as PrintJobId[],
    encode: (receipt: string): Uint8Array => new TextEncoder().encode(receipt),
  };
  const queue = {
    wake: () => void (printing.woken += 1),
    retry: (job: PrintJobId) => void printing.retried.push(job),
  };
  const receipts = createReceipts({
    ledger,
    queue,
    shop: () => shopSettings,
    encode: (receipt) => printing.encode(JSON.stringify(receipt)),
    log,
  });
  const settle = createSettle({ sellers, ledger, counter, notes, clock, receipts, log });
  const desk = createQuoteDesk(clock);
  const sale = createInquire({ sellers, ledger, counter, notes, desk, clock, log });
  const pay = createPay({ sellers, ledger, counter, notes, lines, desk, clock, settle, log });
  const checker = createStatusChecker({ sellers, ledger, counter, notes, lines, clock, settle, log });

  onTestFinished(() => checker.stop());

  /** Puts the n-th quote on the desk and in the book, with its cash told. */
  const putQuote = (n: number, over: Parameters<typeof quote>[1] = {}): void => {
    ledger.addQuote(quote(n, over));
    desk.putQuote(quote(n, over));
    desk.tender(quoteId(n), rupiah(350_000));
  };

  return {
    ...open,
    ledger,
    fake,
    clock,
    counter,
    faults,
    logged,
    log,
    sellers,
    notes,
    lines,
    checker,
    printing,
    receipts,
    settle,
    desk,
    sale,
    pay,
    putQuote,
    sends: () => fake.asked.filter((each) => each.startsWith('send')).length,
  };
}
