import type { DatabaseSyncInstance as Database } from '@photostructure/sqlite';
import type { KnownCustomer } from '../../shared/contract/history.ts';
import { instantSchema } from '../../shared/primitives.ts';
import { productIds, type ProductId } from '../../shared/products.ts';
import { z } from '../../shared/zod.ts';
import { endOfPrefix, foldedNumber, foldedWords, soughtBy, soughtIn, type Sought } from './history-terms.ts';

/** As many as a list shows. */
const mostFound = 20;
/** Several may be one number under an older name. */
const mostRead = 60;
/** So many customers are compared by when they came last; of more, those who came among the newest payments. */
const mostCompared = 1000;
const newestSales = 6000;

/** Finds saved customers, then those who came last, by what somebody typed: by the beginnings of words and numbers. */
export function createFindCustomers(
  database: Database,
): (text: string, product: ProductId | null) => readonly KnownCustomer[] {
  const sql = {
    saved: database.prepare(
      `SELECT v.product, v.service, v.number, v.name, v.label, (SELECT s.sent_at FROM customer c
         CROSS JOIN sale s INDEXED BY sale_of_customer ON s.customer = c.id
         WHERE c.number = v.number AND c.product = v.product AND c.service = v.service ORDER BY s.place DESC LIMIT 1) AS last_at
       FROM saved_customer v WHERE v.product = ifnull(?1, v.product) ORDER BY v.label COLLATE NOCASE, v.number LIMIT 5000`,
    ),
    lately: database.prepare(
      `SELECT ${customerColumns} FROM (
         SELECT s.customer, max(s.place) AS place FROM (SELECT customer, place FROM sale ORDER BY place DESC LIMIT ?1) s
         CROSS JOIN customer c ON c.id = s.customer
         WHERE ${isLike} AND c.product = ifnull(?4, c.product)
         GROUP BY s.customer ORDER BY place DESC LIMIT ?5) f ${withCustomer}`,
    ),
    countLike: database.prepare(
      `SELECT count(*) AS count FROM (SELECT 1 FROM customer_term
       WHERE product IN (SELECT value FROM json_each(?)) AND term >= ? AND term < ? LIMIT ?)`,
    ),
    like: database.prepare(
      `SELECT ${customerColumns} FROM (
         SELECT t.customer, (SELECT max(place) FROM sale s WHERE s.customer = t.customer) AS place
         FROM (SELECT DISTINCT customer FROM customer_term
           WHERE product IN (SELECT value FROM json_each(?8)) AND term >= ?6 AND term < ?7) t
         CROSS JOIN customer c ON c.id = t.customer
         WHERE ${isLike} AND c.product = ifnull(?4, c.product) ORDER BY place DESC LIMIT ?5 + ?1 * 0) f ${withCustomer}`,
    ),
  };

  const recent = (sought: Sought | null, product: ProductId | null): readonly KnownCustomer[] => {
    const words = JSON.stringify((sought?.words ?? []).map(soughtIn));
    const number = sought === null ? '' : soughtIn(sought.number);
    const products = JSON.stringify(product === null ? productIds : [product]);
    const asked = [newestSales, words, number, product, mostRead] as const;
    const lately = (): readonly unknown[] => sql.lately.all(...asked);
    if (sought === null) return lately().map(readCustomer);
    // What is typed in pieces may be one number, or a word each: both begin by an index.
    const prefixes = [
      ...new Set([sought.number, sought.words.toSorted((a, b) => b.length - a.length)[0] ?? '']),
    ];
    const isCommon = prefixes.some((prefix) => {
      const counted = sql.countLike.get(products, prefix, endOfPrefix(prefix), mostCompared + 1);
      return z.object({ count: z.int() }).parse(counted).count > mostCompared;
    });
    const met = isCommon ? lately() : [];
    if (met.length >= mostFound) return met.map(readCustomer);
    return prefixes
      .flatMap((prefix) => sql.like.all(...asked, prefix, endOfPrefix(prefix), products))
      .map(readCustomer)
      .toSorted((one, other) => (other.lastAt ?? 0) - (one.lastAt ?? 0));
  };

  return (text, product) => {
    const sought = soughtBy(text);
    if (sought?.words.length === 0) return [];
    const saved = sql.saved
      .all(product)
      .map(readCustomer)
      .filter((customer) => sought === null || isSavedLike(customer, sought));
    const seen = new Set<string>();
    return [...saved, ...recent(sought, product)]
      .filter((customer) => {
        const key = JSON.stringify([customer.product, customer.service, customer.number]);
        return !seen.has(key) && seen.add(key).size > 0;
      })
      .slice(0, mostFound);
  };
}

const isLike = `(NOT EXISTS (SELECT 1 FROM json_each(?2) WHERE instr(c.terms, value) = 0)
  OR ?3 <> '' AND instr(c.terms, ?3) > 0)`;
const customerColumns = `c.product, c.service, c.number, c.name, ifnull(v.label, '') AS label, p.sent_at AS last_at`;
const withCustomer = `CROSS JOIN customer c ON c.id = f.customer CROSS JOIN sale p ON p.place = f.place
  LEFT JOIN saved_customer v ON v.product = c.product AND v.service = c.service AND v.number = c.number
  ORDER BY f.place DESC`;

const isSavedLike = ({ label, name, number }: KnownCustomer, sought: Sought): boolean => {
  const terms = [...foldedWords(label), ...foldedWords(name), foldedNumber(number)];
  return (
    sought.words.every((word) => terms.some((term) => term.startsWith(word))) ||
    foldedNumber(number).startsWith(sought.number)
  );
};

const customerRow = z.object({
  product: z.enum(productIds),
  service: z.string(),
  number: z.string(),
  name: z.string(),
  label: z.string(),
  last_at: instantSchema.nullable(),
});

function readCustomer(found: unknown): KnownCustomer {
  const { last_at, ...row } = customerRow.parse(found);
  return { ...row, lastAt: last_at };
}
