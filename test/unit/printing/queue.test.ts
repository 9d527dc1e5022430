import { beforeEach, describe, expect, it } from 'vitest';
import type {
  PrintDelivery,
  Printer,
  PrinterLook,
  PrintJob,
  PrintOptions,
} from '../../../electron/printing/printer.ts';
import { createPrintQueue, type PrintQueue, type PrintQueueParts } from '../../../electron/printing/queue.ts';
import { instant } from '../../../shared/time.ts';
import { createManualTimers, settled, type ManualTimers } from './manual-timers.ts';
import { createMemoryStore, jobId, type MemoryStore } from './memory-store.ts';

const printed: PrintDelivery = { state: 'printed' };
const failed: PrintDelivery = { state: 'failed', problem: 'unreachable' };
const uncertain: PrintDelivery = { state: 'uncertain', problem: 'stalled' };

let store: MemoryStore;
let timers: ManualTimers;
let faults: unknown[];
let changes: string[];
/** The jobs whose bytes a printer was given, in order. */
let given: number[];

beforeEach(() => {
  store = createMemoryStore();
  timers = createManualTimers();
  faults = [];
  changes = [];
  given = [];
});

const askAfterMs = 600_000;

const printerThat = (
  answer: (n: number, options: PrintOptions) => PrintDelivery | Promise<PrintDelivery>,
  look: () => PrinterLook = () => ({ status: 'unknown' }),
): Printer => ({
  async print(bytes, options = {}) {
    const n = bytes[0] ?? 0;
    given.push(n);
    return answer(n, options);
  },
  look: async () => look(),
  watches: () => false,
  close: async () => undefined,
});

/** One printer called `p`, or several by their names. */
const queueFor = (
  printers: Printer | Readonly<Record<string, Printer>>,
  parts: Partial<PrintQueueParts> = {},
): PrintQueue => {
  const all = new Map(isPrinter(printers) ? [['p', printers]] : Object.entries(printers));
  return createPrintQueue({
    store,
    printers: () => all,
    askAfterMs: () => askAfterMs,
    now: () => instant(timers.now()),
    onChange: (job: PrintJob) => changes.push(`${Number.parseInt(job.id, 16)} ${job.state} ${job.problem}`),
    onFault: (error) => faults.push(error),
    timers,
    ...parts,
  });
};

const isPrinter = (printers: Printer | Readonly<Record<string, Printer>>): printers is Printer =>
  typeof printers['print'] === 'function';

