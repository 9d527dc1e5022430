import type { PrinterConnectionOf } from '../../../../shared/printing/printer-connection.ts';

export type SerialConnection = PrinterConnectionOf<'serial'>;

type Done = (error: Error | null | undefined) => void;

/** What is used of the library's open port. All may call back late or never where the device hangs. */
export interface SerialPortLike {
  readonly isOpen: boolean;
  on(event: 'data', listener: (bytes: Buffer) => void): unknown;
  on(event: 'close' | 'error', listener: (error?: Error | null) => void): unknown;
  write(bytes: Buffer, done: Done): unknown;
  drain(done: Done): void;
  flush(done: Done): void;
  close(done: Done): void;
  /** The lines by which the device says whether it is ready. */
  get(done: (error: Error | null, lines?: { readonly cts: boolean }) => void): void;
}

export type OpenSerialPort = (connection: SerialConnection) => Promise<SerialPortLike>;

/**
 * Opens a port by the library, which is loaded for the first one. It also locks it against other programs.
 *
 * `xoff` would let the system put bytes of its own between ours.
 */
export const openSerialPort: OpenSerialPort = async ({ path, baudRate, flowControl }) => {
  const { SerialPort } = await import('serialport');
  return new Promise((resolve, reject) => {
    const port = new SerialPort({
      path,
      baudRate,
      dataBits: 8,
      parity: 'none',
      stopBits: 1,
      rtscts: flowControl === 'rtscts',
      xon: flowControl === 'xonxoff',
      xoff: false,
      autoOpen: false,
    });
    // Stays for as long as the port lives: an error that nobody listens for would end the program.
    port.on('error', () => undefined);
    port.open((error) => (error === null || error === undefined ? resolve(port) : reject(error)));
  });
};
