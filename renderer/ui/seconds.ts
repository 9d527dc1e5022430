/** Whole seconds that have passed; a clock that steps back counts as none. */
export const secondsSince = (since: number, now: number): number =>
  Math.max(0, Math.floor((now - since) / 1000));

/** Whole seconds that are left, rounded up, so that 0 means it is over. */
export const secondsUntil = (deadline: number, now: number): number =>
  Math.max(0, Math.ceil((deadline - now) / 1000));
