import type { CounterState } from '../../shared/contract/counter-state.ts';
import type { PrintJob } from '../printing/printer.ts';
import type { Counter } from './counter.ts';

/** Tells the counter what became of a print job, and what that says of the printer. */
export function notePrinting(counter: Counter, job: PrintJob): void {
  const { state, problem } = job;
  counter.change({
    printing: { job: job.id, payment: job.payment, state, problem },
    printer: { ...counter.state().printer, ...printerAfter(job) },
    ledgerRevision: counter.state().ledgerRevision + 1,
  });
}

function printerAfter({ state, problem }: PrintJob): Partial<CounterState['printer']> {
  switch (state) {
    case 'printed':
    case 'sent':
      return { status: 'ok', problem: null };
    case 'failed':
    case 'uncertain':
      return { status: 'attention', problem };
    case 'queued':
    case 'sending':
      return {};
  }
}
