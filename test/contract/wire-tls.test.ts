import { execFile } from 'node:child_process';
import fs from 'node:fs';
import https from 'node:https';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const certificates = path.resolve(import.meta.dirname, '../fixtures/tls');
const pem = (name: string): string => fs.readFileSync(path.join(certificates, name), 'utf8');

describe('the wire over TLS', () => {
  const received: string[] = [];
  const server = https.createServer(
    { key: pem('loopback-key.pem'), cert: pem('loopback.pem') },
    (request, response) => {
      request.on('data', (chunk: Buffer) => received.push(`${request.method} ${chunk.toString()}`));
      request.on('end', () => response.end('{"ok":true}'));
    },
  );
  let port = 0;
  beforeAll(async () => {
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const address = server.address();
    port = typeof address === 'object' && address !== null ? address.port : 0;
  });
  afterAll(() => void server.close());

  const call = async (host: string, env: NodeJS.ProcessEnv): Promise<string> => {
    const client = path.join(import.meta.dirname, 'tls-client.ts');
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--import', 'tsx', client, `https://${host}:${port}/x`],
      { env: { ...process.env, ...env } },
    );
    return stdout;
  };
  const authority = { NODE_EXTRA_CA_CERTS: path.join(certificates, 'authority.pem') };

  it('posts to a host whose certificate is good', async () => {
    expect(await call('127.0.0.1', authority)).toBe('200 {"ok":true}');
    expect(received.splice(0)).toEqual(['POST {"hello":1}']);
  });

  it('sends nothing to a host whose authority it does not know', async () => {
    expect(await call('127.0.0.1', { NODE_EXTRA_CA_CERTS: '' })).toBe('no-connection');
    expect(received).toEqual([]);
  });

  it('sends nothing to a host whose name is not in the certificate', async () => {
    expect(await call('localhost', authority)).toBe('no-connection');
    expect(received).toEqual([]);
  });

  it('cannot be talked out of the check by the environment', async () => {
    const careless = { NODE_EXTRA_CA_CERTS: '', NODE_TLS_REJECT_UNAUTHORIZED: '0' };
    expect(await call('127.0.0.1', careless)).toBe('no-connection');
    expect(received).toEqual([]);
  });
});
