import type { Clock } from '../../../electron/app/clock.ts';
import { instant, type Instant } from '../../../shared/time.ts';

/** The time of a run of the model: the true one, which the billers go by, and what this PC takes for it. */
export interface ModelClock extends Clock {
  trueNow(): Instant;
  /** Time passes: every clock goes on. */
  pass(ms: number): void;
  /** Somebody sets the PC's clock: only that jumps. */
  step(ms: number): void;
}

export function modelClock(from: Instant): ModelClock {
  let passed = 0;
  let stepped = 0;
  const trueNow = (): Instant => instant(from + passed);
  return {
    trueNow,
    now: () => instant(trueNow() + stepped),
    monotonicMs: () => 5000 + passed,
    pass(ms) {
      passed += ms;
    },
    step(ms) {
      stepped += ms;
    },
  };
}
