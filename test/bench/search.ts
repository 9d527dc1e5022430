import { parseArgs } from 'node:util';
import { openQueries } from '../../electron/ledger/query-ledger.ts';
import { historyPageSchema } from '../../shared/contract/history.ts';
import { filledLedger } from './ledger/fill-ledger.ts';
import { queryKinds, type Asked } from './search/query-kinds.ts';

/**
 * Whether a search of the payments, and of the customers, is as quick in a ledger of many years as in one of a few weeks.
 * Every kind of query is asked often, each time for something else that chance picks out of the ledger; the two ledgers take
 * turns. What is looked for is asked three times: the first is what a cashier waits for, with cold caches and whatever else the
 * machine does; the quickest is the search's own time, by which it grows with the ledger or not. A large one passes where the
 * slowest hundredth of the first answers stays below 50 ms, and that of its own times below 10 ms or twice the small one's.
 */
const { values } = parseArgs({
  options: {
    small: { type: 'string', default: '10000' },
    large: { type: 'string', default: '1000000' },
    runs: { type: 'string', default: '200' },
  },
});
const sizes = [Number(values.small), Number(values.large)] as const;
const runs = Number(values.runs);
const warmUps = 20;
const most = 50;
const quick = 10;
const mostGrowth = 2;

const ledgers = sizes.map((size) => ({ size, queries: openQueries(filledLedger(size)) }));

const rows = Object.entries(queryKinds).map(([kind, ask]) => {
  const own: readonly number[][] = ledgers.map(() => []);
  const waited: number[] = [];
  let found = 0;
  for (let run = -warmUps; run < runs; run += 1) {
    // Whoever is second has the caches of the machine to itself, or not: they change places.
    for (const which of run % 2 === 0 ? [0, 1] : [1, 0]) {
      const ledger = ledgers[which];
      if (ledger === undefined) continue;
      const { first, quickest, count } = timed(ledger.queries, ask(run + warmUps, ledger.size));
      if (run < 0) continue;
      own[which]?.push(quickest);
      if (which === 1) waited.push(first);
      found += count;
    }
  }
  const [small = [], large = []] = own.map(inOrder);
  const wait = quantile(inOrder(waited), 0.99);
  const ratio = quantile(large, 0.99) / quantile(small, 0.99);
  const isMet = wait < most && (quantile(large, 0.99) < quick || ratio <= mostGrowth);
  return { kind, small, large, wait, ratio, found: found / (2 * runs), isMet };
});

console.table(
  rows.map(({ kind, small, large, wait, ratio, found }) => ({
    'looked for': kind,
    [`${sizes[0]}: p50, ms`]: quantile(small, 0.5).toFixed(2),
    [`${sizes[0]}: p99`]: quantile(small, 0.99).toFixed(2),
    [`${sizes[1]}: p50`]: quantile(large, 0.5).toFixed(2),
    [`${sizes[1]}: p99`]: quantile(large, 0.99).toFixed(2),
    'ratio of p99': ratio.toFixed(2),
    'waited for: p99': wait.toFixed(2),
    'found, on average': found.toFixed(1),
  })),
);
const all = (of: 'small' | 'large'): readonly number[] => inOrder(rows.flatMap((row) => row[of]));
const slow = rows.filter(({ isMet }) => !isMet).map(({ kind }) => kind);
for (const kind of slow) console.error(`“${kind}” is too slow in the large ledger`);
console.log(
  JSON.stringify({
    bench: 'search',
    sizes,
    runs,
    p50: [rounded(quantile(all('small'), 0.5)), rounded(quantile(all('large'), 0.5))],
    p99: [rounded(quantile(all('small'), 0.99)), rounded(quantile(all('large'), 0.99))],
    worstWait: rounded(Math.max(...rows.map(({ wait }) => wait))),
    slow: slow.length,
  }),
);
process.exitCode = slow.length === 0 ? 0 : 1;

interface Timed {
  /** In ms, of the first time it was asked. */
  readonly first: number;
  /** In ms, of the quickest time. */
  readonly quickest: number;
  /** How many it found. */
  readonly count: number;
}

function timed(queries: ReturnType<typeof openQueries>, asked: Asked): Timed {
  let answer: unknown;
  const times = Array.from({ length: 3 }, () => {
    const begun = performance.now();
    answer = queries.answer(asked);
    return performance.now() - begun;
  });
  const [first = Number.NaN] = times;
  return { first, quickest: Math.min(...times), count: countOf(asked, answer) };
}

function countOf({ kind }: Asked, answer: unknown): number {
  if (kind === 'search') return historyPageSchema.parse(answer).entries.length;
  return Array.isArray(answer) ? answer.length : 0;
}

function inOrder(times: readonly number[]): readonly number[] {
  return times.toSorted((a, b) => a - b);
}

function quantile(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN;
}

function rounded(ms: number): number {
  return Number(ms.toFixed(2));
}
