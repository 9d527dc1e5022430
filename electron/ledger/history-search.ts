import type { DatabaseSyncInstance as Database, StatementSyncInstance } from '@photostructure/sqlite';
import {
  historyPageLength,
  type HistoryEntry,
  type HistoryPage,
  type HistoryQuery,
} from '../../shared/contract/history.ts';
import { businessDaySchema } from '../../shared/business-day.ts';
import { billerIdSchema } from '../../shared/biller-profile.ts';
import { paymentStates } from '../../shared/payment/states.ts';
import { instantSchema, quoteIdSchema, rupiahSchema } from '../../shared/primitives.ts';
import { productIds, type ProductId } from '../../shared/products.ts';
import { z } from '../../shared/zod.ts';
import { newest, newestOf, type Stream, type Stretch } from './history-streams.ts';
import { endOfPrefix, soughtBy, soughtIn, type Sought } from './history-terms.ts';

type Values = readonly (string | number)[];

/** A piece of SQL with what is bound in it. */
interface Piece {
  readonly sql: string;
  readonly values: Values;
}

/** What a row `s` of `sale` must be, with the columns that it is seen by. */
interface Condition extends Piece {
  readonly columns: readonly string[];
}

/** A way to find what is like a text: by an index, as rows `s` of `sale`, or by looking at each row. */
interface Way extends Piece {
  readonly each: Condition;
  /** Whether it leads to little, where that is known. */
  readonly isRare?: boolean;
  /** By a reference or token, whatever is sold. */
  readonly isMarked?: boolean;
}

/** Everything but the text: between which places, which kinds, and the days where the clock has been set back. */
interface Frame {
  readonly low: number;
  /** Not itself. */
  readonly high: number;
  /** `null` where any fits. */
  readonly kinds: readonly number[] | null;
  readonly days: readonly [string, string] | null;
}

/** How long it is tried one way before another. All in rows. */
export interface SearchBounds {
  /** What is gathered by an index and put in order at most, before it is tried to meet enough from the newest on. */
  readonly gathered: number;
  /** What is looked at there before it is gathered after all. */
  readonly lookedAt: number;
  /** What fits nearly everywhere is met within these, without a look at each kind. */
  readonly firstLook: number;
  /** What is looked at first of one kind. */
  readonly step: number;
}

/** Each takes a few milliseconds: of a million payments, as many are gathered as must be looked at to meet a page of them. */
const usualBounds: SearchBounds = { gathered: 10_000, lookedAt: 6000, firstLook: 512, step: 16 };

/**
 * Looks for payments. What is rare is gathered by an index and put in order, what is common is met from the newest on; which
 * it is, counting for a bounded way tells. So a page takes a few milliseconds whatever there is in the ledger.
 */
