import { describe, expect, it, vi } from 'vitest';
import { lookForUpdates } from '../../../electron/app/look-for-updates.ts';
import type { CounterState } from '../../../shared/contract/counter-state.ts';
import { updatesViewSchema } from '../../../shared/contract/updates.ts';
import { err, ok } from '../../../shared/result.ts';
import { manifestOf, pin, releaseOf, updateBench } from './update-bench.ts';

type Bench = ReturnType<typeof updateBench>;

/** A counter that has fetched 1.3.0 and is asked for nothing else. */
async function fetched(): Promise<Bench> {
  const bench = updateBench();
  await bench.updates.check();
  await bench.updates.fetch('1.3.0');
  bench.steps.length = 0;
  return bench;
}

describe('updates', () => {
  it('are off until somebody says where from, and then only by an address that may be called', () => {
    const { updates, state } = updateBench();
    state.settings = { ...state.settings, updates: { kind: 'off' } };
    expect(updates.view()).toMatchObject({ source: { kind: 'off' }, offered: null, checked: null });
    expect(updates.setSource({ kind: 'address', url: 'http://example.org/' })).toEqual(
      err({ code: 'address-not-allowed' }),
    );
    expect(updates.setSource({ kind: 'address', url: 'https://example.org/' }).ok).toBe(true);
    expect(state.settings.updates).toEqual({ kind: 'address', url: 'https://example.org/' });
  });

  it('are taken by no build without a key, whatever lies here', async () => {
    const { parts, state } = updateBench();
    state.kept = [manifestOf('1.3.0'), manifestOf('1.1.0')];
    const { updates, steps } = updateBench({ releases: { ...parts.releases, hasKey: false } });
    expect(updates.view()).toMatchObject({ takesUpdates: false, offered: null, previous: { version: null } });
    const refused = err({ code: 'no-release-key' });
    expect(updates.setSource({ kind: 'folder', path: '/x' })).toEqual(refused);
    expect(await updates.check()).toEqual(refused);
    expect(await updates.fetch('1.3.0')).toEqual(refused);
    expect(await updates.install('1.3.0', pin)).toEqual(refused);
    expect(await updates.putBack('1.1.0', pin)).toEqual(refused);
    expect(steps).toEqual([]);
  });

  it('that are looked for are offered, and neither fetched nor installed by that', async () => {
    const { updates, steps } = updateBench();
    const checked = await updates.check();
    expect(checked).toMatchObject({
      ok: true,
      value: { checked: { problem: null }, offered: { version: '1.3.0', isFetched: false } },
    });
    if (checked.ok) expect(updatesViewSchema.safeParse(checked.value).success).toBe(true);
    expect(steps).toEqual([]);
    expect(await updates.install('1.3.0', pin)).toEqual(err({ code: 'not-offered' }));
  });

  it.each([
    ['source-gone', err('source-gone')],
    ['bad-signature', err('bad-signature')],
    ['schema-downgrade', ok(releaseOf(manifestOf('1.3.0', { ledgerSchema: 6 })))],
    ['needs-step', ok(releaseOf(manifestOf('1.3.0', { minimum: '1.2.9' })))],
    ['not-for-this-machine', ok(releaseOf(manifestOf('1.3.0', { files: [] })))],
    [null, ok(releaseOf(manifestOf('1.2.0')))],
    [null, ok(releaseOf(manifestOf('1.0.0', { ledgerSchema: 3 })))],
  ] as const)('that are none are not offered: %s', async (problem, offered) => {
    const { updates, state, steps } = updateBench();
    state.settings = { ...state.settings, updates: { kind: 'address', url: 'https://example.org/' } };
    state.offered = offered as typeof state.offered;
    expect(await updates.check()).toMatchObject({
      ok: true,
      value: { checked: { problem }, offered: null },
    });
    expect(await updates.fetch('1.3.0')).toEqual(err({ code: 'not-offered' }));
    expect(steps).toEqual([]);
  });

  it('that were offered are so no longer once the source says otherwise, or is another', async () => {
    const { updates, state } = updateBench();
    await updates.check();
    state.offered = err('bad-signature');
    expect(await updates.check()).toMatchObject({ ok: true, value: { offered: null } });
    state.offered = ok(releaseOf(manifestOf('1.3.0')));
    await updates.check();
    expect(updates.setSource({ kind: 'off' })).toMatchObject({
      ok: true,
      value: { offered: null, checked: null },
    });
  });
});