describe('the print queue', () => {
  it('prints in the order of the jobs, one at a time, and tells of every change', async () => {
    let inHand = 0;
    const queue = queueFor(
      printerThat(async (n) => {
        inHand += 1;
        expect(inHand).toBe(1);
        await settled();
        inHand -= 1;
        return n === 2 ? { state: 'sent' } : printed;
      }),
    );
    for (const n of [1, 2, 3]) store.add(n);
    queue.wake();
    queue.wake();
    await queue.idle();
    expect(given).toEqual([1, 2, 3]);
    expect(changes).toEqual([
      '1 sending null',
      '1 printed null',
      '2 sending null',
      '2 sent null',
      '3 sending null',
      '3 printed null',
    ]);
    expect(timers.waiting).toBe(0);
  });

  it('has stored `sending` before the printer gets the first byte', async () => {
    const queue = queueFor(
      printerThat((n) => {
        expect(store.stateOf(n)).toBe('sending');
        return printed;
      }),
    );
    store.add(1);
    queue.wake();
    await queue.idle();
    expect(store.written).toEqual(['1 sending', '1 printed']);
  });

  it('takes up a job that comes while another is printed', async () => {
    const queue = queueFor(
      printerThat((n) => {
        if (n === 1) {
          store.add(2);
          queue.wake();
        }
        return printed;
      }),
    );
    store.add(1);
    queue.wake();
    await queue.idle();
    expect(given).toEqual([1, 2]);
  });

  it('takes up a job that comes the moment the last one is done', async () => {
    const queue = queueFor(
      printerThat(() => printed),
      {
        onChange: (job) => {
          if (job.state !== 'printed' || given.length >= 5) return;
          void Promise.resolve().then(() => {
            store.add(given.length + 1);
            queue.wake();
          });
        },
      },
    );
    store.add(1);
    queue.wake();
    await timers.advance(0);
    await timers.advance(0);
    expect(given).toEqual([1, 2, 3, 4, 5]);
  });

  it('prints on several printers at once, each in its own order, and a dead one holds up no other', async () => {
    const queue = queueFor({
      p: printerThat(() => new Promise<never>(() => undefined)),
      q: printerThat(() => printed),
    });
    store.add(1);
    store.add(2);
    for (const n of [3, 4]) store.add(n, undefined, { printer: 'q' });
    queue.wake();
    await timers.advance(0);
    expect(given).toEqual([1, 3, 4]);
    expect([1, 2, 3, 4].map((n) => store.stateOf(n))).toEqual(['sending', 'queued', 'printed', 'printed']);
  });

  it('does not begin in the midst of what wakes it', () => {
    const queue = queueFor(printerThat(() => printed));
    store.add(1);
    queue.wake();
    expect(store.written).toEqual([]);
  });

  it('fails a job whose printer is not set up any more, for a person to see to', async () => {
    const queue = queueFor(printerThat(() => printed));
    store.add(1, undefined, { printer: 'gone' });
    queue.wake();
    await timers.advance(300_000);
    expect([store.stateOf(1), store.problemOf(1)]).toEqual(['failed', 'no-printer']);
    expect(given).toEqual([]);
  });

  it('gives a printer that was set up anew the jobs of its name, and begins nothing more on the one before', async () => {
    const printers = new Map([['p', printerThat(() => failed)]]);
    const queue = queueFor({}, { printers: () => printers });
    store.add(1);
    queue.wake();
    await timers.advance(0);
    expect(store.stateOf(1)).toBe('failed');
    printers.set(
      'p',
      printerThat(() => printed),
    );
    queue.wake();
    await timers.advance(5_000);
    expect(store.stateOf(1)).toBe('printed');
    await timers.advance(300_000);
    expect(given).toEqual([1, 1]);
  });

  it('begins no further job once stopped, and ends the one under way', async () => {
    let finish: (delivery: PrintDelivery) => void = () => undefined;
    const queue = queueFor(printerThat(() => new Promise((resolve) => (finish = resolve))));
    store.add(1);
    store.add(2);
    queue.wake();
    await settled();
    const stopped = queue.stop();
    finish(printed);
    await stopped;
    queue.wake();
    await timers.advance(300_000);
    expect(given).toEqual([1]);
    expect([store.stateOf(1), store.stateOf(2)]).toEqual(['printed', 'queued']);
  });
});

describe('after a crash', () => {
  it('a job in `sending` is uncertain and is not printed again; what was queued or failed is printed', async () => {
    store.add(1, { state: 'sending', problem: null });
    store.add(2);
    store.add(3, { state: 'failed', problem: 'unreachable' });
    const queue = queueFor(printerThat(() => printed));
    queue.recover();
    expect(store.written).toEqual(['1 uncertain']);
    queue.wake();
    await timers.advance(300_000);
    expect(given).toEqual([2, 3]);
    expect(changes[0]).toBe('1 uncertain broken-off');
    expect([1, 2, 3].map((n) => store.stateOf(n))).toEqual(['uncertain', 'printed', 'printed']);
  });

  it('what waited too long is not printed by surprise, and waits for a yes', async () => {
    await timers.advance(askAfterMs + 1);
    store.add(1);
    store.add(2, { state: 'failed', problem: 'paper-out' });
    const queue = queueFor(printerThat(() => printed));
    queue.recover();
    queue.wake();
    await timers.advance(300_000);
    expect(given).toEqual([]);
    expect([1, 2].map((n) => store.problemOf(n))).toEqual(['too-old', 'too-old']);
    expect(queue.retry(jobId(2))).toBe(true);
    await timers.advance(0);
    expect(given).toEqual([2]);
  });

  it.each([1, 2, 3, 4])(
    'at any write of the store (%d), no job is printed twice unasked',
    async (killedAt) => {
      for (const n of [1, 2]) store.add(n);
      let writes = 0;
      const dying = {
        ...store,
        setStatus: (...change: Parameters<MemoryStore['setStatus']>) => {
          writes += 1;
          if (writes >= killedAt) throw new Error('the power is gone');
          store.setStatus(...change);
        },
      };
      queueFor(
        printerThat(() => printed),
        { store: dying },
      ).wake();
      await timers.advance(0);

      const queue = queueFor(printerThat(() => printed));
      queue.recover();
      queue.wake();
      await queue.idle();
      expect(given.toSorted((a, b) => a - b)).toEqual([1, 2]);
      const isInDoubt = killedAt === 2 || killedAt === 4;
      expect(store.inState('uncertain')).toHaveLength(isInDoubt ? 1 : 0);
      expect(store.inState('queued')).toEqual([]);
    },
  );
});

