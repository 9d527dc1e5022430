import type { DatabaseSyncInstance as Database } from '@photostructure/sqlite';
import { businessDaySchema } from '../../shared/business-day.ts';
import type { LedgerKind } from '../../shared/ledger-kind.ts';
import type { QuoteId } from '../../shared/ids.ts';
import type { Rupiah } from '../../shared/money.ts';
import { countsAsRefused, type PaymentState } from '../../shared/payment/states.ts';
import { instantSchema, quoteIdSchema, rupiahSchema } from '../../shared/primitives.ts';
import { productIds } from '../../shared/products.ts';
import { err, ok } from '../../shared/result.ts';
import { countedCash } from '../../shared/shift/cash-count.ts';
import {
  sumSchema,
  zReportSchema,
  type HeldPayment,
  type OpenShift,
  type ShiftFigures,
  type Sum,
  type ZReport,
} from '../../shared/shift/shift-figures.ts';
import type { Instant } from '../../shared/time.ts';
import { z } from '../../shared/zod.ts';
import { genesis } from './chain.ts';
import type { TillBook } from './ledger.ts';
import { prepareTillStatements } from './till-statements.ts';
import type { Write } from './writer.ts';
import { cashEntryRow, tillHash, zReportHash, type CashEntry, type TillLine } from './z-chain.ts';

/** A payment whose state changes, as the drawer sees it. */
export interface CashOfPayment {
  readonly payment: QuoteId;
  /** The shift it was sold in. */
  readonly shift: number | null;
  readonly at: Instant;
  readonly person: string | null;
  readonly amount: Rupiah;
}

/** The drawer's book of a ledger; `noteCash` is for the commit that moves a payment from one state to another. */
export interface StoredTill {
  readonly till: TillBook;
  readonly noteCash: (cash: CashOfPayment, from: PaymentState, to: PaymentState) => void;
}

/** As many of a list as a report has room for; their sum is of all. */
const mostHeld = 100;

