import type { DatabaseSyncInstance as Database } from '@photostructure/sqlite';

const paymentColumns = `q.document, p.state, p.cash, p.host, p.account, p.request, p.sent_at, p.deposit_before,
  p.deposit_before_at, p.reply_status, p.reply_date, p.reply_body, p.reply_whole, p.reply_at, p.outcome, p.settled_at, p.business_day, p.cashier, p.shift`;
/** What the customer paid, or was to pay. */
const due = 'p.total + p.counter_fee + p.rounding';
const briefColumns = `p.id, p.product, ${due} AS total, p.state, p.sent_at,
  q.document ->> '$.customerNumber' AS customer_number, q.document ->> '$.customer.name' AS name`;
const paymentTables = 'payment p JOIN quote q ON q.id = p.id';
/** Holds its customer's place. */
const isOpen = "p.state IN ('sent', 'unknown')";
/** The customer was told that it is paid, by the biller or by the owner. */
const countsAsPaid = "p.state IN ('paid', 'paid-by-hand')";

/** Every statement of the ledger but those of its print jobs, prepared once. */
export const prepareStatements = (database: Database) => ({
  insertQuote: database.prepare('INSERT INTO quote (id, document, expires_at, open) VALUES (?, ?, ?, 1)'),
  quote: database.prepare('SELECT document, expires_at, open FROM quote WHERE id = ?'),
  openQuotes: database.prepare('SELECT id FROM quote WHERE open = 1'),
  closeQuote: database.prepare('UPDATE quote SET open = 0 WHERE id = ?'),

  openFor: database.prepare(
    `SELECT 1 FROM payment p WHERE p.product = ? AND p.customer = ? AND p.settled_at IS NULL AND ${isOpen}`,
  ),
  paidInquiry: database.prepare(
    "SELECT 1 FROM payment WHERE biller = ? AND inquiry_id = ? AND state <> 'rejected'",
  ),
  insertPayment: database.prepare(
    `INSERT INTO payment (id, state, product, customer, biller, inquiry_id, total, cash, host, account, request, sent_at,
       deposit_before, deposit_before_at, counter_fee, rounding, business_day, cashier, shift)
     VALUES (?, 'sent', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ),
  insertMonth: database.prepare('INSERT OR IGNORE INTO bill_month VALUES (?, ?, ?, ?)'),
  recordReply: database.prepare(
    'UPDATE payment SET reply_status = ?, reply_date = ?, reply_body = ?, reply_whole = ?, reply_at = ? WHERE id = ?',
  ),
  standing: database.prepare(
    `SELECT p.state, p.reply_body, p.cashier, p.shift, ${due} AS due, (SELECT to_state FROM event WHERE quote = p.id ORDER BY seq DESC LIMIT 1) AS folded
     FROM payment p WHERE p.id = ?`,
  ),
  settle: database.prepare(
    'UPDATE payment SET state = ?, outcome = ?, settled_at = ?, reopened = max(reopened, ?) WHERE id = ?',
  ),

  settledSince: database.prepare(
    `SELECT p.id, p.state, p.settled_at, ${due} AS total FROM payment p
     WHERE p.product = ? AND p.customer = ? AND (${countsAsPaid} OR p.state = 'rejected-by-hand') AND p.settled_at >= ?
     ORDER BY p.settled_at DESC LIMIT 5`,
  ),
  monthPaid: database.prepare(
    `SELECT p.id, p.settled_at, ${due} AS total FROM bill_month m JOIN payment p ON p.id = m.payment
     WHERE m.product = ? AND m.customer = ? AND m.month = ? AND ${countsAsPaid} ORDER BY p.settled_at DESC LIMIT 1`,
  ),

  payment: database.prepare(`SELECT ${paymentColumns} FROM ${paymentTables} WHERE p.id = ?`),
  openPayments: database.prepare(
    `SELECT ${paymentColumns} FROM ${paymentTables} WHERE ${isOpen} ORDER BY p.sent_at`,
  ),
  // By itself the planner would take the index of the product or the biller, and with it every payment there ever was.
  openByNumber: database.prepare(
    `SELECT 1 FROM payment p INDEXED BY payment_open JOIN quote q ON q.id = p.id WHERE p.product = ? AND ${isOpen}
     AND (p.customer = ?2 OR q.document ->> '$.customerNumber' = ?2
       OR EXISTS (SELECT 1 FROM json_each(q.document, '$.customer.details') WHERE value ->> '$.value' = ?2))`,
  ),
  countOpen: database.prepare(
    `SELECT count(*) AS open FROM payment p WHERE ${isOpen} AND p.biller = ifnull(?, p.biller)`,
  ),
  openInBrief: database.prepare(
    `SELECT ${briefColumns} FROM ${paymentTables} WHERE ${isOpen} ORDER BY p.sent_at, p.rowid LIMIT ?`,
  ),
  recentPayments: database.prepare(
    `SELECT ${briefColumns} FROM ${paymentTables} ORDER BY p.sent_at DESC, p.rowid DESC LIMIT ?`,
  ),

  insertExchange: database.prepare(
    `INSERT INTO exchange (quote, kind, at, request, reply_status, reply_date, reply_body, reply_whole)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ),
  exchanges: database.prepare('SELECT * FROM exchange WHERE quote = ? AND kind = ? ORDER BY seq'),
  statusCount: database.prepare(
    "SELECT count(*) AS asked, max(at) AS last_at FROM exchange WHERE quote = ? AND kind = 'status'",
  ),
  latestStatus: database.prepare(
    "SELECT reply_body FROM exchange WHERE quote = ? AND kind = 'status' ORDER BY seq DESC LIMIT 1",
  ),
  openAccounts: database.prepare(
    `SELECT DISTINCT p.host, p.account FROM payment p INDEXED BY payment_open WHERE p.biller = ? AND ${isOpen}`,
  ),
  // For the sake of the order the planner would go through every payment there ever was.
  toAskAfter: database.prepare(
    `SELECT id, biller, host, account, sent_at, settled_at AS decided_at FROM payment p INDEXED BY payment_open
     WHERE ${isOpen} AND state = 'unknown'
     UNION ALL
     SELECT id, biller, host, account, sent_at, settled_at FROM payment INDEXED BY payment_by_hand
     WHERE state IN ('paid-by-hand', 'rejected-by-hand') AND settled_at >= ?
     ORDER BY sent_at`,
  ),
  byReference: database.prepare(
    `SELECT 1 FROM payment
     WHERE state = 'paid' AND biller = ?1 AND outcome ->> '$.confirmation.reference' = ?2 AND id <> ?3
     UNION ALL
     SELECT 1 FROM payment WHERE state = 'paid-by-hand' AND biller = ?1 AND outcome ->> '$.reference' = ?2 AND id <> ?3`,
  ),
  byToken: database.prepare(
    `SELECT 1 FROM payment WHERE state = 'paid' AND outcome ->> '$.confirmation.token' = ?1 AND id <> ?2
     UNION ALL
     SELECT 1 FROM payment WHERE state = 'paid-by-hand' AND outcome ->> '$.token' = ?1 AND id <> ?2`,
  ),
  countOthers: database.prepare(
    `SELECT count(*) AS others FROM ${paymentTables}
     WHERE p.product = ? AND p.sent_at >= ? AND p.sent_at < ? AND p.id <> ? AND p.state <> 'rejected'
     AND (p.customer = ? OR q.document ->> '$.customerNumber' = ?)`,
  ),
  othersAt: database.prepare(
    `SELECT count(*) AS count, ifnull(sum(total), 0) AS total FROM payment
     WHERE biller = ? AND sent_at >= ? AND sent_at <= ? AND id <> ? AND state <> 'rejected'`,
  ),

  chain: database.prepare('SELECT seq, hash, newest_at FROM chain'),
  setChain: database.prepare(
    'UPDATE chain SET seq = ?, hash = ?, newest_at = max(ifnull(newest_at, ?3), ?3)',
  ),
  insertEvent: database.prepare(
    `INSERT INTO event (seq, quote, at, actor, event, from_state, to_state, evidence, digest, hash, person)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ),
  events: database.prepare(
    'SELECT at, actor, event, from_state, to_state, evidence, person FROM event WHERE quote = ? ORDER BY seq',
  ),
  noteVerified: database.prepare(
    'UPDATE chain SET verified_seq = ?1, verified_hash = ?2 WHERE verified_seq <= ?1 AND seq >= ?1',
  ),
  noteAltered: database.prepare('UPDATE chain SET altered_seq = ?'),

  insertLook: database.prepare('INSERT INTO look (payment, at, finding) VALUES (?, ?, ?)'),
  looks: database.prepare('SELECT at, finding FROM look WHERE payment = ? ORDER BY seq DESC LIMIT ?'),

  openGaps: database.prepare('SELECT id, from_at, until_at FROM gap WHERE closed_at IS NULL ORDER BY id'),
  insertGap: database.prepare('INSERT OR IGNORE INTO gap (from_at, until_at) VALUES (?, ?)'),
  closeGap: database.prepare('UPDATE gap SET closed_at = ?, note = ? WHERE id = ? AND closed_at IS NULL'),
});
