import type { Device } from 'usb';
import type { ControlRequest } from './control-requests.ts';
import { transferFault } from './libusb-codes.ts';
import type { OpenDevice } from './open-device.ts';
import { readIdentity, type PrinterIdentity } from './printer-identity.ts';
import type { PrinterInterface } from './printer-interface.ts';

/** What was said by devices that are plugged in: one that is open for printing is not asked again. */
const known = new WeakMap<Device, PrinterIdentity>();

/** What this device is known to say of itself. */
export const knownIdentity = (device: Device): PrinterIdentity | undefined => known.get(device);

/**
 * What an open device says of itself; once it has answered it is not asked again, as long as it is plugged in. One that
 * leaves a question unanswered is not asked the next. Never rejects.
 */
export async function identify(
  { device, ask }: OpenDevice,
  place: PrinterInterface,
  signal: AbortSignal,
): Promise<PrinterIdentity> {
  const before = known.get(device);
  if (before !== undefined) return before;
  let isSilent = false;
  const unlessSilent = async (request: ControlRequest): Promise<Uint8Array> => {
    if (isSilent) return new Uint8Array();
    const { bytes, code } = await ask(request, [signal]);
    // A refusal is an answer: this it does not say.
    isSilent = code !== undefined && code !== transferFault.stall;
    return bytes;
  };
  const identity = await readIdentity(device, place, unlessSilent);
  if (!isSilent) known.set(device, identity);
  return identity;
}
