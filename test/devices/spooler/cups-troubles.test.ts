import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { TransportFault, type Connection } from '../../../electron/printing/transports/transport.ts';
import type { PrinterProblem } from '../../../shared/payment/print-job.ts';
import { openQueue, patience, print, startPrinting, type Followed } from './print-on-cups.ts';
import { startCups, whyNoCups, type Cups, type PrinterMood } from './start-cups.ts';
import { describeWhere } from '../describe-where.ts';

const bytes = randomBytes(5_000);

const untilCondition = (connection: Connection, wanted: PrinterProblem | 'ok'): Promise<void> =>
  vi.waitFor(async () => expect(await connection.condition?.(patience)).toBe(wanted), {
    timeout: 20_000,
    interval: 50,
  });

const isNothingLeft = (outcome: unknown): boolean =>
  outcome instanceof TransportFault && outcome.isNothingLeft;

describeWhere(whyNoCups(), 'a queue of CUPS whose printer is in trouble', () => {
  let cups: Cups;
  let queues = 0;
  const open: Connection[] = [];
  beforeAll(async () => {
    cups = await startCups();
  });
  afterEach(async () => {
    cups.tell('ok');
    for (const connection of open.splice(0)) await connection.close();
  });
  afterAll(() => cups.stop());

  async function newQueue(...more: readonly string[]): Promise<string> {
    queues += 1;
    const name = `struk-${queues}`;
    await cups.addQueue(name, ...more);
    return name;
  }

  async function begin(queue: string): Promise<Followed> {
    const connection = await openQueue(cups, queue);
    open.push(connection);
    return startPrinting(connection, bytes);
  }

  /** How often a job was asked after. */
  const looks = (): number => cups.requests().filter((line) => line.includes('Get-Job-Attributes')).length;

  const outOf = (queue: string): readonly Buffer[] =>
    cups
      .jobs()
      .filter((job) => job.queue === queue)
      .map((job) => job.bytes);

  /** All that came out of a queue is a job that was given to it afterwards: what was before will never come. */
  async function expectNothingFrom(queue: string): Promise<void> {
    cups.tell('ok');
    await expect(print(cups, queue, Buffer.from('later'))).resolves.toBe('sent');
    expect(await cups.run('lpstat', '-o', queue)).toBe('');
    expect(outOf(queue).map(String)).toEqual(['later']);
  }

  const waits: readonly (readonly [PrinterMood, PrinterProblem])[] = [
    ['paper-out', 'paper-out'],
    ['cover-open', 'cover-open'],
    ['offline', 'offline'],
    ['connecting', 'unreachable'],
    ['unplugged', 'unplugged'],
  ];

  test.each(waits)('(%s) waits, says %s, and prints once when it is well again', async (mood, problem) => {
    const queue = await newQueue();
    cups.tell(mood);
    const { connection, outcome, isSettled } = await begin(queue);
    await untilCondition(connection, problem);
    expect(isSettled()).toBe(false);
    expect(outOf(queue)).toEqual([]);
    cups.tell('ok');
    await expect(outcome).resolves.toBe('sent');
    expect(outOf(queue)).toEqual([bytes]);
  });

  test('prints nothing any more once it is given up, may have printed, and names its trouble', async () => {
    for (const mood of ['paper-out', 'offline'] as const) {
      const queue = await newQueue();
      cups.tell(mood);
      const { connection, outcome, abandon } = await begin(queue);
      await untilCondition(connection, mood);
      // The job looks for itself, every second at least: only what it has seen can be named.
      const before = looks();
      await vi.waitFor(() => expect(looks()).toBeGreaterThan(before + 1), { timeout: 20_000 });
      abandon();
      const fault = await outcome;
      expect(fault).toBeInstanceOf(TransportFault);
      expect(fault).toMatchObject({ problem: mood });
      expect(isNothingLeft(fault)).toBe(false);
      await expectNothingFrom(queue);
    }
  });

  test('says ok once its trouble is over', async () => {
    const queue = await newQueue();
    cups.tell('paper-out');
    const { connection, outcome } = await begin(queue);
    await untilCondition(connection, 'paper-out');
    cups.tell('ok');
    await expect(outcome).resolves.toBe('sent');
    await untilCondition(connection, 'ok');
  });

  test('prints nothing any more where the connection is closed', async () => {
    const queue = await newQueue();
    cups.tell('paper-out');
    const { connection, outcome } = await begin(queue);
    await untilCondition(connection, 'paper-out');
    await connection.close();
    await expect(outcome).resolves.toBeInstanceOf(TransportFault);
    await expectNothingFrom(queue);
  });

  test('has not begun on a job that waits behind another: nothing has left where it is given up', async () => {
    const queue = await newQueue();
    cups.tell('paper-out');
    const first = await begin(queue);
    await untilCondition(first.connection, 'paper-out');
    const second = await begin(queue);
    second.abandon();
    expect(isNothingLeft(await second.outcome)).toBe(true);
    cups.tell('ok');
    await expect(first.outcome).resolves.toBe('sent');
    await print(cups, queue, Buffer.from('later'));
    expect(outOf(queue).map((job) => job.length)).toEqual([bytes.length, 'later'.length]);
  });

  test('hands over nothing where it is called off before', async () => {
    const queue = await newQueue();
    const connection = await openQueue(cups, queue);
    open.push(connection);
    await connection.write(bytes, patience, () => undefined);
    await expect(connection.finish(AbortSignal.abort())).rejects.toMatchObject({ isNothingLeft: true });
    await expectNothingFrom(queue);
  });

  test('(slow) is finished only when its backend is', async () => {
    const queue = await newQueue();
    cups.tell('slow');
    const { outcome } = await begin(queue);
    await expect(outcome).resolves.toBe('sent');
    expect(outOf(queue)).toEqual([bytes]);
  });

  describe('whose backend fails', () => {
    const attempts = (): number => cups.log().split('returned status 1').length - 1;

    test('is tried again, and comes out once', async () => {
      // `retry-job` means ten seconds and more, whatever the configuration says.
      const queue = await newQueue('-o', 'printer-error-policy=retry-current-job');
      cups.tell('fail');
      const before = attempts();
      const { outcome, isSettled } = await begin(queue);
      await vi.waitFor(() => expect(attempts()).toBeGreaterThan(before + 1), { timeout: 30_000 });
      expect(isSettled()).toBe(false);
      cups.tell('ok');
      await expect(outcome).resolves.toBe('sent');
      expect(outOf(queue)).toEqual([bytes]);
    });

    test('is tried no more once it is given up', async () => {
      const queue = await newQueue();
      cups.tell('fail');
      const before = attempts();
      const { outcome, abandon } = await begin(queue);
      await vi.waitFor(() => expect(attempts()).toBeGreaterThan(before), { timeout: 30_000 });
      abandon();
      const fault = await outcome;
      expect(fault).toBeInstanceOf(TransportFault);
      expect(isNothingLeft(fault)).toBe(false);
      await expectNothingFrom(queue);
    });

    test('and drops its jobs then, may have printed', async () => {
      const queue = await newQueue('-o', 'printer-error-policy=abort-job');
      cups.tell('fail');
      const { outcome } = await begin(queue);
      const fault = await outcome;
      expect(fault).toMatchObject({ problem: 'faulty' });
      expect(isNothingLeft(fault)).toBe(false);
      await expectNothingFrom(queue);
    });

    test('and is stopped then, may have printed where it is given up', async () => {
      const queue = await newQueue('-o', 'printer-error-policy=stop-printer');
      cups.tell('fail');
      const { connection, outcome, abandon } = await begin(queue);
      await vi.waitFor(async () => expect(await cups.run('lpstat', '-p', queue)).toContain('disabled'), {
        timeout: 20_000,
      });
      await untilCondition(connection, 'faulty');
      abandon();
      const fault = await outcome;
      expect(fault).toBeInstanceOf(TransportFault);
      expect(isNothingLeft(fault)).toBe(false);
      await cups.run('cupsenable', queue);
      await expectNothingFrom(queue);
    });
  });

  describe('that is stopped', () => {
    test('is no way to a printer', async () => {
      const queue = await newQueue();
      await cups.run('cupsdisable', queue);
      await expect(openQueue(cups, queue)).rejects.toMatchObject({ problem: 'faulty' });
    });

    test('while it is open, keeps the job; nothing has left where it is given up', async () => {
      const queue = await newQueue();
      const connection = await openQueue(cups, queue);
      open.push(connection);
      await cups.run('cupsdisable', queue);
      const { outcome, abandon, isSettled } = await startPrinting(connection, bytes);
      await vi.waitFor(async () => expect(await cups.run('lpstat', '-o', queue)).toContain(queue));
      await untilCondition(connection, 'faulty');
      expect(isSettled()).toBe(false);
      abandon();
      expect(isNothingLeft(await outcome)).toBe(true);
      await cups.run('cupsenable', queue);
      await expectNothingFrom(queue);
    });

    test('prints when it is started again', async () => {
      const queue = await newQueue();
      const connection = await openQueue(cups, queue);
      open.push(connection);
      await cups.run('cupsdisable', queue);
      const { outcome } = await startPrinting(connection, bytes);
      await vi.waitFor(async () => expect(await cups.run('lpstat', '-o', queue)).toContain(queue));
      await cups.run('cupsenable', queue);
      await expect(outcome).resolves.toBe('sent');
      expect(outOf(queue)).toEqual([bytes]);
    });
  });

  describe('that takes no jobs', () => {
    test('is no way to a printer', async () => {
      const queue = await newQueue();
      await cups.run('cupsreject', queue);
      await expect(openQueue(cups, queue)).rejects.toMatchObject({ problem: 'faulty' });
    });

    test('any more once it is open: nothing has left', async () => {
      const queue = await newQueue();
      const connection = await openQueue(cups, queue);
      open.push(connection);
      await cups.run('cupsreject', queue);
      const { outcome } = await startPrinting(connection, bytes);
      const fault = await outcome;
      expect(isNothingLeft(fault)).toBe(true);
      expect(fault).toMatchObject({ problem: 'faulty' });
      await cups.run('cupsaccept', queue);
      await expectNothingFrom(queue);
    });
  });

  describe('where somebody else has a hand in it', () => {
    test('a job that is cancelled while it prints may have printed', async () => {
      const queue = await newQueue();
      cups.tell('paper-out');
      const { connection, outcome } = await begin(queue);
      await untilCondition(connection, 'paper-out');
      await cups.run('cancel', '-a', queue);
      const fault = await outcome;
      expect(fault).toMatchObject({ problem: 'broken-off' });
      expect(isNothingLeft(fault)).toBe(false);
      await expectNothingFrom(queue);
    });

    test('a job that is cancelled before it prints has not', async () => {
      const queue = await newQueue();
      const connection = await openQueue(cups, queue);
      open.push(connection);
      await cups.run('cupsdisable', queue);
      const { outcome } = await startPrinting(connection, bytes);
      await vi.waitFor(async () => expect(await cups.run('lpstat', '-o', queue)).toContain(queue));
      await cups.run('cancel', '-a', queue);
      expect(isNothingLeft(await outcome)).toBe(true);
    });

    describe.each([
      ['a job is purged', (queue: string) => cups.run('cancel', '-x', '-a', queue)],
      ['the queue is deleted', (queue: string) => cups.run('lpadmin', '-x', queue)],
    ])('where %s', (_what, act) => {
      async function expectNoDelivery(queue: string, outcome: Promise<unknown>): Promise<void> {
        await act(queue);
        const fault = await outcome;
        expect(fault).toBeInstanceOf(TransportFault);
        expect(isNothingLeft(fault)).toBe(false);
        expect(outOf(queue)).toEqual([]);
      }

      test('it is not taken for printed while it prints', async () => {
        const queue = await newQueue();
        cups.tell('paper-out');
        const { connection, outcome } = await begin(queue);
        await untilCondition(connection, 'paper-out');
        await expectNoDelivery(queue, outcome);
      });

      test('it is not taken for printed while it waits: CUPS does not know it any more then', async () => {
        // That this CUPS keeps history shows only by a job that has ended.
        await print(cups, await newQueue(), bytes);
        const queue = await newQueue();
        const connection = await openQueue(cups, queue);
        open.push(connection);
        await cups.run('cupsdisable', queue);
        const { outcome } = await startPrinting(connection, bytes);
        await vi.waitFor(async () => expect(await cups.run('lpstat', '-o', queue)).toContain(queue));
        await expectNoDelivery(queue, outcome);
      });
    });

    test('where the queue is deleted before the job is made, nothing has left', async () => {
      const queue = await newQueue();
      const connection = await openQueue(cups, queue);
      open.push(connection);
      await cups.run('lpadmin', '-x', queue);
      const { outcome } = await startPrinting(connection, bytes);
      const fault = await outcome;
      expect(isNothingLeft(fault)).toBe(true);
      expect(fault).toMatchObject({ problem: 'unplugged' });
    });
  });
});
