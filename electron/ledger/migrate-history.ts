import type { DatabaseSyncInstance as Database } from '@photostructure/sqlite';
import { z } from '../../shared/zod.ts';
import { foldedNumber, joinedTerms, termsOf } from './history-terms.ts';

const formerSale = z.object({
  place: z.int(),
  product: z.string(),
  cashier: z.string(),
  state: z.string(),
  day: z.string(),
  due: z.int(),
  payment: z.string(),
  biller: z.string(),
  sent_at: z.int(),
  service: z.string().nullable(),
  number: z.string(),
  customer: z.string(),
  reference: z.string().nullable(),
  token: z.string().nullable(),
});
const customerSchema = z.object({
  identity: z.string(),
  name: z.string(),
  details: z.array(z.object({ label: z.string(), value: z.string() })).catch([]),
});

/** Notes what the payments that were made so far are found by. For tables that are empty and have no indexes yet. */
export function fillHistory(database: Database): void {
  const insertCustomer = database.prepare('INSERT INTO customer VALUES (?, ?, ?, ?, ?, ?)');
  const insertTerm = database.prepare('INSERT INTO customer_term VALUES (?, ?, ?)');
  const insertKind = database.prepare('INSERT INTO sale_kind VALUES (?, ?, ?, ?)');
  const insertSale = database.prepare(
    // By name: what makes the book anew may find columns of later versions.
    `INSERT INTO sale (place, kind, day, customer, due, payment, biller, sent_at, reference, token)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const customers = new Map<string, number>();
  const kinds = new Map<string, number>();
  const numbered = (known: Map<string, number>, key: string, insert: (id: number) => void): number => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const id = known.size + 1;
    known.set(key, id);
    insert(id);
    return id;
  };
  const payments = database.prepare(
    `SELECT p.rowid AS place, p.product, ifnull(p.cashier, '') AS cashier, p.state, p.business_day AS day,
       p.total + p.counter_fee + p.rounding AS due, p.id AS payment, p.biller, p.sent_at, q.document ->> '$.service.code' AS service,
       q.document ->> '$.customerNumber' AS number, q.document -> '$.customer' AS customer,
       CASE p.state WHEN 'paid' THEN p.outcome ->> '$.confirmation.reference'
         WHEN 'paid-by-hand' THEN p.outcome ->> '$.reference' END AS reference,
       CASE p.state WHEN 'paid' THEN p.outcome ->> '$.confirmation.token'
         WHEN 'paid-by-hand' THEN p.outcome ->> '$.token' END AS token
     FROM payment p JOIN quote q ON q.id = p.id ORDER BY p.rowid`,
  );
  for (const row of payments.iterate()) {
    const sale = formerSale.parse(row);
    const { product, cashier, state, number } = sale;
    const customer = customerSchema.parse(JSON.parse(sale.customer));
    const terms = termsOf({ customerNumber: number, customer });
    const known = [product, sale.service ?? '', number, customer.name, joinedTerms(terms)] as const;
    const customerId = numbered(customers, JSON.stringify(known), (id) => {
      insertCustomer.run(id, ...known);
      for (const term of terms) insertTerm.run(product, term, id);
    });
    const kind = [product, cashier, state] as const;
    const kindId = numbered(kinds, JSON.stringify(kind), (id) => void insertKind.run(id, ...kind));
    const reference = foldedNumber(sale.reference ?? '') || null;
    const { payment, biller, sent_at, token } = sale;
    insertSale.run(
      sale.place,
      kindId,
      sale.day,
      customerId,
      sale.due,
      payment,
      biller,
      sent_at,
      reference,
      token,
    );
  }
  database.exec('INSERT INTO sold_day SELECT day, min(place), max(place) FROM sale GROUP BY day');
}
