import { expect, it } from 'vitest';
import { whyNoUsb, type UsbPrinter } from './start-usb-printer.ts';
import { usbBench } from './usb-bench.ts';
import type { Event } from './usb-user-orders.ts';
import { describeWhere } from '../describe-where.ts';

const said = (events: readonly Event[]): string =>
  events.map((event) => (event.event === 'said' ? event.hex : '')).join('');

/** How often it was asked for answers since the last look. */
const reads = async (printer: UsbPrinter): Promise<number> =>
  (await printer.log()).filter((line) => line.startsWith('SUBMIT 82')).length;

const askPaper = Buffer.from([0x10, 0x04, 4]);
const askWhenDone = Buffer.from([0x1d, 0x72, 1]);

describeWhere(whyNoUsb(), 'what a USB printer says', () => {
  it('is heard: at once what is asked in real time, and in its turn what is asked in order', async () => {
    const { printer, user, meant } = await usbBench();
    await user.open(meant);
    expect(user.hears()).toBe(true);
    await user.listen();
    await user.write(Buffer.concat([Buffer.from('a receipt\n'), askWhenDone]));
    await user.until((events) => said(events) === '00');
    await printer.tell('paper out');
    await user.write(Buffer.concat([Buffer.from('another\n'), askWhenDone, askPaper]));
    // The job is not on paper and says nothing.
    await user.until((events) => said(events) === '007e');
    await printer.tell('paper near');
    await user.until((events) => said(events) === '007e03');
  });

  it('is heard again after an endpoint was halted, also by who listens anew', async () => {
    const { printer, user, meant } = await usbBench();
    await user.open(meant, { deadlines: { pause: 10 } });
    await printer.tell('in stall 2');
    await user.listen();
    await user.write(askPaper);
    await user.until((events) => said(events) === '12');
    const log = await printer.log();
    expect(log.filter((line) => line === 'CLEAR_HALT 82')).toHaveLength(2);
    await user.stopListening();
    await user.listen();
    await user.write(askPaper);
    await user.until((events) => said(events) === '1212');
  });

  it('is heard from one that answers with nothing until it has something to say', async () => {
    const { printer, user, meant } = await usbBench();
    await printer.tell('in empty');
    await user.open(meant, { deadlines: { pause: 10 } });
    await user.listen();
    await user.write(askPaper);
    await user.until((events) => said(events) === '12');
  });

  it('is asked for only while somebody listens', async () => {
    const { printer, user, meant } = await usbBench();
    await user.open(meant);
    await user.write(askPaper);
    expect(await reads(printer)).toBe(0);
    await user.listen();
    await user.until((events) => said(events) === '12');
    expect(await reads(printer)).toBeGreaterThan(0);
    await user.stopListening();
    await printer.log();
    await user.write(askPaper);
    expect(await reads(printer)).toBe(0);
    expect(said(user.events())).toBe('12');
  });

  it('is not listened for where it cannot speak, and it prints all the same', async () => {
    const { printer, user, meant } = await usbBench({ protocols: [1] });
    expect(await user.open(meant)).toBeUndefined();
    expect(user.hears()).toBe(false);
    expect((await user.write(askPaper)).problem).toBeUndefined();
    expect(printer.bytes().equals(askPaper)).toBe(true);
  });

  it('is heard where it can speak only in an alternate setting', async () => {
    const { printer, user, meant } = await usbBench({ protocols: [1, 2] });
    await user.open(meant);
    expect(user.hears()).toBe(true);
    await user.listen();
    await user.write(askPaper);
    await user.until((events) => said(events) === '12');
    expect(await printer.log()).toContain('SETINTERFACE 0 1');
  });

  it('by the cable itself is its condition, whether or not it is printing', async () => {
    const { printer, user, meant } = await usbBench();
    await user.open(meant, { deadlines: { control: 200 } });
    expect(await user.condition()).toBe('ok');
    await printer.tell('cover open');
    expect(await user.condition()).toBe('offline');
    await printer.tell('cover closed');
    await printer.tell('out hang');
    const writing = user.write(askPaper);
    await printer.tell('paper out');
    expect(await user.condition()).toBe('paper-out');
    await printer.tell('port 38');
    expect(await user.condition()).toBe('paper-out');
    await printer.tell('control stall');
    expect(await user.condition()).toBeUndefined();
    await printer.tell('control hang');
    expect(await user.condition()).toBeUndefined();
    await user.abandon();
    expect((await writing).problem).toBe('stalled');
  });
});
