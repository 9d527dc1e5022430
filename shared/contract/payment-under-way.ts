import type { CounterState } from './counter-state.ts';

/** Whether a payment has been sent and its answer is waited for. */
export const isPaymentUnderWay = ({ exchange }: Pick<CounterState, 'exchange'>): boolean =>
  exchange?.kind === 'payment';
