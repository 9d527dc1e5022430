import fs from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { installedBy, type Surroundings } from '../../../electron/updates/installed-by.ts';
import { createInstaller } from '../../../electron/updates/installer.ts';
import { err } from '../../../shared/result.ts';
import { fileOf } from '../../fixtures/release.ts';
import { memoryFolder } from '../ledger/temp-folder.ts';

const packaged: Surroundings = {
  platform: 'linux',
  execPath: '/opt/Loket/loket',
  isPackaged: true,
  appImage: undefined,
  appDir: undefined,
  dpkgList: '/.\n/opt\n/opt/Loket\n/opt/Loket/loket',
};
const image = { appImage: '/home/sri/Loket.AppImage', appDir: '/tmp/.mount_Loket' };
const content = Buffer.from('another program');

afterEach(() => vi.unstubAllEnvs());

describe('how a program was installed', () => {
  it.each([
    ['deb', {}],
    ['tar.gz', { dpkgList: undefined }],
    ['tar.gz', { dpkgList: '/opt/Loket/loket-other' }],
    ['tar.gz', { execPath: '/home/sri/loket/loket' }],
    ['tar.gz', { isPackaged: false }],
    ['nsis', { platform: 'win32', execPath: String.raw`C:\Program Files\Loket\Loket.exe` }],
    ['tar.gz', { platform: 'darwin' }],
    ['AppImage', { ...image, execPath: '/tmp/.mount_Loket/loket' }],
    // Started from a terminal that is an AppImage itself: that one is not ours to replace.
    ['deb', image],
    ['tar.gz', { ...image, execPath: '/tmp/.mount_LoketX/loket', dpkgList: undefined }],
    ['tar.gz', { ...image, appDir: '', dpkgList: undefined }],
    ['tar.gz', { ...image, appImage: 'Loket.AppImage', execPath: '/tmp/.mount_Loket/loket' }],
    ['nsis', { ...image, platform: 'win32', execPath: '/tmp/.mount_Loket/loket' }],
  ] as const)('is %s with %j', (kind, over) => {
    expect(installedBy({ ...packaged, ...over })).toBe(kind);
  });
});

/** A folder of commands that stands alone in the PATH, with a pkexec that does as it is told by what follows. */
function withPkexec(script: string) {
  const home = memoryFolder();
  const commands = path.join(home, 'bin');
  fs.mkdirSync(commands);
  const said = path.join(home, 'said');
  fs.writeFileSync(path.join(commands, 'pkexec'), `#!/bin/sh\nSAID='${said}'\n${script}\n`, { mode: 0o755 });
  vi.stubEnv('PATH', commands);
  const from = path.join(home, 'loket’s new.deb');
  fs.writeFileSync(from, content);
  const faults: string[] = [];
  const installer = createInstaller({
    surroundings: packaged,
    resources: home,
    onFault: (what, error) => void faults.push(`${what}: ${String(error)}`),
  });
  return { home, commands, said, from, installer, faults, file: fileOf('loket.deb', 'deb', content) };
}

describe('a Debian package', () => {
  it('is installed by root from a copy of its own, whose hash root itself has looked at', async () => {
    // What follows `pkexec` is run as it stands, with the real shell and tools, and an apt-get that only tells.
    const bench = withPkexec('PATH="${0%/*}:/usr/bin:/bin" exec "$@"');
    fs.writeFileSync(
      path.join(bench.commands, 'apt-get'),
      `#!/bin/sh\nfor word in "$@"; do echo "$word" >> '${bench.said}'; last=$word; done\ncat "$last" >> '${bench.said}'\n`,
      { mode: 0o755 },
    );
    const installed = await bench.installer.install(bench.from, bench.file);
    expect(bench.faults).toEqual([]);
    expect(installed).toEqual({ ok: true, value: { kind: 'installed' } });
    const said = fs.readFileSync(bench.said, 'utf8').split('\n');
    expect(said.slice(0, 4)).toEqual(['install', '-y', '--allow-downgrades', '--no-remove']);
    expect(said[4]).toMatch(/^\/tmp\/.*\/loket\.deb$/);
    expect(said[4]).not.toBe(bench.from);
    expect(said[5]).toBe('another program');
    // Nothing is left of the copy.
    expect(fs.existsSync(path.dirname(said[4] ?? '/'))).toBe(false);
  });

  it('swapped after it was checked is refused by root', async () => {
    const bench = withPkexec('PATH="${0%/*}:/usr/bin:/bin" exec "$@"');
    fs.writeFileSync(path.join(bench.commands, 'apt-get'), `#!/bin/sh\ntouch '${bench.said}'\n`, {
      mode: 0o755,
    });
    fs.writeFileSync(bench.from, 'a stranger’s program');
    expect(await bench.installer.install(bench.from, bench.file)).toEqual(err('file-altered'));
    expect(fs.existsSync(bench.said)).toBe(false);
  });

  it.each([
    ['nobody typed the password', 'exit 126', 'not-permitted'],
    ['there was nobody to ask', 'exit 127', 'not-permitted'],
    ['apt failed', 'echo broken >&2; exit 100', 'install-failed'],
    ['it was killed', 'kill -9 $$', 'install-failed'],
  ])('is not installed where %s', async (_, script, code) => {
    const bench = withPkexec(script);
    expect(await bench.installer.install(bench.from, bench.file)).toEqual(err(code));
    expect(bench.faults).toHaveLength(1);
  });

  it('is a technician’s where the system has no pkexec, who is told the very command', async () => {
    const bench = withPkexec('exit 0');
    expect(bench.installer.byHand(bench.from)).toBeNull();
    fs.rmSync(path.join(bench.commands, 'pkexec'));
    expect(bench.installer.byHand(bench.from)).toEqual({
      file: bench.from,
      command: `sudo apt-get install -y --allow-downgrades '${bench.from}'`,
    });
    expect(bench.installer.byHand(`/a'b`)?.command).toContain(String.raw`'/a'\''b'`);
    expect(await bench.installer.install(bench.from, bench.file)).toEqual(err('by-hand'));
  });
});

