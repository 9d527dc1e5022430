import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { createPrinter } from '../../../electron/printing/create-printer.ts';
import type { PrinterDeadlines } from '../../../electron/printing/patience.ts';
import type { Printer, PrinterLook } from '../../../electron/printing/printer.ts';
import {
  TransportFault,
  type Connection,
  type Transport,
} from '../../../electron/printing/transports/transport.ts';
import { untriedPrinter, type PrinterMemory } from '../../../shared/printing/printing-settings.ts';
import { createSpeakingPrinter, type SpeakingPrinter } from './speaking-printer.ts';

const deadlines: PrinterDeadlines = {
  answer: 40,
  look: 20,
  idle: 150,
  patience: 600,
  confirmation: 80,
  confirmationPerByte: 0,
};
const receipt = Uint8Array.from({ length: 500 }, (_, index) => index % 256);
const known: PrinterMemory = { answers: 'yes', confirms: 'yes' };

let memory: PrinterMemory;
let looks: PrinterLook[];
let faults: unknown[];
let reasons: string[];

beforeEach(() => {
  memory = untriedPrinter;
  looks = [];
  faults = [];
  reasons = [];
});

const over = (transport: Transport, asksStatus = true): Printer =>
  createPrinter({
    transport,
    asksStatus,
    memory: {
      get: () => memory,
      set(next) {
        memory = next;
      },
    },
    onLook: (look) => looks.push(look),
    onFault: (error) => faults.push(error),
    onReason: (reason) => reasons.push(reason),
    deadlines,
  });

const problems = (): readonly string[] =>
  looks.map((look) => (look.status === 'attention' ? look.problem : look.status));

