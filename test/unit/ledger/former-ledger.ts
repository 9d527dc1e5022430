import path from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { onTestFinished } from 'vitest';
import { migrate } from '../../../electron/ledger/database.ts';
import type { Ledger } from '../../../electron/ledger/ledger.ts';
import { migrations } from '../../../electron/ledger/schema.ts';
import { openLedger } from '../../../electron/ledger/sqlite-ledger.ts';
import type { PaymentOutcome } from '../../../shared/payment/outcome.ts';
import type { Quote } from '../../../shared/payment/quote.ts';
import { minutes, quote, quoteId, reply, start } from './documents.ts';
import { memoryFolder } from './temp-folder.ts';

// Ledgers as former versions wrote them. What is added has the columns of the second version.

/** Notes a step of the n-th quote, as it was noted before events were chained. */
export const event = (
  raw: DatabaseSyncInstance,
  n: number,
  at: number,
  what: readonly [string, string | null, string],
  actor = 'counter',
  evidence: string | null = null,
): void =>
  void raw
    .prepare(
      'INSERT INTO event (quote, at, actor, event, from_state, to_state, evidence) VALUES (?, ?, ?, ?, ?, ?, ?)',
    )
    .run(quoteId(n), at, actor, ...what, evidence);

export function addQuote(raw: DatabaseSyncInstance, document: Quote, n: number, open: 0 | 1): void {
  raw
    .prepare('INSERT INTO quote VALUES (?, ?, ?, ?)')
    .run(document.id, JSON.stringify(document), document.expiresAt, open);
  event(raw, n, start, ['quote', null, 'quoted']);
}

export function addPayment(raw: DatabaseSyncInstance, n: number, over: Partial<Quote> = {}): void {
  const { product, customer, biller, inquiryId, total } = quote(n, over);
  addQuote(raw, quote(n, over), n, 0);
  raw
    .prepare(
      `INSERT INTO payment (id, state, product, customer, biller, inquiry_id, total, cash, host, account, request, sent_at)
       VALUES (?, 'sent', ?, ?, ?, ?, ?, 350000, '127.0.0.1:1', 'fingerprint', 'POST', ?)`,
    )
    .run(quoteId(n), product, customer.identity, biller, inquiryId, total, start + minutes(n));
  event(raw, n, start + minutes(n), ['arm', 'quoted', 'sent']);
}

export function settleFormer(
  raw: DatabaseSyncInstance,
  n: number,
  outcome: PaymentOutcome,
  by: 'reply' | 'status' = 'reply',
): void {
  const [at, evidence] = [start + minutes(n) + 5000, JSON.stringify(outcome)];
  const from = by === 'status' ? 'unknown' : 'sent';
  const name = outcome.kind === 'unknown' ? 'outcome-unknown' : `${by}-${outcome.kind}`;
  raw
    .prepare('UPDATE payment SET state = ?, outcome = ?, settled_at = ? WHERE id = ?')
    .run(outcome.kind, evidence, outcome.kind === 'unknown' ? null : at, quoteId(n));
  event(raw, n, at, [name, from, outcome.kind], by === 'status' ? 'checker' : 'counter', evidence);
}

export const answerFormer = (raw: DatabaseSyncInstance, n: number): void =>
  void raw
    .prepare(
      'UPDATE payment SET reply_status = 200, reply_date = NULL, reply_body = ?, reply_whole = 1, reply_at = ? WHERE id = ?',
    )
    .run(reply(`reply ${n}`).body, start + minutes(n) + 4000, quoteId(n));

/** An empty ledger as the first or the second version made it. */
export function emptyFormer(version: 1 | 2): { readonly file: string; readonly raw: DatabaseSyncInstance } {
  const file = path.join(memoryFolder(), 'ledger.db');
  const raw = new DatabaseSync(file);
  for (const steps of migrations.slice(0, version)) {
    for (const step of steps) if (typeof step === 'string') raw.exec(step);
  }
  raw.exec(`PRAGMA application_id = 1280265044; PRAGMA user_version = ${version}`);
  raw.prepare("INSERT INTO meta VALUES (1, 'live', ?)").run(start);
  return { file, raw };
}

/** Brings a ledger of the second version to the third. */
export const toThirdVersion = (raw: DatabaseSyncInstance): void => migrate(raw, 2, undefined, 3);

/** As the program opens it at a start. */
export function openHere(file: string): Ledger {
  const result = openLedger(file, 'live', start);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** The same, closed when the test has ended. */
export function opened(file: string): Ledger {
  const ledger = openHere(file);
  onTestFinished(() => ledger.close());
  return ledger;
}
