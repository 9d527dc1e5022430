import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contentHash } from '../../../scripts/setup/content-hash.mjs';
import { npmReason } from '../../../scripts/setup/install.mjs';
import { isAlive, withLock } from '../../../scripts/setup/set-up-lock.mjs';

let folder: string;
beforeEach(() => void (folder = fs.mkdtempSync(path.join(os.tmpdir(), 'loket-setup-'))));
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

const write = (name: string, text: string): void => {
  fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  fs.writeFileSync(path.join(folder, name), text);
};

describe('the hash that says whether something must be done again', () => {
  it('changes with a content, a name, an addition and a removal, not with a date', () => {
    write('a/b.ts', 'one');
    const before = contentHash(folder, ['a', 'missing.json']);
    fs.utimesSync(path.join(folder, 'a/b.ts'), 1, 1);
    expect(contentHash(folder, ['a', 'missing.json'])).toBe(before);
    const seen = new Set([before]);
    write('a/b.ts', 'two');
    seen.add(contentHash(folder, ['a', 'missing.json']));
    write('a/c/d.ts', '');
    seen.add(contentHash(folder, ['a', 'missing.json']));
    fs.renameSync(path.join(folder, 'a/c/d.ts'), path.join(folder, 'a/c/e.ts'));
    seen.add(contentHash(folder, ['a', 'missing.json']));
    write('missing.json', '');
    seen.add(contentHash(folder, ['a', 'missing.json']));
    expect(seen.size).toBe(5);
  });
});

describe('why npm failed', () => {
  it('is told in its own words, without warnings and stacks', () => {
    const stderr = [
      'npm warn EBADENGINE Unsupported engine {',
      'npm error code ECONNREFUSED',
      'npm error FetchError: request failed, reason: connect ECONNREFUSED',
      'npm error     at onSocketNT (node:_http_client:904:5) {',
      "npm error   code: 'ECONNREFUSED',",
      'npm error }',
      'npm error',
      'npm error A complete log of this run can be found in: /home/a/.npm/_logs/debug-0.log',
    ].join('\n');
    expect(npmReason(stderr)).toBe(
      'npm error code ECONNREFUSED\nnpm error FetchError: request failed, reason: connect ECONNREFUSED',
    );
    expect(npmReason('npm: not found\n')).toBe('npm: not found');
  });
});

describe('the lock of the set-up', () => {
  const lock = (): string => path.join(folder, 'out/lock');

  it('lets one work at a time', async () => {
    let inside = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((resolve) => setTimeout(resolve, 20));
      inside -= 1;
    };
    let waited = 0;
    const onWait = (): void => void (waited += 1);
    await Promise.all([1, 2, 3].map(() => withLock(lock(), work, onWait)));
    expect([most, waited]).toEqual([1, 2]);
    expect(fs.existsSync(lock())).toBe(false);
  });

  it('is given back when the work fails', async () => {
    await expect(withLock(lock(), () => Promise.reject(new Error('no room')))).rejects.toThrow('no room');
    expect(await withLock(lock(), () => Promise.resolve('again'))).toBe('again');
  });

  it('stays with the helper that a killed process left running', async () => {
    const helper = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 700)']);
    write('out/lock', `${2 ** 22 + 1}\n${helper.pid}\n`);
    const began = Date.now();
    await withLock(
      lock(),
      () => Promise.resolve(),
      () => {},
    );
    expect(Date.now() - began).toBeGreaterThan(500);
  });

  it('is taken over from a dead process, even one that died before it wrote its name', async () => {
    const dead = 2 ** 22 + 1;
    expect(isAlive(dead)).toBe(false);
    write('out/lock', String(dead));
    expect(await withLock(lock(), () => Promise.resolve('mine'))).toBe('mine');
    write('out/lock', '');
    fs.utimesSync(lock(), 1, 1);
    expect(await withLock(lock(), () => Promise.resolve('mine'))).toBe('mine');
  });
});
