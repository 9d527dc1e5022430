import { DatabaseSync } from '@photostructure/sqlite';
import { verifyWhole } from '../../../electron/ledger/verify.ts';

/** A payment as the file has it: read by hand, so that no mistake of the program's own reader is shared. */
export interface LedgerPayment {
  readonly id: string;
  readonly state: string;
  readonly product: string;
  readonly customer: string;
  readonly biller: string;
  readonly inquiry_id: string;
  readonly total: number;
  readonly reply_at: number | null;
  readonly outcome: string | null;
  /** How many first prints there are of it. */
  readonly receipts: number;
}

export interface LedgerStep {
  readonly quote: string;
  readonly actor: string;
  readonly event: string;
  readonly from_state: string | null;
  readonly to_state: string;
}

/** All of a ledger's file at one moment. */
export interface LedgerPicture {
  /** `ok`, or what SQLite found. */
  readonly integrity: string;
  /** Empty, or where the program's own chain of events is broken. */
  readonly alteration: string;
  readonly payments: readonly LedgerPayment[];
  /** In their order. */
  readonly steps: readonly LedgerStep[];
}

const payments = `
  SELECT id, state, product, customer, biller, inquiry_id, total, reply_at, outcome,
    (SELECT count(*) FROM print_job WHERE payment = payment.id AND kind = 'receipt' AND copy = 0) AS receipts
  FROM payment ORDER BY rowid`;

export function readLedger(file: string): LedgerPicture {
  const database = new DatabaseSync(file, { readOnly: true, timeout: 2000 });
  try {
    const { alteration } = verifyWhole(database);
    // One moment for all of it, also while a counter writes.
    database.exec('BEGIN');
    const faults = [
      ...database.prepare('PRAGMA integrity_check').all(),
      ...database.prepare('PRAGMA foreign_key_check').all(),
    ];
    return {
      alteration: alteration === undefined ? '' : JSON.stringify(alteration),
      integrity: faults.map((fault) => Object.values(fault as object).join(' ')).join(', '),
      payments: database.prepare(payments).all(),
      steps: database
        .prepare('SELECT quote, actor, event, from_state, to_state FROM event ORDER BY seq')
        .all(),
    };
  } finally {
    database.close();
  }
}
