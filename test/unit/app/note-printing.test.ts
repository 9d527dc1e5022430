import { describe, expect, it } from 'vitest';
import { notePapers, notePrinter, printersOf } from '../../../electron/app/note-printing.ts';
import type { PrinterLook } from '../../../electron/printing/printer.ts';
import { printerProblems } from '../../../shared/payment/print-job.ts';
import { newCounter } from './sale-bench.ts';
import { office, till, twoPrinters } from './two-printers.ts';

const waitingFor = (count: number) => ({ countWaiting: () => count });

/** A counter with two printers of which nothing is known. */
function counterOfTwo() {
  const counter = newCounter();
  counter.change({ printers: printersOf(twoPrinters(), []), receiptPrinter: 'till' });
  return counter;
}

describe('the papers that wait', () => {
  it('are counted anew, and lists are asked for again', () => {
    const counter = newCounter();
    notePapers(counter, waitingFor(2));
    notePapers(counter, waitingFor(0));
    expect(counter.state()).toMatchObject({ papersWaiting: 0, ledgerRevision: 2 });
  });

  it('say nothing of the printers: those are looked at', () => {
    const counter = counterOfTwo();
    const { printers } = counter.state();
    notePapers(counter, waitingFor(1));
    expect(counter.state().printers).toBe(printers);
  });
});

describe('how a printer is', () => {
  it('is shown of that printer and of no other', () => {
    const counter = counterOfTwo();
    for (const problem of printerProblems) {
      notePrinter(counter, 'office', { status: 'attention', problem });
      expect(counter.state().printers).toEqual([
        { id: 'till', name: 'Kasir', isScreen: false, status: 'unknown', problem: null },
        { id: 'office', name: 'Kantor', isScreen: false, status: 'attention', problem },
      ]);
    }
    notePrinter(counter, 'office', { status: 'ok' });
    notePrinter(counter, 'till', { status: 'attention', problem: 'paper-out' });
    expect(counter.state().printers.map(({ status, problem }) => [status, problem])).toEqual([
      ['attention', 'paper-out'],
      ['ok', null],
    ]);
  });

  it('is not pushed where it is the same: it is looked at every few seconds', () => {
    const counter = counterOfTwo();
    const looks: readonly PrinterLook[] = [
      { status: 'unknown' },
      { status: 'ok' },
      { status: 'attention', problem: 'cover-open' },
      { status: 'attention', problem: 'paper-out' },
    ];
    for (const look of looks) {
      notePrinter(counter, 'till', look);
      const { revision } = counter.state();
      notePrinter(counter, 'till', look);
      expect(counter.state().revision).toBe(revision);
    }
    expect(counter.state().revision).toBe(1 + 3);
  });

  it('of a printer that is not set up any more is nobody’s', () => {
    const counter = counterOfTwo();
    const { revision } = counter.state();
    notePrinter(counter, 'gone', { status: 'attention', problem: 'unplugged' });
    expect(counter.state().revision).toBe(revision);
  });
});

describe('the printers as the counter shows them', () => {
  it('are those that are set up, in their order, with what is known of them', () => {
    const known = [
      { id: 'office', name: 'an old name', isScreen: false, status: 'attention', problem: 'paper-out' },
      { id: 'gone', name: 'Gone', isScreen: false, status: 'ok', problem: null },
    ] as const;
    expect(printersOf(twoPrinters(), known)).toEqual([
      { id: till.id, name: till.name, isScreen: false, status: 'unknown', problem: null },
      { id: office.id, name: office.name, isScreen: false, status: 'attention', problem: 'paper-out' },
    ]);
  });
});
