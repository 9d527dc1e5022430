import type { DatabaseSyncInstance as Database } from '@photostructure/sqlite';
import { lotLineSchema } from '../../shared/contract/lots.ts';
import type { QuoteId } from '../../shared/ids.ts';
import { memberSchema } from '../../shared/lot/group.ts';
import { rupiah } from '../../shared/money.ts';
import { amountDue, type Quote } from '../../shared/payment/quote.ts';
import { paymentStates } from '../../shared/payment/states.ts';
import { instantSchema, quoteIdSchema, rupiahSchema } from '../../shared/primitives.ts';
import { err, ok } from '../../shared/result.ts';
import { z } from '../../shared/zod.ts';
import type { LotBook, LotPlace, StoredLotLine } from './ledger.ts';
import type { Write } from './writer.ts';

/** The lots of a ledger; `noteBill` is for the commit that keeps a line's quote, `noteSent` for the one that sends it. */
export interface StoredLots {
  readonly lots: LotBook;
  readonly noteBill: (line: LotPlace, quote: Quote) => void;
  readonly noteSent: (lot: number, nth: number, quote: QuoteId) => void;
}

const lineColumns = `l.nth, l.group_name, l.collector, l.member, l.service_name, l.name, l.state, l.quote, l.due, l.problem,
  l.choice, l.payment, p.state AS payment_state,
  ifnull(p.outcome ->> '$.confirmation.reference', ifnull(p.outcome ->> '$.reference', '')) AS reference,
  ifnull(p.outcome ->> '$.confirmation.token', ifnull(p.outcome ->> '$.token', '')) AS token`;

export function createLotBook(database: Database, write: Write): StoredLots {
  const sql = {
    current: database.prepare('SELECT number FROM lot WHERE closed_at IS NULL'),
    insert: database.prepare('INSERT INTO lot (opened_at, opened_by) VALUES (?, ?)'),
    insertLine: database.prepare(
      'INSERT INTO lot_line (lot, nth, group_name, collector, member) VALUES (?, ?, ?, ?, ?)',
    ),
    one: database.prepare('SELECT number, opened_at, opened_by, closed_at FROM lot WHERE number = ?'),
    lines: database.prepare(
      `SELECT ${lineColumns} FROM lot_line l LEFT JOIN payment p ON p.id = l.payment WHERE l.lot = ? ORDER BY l.nth`,
    ),
    line: database.prepare(
      `SELECT ${lineColumns} FROM lot_line l LEFT JOIN payment p ON p.id = l.payment WHERE l.lot = ? AND l.nth = ?`,
    ),
    // Who was taken in was so for the bill before: a token is bought on purpose or not at all.
    noteInquiry: database.prepare(
      `UPDATE lot_line SET state = ?, quote = ?, due = ?, name = ?, service_name = ?, problem = ?,
         choice = iif(choice = 'in', NULL, choice) WHERE lot = ? AND nth = ?`,
    ),
    noteNotSent: database.prepare(
      "UPDATE lot_line SET state = 'not-sent', problem = ? WHERE lot = ? AND nth = ? AND payment IS NULL",
    ),
    choose: database.prepare('UPDATE lot_line SET choice = ? WHERE lot = ? AND nth = ?'),
    noteSent: database.prepare(
      'UPDATE lot_line SET payment = ?3, problem = NULL WHERE lot = ?1 AND nth = ?2 AND quote = ?3 AND payment IS NULL',
    ),
    close: database.prepare('UPDATE lot SET closed_at = ? WHERE number = ? AND closed_at IS NULL'),
    former: database.prepare(
      `SELECT number, opened_at, closed_at,
         (SELECT json_group_array(group_name) FROM (SELECT DISTINCT group_name FROM lot_line WHERE lot = number)) AS groups,
         (SELECT count(*) FROM lot_line WHERE lot = number) AS lines,
         (SELECT count(*) FROM lot_line l JOIN payment p ON p.id = l.payment
          WHERE l.lot = number AND p.state IN ('paid', 'paid-by-hand')) AS paid,
         (SELECT ifnull(sum(l.due), 0) FROM lot_line l JOIN payment p ON p.id = l.payment
          WHERE l.lot = number AND p.state IN ('paid', 'paid-by-hand')) AS amount
       FROM lot WHERE number < ? ORDER BY number DESC LIMIT ?`,
    ),
    ofPayment: database.prepare(
      `SELECT l.lot, l.nth, l.group_name, l.collector, o.opened_at FROM lot_line l JOIN lot o ON o.number = l.lot
       WHERE l.payment = ?`,
    ),
  };

  const isOpen = (lot: number): boolean => numberRow.optional().parse(sql.current.get())?.number === lot;

  return {
    lots: {
      current: () => numberRow.optional().parse(sql.current.get())?.number,
      open: ({ at, person, lines }) =>
        write(() => {
          if (sql.current.get() !== undefined) return err('lot-open');
          const lot = Number(sql.insert.run(at, person).lastInsertRowid);
          lines.forEach(({ group, collector, member }, index) =>
            sql.insertLine.run(lot, index + 1, group, collector, JSON.stringify(memberSchema.parse(member))),
          );
          return ok(lot);
        }),
      find(lot) {
        const row = lotRow.optional().parse(sql.one.get(lot));
        if (row === undefined) return undefined;
        const { number, opened_at: openedAt, opened_by: openedBy, closed_at: closedAt } = row;
        return { number, openedAt, openedBy, closedAt };
      },
      lines: (lot) => sql.lines.all(lot).map(readLine),
      line(lot, nth) {
        const row = sql.line.get(lot, nth);
        return row === undefined ? undefined : readLine(row);
      },
      noteNoBill: ({ lot, nth }, { state, serviceName, problem }) =>
        write(() => {
          if (!isOpen(lot)) return;
          sql.noteInquiry.run(state, null, null, '', serviceName, JSON.stringify(problem), lot, nth);
        }),
      noteNotSent: (lot, nth, problem) =>
        write(() => void sql.noteNotSent.run(JSON.stringify(problem), lot, nth)),
      choose: (lot, lines, choice) =>
        write(() => {
          for (const nth of lines) sql.choose.run(choice, lot, nth);
        }),
      close: (lot, at) => write(() => sql.close.run(at, lot).changes === 1),
      former: (limit, before = Number.MAX_SAFE_INTEGER) =>
        z
          .array(formerRow)
          .parse(sql.former.all(before, limit))
          .map(({ number, opened_at, closed_at, groups, lines, paid, amount }) => ({
            number,
            openedAt: opened_at,
            closedAt: closed_at,
            groups: z.array(z.string()).parse(JSON.parse(groups)),
            lines,
            paid: { count: paid, amount },
          })),
      ofPayment(payment) {
        const row = partRow.optional().parse(sql.ofPayment.get(payment));
        if (row === undefined) return undefined;
        const { lot, nth, group_name: group, collector, opened_at: openedAt } = row;
        return { lot, nth, group, collector, openedAt };
      },
    },
    noteBill({ lot, nth }, quote) {
      if (!isOpen(lot)) return;
      const { id, customer, service } = quote;
      sql.noteInquiry.run('billed', id, amountDue(quote), customer.name, service.name, null, lot, nth);
    },
    noteSent(lot, nth, quote) {
      if (!isOpen(lot) || sql.noteSent.run(lot, nth, quote).changes !== 1)
        throw new Error(`line ${nth} of lot ${lot} is not to be sent`);
    },
  };
}

