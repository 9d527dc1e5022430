import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundledPackages, licencesText } from '../../../scripts/dist/bundled.mjs';
import { checksumsFile, checksumsOf } from '../../../scripts/release/checksums.mjs';
import { bomOfProgram } from '../../../scripts/release/sbom.mjs';
import { isSignedProgram, signatureFault } from '../../../scripts/release/signatures.mjs';

describe('what a release is told apart by', () => {
  let folder: string;
  beforeAll(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'loket-release-'));
    fs.writeFileSync(path.join(folder, 'b.deb'), 'b');
    fs.writeFileSync(path.join(folder, 'a.exe'), 'a');
  });
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

  it('are checksums that the system’s own program takes, and finds a changed file by', async () => {
    fs.writeFileSync(path.join(folder, checksumsFile), await checksumsOf(folder, ['b.deb', 'a.exe']));
    const check = () => spawnSync('sha256sum', ['--check', checksumsFile], { cwd: folder, encoding: 'utf8' });
    expect(check().stdout).toBe('a.exe: OK\nb.deb: OK\n');
    fs.writeFileSync(path.join(folder, 'a.exe'), 'A');
    expect(check().status).toBe(1);
  });

  it('is a signature of them, which is missed', async () => {
    expect(await signatureFault(path.join(folder, checksumsFile))).toContain('there is no ');
  });

  it.runIf(spawnSync('gpg', ['--version']).status === 0)(
    'is a signature that holds for them and for nothing else',
    async () => {
      const home = path.join(folder, 'gpg');
      fs.mkdirSync(home, { mode: 0o700 });
      process.env['GNUPGHOME'] = home;
      try {
        const file = path.join(folder, 'signed');
        fs.writeFileSync(file, 'sums');
        const gpg = (...args: readonly string[]) =>
          execFileSync('gpg', ['--batch', '--pinentry-mode', 'loopback', '--passphrase', '', ...args], {
            stdio: 'ignore',
          });
        gpg('--quick-generate-key', 'Loket <loket@loket.example>', 'ed25519', 'sign');
        gpg('--armor', '--detach-sign', file);
        expect(await signatureFault(file)).toBeUndefined();
        fs.writeFileSync(file, 'others');
        expect(await signatureFault(file)).toMatch(/BAD/);
      } finally {
        spawnSync('gpgconf', ['--kill', 'all']);
        delete process.env['GNUPGHOME'];
      }
    },
  );

  it.each([
    ['of 64 bits, signed', 0x20b, 1000, true],
    ['of 64 bits', 0x20b, 0, false],
    ['of 32 bits, signed', 0x10b, 1000, true],
    ['of 32 bits', 0x10b, 0, false],
  ])('is Windows’ own signature of a program %s', (_what, magic, size, signed) => {
    const program = Buffer.alloc(1024);
    program.write('MZ', 0);
    program.writeUInt32LE(0x80, 0x3c);
    program.write('PE\0\0', 0x80, 'latin1');
    program.writeUInt16LE(magic, 0x98);
    const entry = 0x98 + (magic === 0x20b ? 112 : 96) + 32;
    program.writeUInt32LE(size, entry);
    program.writeUInt32LE(size, entry + 4);
    const file = path.join(folder, 'program.exe');
    fs.writeFileSync(file, program);
    expect(isSignedProgram(file)).toBe(signed);
  });

  it('is no signature of what is no program', () => {
    const file = path.join(folder, 'text.exe');
    fs.writeFileSync(file, 'MZ');
    expect(isSignedProgram(file)).toBe(false);
  });
});

describe('the list of parts', () => {
  const bom = {
    serialNumber: 'urn:uuid:1',
    metadata: { timestamp: 'now' },
    components: [
      { name: 'react', version: '19.0.0', 'bom-ref': 'react@19.0.0' },
      { name: 'vite', version: '8.0.0', 'bom-ref': 'vite@8.0.0' },
      { name: 'usb', version: '1.9.2', 'bom-ref': 'usb@1.9.2' },
    ],
    dependencies: [
      { ref: 'usb@1.9.2', dependsOn: ['vite@8.0.0', 'react@19.0.0'] },
      { ref: 'vite@8.0.0', dependsOn: [] },
    ],
  };
  const build = { electron: '45.4.1', timestamp: '2026-11-28T00:00:00Z' };

  it('names what is in the program and its runtime, and not what only built it', () => {
    const made = bomOfProgram(bom, (name) => name !== 'vite', build);
    expect(made.components.map(({ name, version }) => `${name} ${version}`)).toEqual([
      'react 19.0.0',
      'usb 1.9.2',
      'electron 45.4.1',
    ]);
    expect(made.dependencies).toEqual([{ ref: 'usb@1.9.2', dependsOn: ['react@19.0.0'] }]);
  });

  it('is the same for the same build, so that it can be signed', () => {
    const again = { ...bom, serialNumber: 'urn:uuid:2', metadata: { timestamp: 'later' } };
    const of = (each: typeof bom) => JSON.stringify(bomOfProgram(each, () => true, build));
    expect(of(again)).toBe(of(bom));
  });
});

describe('the words of others', () => {
  let root: string;
  beforeAll(() => {
    root = fs.mkdtempSync(path.join(os.tmpdir(), 'loket-licences-'));
    const write = (file: string, text: string): void => {
      fs.mkdirSync(path.join(root, path.dirname(file)), { recursive: true });
      fs.writeFileSync(path.join(root, file), text);
    };
    const zod = { name: 'zod', version: '4.0.0', identifier: 'MIT', text: 'Copyright Z' };
    const { text: _, ...wordless } = { ...zod, name: 'anynum' };
    write('out/main/licenses.json', JSON.stringify([zod, wordless]));
    write(
      'out/renderer/licenses.json',
      JSON.stringify([{ ...zod, name: 'react', text: 'Copyright R' }, zod]),
    );
    const font = 'node_modules/@fontsource-variable/plus-jakarta-sans';
    write(`${font}/package.json`, JSON.stringify({ version: '5.0.0', license: 'OFL-1.1' }));
    write(`${font}/LICENSE`, 'Copyright F');
  });
  afterAll(() => fs.rmSync(root, { recursive: true, force: true }));

  it('stand once for each package that is bundled, and for the font', () => {
    const packages = bundledPackages(root);
    expect(packages.map(({ name }) => name)).toEqual([
      '@fontsource-variable/plus-jakarta-sans',
      'anynum',
      'react',
      'zod',
    ]);
    expect(licencesText(packages).match(/Copyright [FRZ]/g)).toEqual([
      'Copyright F',
      'Copyright R',
      'Copyright Z',
    ]);
  });
});
