import { spawnSync } from 'node:child_process';

/** Why the system calls of a child cannot be counted on this machine. */
export const noStrace: string | undefined = reason();

function reason(): string | undefined {
  if (process.platform !== 'linux') return 'system calls are counted by strace, on Linux only';
  const tried = spawnSync('strace', ['-f', '-o', '/dev/null', process.execPath, '--version'], {
    encoding: 'utf8',
  });
  if (tried.error !== undefined) return 'needs strace (Debian: strace)';
  return tried.status === 0 ? undefined : 'strace may not trace here';
}
