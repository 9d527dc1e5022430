import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import * as fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { migrate } from '../../../electron/ledger/database.ts';
import type { PaymentRecord } from '../../../electron/ledger/ledger.ts';
import { fillHistory } from '../../../electron/ledger/migrate-history.ts';
import { fillReports } from '../../../electron/ledger/schema-reports.ts';
import { openQueries } from '../../../electron/ledger/query-ledger.ts';
import { migrations } from '../../../electron/ledger/schema.ts';
import { historyPageSchema, type HistoryQuery } from '../../../shared/contract/history.ts';
import type { PaymentOutcome } from '../../../shared/payment/outcome.ts';
import { aDay, alterationIn, decide } from './altered-ledger.ts';
import { paid, quote, quoteId, rejected, unknown } from './documents.ts';
import { addPayment, addQuote, emptyFormer, opened, settleFormer } from './former-ledger.ts';
import { everything, fits } from './history-model.ts';
import { newLedger, rawConnection, type OpenLedger } from './open-ledger.ts';
import { hear, openShift, send } from './till-day.ts';

const token: PaymentOutcome = {
  kind: 'paid',
  confirmation: {
    reference: '0bag 12-34',
    token: '12345678901234567890',
    transactionTime: '',
    receiptText: '',
    bills: 1,
    details: [],
    billDetails: [],
    remarks: [],
  },
};

const names = ['SITI AMINAH', 'Étienne “x”', '', '\u0000', "'); DROP TABLE sale; --", 'سلام علی', '50%_*'];
const hostile = [...names, 'siti', 'e', '%', '_', '*', '"', '0BAG1', '1234', '12345678 9012', '303500', '53'];

/** A ledger of the second version, in which nobody signed in, and every state there was. */
function secondVersion(): { readonly file: string; readonly raw: DatabaseSyncInstance } {
  const { file, raw } = emptyFormer(2);
  for (const [index, name] of names.entries()) {
    const n = index + 1;
    const customer = { ...quote(n).customer, name };
    addPayment(raw, n, { customer, product: n % 2 === 0 ? 'pln-prepaid' : 'pln-postpaid' });
    settleFormer(raw, n, [paid, token, rejected, unknown][index % 4] ?? paid);
  }
  // The same customer once more; a quote that nobody paid.
  addPayment(raw, 20, {
    customerNumber: quote(1).customerNumber,
    customer: { ...quote(1).customer, name: 'SITI AMINAH' },
  });
  settleFormer(raw, 20, token);
  addQuote(raw, quote(21), 21, 1);
  return { file, raw };
}

function found(file: string, query: HistoryQuery): readonly string[] {
  const queries = openQueries(file);
  onTestFinished(() => queries.close());
  const page = queries.answer({ kind: 'search', query, behind: null });
  return historyPageSchema.parse(page).entries.map(({ id }) => id);
}

/** What payments are found by, whatever the numbers of its rows. */
const bookOf = (raw: DatabaseSyncInstance): unknown => ({
  sales: raw
    .prepare(
      `SELECT s.place, k.product, k.cashier, k.state, s.day, s.due, s.admin, s.counter_fee, s.rounding, s.commission, s.reference, s.token,
         c.product AS sold, c.service, c.number, c.name, c.terms FROM sale s
       JOIN sale_kind k ON k.id = s.kind JOIN customer c ON c.id = s.customer ORDER BY s.place`,
    )
    .all(),
  customers: raw
    .prepare('SELECT product, service, number, name, terms FROM customer ORDER BY 1, 2, 3, 4, 5')
    .all(),
  terms: raw
    .prepare(
      `SELECT t.term, c.product, c.number, c.name FROM customer_term t JOIN customer c ON c.id = t.customer ORDER BY 1, 2, 3, 4`,
    )
    .all(),
  days: raw.prepare('SELECT day, first, last FROM sold_day ORDER BY day').all(),
  deposits: raw.prepare('SELECT * FROM day_deposit ORDER BY biller, day').all(),
});

