import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';

/** The libraries to preload into a counter under test; see the files in `shim/`. */
export interface Shims {
  readonly record: string;
  readonly fail: string;
}

/** Why there are no shims on this machine. */
export const noShims: string | undefined =
  process.platform !== 'linux'
    ? 'a disk is recorded and made to fail by LD_PRELOAD, on Linux only'
    : spawnSync('cc', ['--version']).status === 0
      ? undefined
      : 'needs a C compiler (Debian: gcc libc6-dev)';

/** Compiles the shims into a folder of this test file's own, which is removed at its end. */
export function buildShims(): Shims {
  // What describes a skipped test is run all the same.
  if (noShims !== undefined) return { record: '', fail: '' };
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'loket-shim-'));
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));
  return { record: build('record', folder), fail: build('fail', folder) };
}

function build(name: string, folder: string): string {
  const library = path.join(folder, `${name}.so`);
  const source = path.join(import.meta.dirname, 'shim', `${name}.c`);
  const flags = ['-shared', '-fPIC', '-O1', '-Wall', '-Wextra', '-Werror'];
  const compiled = spawnSync('cc', [...flags, '-o', library, source, '-ldl', '-lpthread'], {
    encoding: 'utf8',
  });
  if (compiled.status !== 0) throw new Error(`${source} did not compile:\n${compiled.stderr}`);
  return library;
}
