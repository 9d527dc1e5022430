import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { packTar, type TarEntry } from 'modern-tar';
import { assert, asyncProperty, integer, nat } from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { lock } from '../../../electron/archive/lock.ts';
import { readArchive } from '../../../electron/archive/read-archive.ts';
import { writeArchive } from '../../../electron/archive/write-archive.ts';
import { err } from '../../../shared/result.ts';
import { canMount, onSmallDisk } from '../ledger/small-disk.ts';
import { memoryFolder } from '../ledger/temp-folder.ts';
import { orderOf } from './archive-bench.ts';
import { facts, passphrase } from './archive-facts.ts';

const cheap = 10;
const ledger = new Uint8Array(200_000).map((_, index) => (index * 7919) % 251);

async function written() {
  const order = orderOf(ledger);
  expect((await writeArchive(order, cheap)).ok).toBe(true);
  return order;
}

const readInto = async (file: string, typed = passphrase) => {
  const folder = memoryFolder();
  const read = await readArchive({ file, passphrase: typed, folder });
  return { read, left: fs.readdirSync(folder) };
};

/** Whatever somebody puts into an archive that is locked as ours are. */
async function locked(plain: Uint8Array): Promise<string> {
  const file = path.join(memoryFolder(), 'made.age');
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(plain);
      controller.close();
    },
  });
  fs.writeFileSync(file, await buffer(await lock(stream, passphrase, cheap)));
  return file;
}

const manifest = (over: object = {}, files: object = {}): string =>
  JSON.stringify({
    format: 1,
    ...facts,
    files: {
      'settings.json': {
        bytes: 2,
        sha256: '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a',
      },
      'ledger.db': {
        bytes: 3,
        sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      },
      ...files,
    },
    ...over,
  });

const entry = (name: string, body: string, over: Partial<TarEntry['header']> = {}): TarEntry => ({
  header: { name, size: Buffer.byteLength(body), ...over },
  body,
});
const good = [entry('manifest.json', manifest()), entry('settings.json', '{}'), entry('ledger.db', 'abc')];

const archiveOf = async (entries: readonly TarEntry[]): Promise<string> =>
  await locked(gzipSync(await packTar(entries)));

describe('an archive that is read', () => {
  it('is one with the right passphrase only', async () => {
    const { target } = await written();
    expect(await readInto(target, `${passphrase} `)).toEqual({ read: err('wrong-passphrase'), left: [] });
    expect(await readInto(target, 'x')).toEqual({ read: err('wrong-passphrase'), left: [] });
    expect((await readInto(target)).read.ok).toBe(true);
  });

  it(
    'is refused where it was cut anywhere or one bit of it turned, and leaves nothing',
    { timeout: 120_000 },
    async () => {
      const { target } = await written();
      const whole = fs.readFileSync(target);
      const spoilt = path.join(memoryFolder(), 'spoilt.age');
      const refused = new Set(['not-an-archive', 'wrong-passphrase', 'archive-damaged']);
      await assert(
        asyncProperty(nat(whole.length - 1), integer({ min: -1, max: 7 }), async (at, bit) => {
          const bytes = Uint8Array.from(whole);
          if (bit === -1) fs.writeFileSync(spoilt, bytes.subarray(0, at));
          else {
            bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
            fs.writeFileSync(spoilt, bytes);
          }
          const { read, left } = await readInto(spoilt);
          expect(read.ok ? 'taken' : refused.has(read.error)).toBe(true);
          expect(left).toEqual([]);
        }),
        { numRuns: 80 },
      );
    },
  );

  it('is gone, or is something else', async () => {
    const folder = memoryFolder();
    expect((await readInto(path.join(folder, 'none.age'))).read).toEqual(err('archive-gone'));
    expect((await readInto(folder)).read).toEqual(err('archive-gone'));
    for (const text of [
      '',
      'SQLite format 3\0',
      'age-encryption.org/v1\n-> X25519 abc\n',
      'age-encryption.org/v1\n-> scrypt abc 30\nxyz\n--- abc\n',
    ]) {
      const file = path.join(folder, 'other');
      fs.writeFileSync(file, text);
      expect((await readInto(file)).read).toEqual(err('not-an-archive'));
    }
    expect((await readInto(await locked(Buffer.from('no gzip')))).read).toEqual(err('archive-damaged'));
    expect((await readInto(await locked(gzipSync('no tar')))).read).toEqual(err('archive-damaged'));
  });

  it('holds three files of those names in that order, and no name of it becomes a path', async () => {
    expect((await readInto(await archiveOf(good))).read.ok).toBe(true);
    const [first, second, third] = good as [TarEntry, TarEntry, TarEntry];
    for (const entries of [
      [first, second],
      [second, first, third],
      [first, second, third, entry('extra', 'x')],
      [first, second, entry('../../ledger.db', 'abc')],
      [first, second, entry('/etc/cron.d/x', 'abc')],
      [first, second, entry('..\\ledger.db', 'abc')],
      [
        first,
        second,
        { header: { name: 'ledger.db', size: 0, type: 'symlink', linkname: '/etc/passwd' } as const },
      ],
      [first, second, entry('ledger.db', 'abd')],
      [first, second, entry('ledger.db', 'abcd')],
      [first, entry('settings.json', '[]'), third],
    ]) {
      const { read, left } = await readInto(await archiveOf(entries));
      expect(read).toEqual(err('archive-damaged'));
      expect(left).toEqual([]);
    }
  });

  it('of a newer program is told as that', async () => {
    const newer = [entry('manifest.json', JSON.stringify({ format: 2, what: 'ever' })), ...good.slice(1)];
    expect((await readInto(await archiveOf(newer))).read).toEqual(err('newer-version'));
  });

  it('unfolds to no more than it said and than there is room for', async () => {
    const huge = { 'ledger.db': { bytes: 2 ** 52, sha256: '0'.repeat(64) } };
    const tooLarge = [entry('manifest.json', manifest({}, huge)), ...good.slice(1)];
    expect(await readInto(await archiveOf(tooLarge))).toEqual({ read: err('no-room-here'), left: [] });
    // Three bytes are promised, and some kilobytes unfold to many megabytes of zeros behind them.
    const zeros = Buffer.concat([Buffer.from(await packTar(good)), Buffer.alloc(64 * 1024 * 1024)]);
    const bomb = await locked(gzipSync(zeros));
    expect(fs.statSync(bomb).size).toBeLessThan(200_000);
    expect(await readInto(bomb)).toEqual({ read: err('archive-damaged'), left: [] });
  });
});

