import { describe, expect, test } from 'vitest';
import { describeDevice } from '../../../../electron/printing/transports/spooler/cups/find-cups-queues.ts';
import { foundQueue } from '../../../../electron/printing/transports/spooler/found-queue.ts';
import { isVirtualQueue } from '../../../../electron/printing/transports/spooler/windows/find-windows-queues.ts';
import { readQueueList } from '../../../../electron/printing/transports/spooler/windows/session-line.ts';
import { foundPrinterSchema } from '../../../../shared/printing/printer-connection.ts';

describe('what stands behind a queue of CUPS', () => {
  test.each([
    ['usb://EPSON/TM-T20%20II?serial=123&interface=1', 'usb EPSON/TM-T20 II'],
    ['usb://%zz/x', 'usb %zz/x'],
    ['socket://192.168.1.9:9100', 'socket 192.168.1.9:9100'],
    ['ipp://user:secret@printer.local:631/ipp/print?token=secret', 'ipp printer.local:631'],
    ['smb://WORKGROUP;user:secret@host/share', 'smb host'],
    ['serial:/dev/ttyS0?baud=9600', 'serial'],
    ['cups-pdf:/', 'cups-pdf'],
    ['', ''],
    ['///', ''],
  ])('%s is shown as %j', (uri, shown) => {
    expect(describeDevice(uri)).toBe(shown);
  });
});

describe('a queue that was found', () => {
  test('is one that the settings take, or is none', () => {
    for (const name of ['struk', 'x'.repeat(220), '\\\\server\\struk', 'POS 58 (Copy 1)'])
      expect(foundQueue(name, 'y'.repeat(500), ['z'.repeat(500)])).toSatisfy((found: readonly unknown[]) =>
        found.every((printer) => foundPrinterSchema.safeParse(printer).success),
      );
    for (const name of ['', '-d', 'a,b', 'a\nb', 'x'.repeat(221)])
      expect(foundQueue(name, 'y', [])).toEqual([]);
  });

  test('is called as its owner calls it, else by its name', () => {
    expect(foundQueue('struk', 'Printer kasir', ['', 'b', ''])).toMatchObject([
      { name: 'Printer kasir', detail: 'b' },
    ]);
    expect(foundQueue('struk', '', [])).toMatchObject([{ name: 'struk', detail: '' }]);
  });
});

describe("Windows's queues", () => {
  const queue = (name: string, driver = '', port = '') => ({ name, driver, port });

  test.each([
    queue('Microsoft Print to PDF', 'Microsoft Print To PDF', 'PORTPROMPT:'),
    // Translated, or renamed.
    queue('Cetak ke PDF', 'Microsoft Print To PDF', 'PORTPROMPT:'),
    queue('Microsoft XPS Document Writer', 'Microsoft XPS Document Writer v4', 'PORTPROMPT:'),
    queue('OneNote (Desktop)', 'Send to Microsoft OneNote 16 Driver', 'nul:'),
    queue('OneNote for Windows 10', 'Microsoft Software Printer Driver', 'Microsoft.Office.OneNote_16001'),
    queue('Fax', 'Microsoft Shared Fax Driver', 'SHRFAX:'),
    queue('Fax'),
  ])('$name makes no paper', (virtual) => {
    expect(isVirtualQueue(virtual)).toBe(true);
  });

  test.each([
    queue('POS-58', 'Generic / Text Only', 'USB001'),
    queue('EPSON TM-T20III Receipt', 'EPSON TM-T20III Receipt6', 'ESDPRT001'),
    queue('Fax dan struk', 'POS58', 'USB002'),
    queue('PDF-80', 'XP-80C', 'USB001'),
    queue(String.raw`\\server\struk`),
  ])('$name may', (real) => {
    expect(isVirtualQueue(real)).toBe(false);
  });

  test('are read from the line that lists them, whatever else is said', () => {
    const list = '{"queues":[{"name":"A \\u0022b\\u0022","port":"USB001","driver":"POS"},{"name":"C"}]}';
    expect(readQueueList(`#< CLIXML\r\n${list}\r\n`)).toEqual([
      { name: 'A "b"', port: 'USB001', driver: 'POS' },
      { name: 'C', port: '', driver: '' },
    ]);
    for (const said of [
      '',
      'null',
      '[]',
      '{"queues":7}',
      '{"queues":[{"port":"x"}]}',
      '{"error":5}',
      '{"queues":[',
    ])
      expect(readQueueList(said)).toEqual([]);
  });
});
