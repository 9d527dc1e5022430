import { describe, expect, it } from 'vitest';
import { createBackups } from '../../../electron/app/backups.ts';
import type { BackupEntry, BackupPreview, BackupProblemCode } from '../../../shared/contract/backups.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { instant, type Instant } from '../../../shared/time.ts';
import { minutes, start } from '../ledger/documents.ts';
import { fakeClock } from './fake-clock.ts';
import { newCounter } from './sale-bench.ts';

const entry = (at: Instant): BackupEntry => ({ name: `loket-live-${at}.db`, at, bytes: 4096 });
const preview: BackupPreview = { at: start, newestAt: start, payments: 3, unresolved: 1, missing: 2 };

/** A counter with a keeper that does what it is asked, or not, and a folder that is a list. */
function bench(...made: readonly Instant[]) {
  const [clock, counter] = [fakeClock(), newCounter()];
  const asked: string[] = [];
  const faults: string[] = [];
  const state = {
    entries: made.map(entry).toSorted((one, other) => other.at - one.at),
    problem: undefined as BackupProblemCode | undefined,
    listening: false,
    restarts: 0,
    /** Runs while a backup is made ready. */
    whileStaging: () => undefined as void,
  };
  const answer = <T>(what: string, value: T): Promise<Result<T, BackupProblemCode>> => {
    asked.push(what);
    return Promise.resolve(state.problem === undefined ? ok(value) : err(state.problem));
  };
  const backups = createBackups({
    keeper: {
      backUp(folder, at) {
        const second = instant(Math.floor(at / 1000) * 1000);
        if (state.problem === undefined) state.entries = [entry(second), ...state.entries];
        return answer(`back up to ${folder}`, { at: second });
      },
      preview: (file) => answer(`preview ${file}`, preview),
      stage(file) {
        state.whileStaging();
        return answer(`stage ${file}`, undefined);
      },
      unstage: () => answer('unstage', undefined),
    },
    folder: () => '/backup',
    list: () => state.entries,
    clock,
    counter,
    approve: (pin) => Promise.resolve(pin === '123456' ? ok({ person: 'Pemilik' }) : err('wrong-pin')),
    isListening: () => state.listening,
    restart: () => void (state.restarts += 1),
    log: { fault: (what) => void faults.push(what), note: () => undefined },
  });
  return { backups, clock, counter, asked, faults, state };
}

describe('a backup', () => {
  it('is told with its name, and the counter knows when the newest was made', async () => {
    const { backups, clock, counter } = bench();
    clock.pass(1234);
    const made = await backups.make();
    expect(made).toEqual(ok(entry(instant(start + 1000))));
    expect(counter.state().backup).toEqual({ at: start + 1000, problem: null });
    expect(backups.list()).toEqual({ folder: '/backup', entries: [entry(instant(start + 1000))] });
  });

  it('that failed is told, is logged, and leaves the last good one’s time', async () => {
    const { backups, counter, faults, state } = bench(start);
    state.problem = 'no-room';
    expect(await backups.make()).toEqual(err({ code: 'no-room' }));
    expect(counter.state().backup).toEqual({ at: start, problem: 'no-room' });
    expect(faults).toHaveLength(1);
    state.problem = undefined;
    expect((await backups.make()).ok).toBe(true);
    expect(counter.state().backup.problem).toBeNull();
  });

  it('is looked into by its name, and by no other name', async () => {
    const { backups, asked, state } = bench(start);
    expect(await backups.preview(entry(start).name)).toEqual(ok(preview));
    for (const name of ['../../live/ledger.db', 'settings.json', '', 'loket-live-1.db'])
      expect(await backups.preview(name)).toEqual(err({ code: 'backup-not-found' }));
    expect(asked).toHaveLength(1);
    state.problem = 'not-verified';
    expect(await backups.preview(entry(start).name)).toEqual(err({ code: 'not-verified' }));
  });
});

describe('the daily backup', () => {
  const made = (asked: readonly string[]): number =>
    asked.filter((each) => each.startsWith('back up')).length;

  it('is made once a day, by the day in Jakarta', async () => {
    const { backups, clock, asked } = bench();
    await backups.makeDaily();
    await backups.makeDaily();
    expect(made(asked)).toBe(1);
    // From nine in the morning to midnight, WIB.
    clock.pass(minutes(15 * 60) - 1);
    await backups.makeDaily();
    expect(made(asked)).toBe(1);
    clock.pass(1);
    await backups.makeDaily();
    expect(made(asked)).toBe(2);
  });

  it('that one was made by hand, or by the run before, is not made again, and is told of', async () => {
    const { backups, counter, asked } = bench(start);
    await backups.makeDaily();
    expect(made(asked)).toBe(0);
    expect(counter.state().backup.at).toBe(start);
  });

  it('that failed is tried again at the next look', async () => {
    const { backups, counter, asked, state } = bench();
    state.problem = 'folder-not-writable';
    await backups.makeDaily();
    await backups.makeDaily();
    expect(made(asked)).toBe(2);
    expect(counter.state().backup.problem).toBe('folder-not-writable');
    state.problem = undefined;
    await backups.makeDaily();
    await backups.makeDaily();
    expect(made(asked)).toBe(3);
    expect(counter.state().backup.problem).toBeNull();
  });

  it('is made also by a clock that was set back', async () => {
    const { backups, asked } = bench(instant(start + minutes(60 * 24 * 30)));
    await backups.makeDaily();
    expect(made(asked)).toBe(1);
  });
});

describe('a restore', () => {
  const { name } = entry(start);

  it('makes the backup ready and starts the program anew', async () => {
    const { backups, asked, state } = bench(start);
    expect(await backups.restore(name, '123456')).toEqual(ok(undefined));
    expect(asked).toEqual([`stage /backup/${name}`]);
    expect(state.restarts).toBe(1);
  });

  it('is not done with a wrong PIN, nor from a file that is no backup', async () => {
    const { backups, asked, state } = bench(start);
    expect(await backups.restore(name, '000000')).toEqual(err({ code: 'wrong-pin' }));
    expect(await backups.restore('../ledger.db', '123456')).toEqual(err({ code: 'backup-not-found' }));
    expect([asked.length, state.restarts]).toEqual([0, 0]);
  });

  it.each(['an exchange', 'a line that may still answer'])('is not done during %s', async (what) => {
    const { backups, counter, asked, state } = bench(start);
    if (what === 'an exchange') {
      const exchange = {
        kind: 'payment',
        biller: 'teleanjar',
        phase: 'waiting',
        since: start,
        deadline: start,
      } as const;
      counter.change({ exchange });
    } else state.listening = true;
    expect(await backups.restore(name, '123456')).toEqual(err({ code: 'payment-unresolved' }));
    expect([asked.length, state.restarts]).toEqual([0, 0]);
  });

  it('is given up again where a payment has begun while the backup was made ready', async () => {
    const { backups, asked, state } = bench(start);
    state.whileStaging = () => void (state.listening = true);
    expect(await backups.restore(name, '123456')).toEqual(err({ code: 'payment-unresolved' }));
    expect(asked).toEqual([`stage /backup/${name}`, 'unstage']);
    expect(state.restarts).toBe(0);
  });

  it('that is not verified changes nothing', async () => {
    const { backups, state } = bench(start);
    state.problem = 'not-verified';
    expect(await backups.restore(name, '123456')).toEqual(err({ code: 'not-verified' }));
    expect(state.restarts).toBe(0);
  });
});
