import fs from 'node:fs';
import os from 'node:os';

const roomBytes = 1 << 30;

/**
 * Where copies and their tests write: in memory where there is room. Most of what these tests do is waiting for the
 * disk, which shows nothing here.
 */
export function workplace(): string {
  try {
    const { bavail, bsize } = fs.statfsSync('/dev/shm');
    return bavail * bsize >= roomBytes ? '/dev/shm' : os.tmpdir();
  } catch {
    return os.tmpdir();
  }
}