describe('an update that is installed', () => {
  it('comes after the owner’s PIN and a backup, while nothing is sold, and begins anew', async () => {
    const { updates, counter, steps, goOn, notes } = await fetched();
    expect(await updates.install('1.3.0', '000000')).toEqual(err({ code: 'wrong-pin' }));
    expect(steps).toEqual([]);
    expect(await updates.install('1.3.0', pin)).toEqual(ok(undefined));
    expect(steps).toEqual(['back up, selling is held', 'install /own/1.3.0/loket.deb, selling is held']);
    expect(goOn).toHaveBeenCalledWith({ kind: 'installed' });
    // Until the program has ended nothing is sold.
    expect(counter.state().stopped).toBe('updating');
    expect(notes.at(-1)).toBe('the update to 1.3.0 on the word of Pemilik');
  });

  const exchange = (kind: 'payment' | 'inquiry') => ({ kind }) as unknown as CounterState['exchange'];
  const moments: readonly (readonly [string, string, (bench: Bench) => void])[] = [
    ['a payment is sent or unknown', 'payment-open', ({ state }) => void (state.open = 1)],
    ['a late answer is still read for', 'payment-open', ({ state }) => void (state.isListening = true)],
    [
      'a payment is under way',
      'payment-open',
      ({ counter }) => counter.change({ exchange: exchange('payment') }),
    ],
    [
      'an inquiry is under way',
      'sale-running',
      ({ counter }) => counter.change({ exchange: exchange('inquiry') }),
    ],
    ['an outcome stands on the screen only', 'payment-open', ({ selling }) => selling.stop('unsaved')],
    ['the ledger’s disk failed', 'selling-stopped', ({ selling }) => selling.stop('ledger-fault')],
    ...(['open', 'paying', 'halted'] as const).map(
      (state) =>
        [
          `a basket is ${state}`,
          'sale-running',
          ({ counter }: Bench) => counter.change({ basket: { state } as unknown as CounterState['basket'] }),
        ] as const,
    ),
    ...(['asking', 'paying'] as const).map(
      (stage) =>
        [
          `a lot is ${stage}`,
          'sale-running',
          ({ counter }: Bench) => counter.change({ lot: { stage } as unknown as CounterState['lot'] }),
        ] as const,
    ),
    ['a receipt is on its way', 'printing', ({ state }) => void (state.isPrinting = true)],
  ];

  it.each(moments)('is refused while %s', async (_, code, happens) => {
    const bench = await fetched();
    happens(bench);
    expect(await bench.updates.install('1.3.0', pin)).toEqual(err({ code }));
    expect(bench.steps).toEqual([]);
    expect(bench.goOn).not.toHaveBeenCalled();
  });

  it.each(moments)('is refused where meanwhile %s', async (_, code, happens) => {
    const bench = await fetched();
    bench.state.meanwhile = () => happens(bench);
    expect(await bench.updates.install('1.3.0', pin)).toEqual(err({ code }));
    expect(bench.steps).toEqual(['back up, selling is held']);
    // What has stopped by a fault stays so; all else goes on.
    expect(bench.counter.state().stopped).not.toBe('updating');
  });

  it('goes on where a basket is done with', async () => {
    const bench = await fetched();
    bench.counter.change({ basket: { state: 'done' } as unknown as CounterState['basket'] });
    expect((await bench.updates.install('1.3.0', pin)).ok).toBe(true);
  });

  it.each([
    ['file-altered', { isWhole: false }, 0],
    ['backup-failed', { backs: err({ code: 'no-room' }) }, 1],
    ['not-permitted', { installed: err('not-permitted') }, 2],
    ['install-failed', { installed: err('install-failed') }, 2],
  ] as const)('that comes to nothing (%s) leaves a counter that sells', async (code, state, steps) => {
    const bench = await fetched();
    Object.assign(bench.state, state);
    expect(await bench.updates.install('1.3.0', pin)).toEqual(err({ code }));
    expect(bench.steps).toHaveLength(steps);
    expect(bench.counter.state().stopped).toBeNull();
    expect(bench.goOn).not.toHaveBeenCalled();
    expect(bench.updates.view().work).toBe('none');
  });

  it('that throws leaves a counter that sells', async () => {
    const { parts } = updateBench();
    const bench = updateBench({
      installer: { ...parts.installer, install: () => Promise.reject(new Error('a bug')) },
    });
    await bench.updates.check();
    await bench.updates.fetch('1.3.0');
    await expect(bench.updates.install('1.3.0', pin)).rejects.toThrow('a bug');
    expect(bench.counter.state().stopped).toBeNull();
    expect(bench.updates.view().work).toBe('none');
  });

  it('keeps a moved counter retired', async () => {
    const bench = await fetched();
    bench.selling.retire({ at: bench.parts.clock.now(), archive: '/stick/x.age' });
    bench.state.installed = err('install-failed');
    await bench.updates.install('1.3.0', pin);
    expect(bench.counter.state().stopped).toBe('retired');
  });

  it('is one thing at a time', async () => {
    const bench = await fetched();
    const first = bench.updates.install('1.3.0', pin);
    for (const second of [
      bench.updates.check(),
      bench.updates.fetch('1.3.0'),
      bench.updates.putBack('1.1.0', pin),
    ])
      expect(await second).toEqual(err({ code: 'update-busy' }));
    expect((await first).ok).toBe(true);
  });

  it('is offered still after a restart, from what lies here, when its source is gone', async () => {
    const { state } = await fetched();
    const { updates } = updateBench({
      releases: { ...updateBench().parts.releases, kept: () => state.kept, fileOf: () => '/own/x' },
    });
    expect(updates.view().offered).toMatchObject({ version: '1.3.0', isFetched: true });
  });

  it('is a technician’s where the program was installed by hand', async () => {
    const { parts } = updateBench();
    const byHand = { file: '/own/1.3.0/loket.deb', command: 'sudo …' };
    const bench = updateBench({ installer: { ...parts.installer, byHand: () => byHand } });
    await bench.updates.check();
    await bench.updates.fetch('1.3.0');
    expect(bench.updates.view().offered?.byHand).toEqual(byHand);
    expect(await bench.updates.install('1.3.0', pin)).toEqual(err({ code: 'by-hand' }));
  });
});

