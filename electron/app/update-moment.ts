import type { CounterState } from '../../shared/contract/counter-state.ts';
import { isPaymentUnderWay } from '../../shared/contract/payment-under-way.ts';
import type { UpdateProblemCode } from '../../shared/contract/updates.ts';

/** What is going on at the counter, as far as another program must not begin meanwhile. */
export interface Moment {
  readonly counter: Pick<CounterState, 'exchange' | 'basket' | 'lot' | 'stopped'>;
  /** Payments that are `sent` or `unknown`: both are open. */
  readonly open: number;
  /** Whether a payment's socket is still read for a late answer. */
  readonly isListening: boolean;
  /** Whether a paper is on its way to a printer. */
  readonly isPrinting: boolean;
}

/** Why the program is not replaced at this moment; `undefined` where it may be. */
export function whyNotNow({ counter, open, isListening, isPrinting }: Moment): UpdateProblemCode | undefined {
  const { exchange, basket, lot, stopped } = counter;
  if (open > 0 || isListening || isPaymentUnderWay(counter) || stopped === 'unsaved') return 'payment-open';
  if (stopped === 'ledger-fault' || stopped === 'ledger-altered') return 'selling-stopped';
  const isSelling =
    exchange !== null ||
    (basket !== null && basket.state !== 'done') ||
    lot?.stage === 'asking' ||
    lot?.stage === 'paying';
  if (isSelling) return 'sale-running';
  return isPrinting ? 'printing' : undefined;
}
