import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance as Database } from '@photostructure/sqlite';
import {
  digestOfPayment,
  frozenColumns,
  genesis,
  linkHash,
  sha256,
  type ChainedEvent,
  type FrozenPayment,
} from '../../../electron/ledger/chain.ts';
import { fillHistory } from '../../../electron/ledger/migrate-history.ts';
import { fillReports } from '../../../electron/ledger/schema-reports.ts';
import { migrations } from '../../../electron/ledger/schema.ts';
import { openLedger } from '../../../electron/ledger/sqlite-ledger.ts';
import { verifyWhole } from '../../../electron/ledger/verify.ts';
import { billMonths } from '../../../shared/payment/bill-months.ts';
import { printerProfiles } from '../../../shared/printing/printer-profile.ts';
import { businessDay, usualDay } from '../../../shared/business-day.ts';
import { instant } from '../../../shared/time.ts';
import { z } from '../../../shared/zod.ts';
import { filledUntil, idOf, printer, soldPayment, type SoldPayment } from './sold-payment.ts';

/** What a filled ledger is: one whose billers may be on this machine. */
export const filledKind = 'sandbox';

/** Where filled ledgers are kept. Named by the schema and by what fills it: a change of either makes new ones. */
const folder = path.join(os.tmpdir(), `loket-bench-ledger-${schemaHash()}`);

function schemaHash(): string {
  const filling = ['fill-ledger.ts', 'sold-payment.ts', 'sold-customer.ts'].map((file) =>
    fs.readFileSync(path.join(import.meta.dirname, file), 'utf8'),
  );
  return sha256(JSON.stringify([...migrations.flat().map(String), ...filling])).slice(0, 12);
}

/** The file of a ledger of `count` payments, all of them settled but the newest few, made where it is not there yet. */
export function filledLedger(count: number): string {
  const file = path.join(folder, `${count}`, 'ledger.db');
  if (fs.existsSync(file)) return file;
  const making = `${path.dirname(file)}.making`;
  fs.rmSync(making, { recursive: true, force: true });
  fs.mkdirSync(making, { recursive: true });
  fill(path.join(making, 'ledger.db'), count);
  fs.renameSync(making, path.dirname(file));
  return file;
}

