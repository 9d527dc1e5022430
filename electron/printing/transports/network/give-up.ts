import { setTimeout as sleep } from 'node:timers/promises';
import { TransportFault } from '../transport.ts';

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
 * Waits for what is being opened.
 *
 * @throws TransportFault `unreachable` after the deadline, `stalled` where the signal fired, else as `opening` does.
 */
export async function openWithin<T>(opening: Promise<T>, ends: OpeningEnds<T>): Promise<T> {
  const tooLate = deadlineAfter(ends.deadlineMs);
  try {
    return await orGivenUp(Promise.race([opening, tooLate.elapsed]), { signal: ends.signal });
  } catch (error) {
    opening.then(ends.closeLate, () => undefined);
    throw error;
  } finally {
    tooLate.cancel();
  }
}

interface Deadline {
  readonly elapsed: Promise<never>;
  cancel(): void;
}

function deadlineAfter(ms: number): Deadline {
  let timer: NodeJS.Timeout | undefined;
  const elapsed = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TransportFault('unreachable')), ms);
  });
  return { elapsed, cancel: () => clearTimeout(timer) };
}
