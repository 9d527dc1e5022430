import type { FoundPrinter } from '../../shared/printing/printer-connection.ts';
import { findSerialPorts } from './transports/serial/find-serial-ports.ts';
import { findQueues } from './transports/spooler/queue-transport.ts';
import { findUsbPrinters } from './transports/usb/find-usb-printers.ts';

/** So long a system that hangs may take to say what is attached. In milliseconds. */
const deadlineMs = 12_000;

const soon = <T>(work: Promise<readonly T[]>): Promise<readonly T[]> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve([]), deadlineMs);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });

/**
 * Everything that is attached to this PC and may be a receipt printer. One kind that cannot be looked for costs nothing of
 * the others. On Windows a USB printer is reached by its queue: no other driver has to be put in its place.
 */
export async function findPrinters(
  onFault: (error: unknown) => void,
  platform: NodeJS.Platform = process.platform,
): Promise<readonly FoundPrinter[]> {
  const searches = [
    ...(platform === 'win32' ? [] : [soon(findUsbPrinters())]),
    soon(findQueues()),
    soon(findSerialPorts()),
  ];
  const found = await Promise.all(
    searches.map((search) =>
      search.catch((error: unknown) => {
        onFault(error);
        return [];
      }),
    ),
  );
  return found.flat();
}
