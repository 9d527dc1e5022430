import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { sync as writeFileAtomically } from 'write-file-atomic';
import type { Look } from '../../../shared/contract/look.ts';
import { keepLookIn } from '../../../electron/window/keep-look.ts';
import { lookFileIn, readLook } from '../../../electron/window/look-file.ts';
import { catalogue, counterState } from '../renderer/samples.ts';

vi.mock(import('write-file-atomic'), async (importOriginal) => {
  const { sync } = await importOriginal();
  return { sync: vi.fn(sync) };
});

const look: Look = { counter: counterState, catalogue, people: [] };
const page = '<!doctype html><script src="./assets/index-1a2b.js"></script>';

function lookFile(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'loket-look-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  return lookFileIn(folder);
}

const read = (file: string, by = page): unknown => {
  const text = readLook(file, by);
  return text === null ? null : JSON.parse(text);
};

describe('the look on the disk', () => {
  it('is read as it was kept, and by this user alone', () => {
    const file = lookFile();
    keepLookIn(file, page)(look);
    expect(read(file)).toEqual(look);
    expect(fs.statSync(file).mode & 0o777).toBe(0o600);
  });

  it('is none before it was kept, and none once the counter begins with something else', () => {
    const file = lookFile();
    expect(read(file)).toBeNull();
    const keep = keepLookIn(file, page);
    keep(null);
    keep(look);
    keep(null);
    expect(read(file)).toBeNull();
    expect(fs.existsSync(file)).toBe(false);
  });

  it('is none to another page: what it is drawn by may have changed', () => {
    const file = lookFile();
    keepLookIn(file, page)(look);
    expect(read(file, page.replace('1a2b', '1a2c'))).toBeNull();
  });

  it('is none where any byte of it was lost, added or changed', () => {
    const file = lookFile();
    keepLookIn(file, page)(look);
    const whole = fs.readFileSync(file);
    fs.appendFileSync(file, 'and more\n');
    expect(read(file)).toBeNull();
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const damaged = Buffer.from(whole);
        damaged[at] = (damaged[at] ?? 0) ^ flip;
        fs.writeFileSync(file, damaged);
        expect(read(file)).toBeNull();
        fs.writeFileSync(file, whole.subarray(0, at));
        expect(read(file)).toBeNull();
        fs.writeFileSync(file, Buffer.concat([whole.subarray(0, at), Buffer.of(flip), whole.subarray(at)]));
        expect(read(file)).toBeNull();
      }),
    );
  });

  it('is written where it changed, and only there', () => {
    const file = lookFile();
    keepLookIn(file, page)(look);
    const written = (): number => fs.statSync(file).ino;
    const first = written();
    const keep = keepLookIn(file, page);
    keep(look);
    keep({ ...look });
    expect(written()).toBe(first);
    keep({ ...look, counter: { ...counterState, shopName: 'Warung Bu Sri' } });
    expect(read(file)).toMatchObject({ counter: { shopName: 'Warung Bu Sri' } });
    expect(fs.readdirSync(path.dirname(file))).toEqual(['look.json']);
  });

  it('is none where another could not be written, which is said and tried once', () => {
    const file = lookFile();
    const write = vi.mocked(writeFileAtomically);
    const keep = keepLookIn(file, page);
    keep(look);
    write.mockImplementationOnce(() => {
      throw new Error('ENOSPC');
    });
    const other = { ...look, people: [], counter: { ...counterState, shopName: 'Warung Bu Sri' } };
    expect(() => keep(other)).toThrow('ENOSPC');
    expect(read(file)).toBeNull();
    write.mockClear();
    keep(other);
    expect(write).not.toHaveBeenCalled();
    keep(look);
    expect(read(file)).toEqual(look);
  });
});