describe('the version before', () => {
  it('is kept from the stick that holds it, so that it can be put back one day', async () => {
    const { updates, state, steps } = updateBench();
    state.offered = ok(releaseOf(manifestOf('1.2.0')));
    await updates.check();
    await updates.check();
    expect(steps).toEqual(['fetch 1.2.0']);
    // Over a line by mobile phone nothing is fetched that nobody asked for.
    const byLine = updateBench();
    byLine.state.settings = { ...byLine.state.settings, updates: { kind: 'address', url: 'https://x.org/' } };
    byLine.state.offered = ok(releaseOf(manifestOf('1.2.0')));
    await byLine.updates.check();
    expect(byLine.steps).toEqual([]);
  });

  it('is put back by the same way, after the PIN and a backup', async () => {
    const { updates, state, steps, goOn } = updateBench();
    expect(updates.view().previous).toEqual({ version: null, problem: 'nothing-kept' });
    state.kept = [manifestOf('1.1.0'), manifestOf('1.2.0')];
    expect(updates.view().previous).toEqual({ version: '1.1.0', problem: null });
    expect(await updates.putBack('1.1.0', '000000')).toEqual(err({ code: 'wrong-pin' }));
    expect(await updates.putBack('1.0.0', pin)).toEqual(err({ code: 'nothing-kept' }));
    state.open = 1;
    expect(await updates.putBack('1.1.0', pin)).toEqual(err({ code: 'payment-open' }));
    state.open = 0;
    expect(await updates.putBack('1.1.0', pin)).toEqual(ok(undefined));
    expect(steps).toEqual(['back up, selling is held', 'install /own/1.1.0/loket.deb, selling is held']);
    expect(goOn).toHaveBeenCalledOnce();
  });

  it('is refused where the ledger or the settings have moved on, and says which', async () => {
    const { updates, state, steps } = updateBench();
    state.kept = [manifestOf('1.1.0', { ledgerSchema: 6 })];
    expect(updates.view().previous).toEqual({ version: '1.1.0', problem: 'ledger-moved-on' });
    expect(await updates.putBack('1.1.0', pin)).toEqual(err({ code: 'ledger-moved-on' }));
    state.kept = [manifestOf('1.1.0', { settingsVersion: 3 })];
    expect(await updates.putBack('1.1.0', pin)).toEqual(err({ code: 'settings-moved-on' }));
    expect(steps).toEqual([]);
  });
});

describe('looking for updates', () => {
  it('is done once after the start and every day, only where it is on, and never beside a payment', async () => {
    vi.useFakeTimers({
      toFake: ['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval', 'performance'],
    });
    try {
      const bench = updateBench();
      const check = vi.spyOn(bench.updates, 'check');
      const end = lookForUpdates({
        updates: bench.updates,
        isOn: () => bench.parts.store.get().updates.kind !== 'off',
        counter: bench.counter,
        log: bench.parts.log,
      });
      const minute = 60_000;
      bench.counter.change({ exchange: { kind: 'payment' } as unknown as CounterState['exchange'] });
      await vi.advanceTimersByTimeAsync(25 * minute);
      expect(check).not.toHaveBeenCalled();
      bench.counter.change({ exchange: null });
      await vi.advanceTimersByTimeAsync(30 * minute);
      expect(check).toHaveBeenCalledOnce();
      await vi.advanceTimersByTimeAsync(24 * 60 * minute);
      expect(check).toHaveBeenCalledTimes(2);
      bench.updates.setSource({ kind: 'off' });
      await vi.advanceTimersByTimeAsync(48 * 60 * minute);
      expect(check).toHaveBeenCalledTimes(2);
      bench.updates.setSource({ kind: 'folder', path: '/stick' });
      end();
      await vi.advanceTimersByTimeAsync(48 * 60 * minute);
      expect(check).toHaveBeenCalledTimes(2);
      // What is only looked for is neither fetched nor installed.
      expect(bench.steps).toEqual([]);
    } finally {
      vi.useRealTimers();
    }
  });
});
