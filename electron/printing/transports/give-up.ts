import { setTimeout as sleep } from 'node:timers/promises';
import { within } from '../within.ts';
import { TransportFault } from './transport.ts';

/** What ends a wait before its time. */
export interface GivingUp {
  readonly signal: AbortSignal;
  /** Resolves if the connection ends by itself. */
  readonly lost?: Promise<TransportFault>;
}

const stalled = (signal: AbortSignal): TransportFault => new TransportFault('stalled', signal.reason);

/** @throws TransportFault `stalled` where the signal has fired. */
export function throwIfGivenUp(signal: AbortSignal): void {
  if (signal.aborted) throw stalled(signal);
}

/**
 * Settles as `work` does, or rejects at once when it is given up, whatever `work` still does then.
 *
 * @throws TransportFault `stalled` where the signal fired, or what the connection was lost by.
 */
export async function orGivenUp<T>(work: Promise<T>, { signal, lost }: GivingUp): Promise<T> {
  let giveUp = (): void => undefined;
  const givenUp = new Promise<never>((_, reject) => {
    giveUp = () => reject(stalled(signal));
  });
  signal.addEventListener('abort', giveUp, { once: true });
  if (signal.aborted) giveUp();
  try {
    return await Promise.race([givenUp, work, ...(lost === undefined ? [] : [lost.then(raise)])]);
  } finally {
    signal.removeEventListener('abort', giveUp);
  }
}

const raise = (fault: TransportFault): never => {
  throw fault;
};

/** Resolves when `work` does, and after that many milliseconds at the latest. Without work it only waits. */
export async function atMost(ms: number, work?: Promise<unknown>): Promise<void> {
  const timer = new AbortController();
  const elapsed = sleep(ms, undefined, { signal: timer.signal }).catch(() => undefined);
  try {
    await (work === undefined ? elapsed : Promise.race([work, elapsed]));
  } finally {
    timer.abort();
  }
}

/** What opening something ends by. */
export interface OpeningEnds<T> {
  /** In milliseconds. */
  readonly deadlineMs: number;
  readonly signal: AbortSignal;
  /** Is given what opens after all, when nobody waits for it any more. */
  readonly closeLate: (late: T) => void;
}

/**
 * Waits for what `open` opens, which may heed the signal that it is given: nobody waits for it any more.
 *
 * @throws TransportFault `unreachable` after the deadline, `stalled` where the signal fired, else as `open` does.
 */
export function openWithin<T>(
  { deadlineMs, signal, closeLate }: OpeningEnds<T>,
  open: (givenUp: AbortSignal) => Promise<T>,
): Promise<T> {
  return within(deadlineMs, signal, async (givenUp) => {
    throwIfGivenUp(givenUp);
    const opening = open(givenUp);
    try {
      return await orGivenUp(opening, { signal: givenUp });
    } catch (error) {
      opening.then(closeLate, () => undefined);
      if (givenUp.aborted && !signal.aborted) throw new TransportFault('unreachable', error);
      throw error;
    }
  });
}
