import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { afterExtract } from '../../../scripts/dist/after-extract.mjs';
import { builderEnvironment } from '../../../scripts/dist/electron-builder.mjs';
import { icoFile } from '../../../scripts/dist/ico.ts';
import { reachFault, toolsUrl } from '../../../scripts/dist/reach.mjs';

describe('the environment of electron-builder', () => {
  it('never makes links into the runtime, whoever starts it', () => {
    const env = builderEnvironment(
      { PATH: '/bin', VITEST: 'true', VITEST_POOL_ID: '1', USE_HARD_LINKS: 'true', NODE_OPTIONS: '--x' },
      {},
    );
    expect(Object.keys(env).sort()).toEqual([
      'CUSTOM_FPM_PATH',
      'ELECTRON_BUILDER_COMPRESSION_LEVEL',
      'PATH',
    ]);
    expect(fs.statSync(env['CUSTOM_FPM_PATH'] ?? '').mode & 0o111).not.toBe(0);
  });

  it('has the system’s archiver, where there is one', () => {
    expect(builderEnvironment({}, { archiver: '/usr/bin/7za' })['ELECTRON_BUILDER_7ZIP_PATH']).toBe(
      '/usr/bin/7za',
    );
  });
});

describe('a runtime that was copied', () => {
  it('loses what is for developers, and nothing else', () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'loket-extract-'));
    fs.mkdirSync(path.join(folder, 'resources'));
    for (const name of ['resources/default_app.asar', 'version', 'loket-default-app', 'electron'])
      fs.writeFileSync(path.join(folder, name), '');
    afterExtract({ appOutDir: folder });
    expect(new Set(fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }))).toEqual(
      new Set(['electron', 'resources']),
    );
    fs.rmSync(folder, { recursive: true });
  });
});

describe('whether a download can be reached', () => {
  let base: string;
  const server = http.createServer((request, response) => {
    if (request.url === '/silent') return;
    if (request.url === '/moved') response.writeHead(302, { location: '/file' }).end();
    else response.writeHead(request.url === '/file' ? 200 : 404).end();
  });
  beforeAll(async () => {
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const address = server.address();
    base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  it('is asked without fetching it, through redirects', async () => {
    expect(await reachFault(`${base}/file`)).toBeUndefined();
    expect(await reachFault(`${base}/moved`)).toBeUndefined();
  });

  it('is told with the reason, soon', async () => {
    expect(await reachFault(`${base}/gone`)).toContain('answered 404');
    expect(await reachFault(`${base}/silent`, 50)).toContain('did not answer');
    expect(await reachFault('http://127.0.0.1:1/')).toContain('cannot be reached');
  });

  it('is asked at a mirror, where one is set', () => {
    expect(toolsUrl({ ELECTRON_BUILDER_BINARIES_MIRROR: 'https://m.example/' })).toMatch(
      /^https:\/\/m\.example\/appimage/,
    );
    expect(toolsUrl({})).toMatch(/^https:\/\/github\.com\//);
  });
});

describe('an .ico', () => {
  it('holds each size, the largest as PNG and the others upside down as bitmaps', () => {
    const pixels = Buffer.from([1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4]);
    const png = Buffer.from('a picture');
    const ico = icoFile([
      { size: 2, png: Buffer.alloc(0), pixels },
      { size: 256, png, pixels: Buffer.alloc(0) },
    ]);
    expect([ico.readUInt16LE(0), ico.readUInt16LE(2), ico.readUInt16LE(4)]).toEqual([0, 1, 2]);
    expect([ico[6], ico[22]]).toEqual([2, 0]);
    const [length, offset] = [ico.readUInt32LE(30), ico.readUInt32LE(34)];
    expect(ico.subarray(offset, offset + length)).toEqual(png);
    const bitmap = ico.subarray(ico.readUInt32LE(18));
    expect([bitmap.readUInt32LE(0), bitmap.readInt32LE(8), bitmap.readUInt16LE(14)]).toEqual([40, 4, 32]);
    expect([...bitmap.subarray(40, 56)]).toEqual([3, 3, 3, 3, 4, 4, 4, 4, 1, 1, 1, 1, 2, 2, 2, 2]);
    // Two rows of mask, each filled up to four bytes.
    expect(ico.readUInt32LE(14)).toBe(40 + 16 + 8);
  });
});
