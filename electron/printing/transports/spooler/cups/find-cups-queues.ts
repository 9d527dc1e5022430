import type { FoundPrinter } from '../../../../../shared/printing/printer-connection.ts';
import { foundQueue } from '../found-queue.ts';
import type { CupsClient } from './cups-client.ts';
import { isSuccess } from './cups-status.ts';
import { ippTags, type IppGroup } from './ipp-message.ts';
import { printerGroupTag, textOf } from './ipp-values.ts';

const getPrinters = 0x4002;

/** Queues that make files: `cups-pdf:/`, Braille, and nothing at all. */
const virtualDevice = /^(cups-pdf|cups-brf|file):/i;

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

/**
 * What stands behind a queue, for a person: `usb EPSON/TM-T20`, `socket 192.168.1.9`. Nothing of what else a device's
 * address may hold, such as a password.
 */
export function describeDevice(uri: string): string {
  const [, scheme, place, way] = /^([\w+.-]+):(?:\/\/(?:[^/?#]*@)?([^/?#]*))?(\/?[^?#]*)/.exec(uri) ?? [];
  if (scheme === undefined) return '';
  const shown = scheme === 'usb' ? `${place ?? ''}${way ?? ''}` : (place ?? '');
  return decoded(`${scheme} ${shown}`).trim();
}

const readPrinter = (printer: IppGroup): readonly FoundPrinter[] => {
  const device = textOf(printer, 'device-uri');
  if (virtualDevice.test(device)) return [];
  return foundQueue(textOf(printer, 'printer-name'), textOf(printer, 'printer-info'), [
    textOf(printer, 'printer-make-and-model'),
    describeDevice(device),
  ]);
};

/**
 * The queues that a receipt printer may stand behind, by name.
 *
 * @throws TransportFault where nobody answers.
 */
export async function findCupsQueues(
  client: CupsClient,
  signal: AbortSignal,
): Promise<readonly FoundPrinter[]> {
  const asked = ['printer-name', 'printer-info', 'printer-make-and-model', 'device-uri'];
  const attributes = [{ name: 'requested-attributes', tag: ippTags.keyword, values: asked }];
  const response = await client.ask({ operation: getPrinters, attributes }, signal);
  // Not found is how CUPS says that there are none.
  if (!isSuccess(response.status)) return [];
  return response.groups.filter(({ tag }) => tag === printerGroupTag).flatMap(readPrinter);
}
