import type { PrinterTest, PrinterTestResult } from '../../shared/contract/printing.ts';
import type { FoundPrinter } from '../../shared/printing/printer-connection.ts';
import {
  printerOf,
  type PrinterId,
  type PrinterMemory,
  type PrintingSettings,
} from '../../shared/printing/printing-settings.ts';
import type { Instant } from '../../shared/time.ts';
import { deliver } from './deliver.ts';
import { drawerPulse } from './encode-drawer.ts';
import { loadEscposPrinter } from './escpos-library.ts';
import { findPrinters } from './find-printers.ts';
import type { PrintDelivery, PrinterLook, PrintJob, PrintJobStore } from './printer.ts';
import { createPrinters } from './printers.ts';
import { createPrintQueue, type PrintQueue } from './queue.ts';
import { systemTimers } from './timers.ts';
import { atMost } from './transports/give-up.ts';
import { transportFor, type PictureMaker } from './transport-for.ts';
import { tryPrinter } from './try-printer.ts';
import { neverGivenUp, within } from './within.ts';

export interface PrintingParts {
  readonly settings: () => PrintingSettings;
  readonly memory: {
    get(id: PrinterId): PrinterMemory;
    set(id: PrinterId, memory: PrinterMemory): void;
  };
  readonly store: PrintJobStore;
  readonly pictures: PictureMaker;
  readonly now: () => Instant;
  /** Called with a job after every change of its status, once that is durable. */
  readonly onChange: (job: PrintJob) => void;
  /** Told whenever something is seen of a printer. */
  readonly onLook: (id: PrinterId, look: PrinterLook) => void;
  readonly onFault: (error: unknown) => void;
  /** Told in words why a printer is not well, once for each problem: for a technician. */
  readonly onReason: (printer: string, reason: string) => void;
}

/** The printers and their queue, joined. */
export interface Printing {
  readonly queue: PrintQueue;
  /** Loads what the first job would else wait for, and begins. To be called when the program has nothing to do. */
  begin(): Promise<void>;
  /** Prints on the receipts' printer past the queue, which keeps its jobs in the ledger. Never rejects. */
  printPastQueue(bytes: Uint8Array): Promise<PrintDelivery>;
  /** Gives the pulse to the drawer at that printer, soon or not at all. Never rejects. */
  openDrawer(printer: PrinterId): void;
  find(): Promise<FoundPrinter[]>;
  test(test: PrinterTest): Promise<PrinterTestResult>;
  /** Begins no further job, and lets go of the printers once those under way have ended, or have been given up. */
  close(): Promise<void>;
}

/** So long a receipt that is under way has when the program ends. In milliseconds. */
const lastJobMs = 4_000;

/** A drawer that opens long after the cash was counted would be a door left open. In milliseconds. */
const pulseDeadlineMs = 5_000;

export function createPrinting(parts: PrintingParts): Printing {
  const { settings, memory, store, pictures, now, onChange, onLook, onFault, onReason } = parts;
  const unwell = new Set<PrinterId>();

  const printers = createPrinters({
    setups: () => settings().printers,
    transportFor: (setup) => transportFor(setup, pictures),
    memory,
    onLook(id, look) {
      onLook(id, look);
      if (look.status === 'attention') unwell.add(id);
      else if (unwell.delete(id)) queue.printerIsBack(id);
    },
    onFault,
    onReason,
  });
  const queue = createPrintQueue({
    store,
    printers: () => printers.all(),
    askAfterMs: () => settings().askAfterMinutes * 60_000,
    now,
    onChange,
    onFault,
  });

  return {
    queue,
    async begin() {
      await loadEscposPrinter();
      queue.wake();
    },
    printPastQueue(bytes) {
      const printer = printers.all().get(settings().receipts);
      if (printer === undefined) return Promise.resolve({ state: 'failed', problem: 'unplugged' });
      return deliver(bytes, {
        print: (job, abandon) => printer.print(job, { abandon }),
        timers: systemTimers,
        onFault,
      });
    },
    openDrawer(id) {
      const drawer = printerOf(settings(), id)?.profile.drawer;
      const printer = printers.all().get(id);
      if (drawer === null || drawer === undefined || printer === undefined) return;
      void within(pulseDeadlineMs, neverGivenUp, (abandon) =>
        printer.print(drawerPulse(drawer), { abandon, isPulse: true }),
      ).then(({ state }) => {
        if (state !== 'sent') onFault(new Error('the drawer could not be opened'));
      }, onFault);
    },
    find: async () => (await findPrinters(onFault)).slice(0, longestList),
    test(test) {
      const { id } = test.setup;
      return tryPrinter(printers, test, { get: () => memory.get(id), set: (shown) => memory.set(id, shown) });
    },
    async close() {
      // What is being printed may come to its end; what hangs may not hold up the program's.
      await atMost(lastJobMs, queue.stop());
      await printers.close();
    },
  };
}

const longestList = 100;
