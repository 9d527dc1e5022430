import fs from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createReleases } from '../../electron/updates/releases.ts';
import { err, ok } from '../../shared/result.ts';
import { manifestName, signatureName } from '../../shared/update/manifest.ts';
import { releaseKey, writeRelease } from '../fixtures/release.ts';
import { memoryFolder } from '../unit/ledger/temp-folder.ts';
import { identity, pem } from './wire-bench.ts';

const { privateKey, publicKey } = releaseKey();
const servers: http.Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

type Answer = (response: http.ServerResponse, content: Buffer, request: http.IncomingMessage) => void;
const plainly: Answer = (response, content) => void response.end(content);

/** A real server with a release on it, whose answers for a file may be others, and a counter that takes updates from it. */
async function bench(
  answers: Readonly<Record<string, Answer>> = {},
  { isSecure = false, isSilent = false, host = '127.0.0.1' } = {},
) {
  const home = memoryFolder();
  const place = path.join(home, 'served');
  const content = Buffer.alloc(300_000, 'the program ');
  const { file } = writeRelease({ folder: place, key: privateKey, content });
  const asked: http.IncomingMessage[] = [];
  const serve: http.RequestListener = (request, response) => {
    asked.push(request);
    const name = decodeURIComponent((request.url ?? '').replace('/loket/stabil/', ''));
    const at = path.join(place, name);
    const isThere = !name.includes('/') && fs.existsSync(at);
    const answer = answers[name === file.name ? 'file' : name];
    if (!isThere) return void response.writeHead(404).end('nothing here');
    (answer ?? plainly)(response, fs.readFileSync(at), request);
  };
  const server = isSecure ? https.createServer(identity('loopback'), serve) : http.createServer(serve);
  servers.push(server);
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const folder = path.join(home, 'own');
  const releases = createReleases({
    folder,
    keys: [publicKey],
    onFault: () => undefined,
    patience: { begin: isSilent ? 300 : 60_000, silence: isSilent ? 300 : 60_000, whole: 120_000 },
    ca: pem('authority.pem'),
  });
  const url = `${isSecure ? 'https' : 'http'}://${host}:${port}/loket/stabil`;
  const source = { kind: 'address', url } as const;
  const fetched = async () => {
    const looked = await releases.look(source);
    return looked.ok ? await releases.fetch(source, looked.value, file) : looked;
  };
  return { releases, source, fetched, file, asked, folder, port, place };
}

