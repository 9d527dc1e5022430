import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { compileShim, hasCompiler } from '../../fixtures/compile-shim.ts';

/** The libraries to preload into a counter under test; see the files in `shim/`. */
export interface Shims {
  readonly record: string;
  readonly fail: string;
}

/** Why there are no shims on this machine. */
export const noShims: string | undefined =
  process.platform !== 'linux'
    ? 'a disk is recorded and made to fail by LD_PRELOAD, on Linux only'
    : hasCompiler()
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

const build = (name: string, folder: string): string =>
  compileShim(path.join(import.meta.dirname, 'shim', `${name}.c`), folder);
