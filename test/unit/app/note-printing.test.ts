import { describe, expect, it } from 'vitest';
import { notePrinting } from '../../../electron/app/note-printing.ts';
import { printJobStates, type PrintJobStatus } from '../../../shared/payment/print-job.ts';
import { job, jobId, quoteId } from '../ledger/documents.ts';
import { newCounter } from './sale-bench.ts';

const withProblem = (state: PrintJobStatus['state']): PrintJobStatus =>
  state === 'failed' || state === 'uncertain' ? { state, problem: 'unreachable' } : { state, problem: null };

describe('what became of a print job', () => {
  it.each([
    ['queued', 'unknown', null],
    ['sending', 'unknown', null],
    ['printed', 'ok', null],
    ['sent', 'ok', null],
    ['failed', 'attention', 'unreachable'],
    ['uncertain', 'attention', 'unreachable'],
  ] as const)('as %s shows the printer as %s', (state, status, problem) => {
    const counter = newCounter();
    notePrinting(counter, { ...job(1, quoteId(1)), ...withProblem(state) });
    expect(counter.state()).toMatchObject({
      printing: { job: jobId(1), payment: quoteId(1), state, problem },
      printer: { settings: { kind: 'screen' }, status, problem },
      ledgerRevision: 1,
    });
  });

  it('is told for every state there is', () => {
    for (const state of printJobStates) {
      const counter = newCounter();
      notePrinting(counter, { ...job(1, quoteId(1)), ...withProblem(state) });
      expect(counter.state().printing?.state).toBe(state);
    }
  });

  it('holds no bytes of the receipt', () => {
    const counter = newCounter();
    notePrinting(counter, { ...job(1, quoteId(1)), state: 'printed', problem: null });
    expect(Object.keys(counter.state().printing ?? {}).toSorted()).toEqual([
      'job',
      'payment',
      'problem',
      'state',
    ]);
  });
});
