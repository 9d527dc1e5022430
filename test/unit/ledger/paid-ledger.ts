import { arming, paid, quote, settlement } from './documents.ts';
import { newLedger, type OpenLedger } from './open-ledger.ts';

/** A ledger in which the n-th payment is paid, and nothing was printed. */
export function withPaid(...numbers: readonly number[]): OpenLedger {
  const open = newLedger();
  for (const n of numbers) {
    open.ledger.addQuote(quote(n));
    const armed = open.ledger.arm(arming(n));
    if (!armed.ok) throw new Error(armed.error.code);
    open.ledger.settle(settlement(n, paid));
  }
  return open;
}
