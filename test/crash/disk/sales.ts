import type { StoredReply } from '../../../electron/ledger/ledger.ts';
import type { PaymentOutcome } from '../../../shared/payment/outcome.ts';
import { paid, rejected, reply, unknown } from '../../unit/ledger/documents.ts';

/** Now and then come two answers so large that SQLite copies its log into the database and begins it anew. */
export const replyTo = (n: number): StoredReply =>
  reply([5, 6].includes(n % 8) ? `answer ${n} `.repeat(250_000) : `answer ${n}`);

/** Most are paid. */
export function outcomeOf(n: number): PaymentOutcome {
  if (n % 5 === 3) return unknown;
  return n % 5 === 4 ? rejected : paid;
}
