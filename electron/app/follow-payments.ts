import type { CounterState } from '../../shared/contract/counter-state.ts';
import type { Counter } from './counter.ts';

/** Calls `reconsider` whenever a payment changed or a biller can be reached or asked again, and once now. */
export function followPayments(counter: Counter, reconsider: () => void): void {
  let seen: string | undefined;
  const look = (state: CounterState): void => {
    const billers = state.billers.map(({ connection, ready }) => `${connection} ${ready}`);
    const marks = [state.ledgerRevision, ...billers].join(' ');
    if (marks === seen) return;
    seen = marks;
    reconsider();
  };
  counter.onChange(look);
  look(counter.state());
}
