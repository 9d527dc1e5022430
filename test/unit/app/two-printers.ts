import { printerProfiles, type PrinterProfile } from '../../../shared/printing/printer-profile.ts';
import type { PrinterSetup, PrintingSettings } from '../../../shared/printing/printing-settings.ts';

const drawer = { pin: 2, onMs: 100, offMs: 200 } as const;

/** At the counter: narrow, with a drawer. */
export const till: PrinterSetup = {
  id: 'till',
  name: 'Kasir',
  connection: { kind: 'usb', vendorId: 0x0416, productId: 0x5011, serialNumber: '' },
  profile: { ...printerProfiles['58mm'], drawer },
};

/** In the office: wide, with a cutter, without a drawer. */
export const office: PrinterSetup = {
  id: 'office',
  name: 'Kantor',
  connection: { kind: 'network', host: '192.168.1.50', port: 9100 },
  profile: printerProfiles['80mm'],
};

/** Receipts at the counter, lists in the office, unless told otherwise. */
export const twoPrinters = (over: Partial<PrintingSettings> = {}): PrintingSettings => ({
  printers: [till, office],
  receipts: 'till',
  reports: 'office',
  askAfterMinutes: 10,
  ...over,
});

/** The till's printer with another profile. */
export const tillAs = (profile: PrinterProfile): PrintingSettings =>
  twoPrinters({ printers: [{ ...till, profile }, office] });
