import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { archiveName, createArchives } from '../../../electron/app/archives.ts';
import { defaultSettings } from '../../../electron/settings/settings-file.ts';
import { err } from '../../../shared/result.ts';
import { crashesAt } from '../ledger/crash-at.ts';
import { start } from '../ledger/documents.ts';
import { memoryFolder } from '../ledger/temp-folder.ts';
import { archiveCounter, passphrase, pin } from './archive-counter.ts';

const shopNamed = (name: string) => ({ ...defaultSettings.shop, shop: { name, address: '' } });
const order = (kind: 'copy' | 'move', typed: string | null = pin) => ({ kind, passphrase, pin: typed });

/** An archive of a counter that has sold 1 and 2. */
async function archived(kind: 'copy' | 'move') {
  const from = archiveCounter({ counterId: 'aaaaaaaa', shop: shopNamed('Warung Lama') }, [1, 2]);
  from.state.target = path.join(memoryFolder(), 'loket.age');
  expect((await from.archives.make(order(kind))).ok).toBe(true);
  return { from, target: from.state.target };
}

async function looked(kind: 'copy' | 'move', to = archiveCounter({}, [3])) {
  const { target } = await archived(kind);
  to.state.target = target;
  await to.archives.choose();
  const preview = await to.archives.preview(passphrase);
  if (!preview.ok) throw new Error(preview.error.code);
  return { to, preview: preview.value };
}

describe('a move', () => {
  it('retires the counter before its copy is made, and for good', async () => {
    const { from, target } = await archived('move');
    expect(from.counter.state()).toMatchObject({
      stopped: 'retired',
      retired: { at: start, archive: target },
    });
    expect(await from.archives.make(order('move'))).toEqual(err({ code: 'already-moved' }));
    expect(from.startAgain().settings.retired).toEqual({ at: start, archive: target });
  });

  it('is refused while anything is paid or awaited, without the PIN, and where there is none', async () => {
    const one = archiveCounter();
    one.state.target = path.join(memoryFolder(), 'x.age');
    one.state.listening = true;
    expect(await one.archives.make(order('move'))).toEqual(err({ code: 'payment-unresolved' }));
    one.state.listening = false;
    expect(await one.archives.make(order('move', '000000'))).toEqual(err({ code: 'wrong-pin' }));
    expect(await one.archives.make(order('move', null))).toEqual(err({ code: 'wrong-pin' }));
    const unguarded = archiveCounter({ pin: null });
    expect(await unguarded.archives.make(order('move', null))).toEqual(err({ code: 'no-pin' }));
    expect(one.counter.state().stopped).toBeNull();
  });

  it('that comes to nothing leaves the counter selling, also where nobody chose a place', async () => {
    const one = archiveCounter();
    one.state.target = undefined;
    expect(await one.archives.make(order('move'))).toEqual(err({ code: 'cancelled' }));
    one.state.target = path.join(memoryFolder(), 'none', 'x.age');
    expect(await one.archives.make(order('move'))).toEqual(err({ code: 'target-not-writable' }));
    expect(one.counter.state()).toMatchObject({ stopped: null, retired: null });
    expect(fs.readdirSync(one.dataFolder)).not.toContain('archive-out');
    expect(one.startAgain().settings.retired).toBeNull();
  });

  it(
    'cut off by a power cut at any step never leaves an archive beside a counter that sells',
    { timeout: 120_000 },
    async () => {
      let crashes = 0;
      for (let isCut = true; isCut; crashes += 1) {
        const one = archiveCounter();
        const target = path.join(memoryFolder(), 'x.age');
        one.state.target = target;
        isCut = await crashesAt(crashes, () => one.archives.make(order('move')));
        const { settings, payments } = one.startAgain();
        if (fs.existsSync(target)) expect(settings.retired).not.toBeNull();
        expect(payments).toEqual([1]);
        expect(settings.counterId).toBe('0a1b2c3d');
      }
      expect(crashes).toBeGreaterThan(5);
    },
  );

  it('is undone by the PIN alone, and leaves a gap', async () => {
    const { from } = await archived('move');
    expect(await from.archives.reopen('000000')).toEqual(err({ code: 'wrong-pin' }));
    expect(from.counter.state().stopped).toBe('retired');
    expect((await from.archives.reopen(pin)).ok).toBe(true);
    expect(from.counter.state()).toMatchObject({ stopped: null, retired: null, gaps: 1 });
    expect(await from.archives.reopen(pin)).toEqual(err({ code: 'not-moved' }));
    expect(from.startAgain().settings.retired).toBeNull();
  });

  it('does not lift what a fault has stopped', async () => {
    const { from } = await archived('move');
    from.stop('ledger-fault');
    expect((await from.archives.reopen(pin)).ok).toBe(true);
    expect(from.counter.state().stopped).toBe('ledger-fault');
  });
});

