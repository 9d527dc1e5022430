import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, it } from 'vitest';
import { migrations } from '../../../electron/ledger/schema.ts';
import { openLedger } from '../../../electron/ledger/sqlite-ledger.ts';
import { doubtKey } from '../../../shared/payment/doubt.ts';
import type { PaymentOutcome } from '../../../shared/payment/outcome.ts';
import { instant } from '../../../shared/time.ts';
import { alterationIn, decide } from './altered-ledger.ts';
import {
  arming,
  job,
  jobId,
  minutes,
  paid,
  quote,
  quoteId,
  rejected,
  reply,
  settlement,
  start,
  unknown,
} from './documents.ts';
import {
  addPayment,
  addQuote,
  answerFormer,
  emptyFormer,
  event,
  opened,
  openHere,
  settleFormer,
} from './former-ledger.ts';
import { rawConnection } from './open-ledger.ts';

/** Which former quotes are what. */
const former = {
  paid: 1,
  rejected: 2,
  unknown: 3,
  answered: 4,
  sent: 5,
  byStatus: 6,
  expired: 7,
  quoted: 8,
} as const;

/** A ledger of the second version with a quote in every state that there was. */
function secondVersion(): string {
  const { file, raw } = emptyFormer(2);
  addPayment(raw, former.paid);
  addPayment(raw, former.rejected);
  addPayment(raw, former.unknown);
  addPayment(raw, former.answered, {
    biller: 'iak',
    product: 'bpjs',
    bills: [{ ...quote(1).bills[0], period: '201803,201804' } as never],
  });
  addPayment(raw, former.sent);
  addPayment(raw, former.byStatus);
  addQuote(raw, quote(former.expired), former.expired, 0);
  addQuote(raw, quote(former.quoted), former.quoted, 1);
  for (const n of [former.paid, former.rejected, former.answered]) answerFormer(raw, n);
  settleFormer(raw, former.paid, paid);
  settleFormer(raw, former.rejected, rejected);
  settleFormer(raw, former.unknown, unknown);
  settleFormer(raw, former.byStatus, unknown);
  settleFormer(raw, former.byStatus, paid, 'status');
  event(raw, former.expired, start + minutes(90), ['expire', 'quoted', 'expired'], 'recovery');
  const addJob = raw.prepare(
    "INSERT INTO print_job (id, payment, copy, paper, bytes, state, problem) VALUES (?, ?, ?, '58mm', ?, ?, ?)",
  );
  addJob.run(jobId(1), quoteId(former.paid), 0, job(1, quoteId(1)).bytes, 'printed', null);
  addJob.run(jobId(2), quoteId(former.paid), 1, job(1, quoteId(1)).bytes, 'failed', 'unreachable');
  addJob.run(jobId(3), quoteId(former.byStatus), 0, job(1, quoteId(1)).bytes, 'queued', null);
  const exchange = raw.prepare(
    "INSERT INTO exchange (quote, kind, at, request, reply_status, reply_date, reply_body, reply_whole) VALUES (?, ?, ?, 'POST', 200, NULL, ?, 1)",
  );
  exchange.run(quoteId(former.paid), 'inquiry', start, reply('inquiry').body);
  exchange.run(quoteId(former.byStatus), 'status', start, reply('status').body);
  raw.close();
  return file;
}

