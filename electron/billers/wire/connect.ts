import net from 'node:net';
import { err, ok, type Result } from '../../../shared/result.ts';
import { hostOf, isAllowedAddress, isLoopback, portOf } from './address.ts';
import { proxyAddress, tunnel } from './proxy-tunnel.ts';
import type { ConnectFault, Route } from './route.ts';
import { secure } from './tls-identity.ts';
import { until } from './until.ts';

/**
 * Connects to the host of `address`, through the proxy where the route has one, and makes sure who it is; sends
 * nothing of a request. Where `abandoned` ends it the error is as good as any: the caller knows why. Never rejects.
 */
export async function connect(
  address: URL,
  route: Route,
  abandoned?: AbortSignal,
): Promise<Result<net.Socket, ConnectFault>> {
  if (!isAllowedAddress(address)) return err({ code: 'unreachable', detail: 'ERR_INVALID_URL' });
  const giveUp = new AbortController();
  const onAbandoned = (): void => giveUp.abort('ABANDONED');
  const timer = setTimeout(() => giveUp.abort('ETIMEDOUT'), route.deadlines.connect);
  abandoned?.addEventListener('abort', onAbandoned);
  if (abandoned?.aborted === true) onAbandoned();
  try {
    const bare =
      route.proxy === undefined || isLoopback(address)
        ? await dialDirectly(address, route, giveUp.signal)
        : await dialByProxy(address, route.proxy, route, giveUp.signal);
    if (!bare.ok || address.protocol === 'http:') return bare;
    return await secure(bare.value, hostOf(address), route, giveUp.signal);
  } finally {
    clearTimeout(timer);
    abandoned?.removeEventListener('abort', onAbandoned);
  }
}

async function dialDirectly(
  address: URL,
  route: Route,
  giveUp: AbortSignal,
): Promise<Result<net.Socket, ConnectFault>> {
  const dialled = await dial(address, route, giveUp);
  return dialled.ok ? dialled : err({ code: 'unreachable', detail: dialled.error });
}

async function dialByProxy(
  address: URL,
  proxy: string,
  route: Route,
  giveUp: AbortSignal,
): Promise<Result<net.Socket, ConnectFault>> {
  const refuse = (detail: string): Result<never, ConnectFault> => err({ code: 'proxy-refused', detail });
  const where = proxyAddress(proxy);
  if (where === undefined) return refuse('ERR_INVALID_URL');
  const dialled = await dial(where, route, giveUp);
  if (!dialled.ok) return refuse(dialled.error);
  const dug = await tunnel(dialled.value, `${address.hostname}:${portOf(address)}`, giveUp);
  return dug.ok ? dug : refuse(dug.error);
}

/** A TCP connection; the error is a code. */
async function dial(address: URL, route: Route, giveUp: AbortSignal): Promise<Result<net.Socket, string>> {
  const socket = net.connect({
    host: hostOf(address),
    port: portOf(address),
    noDelay: true,
    // Node leaves a name's first number after a quarter of a second, too soon for a line by mobile phone.
    autoSelectFamilyAttemptTimeout: Math.max(250, Math.floor(route.deadlines.connect / 4)),
  });
  const connected = await until(socket, 'connect', socket, giveUp);
  if (connected.ok) return ok(socket);
  socket.destroy();
  return connected;
}
