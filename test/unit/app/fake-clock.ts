import type { Clock } from '../../../electron/app/clock.ts';
import { instant, type Instant } from '../../../shared/time.ts';
import { start } from '../ledger/documents.ts';

export interface FakeClock extends Clock {
  /** Time passes: both clocks go on. */
  pass(ms: number): void;
  /** Somebody sets the PC's clock: only the wall clock jumps. */
  step(ms: number): void;
}

export function fakeClock(from: Instant = start): FakeClock {
  let wall: number = from;
  let monotonic = 5_000;
  return {
    now: () => instant(wall),
    monotonicMs: () => monotonic,
    pass(ms) {
      wall += ms;
      monotonic += ms;
    },
    step(ms) {
      wall += ms;
    },
  };
}
