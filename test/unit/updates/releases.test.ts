import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createReleases } from '../../../electron/updates/releases.ts';
import { err } from '../../../shared/result.ts';
import { manifestName, signatureName } from '../../../shared/update/manifest.ts';
import {
  fileOf,
  releaseKey,
  writeManifest,
  writeRelease,
  type ReleaseOrder,
} from '../../fixtures/release.ts';
import { memoryFolder } from '../ledger/temp-folder.ts';

const { privateKey, publicKey } = releaseKey();

/** A stick with a release, and a counter's own folder. */
function bench(order: Partial<ReleaseOrder> = {}, keys = [publicKey]) {
  const home = memoryFolder();
  const stick = path.join(home, 'stick');
  const folder = path.join(home, 'updates');
  const written = writeRelease({ folder: stick, key: privateKey, ...order });
  const faults: string[] = [];
  const releases = createReleases({
    folder,
    keys,
    onFault: (what, error) => void faults.push(`${what}: ${String(error)}`),
  });
  const source = { kind: 'folder', path: stick } as const;
  const looked = async () => {
    const read = await releases.look(source);
    if (!read.ok) throw new Error(read.error);
    return read.value;
  };
  return { stick, folder, releases, source, looked, faults, ...written };
}

describe('a manifest', () => {
  it('is read where one of the keys has signed it', async () => {
    const { releases, source, manifest } = bench({}, [releaseKey().publicKey, publicKey]);
    expect(await releases.look(source)).toMatchObject({ ok: true, value: { manifest } });
  });

  it('is refused where another key has signed it, and where this build has none', async () => {
    const stranger = bench({ key: releaseKey().privateKey });
    expect(await stranger.releases.look(stranger.source)).toEqual(err('bad-signature'));
    const keyless = bench({}, []);
    expect(keyless.releases.hasKey).toBe(false);
    expect(await keyless.releases.look(keyless.source)).toEqual(err('no-release-key'));
  });

  it('or its signature changed by a single bit is refused, wherever the bit is', async () => {
    const { stick, releases, source } = bench();
    const whole = [manifestName, signatureName].map(
      (name) => [name, fs.readFileSync(path.join(stick, name))] as const,
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...whole), fc.nat(), fc.nat(7), async ([name, content], at, bit) => {
        // The line's end after a signature says nothing.
        const length = name === signatureName ? content.length - 1 : content.length;
        const altered = Buffer.from(content);
        altered[at % length] = (content[at % length] ?? 0) ^ (1 << bit);
        fs.writeFileSync(path.join(stick, name), altered);
        const read = await releases.look(source);
        fs.writeFileSync(path.join(stick, name), content);
        expect(read).toEqual(err('bad-signature'));
      }),
      { numRuns: 300 },
    );
  });

  it('cut short or lengthened is refused', async () => {
    const { stick, releases, source } = bench();
    const file = path.join(stick, manifestName);
    const content = fs.readFileSync(file);
    for (const altered of [
      content.subarray(0, -1),
      Buffer.concat([content, Buffer.from('\n')]),
      Buffer.alloc(0),
    ]) {
      fs.writeFileSync(file, altered);
      expect(await releases.look(source)).toEqual(err('bad-signature'));
    }
    fs.writeFileSync(file, Buffer.alloc(65 * 1024, 0x20));
    expect(await releases.look(source)).toEqual(err('no-manifest'));
  });

  it('is told from a source that is not there, and from one without any', async () => {
    const { stick, releases } = bench();
    fs.rmSync(path.join(stick, signatureName));
    expect(await releases.look({ kind: 'folder', path: stick })).toEqual(err('no-manifest'));
    fs.rmSync(stick, { recursive: true });
    expect(await releases.look({ kind: 'folder', path: stick })).toEqual(err('source-gone'));
    expect(await releases.look({ kind: 'off' })).toEqual(err('source-gone'));
  });

  it('that is a link, a folder or a pipe is none, and nobody waits for it', async () => {
    const { stick, releases, source } = bench();
    const file = path.join(stick, manifestName);
    const elsewhere = path.join(stick, 'elsewhere.json');
    fs.renameSync(file, elsewhere);
    fs.symlinkSync(elsewhere, file);
    expect(await releases.look(source)).toEqual(err('no-manifest'));
    fs.rmSync(file);
    fs.mkdirSync(file);
    expect(await releases.look(source)).toEqual(err('no-manifest'));
    fs.rmdirSync(file);
    execFileSync('mkfifo', [file]);
    expect(await releases.look(source)).toEqual(err('no-manifest'));
  });

  it('that is signed and of a form to come is told as that, and more fields than are known are no trouble', async () => {
    const { stick, releases, source, manifest } = bench();
    writeManifest(stick, { ...manifest, format: 2 }, privateKey);
    expect(await releases.look(source)).toEqual(err('manifest-unreadable'));
    const strange = fileOf('loket.flatpak', 'flatpak', Buffer.from('x'));
    writeManifest(stick, { ...manifest, notes: 'more', files: [strange] }, privateKey);
    expect((await releases.look(source)).ok).toBe(true);
  });

  it('that names a file outside of its folder is none, although it is signed', async () => {
    const { stick, releases, source, manifest, file } = bench();
    writeManifest(stick, { ...manifest, files: [{ ...file, name: '../../settings.json' }] }, privateKey);
    expect(await releases.look(source)).toEqual(err('manifest-unreadable'));
  });
});

