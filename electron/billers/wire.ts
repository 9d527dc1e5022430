import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import tls from 'node:tls';
import { err, ok, type Result } from '../../shared/result.ts';
import type { RawReply } from './biller.ts';

/**
 * The wire to a biller: one fresh connection a call, no keep-alive, no redirect, no retry. Chromium's stack
 * (Electron's `net`, any renderer `fetch`) sends a POST again by itself when a reused connection closes early,
 * which would pay twice; Node's does not.
 */

/** Milliseconds. `whole` counts from the moment the connection stands. */
export interface Deadlines {
  readonly connect: number;
  readonly whole: number;
}

const maxReplyBytes = 1_048_576;

/** Whether `address` may be called at all: https, or http to this machine. */
export function isAllowedAddress(address: URL): boolean {
  if (address.username !== '' || address.password !== '') return false;
  return address.protocol === 'https:' || (address.protocol === 'http:' && isLoopback(address));
}

/** Whether `address` is this machine, named by number so that no resolver has a say. */
export const isLoopback = (address: URL): boolean =>
  /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(address.hostname) || address.hostname === '[::1]';

/**
 * Connects to the host of `address` (TLS with the certificate checked, where it is https) and sends nothing.
 * The error says only that no byte of a request has left.
 */
export function openConnection(
  address: URL,
  deadlineMs: number,
  abandoned?: AbortSignal,
): Promise<Result<net.Socket, 'no-connection'>> {
  return new Promise((resolve) => {
    const secure = address.protocol === 'https:';
    const host = address.hostname.replace(/^\[(.*)\]$/, '$1');
    const port = Number(address.port === '' ? (secure ? 443 : 80) : address.port);
    const socket = secure
      ? tls.connect({
          host,
          port,
          minVersion: 'TLSv1.2',
          // Said aloud, so that no environment variable turns the check off.
          rejectUnauthorized: true,
          ALPNProtocols: ['http/1.1'],
          ...(net.isIP(host) === 0 ? { servername: host } : {}),
        })
      : net.connect({ host, port });
    const timer = setTimeout(() => settle(err('no-connection')), deadlineMs);
    const onAbort = (): void => settle(err('no-connection'));
    const onFault = (): void => settle(err('no-connection'));
    const settle = (result: Result<net.Socket, 'no-connection'>): void => {
      clearTimeout(timer);
      abandoned?.removeEventListener('abort', onAbort);
      socket.off('close', onFault);
      if (!result.ok) socket.destroy();
      resolve(result);
    };
    // Stays for the socket's life: an error that nobody listens to ends the program.
    socket.on('error', onFault);
    socket.once('close', onFault);
    abandoned?.addEventListener('abort', onAbort);
    socket.once(secure ? 'secureConnect' : 'connect', () => {
      socket.setNoDelay(true);
      settle(ok(socket));
    });
    if (abandoned?.aborted === true) onAbort();
  });
}

/**
 * Posts `body` on a connection that stands and collects the answer, however long it takes: deadlines are the
 * caller's, who ends the wait by destroying `socket`. Resolves with what came, which may be cut short or cut off at
 * the size limit, or with `undefined` where not even a head came. Never rejects.
 */
export function postOn(socket: net.Socket, address: URL, body: string): Promise<RawReply | undefined> {
  return new Promise((resolve) => {
    const payload = Buffer.from(body, 'utf8');
    let response: http.IncomingMessage | undefined;
    const chunks: Buffer[] = [];
    let size = 0;
    const finish = (complete: boolean): void => {
      socket.destroy();
      if (response === undefined) return resolve(undefined);
      resolve({
        status: response.statusCode ?? 0,
        date: response.headers.date ?? null,
        body: new Uint8Array(Buffer.concat(chunks).subarray(0, maxReplyBytes)),
        complete,
      });
    };
    const breakOff = (): void => finish(false);

    const request = (address.protocol === 'https:' ? https : http).request(address, {
      method: 'POST',
      // Without `agent`: `agent: false` would ignore `createConnection` and open a second connection.
      createConnection: () => socket,
      headers: {
        'Content-Type': 'application/json',
        'Content-Length': payload.length,
        Accept: 'application/json',
        Connection: 'close',
      },
    });
    request.on('error', breakOff);
    // A server that answers 101 leaves the request without any further event of its own.
    request.on('upgrade', breakOff);
    socket.once('close', breakOff);
    request.on('response', (head) => {
      response = head;
      head.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        size += chunk.length;
        if (size > maxReplyBytes) breakOff();
      });
      head.on('error', breakOff);
      head.on('end', () => finish(head.complete));
    });
    request.end(payload);
  });
}