/** The same, made anew from the payments. */
function madeAnew(raw: DatabaseSyncInstance): unknown {
  raw.exec('PRAGMA foreign_keys = OFF');
  for (const table of ['sale', 'sale_kind', 'customer_term', 'customer', 'sold_day', 'day_deposit'])
    raw.exec(`DELETE FROM ${table}`);
  fillHistory(raw);
  fillReports(raw);
  return bookOf(raw);
}

describe('a ledger of a former version', () => {
  it('is found in as if it had been written today, by whatever somebody types', () => {
    const { file, raw } = secondVersion();
    raw.close();
    const ledger = opened(file);
    const all = [1, 2, 3, 4, 5, 6, 7, 20]
      .map((n) => ledger.payment(quoteId(n)))
      .filter((each): each is PaymentRecord => each !== undefined)
      .toReversed();
    expect(all).toHaveLength(8);
    for (const text of ['', ...hostile])
      for (const product of [null, 'pln-prepaid', 'bpjs'] as const) {
        const query = { ...everything, text, product };
        expect([text, found(file, query)]).toEqual([
          text,
          all.filter((each) => fits(each, query)).map(({ quote: { id } }) => id),
        ]);
      }
    expect(found(file, { ...everything, text: '1234 5678' })).not.toEqual([]);
  });

  it('has each customer once, passes SQLite’s own checks, and its chain is as it was', () => {
    const { file, raw } = secondVersion();
    raw.close();
    opened(file);
    const after = rawConnection(file);
    expect(after.prepare('SELECT count(*) AS n FROM customer').get()).toEqual({ n: names.length });
    expect(after.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
    expect(after.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
    expect(alterationIn(file)).toBeUndefined();
  });

  it('without a payment is migrated as well', () => {
    const { file, raw } = emptyFormer(2);
    raw.close();
    opened(file);
    expect(found(file, everything)).toEqual([]);
  });

  it('that cannot be migrated is left as it was, whole', () => {
    const { file, raw } = secondVersion();
    migrate(raw, 2, undefined, 4);
    // A document that is none.
    raw.exec('DROP TRIGGER quote_frozen');
    raw.prepare('UPDATE quote SET document = ? WHERE id = ?').run('{"customer":{}}', quoteId(1));
    raw.close();
    expect(() => opened(file)).toThrow(/invalid/i);
    const after = rawConnection(file);
    expect(after.prepare('PRAGMA user_version').get()).toEqual({ user_version: 4 });
    expect(after.prepare("SELECT name FROM sqlite_schema WHERE name IN ('sale', 'shift')").all()).toEqual([]);
    expect(migrations.length).toBeGreaterThan(4);
  });
});

describe('what payments are found by', () => {
  const isKept = ({ file }: OpenLedger): void => {
    const raw = rawConnection(file);
    const kept = bookOf(raw);
    expect(kept).toEqual(madeAnew(raw));
  };

  it('is the same, kept sale by sale or made anew from the payments: in every state', () => {
    isKept(aDay());
  });

  it('is the same for random sales, whatever the names and the ends', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            name: fc.oneof(fc.constantFrom(...names), fc.string({ unit: 'binary', maxLength: 30 })),
            cashier: fc.constantFrom(null, 'Rina', 'Budi'),
            end: fc.constantFrom(null, paid, token, rejected, unknown),
            decided: fc.constantFrom(null, 'paid-by-hand' as const, 'rejected-by-hand' as const),
          }),
          { maxLength: 20 },
        ),
        (sales) => {
          const open = newLedger('live');
          openShift(open.ledger);
          for (const [n, { name, cashier, end, decided }] of sales.entries()) {
            send(open.ledger, n, cashier, { customer: { ...quote(n).customer, name } });
            if (end !== null) hear(open.ledger, n, end);
            if (end === unknown && decided !== null) decide(open.ledger, n, decided);
          }
          isKept(open);
          open.close();
        },
      ),
      { numRuns: 20 },
    );
  });

  it('never stands in the way of what comes of a payment', () => {
    const open = newLedger('live');
    send(open.ledger, 1);
    const raw = rawConnection(open.file);
    raw.exec('DELETE FROM sale');
    hear(open.ledger, 1, paid);
    expect(open.ledger.payment(quoteId(1))?.state).toBe('paid');
    expect(found(open.file, everything)).toEqual([]);
  });
});
