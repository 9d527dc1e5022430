import { describe, expect, it, vi } from 'vitest';
import { hearAnswers, type Heard } from '../../../../electron/printing/transports/usb/hear-answers.ts';
import { callFault, transferFault } from '../../../../electron/printing/transports/usb/libusb-codes.ts';

const nothing = { bytes: new Uint8Array(), code: undefined };
const says = (text: string): Heard => ({ bytes: Buffer.from(text), code: undefined });
const ends = (code: number): Heard => ({ bytes: new Uint8Array(), code });

/** An endpoint whose reads are answered one by one, and by their signal. */
function inletOf() {
  const waiting: ((heard: Heard) => void)[] = [];
  let reads = 0;
  let halts = 0;
  return {
    inlet: {
      read: (signal: AbortSignal) =>
        new Promise<Heard>((resolve) => {
          reads += 1;
          waiting.push(resolve);
          signal.addEventListener('abort', () => resolve(ends(transferFault.cancelled)));
        }),
      clearHalt: () => {
        halts += 1;
        return Promise.resolve();
      },
    },
    reads: () => reads,
    halts: () => halts,
    answer: async (heard: Heard): Promise<void> => {
      await vi.waitFor(() => expect(waiting.length).toBeGreaterThan(0));
      waiting.shift()?.(heard);
    },
    underWay: () => waiting.length,
  };
}

describe('a printer that is listened to', () => {
  it('is not read before anybody listens, nor after the last has gone', async () => {
    const { inlet, reads, answer } = inletOf();
    const hearing = hearAnswers(inlet, 1);
    expect(reads()).toBe(0);
    const heard: string[] = [];
    const one = hearing.listen((bytes) => heard.push(`one ${Buffer.from(bytes).toString()}`));
    const two = hearing.listen((bytes) => heard.push(`two ${Buffer.from(bytes).toString()}`));
    await answer(says('a'));
    await vi.waitFor(() => expect(heard).toEqual(['one a', 'two a']));
    one();
    await answer(says('b'));
    await vi.waitFor(() => expect(heard).toEqual(['one a', 'two a', 'two b']));
    two();
    await Promise.resolve();
    const before = reads();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(reads()).toBe(before);
  });

  it('is read anew for who comes while the last read is being cancelled, and by one read at a time', async () => {
    const { inlet, reads, answer } = inletOf();
    const hearing = hearAnswers(inlet, 1);
    hearing.listen(() => undefined)();
    const heard: string[] = [];
    hearing.listen((bytes) => heard.push(Buffer.from(bytes).toString()));
    await vi.waitFor(() => expect(reads()).toBe(2));
    // The first of the two was cancelled.
    await answer(nothing);
    await answer(says('a'));
    await vi.waitFor(() => expect(heard).toEqual(['a']));
    await vi.waitFor(() => expect(reads()).toBe(3));
  });

  it.for([nothing, ends(transferFault.error), ends(transferFault.stall)])(
    'is given a rest where it answers at once and says nothing (%o)',
    async (idle) => {
      const pauseMs = 20;
      let reads = 0;
      const inlet = {
        read: () => Promise.resolve(((reads += 1), idle)),
        clearHalt: () => Promise.resolve(),
      };
      const hearing = hearAnswers(inlet, pauseMs);
      const start = performance.now();
      hearing.listen(() => undefined);
      await vi.waitFor(() => expect(reads).toBeGreaterThanOrEqual(6));
      hearing.end();
      // Timers may be early by a millisecond.
      expect(performance.now() - start).toBeGreaterThan((reads - 1) * (pauseMs - 1));
    },
  );

  it('is set free where its endpoint is halted', async () => {
    const { inlet, halts, answer } = inletOf();
    const heard: string[] = [];
    hearAnswers(inlet, 1).listen((bytes) => heard.push(Buffer.from(bytes).toString()));
    await answer(ends(transferFault.stall));
    await answer(says('a'));
    await vi.waitFor(() => expect(heard).toEqual(['a']));
    expect(halts()).toBe(1);
  });

  it.for([transferFault.noDevice, callFault.noDevice])(
    'is not read any more once it has gone (%i)',
    async (code) => {
      const { inlet, reads, answer } = inletOf();
      hearAnswers(inlet, 1).listen(() => undefined);
      await answer(ends(code));
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(reads()).toBe(1);
    },
  );

  it('is not read any more after the end, whoever listens', async () => {
    const { inlet, reads } = inletOf();
    const hearing = hearAnswers(inlet, 1);
    hearing.listen(() => undefined);
    hearing.end();
    hearing.listen(() => undefined)();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(reads()).toBe(1);
  });
});
