import { connect, type Socket } from 'node:net';
import { TransportFault } from '../transport.ts';

export interface NetworkAddress {
  readonly host: string;
  readonly port: number;
}

/**
 * Half open: the printer's end of the connection must not silently become ours. A name with two addresses gets half
 * of the time for the first: a printer that sleeps on Wi-Fi answers later than within Node's 250 ms.
 */
const begin = (address: NetworkAddress, deadlineMs: number): Socket =>
  connect({
    ...address,
    allowHalfOpen: true,
    noDelay: true,
    autoSelectFamilyAttemptTimeout: Math.max(250, deadlineMs / 2),
  });

/**
 * Finds the address and connects. Every socket that is not handed out is destroyed.
 *
 * @param deadlineMs in milliseconds, for both.
 * @throws TransportFault `unreachable`; `stalled` where the signal fired.
 */
export function connectSocket(
  address: NetworkAddress,
  deadlineMs: number,
  signal: AbortSignal,
): Promise<Socket> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(new TransportFault('stalled', signal.reason));
    let socket: Socket;
    try {
      socket = begin(address, deadlineMs);
    } catch (error) {
      return reject(new TransportFault('unreachable', error));
    }
    const settle = (fault?: TransportFault): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', giveUp);
      if (fault === undefined) return resolve(socket);
      socket.destroy();
      reject(fault);
    };
    const giveUp = (): void => settle(new TransportFault('stalled', signal.reason));
    const timer = setTimeout(() => settle(new TransportFault('unreachable')), deadlineMs);
    signal.addEventListener('abort', giveUp, { once: true });
    socket.once('connect', () => settle());
    // Stays for as long as the socket lives: an error that nobody listens for would end the program.
    socket.on('error', (error) => settle(new TransportFault('unreachable', error)));
  });
}
