import { constants, createHash, type X509Certificate } from 'node:crypto';
import net from 'node:net';
import tls from 'node:tls';
import { err, ok, type Result } from '../../../shared/result.ts';
import { errorCode } from './error-code.ts';
import type { ConnectFault, Route } from './route.ts';
import { until } from './until.ts';

/**
 * Makes TLS of a connection that stands, and knows the host at its end. A connection is handed out only once the
 * host is known: by a certificate that is good for `host`, or where there is a pin by its key, of which the
 * handshake is the proof. Nobody else holds the socket before, so no byte of a request can leave early; each
 * connection makes a handshake of its own, as no session is kept to be resumed.
 */
export async function secure(
  bare: net.Socket,
  host: string,
  { ca, pin }: Pick<Route, 'ca' | 'pin'>,
  giveUp: AbortSignal,
): Promise<Result<tls.TLSSocket, ConnectFault>> {
  const refuse = (code: ConnectFault['code'], detail: string): Result<never, ConnectFault> => {
    bare.destroy();
    return err({ code, detail });
  };
  let socket: tls.TLSSocket;
  try {
    socket = tls.connect({
      socket: bare,
      host,
      ...(net.isIP(host) === 0 ? { servername: host } : {}),
      // Each of these said aloud, so that no environment variable changes it. With a pin the chain is not asked.
      rejectUnauthorized: pin === undefined,
      minVersion: 'TLSv1.2',
      ALPNProtocols: ['http/1.1'],
      // A second handshake on the same connection could show another key. (0 in Electron, which never does one.)
      secureOptions: constants.SSL_OP_NO_RENEGOTIATION,
      // A list, because Node takes an empty text for "the system's".
      ...(ca === undefined ? {} : { ca: [ca] }),
    });
  } catch (error) {
    return refuse('tls-refused', errorCode(error));
  }
  const shaken = await until(socket, 'secureConnect', socket, giveUp);
  if (!shaken.ok) {
    socket.destroy();
    return refuse(isAboutTheLine(shaken.error) ? 'unreachable' : 'tls-refused', shaken.error);
  }
  if (pin !== undefined) {
    const shown = pinOf(socket.getPeerX509Certificate());
    if (shown !== pin) {
      socket.destroy();
      return refuse('pin-mismatch', shown ?? 'no key');
    }
  }
  return ok(socket);
}

/** The pin of a certificate's key as `Route.pin` gives it; `undefined` where there is none that can be read. */
function pinOf(certificate: X509Certificate | undefined): string | undefined {
  try {
    const key = certificate?.publicKey.export({ type: 'spki', format: 'der' });
    return key === undefined ? undefined : createHash('sha256').update(key).digest('base64');
  } catch {
    return undefined;
  }
}

/** Codes that speak of the network under TLS; every other is TLS's own. */
const isAboutTheLine = (code: string): boolean =>
  ['ECONNRESET', 'ECONNABORTED', 'ETIMEDOUT', 'EPIPE', 'ENETDOWN', 'ENETUNREACH', 'EHOSTUNREACH'].includes(
    code,
  );
