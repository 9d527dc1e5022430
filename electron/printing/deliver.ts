import type { PrintDelivery } from './printer.ts';
import type { Timers } from './timers.ts';

/** A printer that has not settled by then is given up, whatever its transport says. In milliseconds. */
const jobDeadlineMs = 180_000;
/** What a transport has left, once told to give up, to say how far it got. */
const graceMs = 3_000;

/** What delivering needs of the world around it. */
export interface DeliverParts {
  readonly print: (bytes: Uint8Array, abandon: AbortSignal) => Promise<PrintDelivery>;
  readonly timers: Timers;
  /** Told of what should never happen: a printer that throws. */
  readonly onFault: (error: unknown) => void;
}

/** Gives a job's bytes to the printer. Always settles, never rejects: one dead printer must not hold up its queue. */
export async function deliver(bytes: Uint8Array, parts: DeliverParts): Promise<PrintDelivery> {
  const { print, timers, onFault } = parts;
  const abandon = new AbortController();
  let cancelTimer = (): void => undefined;
  const givenUp = new Promise<PrintDelivery>((resolve) => {
    cancelTimer = timers.after(jobDeadlineMs, () => {
      cancelTimer = timers.after(graceMs, () => resolve({ state: 'uncertain', problem: 'stalled' }));
      abandon.abort();
    });
  });
  try {
    return await Promise.race([print(bytes, abandon.signal), givenUp]);
  } catch (error) {
    onFault(error);
    // It threw after the bytes were in its hands: how many went on, nobody knows.
    return { state: 'uncertain', problem: 'broken-off' };
  } finally {
    cancelTimer();
  }
}
