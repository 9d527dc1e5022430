import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import type { FoundPrinter } from '../../../shared/printing/printer-connection.ts';
import { whyNoUsb } from './start-usb-printer.ts';
import { anotherUser, untilTaken, usbBench, usbBenchOf } from './usb-bench.ts';
import type { Meant } from './usb-user-orders.ts';
import { describeWhere } from '../describe-where.ts';

const theEpson = (meant: Meant): FoundPrinter => ({
  connection: { kind: 'usb', ...meant },
  name: 'EPSON TM-T88V',
  detail: 'MFG:EPSON;CMD:ESC/POS;MDL:TM-T88V;CLS:PRINTER;',
});

/** Of a printer that nobody may ask. */
const nameless = ({ productId }: Meant): string => `USB 04b8:${productId.toString(16)}`;

const asked = (log: readonly string[]): readonly string[] =>
  log.filter((line) => /^(CONTROL|DISCONNECT|CLAIM)/.test(line));

describeWhere(whyNoUsb(), 'USB printers that are found', () => {
  it('say what they are, and the same whenever they are there', async () => {
    const { printer, user, meant, found } = await usbBench();
    await user.watch(meant);
    expect(await found()).toEqual([theEpson(meant)]);
    await printer.tell('unplug');
    await user.until((events) => events.length === 1);
    expect(await found()).toEqual([]);
    await printer.tell('plug');
    await user.until((events) => events.length === 2);
    expect(await found()).toEqual([theEpson(meant)]);
    // Looking leaves the driver of the system where it is.
    expect((await printer.log()).filter((line) => /^(DISCONNECT|CLAIM)/.test(line))).toEqual([]);
  });

  it('are told apart by their serial numbers', async () => {
    const { printers, user, meant, found } = await usbBenchOf([
      { serialNumber: 'A1' },
      { serialNumber: 'B2' },
    ]);
    const [a, b] = ['A1', 'B2'].map((serialNumber) => ({ ...meant, serialNumber }));
    if (a === undefined || b === undefined) throw new Error('two printers');
    expect(await found()).toEqual([theEpson(a), theEpson(b)]);
    await user.open(b, { name: 'b' });
    await user.open(a, { name: 'a' });
    await user.write(Buffer.from('to a'), 'a');
    await user.write(Buffer.from('to b'), 'b');
    expect(printers.map((printer) => printer.bytes().toString())).toEqual(['to a', 'to b']);
    expect(await user.open({ ...meant, serialNumber: 'C3' })).toBe('unplugged');
  });

  it('need no serial number: then any of its make will do, one after the other', async () => {
    const { printers, user, meant, found } = await usbBenchOf([
      { serialNumber: null },
      { serialNumber: null },
    ]);
    const any = { ...meant, serialNumber: '' };
    expect(await found()).toEqual([theEpson(any)]);
    expect(await user.open(any, { name: 'first' })).toBeUndefined();
    expect(await user.open(any, { name: 'second' })).toBeUndefined();
    expect(await user.open(any, { name: 'third' })).toBe('no-access');
    expect(await user.open(meant)).toBe('unplugged');
    await user.write(Buffer.from('a receipt'), 'first');
    await user.write(Buffer.from('a receipt'), 'second');
    expect(printers.map((printer) => printer.bytes().toString())).toEqual(['a receipt', 'a receipt']);
  });

  it('are listed where they may not be opened, beside one that may', async () => {
    const { printers, bus, meant } = await usbBenchOf([{ vendorId: 0x0416 }, {}]);
    const user = anotherUser(bus, { isPrivileged: false });
    const [forbidden] = printers;
    await forbidden?.tell('access no');
    const ofMaker = { ...meant, vendorId: 0x0416 };
    const unasked: FoundPrinter = {
      connection: { kind: 'usb', ...ofMaker, serialNumber: '' },
      name: `USB 0416:${meant.productId.toString(16)}`,
      detail: '',
    };
    expect(await user.find()).toEqual(expect.arrayContaining([unasked, theEpson(meant)]));
    expect(await user.open(ofMaker)).toBe('no-access');
    await forbidden?.tell('access yes');
    expect(await user.find()).toEqual(expect.arrayContaining([theEpson(ofMaker), theEpson(meant)]));
    expect(await user.open(ofMaker)).toBeUndefined();
  });

  it('are listed where they say nothing of themselves', async () => {
    const { meant, found } = await usbBench({ manufacturer: null, product: null, deviceId: null });
    expect(await found()).toEqual([{ ...theEpson(meant), name: nameless(meant), detail: '' }]);
  });

  it('are listed where they leave questions unanswered, and are asked again', async () => {
    const { printer, meant, found } = await usbBench();
    await printer.tell('control hang');
    const silent = {
      connection: { kind: 'usb', ...meant, serialNumber: '' },
      name: nameless(meant),
      detail: '',
    };
    expect(await found()).toEqual([silent]);
    await printer.tell('control ok');
    expect(await found()).toEqual([theEpson(meant)]);
  });

  it('are not disturbed while they print', async () => {
    const { printer, user, meant, found } = await usbBench();
    const bytes = randomBytes(20_000);
    await printer.tell('out hang 5000');
    await user.open(meant);
    const writing = user.write(bytes);
    await untilTaken(printer, 5000);
    await printer.log();
    expect(await found()).toEqual([theEpson(meant)]);
    expect(asked(await printer.log())).toEqual([]);
    await printer.tell('out ok');
    expect((await writing).problem).toBeUndefined();
    expect(printer.bytes().equals(bytes)).toBe(true);
  });
});
