import { describe, expect, it } from 'vitest';
import {
  isPrinterPath,
  isQueueName,
  isSerialPath,
  printerConnectionSchema,
} from '../../../shared/printing/printer-connection.ts';
import { slipSettingsSchema } from '../../../shared/settings.ts';

const fits = (connection: unknown): boolean => printerConnectionSchema.safeParse(connection).success;

describe('the file that receipts are appended to', () => {
  it.each(['/dev/usb/lp0', '/dev/ttyUSB0', 'LPT1', 'com3', '/tmp/receipt.bin', String.raw`C:\struk\a.PRN`])(
    'may be %s',
    (path) => {
      expect(isPrinterPath(path)).toBe(true);
      expect(fits({ kind: 'file', path })).toBe(true);
    },
  );

  it.each([
    '',
    '/root/.bashrc',
    '/etc/passwd',
    '/dev/../etc/passwd',
    '/dev/',
    'notes.txt',
    '/tmp/bin',
    'LPT',
    '/dev/sda;rm',
  ])('may not be "%s"', (path) => {
    expect(isPrinterPath(path)).toBe(false);
    expect(fits({ kind: 'file', path })).toBe(false);
  });
});

describe('a serial port', () => {
  const serial = (path: string) => ({ kind: 'serial', path, baudRate: 9600, flowControl: 'none' });

  it.each(['/dev/ttyUSB0', '/dev/rfcomm0', 'COM3', 'com12'])('may be %s', (path) => {
    expect(isSerialPath(path)).toBe(true);
    expect(fits(serial(path))).toBe(true);
  });

  it.each(['', 'COM', 'LPT1', '/tmp/a.bin', '/dev/../etc/passwd', '/dev/ttyS0 ', 'COM1\n'])(
    'may not be "%s"',
    (path) => {
      expect(isSerialPath(path)).toBe(false);
      expect(fits(serial(path))).toBe(false);
    },
  );

  it('has one of the speeds that printers have', () => {
    expect(fits({ ...serial('COM3'), baudRate: 9601 })).toBe(false);
  });
});

describe('a queue', () => {
  it.each(['EPSON_TM-T82', 'POS-58 Printer', String.raw`\\SERVER\Kasir`, 'Printer (Kasir) 2'])(
    'may be called %s',
    (name) => {
      expect(isQueueName(name)).toBe(true);
    },
  );

  it.each(['', '-P', ' kasir', 'a/b', 'a#b', 'a,b', 'a!', 'a\0b', 'a\nb', 'x'.repeat(221)])(
    'may not be called "%s"',
    (name) => {
      expect(isQueueName(name)).toBe(false);
      expect(fits({ kind: 'queue', name })).toBe(false);
    },
  );
});

describe('what the shop adds to every receipt', () => {
  const slip = { logo: null, footer: '', qr: '' };

  it('may be nothing', () => {
    expect(slipSettingsSchema.safeParse(slip).success).toBe(true);
  });

  it('is no picture with more or fewer dots than it says', () => {
    const logo = (bits: string) =>
      slipSettingsSchema.safeParse({ ...slip, logo: { widthDots: 8, rows: 3, bits } });
    expect(logo('//8A').success).toBe(true);
    expect(logo('//8AAA==').success).toBe(false);
    expect(logo('//8=').success).toBe(false);
    expect(logo('not base64').success).toBe(false);
  });
});