describe('a job that failed without a byte taken', () => {
  it('does not hold up the next', async () => {
    const queue = queueFor(
      printerThat((n) => (n === 1 ? failed : printed)),
      {},
    );
    store.add(1);
    store.add(2);
    queue.wake();
    await queue.idle();
    expect(given.slice(0, 2)).toEqual([1, 2]);
    expect(store.stateOf(2)).toBe('printed');
  });

  it('is tried again every 5 s until it is too old, then waits for a person', async () => {
    const queue = queueFor(printerThat(() => failed));
    store.add(1);
    queue.wake();
    await timers.advance(4_999);
    expect(given).toHaveLength(1);
    await timers.advance(1);
    expect(given).toHaveLength(2);
    await timers.advance(2 * askAfterMs);
    expect(given.length).toBeLessThanOrEqual(askAfterMs / 5_000 + 1);
    expect([store.stateOf(1), store.problemOf(1)]).toEqual(['failed', 'too-old']);
    expect(timers.waiting).toBe(0);
  });

  it('is not touched while a look shows that the printer is not well', async () => {
    let look: PrinterLook = { status: 'attention', problem: 'paper-out' };
    const queue = queueFor(
      printerThat(
        () => (look.status === 'attention' ? { state: 'failed', problem: 'paper-out' } : printed),
        () => look,
      ),
    );
    store.add(1);
    queue.wake();
    await timers.advance(60_000);
    expect(store.written).toEqual(['1 sending', '1 failed']);
    look = { status: 'ok' };
    await timers.advance(5_000);
    expect(store.stateOf(1)).toBe('printed');
  });

  it('follows at once, with all others, when the printer is said to be back', async () => {
    let isBack = false;
    const queue = queueFor(printerThat(() => (isBack ? printed : failed)));
    for (const n of [1, 2, 3]) store.add(n);
    queue.wake();
    await timers.advance(1_000);
    isBack = true;
    queue.printerIsBack('p');
    await timers.advance(0);
    expect(given).toEqual([1, 2, 3, 1, 2, 3]);
  });

  it('tells the printer that a person insists, and only then', async () => {
    const insisted: (boolean | undefined)[] = [];
    const queue = queueFor(
      printerThat((_, { insists }) => {
        insisted.push(insists);
        return failed;
      }),
    );
    store.add(1);
    queue.wake();
    await timers.advance(0);
    queue.retry(jobId(1));
    await timers.advance(0);
    expect(insisted).toEqual([false, true]);
  });

  it('is the only one tried while the printer is away; the others follow in order once it is back', async () => {
    let isBack = false;
    const queue = queueFor(printerThat(() => (isBack ? printed : failed)));
    for (const n of [1, 2, 3]) store.add(n);
    queue.wake();
    await timers.advance(5_000);
    expect(given).toEqual([1, 2, 3, 1]);
    isBack = true;
    await timers.advance(5_000);
    expect(given).toEqual([1, 2, 3, 1, 1, 2, 3]);
    expect(store.inState('printed')).toHaveLength(3);
    await timers.advance(300_000);
    expect(given).toHaveLength(7);
  });

  it('follows as soon as another job gets through', async () => {
    let isBack = false;
    const queue = queueFor(printerThat(() => (isBack ? printed : failed)));
    store.add(1);
    queue.wake();
    await timers.advance(1_000);
    isBack = true;
    store.add(2);
    queue.wake();
    await timers.advance(0);
    expect(given).toEqual([1, 2, 1]);
  });

  it('is printed on a person’s wish, however long ago it was', async () => {
    let isBack = false;
    const queue = queueFor(printerThat(() => (isBack ? printed : failed)));
    store.add(1);
    queue.wake();
    await timers.advance(3 * askAfterMs);
    isBack = true;
    expect(queue.retry(jobId(1))).toBe(true);
    await queue.idle();
    expect(store.stateOf(1)).toBe('printed');
  });
});

