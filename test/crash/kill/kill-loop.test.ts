import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { instant, nextMidnight } from '../../../shared/time.ts';
import { runsOr, seed, summarize } from '../size.ts';
import { bundle } from './bundle.ts';
import { killLoop, type Tally } from './kill-loop.ts';

/** Two at a time: a killed counter leaves a processor idle for much of its life. */
const loops = 2;
const runs = runsOr(40);

it('never pays twice and never loses a payment, whenever the counter is killed', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'loket-kill-'));
  const began = performance.now();
  try {
    const programs = {
      counter: await bundle('kill/child/counter-program.ts', folder),
      biller: await bundle('fake-biller/fake-biller.ts', folder),
    };
    const aheadMs = nextMidnight(instant(Date.now()), 'WIB') - 12 * 3_600_000 - Date.now();
    const stop = new AbortController();
    const tallies = await allOf(
      Array.from({ length: loops }, (_, loop) => {
        const own = path.join(folder, `loop-${loop}`);
        fs.mkdirSync(own);
        const share = Math.floor(runs / loops) + (loop < runs % loops ? 1 : 0);
        const options = { seed: `${seed}-${loop}`, folder: own, programs, aheadMs, giveUp: stop.signal };
        return killLoop({ runs: share, ...options }).catch((broken: unknown) => {
          stop.abort();
          throw broken;
        });
      }),
    );
    const sum = (of: Exclude<keyof Tally, 'struck'>): number =>
      tallies.reduce((all, tally) => all + tally[of], 0);
    expect(sum('kills')).toBe(runs);
    summarize({
      test: 'kill-loop',
      runs,
      seed,
      kills: sum('kills'),
      struck: struckIn(tallies),
      payments: sum('payments'),
      paid: sum('paid'),
      charges: sum('charges'),
      refusedAgain: sum('refused'),
      unlucky: sum('unlucky'),
      // Any of these would have failed the test.
      doubleCharges: 0,
      lost: 0,
      falsePaid: 0,
      secondsPerKill: Math.round((performance.now() - began) / runs) / 1000,
    });
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
});

function struckIn(tallies: readonly Tally[]): string {
  const all = new Map<string, number>();
  for (const { struck } of tallies) for (const [at, count] of struck) all.set(at, (all.get(at) ?? 0) + count);
  return [...all]
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([at, count]) => `${at} ${count}`)
    .join(', ');
}

/** Waits for all, also where one fails: nothing may go on once the test has ended. */
async function allOf<T>(tasks: readonly Promise<T>[]): Promise<readonly T[]> {
  await Promise.allSettled(tasks);
  return Promise.all(tasks);
}
