import type { PrintJobId } from '../../shared/ids.ts';
import type { PrintJobStatus } from '../../shared/payment/print-job.ts';
import { deliver } from './deliver.ts';
import type { PrintDelivery, Printer, PrintJob, PrintJobStore } from './printer.ts';
import { retryEveryMs, withFailure, withoutJob, worthRetrying, type FailedJobs } from './retry-schedule.ts';
import { systemTimers, type Timers } from './timers.ts';

export interface PrintQueueParts {
  readonly store: PrintJobStore;
  /** The printer as set now; asked anew for each job. */
  readonly printer: () => Printer;
  /** Called with the job after every change of its status, once that is durable. */
  readonly onChange: (job: PrintJob) => void;
  /** Told of what should never happen: a store, a printer or a listener that throws. The queue goes on. */
  readonly onFault: (error: unknown) => void;
  readonly timers?: Timers;
}

export interface PrintQueue {
  /**
   * To be called once, at the start: jobs that an earlier run left in `sending` become `uncertain`, since nobody
   * knows how far they got; jobs still `queued` are printed.
   *
   * @throws Error if the queue is already at work.
   */
  recover(): void;
  /** Says that the store may have a new job. Returns at once; no payment waits for paper. */
  wake(): void;
  /**
   * Puts a job that `failed` back in the queue, by a person's wish; one that is queued is woken for. `false`: bytes
   * of it have left, so that only a marked copy may be printed.
   */
  retry(job: PrintJobId): boolean;
  /** Settles when nothing is being printed. */
  idle(): Promise<void>;
  /** Begins no further job; settles when the one under way has ended. */
  stop(): Promise<void>;
}

const withoutProblem = (state: 'queued' | 'sending' | 'printed' | 'sent'): PrintJobStatus => ({
  state,
  problem: null,
});

const statusAfter = (delivery: PrintDelivery): PrintJobStatus =>
  'problem' in delivery ? delivery : withoutProblem(delivery.state);

/**
 * The print queue: one worker, strictly in the order of the jobs. A job is durably `sending` before its first byte
 * leaves, so that after a crash no job is printed twice unasked. A job of which no byte was taken is `failed`: the
 * queue goes on with the next, and tries the oldest failed one again by itself for a while; as soon as the printer
 * answers, the others follow. Anything less certain is `uncertain` and left to a person.
 */
export function createPrintQueue(parts: PrintQueueParts): PrintQueue {
  const { store, onFault, timers = systemTimers } = parts;
  let failed: FailedJobs = new Map();
  let cancelRetry: (() => void) | undefined;
  let isWorking = false;
  let isStopped = false;
  let work: Promise<void> = Promise.resolve();

  function move(job: PrintJob, status: PrintJobStatus): void {
    store.setStatus(job.id, status);
    try {
      parts.onChange({ ...job, ...status });
    } catch (error) {
      onFault(error);
    }
  }

  /** The failed jobs that are to be tried again without anybody asking, oldest first. */
  function retriable(): readonly PrintJob[] {
    failed = worthRetrying(failed, timers.now());
    return [...failed.keys()]
      .map((id) => store.find(id))
      .filter((job) => job !== undefined)
      .filter((job) => job.state === 'failed');
  }

  function retryOldest(): void {
    cancelRetry = undefined;
    try {
      const [oldest] = retriable();
      if (oldest === undefined) return;
      move(oldest, withoutProblem('queued'));
      wake();
    } catch (error) {
      onFault(error);
    }
  }

  function settleFailure(job: PrintJob): void {
    failed = worthRetrying(withFailure(failed, job.id, timers.now()), timers.now());
    if (failed.size > 0 && !isStopped) cancelRetry ??= timers.after(retryEveryMs, retryOldest);
  }

  async function print(job: PrintJob): Promise<void> {
    move(job, withoutProblem('sending'));
    const delivery = await deliver(job.bytes, { printer: parts.printer, timers, onFault });
    move(job, statusAfter(delivery));
    if (delivery.state === 'failed') return settleFailure(job);
    failed = withoutJob(failed, job.id);
    // The printer is there again: what had failed follows at once.
    if (delivery.state !== 'uncertain')
      for (const other of retriable()) move(other, withoutProblem('queued'));
  }

  const nextJob = (): PrintJob | undefined => (isStopped ? undefined : store.next());

  async function printAll(): Promise<void> {
    try {
      for (let job = nextJob(); job !== undefined; job = nextJob()) await print(job);
    } catch (error) {
      // The store refused: without a durable record nothing is printed. The next job that comes tries again.
      onFault(error);
    } finally {
      isWorking = false;
    }
  }

  function wake(): void {
    if (isWorking || isStopped) return;
    isWorking = true;
    work = printAll();
  }

  return {
    recover() {
      if (isWorking) throw new Error('the print queue is already at work');
      for (const job of store.inState('sending')) move(job, { state: 'uncertain', problem: 'broken-off' });
      wake();
    },
    wake,
    retry(id) {
      const job = store.find(id);
      if (job === undefined || (job.state !== 'failed' && job.state !== 'queued')) return false;
      if (job.state === 'failed') {
        failed = withoutJob(failed, id);
        move(job, withoutProblem('queued'));
      }
      wake();
      return true;
    },
    idle: () => work,
    stop() {
      isStopped = true;
      cancelRetry?.();
      return work;
    },
  };
}
