import { onTestFinished } from 'vitest';
import { createCounter, type Counter } from '../../../electron/app/counter.ts';
import type { Log } from '../../../electron/app/log.ts';
import { joinSale } from '../../../electron/app/join-sale.ts';
import { printersOf } from '../../../electron/app/note-printing.ts';
import { createSellers } from '../../../electron/app/sellers.ts';
import type { Ledger } from '../../../electron/ledger/ledger.ts';
import type { PrintQueue } from '../../../electron/printing/queue.ts';
import type { PrintJobId } from '../../../shared/ids.ts';
import type { LedgerKind } from '../../../shared/ledger-kind.ts';
import { rupiah } from '../../../shared/money.ts';
import { defaultPrinting, type PrinterId } from '../../../shared/printing/printing-settings.ts';
import type { LaidOutReceipt } from '../../../shared/receipt/layout.ts';
import { quote, quoteId } from '../ledger/documents.ts';
import { newLedger } from '../ledger/open-ledger.ts';
import { fakeBiller } from './fake-biller.ts';
import { fakeClock } from './fake-clock.ts';
import { plainShop } from '../../fixtures/shop.ts';
import { nobodySignsIn } from '../../fixtures/counter-state.ts';
import { familyCounter } from '../../fixtures/at-counter.ts';

export const newCounter = (): Counter =>
  createCounter({
    ...nobodySignsIn,
    ledger: 'training',
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
    printers: printersOf(defaultPrinting, []),
    receiptPrinter: defaultPrinting.receipts,
    papersWaiting: 0,
    unresolved: 0,
    gaps: 0,
    stopped: null,
    clock: { kind: 'ok' },
    backup: { at: null, problem: null },
    exchange: null,
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
  const printing = {
    /** The printers as they are set up now. */
    settings: defaultPrinting,
    shop: plainShop,
    /** A real queue, where a test has one. */
    queue: undefined as Pick<PrintQueue, 'wake' | 'retry'> | undefined,
    woken: 0,
    retried: [] as PrintJobId[],
    /** What was printed without a job in the ledger. */
    pastQueue: [] as Uint8Array[],
    /** The printers that were told to open the drawer. */
    drawers: [] as PrinterId[],
    encode: (receipt: LaidOutReceipt): Uint8Array => new TextEncoder().encode(JSON.stringify(receipt)),
    openDrawer: (printer: PrinterId): void => void printing.drawers.push(printer),
  };
  const queue = {
    wake() {
      printing.woken += 1;
      printing.queue?.wake();
    },
    retry(job: PrintJobId) {
      printing.retried.push(job);
      printing.queue?.retry(job);
    },
  };
  const joined = joinSale({
    atCounter: familyCounter,
    ledger,
    sellers,
    counter,
    clock,
    shop: () => printing.shop,
    printing: () => printing.settings,
    queue,
    encode: (receipt) => printing.encode(receipt),
    openDrawer: (printer) => printing.openDrawer(printer),
    printPastQueue(bytes) {
      printing.pastQueue.push(bytes);
      return Promise.resolve({ state: 'sent' });
    },
    log,
  });
  const { desk, checker } = joined;

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
    printing,
    ...joined,
    putQuote,
    sends: () => fake.asked.filter((each) => each.startsWith('send')).length,
  };
}
