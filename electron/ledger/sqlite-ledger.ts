import path from 'node:path';
import type { DatabaseSyncInstance as Database } from '@photostructure/sqlite';
import type { LedgerKind } from '../../shared/ledger-kind.ts';
import type { QuoteId } from '../../shared/ids.ts';
import { billMonths } from '../../shared/payment/bill-months.ts';
import { doubtKey, lately, type Doubt } from '../../shared/payment/doubt.ts';
import { recordedOutcomeSchema } from '../../shared/payment/outcome.ts';
import { quoteSchema, type Quote } from '../../shared/payment/quote.ts';
import { isOpen, mayCause, nextState, type PaymentEvent } from '../../shared/payment/states.ts';
import { quoteIdSchema } from '../../shared/primitives.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Instant } from '../../shared/time.ts';
import { z } from '../../shared/zod.ts';
import { digestOfPayment, frozenColumns, linkHash, sha256, type FrozenPayment } from './chain.ts';
import { contradicted } from './contradicted.ts';
import { openDatabase, type LedgerFault } from './database.ts';
import { createBasketBook } from './basket-book.ts';
import { createGroupBook } from './group-book.ts';
import { createLotBook } from './lot-book.ts';
import { createHistoryBook } from './history-book.ts';
import {
  LedgerWriteError,
  type ArmProblem,
  type Arming,
  type Ledger,
  type LedgerEvent,
  type Settlement,
  type StoredExchange,
} from './ledger.ts';
import { createPrintJobs } from './print-jobs.ts';
import { hasRoom, openReserve, type Reserve } from './reserve.ts';
import * as rows from './rows.ts';
import { prepareStatements } from './statements.ts';
import { damaged } from './verify-at-start.ts';
import { createTillBook } from './till-book.ts';
import { createWriter } from './writer.ts';

/** Opens the ledger in the file at `file`, making it as one of `kind` if it is not there. */
export function openLedger(file: string, kind: LedgerKind, now: Instant): Result<Ledger, LedgerFault> {
  const reserve = openReserve(`${file}.reserve`, reserveBytes);
  const open = () => openDatabase(file, kind, now);
  let opened = open();
  if (!opened.ok && opened.error.code === 'disk-full') {
    // What was answered can then still be settled: for that the room was kept. Nothing is sold until there is more.
    reserve.release();
    opened = open();
  }
  return opened.ok ? ok(ledgerOn(opened.value, { kind, file, reserve })) : opened;
}

/**
 * Kept free beside the ledger: the largest reply there may be (1 MiB), what it makes of it, and SQLite's own pages. In
 * bytes.
 */
const reserveBytes = 4 * 1_048_576;

const outcomeEvents = {
  reply: { paid: 'reply-paid', rejected: 'reply-rejected', unknown: 'outcome-unknown' },
  status: { paid: 'status-paid', rejected: 'status-rejected', unknown: 'outcome-unknown' },
  hand: { 'paid-by-hand': 'hand-paid', 'rejected-by-hand': 'hand-rejected' },
} as const;

/** Which event a settlement is, by what showed it. */
function eventOf(settlement: Settlement): PaymentEvent {
  return settlement.by === 'hand'
    ? outcomeEvents.hand[settlement.outcome.kind]
    : outcomeEvents[settlement.by][settlement.outcome.kind];
}

interface LedgerPlace {
  readonly kind: LedgerKind;
  readonly file: string;
  readonly reserve: Reserve;
}