export function createSearch(
  database: Database,
  bounds: SearchBounds = usualBounds,
): (query: HistoryQuery, behind: number | null) => HistoryPage {
  const prepared = new Map<string, StatementSyncInstance>();
  const statement = (sql: string): StatementSyncInstance => {
    const known = prepared.get(sql) ?? database.prepare(sql);
    prepared.set(sql, known);
    return known;
  };
  const one = ({ sql, values }: Piece): unknown => statement(sql).get(...values);

  const wanted = historyPageLength + 1;

  const frameOf = ({ from, until, cashier, state, product }: HistoryQuery, behind: number | null): Frame => {
    const below = behind ?? Number.MAX_SAFE_INTEGER;
    const kinds =
      cashier === null && state === null && product === null
        ? null
        : numbersIn(one(kindsThatFit), { cashier, state, product });
    if (from === null && until === null) return { low: 0, high: below, kinds, days: null };
    const days = [from ?? '', until ?? '9999-99-99'] as const;
    const { low, high } = daysRow.parse(one({ sql: placesOfDays, values: days }));
    if (low === null || high === null) return { low: 0, high: 0, kinds: [], days: null };
    const isMixed = one({ sql: otherDayBetween, values: [...days, high, low] }) !== undefined;
    return { low, high: Math.min(below, high + 1), kinds, days: isMixed ? days : null };
  };
  const kindsThatFit: Piece = {
    sql: `SELECT json_group_array(json_object('id', id, 'product', product, 'cashier', cashier, 'state', state)) AS kinds FROM sale_kind`,
    values: [],
  };

  /** Looks through the payments from the newest on: `kind` is the only one, or they are of all kinds. */
  const stream = (frame: Frame, text: Condition, kind: number | null, step: number): Stream => {
    const fits = and([text, kind === null ? ofKinds(frame.kinds) : anything, ofDays(frame.days)]);
    const columns = ['place', ...new Set(fits.columns)].join(', ');
    const source = kind === null ? 'sale' : 'sale INDEXED BY sale_of_kind';
    const where = kind === null ? '' : 'kind = ? AND';
    const sql = `SELECT count(*) AS looked, min(place) AS last, json_group_array(place) FILTER (WHERE fits) AS found FROM (
        SELECT s.place, ${fits.sql} AS fits FROM (
          SELECT ${columns} FROM ${source} WHERE ${where} place >= ? AND place < ? ORDER BY place DESC LIMIT ?) s)`;
    const of = kind === null ? [] : [kind];
    return {
      frontier: frame.high,
      isAtEnd: frame.low >= frame.high,
      step,
      look: (below, many): Stretch =>
        readStretch(one({ sql, values: [...fits.values, ...of, frame.low, below, many] })),
    };
  };

  /** From the newest on, whatever kind; then kind by kind. `undefined` where that would take too long. */
  const meet = (frame: Frame, text: Condition): readonly number[] | undefined => {
    if (frame.kinds === null)
      return newestOf([stream(frame, text, null, bounds.step * 4)], wanted, bounds.lookedAt);
    return (
      newestOf([stream(frame, text, null, bounds.step * 8)], wanted, bounds.firstLook) ??
      newestOf(
        frame.kinds.map((kind) => stream(frame, text, kind, bounds.step)),
        wanted,
        text === anything ? Number.POSITIVE_INFINITY : bounds.lookedAt,
      )
    );
  };

  /** So many terms begin with a word, as far as it is of interest. */
  const countTerms = (products: string, word: string): number =>
    countRow.parse(
      one({
        sql: `SELECT count(*) AS count FROM (${beginningWith} LIMIT ${bounds.gathered + 1})`,
        values: [products, word, endOfPrefix(word)],
      }),
    ).count;

  /** Each way in which payments are like a text. */
  const waysOf = ({ words, number, amount }: Sought, product: ProductId | null): readonly Way[] => {
    const products = JSON.stringify(product === null ? productIds : [product]);
    const whole = [number, endOfPrefix(number)];
    /** The rarest word leads to the customers, the others are looked for in what is known of those. */
    const byTerms = (all: readonly string[]): Way => {
      const counted = all.map((word) => ({ word, count: countTerms(products, word) }));
      const [first, ...others] = counted.toSorted((a, b) => a.count - b.count);
      const { word, count } = first ?? { word: '', count: 0 };
      const rest = others.map((other) => soughtIn(other.word));
      return {
        sql: `(SELECT DISTINCT customer FROM (${beginningWith})) t
          ${rest.length === 0 ? '' : 'CROSS JOIN customer c ON c.id = t.customer'}
          CROSS JOIN sale s INDEXED BY sale_of_customer ON s.customer = t.customer
          WHERE ${['true', ...rest.map(() => has)].join(' AND ')}`,
        values: [products, word, endOfPrefix(word), ...rest],
        each: {
          sql: `EXISTS (SELECT 1 FROM customer c WHERE c.id = s.customer AND ${all.map(() => has).join(' AND ')})`,
          values: all.map(soughtIn),
          columns: ['customer'],
        },
        ...(rest.length > 0 || count > bounds.gathered ? { isRare: count <= bounds.gathered } : {}),
      };
    };
    const byMark = (mark: 'reference' | 'token'): Way => {
      const is = { sql: `s.${mark} >= ? AND s.${mark} < ?`, values: whole };
      return {
        sql: `sale s INDEXED BY sale_of_${mark} WHERE ${is.sql}`,
        values: is.values,
        each: { ...is, columns: [mark] },
        isMarked: true,
      };
    };
    const byAmount = (due: number): Way => ({
      sql: 'sale s INDEXED BY sale_of_amount WHERE s.due = ?',
      values: [due],
      each: { sql: 's.due = ?', values: [due], columns: ['due'] },
    });
    return [
      byTerms(words),
      ...(words.length > 1 ? [byTerms([number])] : []),
      byMark('reference'),
      byMark('token'),
      ...(amount === null ? [] : [byAmount(amount)]),
    ];
  };

  /** Whether few payments are like a text in a way. */
  const isRare = (way: Way, { kinds }: Frame): boolean => {
    if (way.isRare !== undefined) return way.isRare;
    const fits = way.isMarked === true ? ofKinds(kinds) : anything;
    // Those of other kinds are passed over in the index.
    const most = bounds.gathered * (fits === anything ? 1 : 4) + 1;
    const { looked, fitting } = rareRow.parse(
      one({
        sql: `SELECT count(*) AS looked, total(fits) AS fitting FROM (SELECT ${fits.sql} AS fits FROM ${way.sql} LIMIT ${most})`,
        values: [...fits.values, ...way.values],
      }),
    );
    return looked < most && fitting <= bounds.gathered;
  };

  const gather = (frame: Frame, ways: readonly Way[]): readonly number[] => {
    const rest = and([ofKinds(frame.kinds), ofDays(frame.days)]);
    const places = ways.flatMap(({ sql, values }) =>
      z
        .array(z.object({ place: z.int() }))
        .parse(
          statement(
            `SELECT s.place FROM ${sql} AND s.place >= ? AND s.place < ? AND ${rest.sql} ORDER BY s.place DESC LIMIT ?`,
          ).all(...values, frame.low, frame.high, ...rest.values, wanted),
        ),
    );
    return newest(
      places.map(({ place }) => place),
      wanted,
    );
  };

  const placesOf = (frame: Frame, { text, product }: HistoryQuery): readonly number[] => {
    if (frame.low >= frame.high || frame.kinds?.length === 0) return [];
    const sought = soughtBy(text);
    if (sought === null) return meet(frame, anything) ?? [];
    if (sought.words.length === 0) return [];
    const ways = waysOf(sought, product);
    const rare = new Set(ways.filter((way) => isRare(way, frame)));
    const common = ways.filter((way) => !rare.has(way));
    const met = common.length === 0 ? [] : meet(frame, or(common.map(({ each }) => each)));
    return newest([...gather(frame, [...rare]), ...(met ?? gather(frame, common))], wanted);
  };

  return (query, behind) => {
    const places = placesOf(frameOf(query, behind), query);
    const entries = places
      .slice(0, historyPageLength)
      .map((place) => readEntry(statement(entryAt).get(place)));
    return { entries, hasMore: places.length > historyPageLength };
  };
}

