import type { DatabaseSyncInstance as Database } from '@photostructure/sqlite';

/** The words of a partial index, which is not used for a state alone: of jobs, nearly all are done. */
const isUnfinished = "state IN ('queued', 'sending')";

const inBrief = 'id, payment, kind, report, shift, copy, printer, asked_at, state, problem';

/** Every statement about print jobs, prepared once. */
export const preparePrintStatements = (database: Database) => ({
  insert: database.prepare(
    `INSERT INTO print_job (id, payment, kind, report, shift, copy, printer, profile, document, bytes, asked_at, asked_by,
       state, waits)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'queued', 0)`,
  ),
  supersede: database.prepare('UPDATE print_job SET waits = 0 WHERE payment = ? AND kind = ? AND waits = 1'),
  find: database.prepare('SELECT * FROM print_job WHERE id = ?'),
  latest: database.prepare(
    'SELECT * FROM print_job WHERE payment = ? AND kind = ? ORDER BY seq DESC LIMIT 1',
  ),
  standing: database.prepare(
    `SELECT ${inBrief}, waits FROM print_job WHERE payment = ? AND kind = ? ORDER BY seq DESC LIMIT 1`,
  ),
  next: database.prepare(
    "SELECT * FROM print_job WHERE printer = ? AND state = 'queued' ORDER BY seq LIMIT 1",
  ),
  finished: database.prepare('SELECT * FROM print_job WHERE state = ? ORDER BY seq'),
  unfinished: database.prepare(`SELECT * FROM print_job WHERE ${isUnfinished} AND state = ? ORDER BY seq`),
  waitingIn: database.prepare('SELECT * FROM print_job WHERE waits = 1 AND state = ? ORDER BY seq'),
  waiting: database.prepare(`SELECT ${inBrief} FROM print_job WHERE waits = 1 ORDER BY seq LIMIT ?`),
  findWaiting: database.prepare('SELECT * FROM print_job WHERE id = ? AND waits = 1'),
  countWaiting: database.prepare('SELECT count(*) AS waiting FROM print_job WHERE waits = 1'),
  // What a newer copy stands for does not begin to wait either.
  setStatus: database.prepare(
    `UPDATE print_job SET state = ?1, problem = ?2, waits = ?2 IS NOT NULL AND NOT EXISTS (
       SELECT 1 FROM print_job newer
       WHERE newer.payment = print_job.payment AND newer.kind = print_job.kind AND newer.seq > print_job.seq)
     WHERE id = ?3`,
  ),
  askAgain: database.prepare(
    `UPDATE print_job SET state = 'queued', problem = NULL, waits = 0, asked_at = ?, asked_by = 'cashier'
     WHERE id = ? AND state = 'failed'`,
  ),
  cameOut: database.prepare(
    "UPDATE print_job SET state = 'printed', problem = NULL, waits = 0 WHERE id = ? AND waits = 1",
  ),
  withdraw: database.prepare(
    "UPDATE print_job SET state = 'failed', problem = 'no-printer' WHERE id = ? AND state = 'queued'",
  ),
  leave: database.prepare('UPDATE print_job SET waits = 0 WHERE id = ? AND waits = 1'),

  noteOfJob: database.prepare(
    `INSERT INTO print_event (job, payment, at, actor, event, problem, person)
     SELECT id, payment, ?2, ?3, ?4, ?5, ?6 FROM print_job WHERE id = ?1`,
  ),
  events: database.prepare(
    `SELECT e.at, e.actor, j.kind, e.event, e.problem, e.person FROM print_event e LEFT JOIN print_job j ON j.id = e.job
     WHERE e.payment = ? ORDER BY e.seq DESC LIMIT ?`,
  ),
  noteDrawer: database.prepare(
    "INSERT INTO print_event (payment, at, actor, event, person) VALUES (?, ?, 'counter', 'drawer-opened', ?)",
  ),
});
