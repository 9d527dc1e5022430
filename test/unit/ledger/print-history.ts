import { DatabaseSync } from '@photostructure/sqlite';
import type { PrintJobId, QuoteId } from '../../../shared/ids.ts';
import type { PrintActor, PrintEvent, PrintProblem } from '../../../shared/payment/print-job.ts';
import type { Instant } from '../../../shared/time.ts';

/** A step in the life of what was printed, or the opening of the drawer for a payment's cash. */
export interface PrintHistoryEntry {
  readonly at: Instant;
  readonly actor: PrintActor;
  readonly event: PrintEvent;
  readonly job: PrintJobId | null;
  readonly problem: PrintProblem | null;
}

/** Everything that happened to a payment's papers, oldest first, as the ledger's file has it. */
export function printHistory(file: string, payment: QuoteId): readonly PrintHistoryEntry[] {
  const raw = new DatabaseSync(file);
  try {
    return raw
      .prepare('SELECT at, actor, event, job, problem FROM print_event WHERE payment = ? ORDER BY seq')
      .all(payment)
      .map((row) => ({ ...(row as unknown as PrintHistoryEntry) }));
  } finally {
    raw.close();
  }
}
