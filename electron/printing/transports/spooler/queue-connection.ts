import { setTimeout as sleep } from 'node:timers/promises';
import { TransportFault, type Connection } from '../transport.ts';
import { NothingLeft } from './nothing-left.ts';
import { printOnQueue } from './print-on-queue.ts';
import type { SpoolQueue } from './spooler.ts';
import { within } from '../../within.ts';

/** All in milliseconds. */
export interface QueueDeadlines {
  /** For a job that was given up to be out of the spooler. That goes on by itself if it takes longer. */
  readonly takeBack: number;
  /** For the queue to say how its printer is. */
  readonly condition: number;
}

export const queueDeadlines: QueueDeadlines = { takeBack: 1_500, condition: 1_000 };

/** What closing takes beyond taking a job back. */
const closeGraceMs = 300;

const waitAtMost = async (ms: number, work: Promise<unknown>): Promise<void> => {
  const settled = new AbortController();
  const pause = sleep(ms, undefined, { signal: settled.signal }).catch(() => undefined);
  await Promise.race([work.catch(() => undefined), pause]);
  settled.abort();
};

/**
 * A queue as a connection. What is written is kept until `finish` hands it over as one job: until then no byte has left,
 * and `onTaken` is not called. After that only `NothingLeft` says that none has.
 */
export function queueConnection(queue: SpoolQueue, deadlines = queueDeadlines): Connection {
  const chunks: Uint8Array[] = [];
  const stopping = new AbortController();
  let isClosed = false;
  let printing: Promise<'sent'> | undefined;
  let hadProblem = false;

  async function print(): Promise<'sent'> {
    if (stopping.signal.aborted) throw new NothingLeft('stalled');
    if (chunks.length === 0) return 'sent';
    return printOnQueue(queue, Buffer.concat(chunks), stopping.signal, deadlines.takeBack);
  }

  return {
    async write(bytes, signal) {
      if (signal.aborted || isClosed) throw new NothingLeft('stalled');
      // The caller may use its buffer again.
      if (bytes.length > 0) chunks.push(Uint8Array.from(bytes));
    },

    async condition(signal) {
      try {
        const problem = await within(deadlines.condition, signal, (bounded) => queue.problem(bounded));
        // A queue without complaints knows nothing of its printer, unless it has complained before.
        hadProblem ||= problem !== undefined;
        return problem ?? (hadProblem ? 'ok' : undefined);
      } catch (error) {
        if (signal.aborted || isClosed || !(error instanceof TransportFault)) return undefined;
        // Its deadline is over: nobody answers.
        return error.problem === 'stalled' ? 'unreachable' : error.problem;
      }
    },

    finish(signal) {
      if (signal.aborted) stopping.abort();
      else signal.addEventListener('abort', () => stopping.abort(), { once: true });
      printing ??= print();
      return printing;
    },

    lost: new Promise(() => undefined),

    async close() {
      isClosed = true;
      stopping.abort();
      await waitAtMost(deadlines.takeBack + closeGraceMs, Promise.resolve(printing));
      await queue.close();
    },
  };
}
