import type { QuoteId } from '../../shared/ids.ts';
import type { Clock } from './clock.ts';

/**
 * Which payments' sockets of this run are still read. A payment of an earlier run has none: its socket ended with that
 * run at the latest, so it counts as closed when this one began. Told by the monotonic clock, which nobody sets.
 */
export interface OpenLines {
  opened(payment: QuoteId): void;
  closed(payment: QuoteId): void;
  /** Milliseconds since the payment's socket was closed; `undefined` while it may still bring an answer. */
  closedForMs(payment: QuoteId): number | undefined;
  /** Whether an answer may still come on any of them: the end of the program would lose it. */
  isAnyOpen(): boolean;
}

export function createOpenLines(clock: Clock): OpenLines {
  const startedAt = clock.monotonicMs();
  const lines = new Map<QuoteId, number | 'open'>();
  return {
    opened: (payment) => void lines.set(payment, 'open'),
    closed: (payment) => void lines.set(payment, clock.monotonicMs()),
    closedForMs(payment) {
      const line = lines.get(payment) ?? startedAt;
      return line === 'open' ? undefined : clock.monotonicMs() - line;
    },
    isAnyOpen: () => [...lines.values()].includes('open'),
  };
}
