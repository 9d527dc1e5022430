import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createPackageWithOptions } from '@electron/asar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  foreignFiles,
  packagesToRun,
  packedFiles,
  packedPackages,
  weigh,
} from '../../../scripts/dist/contents.mjs';
import { contentsReport } from '../../../scripts/dist/report.mjs';

const packages = new Set(['usb', 'debug', '@serialport/bindings-cpp']);
const foreign = (...names: readonly string[]): readonly string[] =>
  foreignFiles(
    names.map((name) => ({ name, bytes: 1 })),
    packages,
    'linux-x64',
  );

describe('what is in a package', () => {
  it('may be the runtime, what the build makes, and what of node_modules is loaded', () => {
    expect(
      foreign(
        'loket',
        'libffmpeg.so',
        'locales/id.pak',
        'LICENSES.chromium.html',
        'resources/app.asar/package.json',
        'resources/app.asar/out/main/main.cjs',
        'resources/app.asar/out/renderer/index.html',
        'resources/app.asar/out/renderer/assets/index-B2x_9.js',
        'resources/app.asar/node_modules/usb/usb.js',
        'resources/app.asar/node_modules/usb/node_modules/debug/src/index.js',
        'resources/app.asar.unpacked/node_modules/usb/prebuilds/linux-x64/node.napi.glibc.node',
        'resources/app.asar.unpacked/node_modules/usb/LICENSE',
      ),
    ).toEqual([]);
  });

  it.each([
    'resources/app.asar/electron/main.ts',
    'resources/app.asar/out/main/main.cjs.map',
    'resources/app.asar/out/renderer/assets/index.js.map',
    'resources/app.asar/out/package-test/x.deb',
    'resources/app.asar/test/unit/x.test.js',
    'resources/app.asar/settings.json',
    'resources/app.asar/.env',
    'resources/app.asar/node_modules/react/index.js',
    'resources/app.asar/node_modules/usb/src/node_usb.cc',
    'resources/app.asar/node_modules/usb/libusb/libusb.h',
    'resources/app.asar/node_modules/usb/README.md',
    'resources/app.asar/node_modules/debug/node_modules/react/index.js',
    'resources/app.asar.unpacked/node_modules/usb/prebuilds/win32-x64/node.napi.node',
    'resources/app.asar.unpacked/node_modules/usb/prebuilds/linux-arm64/node.napi.armv8.node',
    'resources/app.asar.unpacked/node_modules/usb/prebuilds/linux-x64/node.napi.musl.node',
    'resources/default_app.asar',
    'resources/app/main.js',
    'locales/de.pak',
    'browser_v8_context_snapshot.bin',
    'main.cjs',
  ])('may not be %s', (name) => {
    expect(foreign(name)).toEqual([name]);
  });

  it('of node_modules are the packages that are depended on for running, and no others', () => {
    const all = packagesToRun();
    for (const name of ['usb', 'serialport', '@photostructure/sqlite', '@serialport/bindings-cpp', 'ms'])
      expect(all, name).toContain(name);
    for (const name of ['react', 'electron', 'vite', 'zod', 'escpos']) expect(all, name).not.toContain(name);
  });

  it('names the packages that are in it, those inside of others too', () => {
    const names = [
      'loket',
      'resources/app.asar/node_modules/usb/usb.js',
      'x/node_modules/usb/node_modules/@a/b/c.js',
    ];
    expect(packedPackages(names.map((name) => ({ name, bytes: 1 })))).toEqual(new Set(['usb', '@a/b']));
  });

  it('weighs too much where it is more than a tenth of the runtime', () => {
    const of = (bytes: number) =>
      weigh([
        { name: 'loket', bytes: 1000 },
        { name: 'resources/app.asar/package.json', bytes },
      ]);
    expect(of(100)).toEqual({ runtime: 1000, ours: 100, share: 0.1, isSmall: true });
    expect(of(101).isSmall).toBe(false);
  });
});

describe('a packed folder', () => {
  let folder: string;
  beforeAll(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'loket-contents-'));
    const app = path.join(folder, 'app');
    fs.mkdirSync(path.join(app, 'out/main'), { recursive: true });
    fs.writeFileSync(path.join(app, 'out/main/main.cjs'), 'x'.repeat(3000));
    fs.writeFileSync(path.join(app, 'native.node'), 'x'.repeat(500));
    fs.mkdirSync(path.join(folder, 'packed/resources'), { recursive: true });
    fs.writeFileSync(path.join(folder, 'packed/loket'), 'x'.repeat(7000));
    await createPackageWithOptions(app, path.join(folder, 'packed/resources/app.asar'), { unpack: '*.node' });
  });
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

  it('is listed with what is in its archive, and each file once', () => {
    const files = packedFiles(path.join(folder, 'packed'));
    expect(files.toSorted((a, b) => a.name.localeCompare(b.name))).toEqual([
      { name: 'loket', bytes: 7000 },
      { name: 'resources/app.asar.unpacked/native.node', bytes: 500 },
      { name: 'resources/app.asar/out/main/main.cjs', bytes: 3000 },
    ]);
  });

  it('is shown with the largest first', () => {
    const lines = contentsReport(path.join(folder, 'packed'), { everyFile: true }).split('\n');
    expect(lines.map((line) => line.trim().split(/\s+/).slice(2).join(' ')).slice(0, 3)).toEqual([
      'loket',
      'resources/app.asar/out/main/main.cjs',
      'resources/app.asar.unpacked/native.node',
    ]);
  });
});
