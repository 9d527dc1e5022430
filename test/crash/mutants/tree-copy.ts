import fs from 'node:fs';
import path from 'node:path';
import type { Edit } from './planted-faults.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const parts = ['electron', 'shared', 'test', 'package.json', 'tsconfig.json'];

/** Copies the program and its tests into a folder that is not there yet, and plants a fault in the copy. */
export function copyTree(folder: string, edits: readonly Edit[]): void {
  for (const part of parts) fs.cpSync(path.join(root, part), path.join(folder, part), { recursive: true });
  fs.symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'dir');
  for (const { file, find, put } of edits) {
    const place = path.join(folder, file);
    const content = fs.readFileSync(place, 'utf8');
    const times = content.split(find).length - 1;
    if (times !== 1)
      throw new Error(`${file}: what a fault is to replace stands there ${times} times:\n${find}`);
    fs.writeFileSync(
      place,
      content.replace(find, () => put),
    );
  }
}
