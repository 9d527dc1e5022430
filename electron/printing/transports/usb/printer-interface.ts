import type { ConfigDescriptor, EndpointDescriptor, InterfaceDescriptor } from 'usb';

/** Where on a device the printer is. */
export interface PrinterInterface {
  /** Of the interface; the library takes its place in the list for its number, so only those where both agree. */
  readonly number: number;
  readonly alternate: number;
  /** Address of the endpoint that takes bytes. */
  readonly out: number;
  /** Address of the endpoint by which it answers, where it does. */
  readonly in: number | undefined;
}

const printerClass = 7;
const bulk = 2;
const unidirectional = 1;
const ippOverUsb = 4;

/** Bidirectional, unidirectional, IEEE 1284.4, and then what the class does not know, as on some clones. */
const preference = [2, unidirectional, 3];

const rank = ({ bInterfaceProtocol }: InterfaceDescriptor): number => {
  const at = preference.indexOf(bInterfaceProtocol);
  return at < 0 ? preference.length : at;
};

const isIn = ({ bEndpointAddress }: EndpointDescriptor): boolean => (bEndpointAddress & 0x80) !== 0;
const isBulk = ({ bmAttributes }: EndpointDescriptor): boolean => (bmAttributes & 3) === bulk;

function asPrinter(setting: InterfaceDescriptor): PrinterInterface | undefined {
  if (setting.bInterfaceClass !== printerClass || setting.bInterfaceProtocol === ippOverUsb) return undefined;
  const endpoints = setting.endpoints.filter(isBulk);
  const out = endpoints.find((endpoint) => !isIn(endpoint));
  if (out === undefined) return undefined;
  const answers = setting.bInterfaceProtocol === unidirectional ? undefined : endpoints.find(isIn);
  return {
    number: setting.bInterfaceNumber,
    alternate: setting.bAlternateSetting,
    out: out.bEndpointAddress,
    in: answers?.bEndpointAddress,
  };
}

/**
 * The interface and alternate setting of the printer class (7) that takes plain bytes, bidirectional ones first, as
 * Linux's own driver chooses (usblp.c, `usblp_select_alts`). Undefined: this device is no such printer.
 */
export function printerInterfaceOf(configuration: ConfigDescriptor | null): PrinterInterface | undefined {
  const settings = (configuration?.interfaces ?? []).flatMap((alternates, place) =>
    alternates.filter(({ bInterfaceNumber }) => bInterfaceNumber === place),
  );
  return settings
    .toSorted((one, other) => rank(one) - rank(other))
    .map(asPrinter)
    .find((found) => found !== undefined);
}
