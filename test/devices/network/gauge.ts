import { setTimeout as sleep } from 'node:timers/promises';
import type { PrinterProcess, PrinterState } from './printer-process.ts';

/** Watches how far a write has come. */
export interface Gauge {
  readonly onTaken: (count: number) => void;
  /** What was told last; 0 before that. */
  readonly count: () => number;
  /** All that was told, in order. */
  readonly counts: readonly number[];
  /** Resolves with the count once it has begun to grow and then not grown for a while. */
  readonly still: () => Promise<number>;
}

const stillMs = 400;

export function gauge(): Gauge {
  const counts: number[] = [];
  const count = (): number => counts.at(-1) ?? 0;
  return {
    onTaken: (taken) => void counts.push(taken),
    count,
    counts,
    still: async () => {
      for (;;) {
        const before = counts.length;
        await sleep(stillMs);
        if (before > 0 && counts.length === before) return count();
      }
    },
  };
}

/** Bytes that differ from their neighbours, so that none can be lost or doubled unseen; no printer's command among them. */
export const countingBytes = (length: number): Uint8Array =>
  new Uint8Array(length).map((_, at) => 0x20 + ((at * 7 + Math.floor(at / 256)) % 0x5f));

/** Resolves when the printer has taken as many bytes as the job has; whether they are the job's. */
export async function hasReceived(
  printer: Pick<PrinterProcess<PrinterState, never>, 'until' | 'received'>,
  job: Uint8Array,
): Promise<boolean> {
  await printer.until(({ received }) => received >= job.length);
  return printer.received().equals(job);
}

/** Whether a promise is still pending. */
export const isPending = (promise: Promise<unknown>): Promise<boolean> =>
  Promise.race([
    promise.then(
      () => false,
      () => false,
    ),
    sleep(0).then(() => true),
  ]);

/** A signal that never fires. */
export const noSignal = (): AbortSignal => new AbortController().signal;
