import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** Why no disk can be mounted on this machine. */
export const noMounts: string | undefined = reason();

function reason(): string | undefined {
  if (process.platform !== 'linux') return 'a small disk is a tmpfs, on Linux only';
  const folder = newFolder();
  const refusal = mount(folder, 1);
  if (refusal === undefined) unmount(folder);
  fs.rmdirSync(folder);
  return refusal === undefined ? undefined : `a tmpfs may not be mounted here: ${refusal}`;
}

/** A disk of that many megabytes for one test. It is unmounted when the test has ended. */
export function smallDisk(megabytes: number): string {
  const folder = newFolder();
  const refusal = mount(folder, megabytes);
  if (refusal !== undefined) throw new Error(refusal);
  onTestFinished(() => {
    unmount(folder);
    fs.rmdirSync(folder);
  });
  return folder;
}

export function makeReadOnly(folder: string): void {
  const { status, stderr } = spawnSync('mount', ['-o', 'remount,ro', folder], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

/** Fills the disk up to its last byte, as another program may. Returns what makes the room free again. */
export function fillDisk(folder: string): () => void {
  const file = path.join(folder, `of-another-program-${fs.readdirSync(folder).length}`);
  const open = fs.openSync(file, 'w');
  for (let size = 1 << 20; size >= 1;) {
    try {
      fs.writeSync(open, Buffer.alloc(size, 1));
    } catch {
      size >>= 1;
    }
  }
  fs.closeSync(open);
  return () => fs.rmSync(file);
}

function newFolder(): string {
  return fs.mkdtempSync(path.join(os.tmpdir(), 'loket-disk-'));
}

/** Why it was refused. */
function mount(folder: string, megabytes: number): string | undefined {
  const args = ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'loket', folder];
  const { status, stderr, error } = spawnSync('mount', args, { encoding: 'utf8' });
  return status === 0 ? undefined : (error?.message ?? stderr.trim());
}

/** Also where a test that failed has left a file open. */
function unmount(folder: string): void {
  spawnSync('umount', ['--lazy', folder]);
}
