import type { Device } from 'usb';
import type { FoundPrinter, PrinterConnectionOf } from '../../../../shared/printing/printer-connection.ts';
import { deviceIdRequest, stringRequest, type ControlRequest } from './control-requests.ts';
import type { PrinterInterface } from './printer-interface.ts';
import { deviceIdOf, textOf } from './read-answers.ts';

/** What a printer says of itself; empty what it does not say. */
export interface PrinterIdentity {
  readonly manufacturer: string;
  readonly product: string;
  readonly serialNumber: string;
  /** IEEE 1284. */
  readonly deviceId: string;
}

/** Of a printer that could not be asked. */
export const unknownIdentity: PrinterIdentity = {
  manufacturer: '',
  product: '',
  serialNumber: '',
  deviceId: '',
};

/** Asks an open device; the answer is empty where there is none. */
export type Ask = (request: ControlRequest) => Promise<Uint8Array>;

/** Asks for all of it, the serial number first: by that it is recognised. */
export async function readIdentity(
  { deviceDescriptor }: Pick<Device, 'deviceDescriptor'>,
  { number, alternate }: PrinterInterface,
  ask: Ask,
): Promise<PrinterIdentity> {
  const text = async (index: number): Promise<string> =>
    index === 0 ? '' : textOf(await ask(stringRequest(index)));
  return {
    serialNumber: await text(deviceDescriptor.iSerialNumber),
    product: await text(deviceDescriptor.iProduct),
    manufacturer: await text(deviceDescriptor.iManufacturer),
    deviceId: deviceIdOf(await ask(deviceIdRequest(number, alternate))),
  };
}

/** A field of an IEEE 1284 device id, by its short or its long key; empty where there is none. */
function fieldOf(deviceId: string, ...keys: readonly string[]): string {
  const fields = deviceId.split(';').map((field) => field.split(':'));
  const [, value = ''] = fields.find(([key = '']) => keys.includes(key.trim().toUpperCase())) ?? [];
  return value.trim();
}

const hex = (id: number): string => id.toString(16).padStart(4, '0');

function nameOf({ vendorId, productId }: PrinterConnectionOf<'usb'>, identity: PrinterIdentity): string {
  const maker = identity.manufacturer || fieldOf(identity.deviceId, 'MFG', 'MANUFACTURER');
  const model = identity.product || fieldOf(identity.deviceId, 'MDL', 'MODEL');
  const isDoubled = model.toLowerCase().startsWith(maker.toLowerCase());
  const name = isDoubled ? model : `${maker} ${model}`.trim();
  return name || `USB ${hex(vendorId)}:${hex(productId)}`;
}

/** As it is offered: by what it is reached, what it is called, and what else it says. */
export function foundPrinter(
  { deviceDescriptor: { idVendor, idProduct } }: Pick<Device, 'deviceDescriptor'>,
  identity: PrinterIdentity,
): FoundPrinter {
  const { serialNumber } = identity;
  const connection = { kind: 'usb', vendorId: idVendor, productId: idProduct, serialNumber } as const;
  return {
    connection,
    name: nameOf(connection, identity).slice(0, 200),
    detail: identity.deviceId.slice(0, 300),
  };
}
