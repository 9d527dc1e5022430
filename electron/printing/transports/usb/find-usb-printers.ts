import type { Device } from 'usb';
import type { FoundPrinter } from '../../../../shared/printing/printer-connection.ts';
import { neverGivenUp } from '../../within.ts';
import { identify, knownIdentity } from './identify.ts';
import { isUsbError } from './libusb-codes.ts';
import { isInUse, openDevice, type OpenDevice } from './open-device.ts';
import { foundPrinter, unknownIdentity, type PrinterIdentity } from './printer-identity.ts';
import { printerInterfaceOf, type PrinterInterface } from './printer-interface.ts';
import { usbDeadlines } from './usb-deadlines.ts';
import { inTurn } from './in-turn.ts';
import { loadUsb, type UsbLibrary } from './usb-library.ts';

/**
 * The receipt printers on USB now. One that may not be opened is listed too, without a serial number and without what
 * it says of itself; one that is open for printing is not touched. Of several that cannot be told apart only one is
 * listed. Where there is no USB, or its devices cannot be listed, nothing is found there.
 *
 * @param load for tests.
 * @throws what is no error of USB: a bug.
 */
export async function findUsbPrinters(load = loadUsb): Promise<readonly FoundPrinter[]> {
  try {
    const library = await load();
    return await inTurn(() => lookAtAll(library));
  } catch (error) {
    if (isUsbError(error)) return [];
    throw error;
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
  try {
    return await identify(opened, place, neverGivenUp);
  } finally {
    await opened.close();
  }
}

function openIfAllowed(library: UsbLibrary, device: Device): OpenDevice | undefined {
  try {
    return openDevice(library, device, usbDeadlines);
  } catch (error) {
    if (isUsbError(error)) return undefined;
    throw error;
  }
}
