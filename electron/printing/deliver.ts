import type { PrintDelivery, Printer } from './printer.ts';
import type { Timers } from './timers.ts';

/** A printer that has not settled by then is given up, whatever its transport says. In milliseconds. */
const jobDeadlineMs = 120_000;
/** What a transport has left, once told to give up, to say how far it got. */
const graceMs = 2_000;

/** What delivering needs of the world around it. */
export interface DeliverParts {
  /** The printer as set now: the settings may change between two jobs. */
  readonly printer: () => Printer;
  readonly timers: Timers;
  /** Told of what should never happen: a transport that throws. */
  readonly onFault: (error: unknown) => void;
}

/** Gives a job's bytes to the printer. Always settles, never rejects: one dead printer must not hold up the queue. */
export async function deliver(bytes: Uint8Array, parts: DeliverParts): Promise<PrintDelivery> {
  const { timers, onFault } = parts;
  let printer: Printer;
  try {
    printer = parts.printer();
  } catch (error) {
    onFault(error);
    return { state: 'failed', problem: 'unreachable' };
  }

  const abandon = new AbortController();
  let cancelTimer = (): void => undefined;
  const givenUp = new Promise<PrintDelivery>((resolve) => {
    cancelTimer = timers.after(jobDeadlineMs, () => {
      cancelTimer = timers.after(graceMs, () => resolve({ state: 'uncertain', problem: 'stalled' }));
      abandon.abort();
    });
  });
  try {
    return await Promise.race([printer.print(bytes, abandon.signal), givenUp]);
  } catch (error) {
    onFault(error);
    // It threw after the bytes were in its hands: how many went on, nobody knows.
    return { state: 'uncertain', problem: 'broken-off' };
  } finally {
    cancelTimer();
  }
}