describe('an archive that is written', () => {
  it('is not there, and what was there stays, where the place takes no more', async () => {
    const order = orderOf(ledger);
    fs.writeFileSync(order.target, 'the one of before');
    for (const [code, fault] of [
      ['ENOSPC', 'target-full'],
      ['EFBIG', 'target-too-small'],
      ['EIO', 'target-not-writable'],
      ['ENODEV', 'target-not-writable'],
    ] as const) {
      const spy = vi.spyOn(fs, 'renameSync').mockImplementation(() => {
        throw Object.assign(new Error(code), { code });
      });
      expect(await writeArchive(order, cheap)).toEqual(err(fault));
      spy.mockRestore();
      expect(fs.readdirSync(path.dirname(order.target))).toEqual(['loket.age']);
      expect(fs.readFileSync(order.target, 'utf8')).toBe('the one of before');
    }
    const nowhere = { ...order, target: path.join(order.target, 'none', 'x.age') };
    expect(await writeArchive(nowhere, cheap)).toEqual(err('target-not-writable'));
    expect(await writeArchive({ ...order, ledger: `${order.ledger}-none` }, cheap)).toEqual(
      err('source-unreadable'),
    );
  });

  it('follows no link that lies in its way', async () => {
    const order = orderOf(ledger);
    const other = path.join(memoryFolder(), 'other');
    fs.writeFileSync(other, 'of somebody');
    fs.symlinkSync(other, `${order.target}.part`);
    expect((await writeArchive(order, cheap)).ok).toBe(true);
    expect(fs.lstatSync(order.target).isFile()).toBe(true);
    expect(fs.readFileSync(other, 'utf8')).toBe('of somebody');
  });

  it.skipIf(!canMount)('is not there on a stick that is full in the middle', () => {
    expect(onSmallDisk('600k', '../archive/archive-on-small-disk.ts')).toEqual({
      made: { ok: false, error: 'target-full' },
      left: [],
    });
  });

  it('replaces what a writer left that was killed', async () => {
    const order = orderOf(ledger);
    fs.writeFileSync(`${order.target}.part`, 'half');
    expect((await writeArchive(order, cheap)).ok).toBe(true);
    expect(fs.readdirSync(path.dirname(order.target))).toEqual(['loket.age']);
  });

  const hasAge = ['age', 'expect'].every((command) => spawnSync('which', [command]).status === 0);
  it.skipIf(!hasAge)('is opened by the program `age`, and by tar', { timeout: 60_000 }, async () => {
    const order = await written();
    const out = path.join(memoryFolder(), 'out.tar.gz');
    const script = `spawn age -d -o ${out} ${order.target}; expect "passphrase"; send -- "${passphrase}\\r"; expect eof`;
    execFileSync('expect', ['-c', script]);
    const folder = memoryFolder();
    execFileSync('tar', ['xzf', out, '-C', folder]);
    expect(fs.readdirSync(folder).toSorted()).toEqual(['ledger.db', 'manifest.json', 'settings.json']);
    expect(Buffer.compare(fs.readFileSync(path.join(folder, 'ledger.db')), ledger)).toBe(0);
  });
});
