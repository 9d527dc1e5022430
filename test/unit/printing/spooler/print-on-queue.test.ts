import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printOnQueue as printWithin } from '../../../../electron/printing/transports/spooler/print-on-queue.ts';
import { queueConnection } from '../../../../electron/printing/transports/spooler/queue-connection.ts';
import type {
  JobStanding,
  SpoolJob,
  SpoolQueue,
} from '../../../../electron/printing/transports/spooler/spooler.ts';
import { TransportFault } from '../../../../electron/printing/transports/transport.ts';

const bytes = Buffer.from('struk');
const never = new AbortController().signal;

const printOnQueue = (queue: SpoolQueue, document: Uint8Array, signal: AbortSignal, takeBackMs = 60_000) =>
  printWithin(queue, document, signal, takeBackMs);

const waiting = (hasBegun: boolean): JobStanding => ({ state: 'waiting', hasBegun, problem: undefined });
const left: JobStanding = { state: 'left', hasBegun: true, problem: undefined };
const dropped = (hasBegun: boolean): JobStanding => ({ state: 'dropped', hasBegun, problem: undefined });

function fakeQueue(job: Partial<SpoolJob>, queue: Partial<SpoolQueue> = {}): SpoolQueue {
  const whole: SpoolJob = {
    send: async () => undefined,
    look: async () => left,
    cancel: async () => dropped(true),
    ...job,
  };
  return { problem: async () => undefined, begin: async () => whole, close: async () => undefined, ...queue };
}

const fails = (problem: 'faulty' | 'no-access') => () => Promise.reject(new TransportFault(problem));

/** Aborts once the job has been looked at `count` times. */
function looksThenAbort(standings: readonly JobStanding[]) {
  const abort = new AbortController();
  let at = 0;
  return {
    signal: abort.signal,
    look: async (): Promise<JobStanding> => {
      const standing = standings[at] ?? waiting(false);
      at += 1;
      if (at >= standings.length) abort.abort();
      return standing;
    },
  };
}

describe('a job on a queue', () => {
  test('that cannot be made has left nothing', async () => {
    const queue = fakeQueue({}, { begin: fails('faulty') });
    await expect(printOnQueue(queue, bytes, never)).rejects.toMatchObject({
      isNothingLeft: true,
      problem: 'faulty',
    });
  });

  test('that is not taken is taken back, and what the spooler says then holds', async () => {
    const send = fails('no-access');
    const notBegun = fakeQueue({ send, cancel: async () => dropped(false) });
    await expect(printOnQueue(notBegun, bytes, never)).rejects.toMatchObject({ isNothingLeft: true });
    const begun = printOnQueue(fakeQueue({ send }), bytes, never);
    await expect(begun).rejects.toMatchObject({ isNothingLeft: false });
    await expect(begun).rejects.toMatchObject({ problem: 'no-access' });
    // The answer was lost, the job was not.
    await expect(printOnQueue(fakeQueue({ send, cancel: async () => left }), bytes, never)).resolves.toBe(
      'sent',
    );
    const lost = printOnQueue(fakeQueue({ send, cancel: fails('faulty') }), bytes, never);
    await expect(lost).rejects.toMatchObject({ isNothingLeft: false });
  });

  test('that went out while it was being taken back is sent', async () => {
    const { signal, look } = looksThenAbort([waiting(false)]);
    await expect(printOnQueue(fakeQueue({ look, cancel: async () => left }), bytes, signal)).resolves.toBe(
      'sent',
    );
  });

  test('whose spooler does not let go within its time may have printed', async () => {
    const { signal, look } = looksThenAbort([waiting(false)]);
    const cancel = (): Promise<JobStanding> => new Promise(() => undefined);
    const printing = printOnQueue(fakeQueue({ look, cancel }), bytes, signal, 50);
    await expect(printing).rejects.toBeInstanceOf(TransportFault);
    await expect(printing).rejects.toMatchObject({ isNothingLeft: false });
  });

  test('is followed further when a look fails', async () => {
    let looks = 0;
    const look = async (): Promise<JobStanding> => {
      looks += 1;
      if (looks < 4) throw new TransportFault('unreachable');
      return left;
    };
    await expect(printOnQueue(fakeQueue({ look }), bytes, never)).resolves.toBe('sent');
    expect(looks).toBe(4);
  });

  test('has left nothing only if neither a look nor the end has ever said that it began', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.boolean(), { minLength: 1, maxLength: 3 }),
        fc.constantFrom<JobStanding | undefined>(undefined, dropped(true), dropped(false)),
        async (begun, end) => {
          const { signal, look } = looksThenAbort(begun.map(waiting));
          const cancel = end === undefined ? fails('faulty') : async () => end;
          const fault: unknown = await printOnQueue(fakeQueue({ look, cancel }), bytes, signal).catch(
            (error: unknown) => error,
          );
          expect(fault).toBeInstanceOf(TransportFault);
          const isCertain = end !== undefined && !end.hasBegun && begun.every((hasBegun) => !hasBegun);
          expect(fault).toMatchObject({ isNothingLeft: isCertain });
        },
      ),
      { numRuns: 30 },
    );
  });

  test('is sent at most once, and once it is, is never left in the spooler by a fault', async () => {
    await fc.assert(
      fc.asyncProperty(fc.boolean(), fc.boolean(), async (sendFails, looksFail) => {
        const calls: string[] = [];
        const abort = new AbortController();
        const queue = fakeQueue({
          async send() {
            calls.push('send');
            if (sendFails) throw new TransportFault('faulty');
          },
          async look() {
            abort.abort();
            if (looksFail) throw new TransportFault('faulty');
            return waiting(true);
          },
          async cancel() {
            calls.push('cancel');
            return dropped(true);
          },
        });
        await expect(printOnQueue(queue, bytes, abort.signal)).rejects.toBeInstanceOf(TransportFault);
        expect(calls).toEqual(['send', 'cancel']);
      }),
    );
  });
});

