import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { memoryPlace } from '../../fixtures/memory-place.ts';

/** A folder of its own for one test, removed when the test has ended. */
export const tempFolder = (): string => folderIn(os.tmpdir());

/** The same in memory where the system has a place for that: for tests of rules, which need no disk that syncs. */
export const memoryFolder = (): string => folderIn(memoryPlace());

function folderIn(parent: string): string {
  const folder = fs.mkdtempSync(path.join(parent, 'loket-unit-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}
