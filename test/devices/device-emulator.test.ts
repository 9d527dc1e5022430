import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { missingEmulatorPackages } from '../../scripts/setup/device-emulator.mjs';

let root = '';
beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'loket-root-'));
});
afterEach(() => fs.rmSync(root, { recursive: true, force: true }));
const put = (file: string): void => {
  const target = path.join(root, file);
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.writeFileSync(target, '');
};

describe('the emulator of devices', () => {
  it('wants what is missing of it, by the names of its packages', () => {
    expect(missingEmulatorPackages(root)).toEqual(['umockdev', 'gir1.2-umockdev-1.0', 'python3-gi']);
    put('usr/lib/python3/dist-packages/gi/__init__.py');
    put('usr/lib/x86_64-linux-gnu/libumockdev-preload.so.0');
    expect(missingEmulatorPackages(root)).toEqual(['gir1.2-umockdev-1.0']);
  });

  it.each(['usr/lib', 'usr/lib64', 'usr/lib/aarch64-linux-gnu'])(
    'is whole with its libraries in %s',
    (folder) => {
      put('usr/lib/python3/dist-packages/gi/__init__.py');
      put(`${folder}/libumockdev-preload.so.0`);
      put(`${folder}/girepository-1.0/UMockdev-1.0.typelib`);
      expect(missingEmulatorPackages(root)).toEqual([]);
    },
  );
});
