import type UsbAdapter from 'escpos-usb';
import type usb from 'usb';
import type { Device, Interface } from 'usb';
import { claimInterface, type ClaimedInterface } from './claim-interface.ts';
import { createHotPlug, type HotPlug } from './hot-plug.ts';

/** USB as this program uses it. */
export interface UsbLibrary extends HotPlug {
  readonly Transfer: typeof usb.Transfer;
  /** All devices that are plugged in and have an interface of the printer class. */
  printers(): readonly Device[];
  /**
   * Claims one interface of an open device, and touches no other.
   *
   * @throws what the library throws, with everything as it was.
   */
  claim(usbInterface: Interface): Promise<ClaimedInterface>;
}

let loading: Promise<UsbLibrary> | undefined;

/**
 * Both libraries, loaded on first use. This is the only module that sees them.
 *
 * @throws where libusb cannot begin here, for instance in a container without `/dev/bus/usb`.
 */
export function loadUsb(): Promise<UsbLibrary> {
  loading ??= Promise.all([import('usb'), import('escpos-usb')]).then(([usbModule, adapterModule]) =>
    joined(usbModule.default, adapterModule.default),
  );
  return loading;
}

function joined(library: typeof usb, Adapter: typeof UsbAdapter): UsbLibrary {
  // The library trips over a device whose object was thrown away and is asked for again, so each is held while it is
  // plugged in.
  let held = new Set<Device>();
  const hotPlug = createHotPlug(library, {
    attach: (device) => held.add(device),
    detach: (device) => held.delete(device),
  });
  return {
    ...hotPlug,
    Transfer: library.Transfer,
    printers() {
      held = new Set(library.getDeviceList());
      return Adapter.findPrinter();
    },
    claim: (usbInterface) => claimInterface(library, Adapter, usbInterface),
  };
}
