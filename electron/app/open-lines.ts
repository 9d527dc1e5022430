import type { QuoteId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/time.ts';
import type { Clock } from './clock.ts';

/**
 * Which payments' sockets of this run are still read. A payment of an earlier run has none: its socket ended with that
 * run at the latest, so it counts as closed when this one began.
 */
export interface OpenLines {
  opened(payment: QuoteId): void;
  closed(payment: QuoteId): void;
  /** When the payment's socket was closed; `undefined` while it may still bring an answer. */
  closedAt(payment: QuoteId): Instant | undefined;
}

export function createOpenLines(clock: Clock): OpenLines {
  const startedAt = clock.now();
  const lines = new Map<QuoteId, Instant | 'open'>();
  return {
    opened: (payment) => void lines.set(payment, 'open'),
    closed: (payment) => void lines.set(payment, clock.now()),
    closedAt(payment) {
      const line = lines.get(payment) ?? startedAt;
      return line === 'open' ? undefined : line;
    },
  };
}
