import { describe, expect, it } from 'vitest';
import {
  connectionFormOf,
  emptyConnectionForm,
  handKinds,
  hasPaper,
  readConnectionForm,
  type ConnectionForm,
  type HandKind,
} from '../../../../../../renderer/features/settings/printers/connection-form.ts';
import {
  printerConnectionSchema,
  type PrinterConnection,
} from '../../../../../../shared/printing/printer-connection.ts';

const read = (kind: HandKind, part: Partial<ConnectionForm> = {}) =>
  readConnectionForm(kind, { ...emptyConnectionForm, ...part });

const connections: readonly PrinterConnection[] = [
  { kind: 'screen' },
  { kind: 'picture', format: 'pdf', folder: '/home/sri/struk' },
  { kind: 'file', path: '/dev/usb/lp0' },
  { kind: 'network', host: '192.168.1.50', port: 9100 },
  { kind: 'serial', path: 'COM3', baudRate: 115_200, flowControl: 'rtscts' },
];

describe('a connection that is typed', () => {
  it.each(connections)('is read back as the $kind that it was', (connection) => {
    const kind = handKinds.find((each) => each === connection.kind);
    if (kind === undefined) throw new Error('cannot be typed');
    expect(readConnectionForm(kind, connectionFormOf(connection))).toEqual({ ok: true, value: connection });
  });

  it('is only one that main takes', () => {
    for (const [kind, part] of [
      ['network', { host: ' 10.0.0.9 ', port: ' 9100 ' }],
      ['network', { host: 'printer-kasir.local' }],
      ['network', { host: '::1' }],
      ['serial', { serialPath: ' /dev/rfcomm0 ' }],
      ['file', { path: ' LPT1 ' }],
    ] as const) {
      const result = read(kind, part);
      expect(result.ok && printerConnectionSchema.safeParse(result.value).success).toBe(true);
    }
  });

  it('may have its port in the address', () => {
    expect(read('network', { host: '192.168.1.50:9101' })).toEqual({
      ok: true,
      value: { kind: 'network', host: '192.168.1.50', port: 9101 },
    });
  });

  it('names the fields that keep it from being one', () => {
    expect(read('network', { host: ' ', port: '70000' })).toEqual({ ok: false, error: ['host', 'port'] });
    expect(read('network', { host: 'http://a', port: '0' })).toEqual({ ok: false, error: ['host', 'port'] });
    expect(read('network', { host: 'a b' })).toEqual({ ok: false, error: ['host'] });
    expect(read('network', { host: 'a', port: '91x' })).toEqual({ ok: false, error: ['port'] });
    expect(read('file', { path: '/etc/passwd' })).toEqual({ ok: false, error: ['path'] });
    expect(read('serial', { serialPath: '/dev/../etc/passwd' })).toEqual({
      ok: false,
      error: ['serialPath'],
    });
  });
});

describe('paper', () => {
  it('comes out wherever there is a machine, and not of a file that keeps the bytes', () => {
    expect(connections.map(hasPaper)).toEqual([false, false, true, true, true]);
    expect(hasPaper({ kind: 'file', path: '/tmp/a.BIN' })).toBe(false);
    expect(hasPaper({ kind: 'file', path: 'LPT1' })).toBe(true);
    expect(hasPaper({ kind: 'queue', name: 'POS-58' })).toBe(true);
    expect(hasPaper({ kind: 'usb', vendorId: 1, productId: 2, serialNumber: '' })).toBe(true);
  });
});