/** Waits until it is so: by the printer's own doing, never by a length of time. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 2));
}

describe('a printer that answers', () => {
  let speaking: SpeakingPrinter;
  beforeEach(() => {
    speaking = createSpeakingPrinter();
  });

  it('is asked first, then given the job, and has printed it once it says so', async () => {
    expect(await over(speaking).print(receipt)).toEqual({ state: 'printed' });
    expect(speaking.told).toEqual(['open', 'DLE EOT 1', 'DLE EOT 4', 'write', 'GS r', 'finish', 'close']);
    expect(speaking.taken).toEqual([...receipt]);
    expect(memory).toEqual(known);
    expect(problems()).toEqual(['ok', 'ok']);
  });

  it.each([
    ['paper', 'out', 'paper-out'],
    ['cover', 'open', 'cover-open'],
  ] as const)('is given nothing of a job while its %s is %s', async (what, how, problem) => {
    Object.assign(speaking, { [what]: how });
    expect(await over(speaking).print(receipt)).toEqual({ state: 'failed', problem });
    expect(speaking.taken).toEqual([]);
    expect(problems()).toEqual([problem]);
  });

  it('that runs out of paper in the midst of a job shows it, and ends the job once it is refilled', async () => {
    speaking.confirms = true;
    const printing = over(speaking).print(receipt);
    speaking.takesUpTo = 100;
    await until(() => speaking.taken.length === 100);
    speaking.wayKnows = 'paper-out';
    await until(() => problems().includes('paper-out'));
    speaking.wayKnows = 'ok';
    speaking.takesUpTo = Number.POSITIVE_INFINITY;
    speaking.changed();
    expect(await printing).toEqual({ state: 'printed' });
    expect(speaking.taken).toEqual([...receipt]);
    expect(problems().at(-1)).toBe('ok');
  });

  it('that took the whole job and then has no paper is waited for, and has printed it when it says so', async () => {
    memory = known;
    speaking.paperLastsFor = receipt.length;
    const confirmsLater = over(speaking).print(receipt);
    await until(() => problems().includes('paper-out'));
    speaking.paper = 'ok';
    speaking.changed();
    expect(await confirmsLater).toEqual({ state: 'printed' });
  });

  it('that owes its word in the end leaves the job uncertain, with what it says', async () => {
    memory = known;
    speaking.paperLastsFor = receipt.length;
    expect(await over(speaking).print(receipt)).toEqual({ state: 'uncertain', problem: 'paper-out' });
  });

  it('that has always confirmed and does not this time leaves the job uncertain', async () => {
    memory = known;
    speaking.confirms = false;
    expect(await over(speaking).print(receipt)).toEqual({ state: 'uncertain', problem: 'unconfirmed' });
  });

  it('and never confirms is remembered as one that does not, and its jobs are sent', async () => {
    speaking.confirms = false;
    const printer = over(speaking);
    expect(await printer.print(receipt)).toEqual({ state: 'sent' });
    expect(memory).toEqual({ answers: 'yes', confirms: 'never' });
    speaking.told.length = 0;
    expect(await printer.print(receipt)).toEqual({ state: 'sent' });
    expect(speaking.told).not.toContain('GS r');
  });

  it('that has become silent hangs: nothing is sent, unless a person insists', async () => {
    memory = known;
    speaking.answers = false;
    const printer = over(speaking);
    expect(await printer.print(receipt)).toEqual({ state: 'failed', problem: 'stalled' });
    expect(speaking.taken).toEqual([]);
    expect((await printer.print(receipt, { insists: true })).state).toBe('printed');
  });
});

describe('a printer that never answers', () => {
  it('is sent the job, remembered, and not asked again', async () => {
    const speaking = createSpeakingPrinter();
    speaking.answers = false;
    speaking.confirms = false;
    const printer = over(speaking);
    expect(await printer.print(receipt)).toEqual({ state: 'sent' });
    expect(memory).toEqual({ answers: 'never', confirms: 'never' });
    speaking.told.length = 0;
    expect(await printer.print(receipt)).toEqual({ state: 'sent' });
    expect(speaking.told).toEqual(['open', 'write', 'finish', 'close']);
  });

  it('is never asked where its profile forbids it', async () => {
    const speaking = createSpeakingPrinter();
    expect(await over(speaking, false).print(receipt)).toEqual({ state: 'sent' });
    expect(speaking.told).toEqual(['open', 'write', 'finish', 'close']);
  });

  it('is held back by what the way knows of it, and printed on where the way knows nothing', async () => {
    const speaking = createSpeakingPrinter();
    speaking.isHeard = false;
    speaking.wayKnows = 'paper-out';
    const printer = over(speaking);
    expect(await printer.print(receipt)).toEqual({ state: 'failed', problem: 'paper-out' });
    // A clone whose port status is always the same would else never print again.
    expect(await printer.print(receipt, { insists: true })).toEqual({ state: 'sent' });
    speaking.wayKnows = undefined;
    expect(await printer.print(receipt)).toEqual({ state: 'sent' });
  });
});

describe('a job that comes to grief', () => {
  it('has failed where not a byte was taken, and is uncertain where one was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: receipt.length - 1 }), async (takes) => {
        const speaking = createSpeakingPrinter();
        speaking.takesUpTo = takes;
        const printing = over(speaking).print(receipt);
        await until(() => speaking.told.includes('write') && speaking.taken.length === takes);
        speaking.pullPlug();
        expect(await printing).toEqual({ state: takes === 0 ? 'failed' : 'uncertain', problem: 'unplugged' });
        expect(speaking.told.at(-1)).toBe('close');
      }),
      { numRuns: 30 },
    );
  });

  it('on a printer that stops taking is shown while it lasts, and given up', async () => {
    const speaking = createSpeakingPrinter();
    speaking.takesUpTo = 7;
    expect(await over(speaking).print(receipt)).toEqual({ state: 'uncertain', problem: 'stalled' });
    expect(problems()).toContain('stalled');
  });

  it('is given up when told to', async () => {
    const speaking = createSpeakingPrinter();
    speaking.takesUpTo = 0;
    const abandon = new AbortController();
    const printing = over(speaking).print(receipt, { abandon: abandon.signal });
    await until(() => speaking.told.includes('write'));
    abandon.abort();
    expect(await printing).toEqual({ state: 'failed', problem: 'stalled' });
  });

  it('has failed where there is no way to the printer', async () => {
    const speaking = createSpeakingPrinter();
    speaking.closedBy = 'unreachable';
    expect(await over(speaking).print(receipt)).toEqual({ state: 'failed', problem: 'unreachable' });
  });

  it('is uncertain where a transport throws something of its own, which is told', async () => {
    const broken: Transport = {
      staysOpen: false,
      open: async () => {
        const connection = await createSpeakingPrinter().open(AbortSignal.timeout(1000));
        return { ...connection, write: () => Promise.reject(new Error('a bug')) } satisfies Connection;
      },
    };
    expect(await over(broken, false).print(receipt)).toEqual({ state: 'uncertain', problem: 'broken-off' });
    expect(faults).toHaveLength(1);
  });
});

describe('the reason why a printer is not well', () => {
  it('is told once for each problem, with what is behind it', async () => {
    const cause = new Error('Cannot find module', { cause: new Error('libusb') });
    const printer = over({
      staysOpen: true,
      open: () => Promise.reject(new TransportFault('no-access', cause)),
    });
    await printer.look();
    await printer.look();
    await printer.print(receipt);
    expect(reasons).toEqual(['no-access: Cannot find module: libusb']);
  });
});

describe('a connection that stays open', () => {
  let speaking: SpeakingPrinter;
  beforeEach(() => {
    speaking = createSpeakingPrinter({ staysOpen: true });
  });

  it('serves several jobs, and is closed with the printer', async () => {
    const printer = over(speaking);
    await printer.print(receipt);
    await printer.print(receipt);
    await printer.close();
    expect(speaking.told.filter((each) => each === 'open')).toHaveLength(1);
    expect(speaking.told.at(-1)).toBe('close');
  });

  it('that ends by itself is told at once', async () => {
    const printer = over(speaking);
    await printer.print(receipt);
    speaking.pullPlug();
    await until(() => problems().includes('unplugged'));
    expect((await printer.look()).status).toBe('attention');
    speaking.closedBy = undefined;
    expect(await printer.look()).toEqual({ status: 'ok' });
  });

  it('that died unheard is opened anew for a job of which nothing has left', async () => {
    const printer = over(speaking);
    await printer.print(receipt);
    const before = speaking.taken.length;
    speaking.dieUnheard();
    expect(await printer.print(receipt)).toEqual({ state: 'printed' });
    expect(speaking.taken.slice(before)).toEqual([...receipt]);
    expect(speaking.told.filter((each) => each === 'open')).toHaveLength(2);
  });

  it('is looked at without being opened again, and a job puts an end to a look', async () => {
    memory = known;
    const printer = over(speaking);
    await printer.print(receipt);
    speaking.answers = false;
    const look = printer.look();
    await until(() => speaking.told.at(-1) === 'DLE EOT 1');
    speaking.answers = true;
    expect(await printer.print(receipt)).toEqual({ state: 'printed' });
    await look;
    expect(speaking.told.filter((each) => each === 'open')).toHaveLength(1);
  });
});

describe('a look', () => {
  it('puts no question to a printer that has not answered one yet: some would print it', async () => {
    const speaking = createSpeakingPrinter({ staysOpen: true });
    const printer = over(speaking);
    expect(await printer.look()).toEqual({ status: 'unknown' });
    speaking.wayKnows = 'paper-out';
    expect(await printer.look()).toEqual({ status: 'attention', problem: 'paper-out' });
    expect(speaking.told).toEqual(['open']);
  });
});

describe('the pulse for a drawer', () => {
  it('goes out whatever the paper is, without a question, and the receipt follows on the same line', async () => {
    const speaking = createSpeakingPrinter();
    speaking.paper = 'out';
    const printer = over(speaking);
    const pulse = printer.print(Uint8Array.of(0x1b, 0x70, 0, 25, 250), { isPulse: true });
    const job = printer.print(receipt);
    expect(await pulse).toEqual({ state: 'sent' });
    expect(await job).toEqual({ state: 'failed', problem: 'paper-out' });
    expect(speaking.told.filter((each) => each === 'open')).toHaveLength(1);
    expect(speaking.taken).toEqual([0x1b, 0x70, 0, 25, 250]);
    // That the pulse went out is no word of the paper.
    expect(problems()).toEqual(['paper-out']);
  });

  it('is handed over by a queue before the receipt, and has not gone out where the queue refuses it', async () => {
    const queue = createSpeakingPrinter();
    Object.assign(queue, { isQueue: true, isHeard: false });
    const printer = over(queue);
    const pulse = printer.print(Uint8Array.of(1, 2, 3, 4, 5), { isPulse: true });
    const job = printer.print(receipt);
    expect(await pulse).toEqual({ state: 'sent' });
    expect(await job).toEqual({ state: 'sent' });
    expect(queue.taken).toEqual([1, 2, 3, 4, 5, ...receipt]);

    queue.taken.length = 0;
    queue.refusedBy = 'faulty';
    expect((await printer.print(Uint8Array.of(1, 2, 3, 4, 5), { isPulse: true })).state).toBe('uncertain');
    expect(queue.taken).toEqual([]);
  });

  it('leaves no line open where the receipt that was to follow is given up', async () => {
    const speaking = createSpeakingPrinter();
    const printer = over(speaking);
    const given = new AbortController();
    const pulse = printer.print(Uint8Array.of(0x1b, 0x70, 0, 25, 250), { isPulse: true });
    const job = printer.print(receipt, { abandon: given.signal });
    given.abort();
    expect(await pulse).toEqual({ state: 'sent' });
    expect((await job).state).toBe('failed');
    expect(speaking.told.at(-1)).toBe('close');
  });

  it('that waited too long behind a job is not sent', async () => {
    const speaking = createSpeakingPrinter();
    speaking.takesUpTo = 3;
    const printer = over(speaking);
    const job = printer.print(receipt);
    const late = new AbortController();
    const pulse = printer.print(Uint8Array.of(0x1b, 0x70, 0, 25, 250), {
      isPulse: true,
      abandon: late.signal,
    });
    late.abort();
    expect((await job).state).toBe('uncertain');
    expect((await pulse).state).toBe('failed');
    expect(speaking.taken).toHaveLength(3);
  });
});

describe('the library between a job and its transport', () => {
  it('hands on exactly the job’s bytes, in memory that no later job changes', async () => {
    const speaking = createSpeakingPrinter();
    const printer = over(speaking, false);
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 4, maxLength: 4000 }), async (job) => {
        speaking.taken.length = 0;
        const copy = [...job];
        const printing = printer.print(job);
        await printing;
        expect(speaking.taken).toEqual(copy);
      }),
      { numRuns: 50 },
    );
  });
});
