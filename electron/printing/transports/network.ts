import { connect } from 'node:net';
import type { PrintDelivery } from '../printer.ts';
import { undelivered, type Transport } from './transport.ts';

export interface NetworkAddress {
  readonly host: string;
  readonly port: number;
}

/** All in milliseconds. */
export interface NetworkDeadlines {
  /** Finding the address and connecting. */
  readonly connect: number;
  /** Without a slice of bytes being taken. A printer without paper takes none; its operator needs a moment. */
  readonly idle: number;
  /**
   * Between the last byte and our end of the connection. Some print servers throw away what they have not printed
   * when the connection ends, and a printer that hangs up without reading shows it in this time.
   */
  readonly settle: number;
  /** For the printer to end the connection too. Many never do. */
  readonly close: number;
}

export const networkDeadlines: NetworkDeadlines = { connect: 5_000, idle: 30_000, settle: 250, close: 5_000 };

/** Cheap printers have 4 kB or less of buffer (Epson TM-T88III; clones 512 bytes to 1 kB). */
const sliceBytes = 4096;

function sendOverNetwork(
  address: NetworkAddress,
  bytes: Uint8Array,
  deadlines: NetworkDeadlines,
  abandon: AbortSignal | undefined,
): Promise<PrintDelivery> {
  if (abandon?.aborted === true) return Promise.resolve(undelivered(0, 'unreachable'));
  return new Promise((resolve) => {
    // Half open: the printer's end of the connection must not silently become ours.
    const socket = connect({ ...address, allowHalfOpen: true, noDelay: true });
    let handedOver = 0;
    let isTaken = false;
    let isEnding = false;
    let isSettled = false;
    let timer: NodeJS.Timeout | undefined;

    const within = (ms: number, action: () => void): void => {
      clearTimeout(timer);
      timer = setTimeout(action, ms);
    };
    const settle = (delivery: PrintDelivery): void => {
      if (isSettled) return;
      isSettled = true;
      clearTimeout(timer);
      abandon?.removeEventListener('abort', giveUp);
      // What the system has taken it still sends; the listeners stay for what else may happen.
      socket.destroy();
      resolve(delivery);
    };
    const trouble = (problem: 'stalled' | 'broken-off'): void =>
      settle(undelivered(handedOver, handedOver === 0 ? 'unreachable' : problem));
    const giveUp = (): void => (isTaken ? settle({ state: 'sent' }) : trouble('stalled'));

    const end = (): void => {
      isEnding = true;
      within(deadlines.close, giveUp);
      socket.end();
    };
    const writeOn = (): void => {
      if (isSettled) return;
      if (handedOver === bytes.length) {
        isTaken = true;
        return within(deadlines.settle, end);
      }
      const slice = bytes.subarray(handedOver, handedOver + sliceBytes);
      handedOver += slice.length;
      within(deadlines.idle, giveUp);
      // The callback is the back-pressure: the system has taken this slice. A failure comes as an `error` event.
      socket.write(slice, (error) => {
        if (error === undefined || error === null) writeOn();
      });
    };

    abandon?.addEventListener('abort', giveUp, { once: true });
    socket.on('error', () => trouble('broken-off'));
    socket.on('end', () => {
      if (!isEnding) trouble('broken-off');
    });
    socket.on('close', () => (isEnding ? settle({ state: 'sent' }) : trouble('broken-off')));
    socket.once('connect', writeOn);
    // Whatever the printer says is read and thrown away, or its end would never be seen.
    socket.resume();
    within(deadlines.connect, giveUp);
  });
}

/**
 * A printer that listens on a TCP port, mostly 9100. Nobody confirms anything there: the best answer is `sent`, also
 * where a printer without paper has taken a short receipt into its buffer. Not one byte handed to the connection is
 * `failed`, `unreachable`; anything that goes wrong after that is `uncertain`.
 */
export const networkTransport = (address: NetworkAddress, deadlines = networkDeadlines): Transport => ({
  send: (bytes, abandon) => sendOverNetwork(address, bytes, deadlines, abandon),
});