export function createTillBook(database: Database, write: Write, kind: LedgerKind): StoredTill {
  const sql = prepareTillStatements(database);

  /** For the commit that writes the line itself. */
  const chain = (line: TillLine): void =>
    void sql.setNewestLine.run(tillHash(newestRow.parse(sql.newestLine.get()).till_hash, line));

  const enter = (entry: Omit<CashEntry, 'seq'>): void => {
    const { shift, at, person, kind: way, amount, payment, reason } = entry;
    const { lastInsertRowid } = sql.insertEntry.run(shift, at, person, way, amount, payment, reason);
    chain({ of: 'cash', entry: { ...entry, seq: Number(lastInsertRowid) } });
  };

  const standing = (): { readonly shift: OpenShift; readonly opening: Rupiah } | undefined => {
    const row = shiftRow.optional().parse(sql.openShift.get());
    if (row === undefined) return undefined;
    const { number, opened_at: openedAt, opened_by: openedBy, business_day: day, opening } = row;
    return { shift: { number, openedAt, openedBy, day }, opening };
  };

  const sumOf = (row: unknown): Sum => sumSchema.parse(row);
  const heldOf = (found: readonly unknown[]): readonly HeldPayment[] =>
    z
      .array(heldRow)
      .parse(found)
      .map(({ customer_number, sent_at, is_owed, ...row }) => ({
        ...row,
        customerNumber: customer_number,
        sentAt: sent_at,
        isOwed: is_owed === 1,
      }));

  const figuresOf = (shift: number, opening: Rupiah): ShiftFigures => {
    const sold = z
      .array(soldRow)
      .parse(sql.soldByProduct.all(shift))
      .toSorted((one, other) => productIds.indexOf(one.product) - productIds.indexOf(other.product));
    return {
      opening,
      cashIn: sumOf(sql.moved.get(shift, 'in')),
      cashOut: sumOf(sql.moved.get(shift, 'out')),
      sold: sold.map(({ counter_fee, ...row }) => ({ ...row, counterFee: counter_fee })),
      byCashier: z.array(cashierRow).parse(sql.soldByCashier.all(shift)),
      uncertain: heldOf(sql.uncertain.all(shift, mostHeld)),
      uncertainSum: sumOf(sql.uncertainSum.get(shift)),
      owed: heldOf(sql.owed.all(shift, mostHeld)),
      owedSum: sumOf(sql.owedSum.get(shift)),
      refunds: sumOf(sql.refunds.get(shift)),
      carried: heldOf(sql.carried.all(shift, mostHeld)),
      carriedSum: sumOf(sql.carriedSum.get(shift)),
    };
  };

  const readZ = (row: unknown): ZReport =>
    zReportSchema.parse(JSON.parse(z.object({ document: z.string() }).parse(row).document));

  const till: TillBook = {
    openShift: () => standing()?.shift,

    open: ({ at, person, day, float }) =>
      write(() => {
        if (standing() !== undefined) return err('shift-open');
        sql.insertShift.run(at, person, day, float);
        const opened = standing();
        if (opened === undefined) throw new Error('a shift that was opened is not there');
        const { number } = opened.shift;
        const told = { number, opened_at: at, opened_by: person, business_day: day, opening: float };
        chain({ of: 'shift', opening: told });
        return ok(opened.shift);
      }),

    move: ({ kind: way, amount, reason, at, person }) =>
      write(() => {
        const open = standing();
        if (open === undefined) return err('no-shift');
        enter({ shift: open.shift.number, at, person, kind: way, amount, payment: null, reason });
        return ok(undefined);
      }),

    refund: (payment, at, person) =>
      write(() => {
        const open = standing();
        if (open === undefined) return err('no-shift');
        const kept = keptRow.optional().parse(sql.wasKept.get(payment));
        if (kept === undefined || sql.isOwed.get(payment) === undefined) return err('nothing-owed');
        const { amount } = kept;
        enter({ shift: open.shift.number, at, person, kind: 'refund', amount, payment, reason: null });
        sql.oweNothing.run(payment);
        return ok(undefined);
      }),

    isOwed: (payment) => sql.isOwed.get(payment) !== undefined,

    figures() {
      const open = standing();
      return open === undefined ? undefined : figuresOf(open.shift.number, open.opening);
    },

    close: ({ at, person, count }) =>
      write(() => {
        const open = standing();
        if (open === undefined) return err('no-shift');
        const { number } = open.shift;
        if (sql.isUnderWay.get(number) !== undefined) return err('payment-under-way');
        const report: ZReport = {
          ...open.shift,
          ledger: kind,
          closedAt: at,
          closedBy: person,
          figures: figuresOf(number, open.opening),
          count,
          counted: countedCash(count),
        };
        const document = JSON.stringify(zReportSchema.parse(report));
        const previous = hashRow.optional().parse(sql.hashOfZ.get(number - 1))?.hash ?? genesis;
        const entries = z.array(cashEntryRow).parse(sql.entries.all(number));
        const hash = zReportHash(previous, number, document, entries);
        sql.insertZ.run(number, at, document, hash);
        chain({ of: 'z', hash });
        sql.closeShift.run(number);
        return ok(report);
      }),

    zReport(number) {
      const row = sql.zReport.get(number);
      return row === undefined ? undefined : readZ(row);
    },
    zReports: (limit, before = Number.MAX_SAFE_INTEGER) => sql.zReports.all(before, limit).map(readZ),

    ofPayment: (payment) => z.array(paymentCashRow).parse(sql.ofPayment.all(payment)),
  };

  return {
    till,
    noteCash({ payment, shift, at, person, amount }, from, to) {
      if (shift === null) return;
      // Refused at once, the cash never was in the drawer.
      if (from === 'sent') {
        if (to !== 'rejected') enter({ shift, at, person, kind: 'sale', amount, payment, reason: null });
        return;
      }
      if (!countsAsRefused(to)) sql.oweNothing.run(payment);
      else if (sql.wasRefunded.get(payment) === undefined) sql.owe.run(payment);
    },
  };
}

const shiftRow = z.object({
  number: z.int(),
  opened_at: instantSchema,
  opened_by: z.string(),
  business_day: businessDaySchema,
  opening: rupiahSchema,
});
const keptRow = z.object({ amount: rupiahSchema });
const hashRow = z.object({ hash: z.string() });
const newestRow = z.object({ till_hash: z.string() });
const soldRow = z.object({
  product: z.enum(productIds),
  count: z.int(),
  billed: rupiahSchema,
  counter_fee: rupiahSchema,
  rounding: z.int(),
});
const cashierRow = z.object({ name: z.string(), count: z.int(), amount: rupiahSchema });
const heldRow = z.object({
  id: quoteIdSchema,
  product: z.enum(productIds),
  customer_number: z.string(),
  name: z.string(),
  amount: rupiahSchema,
  sent_at: instantSchema,
  is_owed: z.union([z.literal(0), z.literal(1)]),
});
const paymentCashRow = z.object({
  at: instantSchema,
  person: z.string().nullable(),
  kind: z.enum(['sale', 'refund']),
  amount: rupiahSchema,
});
