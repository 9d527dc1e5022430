import { spawnSync } from 'node:child_process';
import path from 'node:path';

const mounting = ['--user', '--map-root-user', '--mount', '--'];

/** Whether this user may mount a disk for one process alone. */
export const canMount =
  process.platform === 'linux' &&
  spawnSync('unshare', [...mounting, 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0;

/** Runs a script of this folder with `/mnt` being a disk of `size`, for that process alone. What it says is JSON. */
export function onSmallDisk(size: string, script: string): unknown {
  const mount = `mount -t tmpfs -o size=${size},mode=777 none /mnt && exec "$0" --import tsx "$1"`;
  const run = spawnSync(
    'unshare',
    [...mounting, 'sh', '-c', mount, process.execPath, path.join(import.meta.dirname, script)],
    { encoding: 'utf8' },
  );
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout);
}
