import http from 'node:http';
import type net from 'node:net';
import { err, ok, type Result } from '../../../shared/result.ts';
import { parsing } from './parsing.ts';
import { until } from './until.ts';

/** Where a proxy listens; `undefined` where `proxy` is no `http://host:port`, or carries a name or a password. */
export function proxyAddress(proxy: string): URL | undefined {
  const address = URL.canParse(proxy) ? new URL(proxy) : undefined;
  if (address?.protocol !== 'http:' || address.username !== '' || address.password !== '') return undefined;
  return address.pathname === '/' && address.search === '' && address.hash === '' ? address : undefined;
}

/**
 * Asks the proxy at the end of `socket` for a tunnel to `target` (host:port), and tells it nothing else. Only a
 * plain 200 is one. The error is a code, or `HTTP_` and the proxy's status; the socket is then destroyed.
 */
export async function tunnel(
  socket: net.Socket,
  target: string,
  giveUp: AbortSignal,
): Promise<Result<net.Socket, string>> {
  const refuse = (detail: string): Result<never, string> => {
    request.destroy();
    socket.destroy();
    return err(detail);
  };
  const request = http.request({
    method: 'CONNECT',
    path: target,
    setHost: false,
    headers: { Host: target },
    createConnection: () => socket,
    ...parsing,
  });
  // Else Node says `Connection: close`, which some proxies take for the tunnel's end.
  request.removeHeader('Connection');
  request.end();
  const answered = await until<[http.IncomingMessage, net.Socket, Buffer]>(
    request,
    'connect',
    socket,
    giveUp,
  );
  if (!answered.ok) return refuse(answered.error);
  const [response, , rest] = answered.value;
  if (response.statusCode !== 200) return refuse(`HTTP_${response.statusCode}`);
  // In TLS the server never speaks first: whatever this is, it is not the biller.
  if (rest.length > 0) return refuse('EPROTO');
  return ok(socket);
}