describe('a job of which bytes were taken', () => {
  it('is never tried again by itself, nor by `retry`', async () => {
    const queue = queueFor(printerThat(() => uncertain));
    store.add(1);
    queue.wake();
    await timers.advance(600_000);
    expect(given).toEqual([1]);
    expect(changes.at(-1)).toBe('1 uncertain stalled');
    expect(queue.retry(jobId(1))).toBe(false);
    await timers.advance(600_000);
    expect(given).toEqual([1]);
  });

  it.each(['printed', 'sent', 'sending'] as const)('is not taken back from `%s` by `retry`', (state) => {
    store.add(1, { state, problem: null });
    expect(queueFor(printerThat(() => printed)).retry(jobId(1))).toBe(false);
    expect(queueFor(printerThat(() => printed)).retry(jobId(2))).toBe(false);
    expect(store.written).toEqual([]);
  });

  it('makes the other failed ones wait: the printer is not known to be well', async () => {
    let answer: PrintDelivery = failed;
    const queue = queueFor(printerThat(() => answer));
    store.add(1);
    store.add(2);
    queue.wake();
    await timers.advance(0);
    answer = uncertain;
    store.add(3);
    queue.wake();
    await timers.advance(0);
    expect(given).toEqual([1, 2, 3]);
  });
});

describe('what should never happen', () => {
  it('a printer that throws leaves the job uncertain, and the queue goes on', async () => {
    const queue = queueFor(
      printerThat((n) => {
        if (n === 1) throw new Error('a bug in a transport');
        return printed;
      }),
    );
    store.add(1);
    store.add(2);
    queue.wake();
    await queue.idle();
    expect(changes).toContain('1 uncertain broken-off');
    expect(store.stateOf(2)).toBe('printed');
    expect(faults).toHaveLength(1);
  });

  it('a printer that never settles is told to give up, then given up', async () => {
    let wasTold = false;
    const queue = queueFor(
      printerThat((n, { abandon }) => {
        if (n === 2) return printed;
        abandon?.addEventListener('abort', () => (wasTold = true));
        return new Promise<never>(() => undefined);
      }),
    );
    store.add(1);
    store.add(2);
    queue.wake();
    await timers.advance(179_999);
    expect([wasTold, store.stateOf(1)]).toEqual([false, 'sending']);
    await timers.advance(3_001);
    expect([wasTold, store.stateOf(1), store.stateOf(2)]).toEqual([true, 'uncertain', 'printed']);
  });

  it('a transport that gives up in time has the last word', async () => {
    const queue = queueFor(
      printerThat(
        (_, { abandon }) =>
          new Promise((resolve) =>
            abandon?.addEventListener('abort', () => resolve({ state: 'failed', problem: 'stalled' })),
          ),
      ),
    );
    store.add(1);
    queue.wake();
    await timers.advance(180_000);
    expect(changes).toContain('1 failed stalled');
  });

  it('a store that refuses `sending` keeps the job from the printer', async () => {
    const refusing = {
      ...store,
      setStatus: () => {
        throw new Error('the disk is full');
      },
    };
    const queue = queueFor(
      printerThat(() => printed),
      { store: refusing },
    );
    store.add(1);
    queue.wake();
    await queue.idle();
    expect(given).toEqual([]);
    expect(faults).toHaveLength(1);
    expect(store.stateOf(1)).toBe('queued');
  });

  it('a listener that throws changes nothing', async () => {
    const queue = queueFor(
      printerThat(() => printed),
      {
        onChange: () => {
          throw new Error('a bug in a listener');
        },
      },
    );
    store.add(1);
    queue.wake();
    await queue.idle();
    expect(store.stateOf(1)).toBe('printed');
    expect(faults).toHaveLength(2);
  });
});
