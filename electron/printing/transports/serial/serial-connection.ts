import { atMost, orGivenUp, throwIfGivenUp, type GivingUp } from '../give-up.ts';
import { createListeners } from '../listeners.ts';
import { TransportFault, type Connection } from '../transport.ts';
import { linePace, sliceBytesAt } from './line-pace.ts';
import type { SerialConnection, SerialPortLike } from './serial-port.ts';

/** Between two looks at a printer that says by its line that it is busy, in milliseconds. */
const busyPauseMs = 100;

/** Rejects with what the library says. */
const done = (start: (callback: (error: Error | null | undefined) => void) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    start((error) => (error === null || error === undefined ? resolve() : reject(error)));
  });

/** The port is closed. Bytes that were handed over after that would be kept by the library, and never called back for. */
const vanished = (cause: unknown): TransportFault => new TransportFault('unplugged', cause);

/**
 * @param port open.
 * @param closeMs what closing may take, in milliseconds.
 */
export function serialConnection(
  port: SerialPortLike,
  { baudRate, flowControl }: SerialConnection,
  closeMs: number,
): Connection {
  const { listen, tell } = createListeners();
  const pace = linePace(baudRate, () => performance.now());
  const sliceBytes = sliceBytesAt(baudRate);
  let fault: TransportFault | undefined;
  let closing: Promise<void> | undefined;
  let end: (fault: TransportFault) => void = ignore;
  /** Also by a `close` of ours, after which the library calls nobody back. */
  const ended = new Promise<TransportFault>((resolve) => {
    end = resolve;
  });

  const lost = new Promise<TransportFault>((resolve) => {
    const lose = (cause: unknown): void => {
      if (closing !== undefined || fault !== undefined) return;
      fault = vanished(cause);
      end(fault);
      resolve(fault);
    };
    port.on('close', lose);
    // A failed write is an error of the stream too; one that nobody listens for would end the program.
    port.on('error', lose);
  });
  // Read also where nobody listens: it is by reading that the system tells that the port has gone.
  port.on('data', tell);

  const throwIfEnded = (signal: AbortSignal): void => {
    throwIfGivenUp(signal);
    if (fault !== undefined) throw fault;
  };
  const work = (start: Parameters<typeof done>[0], ends: GivingUp): Promise<void> =>
    orGivenUp(
      done(start).catch((error: unknown) => {
        throw vanished(error);
      }),
      ends,
    );
  const untilReady = async (ends: GivingUp): Promise<void> => {
    if (flowControl !== 'rtscts') return;
    while (await orGivenUp(isHeld(port), ends)) await orGivenUp(atMost(busyPauseMs), ends);
  };

  return {
    lost,
    async write(bytes, signal, onTaken) {
      const ends = { signal, lost: ended };
      for (let start = 0; start < bytes.length; start += sliceBytes) {
        throwIfEnded(signal);
        if (pace.untilRoom > 0) await orGivenUp(atMost(pace.untilRoom), ends);
        await untilReady(ends);
        // A copy: the library may hold it for as long as the port is open.
        const slice = Buffer.from(bytes.subarray(start, start + sliceBytes));
        onTaken(start + slice.length);
        pace.handedOver(slice.length);
        await work((callback) => port.write(slice, callback), ends);
      }
    },
    listen,
    async finish(signal) {
      const ends = { signal, lost: ended };
      throwIfEnded(signal);
      // Draining holds one of the few threads of the whole program, and no call ends it where the driver of a USB
      // adapter cannot drop what it holds: not even the end of the program. So it is begun when it may be short.
      if (pace.untilEmpty > 0) await orGivenUp(atMost(pace.untilEmpty), ends);
      await untilReady(ends);
      await work((callback) => port.drain(callback), ends);
      return 'sent';
    },
    close() {
      fault ??= new TransportFault('stalled');
      end(fault);
      closing ??= closePort(port, closeMs);
      return closing;
    },
  };
}

/** Whether the printer says by its line (CTS) that it takes nothing now. A port without such a line says nothing. */
const isHeld = (port: SerialPortLike): Promise<boolean> =>
  new Promise((resolve) => {
    port.get((error, lines) => resolve(error === null && lines?.cts === false));
  });

/**
 * What has not left is dropped first: the system would else wait for it, up to half a minute (closing_wait in
 * drivers/tty/tty_port.c). Twice: into the room that this makes goes the rest of a slice that was waiting for it. Some
 * drivers drop nothing; then the port closes later, and nobody waits for it.
 */
export async function closePort(port: SerialPortLike, closeMs: number): Promise<void> {
  if (!port.isOpen) return;
  const flush = (): Promise<void> => done((callback) => port.flush(callback));
  const close = (): Promise<void> => done((callback) => port.close(callback));
  await atMost(closeMs / 2, flush().then(flush).catch(ignore));
  if (port.isOpen) await atMost(closeMs / 2, close().catch(ignore));
}

const ignore = (): void => undefined;
