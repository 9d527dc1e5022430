import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { afterFilling, CounterAtWork, startOn, type FilledLedger } from './ledger/counter-at-work.ts';
import type { Counted } from './ledger/counted.ts';
import { countSyncs } from './ledger/count-syncs.ts';
import { backDateCheckpoint, countPayments } from './ledger/day-old-checkpoint.ts';
import { filledLedger } from './ledger/fill-ledger.ts';
import { median } from './ledger/median.ts';
import { unboundedScans } from './ledger/unbounded-scans.ts';

/**
 * Whether a ledger that has grown is as quick as a small one: arming a payment, and a start of the program, on a ledger
 * of a few weeks and on one of many years. Both take turns in one run on the same disk; what is compared are medians, and
 * what SQLite and the system count of each.
 */
const { values } = parseArgs({
  options: {
    small: { type: 'string', default: '10000' },
    large: { type: 'string', default: '1000000' },
    arms: { type: 'string', default: '101' },
    starts: { type: 'string', default: '21' },
  },
});
const sizes = [Number(values.small), Number(values.large)] as const;
const warmUps = 5;
const pieces = ['start', 'inquiry', 'arming', 'settling', 'asking'] as const;

type Pair<T> = readonly [T, T];
const both = <From, To>([one, other]: Pair<From>, of: (each: From) => To): Pair<To> => [of(one), of(other)];

const files = both(sizes, filledLedger);
const filled = (): Pair<FilledLedger> =>
  both([0, 1] as const, (which) => ({
    file: files[which],
    filled: sizes[which],
    made: countPayments(files[which]),
  }));

const armMs = timeArming(Number(values.arms));
const startMs = timeStarts(Number(values.starts));
const counted = both(filled(), countInChild);
const syncs = both(filled(), countSyncs);
const scans = unboundedScans(files[1], counted[1].sql);

/** More than this is growth: a page more of a deeper index is none. */
const mostGrowth = 1.3;
const grown = pieces.filter((piece) => ratio(both(counted, ({ work }) => work[piece].steps)) > mostGrowth);

console.table([
  row('arming, ms', armMs, 2),
  row('arming: syncs', syncs, 0),
  row('start, ms', startMs, 1),
  ...pieces.flatMap((piece) => [
    row(
      `${piece}: steps of SQLite`,
      both(counted, ({ work }) => work[piece].steps),
      0,
    ),
    row(
      `${piece}: pages read`,
      both(counted, ({ work }) => work[piece].pagesRead),
      0,
    ),
    row(
      `${piece}: pages written`,
      both(counted, ({ work }) => work[piece].pagesWritten),
      0,
    ),
  ]),
]);
console.log(`of ${counted[1].sql.length} statements that ran, ${scans.length} go through a whole table`);
for (const { sql, step } of scans) console.error(`${step}\n  ${sql}`);
for (const piece of grown) console.error(`${piece} grows with the ledger`);
console.log(
  JSON.stringify({
    bench: 'ledger',
    sizes,
    arm: Number(ratio(armMs).toFixed(3)),
    start: Number(ratio(startMs).toFixed(3)),
    armSyncs: syncs[1] ?? null,
    steps: Object.fromEntries(
      pieces.map((piece) => [
        piece,
        Number(ratio(both(counted, ({ work }) => work[piece].steps)).toFixed(3)),
      ]),
    ),
    scans: scans.length,
  }),
);
process.exitCode = scans.length === 0 && grown.length === 0 ? 0 : 1;

function ratio([small, large]: Pair<number>): number {
  return large / small;
}

function row(what: string, [small, large]: Pair<number | undefined>, digits: number) {
  const shown = (value = Number.NaN): string =>
    Number.isNaN(value) ? 'not counted here' : value.toFixed(digits);
  const compared = (large ?? Number.NaN) / (small ?? Number.NaN);
  return {
    what,
    [`${sizes[0]} payments`]: shown(small),
    [`${sizes[1]} payments`]: shown(large),
    ratio: Number.isFinite(compared) ? compared.toFixed(2) : '',
  };
}

/** Medians in ms: the quote is there, so what is timed is `arm` alone. */
function timeArming(runs: number): Pair<number> {
  const started = filled();
  const ledgers = both(started, ({ file }) => startOn(file, afterFilling));
  const work = both([0, 1] as const, (which) => new CounterAtWork(ledgers[which], started[which]));
  const times: Pair<number[]> = [[], []];
  for (let run = -warmUps; run < runs; run += 1) {
    // Whoever is second has the disk's cache to itself, or not: they change places.
    for (const which of run % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
      const sold = work[which].quote();
      const begun = performance.now();
      work[which].arm(sold);
      if (run >= 0) times[which].push(performance.now() - begun);
      work[which].settle(sold);
    }
  }
  for (const ledger of ledgers) ledger.close();
  return both(times, median);
}

/** Medians in ms of the first start of a day, with the file in the system's cache. */
function timeStarts(runs: number): Pair<number> {
  const times: Pair<number[]> = [[], []];
  for (let run = -warmUps; run < runs; run += 1) {
    for (const which of run % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
      backDateCheckpoint(files[which]);
      const begun = performance.now();
      const ledger = startOn(files[which], afterFilling);
      if (run >= 0) times[which].push(performance.now() - begun);
      ledger.close();
    }
  }
  return both(times, median);
}

function countInChild(of: FilledLedger): Counted {
  backDateCheckpoint(of.file);
  const script = path.join(import.meta.dirname, 'ledger/count-work.ts');
  const run = spawnSync(process.execPath, ['--import', 'tsx', script, JSON.stringify(of)], {
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout) as Counted;
}
