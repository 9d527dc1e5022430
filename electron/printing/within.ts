/**
 * Does `work` with a signal that fires after `ms` milliseconds, or with `signal`. (Before Node 22.16 the deadline of an
 * `AbortSignal.any` with an `AbortSignal.timeout` may be collected as garbage before it fires.)
 */
export async function within<Result>(
  ms: number,
  signal: AbortSignal,
  work: (bounded: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const bound = new AbortController();
  const fire = (): void => bound.abort();
  const timer = setTimeout(fire, ms);
  signal.addEventListener('abort', fire, { once: true });
  if (signal.aborted) fire();
  try {
    return await work(bound.signal);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', fire);
  }
}

/** For work that only its own deadline ends. */
export const neverGivenUp: AbortSignal = new AbortController().signal;
