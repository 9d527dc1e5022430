import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { memoryFolder } from '../../unit/ledger/temp-folder.ts';
import { runsOr, seed, summarize } from '../size.ts';
import { faultsIn } from './check-ledger.ts';
import type { DiskOperation } from './disk-log.ts';
import { acknowledgements, powerCuts, type PowerCut } from './power-cuts.ts';
import { randomFrom } from './random.ts';
import { givenManner, recordSales } from './record-sales.ts';
import { buildShims, noShims } from './shims.ts';
import { sampleManners, SimulatedDisk } from './simulated-disk.ts';
import { named } from './why-not.ts';

describe.skipIf(noShims !== undefined)(named('a power cut', noShims), () => {
  const shims = buildShims();

  it('takes nothing that was acknowledged, whenever it comes and whatever of the rest the disk kept', async () => {
    // Each payment is cut at a dozen moments, and each time a ledger is opened: more runs are more chances, not a longer day.
    const payments = Math.min(runsOr(8), 32);
    const samples = sampleManners.length * Math.max(1, Math.round(runsOr(8) / payments));
    const { operations } = await recordSales(shims, payments, givenManner);
    const { cuts, faults, counts } = judge(powerCuts(operations, randomFrom(seed), samples));
    const commits = operations.filter(isCommit).length;
    const checkpoints = operations.filter(
      ({ kind, name }) => kind === 'synced' && name === 'ledger.db',
    ).length;
    const logs = operations.filter(isNewLog).length;
    summarize({
      test: 'power-loss',
      seed,
      payments,
      operations: operations.length,
      commits,
      checkpoints,
      logs,
      ...counts,
      cuts,
      faults: faults.length,
    });
    expect(faults).toEqual([]);
    // Where the log is copied into the database and begun anew, the most can go wrong: that must have been tried.
    expect(logs).toBeGreaterThan(2);
    expect(checkpoints).toBeGreaterThan(2);
  });

  it('is noticed where the ledger does not sync at each commit', async () => {
    const { operations } = await recordSales(shims, 4, 'slack');
    const { cuts, faults } = judge(powerCuts(operations, randomFrom(seed), 0));
    summarize({ test: 'power-loss-slack', cuts, faults: faults.length });
    expect(faults.filter((fault) => fault.includes('was acknowledged as armed')).length).toBeGreaterThan(0);
    expect(faults.filter((fault) => fault.includes('was acknowledged as settled')).length).toBeGreaterThan(0);
  });

  it('is simulated from a recording that has everything: replayed whole, it gives the same files', async () => {
    const { folder, operations } = await recordSales(shims, 3, 'as-shipped');
    const disk = new SimulatedDisk();
    for (const [at, operation] of operations.entries()) disk.apply(operation, at);
    const replayed = disk.kept();
    expect([...replayed.keys()].sort()).toEqual(fs.readdirSync(folder).sort());
    for (const [name, content] of replayed) {
      expect(content.equals(fs.readFileSync(path.join(folder, name))), name).toBe(true);
    }
    expect(operations.filter(isCommit).length).toBeGreaterThan(12);
  });
});

const isNewLog = ({ kind, name, offset }: DiskOperation): boolean =>
  kind === 'written' && name === 'ledger.db-wal' && offset === 0;
const isCommit = ({ kind, name }: DiskOperation): boolean => kind === 'synced' && name === 'ledger.db-wal';

/** Puts what each cut left into a folder and opens the ledger in it. */
function judge(cuts: Iterable<PowerCut>): {
  cuts: number;
  faults: readonly string[];
  counts: Readonly<Record<string, number>>;
} {
  const place = memoryFolder();
  const faults: string[] = [];
  const counts: Record<string, number> = {};
  let done = 0;
  for (const { before, manner, image, acknowledged } of cuts) {
    const folder = path.join(place, String(done));
    fs.mkdirSync(folder);
    for (const [name, content] of image) {
      if (name !== acknowledgements) fs.writeFileSync(path.join(folder, name), content);
    }
    const found = faultsIn(path.join(folder, 'ledger.db'), acknowledged);
    faults.push(...found.map((fault) => `before operation ${before}, ${manner}: ${fault}`));
    fs.rmSync(folder, { recursive: true });
    counts[manner] = (counts[manner] ?? 0) + 1;
    done += 1;
  }
  return { cuts: done, faults, counts };
}
