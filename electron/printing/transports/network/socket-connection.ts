import type { Socket } from 'node:net';
import { TransportFault, type Connection } from '../transport.ts';
import { atMost, orGivenUp, throwIfGivenUp } from '../give-up.ts';
import { createListeners } from '../listeners.ts';

/** All in milliseconds. */
export interface NetworkDeadlines {
  /** Finding the address and connecting. */
  readonly connect: number;
  /**
   * Between the last byte and our end of the connection. Some print servers throw away what they have not printed
   * when the connection ends, and a printer that hangs up without reading shows it in this time.
   */
  readonly settle: number;
  /** For the printer to end the connection too. Many never do. */
  readonly close: number;
}

/** Cheap printers have 4 kB or less of buffer (Epson TM-T88III; clones 512 bytes to 1 kB). */
const sliceBytes = 4096;

/** The callback is the back-pressure: the system has taken the slice. */
const handOver = (socket: Socket, slice: Uint8Array): Promise<void> =>
  new Promise((resolve, reject) => {
    socket.write(slice, (error) =>
      error === undefined || error === null ? resolve() : reject(new TransportFault('broken-off', error)),
    );
  });

/** @param socket connected, with a listener for errors, and not read from yet. */
export function socketConnection(socket: Socket, deadlines: NetworkDeadlines): Connection {
  const { listen, tell } = createListeners();
  let fault: TransportFault | undefined;
  let isEnding = false;
  let isClosed = false;
  /** Something was handed over and is not known to have gone. */
  let isOwing = false;

  const ended = new Promise<void>((resolve) => {
    socket.once('close', () => resolve());
  });
  const lost = new Promise<TransportFault>((resolve) => {
    const lose = (cause?: unknown): void => {
      if (isClosed || fault !== undefined) return;
      fault = new TransportFault('broken-off', cause);
      resolve(fault);
    };
    socket.on('error', lose);
    socket.on('end', () => {
      if (!isEnding) lose();
    });
    socket.on('close', () => {
      if (!isEnding) lose();
    });
  });
  // What the printer says is read also where nobody listens, or its end would never be seen.
  socket.on('data', tell);

  const throwIfEnded = (signal: AbortSignal): void => {
    throwIfGivenUp(signal);
    if (fault !== undefined) throw fault;
    if (isClosed) throw new TransportFault('stalled');
  };

  return {
    lost,
    async write(bytes, signal, onTaken) {
      for (let start = 0; start < bytes.length; start += sliceBytes) {
        throwIfEnded(signal);
        const slice = bytes.subarray(start, start + sliceBytes);
        isOwing = true;
        onTaken(start + slice.length);
        await orGivenUp(handOver(socket, slice), { signal, lost });
      }
    },
    listen,
    async finish(signal) {
      throwIfEnded(signal);
      await orGivenUp(atMost(deadlines.settle), { signal, lost });
      isEnding = true;
      socket.end();
      await orGivenUp(atMost(deadlines.close, ended), { signal, lost });
      throwIfEnded(signal);
      isOwing = false;
      return 'sent';
    },
    close() {
      isClosed = true;
      // Else the system would go on sending what it has taken, perhaps when the next receipt is being printed.
      if (isOwing) socket.resetAndDestroy();
      else socket.destroy();
      return Promise.resolve();
    },
  };
}
