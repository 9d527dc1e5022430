import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const folder = path.resolve(import.meta.dirname, '..');

/** The modules that a test file puts others in the place of, and those that it puts back. */
function standIns(file: string): readonly [string[], string[]] {
  const text = fs.readFileSync(path.join(folder, file), 'utf8');
  const named = (call: RegExp): string[] => [...text.matchAll(call)].map(([, name = '']) => name);
  return [named(/\bvi\.(?:mock|doMock)\(\s*'([^']+)'/g), named(/\bvi\.doUnmock\('([^']+)'\)/g)];
}

it('whatever a unit test puts in the place of a module it takes away again: the next file shares its process', () => {
  const files = fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts'));
  const pairs = files.map((file) => [file, ...standIns(file)] as const);
  expect(pairs.filter(([, put]) => put.length > 0).length).toBeGreaterThanOrEqual(4);
  for (const [file, put, takenAway] of pairs) expect(takenAway, file).toEqual(expect.arrayContaining(put));
});