describe('a ledger of the second version', () => {
  it('passes SQLite’s own checks afterwards, its references too', () => {
    const file = secondVersion();
    opened(file);
    const raw = rawConnection(file);
    expect(raw.prepare('PRAGMA user_version').get()).toEqual({ user_version: migrations.length });
    expect(raw.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
    expect(raw.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
    // They still refer to the table that was rebuilt.
    expect(
      raw
        .prepare("SELECT count(*) AS n FROM pragma_foreign_key_list('print_job') WHERE \"table\" = 'payment'")
        .get(),
    ).toEqual({ n: 1 });
  });

  it('has every event in a chain, in order, and is found whole', () => {
    const file = secondVersion();
    const ledger = opened(file);
    expect(alterationIn(file)).toBeUndefined();
    const raw = rawConnection(file);
    expect(
      raw
        .prepare(
          'SELECT count(*) AS n, count(digest) AS digests, count(DISTINCT hash) AS hashes, max(seq) AS last FROM event',
        )
        .get(),
    ).toEqual({ n: 20, digests: 0, hashes: 20, last: 20 });
    expect(ledger.newestAt()).toBe(start + minutes(90));
    expect(
      ledger.events(quoteId(former.byStatus)).map(({ actor, event: what, to }) => [actor, what, to]),
    ).toEqual([
      ['counter', 'quote', 'quoted'],
      ['counter', 'arm', 'sent'],
      ['counter', 'outcome-unknown', 'unknown'],
      ['checker', 'status-paid', 'paid'],
    ]);
  });

  it('is followed by the check as one that was born chained: an edited former event is found', () => {
    const file = secondVersion();
    openHere(file).close();
    const raw = new DatabaseSync(file);
    raw.exec('DROP TRIGGER event_not_edited; UPDATE event SET at = at + 1 WHERE seq = 7');
    raw.close();
    expect(alterationIn(file)).toEqual({ seq: 7, what: 'edited' });
  });

  it('has every payment as it was', () => {
    const ledger = opened(secondVersion());
    const states = Object.values(former).map((n) => ledger.payment(quoteId(n))?.state);
    expect(states).toEqual(['paid', 'rejected', 'unknown', 'sent', 'sent', 'paid', undefined, undefined]);
    expect(ledger.payment(quoteId(former.paid))).toEqual({
      quote: quote(former.paid),
      state: 'paid',
      cash: 350_000,
      host: '127.0.0.1:1',
      account: 'fingerprint',
      request: 'POST',
      sentAt: start + minutes(1),
      depositBefore: null,
      reply: { ...reply('reply 1'), date: null },
      replyAt: start + minutes(1) + 4000,
      outcome: paid,
      settledAt: start + minutes(1) + 5000,
      day: '2018-06-01',
      cashier: null,
      shift: null,
    });
    expect(ledger.openPayments().map(({ quote: { id } }) => id)).toEqual(
      [former.unknown, former.answered, former.sent].map(quoteId),
    );
    expect(ledger.inquiryOf(quoteId(former.paid))?.reply.body).toEqual(reply('inquiry').body);
    expect(ledger.statusCount(quoteId(former.byStatus)).asked).toBe(1);
  });

  it('keeps its print jobs, as receipts', () => {
    const { printJobs } = opened(secondVersion());
    const settledAt = instant(start + minutes(former.paid) + 5000);
    expect(printJobs.find(jobId(2))).toEqual({
      ...job(2, quoteId(former.paid), { copy: 1, askedAt: settledAt, askedBy: 'cashier' }),
      printer: '',
      document: '',
      state: 'failed',
      problem: 'no-printer',
    });
    expect(printJobs.find(jobId(3))).toMatchObject({ kind: 'receipt', state: 'failed' });
    expect(printJobs.latestOf(quoteId(former.paid))?.id).toBe(jobId(2));
    expect(printJobs.latestOf(quoteId(former.paid), 'interim')).toBeUndefined();
  });

  it('knows the months that were paid, of both billers', () => {
    const file = secondVersion();
    const ledger = opened(file);
    const months = rawConnection(file)
      .prepare('SELECT product, month, payment FROM bill_month ORDER BY payment, month')
      .all();
    expect(months).toHaveLength(7);
    expect(months).toContainEqual({ product: 'bpjs', month: '2018-03', payment: quoteId(former.answered) });
    const later = instant(start + minutes(60 * 24 * 300));
    ledger.addQuote(
      quote(20, {
        biller: 'iak',
        customer: quote(former.paid).customer,
        bills: [{ ...quote(1).bills[0], period: '201805' } as never],
      }),
    );
    expect(ledger.doubts(quoteId(20), later).map(doubtKey)).toEqual([`month-paid:${quoteId(former.paid)}`]);
  });

  it('goes on: what was open is settled, decided and asked after, and new payments are made', () => {
    const file = secondVersion();
    const ledger = opened(file);
    expect(ledger.expireQuotes(start)).toBe(1);
    expect(ledger.settle(settlement(former.answered, paid, { actor: 'recovery' })).ok).toBe(true);
    expect(ledger.settle(settlement(former.sent, unknown, { actor: 'recovery' })).ok).toBe(true);
    decide(ledger, former.unknown, 'rejected-by-hand');
    ledger.addQuote(quote(20));
    expect(ledger.arm(arming(20)).ok).toBe(true);
    expect(ledger.toAskAfter(start).map(({ id }) => id)).toEqual([former.unknown, former.sent].map(quoteId));
    expect(alterationIn(file)).toBeUndefined();
  });

  it('keeps its rules: one open payment a customer, and an inquiry paid once', () => {
    const ledger = opened(secondVersion());
    ledger.addQuote(quote(20, { customer: quote(former.unknown).customer }));
    expect(ledger.arm(arming(20))).toEqual({ ok: false, error: { code: 'payment-open' } });
    ledger.addQuote(quote(21, { inquiryId: quote(former.paid).inquiryId }));
    expect(ledger.arm(arming(21))).toEqual({ ok: false, error: { code: 'inquiry-used' } });
  });

  it('that cannot be read is left as it was, whole', () => {
    const file = secondVersion();
    const raw = new DatabaseSync(file);
    raw.exec(
      `UPDATE quote SET document = json_set(document, '$.bills', 'none') WHERE id = '${quoteId(former.paid)}'`,
    );
    raw.close();
    expect(openLedger(file, 'live', start)).toMatchObject({ ok: false, error: { code: 'unreadable' } });
    const after = rawConnection(file);
    expect(after.prepare('PRAGMA user_version').get()).toEqual({ user_version: 2 });
    expect(after.prepare('SELECT count(*) AS n FROM event').get()).toEqual({ n: 20 });
    expect(after.prepare('SELECT count(*) AS n FROM payment').get()).toEqual({ n: 6 });
    expect(
      after
        .prepare("SELECT name FROM sqlite_schema WHERE name IN ('chain', 'event_before', 'payment_new')")
        .all(),
    ).toEqual([]);
  });
});

describe('a ledger of the first version', () => {
  it('is found whole though its confirmations were made whole on the way', () => {
    const { file, raw } = emptyFormer(1);
    addPayment(raw, 1);
    const { details: _d, billDetails: _b, ...confirmation } = paid.kind === 'paid' ? paid.confirmation : {};
    settleFormer(raw, 1, { kind: 'paid', confirmation } as PaymentOutcome);
    addPayment(raw, 2);
    settleFormer(raw, 2, unknown);
    raw.close();
    const ledger = openHere(file);
    expect(ledger.payment(quoteId(1))?.outcome).toEqual(paid);
    expect(alterationIn(file)).toBeUndefined();
    decide(ledger, 2, 'paid-by-hand');
    ledger.close();
    expect(openLedger(file, 'live', start).ok).toBe(true);
  });
});
