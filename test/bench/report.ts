import { parseArgs } from 'node:util';
import { openQueries } from '../../electron/ledger/query-ledger.ts';
import { businessDay, usualDay } from '../../shared/business-day.ts';
import {
  dayAfter,
  reportWays,
  salesReportSchema,
  type ReportQuery,
} from '../../shared/report/sales-report.ts';
import { filledLedger } from './ledger/fill-ledger.ts';
import { median } from './ledger/median.ts';
import { filledUntil } from './ledger/sold-payment.ts';

/**
 * Whether a report is quick, whatever the ledger holds besides: the same month, asked for in a small ledger and in a large
 * one; and in the large one as many payments as a busy shop's month has, which must be there within 300 ms, nineteen times of twenty. Each kind of
 * report is asked often, and the ledgers take turns.
 */
const { values } = parseArgs({
  options: {
    small: { type: 'string', default: '10000' },
    large: { type: 'string', default: '1000000' },
    busy: { type: 'string', default: '150000' },
    runs: { type: 'string', default: '20' },
  },
});
const [small, large, busy, runs] = [values.small, values.large, values.busy, values.runs].map(Number) as [
  number,
  number,
  number,
  number,
];
const limit = 300;
/** The month lies next to other years of payments: what it costs more is the depth of the index, and the caches. */
const mostGrowth = 2;
/** Below this nobody sees a difference, and the clock hardly. */
const quick = 20;

const until = businessDay(filledUntil, usualDay);
const days = { month: 30, busy: Math.ceil(busy / 200) };
const queryOf = (by: ReportQuery['by'], span: number): ReportQuery => ({
  by,
  from: dayAfter(until, 1 - span),
  until,
  product: null,
  cashier: null,
  biller: null,
});

const ledgers = { small: openQueries(filledLedger(small)), large: openQueries(filledLedger(large)) };
const p95 = (times: readonly number[]): number =>
  times.toSorted((one, other) => one - other)[Math.ceil(times.length * 0.95) - 1] ?? Number.NaN;
const timed = (ledger: keyof typeof ledgers, query: ReportQuery): { ms: number; count: number } => {
  const begun = performance.now();
  const answer = ledgers[ledger].answer({ kind: 'report', query });
  const ms = performance.now() - begun;
  const { sold, refused, uncertain } = salesReportSchema.parse(answer).total;
  return { ms, count: sold.count + refused.count + uncertain.count };
};

const rows = reportWays.map((by) => {
  const times = { small: [] as number[], large: [] as number[], busy: [] as number[] };
  const counts = { small: 0, large: 0, busy: 0 };
  for (let run = -2; run < runs; run += 1)
    for (const which of run % 2 === 0
      ? (['small', 'large', 'busy'] as const)
      : (['busy', 'large', 'small'] as const)) {
      const query = queryOf(by, which === 'busy' ? days.busy : days.month);
      const { ms, count } = timed(which === 'small' ? 'small' : 'large', query);
      counts[which] = count;
      if (run >= 0) times[which].push(ms);
    }
  const [inSmall, inLarge, inBusy] = [median(times.small), median(times.large), p95(times.busy)];
  return { by, inSmall, inLarge, inBusy, growth: inLarge / inSmall, counts };
});

console.table(
  rows.map(({ by, inSmall, inLarge, inBusy, growth, counts }) => ({
    report: by,
    [`month in ${small}, ms`]: inSmall.toFixed(1),
    [`month in ${large}, ms`]: inLarge.toFixed(1),
    ratio: growth.toFixed(2),
    payments: counts.busy,
    'p95, ms': inBusy.toFixed(1),
    'of the limit': (inBusy / limit).toFixed(2),
  })),
);
const isGood = rows.every(
  ({ inLarge, inBusy, growth, counts }) =>
    inBusy < limit && (growth < mostGrowth || inLarge < quick) && counts.busy >= Math.min(busy, large) * 0.9,
);
console.log(
  JSON.stringify({
    bench: 'report',
    sizes: [small, large],
    runs,
    p95: Number(Math.max(...rows.map(({ inBusy }) => inBusy)).toFixed(1)),
    limit,
    ratio: Number(Math.max(...rows.map(({ growth }) => growth)).toFixed(2)),
  }),
);
if (!isGood) console.error('a report is too slow');
process.exitCode = isGood ? 0 : 1;
