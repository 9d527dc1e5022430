import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TransportFault } from '../../../../electron/printing/transports/transport.ts';
import { transferFault } from '../../../../electron/printing/transports/usb/libusb-codes.ts';
import { sendSlices, type Outlet } from '../../../../electron/printing/transports/usb/send-slices.ts';
import { endOf } from '../../../../electron/printing/transports/usb/transfers.ts';

/** What becomes of a transfer: how many of its bytes are taken at most, and how it ends if they are not all. */
interface Step {
  readonly takes: number;
  readonly ends: 'timedOut' | 'stall' | 'error' | 'noDevice' | 'abandoned';
}

/** A printer that does as the steps say, one a transfer, and then takes everything. */
function printerDoing(steps: readonly Step[]) {
  const slices: Buffer[] = [];
  const abandoning = new AbortController();
  let halts = 0;
  let isHalted = false;
  let at = 0;
  const outlet: Outlet = {
    transfer(slice) {
      expect(slice.length).toBeLessThanOrEqual(4096);
      if (isHalted) return Promise.resolve(endOf(transferFault.stall, 0, slice.length));
      const step = steps[at];
      at += 1;
      const count = Math.min(step?.takes ?? slice.length, slice.length);
      slices.push(slice.subarray(0, count));
      if (step === undefined || count === slice.length)
        return Promise.resolve(endOf(undefined, slice.length, slice.length));
      isHalted = step.ends === 'stall';
      if (step.ends === 'abandoned') abandoning.abort();
      const code = step.ends === 'abandoned' ? transferFault.cancelled : transferFault[step.ends];
      return Promise.resolve(endOf(code, count, slice.length));
    },
    clearHalt() {
      halts += 1;
      isHalted = false;
      return Promise.resolve();
    },
    problemOf: (code, signal) => {
      if (signal.aborted) return Promise.resolve(new TransportFault('stalled'));
      return Promise.resolve(new TransportFault(code === transferFault.stall ? 'faulty' : 'broken-off'));
    },
  };
  return { outlet, taken: () => Buffer.concat(slices), signal: abandoning.signal, halts: () => halts };
}

async function outcomeOf(bytes: Uint8Array, steps: readonly Step[]) {
  const printer = printerDoing(steps);
  const told: number[] = [];
  const problem = await sendSlices(bytes, printer.outlet, printer.signal, (count) => told.push(count)).then(
    () => undefined,
    (error: unknown) => {
      expect(error).toBeInstanceOf(TransportFault);
      return error instanceof TransportFault ? error.problem : 'not a fault';
    },
  );
  return { problem, told, taken: printer.taken(), halts: printer.halts() };
}

const anyStep = (...ends: readonly Step['ends'][]): fc.Arbitrary<Step> =>
  fc.record({
    takes: fc.oneof(fc.constant(0), fc.nat(4095), fc.constant(4096)),
    ends: fc.constantFrom(...ends),
  });
const anyBytes = fc.uint8Array({ minLength: 1, maxLength: 20_000, size: 'max' });

describe('bytes sent slice by slice', () => {
  it('all arrive once and in order, however often a transfer runs out of time', async () => {
    await fc.assert(
      fc.asyncProperty(anyBytes, fc.array(anyStep('timedOut')), async (bytes, steps) => {
        const { problem, told, taken } = await outcomeOf(bytes, steps);
        expect(problem).toBeUndefined();
        expect(taken.equals(bytes)).toBe(true);
        expect(told.at(-1)).toBe(bytes.length);
      }),
    );
  });

  it('are the beginning of what was to be sent, and never more than was told, whatever happens', async () => {
    const steps = fc.array(anyStep('timedOut', 'stall', 'error', 'noDevice', 'abandoned'));
    await fc.assert(
      fc.asyncProperty(anyBytes, steps, async (bytes, some) => {
        const { problem, told, taken, halts } = await outcomeOf(bytes, some);
        expect(taken.equals(bytes.subarray(0, taken.length))).toBe(true);
        if (problem === undefined) expect(taken).toHaveLength(bytes.length);
        expect(told).toEqual([...new Set(told)].toSorted((one, other) => one - other));
        expect(told.at(-1) ?? 0).toBeGreaterThanOrEqual(taken.length);
        expect(told.at(-1) ?? 0).toBeLessThanOrEqual(bytes.length);
        expect(halts).toBeLessThanOrEqual(1);
        // Where it was abandoned or refused, the count is exact.
        if (problem === 'stalled' || problem === 'faulty') expect(told.at(-1) ?? 0).toBe(taken.length);
      }),
    );
  });

  it('go on after one halt and stop at the next', async () => {
    const bytes = Buffer.alloc(6000, 'x');
    const halt: Step = { takes: 100, ends: 'stall' };
    expect(await outcomeOf(bytes, [halt])).toMatchObject({ problem: undefined, halts: 1 });
    expect(await outcomeOf(bytes, [halt, halt])).toMatchObject({
      problem: 'faulty',
      halts: 1,
      told: [100, 200],
    });
  });

  it('do not leave at all once they are abandoned', async () => {
    const printer = printerDoing([]);
    const told: number[] = [];
    const sending = sendSlices(Buffer.from('x'), printer.outlet, AbortSignal.abort(), (n) => told.push(n));
    await expect(sending).rejects.toMatchObject({ problem: 'stalled' });
    expect([printer.taken().length, told]).toEqual([0, []]);
  });

  it('end where a transfer completes without taking one', async () => {
    const printer = printerDoing([]);
    const idle: Outlet = {
      ...printer.outlet,
      transfer: () => Promise.resolve({ code: undefined, moved: 0, mayHaveMoved: 0 }),
    };
    const sending = sendSlices(Buffer.from('x'), idle, printer.signal, () => undefined);
    await expect(sending).rejects.toMatchObject({ problem: 'broken-off' });
  });
});
