import { DatabaseSync } from '@photostructure/sqlite';
import { verifyWhole } from '../../../electron/ledger/verify.ts';
import { actors, paymentEvents, paymentStates } from '../../../shared/payment/states.ts';
import { instantSchema, quoteIdSchema } from '../../../shared/primitives.ts';
import { z } from '../../../shared/zod.ts';

const eventRow = z.object({
  seq: z.int(),
  quote: quoteIdSchema,
  at: instantSchema,
  actor: z.enum(actors),
  event: z.enum(['quote', ...paymentEvents]),
  from_state: z.enum(paymentStates).nullable(),
  to_state: z.enum(paymentStates),
  evidence: z.string().nullable(),
  hash: z.string(),
});
export type EventRow = z.infer<typeof eventRow>;

const paymentRow = z.object({
  id: quoteIdSchema,
  state: z.enum(paymentStates),
  product: z.string(),
  customer: z.string(),
  biller: z.string(),
  /** The reference that the owner was told. */
  told: z.string().nullable(),
  reopened: z.int(),
  receipts: z.int(),
});
export type PaymentRow = z.infer<typeof paymentRow>;

/** A look into the ledger's file by another connection: what is committed, and nothing else. */
export interface LedgerReader {
  eventsAfter(seq: number): readonly EventRow[];
  payments(): readonly PaymentRow[];
  stateOf(payment: string): string | undefined;
  replyOf(payment: string): Uint8Array | undefined;
  close(): void;
}

export function readLedger(file: string): LedgerReader {
  const database = new DatabaseSync(file, { readOnly: true });
  const events = database.prepare('SELECT * FROM event WHERE seq > ? ORDER BY seq');
  const payments = database.prepare(
    `SELECT id, state, product, customer, biller, outcome ->> '$.reference' AS told, reopened,
       (SELECT count(*) FROM print_job WHERE payment = payment.id AND kind = 'receipt' AND copy = 0) AS receipts
     FROM payment ORDER BY rowid`,
  );
  const payment = database.prepare('SELECT state, reply_body FROM payment WHERE id = ?');
  const one = (id: string) =>
    z
      .object({ state: z.string(), reply_body: z.instanceof(Uint8Array).nullable() })
      .optional()
      .parse(payment.get(id));
  return {
    eventsAfter: (seq) => events.all(seq).map((row) => eventRow.parse(row)),
    payments: () => payments.all().map((row) => paymentRow.parse(row)),
    stateOf: (id) => one(id)?.state,
    replyOf: (id) => one(id)?.reply_body ?? undefined,
    close: () => database.close(),
  };
}

/** What is wrong with a closed ledger's file, by SQLite's own check and by the chain of events. */
export function faultsOf(file: string): readonly string[] {
  const database = new DatabaseSync(file);
  try {
    const { alteration } = verifyWhole(database);
    const checked = database.prepare('PRAGMA integrity_check').all();
    const foreign = database.prepare('PRAGMA foreign_key_check').all();
    return [
      ...(alteration === undefined ? [] : [JSON.stringify(alteration)]),
      ...checked.flatMap((row) =>
        Object.values(row as object)
          .filter((text) => text !== 'ok')
          .map(String),
      ),
      ...foreign.map((row) => JSON.stringify(row)),
    ];
  } finally {
    database.close();
  }
}
