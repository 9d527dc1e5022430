import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  foundGroups,
  groupFound,
  keyOfFound,
} from '../../../../../../renderer/features/settings/printers/found-printers.ts';
import type {
  FoundPrinter,
  PrinterConnection,
} from '../../../../../../shared/printing/printer-connection.ts';

const queue = (name: string, detail = ''): FoundPrinter => ({
  connection: { kind: 'queue', name },
  name,
  detail,
});
const serial = (path: string): FoundPrinter => ({
  connection: { kind: 'serial', path, baudRate: 9600, flowControl: 'none' },
  name: path,
  detail: '',
});
const usb = (productId: number, name: string): FoundPrinter => ({
  connection: { kind: 'usb', vendorId: 0x04b8, productId, serialNumber: '' },
  name,
  detail: '',
});

const names = (found: readonly FoundPrinter[]) =>
  groupFound(found).map(({ group, printers }) => [group, printers.map(({ name }) => name)]);

const connections: fc.Arbitrary<PrinterConnection> = fc.oneof(
  fc.record({ kind: fc.constant('queue' as const), name: fc.string({ minLength: 1, maxLength: 3 }) }),
  fc.record({
    kind: fc.constant('usb' as const),
    vendorId: fc.nat(3),
    productId: fc.nat(3),
    serialNumber: fc.constantFrom('', 'A1'),
  }),
  fc.record({
    kind: fc.constant('serial' as const),
    path: fc.constantFrom('COM1', 'COM2', 'COM10'),
    baudRate: fc.constantFrom(9600 as const, 115_200 as const),
    flowControl: fc.constant('none' as const),
  }),
  fc.record({
    kind: fc.constant('network' as const),
    host: fc.constantFrom('a', 'b'),
    port: fc.constant(9100),
  }),
);
const found: fc.Arbitrary<readonly FoundPrinter[]> = fc.array(
  fc.record({
    connection: connections,
    name: fc.constantFrom('POS-58', 'XP-80', 'HP LaserJet', 'Print to PDF', '', 'Ä', 'kasir 2', 'kasir 10'),
    detail: fc.constantFrom('', 'CMD:ESC/POS;'),
  }),
  { maxLength: 20 },
);

describe('the printers that were found', () => {
  it('stand by how they are reached, the likely receipt printers first and what has no paper last', () => {
    expect(
      names([
        serial('COM10'),
        serial('COM2'),
        queue('Microsoft Print to PDF'),
        queue('HP LaserJet'),
        queue('POS-58'),
        queue('Kasir', 'CMD:ESC/POS;'),
        usb(1, 'TM-T82'),
      ]),
    ).toEqual([
      ['usb', ['TM-T82']],
      ['queue', ['Kasir', 'POS-58', 'HP LaserJet', 'Microsoft Print to PDF']],
      ['serial', ['COM2', 'COM10']],
    ]);
    expect(groupFound([])).toEqual([]);
  });

  it('are all there, each once, in groups that are none of them empty', () => {
    fc.assert(
      fc.property(found, (all) => {
        const groups = groupFound(all);
        const keys = groups.flatMap(({ printers }) => printers.map(keyOfFound));
        expect(new Set(keys)).toEqual(new Set(all.map(keyOfFound)));
        expect(keys.length).toBe(new Set(keys).size);
        expect(groups.every(({ printers }) => printers.length > 0)).toBe(true);
        expect(groups.map(({ group }) => group)).toEqual(
          foundGroups.filter((group) => groups.some((each) => each.group === group)),
        );
      }),
    );
  });

  it('stand in the same order however they came', () => {
    fc.assert(
      fc.property(found, (all) => {
        const once = [...new Map(all.map((each) => [keyOfFound(each), each])).values()];
        expect(groupFound(once.toReversed())).toEqual(groupFound(once));
      }),
    );
  });

  it('have one line for a port, whatever its speed', () => {
    const slow = serial('COM3');
    const { connection } = slow;
    if (connection.kind !== 'serial') throw new Error('not a port');
    const fast = { ...slow, connection: { ...connection, baudRate: 115_200 as const } };
    expect(groupFound([slow, fast])).toEqual([{ group: 'serial', printers: [fast] }]);
  });
});
