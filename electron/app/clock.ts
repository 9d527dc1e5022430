import { instant, type Instant } from '../../shared/time.ts';

/** Time as the program sees it. `monotonicMs` only ever rises, whatever somebody does to the PC's clock. */
export interface Clock {
  now(): Instant;
  monotonicMs(): number;
}

export const systemClock: Clock = {
  now: () => instant(Date.now()),
  monotonicMs: () => performance.now(),
};
