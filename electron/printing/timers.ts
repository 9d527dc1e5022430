/** Time as the queue sees it, so that tests need not wait. */
export interface Timers {
  /** Monotonic, in milliseconds from any beginning: a corrected clock must not prolong a wait. */
  now(): number;
  /** Runs `action` once after `ms` milliseconds, unless the returned function is called before. */
  after(ms: number, action: () => void): () => void;
}

export const systemTimers: Timers = {
  now: () => performance.now(),
  after(ms, action) {
    const timer = setTimeout(action, ms);
    return () => clearTimeout(timer);
  },
};
