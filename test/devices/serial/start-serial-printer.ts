import fs from 'node:fs';
import path from 'node:path';
import { startPrinterProcess, type PrinterProcess, type PrinterState } from '../network/printer-process.ts';

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
  if (process.platform !== 'linux') return 'umockdev is for Linux';
  const has = (place: string): boolean => fs.existsSync(place);
  const libraries = ['/usr/lib', '/usr/lib64', '/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu'];
  if (!libraries.some((folder) => has(path.join(folder, 'libumockdev-preload.so.0'))))
    return 'umockdev is not installed';
  if (!libraries.some((folder) => has(path.join(folder, 'girepository-1.0/UMockdev-1.0.typelib'))))
    return 'gir1.2-umockdev-1.0 is not installed';
  if (!['/usr/bin/udevadm', '/bin/udevadm', '/sbin/udevadm'].some(has)) return 'udev is not installed';
  return has('/usr/lib/python3/dist-packages/gi') ? undefined : 'python3-gi is not installed';
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
