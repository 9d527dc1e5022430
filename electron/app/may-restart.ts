import { isPaymentUnderWay } from '../../shared/contract/payment-under-way.ts';
import type { Counter } from './counter.ts';

export interface UnderWay {
  readonly counter: Pick<Counter, 'state'>;
  /** Whether the line of any payment is still read for a late answer. */
  readonly isListening: () => boolean;
}

/** Whether nothing is under way that a new start would lose: neither a payment nor the late answer of one. */
export const mayRestart = ({ counter, isListening }: UnderWay): boolean =>
  !isPaymentUnderWay(counter.state()) && !isListening();
