import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Route } from '../../electron/billers/wire.ts';
import { startRawServer, type RawServer } from '../servers/raw-server.ts';
import { certificateFile, identity, pem } from './wire-bench.ts';

const answer = 'HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\n{"ok":true}';

describe("a process's environment", () => {
  let server: RawServer;

  const serve = async (name: string): Promise<void> => {
    await server?.close();
    server = await startRawServer(identity(name));
    server.answerWith((socket) => void socket.write(answer));
  };
  beforeEach(() => serve('loopback'));
  afterEach(() => server.close());

  /** What a process of its own says of its call. It ends by itself, or the test never does. */
  const call = async (
    environment: NodeJS.ProcessEnv,
    trust: Pick<Route, 'ca' | 'pin'> = {},
  ): Promise<string> => {
    const client = path.join(import.meta.dirname, 'tls-client.ts');
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--import', 'tsx', client, `https://127.0.0.1:${server.port}/x`, JSON.stringify(trust)],
      { env: { ...process.env, NODE_EXTRA_CA_CERTS: '', ...environment } },
    );
    return stdout;
  };

  it("adds to the system's authorities where no others are given", async () => {
    const authority = { NODE_EXTRA_CA_CERTS: certificateFile('authority.pem') };
    expect(await call(authority)).toBe('200 {"ok":true}');
    expect(server.posts).toBe(1);
  });

  it.each([
    ['others', pem('self-made.pem')],
    ['none', ''],
    ['what is no authority', 'no PEM'],
  ])("adds nothing where %s is given instead of the system's", async (_, ca) => {
    const authority = { NODE_EXTRA_CA_CERTS: certificateFile('authority.pem') };
    expect(await call(authority, { ca })).toBe('tls-refused UNABLE_TO_VERIFY_LEAF_SIGNATURE');
    expect(server.received).toBe('');
  });

  it.each([
    ['nothing is said', {}],
    ['the check is off', { NODE_TLS_REJECT_UNAUTHORIZED: '0' }],
    ['a proxy is named', { NODE_USE_ENV_PROXY: '1', HTTPS_PROXY: 'http://127.0.0.1:1' }],
  ])('has no say in whether the certificate is checked: %s', async (_, environment) => {
    expect(await call(environment)).toBe('tls-refused UNABLE_TO_VERIFY_LEAF_SIGNATURE');
    expect(server.received).toBe('');
  });

  it('has no say in whether the pin is checked', async () => {
    await serve('self-made');
    const careless = { NODE_TLS_REJECT_UNAUTHORIZED: '0' };
    const pin = pem('self-made.pin').trim();
    expect(await call(careless, { pin: pin.toLowerCase() })).toBe(`pin-mismatch ${pin}`);
    expect(server.received).toBe('');
    expect(await call(careless, { pin })).toBe('200 {"ok":true}');
  });

  it('has no say in how strictly an answer is read', async () => {
    server.answerWith(
      (socket) =>
        void socket.write(
          'HTTP/1.1 200 OK\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
        ),
    );
    const lax = {
      NODE_OPTIONS: '--insecure-http-parser',
      NODE_EXTRA_CA_CERTS: certificateFile('authority.pem'),
    };
    expect(await call(lax)).toBe('no-answer');
  });
});
