import { describe, expect, it } from 'vitest';
import { isPrinterPath, printerSettingsSchema } from '../../../shared/settings.ts';

describe('the file that receipts are appended to', () => {
  it.each(['/dev/usb/lp0', '/dev/ttyUSB0', 'LPT1', 'com3', '/tmp/receipt.bin', String.raw`C:\struk\a.PRN`])(
    'may be %s',
    (path) => {
      expect(isPrinterPath(path)).toBe(true);
      expect(printerSettingsSchema.safeParse({ kind: 'file', paper: '58mm', path }).success).toBe(true);
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
    expect(printerSettingsSchema.safeParse({ kind: 'file', paper: '58mm', path }).success).toBe(false);
  });
});
