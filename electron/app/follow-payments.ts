import type { Counter } from './counter.ts';

/** Calls `reconsider` whenever a payment changed, and once now. */
export function followPayments(counter: Counter, reconsider: () => void): void {
  let seen = -1;
  const look = (revision: number): void => {
    if (revision === seen) return;
    seen = revision;
    reconsider();
  };
  counter.onChange((state) => look(state.ledgerRevision));
  look(counter.state().ledgerRevision);
}