describe('an archive that is looked at', () => {
  it('is told with what it holds and what it takes the place of', async () => {
    const { preview } = await looked('copy');
    expect(preview).toMatchObject({
      kind: 'copy',
      isOwn: false,
      shop: 'Warung Lama',
      ledger: 'live',
      payments: 2,
      unresolved: 2,
      replaces: true,
      missing: 1,
      leavesGap: true,
    });
  });

  it('leaves no gap where it is a move and nothing is put aside that it does not know', async () => {
    expect((await looked('move', archiveCounter({}, []))).preview.leavesGap).toBe(false);
    expect((await looked('move', archiveCounter({}, [3]))).preview.leavesGap).toBe(true);
    expect((await looked('copy', archiveCounter({}, []))).preview.leavesGap).toBe(true);
    // It comes back to where it was moved from, and may have sold elsewhere.
    const own = await looked('move', archiveCounter({ counterId: 'aaaaaaaa' }, []));
    expect(own.preview).toMatchObject({ isOwn: true, leavesGap: true });
  });

  it('of a newer ledger, or with another passphrase, is refused and leaves nothing', async () => {
    const { target } = await archived('copy');
    const to = archiveCounter();
    to.state.target = target;
    expect(await to.archives.preview(passphrase)).toEqual(err({ code: 'not-looked-at' }));
    await to.archives.choose();
    expect(await to.archives.preview('another one')).toEqual(err({ code: 'wrong-passphrase' }));
    const older = createArchives({ ...to.parts, schema: 1 });
    await older.choose();
    expect(await older.preview(passphrase)).toEqual(err({ code: 'newer-version' }));
    expect(fs.readdirSync(to.dataFolder)).not.toContain('archive-in');
  });
});

describe('an archive that is restored', () => {
  it('is this counter at the next start, under a new name, with the machine’s own folders', async () => {
    const { to, preview } = await looked('move');
    expect((await to.archives.restore(preview.id, pin)).ok).toBe(true);
    expect(to.state.restarts).toBe(1);
    const { settings, payments, restored } = to.startAgain();
    expect(payments).toEqual([1, 2]);
    expect(settings.shop.shop.name).toBe('Warung Lama');
    expect(settings.counterId).toMatch(/^[0-9a-f]{8}$/);
    expect(['aaaaaaaa', '0a1b2c3d']).not.toContain(settings.counterId);
    expect(settings.retired).toBeNull();
    expect(restored?.archive).toEqual({ id: preview.id, knowsAll: false });
    expect(
      fs.readdirSync(to.dataFolder).filter((name) => name.startsWith('settings-replaced-')),
    ).toHaveLength(1);
  });

  it('keeps its name where it is its own', async () => {
    const { to, preview } = await looked('copy', archiveCounter({ counterId: 'aaaaaaaa' }));
    expect((await to.archives.restore(preview.id, pin)).ok).toBe(true);
    expect(to.startAgain().settings.counterId).toBe('aaaaaaaa');
  });

  it('takes the PIN, the archive that was seen, and a counter that pays nothing', async () => {
    const { to, preview } = await looked('copy');
    expect(await to.archives.restore('another', pin)).toEqual(err({ code: 'not-looked-at' }));
    expect(await to.archives.restore(preview.id, null)).toEqual(err({ code: 'wrong-pin' }));
    to.state.listening = true;
    expect(await to.archives.restore(preview.id, pin)).toEqual(err({ code: 'payment-unresolved' }));
    to.state.listening = false;
    to.counter.ledgerChanged(0);
    expect(await to.archives.restore(preview.id, pin)).toEqual(err({ code: 'not-looked-at' }));
    expect(to.startAgain()).toMatchObject({ payments: [3], settings: { counterId: '0a1b2c3d' } });
  });

  it(
    'is whole or not at all after a power cut at any step, of the restore and of the start after it',
    { timeout: 120_000 },
    async () => {
      let [crashes, old, fresh] = [0, 0, 0];
      for (let isCut = true; isCut; crashes += 1) {
        const { to, preview } = await looked('copy');
        isCut = await crashesAt(crashes, () => to.archives.restore(preview.id, pin));
        // The start is cut off as well, once.
        await crashesAt(crashes % 12, () => {
          try {
            to.startAgain();
          } catch {
            // The next start goes on.
          }
        });
        vi.restoreAllMocks();
        const { settings, payments } = to.startAgain();
        const isOld = settings.counterId === '0a1b2c3d';
        expect(payments).toEqual(isOld ? [3] : [1, 2]);
        expect(settings.shop.shop.name).toBe(isOld ? 'Loket' : 'Warung Lama');
        if (isOld) old += 1;
        else fresh += 1;
        expect(fs.readdirSync(to.dataFolder).filter((name) => name.includes('.restore-'))).toEqual([]);
      }
      expect(old).toBeGreaterThan(3);
      expect(fresh).toBeGreaterThan(0);
    },
  );
});

describe('the name of an archive', () => {
  it('is of letters that every system takes, and says which shop and when', () => {
    expect(archiveName('Warung Bu Sri', start, 'WIB')).toBe('loket-warung-bu-sri-20180601-0900.age');
    expect(archiveName('Café "Ñ"/../', start, 'WIB')).toBe('loket-cafe-n-20180601-0900.age');
    expect(archiveName('…', start, 'WIB')).toBe('loket-toko-20180601-0900.age');
  });
});
