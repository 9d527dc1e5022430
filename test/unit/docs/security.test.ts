import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { decidedFuses } from '../../fixtures/decided-fuses.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const page = fs.readFileSync(path.join(root, 'SECURITY.md'), 'utf8');

interface Named {
  readonly file: string;
  readonly test: string;
}

/** The rows of the tables whose last column names a test; the cell as it stands. */
const cells = page
  .split('\n')
  .filter((line) => line.startsWith('|') && !/^\|[ -]*-[ -|]*$/.test(line))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
const tested = tablesWithTests();

function tablesWithTests(): readonly (readonly string[])[] {
  let isTested = false;
  return cells.filter((row) => {
    const last = row.at(-1);
    if (row[1] === 'How' || row[1] === 'What we do' || row[0] === 'Fuse') {
      isTested = last === 'Test';
      return false;
    }
    return isTested;
  });
}

const named = tested.map((row): Named | undefined => {
  const found = /^`(test\/[\w./-]+\.test\.ts)` “(.+)”$/.exec(row.at(-1) ?? '');
  return found === null ? undefined : { file: found[1] ?? '', test: found[2] ?? '' };
});

/** Whether a source has a test of exactly that name. */
const hasTest = (source: string, name: string): boolean =>
  ["'", '"', '`'].some((quote) => source.includes(`${quote}${name}${quote}`));

describe('SECURITY.md', () => {
  it('names a test in every row of what is defended', () => {
    expect(tested.length).toBeGreaterThan(50);
    expect(tested.filter((_row, at) => named[at] === undefined)).toEqual([]);
  });

  it('names no test that there is not', () => {
    const missing = named
      .filter((each) => each !== undefined)
      .filter(({ file, test }) => {
        const at = path.join(root, file);
        return !fs.existsSync(at) || !hasTest(fs.readFileSync(at, 'utf8'), test);
      });
    expect(missing).toEqual([]);
  });

  it('has each of the checklist’s twenty items once, in its order', () => {
    const numbers = tested.flatMap(([item]) => {
      const number = /^(\d+) /.exec(item ?? '')?.[1];
      return number === undefined ? [] : [Number(number)];
    });
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
  });

  it('has the fuses as the packaging sets them', () => {
    const told = cells.filter((row) => row.length === 3 && (row[1] === 'on' || row[1] === 'off'));
    expect(Object.fromEntries(told.map(([name, value]) => [name?.replaceAll('`', ''), value]))).toEqual(
      Object.fromEntries(Object.entries(decidedFuses).map(([name, isOn]) => [name, isOn ? 'on' : 'off'])),
    );
  });

  it('names no file of the project that there is not', () => {
    const files = [
      ...page.matchAll(/`((?:scripts|electron|shared|docs)\/[\w./-]+|[A-Z-]+\.md|electron-builder\.yml)`/g),
    ].map(([, file]) => file ?? '');
    expect(files.filter((file) => !fs.existsSync(path.join(root, file)))).toEqual([]);
  });
});
