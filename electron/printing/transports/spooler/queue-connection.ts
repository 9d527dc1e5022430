import { within } from '../../within.ts';
import { atMost } from '../give-up.ts';
import { TransportFault, type Connection } from '../transport.ts';
import { printOnQueue } from './print-on-queue.ts';
import type { SpoolQueue } from './spooler.ts';

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

/**
 * A queue as a connection. What is written is kept until `finish` hands it over as one job: until then no byte has left,
 * and `onTaken` is not called. After that only a fault that says `isNothingLeft` is certain of it.
 */
export function queueConnection(queue: SpoolQueue, deadlines = queueDeadlines): Connection {
  const chunks: Uint8Array[] = [];
  const stopping = new AbortController();
  let isClosed = false;
  let printing: Promise<'sent'> | undefined;
  let hadProblem = false;

  async function print(): Promise<'sent'> {
    if (stopping.signal.aborted) throw TransportFault.withNothingLeft('stalled');
    if (chunks.length === 0) return 'sent';
    return printOnQueue(queue, Buffer.concat(chunks), stopping.signal, deadlines.takeBack);
  }

  return {
    async write(bytes, signal) {
      if (signal.aborted || isClosed) throw TransportFault.withNothingLeft('stalled');
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
      const stop = (): void => stopping.abort();
      signal.addEventListener('abort', stop, { once: true });
      if (signal.aborted) stop();
      printing ??= print();
      return printing.finally(() => signal.removeEventListener('abort', stop));
    },

    lost: new Promise(() => undefined),

    async close() {
      isClosed = true;
      stopping.abort();
      await atMost(
        deadlines.takeBack + closeGraceMs,
        Promise.resolve(printing).catch(() => undefined),
      );
      await queue.close();
    },
  };
}