describe('a queue as a connection', () => {
  test('closes in its time, whatever hangs', async () => {
    const hangs = (): Promise<JobStanding> => new Promise(() => undefined);
    const connection = queueConnection(fakeQueue({ look: hangs, cancel: hangs }));
    await connection.write(bytes, never, () => undefined);
    void connection.finish(never).catch(() => undefined);
    const start = performance.now();
    await connection.close();
    // Two seconds are promised; the rest is for a busy machine.
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  test('takes nothing once it is called off or closed', async () => {
    const connection = queueConnection(fakeQueue({}));
    await expect(connection.write(bytes, AbortSignal.abort(), () => undefined)).rejects.toMatchObject({
      isNothingLeft: true,
    });
    await connection.close();
    await expect(connection.write(bytes, never, () => undefined)).rejects.toMatchObject({
      isNothingLeft: true,
    });
    await expect(connection.finish(never)).rejects.toMatchObject({ isNothingLeft: true });
  });

  test('finishes once, however often it is asked', async () => {
    let sent = 0;
    const connection = queueConnection(fakeQueue({ send: async () => void (sent += 1) }));
    await connection.write(bytes, never, () => undefined);
    await expect(Promise.all([connection.finish(never), connection.finish(never)])).resolves.toEqual([
      'sent',
      'sent',
    ]);
    expect(sent).toBe(1);
  });

  test('says ok only of a printer that has complained before', async () => {
    let problem: 'paper-out' | undefined;
    const connection = queueConnection(fakeQueue({}, { problem: async () => problem }));
    const condition = () => connection.condition?.(never);
    await expect(condition()).resolves.toBeUndefined();
    problem = 'paper-out';
    await expect(condition()).resolves.toBe('paper-out');
    problem = undefined;
    await expect(condition()).resolves.toBe('ok');
  });

  test('knows nothing where it is called off, and that nobody answers where its time is over', async () => {
    const problem = (signal: AbortSignal) =>
      new Promise<undefined>((_resolve, reject) => {
        const giveUp = (): void => reject(new TransportFault('stalled'));
        signal.addEventListener('abort', giveUp);
        if (signal.aborted) giveUp();
      });
    const connection = queueConnection(fakeQueue({}, { problem }), { takeBack: 50, condition: 50 });
    await expect(connection.condition?.(AbortSignal.abort())).resolves.toBeUndefined();
    await expect(connection.condition?.(never)).resolves.toBe('unreachable');
  });
});
