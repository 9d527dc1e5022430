import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { linkFault, nameFault } from '../../../scripts/setup/zip-entries.mjs';
import { extractZip } from '../../../scripts/setup/zip-extract.mjs';
import { buildZip, type ZipPart } from './build-zip.ts';

let folder: string;
beforeEach(() => void (folder = fs.mkdtempSync(path.join(os.tmpdir(), 'loket-zip-'))));
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

const target = (): string => path.join(folder, 'target');

async function unpack(zip: Buffer | readonly ZipPart[], options = {}): Promise<number> {
  const archive = path.join(folder, 'archive.zip');
  fs.writeFileSync(archive, Buffer.isBuffer(zip) ? zip : buildZip(zip));
  return extractZip(archive, target(), options);
}

const read = (name: string): string => fs.readFileSync(path.join(target(), name), 'utf8');

describe('a sound archive', () => {
  it('gives its files, packed and stored, with their modes whatever the umask', async () => {
    const old = process.umask(0o077);
    try {
      await unpack([
        { name: 'a/', mode: 0o040755 },
        { name: 'a/run', content: 'x'.repeat(100_000), mode: 0o100755 },
        { name: 'plain', content: 'stored', stored: true, mode: 0o100640 },
        { name: 'empty' },
      ]);
    } finally {
      process.umask(old);
    }
    expect(read('a/run')).toHaveLength(100_000);
    expect(read('plain')).toBe('stored');
    expect(read('empty')).toBe('');
    expect(fs.statSync(path.join(target(), 'a/run')).mode & 0o7777).toBe(0o755);
    expect(fs.statSync(path.join(target(), 'plain')).mode & 0o7777).toBe(0o640);
  });

  it('never makes a file set-uid', async () => {
    await unpack([{ name: 'helper', content: 'x', mode: 0o104755 }]);
    expect(fs.statSync(path.join(target(), 'helper')).mode & 0o7777).toBe(0o755);
  });

  it('keeps links that stay inside', async () => {
    await unpack([
      { name: 'lib/libx.so', content: '../libx.so.1', mode: 0o120777 },
      { name: 'libx.so.1', content: 'library' },
    ]);
    expect(fs.readlinkSync(path.join(target(), 'lib/libx.so'))).toBe('../libx.so.1');
    expect(read('lib/libx.so')).toBe('library');
  });

  it('goes where it is placed, and leaves out what is not', async () => {
    const count = await unpack([{ name: 'Top/app' }, { name: 'Top/rubbish' }], {
      place: (name: string) => (name === 'Top/app' ? 'bin/electron' : undefined),
    });
    expect(count).toBe(1);
    expect(fs.readdirSync(target(), { recursive: true })).toEqual(['bin', 'bin/electron']);
  });

  it('tells how far it is', async () => {
    const seen: number[] = [];
    await unpack(
      [
        { name: 'a', content: 'x' },
        { name: 'b', content: 'xyz' },
      ],
      {
        onProgress: (fraction: number) => seen.push(fraction),
      },
    );
    expect(seen).toEqual([0.25, 1]);
  });
});

describe('a hostile archive', () => {
  const hostile: [what: string, parts: ZipPart[], words: RegExp][] = [
    ['climbs out', [{ name: '../evil' }], /leads out/],
    ['climbs out in the middle', [{ name: 'a/../../evil' }], /leads out/],
    ['has an absolute name', [{ name: '/etc/evil' }], /absolute/],
    ['has a Windows drive', [{ name: 'C:/evil' }], /absolute/],
    ['has a backslash', [{ name: '..\\evil' }], /backslash/],
    ['has a NUL', [{ name: 'evil\0.txt' }], /NUL/],
    ['has an empty name', [{ name: '' }], /empty name/],
    ['has one name twice', [{ name: 'a' }, { name: 'a' }], /twice/],
    ['links out', [{ name: 'l', content: '../outside', mode: 0o120777 }], /leads out/],
    ['links to an absolute path', [{ name: 'l', content: '/etc/passwd', mode: 0o120777 }], /unsafe target/],
    [
      'writes through a link',
      [
        { name: 'l', content: 'somewhere', mode: 0o120777 },
        { name: 'l/evil', content: 'x' },
      ],
      /beneath a file or a link/,
    ],
    [
      'links out through another link',
      [
        { name: 'a/up', content: '..', mode: 0o120777 },
        { name: 'out', content: 'a/up/..', mode: 0o120777 },
      ],
      /unsafe target/,
    ],
    ['holds a device', [{ name: 'null', mode: 0o020666 }], /device/],
    ['is encrypted', [{ name: 'a', content: 'x', flags: 1 }], /encrypted/],
    ['is packed in an unknown way', [{ name: 'a', content: 'x', method: 12 }], /unknown way/],
    ['has a wrong checksum', [{ name: 'a', content: 'x', crc32: 1 }], /checksum/],
    ['is longer than it says', [{ name: 'a', content: 'x'.repeat(1e6), claimedSize: 10 }], /longer/],
    ['is shorter than it says', [{ name: 'a', content: 'x', claimedSize: 10 }], /shorter/],
  ];
  it.each(hostile)('that %s is refused', async (_what, parts, words) => {
    await expect(unpack(parts)).rejects.toThrow(words);
    const made = fs.readdirSync(folder).filter((name) => name !== 'archive.zip' && name !== 'target');
    expect(made).toEqual([]);
    expect(fs.existsSync('/etc/evil')).toBe(false);
  });

  it('that unpacks to more than the limit is refused before anything is written', async () => {
    await expect(unpack([{ name: 'a', content: 'x'.repeat(2000) }], { sizeLimit: 1000 })).rejects.toThrow(
      /2000/,
    );
    expect(fs.existsSync(target())).toBe(false);
  });

  it('that is cut off anywhere is refused', async () => {
    const whole = buildZip([
      { name: 'a', content: 'some text, long enough to be packed' },
      { name: 'b', content: 'more' },
    ]);
    for (let length = 0; length < whole.length; length += 1) {
      await expect(unpack(whole.subarray(0, length))).rejects.toThrow(/refused/);
    }
  });

  it('whose packed bytes are rubbish is refused', async () => {
    const zip = buildZip([{ name: 'a', content: 'abcabcabcabc' }]);
    zip.fill(0xff, 31, 38);
    await expect(unpack(zip)).rejects.toThrow(/refused/);
  });

  it('never overwrites', async () => {
    fs.mkdirSync(target());
    fs.writeFileSync(path.join(target(), 'a'), 'mine');
    await expect(unpack([{ name: 'a', content: 'theirs' }])).rejects.toThrow(/EEXIST/);
    expect(read('a')).toBe('mine');
  });
});

describe('names and links', () => {
  it.each(['a', 'a/b', 'a..b', '...', 'ünï', 'a b'])('%j is harmless', (name) => {
    expect(nameFault(name)).toBeUndefined();
  });

  it('a link may climb no higher than the top, and pass through no other link', () => {
    const links = new Set(['dir/link']);
    expect(linkFault('a/b/c', '../../d', links)).toBeUndefined();
    expect(linkFault('a/b/c', '..', links)).toBeUndefined();
    expect(linkFault('a/b/c', '../../../d', links)).toBeDefined();
    expect(linkFault('a', 'dir/link/x', links)).toBeDefined();
    expect(linkFault('a', '', links)).toBeDefined();
  });
});
