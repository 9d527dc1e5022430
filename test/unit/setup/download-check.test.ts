import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { downloadFault, readRefusal, rememberRefusal } from '../../../scripts/setup/download-check.mjs';

let server: http.Server | undefined;
afterEach(() => server?.closeAllConnections());
afterEach(() => server?.close());

async function serving(answer: http.RequestListener): Promise<string> {
  server = http.createServer(answer);
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/electron.zip`;
}

describe('whether Electron’s own download can be reached', () => {
  it('it can: hangs up at the first bytes', async () => {
    let sent = 0;
    const url = await serving((_request, reply) => {
      const more = setInterval(() => {
        sent += 1;
        reply.write('PK\x03\x04 and on and on');
      }, 20);
      reply.on('close', () => clearInterval(more));
    });
    expect(await downloadFault(url)).toBeUndefined();
    const then = sent;
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(sent - then).toBeLessThan(3);
  });

  it('it can, behind redirects', async () => {
    const url = await serving((request, reply) => {
      if (request.url === '/electron.zip') reply.writeHead(302, { location: '/really' }).end();
      else reply.end('PK\x03\x04');
    });
    expect(await downloadFault(url)).toBeUndefined();
  });

  it('it cannot: missing, a login page, silence, nobody there', async () => {
    expect(await downloadFault(await serving((_request, reply) => reply.writeHead(404).end()))).toContain(
      '404',
    );
    expect(await downloadFault(await serving((_request, reply) => reply.end('<html>')))).toContain(
      'not a zip',
    );
    expect(await downloadFault(await serving(() => {}), 100)).toBe('no answer within 0.1 s');
    const headersOnly = await serving((_request, reply) => reply.flushHeaders());
    expect(await downloadFault(headersOnly, 100)).toBe('no answer within 0.1 s');
    expect(await downloadFault('http://127.0.0.1:1/electron.zip')).toBeDefined();
    expect(await downloadFault('not an address')).toBeDefined();
  });
});

describe('a refusal', () => {
  it('is remembered, and a damaged memory is none', () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'loket-refusal-'));
    const refusal = { url: 'https://mirror.example/', reason: 'no answer', at: 5 };
    expect(readRefusal(folder)).toBeUndefined();
    rememberRefusal(folder, refusal);
    expect(readRefusal(folder)).toEqual(refusal);
    for (const name of fs.readdirSync(folder)) fs.writeFileSync(path.join(folder, name), '{"url"');
    expect(readRefusal(folder)).toBeUndefined();
    fs.rmSync(folder, { recursive: true });
  });
});
