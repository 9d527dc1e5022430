import { papers } from '../../shared/receipt/paper.ts';
import type { PrinterSettings } from '../../shared/settings.ts';
import { loadEscposPrinter } from './escpos-library.ts';
import type { PrintDelivery, Printer } from './printer.ts';
import { fileTransport } from './transports/file.ts';
import { networkTransport } from './transports/network.ts';
import { screenTransport } from './transports/screen.ts';
import { undelivered, type Transport } from './transports/transport.ts';

function transportFor(settings: PrinterSettings): Transport {
  switch (settings.kind) {
    case 'screen':
      return screenTransport;
    case 'file':
      return fileTransport(settings.path);
    case 'network':
      return networkTransport({ host: settings.host, port: settings.port });
  }
}

/** Hands a job through a printer of the library, one for each job, to our own transport as its adapter. */
async function printThrough(
  transport: Transport,
  bytes: Uint8Array,
  abandon: AbortSignal | undefined,
): Promise<PrintDelivery> {
  const EscposPrinter = await loadEscposPrinter().catch(() => undefined);
  // Nothing has left: the job may be tried again.
  if (EscposPrinter === undefined) return undelivered(0, 'unreachable');
  return new Promise((resolve, reject) => {
    const adapter = {
      write(view: Uint8Array, done?: () => void): void {
        // The view lies in a buffer that the library uses again.
        const copy = new Uint8Array(view);
        transport
          .send(copy, abandon)
          .then(resolve, reject)
          .finally(() => done?.());
      },
    };
    new EscposPrinter(adapter).print(Buffer.from(bytes)).flush(() => undefined);
  });
}

/** A printer over a transport of one's own. */
export const printerOver = (transport: Transport, paper: Printer['paper']): Printer => ({
  paper,
  print: (bytes, abandon) => printThrough(transport, bytes, abandon),
});

/** The printer that the settings name. Cheap: nothing is opened before a job comes. */
export const createPrinter = (settings: PrinterSettings): Printer =>
  printerOver(transportFor(settings), papers[settings.paper]);

/** Loads what the first job would else wait for. To be called when the program has nothing to do. */
export async function warmUpPrinting(): Promise<void> {
  await loadEscposPrinter();
}
