import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { electronLauncher } from '../../scripts/setup/launcher.mjs';
import { median } from './ledger/median.ts';
import { buildEmpty } from './start/build-empty.ts';
import { openKeyStore } from './start/key-store.ts';
import { openShop } from './start/shop.ts';
import { startOnce, type Program, type Start } from './start/start-once.ts';

/**
 * How long the counter takes from its start to what a cashier can type into, and the memory of all its processes, beside an empty
 * React page of the same protocol, policy, sandbox and preload, and beside a window without any script. The programs take
 * turns, on a disk that is warm; the first turn of each does not count. Told beside it: when main answers what was asked, and the
 * first start after an update, which does not know how the counter looked last.
 */
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '7' },
    small: { type: 'string', default: '10000' },
    large: { type: 'string', default: '1000000' },
  },
});
const runs = Number(values.runs);
const most = { painted: 1.3, memory: 1.25, growth: 1.05 };

const projectRoot = path.resolve(import.meta.dirname, '../..');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'loket-bench-start-'));
const { executablePath } = await electronLauncher();
const keyStore = await openKeyStore(madeFolder('keys'));
const shop = await openShop(keyStore.env);
try {
  const empty = path.join(folder, 'empty');
  await buildEmpty(empty);
  const emptyPage = (page: string): Program => ({
    executablePath,
    args: [
      `--bench-preload=${path.join(projectRoot, 'out/preload/preload.cjs')}`,
      `--bench-page=${page}`,
      empty,
    ],
    dataFolder: madeFolder(`data-${page}`),
    usable: 'p',
  });
  const small = await counterWith(Number(values.small));
  const programs = {
    'bare window': emptyPage('bare.html'),
    'empty React page': emptyPage('index.html'),
    [`Loket, ${values.small} payments`]: small,
    [`Loket, ${values.large} payments`]: await counterWith(Number(values.large)),
    'Loket, after an update': { ...small, isNew: true },
  };
  const starts = new Map<string, Start[]>(Object.keys(programs).map((name) => [name, []]));
  for (let run = -1; run < runs; run += 1) {
    for (const [name, program] of Object.entries(programs)) {
      const start = await startOnce(program, keyStore.env);
      if (run >= 0) starts.get(name)?.push(start);
    }
  }
  report([...starts]);
} finally {
  await shop.close();
  keyStore.close();
  fs.rmSync(folder, { recursive: true, force: true });
}

function madeFolder(name: string): string {
  const made = path.join(folder, name);
  fs.mkdirSync(made, { recursive: true });
  return made;
}

async function counterWith(payments: number): Promise<Program> {
  const program = {
    executablePath,
    args: [projectRoot],
    dataFolder: madeFolder(`data-${payments}`),
    usable: '#customer-number',
  };
  await shop.furnish(program, payments);
  return program;
}

function report(rows: readonly (readonly [string, readonly Start[]])[]): void {
  const figures = rows.map(([name, starts]) => ({
    name,
    painted: median(starts.map(({ painted }) => painted)),
    told: starts.flatMap(({ told }) => (told === null ? [] : [told])),
    memory: median(starts.map(({ memory }) => memory)) / 1024,
  }));
  const [, empty, small, large] = figures;
  if (empty === undefined || small === undefined || large === undefined)
    throw new Error('nothing was started');
  console.table(
    figures.map(({ name, painted, told, memory }) => ({
      program: name,
      'painted, ms': painted.toFixed(0),
      'of the empty page': (painted / empty.painted).toFixed(2),
      'answers, ms': told.length === 0 ? '' : median(told).toFixed(0),
      'memory, MB': memory.toFixed(0),
      'memory of the empty page': (memory / empty.memory).toFixed(2),
    })),
  );
  const ratios = {
    painted: small.painted / empty.painted,
    memory: small.memory / empty.memory,
    paintedGrowth: large.painted / small.painted,
    memoryGrowth: large.memory / small.memory,
  };
  const isMet =
    ratios.painted <= most.painted &&
    ratios.memory <= most.memory &&
    ratios.paintedGrowth <= most.growth &&
    ratios.memoryGrowth <= most.growth;
  console.log(
    JSON.stringify({
      bench: 'start',
      runs,
      ...Object.fromEntries(Object.entries(ratios).map(([name, ratio]) => [name, Number(ratio.toFixed(2))])),
      wanted: most,
      isMet,
    }),
  );
}
