import type { PrintJobStatus } from '../../shared/payment/print-job.ts';
import type { PrinterId } from '../../shared/printing/printing-settings.ts';
import type { Instant } from '../../shared/time.ts';
import { deliver } from './deliver.ts';
import type { PrintDelivery, Printer, PrintJob, PrintJobStore } from './printer.ts';
import { isTooOld, retriable, retryEveryMs } from './retry-schedule.ts';
import type { Timers } from './timers.ts';

export interface PrintWorkerParts {
  readonly id: PrinterId;
  readonly printer: Printer;
  readonly store: PrintJobStore;
  /** How long a job may wait for its printer without a person's yes. */
  readonly askAfterMs: () => number;
  readonly now: () => Instant;
  /** Writes a job's new status down and tells it. */
  readonly move: (job: PrintJob, status: PrintJobStatus) => void;
  readonly onFault: (error: unknown) => void;
  readonly timers: Timers;
}

/** Prints the jobs of one printer, strictly in their order. */
export interface PrintWorker {
  /** Says that the store may have a new job. Returns at once: no payment waits for paper. */
  wake(): void;
  /** To be called first: what could not be printed before is tried too, unless it is too old by now. */
  recover(): void;
  /** Says that the printer is there again: what had failed follows at once. */
  printerIsBack(): void;
  idle(): Promise<void>;
  stop(): Promise<void>;
}

const withoutProblem = (state: 'queued' | 'sending' | 'printed' | 'sent'): PrintJobStatus => ({
  state,
  problem: null,
});

const statusAfter = (delivery: PrintDelivery): PrintJobStatus =>
  'problem' in delivery ? delivery : withoutProblem(delivery.state);

/**
 * One worker for one printer. A job is durably `sending` before its first byte leaves, so that after a crash no job is
 * printed twice unasked. A job of which no byte was taken is `failed`: the worker goes on with the next, and goes to see
 * the printer again and again; once it is well the failed jobs follow, oldest first, unless they have waited too long.
 * Anything less certain is `uncertain` and left to a person.
 */
export function createPrintWorker(parts: PrintWorkerParts): PrintWorker {
  const { id, printer, store, askAfterMs, now, move, onFault, timers } = parts;
  let cancelRetry: (() => void) | undefined;
  let isWorking = false;
  let isStopped = false;
  let work: Promise<void> = Promise.resolve();

  const tooOld = (job: PrintJob): boolean => isTooOld(job, now(), askAfterMs());
  const giveToPerson = (job: PrintJob): void => move(job, { state: 'failed', problem: 'too-old' });

  /** The failed jobs that print without anybody asking. What has become too old meanwhile is told. */
  function waiting(): readonly PrintJob[] {
    const failed = retriable(store.inState('failed'), id);
    for (const job of failed) if (tooOld(job)) giveToPerson(job);
    return failed.filter((job) => !tooOld(job));
  }

  function retryLater(): void {
    if (!isStopped) cancelRetry ??= timers.after(retryEveryMs, () => void retry().catch(onFault));
  }

  /** Looks first: a job that would fail again is not touched. */
  async function retry(): Promise<void> {
    cancelRetry = undefined;
    if (isStopped || waiting().length === 0) return;
    const { status } = await printer.look();
    if (status === 'attention') return retryLater();
    const [oldest] = waiting();
    if (oldest === undefined || isStopped) return;
    move(oldest, withoutProblem('queued'));
    wake();
  }

  function requeueAll(): void {
    for (const job of waiting()) move(job, withoutProblem('queued'));
  }

  async function print(job: PrintJob): Promise<void> {
    if (tooOld(job)) return giveToPerson(job);
    move(job, withoutProblem('sending'));
    const delivery = await deliver(job.bytes, {
      print: (bytes, abandon) => printer.print(bytes, { abandon, insists: job.askedBy === 'cashier' }),
      timers,
      onFault,
    });
    move(job, statusAfter(delivery));
    if (delivery.state === 'failed') return retryLater();
    // The printer is there again: what had failed follows at once.
    if (delivery.state !== 'uncertain') requeueAll();
  }

  const nextJob = (): PrintJob | undefined => (isStopped ? undefined : store.next(id));

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
    // Not in the midst of whatever was being settled: that comes to its end first, and may open the drawer.
    work = Promise.resolve().then(printAll);
  }

  return {
    wake,
    recover() {
      if (waiting().length > 0) retryLater();
      wake();
    },
    printerIsBack() {
      if (isWorking || isStopped) return;
      try {
        if (waiting().length === 0) return;
        requeueAll();
        wake();
      } catch (error) {
        onFault(error);
      }
    },
    idle: () => work,
    stop() {
      isStopped = true;
      cancelRetry?.();
      return work;
    },
  };
}
