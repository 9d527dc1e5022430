import type { PrintJob, PrintJobStore } from '../../../electron/printing/printer.ts';
import type { PrintJobId, QuoteId } from '../../../shared/ids.ts';
import type { PrintJobState, PrintJobStatus } from '../../../shared/payment/print-job.ts';
import { instant } from '../../../shared/time.ts';

/** The n-th job, with bytes that tell it from the others. */
export const jobId = (n: number): PrintJobId => n.toString(16).padStart(32, '0') as PrintJobId;

export interface MemoryStore extends PrintJobStore {
  /** @param more where it is not for printer `p`, asked for by the counter at the beginning of time. */
  add(
    n: number,
    status?: PrintJobStatus,
    more?: Partial<Pick<PrintJob, 'printer' | 'askedAt' | 'askedBy' | 'bytes'>>,
  ): void;
  stateOf(n: number): PrintJobState | undefined;
  problemOf(n: number): PrintJobStatus['problem'] | undefined;
  /** Every change of a status, as `1 sending`. */
  readonly written: readonly string[];
}

/** A ledger's jobs without a ledger: what has been set is what a next start would find. */
export function createMemoryStore(): MemoryStore {
  const jobs = new Map<PrintJobId, PrintJob>();
  const written: string[] = [];
  const inState = (state: PrintJobState): readonly PrintJob[] =>
    [...jobs.values()].filter((job) => job.state === state);
  const known = (id: PrintJobId): PrintJob => {
    const job = jobs.get(id);
    if (job === undefined) throw new Error(`no job ${id}`);
    return job;
  };
  return {
    written,
    inState,
    next: (printer) => inState('queued').find((job) => job.printer === printer),
    find: (id) => jobs.get(id),
    setStatus(id, status) {
      jobs.set(id, { ...known(id), ...status });
      written.push(`${Number.parseInt(id, 16)} ${status.state}`);
    },
    askAgain(id, at) {
      jobs.set(id, { ...known(id), state: 'queued', problem: null, askedAt: at, askedBy: 'cashier' });
      written.push(`${Number.parseInt(id, 16)} asked again`);
    },
    add(n, status = { state: 'queued', problem: null }, more = {}) {
      const id = jobId(n);
      jobs.set(id, {
        id,
        payment: id as string as QuoteId,
        kind: 'receipt',
        printer: 'p',
        copy: 0,
        bytes: Uint8Array.of(n),
        askedAt: instant(0),
        askedBy: 'counter',
        ...status,
        ...more,
      });
    },
    stateOf: (n) => jobs.get(jobId(n))?.state,
    problemOf: (n) => jobs.get(jobId(n))?.problem,
  };
}
