import type { DatabaseSyncInstance as Database } from '@photostructure/sqlite';
import { entriesOfShift } from './z-chain.ts';

const due = 'p.total + p.counter_fee + p.rounding';
const heldColumns = `p.id, p.product, q.document ->> '$.customerNumber' AS customer_number,
  q.document ->> '$.customer.name' AS name, ${due} AS amount, p.sent_at, p.state <> 'unknown' AS is_owed`;
const isPaid = "p.state IN ('paid', 'paid-by-hand')";
// In the order as they are joined here: the planner would go through every payment there ever was.
/** The payments whose cash was kept in a shift. */
const keptIn = `cash_entry c CROSS JOIN payment p ON p.id = c.payment WHERE c.shift = ? AND c.kind = 'sale'`;
const uncertainIn = `FROM cash_entry c CROSS JOIN payment p ON p.id = c.payment CROSS JOIN quote q ON q.id = p.id
  WHERE c.shift = ?1 AND c.kind = 'sale' AND p.state = 'unknown'`;
const owedIn = `FROM owed o CROSS JOIN payment p ON p.id = o.payment CROSS JOIN quote q ON q.id = p.id WHERE p.shift = ?1`;
const carriedInto = `FROM (
    SELECT id FROM payment INDEXED BY payment_open WHERE state = 'unknown' AND state IN ('sent', 'unknown')
    UNION ALL SELECT payment FROM owed
  ) carried CROSS JOIN payment p ON p.id = carried.id CROSS JOIN quote q ON q.id = p.id WHERE p.shift IS NOT ?1`;

/** The statements of the drawer's book, prepared once. */
export const prepareTillStatements = (database: Database) => ({
  openShift: database.prepare(
    'SELECT number, opened_at, opened_by, business_day, opening FROM shift WHERE closed = 0',
  ),
  insertShift: database.prepare(
    'INSERT INTO shift (opened_at, opened_by, business_day, opening) VALUES (?, ?, ?, ?)',
  ),
  closeShift: database.prepare('UPDATE shift SET closed = 1 WHERE number = ? AND closed = 0'),
  isUnderWay: database.prepare(
    "SELECT 1 FROM payment INDEXED BY payment_open WHERE state = 'sent' AND state IN ('sent', 'unknown') AND shift = ?",
  ),

  insertEntry: database.prepare(
    'INSERT INTO cash_entry (shift, at, person, kind, amount, payment, reason) VALUES (?, ?, ?, ?, ?, ?, ?)',
  ),
  wasKept: database.prepare("SELECT amount FROM cash_entry WHERE payment = ? AND kind = 'sale'"),
  wasRefunded: database.prepare("SELECT 1 FROM cash_entry WHERE payment = ? AND kind = 'refund'"),
  ofPayment: database.prepare(
    'SELECT at, person, kind, amount FROM cash_entry WHERE payment = ? ORDER BY seq',
  ),
  owe: database.prepare('INSERT OR IGNORE INTO owed VALUES (?)'),
  oweNothing: database.prepare('DELETE FROM owed WHERE payment = ?'),
  isOwed: database.prepare('SELECT 1 FROM owed WHERE payment = ?'),

  moved: database.prepare(
    `SELECT count(*) AS count, ifnull(sum(amount), 0) AS amount FROM cash_entry WHERE shift = ? AND kind = ?`,
  ),
  soldByProduct: database.prepare(
    `SELECT p.product, count(*) AS count, sum(p.total) AS billed, sum(p.counter_fee) AS counter_fee, sum(p.rounding) AS rounding
     FROM ${keptIn} AND ${isPaid} GROUP BY p.product`,
  ),
  soldByCashier: database.prepare(
    `SELECT ifnull(p.cashier, '') AS name, count(*) AS count, sum(${due}) AS amount
     FROM ${keptIn} AND ${isPaid} GROUP BY ifnull(p.cashier, '') ORDER BY name`,
  ),
  refunds: database.prepare(
    `SELECT count(*) AS count, ifnull(sum(c.amount), 0) AS amount FROM cash_entry c CROSS JOIN payment p ON p.id = c.payment
     WHERE c.shift = ?1 AND c.kind = 'refund' AND (p.shift IS NOT ?1 OR p.state NOT IN ('rejected', 'rejected-by-hand'))`,
  ),
  uncertain: database.prepare(`SELECT ${heldColumns} ${uncertainIn} ORDER BY c.seq LIMIT ?2`),
  uncertainSum: database.prepare(`SELECT count(*) AS count, ifnull(sum(${due}), 0) AS amount ${uncertainIn}`),
  owed: database.prepare(`SELECT ${heldColumns} ${owedIn} ORDER BY p.sent_at LIMIT ?2`),
  owedSum: database.prepare(`SELECT count(*) AS count, ifnull(sum(${due}), 0) AS amount ${owedIn}`),
  carried: database.prepare(`SELECT ${heldColumns} ${carriedInto} ORDER BY p.sent_at LIMIT ?2`),
  carriedSum: database.prepare(`SELECT count(*) AS count, ifnull(sum(${due}), 0) AS amount ${carriedInto}`),

  entries: database.prepare(entriesOfShift),
  newestLine: database.prepare('SELECT till_hash FROM chain'),
  setNewestLine: database.prepare('UPDATE chain SET till_hash = ?'),
  insertZ: database.prepare('INSERT INTO z_report (number, at, document, hash) VALUES (?, ?, ?, ?)'),
  hashOfZ: database.prepare('SELECT hash FROM z_report WHERE number = ?'),
  zReport: database.prepare('SELECT document FROM z_report WHERE number = ?'),
  zReports: database.prepare('SELECT document FROM z_report WHERE number < ? ORDER BY number DESC LIMIT ?'),
});
