import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { whyNoUsb, type UsbPrinter } from './start-usb-printer.ts';
import { untilTaken, usbBench } from './usb-bench.ts';
import { describeWhere } from '../describe-where.ts';

/** Short, so that a printer that hangs is asked often how far it has got. */
const impatient = { transfer: 60 };

const count = (log: readonly string[], words: string): number =>
  log.filter((line) => line.startsWith(words)).length;

/** Resolves when the system was asked so many more times to send something. */
async function untilSubmitted(printer: UsbPrinter, times: number): Promise<void> {
  let seen = 0;
  while (seen < times) seen += count(await printer.log(), 'SUBMIT 01');
}

const last = (numbers: readonly number[]): number => numbers.at(-1) ?? 0;

describeWhere(whyNoUsb(), 'bytes to a USB printer', () => {
  it('arrive as they were sent, and are counted as they go', async () => {
    const { printer, user, meant } = await usbBench();
    const bytes = randomBytes(200_000);
    expect(await user.open(meant)).toBeUndefined();
    const { taken, problem } = await user.write(bytes);
    expect(problem).toBeUndefined();
    expect(printer.bytes().equals(bytes)).toBe(true);
    expect(last(taken)).toBe(bytes.length);
    expect(taken).toEqual([...new Set(taken)].toSorted((one, other) => one - other));
  });

  it('wait for a printer that takes none, until they are abandoned: then none was taken, and it can be used again', async () => {
    const { printer, user, meant } = await usbBench();
    await printer.tell('out hang');
    await user.open(meant, { deadlines: impatient });
    let hasEnded = false;
    const writing = user.write(randomBytes(10_000)).finally(() => (hasEnded = true));
    // Several transfers have run out of their time, and it is no fault.
    await untilSubmitted(printer, 4);
    expect(hasEnded).toBe(false);
    await user.abandon();
    expect(await writing).toEqual({ taken: [], problem: 'stalled' });
    await user.close();

    await printer.tell('out ok');
    const bytes = randomBytes(5_000);
    expect(await user.open(meant)).toBeUndefined();
    expect((await user.write(bytes)).problem).toBeUndefined();
    expect(printer.bytes().equals(bytes)).toBe(true);
  });

  it('are abandoned at once, however long a transfer may take', async () => {
    const { printer, user, meant } = await usbBench();
    await printer.tell('out hang');
    await user.open(meant, { deadlines: { transfer: 600_000 } });
    const writing = user.write(randomBytes(10));
    await untilSubmitted(printer, 1);
    await user.abandon();
    expect((await writing).problem).toBe('stalled');
  });

  it('are counted to the byte where a printer stops in the middle of a slice', async () => {
    const { printer, user, meant } = await usbBench();
    await printer.tell('out hang 5000');
    await user.open(meant, { deadlines: impatient });
    const bytes = randomBytes(20_000);
    const writing = user.write(bytes);
    await user.until((events) => events.some((event) => event.event === 'taken' && event.count >= 5000));
    await user.abandon();
    const { taken, problem } = await writing;
    expect(problem).toBe('stalled');
    expect(last(taken)).toBe(5000);
    expect(printer.bytes().equals(bytes.subarray(0, 5000))).toBe(true);
  });

  it('go on where a printer stopped, without one twice or missing', async () => {
    const { printer, user, meant } = await usbBench();
    await user.open(meant, { deadlines: impatient });
    const bytes = randomBytes(40_000);
    await printer.tell('out hang 5000');
    const writing = user.write(bytes);
    await untilTaken(printer, 5000);
    await printer.tell('out hang 9001');
    await untilTaken(printer, 14_001);
    await printer.tell('out ok');
    const { taken, problem } = await writing;
    expect(problem).toBeUndefined();
    expect(last(taken)).toBe(bytes.length);
    expect(printer.bytes().equals(bytes)).toBe(true);
  });

  it('wait for paper once the buffer is full, and all come out then', async () => {
    const { printer, user, meant } = await usbBench({ bufferBytes: 3000 });
    await printer.tell('paper out');
    await user.open(meant, { deadlines: impatient });
    const bytes = randomBytes(10_000);
    const writing = user.write(bytes);
    await user.until((events) => events.some((event) => event.event === 'taken'));
    await untilSubmitted(printer, 3);
    expect(printer.bytes().equals(bytes.subarray(0, 3000))).toBe(true);
    await printer.tell('paper ok');
    expect((await writing).problem).toBeUndefined();
    expect(printer.bytes().equals(bytes)).toBe(true);
  });

  it('trickle into a slow printer', async () => {
    const { printer, user, meant } = await usbBench();
    await printer.tell('out slow 40000');
    await user.open(meant, { deadlines: impatient });
    const bytes = randomBytes(20_000);
    const { taken, problem } = await user.write(bytes);
    expect(problem).toBeUndefined();
    expect(last(taken)).toBe(bytes.length);
    expect(printer.bytes().equals(bytes)).toBe(true);
  });

  it('are sent again from the byte that a halted endpoint refused, once it was set free', async () => {
    const { printer, user, meant } = await usbBench();
    await user.open(meant, { deadlines: { transfer: 600_000 } });
    await printer.tell('out hang 6000');
    await printer.log();
    const bytes = randomBytes(20_000);
    const writing = user.write(bytes);
    await untilTaken(printer, 6000);
    await printer.tell('out stall 1');
    expect((await writing).problem).toBeUndefined();
    expect(printer.bytes().equals(bytes)).toBe(true);
  });

  it('are a fault of the printer where it halts again', async () => {
    const { printer, user, meant } = await usbBench();
    await printer.tell('out stall');
    await user.open(meant);
    expect(await user.write(randomBytes(100))).toEqual({ taken: [], problem: 'faulty' });
    expect(count(await printer.log(), 'CLEAR_HALT 01')).toBe(1);
    // Freed and sound again, it prints.
    await printer.tell('out ok');
    await user.close();
    expect(await user.open(meant)).toBeUndefined();
    expect((await user.write(Buffer.from('x'))).problem).toBeUndefined();
  });

  it('may have left where the cable breaks, and are told so before it is told', async () => {
    const { printer, user, meant } = await usbBench();
    await printer.tell('out hang 5000');
    await user.open(meant, { deadlines: { transfer: 600_000, unplugNotice: 50 } });
    const writing = user.write(randomBytes(20_000));
    await untilTaken(printer, 5000);
    await printer.tell('out error');
    const { taken, problem } = await writing;
    expect(problem).toBe('broken-off');
    expect(last(taken)).toBe(8192);
  });

  it('are given up by a close, which does not wait for a printer that hangs', async () => {
    const { printer, user, meant } = await usbBench();
    await printer.tell('out hang 10');
    await user.open(meant, { deadlines: { transfer: 600_000 } });
    await user.listen();
    const writing = user.write(randomBytes(100));
    await untilTaken(printer, 10);
    await Promise.all([user.close(), user.close()]);
    expect(await writing).toEqual({ taken: [10], problem: 'broken-off' });
    expect((await user.write(Buffer.from('x'))).problem).toBe('broken-off');
    expect(user.events().some(({ event }) => event === 'lost')).toBe(false);
    await printer.tell('out ok');
    expect(await user.open(meant)).toBeUndefined();
  });

  it.for(['before', 'after'] as const)(
    'go to no other interface of the device (%s it)',
    async (companion) => {
      const { printer, user, meant } = await usbBench({ companion });
      const bytes = randomBytes(9_000);
      await user.open(meant);
      expect((await user.write(bytes)).problem).toBeUndefined();
      await user.close();
      expect(printer.bytes().equals(bytes)).toBe(true);
      expect(printer.companionBytes()).toHaveLength(0);
      const itsNumber = companion === 'before' ? '0' : '1';
      const touched = (await printer.log()).filter((line) =>
        new RegExp(`^(CLAIMINTERFACE|RELEASEINTERFACE|DISCONNECT|CONNECT|SETINTERFACE) ${itsNumber}`).test(
          line,
        ),
      );
      expect(touched).toEqual([]);
    },
  );
});
