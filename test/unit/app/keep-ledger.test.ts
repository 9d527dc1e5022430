import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { keepLedger, verifyLedger } from '../../../electron/app/keep-ledger.ts';
import { createSelling } from '../../../electron/app/selling.ts';
import type { Checkpoint, Verdict } from '../../../electron/ledger/ledger.ts';
import { minutes, start } from '../ledger/documents.ts';
import { newCounter } from './sale-bench.ts';

const reached: Checkpoint = { seq: 30, hash: 'abc' };

function bench(verdict: Verdict = { kind: 'whole', reached }) {
  const counter = newCounter();
  const faults: string[] = [];
  const log = { fault: (what: string) => void faults.push(what), note: () => undefined };
  const done: string[] = [];
  const noted: unknown[] = [];
  const parts = {
    ledger: {
      noteVerified: (checkpoint: Checkpoint) => void noted.push(checkpoint),
      noteAltered: (where: number | 'damaged') => void noted.push(where),
    },
    keeper: {
      verify: (): Promise<Verdict> => {
        done.push('verify');
        return Promise.resolve(verdict);
      },
    },
    backups: {
      makeDaily: (): Promise<void> => {
        done.push('back up');
        return Promise.resolve();
      },
    },
    counter,
    selling: createSelling(counter, log),
    log,
  };
  return { parts, counter, faults, done, noted };
}

describe('what the check of the whole comes to', () => {
  it('is noted where the ledger is whole', async () => {
    const { parts, counter, noted } = bench();
    await verifyLedger(parts, parts.keeper);
    expect(noted).toEqual([reached]);
    expect(counter.state().stopped).toBeNull();
  });

  it.each([
    [{ kind: 'altered', seq: 17 }, 17, 'ledger-altered'],
    [{ kind: 'damaged' }, 'damaged', 'ledger-fault'],
  ] as const)(
    '(%o) stops the selling, now and at every start, and is logged',
    async (verdict, where, because) => {
      const { parts, counter, faults, noted } = bench(verdict);
      await verifyLedger(parts, parts.keeper);
      expect(counter.state().stopped).toBe(because);
      expect(noted).toEqual([where]);
      expect(faults.length).toBeGreaterThan(0);
    },
  );

  it('is nothing where the ledger could not be read', async () => {
    const { parts, counter, noted } = bench({ kind: 'not-read' });
    await verifyLedger(parts, parts.keeper);
    expect(noted).toEqual([]);
    expect(counter.state().stopped).toBeNull();
  });
});

describe('keeping a ledger', () => {
  beforeEach(
    () =>
      void vi.useFakeTimers({
        toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'],
      }),
  );
  afterEach(() => void vi.useRealTimers());

  const begun = (over = bench()) => {
    const end = keepLedger(over.parts);
    onTestFinished(end);
    return { ...over, end };
  };
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

  it('leaves the first minutes to the first sale, then backs up and looks at the whole', async () => {
    const { done } = begun();
    await pass(minutes(2) - 1);
    expect(done).toEqual([]);
    await pass(1);
    expect(done).toEqual(['back up', 'verify']);
  });

  it('looks every ten minutes whether a backup is due, and at the whole once a day', async () => {
    const { done } = begun();
    await pass(minutes(60));
    expect(done.filter((each) => each === 'back up')).toHaveLength(7);
    expect(done.filter((each) => each === 'verify')).toHaveLength(1);
    await pass(minutes(60 * 23) + minutes(10));
    expect(done.filter((each) => each === 'verify')).toHaveLength(2);
  });

  it('waits while something is asked of a biller', async () => {
    const { counter, done } = begun();
    const exchange = {
      kind: 'payment',
      biller: 'teleanjar',
      phase: 'waiting',
      since: start,
      deadline: start,
    } as const;
    counter.change({ exchange });
    await pass(minutes(9));
    expect(done).toEqual([]);
    counter.change({ exchange: null });
    await pass(minutes(1));
    expect(done).toEqual(['back up', 'verify']);
  });

  it('does one thing at a time, however long it takes', async () => {
    const slow = bench();
    let finish = (): void => undefined;
    slow.parts.backups.makeDaily = () => {
      slow.done.push('back up');
      return new Promise((resolve) => {
        finish = resolve;
      });
    };
    begun(slow);
    await pass(minutes(45));
    expect(slow.done).toEqual(['back up']);
    finish();
    await pass(0);
    expect(slow.done).toEqual(['back up', 'verify']);
  });

  it('survives a bug, and goes on at the next look', async () => {
    const broken = bench();
    broken.parts.backups.makeDaily = () => Promise.reject(new Error('a bug'));
    begun(broken);
    await pass(minutes(10));
    expect(broken.faults.length).toBeGreaterThan(1);
  });

  it('ends when it is told to', async () => {
    const { done, end } = begun();
    end();
    await pass(minutes(60));
    expect(done).toEqual([]);
  });
});
