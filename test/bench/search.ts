import { parseArgs } from 'node:util';
import { openQueries } from '../../electron/ledger/query-ledger.ts';
import { historyPageSchema } from '../../shared/contract/history.ts';
import { filledLedger } from './ledger/fill-ledger.ts';
import { queryKinds, type Asked } from './search/query-kinds.ts';

/**
 * Whether a search of the payments, and of the customers, is as quick in a ledger of many years as in one of a few weeks.
 * Every kind of query is asked often, each time for something else that chance picks out of the ledger; the two ledgers take
 * turns. A large one passes where its slowest hundredth stays below 50 ms and either below 10 ms or below twice the small
 * one's.
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
  const times: readonly number[][] = ledgers.map(() => []);
  let found = 0;
  for (let run = -warmUps; run < runs; run += 1) {
    // Whoever is second has the caches of the machine to itself, or not: they change places.
    for (const which of run % 2 === 0 ? [0, 1] : [1, 0]) {
      const ledger = ledgers[which];
      if (ledger === undefined) continue;
      const { ms, count } = timed(ledger.queries, ask(run + warmUps, ledger.size));
      if (run < 0) continue;
      times[which]?.push(ms);
      found += count;
    }
  }
  const [small = [], large = []] = times.map((each) => each.toSorted((a, b) => a - b));
  const ratio = quantile(large, 0.99) / quantile(small, 0.99);
  const isMet = quantile(large, 0.99) < most && (quantile(large, 0.99) < quick || ratio <= mostGrowth);
  return { kind, small, large, ratio, found: found / (2 * runs), isMet };
});

console.table(
  rows.map(({ kind, small, large, ratio, found }) => ({
    'looked for': kind,
    [`${sizes[0]}: p50, ms`]: quantile(small, 0.5).toFixed(2),
    [`${sizes[0]}: p99`]: quantile(small, 0.99).toFixed(2),
    [`${sizes[1]}: p50`]: quantile(large, 0.5).toFixed(2),
    [`${sizes[1]}: p99`]: quantile(large, 0.99).toFixed(2),
    'ratio of p99': ratio.toFixed(2),
    'found, on average': found.toFixed(1),
  })),
);
const all = (of: 'small' | 'large'): readonly number[] =>
  rows.flatMap((row) => row[of]).toSorted((a, b) => a - b);
const slow = rows.filter(({ isMet }) => !isMet).map(({ kind }) => kind);
for (const kind of slow) console.error(`“${kind}” is too slow in the large ledger`);
console.log(
  JSON.stringify({
    bench: 'search',
    sizes,
    runs,
    p50: [rounded(quantile(all('small'), 0.5)), rounded(quantile(all('large'), 0.5))],
    p99: [rounded(quantile(all('small'), 0.99)), rounded(quantile(all('large'), 0.99))],
    worstP99: rounded(Math.max(...rows.map(({ large }) => quantile(large, 0.99)))),
    slow: slow.length,
  }),
);
process.exitCode = slow.length === 0 ? 0 : 1;

function timed(queries: ReturnType<typeof openQueries>, asked: Asked): { ms: number; count: number } {
  const begun = performance.now();
  const answer = queries.answer(asked);
  const ms = performance.now() - begun;
  if (asked.kind !== 'search') return { ms, count: Array.isArray(answer) ? answer.length : 0 };
  return { ms, count: historyPageSchema.parse(answer).entries.length };
}

function quantile(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN;
}

function rounded(ms: number): number {
  return Number(ms.toFixed(2));
}
