import { openWithin } from './give-up.ts';
import { openFault } from './serial/open-fault.ts';
import { closePort, serialConnection } from './serial/serial-connection.ts';
import {
  openSerialPort,
  type OpenSerialPort,
  type SerialConnection,
  type SerialPortLike,
} from './serial/serial-port.ts';
import type { Transport } from './transport.ts';

/** In milliseconds; a Bluetooth port may take its time to find out that the printer is away. */
export interface SerialDeadlines {
  readonly open: number;
  readonly close: number;
}

const serialDeadlines: SerialDeadlines = { open: 10_000, close: 2_000 };

/**
 * A printer on a serial port; Bluetooth is one too. Bytes are handed over no faster than the line carries them, so that
 * what was taken is what the printer has, but for a fraction of a second. `finish` waits until all has left the port;
 * whether the printer has kept it is not known: `sent`.
 *
 * @param openPort for tests.
 */
export const serialTransport = (
  connection: SerialConnection,
  deadlines: SerialDeadlines = serialDeadlines,
  openPort: OpenSerialPort = openSerialPort,
): Transport => ({
  staysOpen: false,
  async open(signal) {
    const ends = {
      deadlineMs: deadlines.open,
      signal,
      closeLate: (late: SerialPortLike) => void closePort(late, deadlines.close),
    };
    const port = await openWithin(ends, () =>
      openPort(connection).catch(async (error: unknown) => {
        throw await openFault(connection.path, error);
      }),
    );
    return serialConnection(port, connection, deadlines.close);
  },
});