function fill(file: string, count: number): void {
  const begun = performance.now();
  const opened = openLedger(file, filledKind, instant(filledUntil - 1));
  if (!opened.ok) throw new Error(opened.error.code);
  opened.value.close();
  const raw = new DatabaseSync(file);
  // A file that is not finished is made anew, so nothing needs to survive. Out of WAL there is only one way.
  raw.exec('PRAGMA journal_mode = DELETE; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF');
  raw.exec('PRAGMA foreign_keys = OFF; PRAGMA cache_size = -400000');
  const indexes = z
    .array(z.object({ name: z.string(), sql: z.string() }))
    .parse(raw.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL").all());
  for (const { name } of indexes) raw.exec(`DROP INDEX ${name}`);
  raw.exec('BEGIN');
  insertAll(raw, count);
  fillHistory(raw);
  fillReports(raw);
  raw.exec('COMMIT');
  for (const { sql } of indexes) raw.exec(sql);
  raw.exec('PRAGMA journal_mode = WAL');
  raw.close();
  check(file, count);
  const seconds = ((performance.now() - begun) / 1000).toFixed(0);
  const megabytes = (fs.statSync(file).size / 1e6).toFixed(0);
  console.log(`made a ledger of ${count} payments: ${megabytes} MB in ${seconds} s`);
}

function insertAll(raw: Database, count: number): void {
  const places = (columns: number): string => Array.from({ length: columns }, () => '?').join(', ');
  const quote = raw.prepare('INSERT INTO quote VALUES (?, ?, ?, 0)');
  const payment = raw.prepare(
    `INSERT INTO payment (id, state, ${frozenColumns.join(', ')}, reply_status, reply_date, reply_body, reply_whole, reply_at, outcome, settled_at)
     VALUES (${places(frozenColumns.length + 9)})`,
  );
  const event = raw.prepare(
    `INSERT INTO event (seq, quote, at, actor, event, from_state, to_state, evidence, digest, hash, person) VALUES (${places(11)})`,
  );
  const exchange = raw.prepare(
    `INSERT INTO exchange (quote, kind, at, request, reply_status, reply_date, reply_body, reply_whole)
     VALUES (?, 'inquiry', ?, ?, 200, NULL, ?, 1)`,
  );
  const month = raw.prepare('INSERT INTO bill_month VALUES (?, ?, ?, ?)');
  const job = raw.prepare(
    `INSERT INTO print_job (id, payment, kind, copy, printer, profile, document, bytes, asked_at, asked_by, state, waits)
     VALUES (?, ?, 'receipt', 0, ?, ?, ?, ?, ?, 'counter', 'printed', 0)`,
  );
  const printEvent = raw.prepare(
    'INSERT INTO print_event (job, payment, at, actor, event) VALUES (?, ?, ?, ?, ?)',
  );
  const profile = JSON.stringify(printerProfiles['58mm']);
  const noted: {
    readonly id: string;
    readonly product: string;
    readonly customer: string;
    readonly of: string;
  }[] = [];
  let [seq, hash] = [0, genesis];
  const append = (step: Omit<ChainedEvent, 'seq'>): void => {
    seq += 1;
    hash = linkHash(hash, { ...step, seq });
    const { quote: of, at, actor, event: what, from, to, evidence, digest, person } = step;
    event.run(seq, of, at, actor, what, from, to, evidence, digest, hash, person);
  };
  for (let n = 0; n < count; n += 1) {
    const id = idOf(n, count);
    const sold = soldPayment(n, count, id);
    const { outcome, sentAt, request, paper } = sold;
    const document = JSON.stringify(sold.quote);
    const frozen = frozenOf(sold);
    const told = JSON.stringify(outcome);
    const state = outcome.kind;
    const body = state === 'unknown' ? null : Buffer.from(sold.reply);
    const repliedAt = sentAt + 2000;
    const date = 'Mon, 02 Nov 2026 03:00:00 GMT';
    quote.run(id, document, sold.quote.expiresAt);
    const replied = body === null ? [null, null, null, null, null] : [200, date, body, 1, repliedAt];
    const columns = frozenColumns.map((column) => frozen[column]);
    payment.run(id, state, ...columns, ...replied, told, state === 'unknown' ? null : repliedAt);
    exchange.run(id, sold.quote.quotedAt, request, Buffer.from(sold.inquiryReply));
    for (const of of billMonths(sold.quote.product, [sold.quote.bills[0]?.period ?? '']))
      noted.push({ id, product: sold.quote.product, customer: sold.quote.customer.identity, of });
    if (state === 'paid') {
      job.run(id, id, printer, profile, sold.document, paper, repliedAt);
      for (const [actor, what] of printSteps) printEvent.run(id, id, repliedAt, actor, what);
    }
    const by = { quote: id, actor: 'counter', person: sold.cashier };
    const [born, armed] = [sha256(document), digestOfPayment(frozen)];
    const settled = body === null ? null : sha256(body);
    const ended = state === 'unknown' ? 'outcome-unknown' : `reply-${state}`;
    const { quotedAt } = sold.quote;
    append({
      ...by,
      at: quotedAt,
      event: 'quote',
      from: null,
      to: 'quoted',
      evidence: null,
      digest: born,
      person: null,
    });
    append({ ...by, at: sentAt, event: 'arm', from: 'quoted', to: 'sent', evidence: null, digest: armed });
    append({ ...by, at: repliedAt, event: ended, from: 'sent', to: state, evidence: told, digest: settled });
  }
  // A customer's months lie together: in order this, too, is quick.
  for (const { id, product, customer, of } of noted.toSorted((one, other) =>
    one.customer < other.customer ? -1 : 1,
  ))
    month.run(product, customer, of, id);
  raw
    .prepare('UPDATE chain SET seq = ?, hash = ?, newest_at = ?, verified_seq = ?, verified_hash = ?')
    .run(seq, hash, filledUntil, seq, hash);
}

/** What is told of a receipt that is printed at once. */
const printSteps = [
  ['counter', 'made'],
  ['queue', 'sending'],
  ['queue', 'printed'],
] as const;

const frozenOf = ({ quote, sentAt, request, cashier }: SoldPayment): FrozenPayment => ({
  product: quote.product,
  customer: quote.customer.identity,
  biller: quote.biller,
  inquiry_id: quote.inquiryId,
  total: quote.total,
  cash: quote.total + 50_000,
  host: 'h2h.example:443',
  account: sha256('account').slice(0, 32),
  request,
  sent_at: sentAt,
  deposit_before: 901_559_209,
  deposit_before_at: sentAt - 20_000,
  counter_fee: quote.counterFee ?? 0,
  rounding: quote.rounding ?? 0,
  business_day: businessDay(sentAt, usualDay),
  cashier,
  shift: null,
});

/** What is compared must be real ledgers: every event and row of them in order, and readable. */
function check(file: string, count: number): void {
  const raw = new DatabaseSync(file, { readOnly: true });
  const { alteration } = verifyWhole(raw);
  raw.close();
  if (alteration !== undefined)
    throw new Error(`the filled ledger is not whole: ${JSON.stringify(alteration)}`);
  const opened = openLedger(file, filledKind, filledUntil);
  if (!opened.ok) throw new Error(opened.error.code);
  const read = opened.value.payment(idOf(count - 1, count));
  if (read === undefined) throw new Error('the filled ledger lacks its newest payment');
  opened.value.close();
}
