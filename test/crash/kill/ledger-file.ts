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

/** A print job, and what the history of papers says of it last. */
export interface LedgerPaper {
  readonly id: string;
  readonly payment: string;
  readonly state: string;
  readonly told: string | null;
  /** How often it was made. */
  readonly made: number;
}

/** All of a ledger's file at one moment. */
export interface LedgerPicture {
  /** `ok`, or what SQLite found. */
  readonly integrity: string;
  /** Empty, or where the program's own chain of events is broken. */
  readonly alteration: string;
  readonly payments: readonly LedgerPayment[];
  readonly papers: readonly LedgerPaper[];
  /** In their order. */
  readonly steps: readonly LedgerStep[];
}

const payments = `
  SELECT id, state, product, customer, biller, inquiry_id, total, reply_at, outcome,
    (SELECT count(*) FROM print_job WHERE payment = payment.id AND kind = 'receipt' AND copy = 0) AS receipts
  FROM payment ORDER BY rowid`;

const papers = `
  SELECT id, payment, state,
    (SELECT event FROM print_event e WHERE e.payment = j.payment AND e.job = j.id ORDER BY e.seq DESC LIMIT 1) AS told,
    (SELECT count(*) FROM print_event e WHERE e.payment = j.payment AND e.job = j.id AND e.event = 'made') AS made
  FROM print_job j ORDER BY seq`;

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
      papers: database.prepare(papers).all(),
      steps: database
        .prepare('SELECT quote, actor, event, from_state, to_state FROM event ORDER BY seq')
        .all(),
    };
  } finally {
    database.close();
  }
}