describe('an AppImage', () => {
  function bench() {
    const home = memoryFolder();
    const [place, from] = [path.join(home, 'Loket.AppImage'), path.join(home, 'new')];
    fs.writeFileSync(place, 'the program that runs', { mode: 0o755 });
    fs.writeFileSync(from, content);
    const faults: unknown[] = [];
    const installer = createInstaller({
      surroundings: { ...packaged, ...image, appImage: place, execPath: '/tmp/.mount_Loket/loket' },
      resources: home,
      onFault: (_, error) => void faults.push(error),
    });
    return { home, place, from, installer, faults, file: fileOf('x.AppImage', 'AppImage', content) };
  }

  it('takes the place of the one that runs in one step, and can be started', async () => {
    const { home, place, from, installer, file } = bench();
    const running = fs.openSync(place, 'r');
    expect(await installer.install(from, file)).toEqual({ ok: true, value: { kind: 'installed' } });
    expect(fs.readFileSync(place, 'utf8')).toBe('another program');
    expect(fs.statSync(place).mode & 0o777).toBe(0o755);
    // What runs goes on from what it was.
    expect(fs.readFileSync(running, 'utf8')).toBe('the program that runs');
    fs.closeSync(running);
    expect(fs.readdirSync(home).toSorted()).toEqual(['Loket.AppImage', 'new']);
  });

  it('altered since it was checked, or gone, leaves the one that runs', async () => {
    const { home, place, from, installer, file } = bench();
    fs.writeFileSync(from, 'a stranger’s!!!');
    expect(await installer.install(from, file)).toEqual(err('file-altered'));
    fs.rmSync(from);
    expect(await installer.install(from, file)).toEqual(err('install-failed'));
    expect(fs.readFileSync(place, 'utf8')).toBe('the program that runs');
    expect(fs.readdirSync(home)).toEqual(['Loket.AppImage']);
  });

  it('does not write through a link that lies where it is made', async () => {
    const { home, place, from, installer, file } = bench();
    const victim = path.join(home, 'victim');
    fs.writeFileSync(victim, 'keep');
    fs.symlinkSync(victim, `${place}.new`);
    expect((await installer.install(from, file)).ok).toBe(true);
    expect(fs.readFileSync(victim, 'utf8')).toBe('keep');
  });
});

describe('a program installed by hand', () => {
  it('is replaced by hand', async () => {
    const installer = createInstaller({
      surroundings: { ...packaged, dpkgList: undefined },
      resources: '/',
      onFault: () => undefined,
    });
    expect(installer.byHand('/data/updates/x.tar.gz')).toEqual({
      file: '/data/updates/x.tar.gz',
      command: null,
    });
    expect(await installer.install('/x', fileOf('x.tar.gz', 'tar.gz', content))).toEqual(err('by-hand'));
  });
});

describe('Windows’ installer', () => {
  /** A stand-in that can run here: what Windows would start is started by its name. */
  function bench(helper: boolean) {
    const home = memoryFolder();
    const said = path.join(home, 'said');
    const script = (name: string) =>
      `#!/bin/sh\necho ${name} "$@" > '${said}.part'; mv '${said}.part' '${said}'\n`;
    const from = path.join(home, 'setup.exe');
    fs.writeFileSync(from, script('installer'), { mode: 0o755 });
    if (helper) fs.writeFileSync(path.join(home, 'elevate.exe'), script('elevate'), { mode: 0o755 });
    const faults: unknown[] = [];
    const installer = createInstaller({
      surroundings: { ...packaged, platform: 'win32' },
      resources: home,
      onFault: (_, error) => void faults.push(error),
    });
    return { from, said, installer, faults, file: fileOf('setup.exe', 'nsis', fs.readFileSync(from)) };
  }

  it.each([
    ['by the helper for rights', true, 'elevate'],
    ['by itself where there is no such helper', false, 'installer'],
  ])('is started when the program has ended and not before, %s', async (_, helper, name) => {
    const { from, said, installer, file } = bench(helper);
    const installed = await installer.install(from, file);
    if (!installed.ok || installed.value.kind !== 'when-closed') throw new Error('not as on Windows');
    expect(fs.existsSync(said)).toBe(false);
    installed.value.start();
    await vi.waitFor(() => expect(fs.existsSync(said)).toBe(true));
    expect(fs.readFileSync(said, 'utf8').trim()).toBe(
      helper ? `${name} ${from} /S --force-run` : `${name} /S --force-run`,
    );
  });

  it('altered since it was checked is not started', async () => {
    const { from, said, installer, file, faults } = bench(false);
    const installed = await installer.install(from, file);
    fs.appendFileSync(from, '# more');
    if (installed.ok && installed.value.kind === 'when-closed') installed.value.start();
    expect(faults).toHaveLength(1);
    expect(fs.existsSync(said)).toBe(false);
  });
});
