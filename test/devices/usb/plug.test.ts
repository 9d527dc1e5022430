import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { whyNoUsb } from './start-usb-printer.ts';
import { anotherUser, untilTaken, usbBench } from './usb-bench.ts';
import type { Event } from './usb-user-orders.ts';
import { describeWhere } from '../describe-where.ts';

const lost =
  (name = 'it') =>
  (events: readonly Event[]): boolean =>
    events.some((event) => event.event === 'lost' && event.name === name && event.problem === 'unplugged');

const changes = (events: readonly Event[]): number =>
  events.filter(({ event }) => event === 'changed').length;

const aJob = randomBytes(6_000);

describeWhere(whyNoUsb(), 'a USB printer', () => {
  it('that is pulled out in the middle of a job is lost, and the job knows what may have left', async () => {
    const { printer, user, meant } = await usbBench();
    await user.open(meant, { deadlines: { transfer: 600_000 } });
    await printer.tell('out hang 5000');
    const writing = user.write(randomBytes(20_000));
    await untilTaken(printer, 5000);
    await printer.tell('unplug');
    const { taken, problem } = await writing;
    expect(problem).toBe('unplugged');
    expect(taken.at(-1)).toBe(8192);
    await user.until(lost());
    expect((await user.write(Buffer.from('x'))).problem).toBe('unplugged');
    expect(await user.condition()).toBe('unplugged');
    await user.close();
    expect(await user.open(meant)).toBe('unplugged');
  });

  it('whose transfers break before the system notices that it was pulled out, was pulled out', async () => {
    const { printer, user, meant } = await usbBench();
    await user.open(meant, { deadlines: { transfer: 600_000, unplugNotice: 30_000 } });
    await printer.tell('out hang 10');
    const writing = user.write(randomBytes(100));
    await untilTaken(printer, 10);
    await printer.tell('out error');
    while (!(await printer.log()).includes('BROKEN 01'));
    await printer.tell('unplug');
    expect((await writing).problem).toBe('unplugged');
  });

  it('that was plugged in again is found at its new address, time and again', async () => {
    const { printer, user, meant, found } = await usbBench();
    await user.watch(meant);
    for (let round = 1; round <= 4; round += 1) {
      const name = `round ${round}`;
      expect(await user.open(meant, { name })).toBeUndefined();
      expect((await user.write(aJob, name)).problem).toBeUndefined();
      if (round % 2 === 0) await user.close(name);
      await printer.tell('unplug');
      await user.until((events) => changes(events) === 2 * round - 1);
      if (round % 2 === 1) {
        await user.until(lost(name));
        await user.close(name);
      }
      expect(await found()).toEqual([]);
      await printer.tell('plug');
      await user.until((events) => changes(events) === 2 * round);
    }
    expect(printer.bytes().equals(Buffer.concat([aJob, aJob, aJob, aJob]))).toBe(true);
  });

  it('is still watched after it was opened and closed many times', async () => {
    const { printer, user, meant } = await usbBench();
    await user.watch(meant);
    for (let round = 0; round < 12; round += 1) {
      expect(await user.open(meant)).toBeUndefined();
      await user.close();
    }
    await user.open(meant);
    await printer.tell('unplug');
    await user.until(lost());
    await user.until((events) => changes(events) === 1);
    expect(user.complaints()).toBe('');
  });

  it('of another make does not call who watches, nor does one that is not watched any more', async () => {
    const { printer, user, meant } = await usbBench();
    await user.watch({ ...meant, productId: 1 }, 'another');
    await user.watch(meant, 'given up');
    await user.stopWatching('given up');
    await user.watch(meant, 'still');
    await printer.tell('unplug');
    await user.until((events) => changes(events) > 0);
    await printer.tell('plug');
    await user.until((events) => changes(events) > 1);
    expect(user.events().map(({ event, ...rest }) => (event === 'changed' ? rest : event))).toEqual([
      { name: 'still' },
      { name: 'still' },
    ]);
  });

  it('is given back to the driver of the system when it is closed, and not lost by that', async () => {
    const { printer, user, meant, found } = await usbBench();
    await user.open(meant);
    await user.write(aJob);
    await user.close();
    const steps = (await printer.log()).filter((line) => /^(DISCONNECT|CLAIM|RELEASE|CONNECT)/.test(line));
    expect(steps).toEqual([
      'DISCONNECT 0 usblp',
      'CLAIMINTERFACE 0',
      'RELEASEINTERFACE 0',
      'CONNECT 0 usblp',
    ]);
    await printer.tell('unplug');
    expect(await found()).toEqual([]);
    expect(user.events().some(({ event }) => event === 'lost')).toBe(false);
  });

  it('keeps no program alive that has closed it, though its coming and going is watched', async () => {
    const { bus, meant } = await usbBench();
    const user = anotherUser(bus);
    await user.watch(meant);
    await user.open(meant);
    await user.listen();
    await user.write(aJob);
    await user.close();
    expect(await user.end()).toBe(0);
    expect(user.complaints()).toBe('');
  });

  it('is opened by one at a time, in this program and in another', async () => {
    const { printer, user, bus, meant } = await usbBench();
    const another = anotherUser(bus);
    expect(await user.open(meant, { name: 'first' })).toBeUndefined();
    expect(await user.open(meant, { name: 'second' })).toBe('no-access');
    expect(await another.open(meant)).toBe('no-access');
    expect((await another.find()).map(({ connection }) => connection)).toContainEqual({
      kind: 'usb',
      ...meant,
    });
    expect((await user.write(aJob, 'first')).problem).toBeUndefined();
    expect(printer.bytes().equals(aJob)).toBe(true);
    await user.close('first');
    expect(await another.open(meant)).toBeUndefined();
    await another.close();
    expect(await user.open(meant, { name: 'second' })).toBeUndefined();
  });

  it('that another program holds, or that is not there, says so, and is to be had afterwards', async () => {
    const { printer, user, meant } = await usbBench({ plugged: false });
    expect(await user.open(meant)).toBe('unplugged');
    await user.watch(meant);
    await printer.tell('plug');
    await user.until((events) => changes(events) === 1);
    await printer.tell('busy yes');
    expect(await user.open(meant)).toBe('no-access');
    await printer.tell('busy no');
    expect(await user.open(meant)).toBeUndefined();
  });

  it('that does not answer is not waited for longer than whoever opens it wants', async () => {
    const { printer, user, meant } = await usbBench();
    await printer.tell('control hang');
    const slow = { control: 600_000, open: 600_000 };
    expect(await user.open(meant, { deadlines: slow, abandonAfterMs: 100 })).toBe('stalled');
    expect(await user.open(meant, { deadlines: { ...slow, open: 100 } })).toBe('unreachable');
    // What was under way is put in order by itself.
    await printer.tell('control ok');
    expect(await user.open(meant)).toBeUndefined();
    expect((await user.write(aJob)).problem).toBeUndefined();
  });
});
