import fs from 'node:fs';
import path from 'node:path';
import type { Protocol } from 'electron';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appSchemePrivileges, resolveAppFile, serveApp } from '../../../electron/window/app-protocol.ts';
import { contentSecurityPolicy } from '../../../electron/window/content-security-policy.ts';
import { tempFolder } from '../ledger/temp-folder.ts';

const folder = path.resolve('/srv/renderer');

describe('a file asked for by app://', () => {
  it.each([
    ['app://loket/index.html', 'index.html', 'text/html; charset=utf-8'],
    ['app://loket/assets/main-1a2b.js', 'assets/main-1a2b.js', 'text/javascript; charset=utf-8'],
    ['app://loket/assets/main.css?v=1', 'assets/main.css', 'text/css; charset=utf-8'],
    ['app://loket/paper.html#job=1', 'paper.html', 'text/html; charset=utf-8'],
    ['app://loket/assets/../index.html', 'index.html', 'text/html; charset=utf-8'],
    ['app://loket/a%20b.svg', 'a b.svg', 'image/svg+xml'],
    ['app://loket//assets/font.woff2', 'assets/font.woff2', 'font/woff2'],
  ])('%s is the renderer’s %s', (url, file, type) => {
    expect(resolveAppFile(url, folder)).toEqual({ file: path.join(folder, file), type });
  });

  it.each([
    ['nothing', ''],
    ['no URL', 'index.html'],
    ['the folder itself', 'app://loket/'],
    ['the bare host', 'app://loket'],
    ['no host', 'app:///index.html'],
    ['another host', 'app://evil/index.html'],
    ['a host that begins with ours', 'app://loket.evil.example/index.html'],
    ['our host as a user of another', 'app://loket@evil/index.html'],
    ['a port', 'app://loket:80/index.html'],
    ['another scheme', 'file:///srv/renderer/index.html'],
    ['the web', 'https://loket/index.html'],
    ['the scheme with a letter more', 'apps://loket/index.html'],
    ['encoded dots and slashes', 'app://loket/%2e%2e%2f%2e%2e%2fetc/secret.html'],
    ['dots and encoded slashes', 'app://loket/..%2f..%2fvault.html'],
    ['encoded dots and slashes behind a folder of ours', 'app://loket/assets%2f..%2f..%2fsecret.html'],
    ['the folder next to ours with our name first', 'app://loket/..%2frenderer-secret/index.html'],
    ['a backslash', 'app://loket/..%5c..%5csecret.html'],
    ['a plain backslash', 'app://loket/a\\..\\..\\secret.html'],
    ['a NUL', 'app://loket/index.html%00.png'],
    ['an encoding that is none', 'app://loket/%zz.html'],
    ['half an encoding of UTF-8', 'app://loket/%c3.html'],
    ['a kind of file we do not ship', 'app://loket/main.cjs'],
    ['a source map', 'app://loket/assets/main.js.map'],
    ['a file without a kind', 'app://loket/assets/LICENSE'],
    ['a hidden file', 'app://loket/.html'],
    ['a kind in capitals', 'app://loket/INDEX.HTML'],
  ])('is refused for %s: %s', (_why, url) => {
    expect(resolveAppFile(url, folder)).toBeUndefined();
  });

  it('with a user or a password is refused: our pages never ask so', () => {
    expect(resolveAppFile('app://user@loket/index.html', folder)).toBeUndefined();
    expect(resolveAppFile('app://user:pass@loket/index.html', folder)).toBeUndefined();
  });

  it('never lies outside the renderer’s folder, however it is asked for', () => {
    const part = fc.constantFrom(
      '..',
      '.',
      '%2e%2e',
      '%2E.',
      '..%2f',
      '/',
      '%2f',
      '%5c',
      '\\',
      '%00',
      'a',
      'etc',
      'x.html',
      '.js',
      '~',
      ':',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 10 }), fc.constantFrom('', '/', '//'), (parts, join) => {
        const found = resolveAppFile(`app://loket/${parts.join(join)}`, folder);
        if (found === undefined) return;
        const relative = path.relative(folder, found.file);
        expect(relative).not.toBe('');
        expect(relative.split(path.sep)).not.toContain('..');
        expect(path.isAbsolute(relative)).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the app:// protocol', () => {
  const serve = () => {
    const root = tempFolder();
    const renderer = path.join(root, 'renderer');
    fs.mkdirSync(path.join(renderer, 'folder.html'), { recursive: true });
    fs.writeFileSync(path.join(renderer, 'index.html'), '<!doctype html>');
    fs.writeFileSync(path.join(root, 'secret.html'), 'secret');
    let handler: ((request: Request) => Promise<Response>) | undefined;
    const protocol = {
      handle: (scheme: string, next: (request: Request) => Promise<Response>) => {
        expect(scheme).toBe('app');
        handler = next;
      },
    } as unknown as Protocol;
    serveApp(protocol, renderer);
    return (url: string, method = 'GET'): Promise<Response> => {
      if (handler === undefined) throw new Error('nothing is served');
      return handler({ url, method } as Request);
    };
  };

  it('serves a page with its policy and without guessing its type', async () => {
    const answer = await serve()('app://loket/index.html');
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe('<!doctype html>');
    expect(Object.fromEntries(answer.headers)).toEqual({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': contentSecurityPolicy(),
      'x-content-type-options': 'nosniff',
    });
  });

  it.each([
    ['app://loket/none.html', 'GET'],
    ['app://loket/folder.html', 'GET'],
    ['app://loket/..%2fsecret.html', 'GET'],
    ['app://other/index.html', 'GET'],
    ['app://loket/index.html', 'POST'],
    ['app://loket/index.html', 'HEAD'],
  ])('answers %s by %s with 404 and nothing else', async (url, method) => {
    const answer = await serve()(url, method);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toBe('');
  });

  it('has a real origin and no privilege that reaches past it', () => {
    expect(appSchemePrivileges.scheme).toBe('app');
    expect(appSchemePrivileges.privileges).toMatchObject({ standard: true, secure: true });
    for (const reach of ['bypassCSP', 'allowServiceWorkers', 'supportFetchAPI', 'corsEnabled', 'stream']) {
      expect(appSchemePrivileges.privileges).not.toHaveProperty(reach);
    }
  });
});
