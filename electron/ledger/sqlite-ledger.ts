import type { DatabaseSyncInstance as Database } from '@photostructure/sqlite';
import type { LedgerKind } from '../../shared/ledger-kind.ts';
import { paymentOutcomeSchema, type PaymentOutcome } from '../../shared/payment/outcome.ts';
import { printerProblems, printJobStates } from '../../shared/payment/print-job.ts';
import { quoteSchema, type Quote } from '../../shared/payment/quote.ts';
import { nextState, paymentEvents, paymentStates, type PaymentEvent } from '../../shared/payment/states.ts';
import type { QuoteId } from '../../shared/ids.ts';
import { instantSchema, printJobIdSchema, quoteIdSchema, rupiahSchema } from '../../shared/primitives.ts';
import { productIds } from '../../shared/products.ts';
import { paperIds } from '../../shared/receipt/paper.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Instant } from '../../shared/time.ts';
import { z } from '../../shared/zod.ts';
import { inTransaction, openDatabase, type LedgerFault } from './database.ts';
import {
  actors,
  type Ledger,
  type LedgerEvent,
  type PaymentInBrief,
  type PaymentRecord,
  type Settlement,
  type StatusExchange,
  type StoredExchange,
  type StoredPrintJob,
} from './ledger.ts';

/** Opens the ledger in the file at `path`, making it as one of `kind` if it is not there. */
export function openLedger(path: string, kind: LedgerKind, now: Instant): Result<Ledger, LedgerFault> {
  const opened = openDatabase(path, kind, now);
  return opened.ok ? ok(ledgerOn(opened.value, kind)) : opened;
}

/** Which event an outcome is, by what showed it. */
const eventOf: Readonly<Record<Settlement['by'], Readonly<Record<PaymentOutcome['kind'], PaymentEvent>>>> = {
  reply: { paid: 'reply-paid', rejected: 'reply-rejected', unknown: 'outcome-unknown' },
  status: { paid: 'status-paid', rejected: 'status-rejected', unknown: 'outcome-unknown' },
};

