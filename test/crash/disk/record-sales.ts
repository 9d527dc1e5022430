import fs from 'node:fs';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { tempFolder } from '../../unit/ledger/temp-folder.ts';
import { readDiskLog, type DiskOperation } from './disk-log.ts';
import { acknowledgements } from './power-cuts.ts';
import { runScript } from './run-script.ts';
import type { Shims } from './shims.ts';

export interface RecordedSales {
  /** Where the ledger lies, as the counter left it. */
  readonly folder: string;
  readonly operations: readonly DiskOperation[];
}

/**
 * Whether the power-loss test is to run on a ledger that syncs too little, and so must fail: `LOKET_DISK_SYNC=slack`
 * in the environment of the tests shows that it can.
 */
export const givenManner: Manner = process.env['LOKET_DISK_SYNC'] === 'slack' ? 'slack' : 'as-shipped';
export type Manner = 'as-shipped' | 'slack';

/** Runs `sell.ts` and records what it does to its disk. */
export async function recordSales(shims: Shims, payments: number, manner: Manner): Promise<RecordedSales> {
  const place = fs.realpathSync(tempFolder());
  const folder = path.join(place, 'training');
  const log = path.join(place, 'log');
  fs.mkdirSync(folder);
  onTestFinished(() => fs.rmSync(log, { force: true }));
  const args = [
    path.join(folder, 'ledger.db'),
    path.join(folder, acknowledgements),
    String(payments),
    manner,
  ];
  await runScript('sell.ts', args, {
    env: { LD_PRELOAD: shims.record, LOKET_RECORD_FOLDER: folder, LOKET_RECORD_LOG: log },
  });
  return { folder, operations: readDiskLog(log, folder) };
}
