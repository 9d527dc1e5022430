import type { Device } from 'usb';
import type { FoundPrinter } from '../../../../shared/printing/printer-connection.ts';
import { identify, knownIdentity } from './identify.ts';
import { isInUse, openDevice, type OpenDevice } from './open-device.ts';
import { foundPrinter, unknownIdentity, type PrinterIdentity } from './printer-identity.ts';
import { printerInterfaceOf, type PrinterInterface } from './printer-interface.ts';
import { usbDeadlines } from './usb-deadlines.ts';
import { inTurn } from './in-turn.ts';
import { loadUsb, type UsbLibrary } from './usb-library.ts';

/**
 * The receipt printers on USB now. One that may not be opened is listed too, without a serial number and without what
 * it says of itself; one that is open for printing is not touched. Of several that cannot be told apart only one is
 * listed. Never rejects.
 */
export async function findUsbPrinters(): Promise<readonly FoundPrinter[]> {
  try {
    const library = await loadUsb();
    return await inTurn(() => lookAtAll(library));
  } catch {
    // No USB here, or its devices cannot be listed: then nothing is found there.
    return [];
  }
}

async function lookAtAll(library: UsbLibrary): Promise<readonly FoundPrinter[]> {
  const found = new Map<string, FoundPrinter>();
  for (const device of library.printers()) {
    const place = printerInterfaceOf(device.configDescriptor);
    if (place === undefined) continue;
    const printer = foundPrinter(device, await lookAt(library, device, place));
    found.set(JSON.stringify(printer.connection), printer);
  }
  // The system's own order is another at every look.
  return [...found.values()].toSorted((one, other) => sortKey(one).localeCompare(sortKey(other)));
}

const sortKey = ({ name, connection }: FoundPrinter): string => name + JSON.stringify(connection);

async function lookAt(
  library: UsbLibrary,
  device: Device,
  place: PrinterInterface,
): Promise<PrinterIdentity> {
  const known = knownIdentity(device);
  if (known !== undefined) return known;
  const opened = isInUse(device) ? undefined : openIfAllowed(library, device);
  if (opened === undefined) return unknownIdentity;
  const identity = await identify(opened, place, new AbortController().signal);
  await opened.close();
  return identity;
}

function openIfAllowed(library: UsbLibrary, device: Device): OpenDevice | undefined {
  try {
    return openDevice(library, device, usbDeadlines);
  } catch {
    return undefined;
  }
}