describe('a file that is fetched', () => {
  it('is copied with what proves it, and known again after a restart', async () => {
    const { folder, releases, source, looked, manifest, file } = bench();
    expect(releases.kept()).toEqual([]);
    expect(await releases.fetch(source, await looked(), file)).toEqual({ ok: true, value: undefined });
    const place = releases.fileOf('9.0.0', file) ?? '';
    expect(fs.readFileSync(place, 'utf8')).toBe('the program 9.0.0');
    expect(await releases.isWhole(place, file)).toBe(true);
    expect(fs.readdirSync(folder)).toEqual(['9.0.0']);
    const again = createReleases({ folder, keys: [publicKey], onFault: () => undefined });
    expect(again.kept()).toEqual([manifest]);
  });

  it('is the copy from then on: what becomes of the stick changes nothing', async () => {
    const { stick, releases, source, looked, file } = bench();
    await releases.fetch(source, await looked(), file);
    fs.writeFileSync(path.join(stick, file.name), 'another program!!');
    expect(await releases.isWhole(releases.fileOf('9.0.0', file) ?? '', file)).toBe(true);
  });

  it('swapped on the stick after its manifest was read is refused, and leaves nothing', async () => {
    const { stick, folder, releases, source, looked, file } = bench();
    const release = await looked();
    for (const swapped of ['another program!!', 'the program 9.0.', 'the program 9.0.0 and more', '']) {
      fs.writeFileSync(path.join(stick, file.name), swapped);
      expect(await releases.fetch(source, release, file)).toEqual(err('file-altered'));
      expect(fs.readdirSync(folder)).toEqual([]);
    }
  });

  it('changed by a single bit is refused, wherever the bit is', async () => {
    const { stick, releases, source, looked, file } = bench({ content: Buffer.alloc(3000, 7) });
    const release = await looked();
    await fc.assert(
      fc.asyncProperty(fc.nat(2999), fc.nat(7), async (at, bit) => {
        const altered = Buffer.alloc(3000, 7);
        altered[at] = 7 ^ (1 << bit);
        fs.writeFileSync(path.join(stick, file.name), altered);
        expect(await releases.fetch(source, release, file)).toEqual(err('file-altered'));
      }),
      { numRuns: 50 },
    );
  });

  it('that is a link to a good one is not followed', async () => {
    const { stick, releases, source, looked, file } = bench();
    const release = await looked();
    fs.renameSync(path.join(stick, file.name), path.join(stick, 'good'));
    fs.symlinkSync(path.join(stick, 'good'), path.join(stick, file.name));
    expect(await releases.fetch(source, release, file)).toEqual(err('source-gone'));
    expect(releases.kept()).toEqual([]);
  });

  it('takes the place of one of the same version, and a failed one takes no place at all', async () => {
    const { stick, releases, source, looked, file } = bench();
    const release = await looked();
    await releases.fetch(source, release, file);
    expect((await releases.fetch(source, release, file)).ok).toBe(true);
    fs.rmSync(path.join(stick, file.name));
    expect(await releases.fetch(source, release, file)).toEqual(err('source-gone'));
    expect(releases.fileOf('9.0.0', file)).toBeDefined();
  });

  it('altered in our own folder is seen before it is used, by its bytes and by its manifest’s', async () => {
    const { folder, releases, source, looked, file } = bench();
    await releases.fetch(source, await looked(), file);
    const place = path.join(folder, '9.0.0', file.name);
    fs.writeFileSync(place, 'the program 9.0.1');
    expect(releases.fileOf('9.0.0', file)).toBe(place);
    expect(await releases.isWhole(place, file)).toBe(false);
    fs.writeFileSync(place, 'shorter');
    expect(releases.fileOf('9.0.0', file)).toBeUndefined();
    fs.appendFileSync(path.join(folder, '9.0.0', manifestName), ' ');
    expect(releases.kept()).toEqual([]);
  });

  it('kept under another version’s name is not believed', async () => {
    const { folder, releases, source, looked, file } = bench();
    await releases.fetch(source, await looked(), file);
    fs.renameSync(path.join(folder, '9.0.0'), path.join(folder, '9.9.9'));
    expect(releases.kept()).toEqual([]);
  });

  it('is removed where it is worth keeping no longer, with what was cut off, and nothing else is', async () => {
    const { folder, releases, source, looked, file } = bench();
    await releases.fetch(source, await looked(), file);
    for (const name of ['8.0.0', 'incoming', 'notes']) fs.mkdirSync(path.join(folder, name));
    releases.keepOnly((kept) => {
      expect(kept).toEqual(['9.0.0']);
      return kept;
    });
    expect(fs.readdirSync(folder).toSorted()).toEqual(['9.0.0', 'notes']);
  });

  it('stays with all others where one of them cannot be read just now', async () => {
    const { folder, releases, source, looked, file } = bench();
    await releases.fetch(source, await looked(), file);
    // A folder that is no folder is not read by root either.
    fs.writeFileSync(path.join(folder, '8.0.0'), '');
    releases.keepOnly(() => []);
    expect(fs.readdirSync(folder).toSorted()).toEqual(['8.0.0', '9.0.0']);
  });
});
