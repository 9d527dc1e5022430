import type { PrintJobId } from '../../shared/ids.ts';
import type { PrintJobStatus } from '../../shared/payment/print-job.ts';
import type { PrinterId } from '../../shared/printing/printing-settings.ts';
import type { Instant } from '../../shared/time.ts';
import { createPrintWorker, type PrintWorker } from './print-worker.ts';
import type { Printer, PrintJob, PrintJobStore } from './printer.ts';
import { systemTimers, type Timers } from './timers.ts';

export interface PrintQueueParts {
  readonly store: PrintJobStore;
  /** The printers that are set up now, each the same object for as long as it is. */
  readonly printers: () => ReadonlyMap<PrinterId, Printer>;
  /** How long a job may wait for its printer without a person's yes. In milliseconds. */
  readonly askAfterMs: () => number;
  readonly now: () => Instant;
  /** Called with the job after every change of its status, once that is durable. */
  readonly onChange: (job: PrintJob) => void;
  /** Told of what should never happen: a store, a printer or a listener that throws. The queue goes on. */
  readonly onFault: (error: unknown) => void;
  readonly timers?: Timers;
}

export interface PrintQueue {
  /**
   * To be called once, before anything is printed: jobs that an earlier run left in `sending` become `uncertain`, since
   * nobody knows how far they got. What it left `queued`, and what it could not print, follows with the first `wake`.
   */
  recover(): void;
  /** Says that the store may have new jobs, or that other printers are set up. Returns at once; no payment waits for paper. */
  wake(): void;
  /** Says that a printer is there again. */
  printerIsBack(printer: PrinterId): void;
  /**
   * Puts a job that `failed` back in the queue, by a person's wish; one that is queued is woken for. `false`: bytes
   * of it have left, so that only a marked copy may be printed.
   */
  retry(job: PrintJobId, person?: string | null): boolean;
  /** Settles when nothing is being printed. */
  idle(): Promise<void>;
  /** Begins no further job; settles when those under way have ended. */
  stop(): Promise<void>;
}

/** The print queue: a worker for each printer, so that a dead one holds up no other. */
export function createPrintQueue(parts: PrintQueueParts): PrintQueue {
  const { store, printers, askAfterMs, now, onFault, timers = systemTimers } = parts;
  const workers = new Map<PrinterId, { readonly printer: Printer; readonly worker: PrintWorker }>();
  let isStopped = false;

  function move(job: PrintJob, status: PrintJobStatus): void {
    store.setStatus(job.id, status, now());
    try {
      parts.onChange({ ...job, ...status });
    } catch (error) {
      onFault(error);
    }
  }

  function workerOf(id: PrinterId, printer: Printer): PrintWorker {
    const standing = workers.get(id);
    if (standing?.printer === printer) return standing.worker;
    // It was set up anew: the worker of before begins nothing more.
    void standing?.worker.stop();
    const worker = createPrintWorker({ id, printer, store, askAfterMs, now, move, onFault, timers });
    workers.set(id, { printer, worker });
    worker.recover();
    return worker;
  }

  function dropWorkers(present: ReadonlyMap<PrinterId, Printer>): void {
    for (const [id, { worker }] of workers) {
      if (present.has(id)) continue;
      void worker.stop();
      workers.delete(id);
    }
  }

  function wake(): void {
    if (isStopped) return;
    try {
      const present = printers();
      dropWorkers(present);
      for (const job of store.inState('queued'))
        if (!present.has(job.printer)) move(job, { state: 'failed', problem: 'no-printer' });
      for (const [id, printer] of present) workerOf(id, printer).wake();
    } catch (error) {
      // The store refused. The next job that comes tries again.
      onFault(error);
    }
  }

  return {
    recover() {
      for (const job of store.inState('sending')) move(job, { state: 'uncertain', problem: 'broken-off' });
    },
    wake,
    printerIsBack: (id) => workers.get(id)?.worker.printerIsBack(),
    retry(id, person = null) {
      const job = store.find(id);
      if (job === undefined || (job.state !== 'failed' && job.state !== 'queued')) return false;
      if (job.state === 'failed') {
        store.askAgain(id, now(), person);
        const asked = store.find(id);
        if (asked !== undefined) parts.onChange(asked);
      }
      wake();
      return true;
    },
    idle: async () => {
      await Promise.all([...workers.values()].map(({ worker }) => worker.idle()));
    },
    async stop() {
      isStopped = true;
      await Promise.all([...workers.values()].map(({ worker }) => worker.stop()));
    },
  };
}
