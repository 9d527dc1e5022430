import type { PrinterTest, PrinterTestResult } from '../../shared/contract/printing.ts';
import type { QuoteId } from '../../shared/ids.ts';
import {
  printerFor,
  type PrinterId,
  type PrintingSettings,
} from '../../shared/printing/printing-settings.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { AtCounter } from './at-counter.ts';
import type { Clock } from './clock.ts';
import type { Log } from './log.ts';
import { stateOf, type Unsaved } from './unsaved.ts';

export interface DrawerParts {
  readonly ledger: Pick<Ledger, 'payment' | 'printJobs'>;
  readonly unsaved: Pick<Unsaved, 'of'>;
  readonly printing: () => PrintingSettings;
  /** Gives the pulse to the printer that the drawer is plugged into. Never rejects. */
  readonly openDrawer: (printer: PrinterId) => void;
  readonly clock: Clock;
  readonly atCounter: Pick<AtCounter, 'person'>;
  readonly log: Log;
}

/** The drawer opens for cash that stands in a book, and for nothing else. Costs nobody anything: one that stays shut has a key. */
export interface Drawer {
  /**
   * To be called once for a payment that the cashier has just sent, when it is known what came of it or its deadline has
   * passed: paid or not known, the cash is in the cashier's hand; refused, it goes back to the customer.
   */
  cashReceived(payment: QuoteId): void;
  /** To be called when the drawer's book has it why, and by whom: cash in or out, given back, or counted at the shift's end. */
  cashMoved(): void;
}

export function createDrawer(parts: DrawerParts): Drawer {
  const { ledger, printing, openDrawer, clock, atCounter, log } = parts;
  /** The printer that a drawer is plugged into, where there is one. */
  const printerOfDrawer = (): PrinterId | undefined => {
    const { id, profile } = printerFor(printing(), 'receipts');
    return profile.drawer === null ? undefined : id;
  };
  return {
    cashReceived(payment) {
      try {
        const printer = printerOfDrawer();
        const outcome = stateOf(parts, payment);
        if (printer === undefined || (outcome !== 'paid' && outcome !== 'unknown')) return;
        // In the book before it opens: an opening that stands nowhere could be anybody's.
        ledger.printJobs.noteDrawer(payment, clock.now(), atCounter.person());
        openDrawer(printer);
      } catch (error) {
        log.fault(`payment ${payment}: the drawer stays shut`, error);
      }
    },
    cashMoved() {
      try {
        const printer = printerOfDrawer();
        if (printer !== undefined) openDrawer(printer);
      } catch (error) {
        log.fault('the drawer stays shut', error);
      }
    },
  };
}

/** Tries printers by `test`. A drawer that opens by it is of no payment: it stands in the log, before it opens. */
export const testInLog =
  (test: (of: PrinterTest) => Promise<PrinterTestResult>, log: Log) =>
  (of: PrinterTest): Promise<PrinterTestResult> => {
    if (of.part === 'drawer') log.note(`printer “${of.setup.name}”: its drawer is opened, to try it`);
    return test(of);
  };
