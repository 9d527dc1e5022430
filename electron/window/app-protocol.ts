import fs from 'node:fs/promises';
import path from 'node:path';
import type { Protocol } from 'electron';
import { contentSecurityPolicy } from './content-security-policy.ts';

const appScheme = 'app';
/** The only origin of ours. */
export const appOrigin = 'app://loket';

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** The privileges of `app://`, registered before Electron is ready: a real origin, and no more than it needs. */
export const appSchemePrivileges = {
  scheme: appScheme,
  privileges: { standard: true, secure: true, codeCache: true },
};

/**
 * The file of the renderer that `url` names, or `undefined` where it names none: another host, a path that
 * leaves `folder` (also by `%2e%2e%2f`, which survives URL normalisation), or a type we do not ship.
 */
export function resolveAppFile(url: string, folder: string): { file: string; type: string } | undefined {
  let pathname: string;
  try {
    const parsed = new URL(url);
    if (`${parsed.protocol}//${parsed.host}` !== appOrigin) return undefined;
    if (parsed.username !== '' || parsed.password !== '') return undefined;
    pathname = decodeURIComponent(parsed.pathname);
  } catch {
    return undefined;
  }
  if (pathname.includes('\0') || pathname.includes('\\')) return undefined;
  const file = path.join(folder, pathname);
  if (!file.startsWith(folder + path.sep)) return undefined;
  const type = mediaTypes[path.extname(file)];
  return type === undefined ? undefined : { file, type };
}

/** Serves the renderer's folder under `app://loket/`. */
export function serveApp(protocol: Protocol, folder: string): void {
  protocol.handle(appScheme, async (request) => {
    const found = request.method === 'GET' ? resolveAppFile(request.url, folder) : undefined;
    if (found === undefined) return new Response(null, { status: 404 });
    try {
      const body = await fs.readFile(found.file);
      return new Response(new Uint8Array(body), {
        headers: {
          'Content-Type': found.type,
          'Content-Security-Policy': contentSecurityPolicy(),
          'X-Content-Type-Options': 'nosniff',
        },
      });
    } catch {
      return new Response(null, { status: 404 });
    }
  });
}
