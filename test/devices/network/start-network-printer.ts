import path from 'node:path';
import { startPrinterProcess, type PrinterProcess, type PrinterState } from './printer-process.ts';
import type { Network } from './start-network.ts';

/** A receipt printer that does not exist, as the network shows it. */
export interface NetworkPrinterOptions {
  /** Where it stands. Without one: on this machine's loopback, which hides a printer that has stopped. */
  readonly network?: Network;
  /** Default: one that is free. */
  readonly port?: number;
  /** What it takes while it cannot print. Default: 4096 (TM-T88III). */
  readonly bufferBytes?: number;
  /** What the system takes for it besides, as bytes of its socket's buffer. Default: 4096. */
  readonly socketBytes?: number;
  /** Whether it ends the connection when the client has. Many never do. Default: yes. */
  readonly hangsUp?: boolean;
}

export interface NetworkPrinterState extends PrinterState {
  /** Clients that it has served; one at a time. */
  readonly connections: number;
  readonly isConnected: boolean;
  /** How many of them have ended their side of the connection, and how many have reset it. */
  readonly ends: number;
  readonly resets: number;
}

/** The commands besides those of every printer; network-printer-server.py tells what they do. */
export type NetworkPrinterCommand = 'rst' | 'fin' | `rst-after ${number}` | `fin-after ${number}`;

export interface NetworkPrinter extends PrinterProcess<NetworkPrinterState, NetworkPrinterCommand> {
  readonly host: string;
  readonly port: number;
}

/**
 * Starts a printer that listens on a TCP port. It answers `DLE EOT n` and `GS r n`, the latter when what came before is
 * on paper. It costs some 0.1 s.
 *
 * @throws Error with its words where it cannot start.
 */
export async function startNetworkPrinter(options: NetworkPrinterOptions = {}): Promise<NetworkPrinter> {
  const { network, port = 0, bufferBytes = 4096, socketBytes = 4096, hangsUp = true } = options;
  const { hello, printer } = await startPrinterProcess<
    { readonly port: number },
    NetworkPrinterState,
    NetworkPrinterCommand
  >({
    script: path.join(import.meta.dirname, 'network-printer-server.py'),
    options: { port, bufferBytes, socketBytes, hangsUp },
    ...(network === undefined ? {} : { inside: network.inside }),
  });
  return { ...printer, host: '127.0.0.1', port: hello.port };
}