function ledgerOn(database: Database, kind: LedgerKind): Ledger {
  const sql = prepareStatements(database);
  const insertExchange = (
    about: 'inquiry' | 'status',
    quote: QuoteId,
    { request, reply }: StoredExchange,
    at: Instant,
  ): void => {
    const { status, date, body, complete } = reply;
    sql.insertExchange.run(quote, about, at, request, status, date, body, complete ? 1 : 0);
  };

  return {
    kind,

    addQuote(quote, inquiry) {
      inTransaction(database, () => {
        sql.insertQuote.run(quote.id, JSON.stringify(quoteSchema.parse(quote)), quote.expiresAt);
        if (inquiry !== undefined) insertExchange('inquiry', quote.id, inquiry, quote.quotedAt);
        sql.insertEvent.run(quote.id, quote.quotedAt, 'counter', 'quote', null, 'quoted', null);
      });
    },

    expireQuotes(at) {
      return inTransaction(database, () => {
        const open = z.array(z.object({ id: quoteIdSchema })).parse(sql.openQuotes.all());
        for (const { id } of open) {
          sql.closeQuote.run(id);
          sql.insertEvent.run(id, at, 'recovery', 'expire', 'quoted', 'expired', null);
        }
        return open.length;
      });
    },

    arm(arming) {
      return inTransaction(database, () => {
        const row = quoteRow.optional().parse(sql.quote.get(arming.quote));
        if (row === undefined || row.open === 0) return err('quote-gone');
        if (arming.at >= row.expires_at) return err('quote-expired');
        const quote = readQuote(row.document);
        if (sql.openFor.get(quote.product, quote.customer.identity) !== undefined) return err('payment-open');
        if (sql.paidInquiry.get(quote.biller, quote.inquiryId) !== undefined) return err('inquiry-used');
        sql.closeQuote.run(quote.id);
        sql.insertPayment.run(
          quote.id,
          quote.product,
          quote.customer.identity,
          quote.biller,
          quote.inquiryId,
          quote.total,
          arming.cash,
          arming.host,
          arming.account,
          arming.request,
          arming.at,
        );
        sql.insertEvent.run(quote.id, arming.at, 'counter', 'arm', 'quoted', 'sent', null);
        return ok(undefined);
      });
    },

    recordReply(payment, reply, at) {
      inTransaction(database, () => {
        const { changes } = sql.recordReply.run(
          reply.status,
          reply.date,
          reply.body,
          reply.complete ? 1 : 0,
          at,
          payment,
        );
        if (changes !== 1) throw new Error(`a reply to a payment that is not in the ledger: ${payment}`);
      });
    },

    settle({ payment, at, actor, outcome, by, job }) {
      return inTransaction(database, () => {
        const { state } = z.object({ state: z.enum(paymentStates) }).parse(sql.state.get(payment));
        const event = eventOf[by][outcome.kind];
        const to = nextState(state, event);
        if (to === undefined) return err('refused');
        // What cannot be read back must not be written.
        const evidence = JSON.stringify(paymentOutcomeSchema.parse(outcome));
        sql.settle.run(to, evidence, to === 'unknown' ? null : at, payment);
        sql.insertEvent.run(payment, at, actor, event, state, to, evidence);
        if (job !== undefined) sql.insertJob.run(job.id, job.payment, job.copy, job.paper, job.bytes);
        return ok(to);
      });
    },

    payment: (id) => readPayment(sql.payment.get(id)),
    openPayments: () => sql.openPayments.all().flatMap((row) => readPayment(row) ?? []),
    isOpenFor: (product, number) => sql.openByNumber.get(product, number, number) !== undefined,
    countOpen: (biller) => z.object({ open: z.int() }).parse(sql.countOpen.get(biller ?? null)).open,
    openAccounts: (biller) => z.array(accountRow).parse(sql.openAccounts.all(biller)),
    unknownPayments: () =>
      sql.unknownPayments.all().map((found) => {
        const { sent_at, ...row } = unknownRow.parse(found);
        return { ...row, sentAt: sent_at };
      }),
    openInBrief: (limit) => sql.openInBrief.all(limit).map(readInBrief),
    recentPayments: (limit) => sql.recentPayments.all(limit).map(readInBrief),
    events: (payment) => sql.events.all(payment).map(readEvent),

    inquiryOf: (quote) => sql.exchanges.all(quote, 'inquiry').map(readExchange).at(-1),
    recordStatus(payment, exchange, at) {
      inTransaction(database, () => insertExchange('status', payment, exchange, at));
    },
    statusCount(payment) {
      const { asked, last_at } = countRow.parse(sql.statusCount.get(payment));
      return { asked, lastAt: last_at };
    },
    statusOf: (payment) => sql.exchanges.all(payment, 'status').map(readExchange),
    standsElsewhere({ payment, biller, reference, token }) {
      const byReference = reference !== '' && sql.byReference.get(biller, reference, payment) !== undefined;
      return byReference || (token !== '' && sql.byToken.get(token, payment) !== undefined);
    },
    countOthers({ payment, product, customerNumber, identity, from, until }) {
      const row = sql.countOthers.get(product, from, until, payment, identity, customerNumber);
      return z.object({ others: z.int() }).parse(row).others;
    },

    printJobs: {
      add(job) {
        inTransaction(database, () => {
          sql.insertJob.run(job.id, job.payment, job.copy, job.paper, job.bytes);
        });
      },
      find: (id) => readPrintJob(sql.job.get(id)),
      latestOf: (payment) => readPrintJob(sql.latestJob.get(payment)),
      next: () => readPrintJob(sql.nextJob.get()),
      inState: (state) => sql.jobs.all(state).flatMap((row) => readPrintJob(row) ?? []),
      setStatus(id, { state, problem }) {
        inTransaction(database, () => {
          sql.setJobStatus.run(state, problem, id);
        });
      },
    },

    close: () => database.close(),
  };
}

const paymentColumns = `q.document, p.state, p.cash, p.host, p.account, p.request, p.sent_at,
  p.reply_status, p.reply_date, p.reply_body, p.reply_whole, p.reply_at, p.outcome, p.settled_at`;
const briefColumns = `p.id, p.product, p.total, p.state, p.sent_at,
  q.document ->> '$.customerNumber' AS customer_number, q.document ->> '$.customer.name' AS name`;
const paymentTables = 'payment p JOIN quote q ON q.id = p.id';

