import type { PrintJob, PrintJobStore } from '../../../electron/printing/printer.ts';
import type { PrintJobId, QuoteId } from '../../../shared/ids.ts';
import type { PrintJobState, PrintJobStatus } from '../../../shared/payment/print-job.ts';

/** The n-th job, with bytes that tell it from the others. */
export const jobId = (n: number): PrintJobId => n.toString(16).padStart(32, '0') as PrintJobId;

export interface MemoryStore extends PrintJobStore {
  add(n: number, status?: PrintJobStatus): void;
  stateOf(n: number): PrintJobState | undefined;
  /** Every change of a status, as `1 sending`. */
  readonly written: readonly string[];
}

/** A ledger's jobs without a ledger: what has been set is what a next start would find. */
export function createMemoryStore(): MemoryStore {
  const jobs = new Map<PrintJobId, PrintJob>();
  const written: string[] = [];
  const inState = (state: PrintJobState): readonly PrintJob[] =>
    [...jobs.values()].filter((job) => job.state === state);
  return {
    written,
    inState,
    next: () => inState('queued')[0],
    find: (id) => jobs.get(id),
    setStatus(id, status) {
      const job = jobs.get(id);
      if (job === undefined) throw new Error(`no job ${id}`);
      jobs.set(id, { ...job, ...status });
      written.push(`${Number.parseInt(id, 16)} ${status.state}`);
    },
    add(n, status = { state: 'queued', problem: null }) {
      const id = jobId(n);
      const payment = id as string as QuoteId;
      jobs.set(id, { id, payment, copy: 0, paper: '58mm', bytes: Uint8Array.of(n), ...status });
    },
    stateOf: (n) => jobs.get(jobId(n))?.state,
  };
}
