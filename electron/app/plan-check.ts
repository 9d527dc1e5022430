import { instant, type Instant } from '../../shared/time.ts';

const minute = 60_000;
const hour = 60 * minute;

/** Milliseconds from one question to the next, by how often it was asked; the last one is repeated. */
const waits: readonly number[] = [
  15_000,
  minute,
  2 * minute,
  5 * minute,
  10 * minute,
  20 * minute,
  40 * minute,
  hour,
];

/** When to ask again after the `asked`-th question. */
export const waitAfter = (asked: number): number => waits[Math.min(asked, waits.length) - 1] ?? 0;

export const longestWait = waitAfter(waits.length);

/**
 * How long a payment is asked after by itself, from when it was sent, or the owner decided. A biller that has not said by
 * then does not know: somebody must ring.
 */
export const asksFor = 72 * hour;

/**
 * How long the questions to a biller rest that could not be reached the `failures`-th time in a row. Then one of them
 * tries the line; whatever else reaches the biller ends the rest at once.
 */
export const restOffline = (failures: number): number =>
  Math.min(30_000 * 2 ** Math.max(0, Math.min(failures, 10) - 1), 10 * minute);

/** What decides when a payment is asked after. */
export interface AskedSoFar {
  readonly sentAt: Instant;
  /** When the owner decided; `null` where nobody has. */
  readonly decidedAt: Instant | null;
  /** How often it was asked, and when last; a question that could not be put is none. */
  readonly asked: number;
  readonly lastAt: Instant | null;
  /** Whether the last question was put by this run of the program. */
  readonly isOfThisRun: boolean;
  /** When this run of the program began. */
  readonly startedAt: Instant;
}

export type Plan = { readonly kind: 'ask'; readonly at: Instant } | { readonly kind: 'gave-up' };

/** When to ask after a payment next, or that it was asked long enough. */
export function planCheck({ sentAt, decidedAt, asked, lastAt, isOfThisRun, startedAt }: AskedSoFar): Plan {
  const since = Math.max(sentAt, decidedAt ?? 0);
  const hasAskedSince = lastAt !== null && lastAt >= since;
  if (hasAskedSince && lastAt >= since + asksFor) return { kind: 'gave-up' };
  // After a restart the back-off begins anew: the shop was closed, and the answer may be there by now.
  const at = lastAt !== null && isOfThisRun ? lastAt + waitAfter(asked) : Math.max(startedAt, since);
  return { kind: 'ask', at: instant(at) };
}
