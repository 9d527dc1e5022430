import type { CounterState, PrinterStatus } from '../../shared/contract/counter-state.ts';
import type { PrinterId, PrintingSettings } from '../../shared/printing/printing-settings.ts';
import type { PrintJobs } from '../ledger/ledger.ts';
import type { PrinterLook } from '../printing/printer.ts';
import type { Counter } from './counter.ts';

/**
 * Tells the counter how many papers wait for a person, and that what shows a paper is to be asked for again: something
 * became of one. It is in the ledger already.
 */
export function notePapers(counter: Counter, printJobs: Pick<PrintJobs, 'countWaiting'>): void {
  counter.change({
    papersWaiting: printJobs.countWaiting(),
    ledgerRevision: counter.state().ledgerRevision + 1,
  });
}

/** Tells the counter how a printer is. Nothing is pushed where that is known, or where it is not set up any more. */
export function notePrinter(counter: Counter, id: PrinterId, look: PrinterLook): void {
  const { printers } = counter.state();
  const { status } = look;
  const problem = look.status === 'attention' ? look.problem : null;
  const standing = printers.find((printer) => printer.id === id);
  if (standing === undefined || (standing.status === status && standing.problem === problem)) return;
  counter.change({
    printers: printers.map((printer) => (printer.id === id ? { ...printer, status, problem } : printer)),
  });
}

/** The printers as the counter shows them. What is known of one in `before` stays known. */
export const printersOf = (
  { printers }: PrintingSettings,
  before: readonly PrinterStatus[],
): CounterState['printers'] =>
  printers.map(({ id, name, connection }) => {
    const { status, problem } = before.find((printer) => printer.id === id) ?? unseenPrinter;
    return { id, name, isScreen: connection.kind === 'screen', status, problem };
  });

/** How a printer is that has not been looked at. */
export const unseenPrinter = { status: 'unknown', problem: null } as const;
