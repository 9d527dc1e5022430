import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { FilledLedger } from './counter-at-work.ts';

/** How often the system is asked to sync for each arming; `undefined` where calls cannot be counted here. */
export function countSyncs(filled: FilledLedger): number | undefined {
  if (process.platform !== 'linux' || spawnSync('strace', ['-V']).status !== 0) return undefined;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'loket-bench-strace-'));
  try {
    const calls = path.join(folder, 'calls');
    const script = path.join(import.meta.dirname, 'arm-and-tell.ts');
    const run = spawnSync(
      'strace',
      ['-f', '-e', 'trace=fsync,fdatasync,sync_file_range,write', '-s', '8', '-o', calls].concat([
        process.execPath,
        '--import',
        'tsx',
        script,
        JSON.stringify(filled),
      ]),
      { encoding: 'utf8' },
    );
    if (run.status !== 0) return undefined;
    return syncsBetweenMarks(fs.readFileSync(calls, 'utf8').split('\n'));
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** The median is not asked for: an arming that a checkpoint falls to syncs more, and the fewest is what each needs. */
function syncsBetweenMarks(lines: readonly string[]): number | undefined {
  const counted: number[] = [];
  let syncs: number | undefined;
  for (const line of lines) {
    if (line.includes('"arming')) syncs = 0;
    else if (line.includes('"armed') && syncs !== undefined) {
      counted.push(syncs);
      syncs = undefined;
    } else if (syncs !== undefined && /\bf(?:data)?sync\(/.test(line)) syncs += 1;
  }
  return counted.length === 0 ? undefined : Math.min(...counted);
}
