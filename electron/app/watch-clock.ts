import type { ClockState, CounterState } from '../../shared/contract/counter-state.ts';
import { instant, type Instant } from '../../shared/time.ts';
import type { Clock } from './clock.ts';
import type { Counter } from './counter.ts';

/** A clock is corrected by a little all the time. In milliseconds. */
const unnoticed = 60_000;
/** From here on receipts, days and the biller's cut-off are wrong for people, too. */
const worthTelling = 15 * 60_000;
const lookEvery = 20_000;

/** What is known of the PC's clock: it never goes back by itself, and the billers have clocks of their own. */
export function judgeClock(now: Instant, latestSeen: Instant, billers: CounterState['billers']): ClockState {
  if (latestSeen - now > unnoticed) return { kind: 'went-back', byMs: latestSeen - now };
  const differing = billers
    .filter(({ clockAheadMs }) => Math.abs(clockAheadMs) >= worthTelling)
    .toSorted((one, other) => Math.abs(other.clockAheadMs) - Math.abs(one.clockAheadMs))[0];
  if (differing === undefined) return { kind: 'ok' };
  return { kind: 'differs', biller: differing.id, aheadMs: differing.clockAheadMs };
}

/**
 * Watches the PC's clock and tells the counter of it. Nothing is decided by it: quotes expire at a step of it by
 * themselves (`quote-desk.ts`).
 *
 * @param newestAt the newest time in the ledger: the clock has been there before.
 * @returns ends the watch.
 */
export function watchClock(counter: Counter, clock: Clock, newestAt: Instant | null): () => void {
  let latestSeen = Math.max(clock.now(), newestAt ?? 0);
  const look = (): void => {
    const now = clock.now();
    const { billers, clock: told } = counter.state();
    const judged = judgeClock(now, instant(latestSeen), billers);
    latestSeen = Math.max(latestSeen, now);
    if (!isSame(judged, told)) counter.change({ clock: judged });
  };
  counter.onChange(look);
  look();
  const timer = setInterval(look, lookEvery);
  timer.unref();
  return () => clearInterval(timer);
}

/** Told once a minute at most: how far it is behind grows less by the second. */
function isSame(one: ClockState, other: ClockState): boolean {
  if (one.kind === 'went-back' && other.kind === 'went-back')
    return Math.abs(one.byMs - other.byMs) < unnoticed;
  if (one.kind === 'differs' && other.kind === 'differs')
    return one.biller === other.biller && Math.abs(one.aheadMs - other.aheadMs) < unnoticed;
  return one.kind === other.kind;
}
