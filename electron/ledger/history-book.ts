import type { DatabaseSyncInstance as Database } from '@photostructure/sqlite';
import type { BusinessDay } from '../../shared/business-day.ts';
import type { QuoteId } from '../../shared/ids.ts';
import type { RecordedOutcome } from '../../shared/payment/outcome.ts';
import { amountDue, type Quote } from '../../shared/payment/quote.ts';
import type { PaymentState } from '../../shared/payment/states.ts';
import type { Instant } from '../../shared/time.ts';
import { z } from '../../shared/zod.ts';
import { joinedTerms, marksOf, termsOf } from './history-terms.ts';
import type { DepositAt, SavedCustomers } from './ledger.ts';
import type { Write } from './writer.ts';

/** A payment that has just been armed. `place` is its rowid. */
export interface NewSale {
  readonly place: number;
  readonly quote: Quote;
  readonly day: BusinessDay;
  readonly cashier: string | null;
  readonly at: Instant;
  readonly depositBefore: DepositAt | null;
}

/** What payments are found by, kept in the commits that arm and settle them. */
export interface HistoryBook {
  readonly noteSale: (sale: NewSale) => void;
  readonly noteState: (payment: QuoteId, state: PaymentState, outcome: RecordedOutcome | null) => void;
  /** What the reply to a payment tells of the deposit: its day's last. */
  readonly noteDeposit: (payment: QuoteId, deposit: DepositAt) => void;
  readonly savedCustomers: SavedCustomers;
}

export function createHistoryBook(database: Database, write: Write): HistoryBook {
  const sql = prepareStatements(database);

  const kindOf = (product: string, cashier: string, state: PaymentState): number => {
    sql.insertKind.run(product, cashier, state);
    return numbered.parse(sql.kind.get(product, cashier, state)).id;
  };

  const customerOf = (quote: Quote): number => {
    const { product, service, customerNumber, customer } = quote;
    const terms = termsOf(quote);
    const known = [customerNumber, product, service.code, customer.name, joinedTerms(terms)] as const;
    const found = numbered.optional().parse(sql.customer.get(...known));
    if (found !== undefined) return found.id;
    const id = Number(sql.insertCustomer.run(...known).lastInsertRowid);
    for (const term of terms) sql.insertTerm.run(product, term, id);
    return id;
  };

  return {
    noteSale({ place, quote, day, cashier, at, depositBefore }) {
      const kind = kindOf(quote.product, cashier ?? '', 'sent');
      const { id, biller } = quote;
      const customer = customerOf(quote);
      const { admin, counterFee, rounding, commission } = sumsOf(quote);
      const sums = [amountDue(quote), admin, counterFee, rounding, commission] as const;
      sql.insertSale.run(place, kind, day, customer, ...sums, id, biller, at);
      sql.noteDay.run(day, place);
      if (depositBefore !== null) sql.noteDeposit.run(biller, day, depositBefore.amount, depositBefore.at);
    },

    noteState(payment, state, outcome) {
      const sale = saleRow.optional().parse(sql.sale.get(payment));
      // Whatever has become of it: what payments are found by never stands in the way of what came of one.
      if (sale === undefined) return;
      const { place, product, cashier } = sale;
      const { reference, token } = marksOf(outcome);
      sql.setState.run(kindOf(product, cashier, state), reference, token, place);
    },

    noteDeposit(payment, { amount, at }) {
      const sale = soldRow.optional().parse(sql.sold.get(payment));
      if (sale !== undefined) sql.noteDeposit.run(sale.biller, sale.day, amount, at);
    },

    savedCustomers: {
      save({ product, service, number, name, label }) {
        write(() => void sql.save.run(product, service, number, name, label));
      },
      forget({ product, service, number }) {
        write(() => void sql.forget.run(product, service, number));
      },
    },
  };
}

/** What a report adds up of a payment, beside what the customer pays. */
const sumsOf = ({
  bills,
  total,
  depositCharge,
  counterFee,
  rounding = 0,
}: Quote): {
  readonly admin: number;
  readonly counterFee: number;
  readonly rounding: number;
  readonly commission: number | null;
} => ({
  admin: bills.reduce((sum, { adminFee }) => sum + adminFee, 0),
  counterFee: counterFee ?? 0,
  rounding,
  commission: depositCharge === undefined ? null : total - depositCharge,
});

const numbered = z.object({ id: z.int() });
const soldRow = z.object({ biller: z.string(), day: z.string() });
const saleRow = z.object({ place: z.int(), product: z.string(), cashier: z.string() });

const prepareStatements = (database: Database) => ({
  kind: database.prepare('SELECT id FROM sale_kind WHERE product = ? AND cashier = ? AND state = ?'),
  insertKind: database.prepare('INSERT OR IGNORE INTO sale_kind (product, cashier, state) VALUES (?, ?, ?)'),
  customer: database.prepare(
    'SELECT id FROM customer WHERE number = ? AND product = ? AND service = ? AND name = ? AND terms = ?',
  ),
  insertCustomer: database.prepare(
    'INSERT INTO customer (number, product, service, name, terms) VALUES (?, ?, ?, ?, ?)',
  ),
  insertTerm: database.prepare('INSERT INTO customer_term (product, term, customer) VALUES (?, ?, ?)'),
  insertSale: database.prepare(
    `INSERT INTO sale (place, kind, day, customer, due, admin, counter_fee, rounding, commission, payment, biller, sent_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ),
  noteDeposit: database.prepare(
    `INSERT INTO day_deposit VALUES (?, ?, ?, ?)
     ON CONFLICT (biller, day) DO UPDATE SET amount = excluded.amount, at = excluded.at WHERE excluded.at >= day_deposit.at`,
  ),
  sold: database.prepare(
    'SELECT s.biller, s.day FROM payment p CROSS JOIN sale s ON s.place = p.rowid WHERE p.id = ?',
  ),
  noteDay: database.prepare(
    'INSERT INTO sold_day VALUES (?1, ?2, ?2) ON CONFLICT (day) DO UPDATE SET last = ?2',
  ),
  sale: database.prepare(
    `SELECT s.place, k.product, k.cashier FROM payment p CROSS JOIN sale s ON s.place = p.rowid
     CROSS JOIN sale_kind k ON k.id = s.kind WHERE p.id = ?`,
  ),
  setState: database.prepare('UPDATE sale SET kind = ?, reference = ?, token = ? WHERE place = ?'),
  save: database.prepare('INSERT OR REPLACE INTO saved_customer VALUES (?, ?, ?, ?, ?)'),
  forget: database.prepare('DELETE FROM saved_customer WHERE product = ? AND service = ? AND number = ?'),
});