describe('an address that updates come from', () => {
  it.each([
    ['by https', true],
    ['on this very machine', false],
  ])('is read %s, and told nothing but what is wanted', async (_, isSecure) => {
    const { releases, source, fetched, file, asked } = await bench({}, { isSecure });
    expect(await fetched()).toEqual(ok(undefined));
    expect(await releases.isWhole(releases.fileOf('9.0.0', file) ?? '', file)).toBe(true);
    expect(asked.map(({ method, url }) => `${method} ${url}`)).toEqual(
      [manifestName, signatureName, file.name].map((name) => `GET /loket/stabil/${name}`),
    );
    const told = new Set(asked.flatMap(({ headers }) => Object.keys(headers)));
    expect([...told].toSorted()).toEqual(['accept', 'accept-encoding', 'connection', 'host']);
    expect(releases.accepts(source)).toBe(true);
  });

  it('is not believed by a certificate for another name', async () => {
    const { fetched } = await bench({}, { isSecure: true, host: 'localhost.localdomain' });
    expect(await fetched()).toEqual(err('source-gone'));
  });

  it.each([
    'http://example.org/loket',
    'http://localhost/loket',
    'https://sri:sandi@example.org/',
    'https://example.org/?file=',
    'https://example.org/#x',
    'ftp://example.org/',
    'file:///etc',
    'example.org',
    'http://127.0.0.1.example.org/',
  ])('is never %s, and nobody calls there', async (url) => {
    const { releases } = await bench();
    const source = { kind: 'address', url } as const;
    expect(releases.accepts(source)).toBe(false);
    expect(await releases.look(source)).toEqual(err('address-not-allowed'));
  });

  it.each([
    ['sends on to another place', 'source-refused', (r) => void r.writeHead(302, { location: '/x' }).end()],
    ['has a fault of its own', 'source-refused', (r) => void r.writeHead(500).end('oops')],
    ['wants a password', 'source-refused', (r) => void r.writeHead(401).end()],
    ['sends a piece of it', 'source-refused', (r) => void r.writeHead(206).end('{}')],
    ['has no manifest', 'no-manifest', (r) => void r.writeHead(404).end('{}')],
    ['sends too much', 'no-manifest', (r) => void r.end(Buffer.alloc(70_000, 0x20))],
    ['says nothing', 'source-gone', () => undefined],
    ['falls silent half way', 'source-gone', (r, content) => void r.write(content.subarray(0, 20))],
    ['hangs up at once', 'source-gone', (r) => void r.destroy()],
    [
      'is cut off',
      'source-gone',
      (r, content) => {
        r.writeHead(200, { 'content-length': content.length });
        r.write(content.subarray(0, 20), () => r.destroy());
      },
    ],
    ['shows a page of its own instead', 'bad-signature', (r) => void r.end('<html>Masuk dulu</html>')],
  ] as readonly (readonly [string, string, Answer])[])(
    'that %s offers nothing (%s)',
    async (what, code, answer) => {
      const isSilent = /silent|nothing$/.test(what);
      const { fetched, folder, asked } = await bench({ [manifestName]: answer }, { isSilent });
      expect(await fetched()).toEqual(err(code));
      expect(fs.existsSync(folder)).toBe(false);
      // A redirect is not followed, and nothing is asked twice.
      expect(asked.filter(({ url }) => url?.endsWith(manifestName) === true)).toHaveLength(1);
      expect(asked.every(({ url }) => url?.startsWith('/loket/stabil/') === true)).toBe(true);
    },
  );

  it('without a signature offers nothing', async () => {
    const { fetched, place } = await bench();
    fs.rmSync(path.join(place, signatureName));
    expect(await fetched()).toEqual(err('no-manifest'));
  });

  it.each([
    ['is of another content', 'file-altered', (r, content) => void r.end(Buffer.alloc(content.length, 'x'))],
    ['is too short', 'file-altered', (r, content) => void r.end(content.subarray(0, -1))],
    [
      'is one byte too long',
      'file-altered',
      (r, content) => void r.end(Buffer.concat([content, Buffer.from('x')])),
    ],
    [
      'is cut off',
      'source-gone',
      (r, content) => void r.write(content.subarray(0, 99_999), () => r.destroy()),
    ],
    ['falls silent', 'source-gone', (r, content) => void r.write(content.subarray(0, 99_999))],
    ['is elsewhere', 'source-refused', (r) => void r.writeHead(301, { location: '/y' }).end()],
    ['is gone', 'source-gone', (r) => void r.writeHead(404).end()],
  ] as readonly (readonly [string, string, Answer])[])(
    'whose file %s brings nothing, and leaves nothing (%s)',
    async (what, code, answer) => {
      const { fetched, folder, releases } = await bench({ file: answer }, { isSilent: /silent/.test(what) });
      expect(await fetched()).toEqual(err(code));
      expect(fs.readdirSync(folder)).toEqual([]);
      expect(releases.kept()).toEqual([]);
    },
  );

  it('that never ends is left as soon as there is more than the manifest says', async () => {
    let hasClosed = false;
    const { fetched, folder } = await bench({
      file(response) {
        const more = (): void => {
          while (!response.destroyed && response.write(Buffer.alloc(100_000, 'x')));
        };
        response.on('drain', more);
        response.on('close', () => void (hasClosed = true));
        more();
      },
    });
    expect(await fetched()).toEqual(err('file-altered'));
    await expect.poll(() => hasClosed).toBe(true);
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  it('where nobody listens is gone', async () => {
    const { releases, port } = await bench();
    servers[0]?.close();
    servers[0]?.closeAllConnections();
    expect(await releases.look({ kind: 'address', url: `http://127.0.0.1:${port}` })).toEqual(
      err('source-gone'),
    );
  });
});
