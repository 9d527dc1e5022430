import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { tempFolder } from '../../unit/ledger/temp-folder.ts';
import { runsOr, summarize } from '../size.ts';
import type { Manner } from './record-sales.ts';
import { runScript } from './run-script.ts';
import { noStrace } from './strace.ts';
import { named } from './why-not.ts';

/** What a counter commits for each payment: the quote, `sent`, the answer, the outcome. */
const commitsEach = 4;

describe.skipIf(noStrace !== undefined)(named('the kernel', noStrace), () => {
  it('is asked to sync at least once for each commit that was acknowledged', async () => {
    const payments = Math.min(runsOr(50), 1000);
    const { acknowledged, syncs } = await countSyncs(payments, 'as-shipped');
    summarize({ test: 'sync-count', payments, commits: acknowledged, syncs });
    expect(acknowledged).toBe(payments * commitsEach);
    expect(syncs).toBeGreaterThanOrEqual(acknowledged);
  });

  it('is seen to be asked too seldom by a ledger that does not sync at each commit', async () => {
    const { acknowledged, syncs } = await countSyncs(5, 'slack');
    expect(acknowledged).toBe(5 * commitsEach);
    expect(syncs).toBeLessThan(acknowledged);
  });
});

async function countSyncs(
  payments: number,
  manner: Manner,
): Promise<{ acknowledged: number; syncs: number }> {
  const folder = tempFolder();
  const calls = path.join(folder, 'calls');
  const acknowledgements = path.join(folder, 'acknowledgements');
  const args = [path.join(folder, 'ledger.db'), acknowledgements, String(payments), manner];
  await runScript('sell.ts', args, {
    under: ['strace', '-f', '--seccomp-bpf', '-y', '-e', 'trace=fsync,fdatasync', '-o', calls],
  });
  // By another thread's call strace cuts a line in two; the half with the name is counted.
  const syncs = fs.readFileSync(calls, 'utf8').match(/\bf(?:data)?sync\(\d+<[^>]*\/ledger\.db-wal>/g) ?? [];
  const lines = fs.readFileSync(acknowledgements, 'utf8').split('\n');
  const acknowledged = lines.filter((line) => /^(?:quoted|armed|replied|settled) /.test(line)).length;
  return { acknowledged, syncs: syncs.length };
}
