import type { Device } from 'usb';
import { describe, expect, it } from 'vitest';
import { findUsbPrinters } from '../../../../electron/printing/transports/usb/find-usb-printers.ts';
import { callFault } from '../../../../electron/printing/transports/usb/libusb-codes.ts';
import { isInUse } from '../../../../electron/printing/transports/usb/open-device.ts';
import type { UsbLibrary } from '../../../../electron/printing/transports/usb/usb-library.ts';

const libusbError = (errno: number): Error => Object.assign(new Error('LIBUSB_ERROR'), { errno });
const failing = (error: Error) => () => {
  throw error;
};

const endpoints = [{ bEndpointAddress: 1, bmAttributes: 2, wMaxPacketSize: 64 }];
const printerThat = (overrides: Partial<Device>): Device => ({
  deviceDescriptor: { idVendor: 0x04b8, idProduct: 0x0202, iManufacturer: 0, iProduct: 0, iSerialNumber: 3 },
  configDescriptor: {
    interfaces: [
      [{ bInterfaceNumber: 0, bAlternateSetting: 0, bInterfaceClass: 7, bInterfaceProtocol: 1, endpoints }],
    ],
  },
  interfaces: [],
  open: () => undefined,
  close: () => undefined,
  ...overrides,
});

const libraryWith = (printers: () => readonly Device[]) => async () =>
  ({ printers }) as unknown as UsbLibrary;

describe('the search for USB printers', () => {
  it('finds nothing where the system has no USB, or does not list its devices', async () => {
    const noLibrary = Object.assign(new Error('libudev.so.1'), { code: 'ERR_DLOPEN_FAILED' });
    await expect(findUsbPrinters(() => Promise.reject(noLibrary))).resolves.toEqual([]);
    await expect(findUsbPrinters(libraryWith(failing(libusbError(callFault.io))))).resolves.toEqual([]);
  });

  it('lists a printer that may not be opened', async () => {
    const locked = printerThat({ open: failing(libusbError(callFault.access)) });
    await expect(findUsbPrinters(libraryWith(() => [locked]))).resolves.toMatchObject([
      { connection: { kind: 'usb', vendorId: 0x04b8, productId: 0x0202, serialNumber: '' } },
    ]);
  });

  it('tells a bug from a fault of USB, and keeps no device open for it', async () => {
    const bug = new TypeError('undefined is not a function');
    await expect(findUsbPrinters(() => Promise.reject(bug))).rejects.toBe(bug);
    await expect(findUsbPrinters(libraryWith(failing(bug)))).rejects.toBe(bug);
    await expect(findUsbPrinters(libraryWith(() => [printerThat({ open: failing(bug) })]))).rejects.toBe(bug);

    let closed = 0;
    const odd = printerThat({
      deviceDescriptor: {
        idVendor: 0x04b8,
        idProduct: 0x0202,
        iManufacturer: 0,
        iProduct: 0,
        get iSerialNumber() {
          return failing(bug)();
        },
      },
      close: () => (closed += 1),
    });
    await expect(findUsbPrinters(libraryWith(() => [odd]))).rejects.toBe(bug);
    expect(closed).toBe(1);
    expect(isInUse(odd)).toBe(false);
  });
});
