import type { Device } from 'usb';
import type { PrinterConnectionOf } from '../../../../shared/printing/printer-connection.ts';
import { TransportFault, type Connection } from '../transport.ts';
import { identify, knownIdentity } from './identify.ts';
import { problemOfOpening } from './libusb-codes.ts';
import { isInUse, openDevice, type OpenDevice } from './open-device.ts';
import { printerInterfaceOf, type PrinterInterface } from './printer-interface.ts';
import { usbConnection } from './usb-connection.ts';
import type { UsbDeadlines } from './usb-deadlines.ts';
import type { UsbLibrary } from './usb-library.ts';

type Wanted = PrinterConnectionOf<'usb'>;

/** What all of it needs. */
interface Opening {
  readonly library: UsbLibrary;
  readonly wanted: Wanted;
  readonly deadlines: UsbDeadlines;
  readonly signal: AbortSignal;
}

const isOfMake = ({ deviceDescriptor: { idVendor, idProduct } }: Device, wanted: Wanted): boolean =>
  idVendor === wanted.vendorId && idProduct === wanted.productId;

const isWanted = (serialNumber: string, wanted: Wanted): boolean =>
  wanted.serialNumber === '' || serialNumber === wanted.serialNumber;

/**
 * Opens the printer that is meant: by what it is, and by its serial number where that is set.
 *
 * @throws TransportFault `unplugged` where there is none, else the reason why the last that may be meant cannot be used.
 */
export async function openPrinter(opening: Opening): Promise<Connection> {
  const { library, wanted, signal } = opening;
  let fault = new TransportFault('unplugged');
  for (const device of library.printers().filter((one) => isOfMake(one, wanted))) {
    if (signal.aborted) throw new TransportFault('unreachable');
    try {
      const connection = await openIfWanted(opening, device);
      if (connection !== undefined) return connection;
    } catch (error) {
      fault = error instanceof TransportFault ? error : new TransportFault(problemOfOpening(error), error);
    }
  }
  throw fault;
}

async function openIfWanted(opening: Opening, device: Device): Promise<Connection | undefined> {
  const { library, wanted, deadlines } = opening;
  const place = printerInterfaceOf(device.configDescriptor);
  const known = knownIdentity(device);
  if (place === undefined || (known !== undefined && !isWanted(known.serialNumber, wanted))) return undefined;
  if (isInUse(device)) throw new TransportFault('no-access');
  const opened = openDevice(library, device, deadlines);
  let connection: Connection | undefined;
  try {
    if (await isMeant(opening, opened, place)) connection = await claim(opening, opened, place);
    return connection;
  } finally {
    if (connection === undefined) await opened.close();
  }
}

async function isMeant(
  { wanted, signal }: Opening,
  opened: OpenDevice,
  place: PrinterInterface,
): Promise<boolean> {
  const { serialNumber } = await identify(opened, place, signal);
  // It has a number and does not tell it now: whether it is the one that is meant nobody knows.
  const isSilent = serialNumber === '' && opened.device.deviceDescriptor.iSerialNumber !== 0;
  if (isSilent && wanted.serialNumber !== '') throw new TransportFault('unreachable');
  return isWanted(serialNumber, wanted);
}

async function claim(
  { library, deadlines }: Opening,
  opened: OpenDevice,
  place: PrinterInterface,
): Promise<Connection> {
  const usbInterface = opened.device.interfaces?.[place.number];
  if (usbInterface === undefined) throw new TransportFault('unreachable');
  const claimed = await library.claim(usbInterface);
  try {
    if (usbInterface.altSetting !== place.alternate) {
      const error = await opened.transfers.call((done) => usbInterface.setAltSetting(place.alternate, done));
      if (error !== undefined) throw error;
    }
    const at = (address: number | undefined) =>
      usbInterface.endpoints.find((endpoint) => endpoint.address === address);
    const chosen = claimed.endpoint?.address === place.out ? claimed.endpoint : undefined;
    const out = usbInterface.altSetting === 0 ? (chosen ?? at(place.out)) : at(place.out);
    if (out === undefined) throw new TransportFault('unreachable');
    return usbConnection(
      { library, opened, claimed, interfaceNumber: place.number, out, in: at(place.in) },
      deadlines,
    );
  } catch (error) {
    await claimed.giveBack();
    throw error;
  }
}