const prepareStatements = (database: Database) => ({
  insertQuote: database.prepare('INSERT INTO quote (id, document, expires_at, open) VALUES (?, ?, ?, 1)'),
  quote: database.prepare('SELECT document, expires_at, open FROM quote WHERE id = ?'),
  openQuotes: database.prepare('SELECT id FROM quote WHERE open = 1'),
  closeQuote: database.prepare('UPDATE quote SET open = 0 WHERE id = ?'),

  openFor: database.prepare(
    "SELECT 1 FROM payment WHERE product = ? AND customer = ? AND state IN ('sent', 'unknown')",
  ),
  paidInquiry: database.prepare(
    "SELECT 1 FROM payment WHERE biller = ? AND inquiry_id = ? AND state <> 'rejected'",
  ),
  insertPayment: database.prepare(
    `INSERT INTO payment (id, state, product, customer, biller, inquiry_id, total, cash, host, account, request, sent_at)
     VALUES (?, 'sent', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ),
  recordReply: database.prepare(
    'UPDATE payment SET reply_status = ?, reply_date = ?, reply_body = ?, reply_whole = ?, reply_at = ? WHERE id = ?',
  ),
  state: database.prepare('SELECT state FROM payment WHERE id = ?'),
  settle: database.prepare('UPDATE payment SET state = ?, outcome = ?, settled_at = ? WHERE id = ?'),

  payment: database.prepare(`SELECT ${paymentColumns} FROM ${paymentTables} WHERE p.id = ?`),
  openPayments: database.prepare(
    `SELECT ${paymentColumns} FROM ${paymentTables} WHERE p.state IN ('sent', 'unknown') ORDER BY p.sent_at`,
  ),
  openByNumber: database.prepare(
    `SELECT 1 FROM ${paymentTables} WHERE p.product = ? AND p.state IN ('sent', 'unknown')
     AND (p.customer = ? OR q.document ->> '$.customerNumber' = ?)`,
  ),
  countOpen: database.prepare(
    "SELECT count(*) AS open FROM payment WHERE state IN ('sent', 'unknown') AND biller = ifnull(?, biller)",
  ),
  openInBrief: database.prepare(
    `SELECT ${briefColumns} FROM ${paymentTables} WHERE p.state IN ('sent', 'unknown')
     ORDER BY p.sent_at, p.rowid LIMIT ?`,
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
  openAccounts: database.prepare(
    "SELECT DISTINCT host, account FROM payment WHERE biller = ? AND state IN ('sent', 'unknown')",
  ),
  unknownPayments: database.prepare(
    "SELECT id, biller, host, account, sent_at FROM payment WHERE state = 'unknown' ORDER BY sent_at",
  ),
  byReference: database.prepare(
    `SELECT 1 FROM payment
     WHERE state = 'paid' AND biller = ? AND outcome ->> '$.confirmation.reference' = ? AND id <> ?`,
  ),
  byToken: database.prepare(
    "SELECT 1 FROM payment WHERE state = 'paid' AND outcome ->> '$.confirmation.token' = ? AND id <> ?",
  ),
  countOthers: database.prepare(
    `SELECT count(*) AS others FROM ${paymentTables}
     WHERE p.product = ? AND p.sent_at >= ? AND p.sent_at < ? AND p.id <> ? AND p.state <> 'rejected'
     AND (p.customer = ? OR q.document ->> '$.customerNumber' = ?)`,
  ),

  insertEvent: database.prepare(
    'INSERT INTO event (quote, at, actor, event, from_state, to_state, evidence) VALUES (?, ?, ?, ?, ?, ?, ?)',
  ),
  events: database.prepare(
    'SELECT at, actor, event, from_state, to_state, evidence FROM event WHERE quote = ? ORDER BY seq',
  ),

  insertJob: database.prepare(
    "INSERT INTO print_job (id, payment, copy, paper, bytes, state) VALUES (?, ?, ?, ?, ?, 'queued')",
  ),
  job: database.prepare('SELECT * FROM print_job WHERE id = ?'),
  latestJob: database.prepare('SELECT * FROM print_job WHERE payment = ? ORDER BY seq DESC LIMIT 1'),
  jobs: database.prepare('SELECT * FROM print_job WHERE state = ? ORDER BY seq'),
  nextJob: database.prepare("SELECT * FROM print_job WHERE state = 'queued' ORDER BY seq LIMIT 1"),
  setJobStatus: database.prepare('UPDATE print_job SET state = ?, problem = ? WHERE id = ?'),
});

const quoteRow = z.object({ document: z.string(), expires_at: instantSchema, open: z.int() });

const paymentRow = z.object({
  document: z.string(),
  state: z.enum(paymentStates),
  cash: rupiahSchema,
  host: z.string(),
  account: z.string(),
  request: z.string(),
  sent_at: instantSchema,
  reply_status: z.int().nullable(),
  reply_date: z.string().nullable(),
  reply_body: z.instanceof(Uint8Array).nullable(),
  reply_whole: z.int().nullable(),
  reply_at: instantSchema.nullable(),
  outcome: z.string().nullable(),
  settled_at: instantSchema.nullable(),
});

const briefRow = z.object({
  id: quoteIdSchema,
  product: z.enum(productIds),
  total: rupiahSchema,
  state: z.enum(paymentStates),
  sent_at: instantSchema,
  customer_number: z.string(),
  name: z.string(),
});

const eventRow = z.object({
  at: instantSchema,
  actor: z.enum(actors),
  event: z.enum(['quote', ...paymentEvents]),
  from_state: z.enum(paymentStates).nullable(),
  to_state: z.enum(paymentStates),
  evidence: z.string().nullable(),
});

const countRow = z.object({ asked: z.int(), last_at: instantSchema.nullable() });
const accountRow = z.object({ host: z.string(), account: z.string() });
const unknownRow = z.object({
  id: quoteIdSchema,
  biller: z.string(),
  host: z.string(),
  account: z.string(),
  sent_at: instantSchema,
});

const exchangeRow = z.object({
  at: instantSchema,
  request: z.string(),
  reply_status: z.int(),
  reply_date: z.string().nullable(),
  reply_body: z.instanceof(Uint8Array),
  reply_whole: z.int(),
});

const printJobRow = z.intersection(
  z.object({
    id: printJobIdSchema,
    payment: quoteIdSchema,
    copy: z.int(),
    paper: z.enum(paperIds),
    bytes: z.instanceof(Uint8Array),
  }),
  z.union([
    z.object({ state: z.enum(printJobStates).exclude(['failed', 'uncertain']), problem: z.null() }),
    z.object({ state: z.enum(['failed', 'uncertain']), problem: z.enum(printerProblems) }),
  ]),
);

const readQuote = (document: string): Quote => quoteSchema.parse(JSON.parse(document));

function readPayment(found: unknown): PaymentRecord | undefined {
  if (found === undefined) return undefined;
  const row = paymentRow.parse(found);
  return {
    quote: readQuote(row.document),
    state: row.state,
    cash: row.cash,
    host: row.host,
    account: row.account,
    request: row.request,
    sentAt: row.sent_at,
    reply:
      row.reply_status === null || row.reply_body === null
        ? null
        : {
            status: row.reply_status,
            date: row.reply_date,
            body: row.reply_body,
            complete: row.reply_whole === 1,
          },
    replyAt: row.reply_at,
    outcome: row.outcome === null ? null : paymentOutcomeSchema.parse(JSON.parse(row.outcome)),
    settledAt: row.settled_at,
  };
}

function readInBrief(found: unknown): PaymentInBrief {
  const { sent_at, customer_number, ...row } = briefRow.parse(found);
  return { ...row, sentAt: sent_at, customerNumber: customer_number };
}

function readEvent(found: unknown): LedgerEvent {
  const row = eventRow.parse(found);
  return {
    at: row.at,
    actor: row.actor,
    event: row.event,
    from: row.from_state,
    to: row.to_state,
    evidence: row.evidence,
  };
}

function readExchange(found: unknown): StatusExchange {
  const row = exchangeRow.parse(found);
  return {
    at: row.at,
    request: row.request,
    reply: {
      status: row.reply_status,
      date: row.reply_date,
      body: row.reply_body,
      complete: row.reply_whole === 1,
    },
  };
}

function readPrintJob(found: unknown): StoredPrintJob | undefined {
  return found === undefined ? undefined : printJobRow.parse(found);
}
