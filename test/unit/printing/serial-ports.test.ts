import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findSerialPorts,
  type KnownPort,
  type PortSources,
} from '../../../electron/printing/transports/serial/find-serial-ports.ts';
import { foundPrinterSchema } from '../../../shared/printing/printer-connection.ts';

const nothing = (): Promise<never> => Promise.reject(new Error('not there'));
const system = (sources: Partial<PortSources>): PortSources => ({
  list: nothing,
  names: nothing,
  read: nothing,
  ...sources,
});
const listing = (ports: readonly KnownPort[], read: PortSources['read'] = nothing): PortSources =>
  system({ list: () => Promise.resolve(ports), read });
const pathsOf = async (sources: PortSources): Promise<readonly string[]> =>
  (await findSerialPorts(sources)).map(({ connection }) => ('path' in connection ? connection.path : ''));

describe('the serial ports of this PC', () => {
  it('are called what the system calls them', async () => {
    const found = await findSerialPorts(
      listing([
        { path: '/dev/ttyUSB0', manufacturer: 'Prolific', vendorId: '067b', productId: '2303' },
        { path: 'COM4', friendlyName: 'Standard Serial over Bluetooth link (COM4)', pnpId: 'BTHENUM\\1' },
        { path: '/dev/rfcomm0' },
      ]),
    );
    expect(found.map(({ name, detail }) => [name, detail])).toEqual([
      ['Prolific (ttyUSB0)', '067b:2303'],
      ['Standard Serial over Bluetooth link (COM4)', 'BTHENUM\\1'],
      ['rfcomm0', 'Bluetooth'],
    ]);
    expect(found[2]?.connection).toEqual({
      kind: 'serial',
      path: '/dev/rfcomm0',
      baudRate: 115_200,
      flowControl: 'none',
    });
  });

  it('do not count device files without a port, and built-in ones come last', async () => {
    const types: Readonly<Record<string, string>> = { ttyS0: '4\n', ttyS1: '0\n' };
    const ports = ['ttyS0', 'ttyS1', 'ttyS2', 'ttyACM0'].map((name) => ({ path: `/dev/${name}` }));
    const read = async (file: string): Promise<string> => {
      const type = types[file.split('/')[4] ?? ''];
      if (type === undefined) throw new Error('ENOENT');
      return type;
    };
    expect(await pathsOf(listing(ports, read))).toEqual(['/dev/ttyACM0', '/dev/ttyS0', '/dev/ttyS2']);
  });

  it('are looked for in the folder of devices where the system cannot list them', async () => {
    const names = (): Promise<readonly string[]> =>
      Promise.resolve(['tty', 'ttyS0', 'ttyUSB1', 'ttyUSB0', 'rfcomm0', 'ttyACM0', 'ttyUSBx', 'sda']);
    expect(await pathsOf(system({ names }))).toEqual([
      '/dev/rfcomm0',
      '/dev/ttyACM0',
      '/dev/ttyUSB0',
      '/dev/ttyUSB1',
    ]);
  });

  it('are none where nothing can be looked at', async () => {
    expect(await findSerialPorts(system({}))).toEqual([]);
  });

  it('can be set up, whatever a device says of itself', async () => {
    const word = fc.oneof(
      fc.string({ maxLength: 400 }),
      fc.constantFrom(undefined, '\0\u{1f5a8}', 'x'.repeat(400)),
    );
    const port = fc.record({
      path: fc.oneof(
        fc.string(),
        fc.constantFrom('/dev/ttyUSB0', 'COM3', '/dev/../etc/passwd', '/dev/rfcomm1'),
      ),
      manufacturer: word,
      serialNumber: word,
      pnpId: word,
      friendlyName: word,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(port, { maxLength: 4 }), async (ports) => {
        for (const found of await findSerialPorts(listing(ports)))
          expect(foundPrinterSchema.safeParse(found).success).toBe(true);
      }),
    );
  });
});