const anything: Condition = { sql: 'true', values: [], columns: [] };
const joined = (by: 'AND' | 'OR', all: readonly Condition[]): Condition => ({
  sql: all.map(({ sql }) => `(${sql})`).join(` ${by} `),
  values: all.flatMap(({ values }) => values),
  columns: all.flatMap(({ columns }) => columns),
});
const or = (all: readonly Condition[]): Condition => joined('OR', all);
const and = (all: readonly Condition[]): Condition => {
  const said = all.filter((condition) => condition !== anything);
  return said.length === 0 ? anything : joined('AND', said);
};
const ofKinds = (kinds: readonly number[] | null): Condition =>
  kinds === null
    ? anything
    : {
        sql: 's.kind IN (SELECT value FROM json_each(?))',
        values: [JSON.stringify(kinds)],
        columns: ['kind'],
      };
const ofDays = (days: Frame['days']): Condition =>
  days === null ? anything : { sql: 's.day BETWEEN ? AND ?', values: days, columns: ['day'] };
const has = 'instr(c.terms, ?) > 0';

const placesOfDays = 'SELECT min(first) AS low, max(last) AS high FROM sold_day WHERE day BETWEEN ? AND ?';
/** A clock that was set back lays days over each other. */
const otherDayBetween = 'SELECT 1 FROM sold_day WHERE day NOT BETWEEN ? AND ? AND first <= ? AND last >= ?';
const entryAt = `SELECT s.place, s.payment AS id, k.product, s.biller, s.due, k.state, s.sent_at, s.day, k.cashier, c.number, c.name
  FROM sale s CROSS JOIN sale_kind k ON k.id = s.kind CROSS JOIN customer c ON c.id = s.customer WHERE s.place = ?`;
/** The customers of some products with a term between two. */
const beginningWith =
  'SELECT customer FROM customer_term WHERE product IN (SELECT value FROM json_each(?)) AND term >= ? AND term < ?';

const daysRow = z.object({ low: z.int().nullable(), high: z.int().nullable() });
const countRow = z.object({ count: z.int() });
const rareRow = z.object({ looked: z.int(), fitting: z.number() });
const jsonOf = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(schema);
const kindsRow = z.object({
  kinds: jsonOf(
    z.array(z.object({ id: z.int(), product: z.string(), cashier: z.string(), state: z.string() })),
  ),
});

const numbersIn = (
  found: unknown,
  { cashier, state, product }: Pick<HistoryQuery, 'cashier' | 'state' | 'product'>,
): readonly number[] =>
  kindsRow
    .parse(found)
    .kinds.filter(
      (kind) =>
        (cashier === null || kind.cashier === cashier) &&
        (state === null || kind.state === state) &&
        (product === null || kind.product === product),
    )
    .map(({ id }) => id);

const entryRow = z.object({
  place: z.int(),
  id: quoteIdSchema,
  product: z.enum(productIds),
  biller: billerIdSchema,
  due: rupiahSchema,
  state: z.enum(paymentStates),
  sent_at: instantSchema,
  day: businessDaySchema,
  cashier: z.string(),
  number: z.string(),
  name: z.string(),
});

function readEntry(found: unknown): HistoryEntry {
  const { sent_at, number, cashier, ...row } = entryRow.parse(found);
  return { ...row, customerNumber: number, sentAt: sent_at, cashier: cashier === '' ? null : cashier };
}

/** By hand: a search looks at some hundred stretches, and zod would take longer than SQLite. */
function readStretch(found: unknown): Stretch {
  const { looked, last, found: places } = found as Readonly<Record<string, unknown>>;
  if (typeof looked !== 'number' || typeof places !== 'string')
    throw new TypeError('not a stretch of payments');
  return {
    looked,
    last: typeof last === 'number' ? last : null,
    found: places === '[]' ? [] : (JSON.parse(places) as number[]),
  };
}