const numberRow = z.object({ number: z.int() });
const lotRow = z.object({
  number: z.int(),
  opened_at: instantSchema,
  opened_by: z.string().nullable(),
  closed_at: instantSchema.nullable(),
});
const formerRow = lotRow.omit({ opened_by: true }).extend({
  groups: z.string(),
  lines: z.int(),
  paid: z.int(),
  amount: rupiahSchema,
});
const partRow = z.object({
  lot: z.int(),
  nth: z.int(),
  group_name: z.string(),
  collector: z.string(),
  opened_at: instantSchema,
});
const lineRow = z.object({
  nth: z.int(),
  group_name: z.string(),
  collector: z.string(),
  member: z.string(),
  service_name: z.string(),
  name: z.string(),
  state: z.enum(['waiting', 'billed', 'no-bill', 'failed', 'not-sent']),
  quote: quoteIdSchema.nullable(),
  due: z.int().nullable(),
  problem: z.string().nullable(),
  choice: z.enum(['in', 'out']).nullable(),
  payment: quoteIdSchema.nullable(),
  payment_state: z.enum(paymentStates).nullable(),
  reference: z.string(),
  token: z.string(),
});

function readLine(found: unknown): StoredLotLine {
  const row = lineRow.parse(found);
  const { nth, group_name: group, collector, service_name: serviceName, name, state, quote, choice } = row;
  const { payment: id, payment_state: paymentState, reference, token } = row;
  return {
    nth,
    group,
    collector,
    member: memberSchema.parse(JSON.parse(row.member)),
    serviceName,
    name,
    state,
    quote,
    due: row.due === null ? null : rupiah(row.due),
    problem:
      row.problem === null ? null : lotLineSchema.unwrap().shape.problem.parse(JSON.parse(row.problem)),
    choice,
    payment: id === null || paymentState === null ? null : { id, state: paymentState, reference, token },
  };
}
