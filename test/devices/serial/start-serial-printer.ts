import path from 'node:path';
import { commandExists } from '../../../scripts/setup/find-command.mjs';
import { startPrinterProcess, type PrinterProcess, type PrinterState } from '../network/printer-process.ts';
import { whyNoUsb } from '../usb/start-usb-printer.ts';

/** A receipt printer that does not exist, behind a serial port. */
export interface SerialPrinterOptions {
  /**
   * - `pty`: a bare pseudo terminal, which every program of this machine sees. It has no rate and no modem lines.
   * - `usb`, `bluetooth`: one that udev knows as `/dev/ttyUSB0` or `/dev/rfcomm0`, for programs with the printer's `env`.
   * - `usblp`: the same in the place of a USB printer's device file, `/dev/usb/lp0`.
   */
  readonly kind?: 'pty' | 'usb' | 'bluetooth' | 'usblp';
  /** What it takes while it cannot print. Default: 4096 (TM-T88III). */
  readonly bufferBytes?: number;
}

export interface SerialPrinterState extends PrinterState {
  readonly isPlugged: boolean;
}

/** The commands besides those of every printer; serial-printer-server.py tells what they do. */
export type SerialPrinterCommand = 'unplug' | 'plug' | `${'lock' | 'exclusive'} ${'yes' | 'no'}`;

export interface SerialPrinter extends PrinterProcess<SerialPrinterState, SerialPrinterCommand> {
  /** The port's device file. It keeps its name when it is unplugged and comes back. */
  readonly path: string;
  /** What a program needs in its environment to see the port, and no other that udev knows. */
  readonly env: Readonly<Record<string, string>>;
}

/** Why there can be no port that udev knows on this machine, or undefined. `pty` needs nothing. */
export function whyNoPorts(): string | undefined {
  return whyNoUsb() ?? (commandExists('udevadm') ? undefined : 'udev is not installed');
}

/**
 * Starts a printer behind a serial port. It answers `DLE EOT n` and `GS r n`, the latter when what came before is on
 * paper. It costs some 0.1 s; with `udev` 0.3 s.
 *
 * @throws Error with its words where it cannot start; see `whyNoPorts`.
 */
export async function startSerialPrinter(options: SerialPrinterOptions = {}): Promise<SerialPrinter> {
  const { kind = 'pty', bufferBytes = 4096 } = options;
  const { hello, printer } = await startPrinterProcess<
    { readonly path: string; readonly env: Readonly<Record<string, string>> },
    SerialPrinterState,
    SerialPrinterCommand
  >({
    script: path.join(import.meta.dirname, 'serial-printer-server.py'),
    options: { kind, bufferBytes },
  });
  return { ...printer, ...hello };
}
