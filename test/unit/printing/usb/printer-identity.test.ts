import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  foundPrinter,
  readIdentity,
  unknownIdentity,
  type PrinterIdentity,
} from '../../../../electron/printing/transports/usb/printer-identity.ts';
import { foundPrinterSchema } from '../../../../shared/printing/printer-connection.ts';

const device = {
  deviceDescriptor: { idVendor: 0x04b8, idProduct: 0x0e15, iManufacturer: 1, iProduct: 2, iSerialNumber: 3 },
};
const place = { number: 0, alternate: 0, out: 1, in: 0x82 };

const nameOf = (said: Partial<PrinterIdentity>): string =>
  foundPrinter(device, { ...unknownIdentity, ...said }).name;

describe('a printer that is found on USB', () => {
  it('is called by its maker and model, each once', () => {
    expect(nameOf({ manufacturer: 'EPSON', product: 'TM-T20III' })).toBe('EPSON TM-T20III');
    expect(nameOf({ manufacturer: 'Xprinter', product: 'XPRINTER XP-58' })).toBe('XPRINTER XP-58');
    expect(nameOf({ product: 'POS58 Printer' })).toBe('POS58 Printer');
    expect(nameOf({ manufacturer: 'STMicroelectronics' })).toBe('STMicroelectronics');
  });

  it('is called as its device id says where its descriptors do not, and else by its numbers', () => {
    expect(nameOf({ deviceId: 'MFG:Zjiang;CMD:ESC/POS;MDL:NT-5890K;' })).toBe('Zjiang NT-5890K');
    expect(nameOf({ deviceId: 'MANUFACTURER: Bixolon ;MODEL:SRP-350;' })).toBe('Bixolon SRP-350');
    expect(nameOf({ deviceId: 'nonsense' })).toBe('USB 04b8:0e15');
    expect(nameOf({})).toBe('USB 04b8:0e15');
  });

  it('is reached by what it is, and fits the setting whatever it says', () => {
    const text = fc.uint16Array({ maxLength: 1100 }).map((units) => String.fromCharCode(...units));
    const serialNumber = fc.string({ maxLength: 126 });
    fc.assert(
      fc.property(text, text, serialNumber, text, (manufacturer, product, serial, deviceId) => {
        const found = foundPrinter(device, { manufacturer, product, serialNumber: serial, deviceId });
        expect(foundPrinterSchema.parse(found)).toEqual(found);
        expect(found.connection).toEqual({
          kind: 'usb',
          vendorId: 0x04b8,
          productId: 0x0e15,
          serialNumber: serial,
        });
      }),
    );
  });

  it('is not asked for a text that it does not have', async () => {
    const asked: number[] = [];
    const none = { deviceDescriptor: { ...device.deviceDescriptor, iSerialNumber: 0, iProduct: 0 } };
    await readIdentity(none, place, ({ type, value }) => {
      if (type === 0x80) asked.push(value & 0xff);
      return Promise.resolve(new Uint8Array());
    });
    expect(asked).toEqual([1]);
  });
});
