import type { DatabaseSyncInstance as Database } from '@photostructure/sqlite';
import type { QuoteId } from '../../shared/ids.ts';
import { paymentStates } from '../../shared/payment/states.ts';
import { instantSchema, quoteIdSchema, rupiahSchema } from '../../shared/primitives.ts';
import { z } from '../../shared/zod.ts';
import type { BasketBook, StoredBasket } from './ledger.ts';
import { readQuote } from './rows.ts';
import type { Write } from './writer.ts';

/** The baskets of a ledger; `noteSent` is for the commit that sends a payment of one. */
export interface StoredBaskets {
  readonly baskets: BasketBook;
  readonly noteSent: (basket: number, quote: QuoteId) => void;
}

export function createBasketBook(database: Database, write: Write): StoredBaskets {
  const sql = {
    insert: database.prepare('INSERT INTO basket (at, cash, person) VALUES (?, ?, ?)'),
    insertLine: database.prepare('INSERT INTO basket_line (basket, nth, quote, is_out) VALUES (?, ?, ?, ?)'),
    noteSent: database.prepare(
      'UPDATE basket_line SET sent = 1 WHERE basket = ? AND quote = ? AND is_out = 0 AND sent = 0',
    ),
    end: database.prepare('UPDATE basket SET ended = 1 WHERE number = ? AND ended = 0'),
    basket: database.prepare('SELECT number, at, cash, person FROM basket WHERE number = ?'),
    // Whether it ever was unknown stands in its events: the customer's cash was kept then.
    lines: database.prepare(
      `SELECT q.document, l.is_out, p.state,
         EXISTS (SELECT 1 FROM event e WHERE e.quote = l.quote AND e.event = 'outcome-unknown') AS was_unknown
       FROM basket_line l JOIN quote q ON q.id = l.quote LEFT JOIN payment p ON p.id = l.quote AND l.sent = 1
       WHERE l.basket = ? ORDER BY l.nth`,
    ),
    notEnded: database.prepare('SELECT number FROM basket WHERE ended = 0 ORDER BY number DESC LIMIT 1'),
    ofPayment: database.prepare('SELECT basket AS number FROM basket_line WHERE quote = ? AND sent = 1'),
  };

  const find = (number: number): StoredBasket | undefined => {
    const row = basketRow.optional().parse(sql.basket.get(number));
    if (row === undefined) return undefined;
    const lines = z
      .array(lineRow)
      .parse(sql.lines.all(number))
      .map(({ document, is_out, state, was_unknown }) => ({
        quote: readQuote(document),
        isOut: is_out === 1,
        state,
        wasUnknown: was_unknown === 1,
      }));
    return { ...row, lines };
  };
  const named = (row: unknown): StoredBasket | undefined => {
    const found = numberRow.optional().parse(row);
    return found === undefined ? undefined : find(found.number);
  };

  return {
    baskets: {
      begin: ({ at, cash, person, lines }) =>
        write(() => {
          const number = Number(sql.insert.run(at, cash, person).lastInsertRowid);
          lines.forEach(({ quote, isOut }, index) =>
            sql.insertLine.run(number, index + 1, quote, isOut ? 1 : 0),
          );
          return number;
        }),
      end: (number) => write(() => void sql.end.run(number)),
      find,
      notEnded: () => named(sql.notEnded.get()),
      ofPayment: (payment) => named(sql.ofPayment.get(payment)),
    },
    noteSent(basket, quote) {
      if (sql.noteSent.run(basket, quote).changes !== 1)
        throw new Error(`no line of basket ${basket} is to be sent as ${quoteIdSchema.parse(quote)}`);
    },
  };
}

const numberRow = z.object({ number: z.int() });
const basketRow = z.object({
  number: z.int(),
  at: instantSchema,
  cash: rupiahSchema,
  person: z.string().nullable(),
});
const lineRow = z.object({
  document: z.string(),
  is_out: z.int(),
  state: z.enum(paymentStates).nullable(),
  was_unknown: z.int(),
});