function ledgerOn(database: Database, { kind, file, reserve }: LedgerPlace): Ledger {
  const sql = prepareStatements(database);
  const write = createWriter(database);
  const { printJobs, insertJob } = createPrintJobs(database, write);
  const { till, noteCash } = createTillBook(database, write, kind);
  const { baskets, noteSent: noteInBasket } = createBasketBook(database, write);
  const groups = createGroupBook(database, write);
  const { lots, noteBill, noteSent: noteInLot } = createLotBook(database, write);
  const { noteSale, noteState, noteDeposit, savedCustomers } = createHistoryBook(database, write);
  const folder = path.dirname(file);

  /** What came of a payment is written also where the disk has become full: the reserve is given up for it, once. */
  const writeOutcome = <T>(work: () => T): T => {
    try {
      return write(work);
    } catch (error) {
      if (!(error instanceof LedgerWriteError) || error.code !== 'disk-full' || !reserve.isThere())
        throw error;
      reserve.release();
      return write(work);
    }
  };

  const append = (
    quote: QuoteId,
    { at, actor, event, from, to, evidence, person }: LedgerEvent,
    digest: string | null,
  ): void => {
    if (event !== 'quote' && !mayCause(actor, event)) throw new Error(`${actor} may not cause ${event}`);
    const head = rows.chainRow.parse(sql.chain.get());
    const seq = head.seq + 1;
    const hash = linkHash(head.hash, { seq, quote, at, actor, event, from, to, evidence, digest, person });
    sql.insertEvent.run(seq, quote, at, actor, event, from, to, evidence, digest, hash, person);
    sql.setChain.run(seq, hash, at);
  };

  const insertExchange = (
    about: 'inquiry' | 'status',
    quote: QuoteId,
    { request, reply }: StoredExchange,
    at: Instant,
  ): void => {
    const { status, date, body, complete } = reply;
    sql.insertExchange.run(quote, about, at, request, status, date, body, complete ? 1 : 0);
  };

  const monthsOf = ({ product, bills }: Quote): readonly string[] =>
    billMonths(
      product,
      bills.flatMap(({ period }) => period ?? []),
    );

  const doubtsOf = (quote: Quote, at: Instant): readonly Doubt[] => {
    const { product, customer } = quote;
    const settled = z
      .array(rows.settledRow)
      .parse(sql.settledSince.all(product, customer.identity, at - lately));
    const months = monthsOf(quote).flatMap((month): Doubt[] => {
      const found = rows.monthRow.parse(sql.monthPaid.get(product, customer.identity, month));
      if (found === undefined || settled.some(({ id }) => id === found.id)) return [];
      return [{ kind: 'month-paid', payment: found.id, at: found.settled_at, total: found.total, month }];
    });
    return [
      ...settled.map(({ id, state, settled_at, total }): Doubt => ({
        kind: state === 'rejected-by-hand' ? 'rejected-by-hand-lately' : 'paid-lately',
        payment: id,
        at: settled_at,
        total,
      })),
      ...months,
      ...openGaps().map(({ id, from, until }): Doubt => ({ kind: 'gap', gap: id, from, until })),
    ].slice(0, 20);
  };

  const openGaps: Ledger['openGaps'] = () =>
    z
      .array(rows.gapRow)
      .parse(sql.openGaps.all())
      .map(({ id, from_at, until_at }) => ({ id, from: from_at, until: until_at }));

  /** The quote, where nothing stands in the way of sending it. */
  const sendable = ({ quote: id, at, confirmed }: Arming): Result<Quote, ArmProblem> => {
    const row = rows.quoteRow.optional().parse(sql.quote.get(id));
    if (row === undefined || row.open === 0) return err({ code: 'quote-gone' });
    if (at >= row.expires_at) return err({ code: 'quote-expired' });
    const quote = rows.readQuote(row.document);
    const { product, customer, biller, inquiryId } = quote;
    if (sql.openFor.get(product, customer.identity) !== undefined) return err({ code: 'payment-open' });
    if (sql.paidInquiry.get(biller, inquiryId) !== undefined) return err({ code: 'inquiry-used' });
    const doubts = doubtsOf(quote, at);
    const isConfirmed = doubts.every((doubt) => confirmed.includes(doubtKey(doubt)));
    return isConfirmed ? ok(quote) : err({ code: 'confirm-again', doubts });
  };

  /** What the event of a settlement rests on, where that stands in another row. */
  const digestFor = (settlement: Settlement, replyBody: Uint8Array | null): string | null => {
    if (settlement.by === 'hand') return null;
    const body =
      settlement.by === 'reply'
        ? replyBody
        : (rows.bodyRow.parse(sql.latestStatus.get(settlement.payment))?.reply_body ?? null);
    return body === null ? null : sha256(body);
  };

  return {
    kind,

    addQuote(quote, inquiry, line) {
      write(() => {
        const document = JSON.stringify(quoteSchema.parse(quote));
        sql.insertQuote.run(quote.id, document, quote.expiresAt);
        if (inquiry !== undefined) insertExchange('inquiry', quote.id, inquiry, quote.quotedAt);
        const born = {
          at: quote.quotedAt,
          actor: 'counter',
          event: 'quote',
          from: null,
          to: 'quoted',
        } as const;
        append(quote.id, { ...born, evidence: null, person: null }, sha256(document));
        if (line !== undefined) noteBill(line, quote);
      });
    },

    expireQuotes(at) {
      return write(() => {
        const open = z.array(z.object({ id: quoteIdSchema })).parse(sql.openQuotes.all());
        const expiry = { at, actor: 'recovery', event: 'expire', from: 'quoted', to: 'expired' } as const;
        for (const { id } of open) {
          sql.closeQuote.run(id);
          append(id, { ...expiry, evidence: null, person: null }, null);
        }
        return open.length;
      });
    },

    doubts(id, at) {
      const row = rows.quoteRow.optional().parse(sql.quote.get(id));
      return row === undefined ? [] : doubtsOf(rows.readQuote(row.document), at);
    },

    arm(arming) {
      // Looked at before anything is sent: what is answered must find room.
      if (!hasRoom(folder, reserveBytes) || !reserve.ensure()) throw new LedgerWriteError('disk-full');
      return write(() => {
        const judged = sendable(arming);
        if (!judged.ok) return judged;
        const quote = judged.value;
        const { at, cash, host, account, request, depositBefore, day, cashier, part } = arming;
        const frozen: FrozenPayment = {
          product: quote.product,
          customer: quote.customer.identity,
          biller: quote.biller,
          inquiry_id: quote.inquiryId,
          total: quote.total,
          cash,
          host,
          account,
          request,
          sent_at: at,
          deposit_before: depositBefore?.amount ?? null,
          deposit_before_at: depositBefore?.at ?? null,
          counter_fee: quote.counterFee ?? 0,
          rounding: quote.rounding ?? 0,
          business_day: day,
          cashier,
          shift: till.openShift()?.number ?? null,
        };
        sql.closeQuote.run(quote.id);
        const place = Number(
          sql.insertPayment.run(quote.id, ...frozenColumns.map((column) => frozen[column])).lastInsertRowid,
        );
        noteSale({ place, quote, day, cashier, at, depositBefore });
        for (const month of monthsOf(quote))
          sql.insertMonth.run(quote.product, quote.customer.identity, month, quote.id);
        if (part?.of === 'basket') noteInBasket(part.basket, quote.id);
        if (part?.of === 'lot') noteInLot(part.lot, part.nth, quote.id);
        // What was confirmed for it stands in its history.
        const evidence =
          arming.confirmed.length === 0 ? null : JSON.stringify({ confirmed: arming.confirmed });
        const step = { at, actor: 'counter', event: 'arm', from: 'quoted', to: 'sent' } as const;
        append(quote.id, { ...step, evidence, person: cashier }, digestOfPayment(frozen));
        return ok(undefined);
      });
    },

    recordReply(payment, reply, at) {
      writeOutcome(() => {
        const { status, date, body, complete } = reply;
        const { changes } = sql.recordReply.run(status, date, body, complete ? 1 : 0, at, payment);
        if (changes !== 1) throw new Error(`a reply to a payment that is not in the ledger: ${payment}`);
      });
    },

    settle(settlement) {
      const { payment, at, actor, outcome, job } = settlement;
      return writeOutcome(() => {
        const { state, cashier, shift, due, folded, reply_body } = rows.standingRow.parse(
          sql.standing.get(payment),
        );
        if (state !== folded) throw new Error(`payment ${payment} is ${state}, its events led to ${folded}`);
        const event = eventOf(settlement);
        const person = settlement.person ?? (actor === 'counter' ? cashier : null);
        const to = nextState(state, event);
        if (to === undefined) return err('refused');
        // What cannot be read back must not be written.
        const evidence = JSON.stringify(recordedOutcomeSchema.parse(outcome));
        const isReopened = to === 'unknown' && !isOpen(state);
        const recorded = isReopened ? contradicted : evidence;
        sql.settle.run(to, recorded, isOpen(to) ? null : at, isReopened ? 1 : 0, payment);
        append(
          payment,
          { at, actor, event, from: state, to, evidence, person },
          digestFor(settlement, reply_body),
        );
        noteState(payment, to, isReopened ? null : outcome);
        if (settlement.deposit !== undefined) noteDeposit(payment, { amount: settlement.deposit, at });
        noteCash({ payment, shift, at, person: cashier, amount: due }, state, to);
        if (job !== undefined && !isReopened) insertJob(job);
        return ok(to);
      });
    },

    payment: (id) => rows.readPayment(sql.payment.get(id)),
    openPayments: () => sql.openPayments.all().flatMap((row) => rows.readPayment(row) ?? []),
    isOpenFor: (product, number) => sql.openByNumber.get(product, number) !== undefined,
    countOpen: (biller) => z.object({ open: z.int() }).parse(sql.countOpen.get(biller ?? null)).open,
    openAccounts: (biller) => z.array(rows.accountRow).parse(sql.openAccounts.all(biller)),
    toAskAfter: (decidedSince) => sql.toAskAfter.all(decidedSince).map(rows.readAskedAfter),
    openInBrief: (limit) => sql.openInBrief.all(limit).map(rows.readInBrief),
    recentPayments: (limit) => sql.recentPayments.all(limit).map(rows.readInBrief),
    events: (payment) => sql.events.all(payment).map(rows.readEvent),

    inquiryOf: (quote) => sql.exchanges.all(quote, 'inquiry').map(rows.readExchange).at(-1),
    recordStatus(payment, exchange, at) {
      writeOutcome(() => insertExchange('status', payment, exchange, at));
    },
    addLook(payment, { at, finding }) {
      write(() => void sql.insertLook.run(payment, at, JSON.stringify(finding)));
    },
    looksOf: (payment, limit) => sql.looks.all(payment, limit).map(rows.readLook),
    othersAt({ payment, biller, from, until }) {
      return rows.othersRow.parse(sql.othersAt.get(biller, from, until, payment));
    },
    statusCount(payment) {
      const { asked, last_at } = rows.countRow.parse(sql.statusCount.get(payment));
      return { asked, lastAt: last_at };
    },
    statusOf: (payment) => sql.exchanges.all(payment, 'status').map(rows.readExchange),
    standsElsewhere({ payment, biller, reference, token }) {
      const byReference = reference !== '' && sql.byReference.get(biller, reference, payment) !== undefined;
      return byReference || (token !== '' && sql.byToken.get(token, payment) !== undefined);
    },
    countOthers({ payment, product, customerNumber, identity, from, until }) {
      const row = sql.countOthers.get(product, from, until, payment, identity, customerNumber);
      return z.object({ others: z.int() }).parse(row).others;
    },

    printJobs,
    till,
    savedCustomers,
    baskets,
    groups,
    lots,

    openGaps,
    addGap: (from, until) => write(() => void sql.insertGap.run(from, until)),
    closeGap: (id, at, note) => write(() => sql.closeGap.run(at, note, id).changes === 1),

    newestAt: () => rows.chainRow.parse(sql.chain.get()).newest_at,
    noteVerified: ({ seq, hash }) => write(() => void sql.noteVerified.run(seq, hash)),
    noteAltered: (where) => write(() => void sql.noteAltered.run(where === 'damaged' ? damaged : where)),

    close: () => database.close(),
  };
}
