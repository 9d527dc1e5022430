import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { listBackups } from '../../../electron/ledger/backup-files.ts';
import { backUp, backUpBeforeMigration, type BackupOrder } from '../../../electron/ledger/backup.ts';
import { migrations } from '../../../electron/ledger/schema.ts';
import { instant } from '../../../shared/time.ts';
import { crashesAt } from './crash-at.ts';
import { arming, minutes, quote, quoteId, start } from './documents.ts';
import { newLedger } from './open-ledger.ts';
import { addPayment, rawLedger, statesIn, type RawLedger } from './raw-ledger.ts';
import { canMount, onSmallDisk } from './small-disk.ts';
import { memoryFolder } from './temp-folder.ts';

/** A ledger that is open and at work, and where its backups go. */
function counter(about: RawLedger = { payments: [{ state: 'paid' }, { state: 'unknown' }] }) {
  const home = memoryFolder();
  const file = path.join(home, 'ledger.db');
  const raw = rawLedger(file, about);
  onTestFinished(() => {
    if (raw.isOpen) raw.close();
  });
  const order: BackupOrder = { file, kind: 'live', folder: path.join(home, 'backups'), at: start };
  return { raw, order, files: () => fs.readdirSync(order.folder).toSorted() };
}

async function made(order: BackupOrder) {
  const entry = await backUp(order);
  if (!entry.ok) throw new Error(entry.error);
  return entry.value;
}

const later = (minutesLater: number) => instant(start + minutes(minutesLater));

describe('a backup', () => {
  it('of a real ledger at work has its payments', async () => {
    const { file, ledger } = newLedger('live');
    ledger.addQuote(quote(1));
    ledger.arm(arming(1, { depositBefore: null, confirmed: [] }));
    const { file: copy } = await made({
      file,
      kind: 'live',
      folder: path.join(path.dirname(file), 'b'),
      at: start,
    });
    const raw = new DatabaseSync(copy, { readOnly: true });
    expect(raw.prepare('SELECT id, state FROM payment').all()).toEqual([{ id: quoteId(1), state: 'sent' }]);
    raw.close();
  });

  it('has what is only in the -wal yet, and is one file that nobody else may read', async () => {
    const { order, files } = counter();
    expect(fs.statSync(`${order.file}-wal`).size).toBeGreaterThan(0);
    const entry = await made(order);
    expect(entry).toEqual({
      file: path.join(order.folder, 'loket-live-20180601-020000.db'),
      kind: 'live',
      at: start,
    });
    expect(files()).toEqual(['loket-live-20180601-020000.db']);
    if (process.platform !== 'win32') expect(fs.statSync(entry.file).mode & 0o777).toBe(0o600);
    expect(statesIn(entry.file)).toEqual(['paid', 'unknown']);
    // To look into it puts nothing beside it, as it must be on a disk that is read-only.
    const reader = new DatabaseSync(entry.file, { readOnly: true });
    expect(reader.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'delete' });
    reader.prepare('SELECT * FROM payment').all();
    expect(files()).toEqual(['loket-live-20180601-020000.db']);
    reader.close();
  });

  it('is of one moment and comes to an end, however much is sold meanwhile', async () => {
    const { raw, order } = counter({ ballast: 20_000_000, payments: [{ state: 'paid' }] });
    let sold = 0;
    const selling = setInterval(() => {
      addPayment(raw, { state: 'sent' });
      sold += 1;
    }, 0);
    const entry = await made(order).finally(() => clearInterval(selling));
    expect(sold).toBeGreaterThan(0);
    const copy = new DatabaseSync(entry.file, { readOnly: true });
    const count = copy
      .prepare('SELECT (SELECT count(*) FROM payment) - (SELECT count(*) FROM event) AS n')
      .get();
    expect(count).toEqual({ n: 0 });
    copy.close();
    expect(raw.prepare('SELECT count(*) AS n FROM payment').get()).toEqual({ n: sold + 1 });
  });

  it('that is made in the same second as another stands beside it', async () => {
    const { order, files } = counter();
    await made(order);
    expect((await made(order)).at).toBe(start + 1000);
    expect(files()).toEqual(['loket-live-20180601-020000.db', 'loket-live-20180601-020001.db']);
    const both = await Promise.all([made(order), made(order)]);
    expect(new Set(both.map(({ at }) => at)).size).toBe(2);
    expect(files()).toHaveLength(4);
  });
});

describe('old backups', () => {
  it('go when there are more than are kept; what is not exactly ours stays', async () => {
    const { order, files } = counter();
    fs.mkdirSync(order.folder);
    const others = [
      'loket-live-20180601-020000.db.bak',
      'loket-live-20180601-020000 (1).db',
      'loket-live-20181301-020000.db',
      'loket-live-20180230-020000.db',
      'my-loket-live-20170601-020000.db',
      'loket-sandbox-20170601-020000.db',
      'photo.jpg',
    ];
    for (const name of others) fs.writeFileSync(path.join(order.folder, name), '');
    fs.mkdirSync(path.join(order.folder, 'loket-live-20160601-020000.db'));
    for (let n = 0; n < 5; n += 1) await made({ ...order, at: later(n), keep: 3 });
    expect(listBackups(order.folder, 'live').map(({ at }) => at)).toEqual([later(4), later(3), later(2)]);
    expect(files()).toEqual(expect.arrayContaining([...others, 'loket-live-20160601-020000.db']));
    expect(files()).toHaveLength(others.length + 1 + 3);
  });

  it('are fourteen unless told', async () => {
    const { order, files } = counter();
    for (let n = 0; n < 16; n += 1) await made({ ...order, at: later(n) });
    expect(files()).toHaveLength(14);
  });

  it('go before the new one, even where a clock that was set back makes it look the oldest', async () => {
    const { order } = counter();
    for (let n = 10; n < 13; n += 1) await made({ ...order, at: later(n), keep: 3 });
    await made({ ...order, keep: 3 });
    expect(listBackups(order.folder, 'live').map(({ at }) => at)).toEqual([later(12), later(11), start]);
  });

  it('stay where the new one is not good', async () => {
    const { order, files } = counter();
    for (let n = 0; n < 3; n += 1) await made({ ...order, at: later(n) });
    const before = files();
    expect(await backUp({ ...order, at: later(9), keep: 1, verify: () => false })).toMatchObject({
      ok: false,
    });
    expect(files()).toEqual(before);
  });

  it('and what was left of one that was cut off are told apart', async () => {
    const { order, files } = counter();
    fs.mkdirSync(order.folder);
    const left = ['loket-live-20180530-020000.db.part', 'loket-live-20180530-020000.db.part-journal'];
    const stays = [
      'loket-live-20180601-015900.db.part',
      'loket-sandbox-20180530-020000.db.part',
      'x.db.part',
    ];
    for (const name of [...left, ...stays]) fs.writeFileSync(path.join(order.folder, name), '');
    await made(order);
    expect(files()).toEqual([...stays, 'loket-live-20180601-020000.db'].toSorted());
  });
});

describe('a backup that cannot be made', () => {
  const fault = async (order: BackupOrder): Promise<string> => {
    const entry = await backUp(order);
    return entry.ok ? 'made' : entry.error;
  };

  it('says that the ledger is not there or not readable', async () => {
    const { order, files } = counter();
    expect(await fault({ ...order, file: `${order.file}-none` })).toBe('source-unreadable');
    const junk = path.join(path.dirname(order.file), 'junk.db');
    fs.writeFileSync(junk, 'no database '.repeat(1000));
    expect(await fault({ ...order, file: junk })).toBe('source-unreadable');
    expect(files()).toEqual([]);
  });

  it('says so of a stick that is not in, and makes no folder in its place', async () => {
    const { order } = counter();
    const stick = path.join(path.dirname(order.file), 'stick');
    expect(await fault({ ...order, folder: path.join(stick, 'loket') })).toBe('folder-not-writable');
    expect(fs.existsSync(stick)).toBe(false);
    fs.writeFileSync(stick, 'a file');
    expect(await fault({ ...order, folder: stick })).toBe('folder-not-writable');
  });

  it.each([
    ['a ledger of another kind', { kind: 'sandbox' }],
    ['a ledger of a newer version', { version: 99 }],
  ] as const)('is not taken for one where it is of %s', async (_what, about) => {
    const { order, files } = counter(about);
    expect(await fault(order)).toBe('not-verified');
    expect(files()).toEqual([]);
  });

  it('is not taken for one where the ledger is another program’s', async () => {
    const { raw, order, files } = counter();
    raw.exec('PRAGMA application_id = 7');
    expect(await fault(order)).toBe('not-verified');
    expect(files()).toEqual([]);
  });

  it('is not taken for one where the ledger itself is damaged', async () => {
    const { raw, order, files } = counter({
      payments: Array.from({ length: 2000 }, () => ({ state: 'paid' })),
    });
    raw.close();
    const content = fs.readFileSync(order.file);
    content.fill(0xff, 5 * 4096 + 100, 5 * 4096 + 3000);
    fs.writeFileSync(order.file, content);
    expect(await fault(order)).toBe('not-verified');
    expect(files()).toEqual([]);
  });

  it('is refused by what looks deeper, also where that breaks', async () => {
    const { order, files } = counter();
    const seen: unknown[] = [];
    const look = (verdict: () => boolean): BackupOrder => ({
      ...order,
      verify: (copy) => {
        seen.push(copy.prepare('SELECT count(*) AS n FROM payment').get());
        return verdict();
      },
    });
    expect(await fault(look(() => false))).toBe('not-verified');
    const broken = look(() => {
      throw new Error('a bug');
    });
    expect(await fault(broken)).toBe('not-verified');
    expect(files()).toEqual([]);
    expect(await fault(look(() => true))).toBe('made');
    expect(seen).toEqual([{ n: 2 }, { n: 2 }, { n: 2 }]);
  });

  it.runIf(canMount)('says that there is no room, and leaves nothing, known before or met on the way', () => {
    const full = { ok: false, error: 'no-room' };
    expect(onSmallDisk('4m', 'backup-on-small-disk.ts')).toEqual({ short: full, full, files: [] });
  });

  it('because the disk does not sync is none', async () => {
    const { order, files } = counter();
    const sync = vi.spyOn(fs, 'fsyncSync').mockImplementation(() => {
      throw new Error('EIO');
    });
    onTestFinished(() => sync.mockRestore());
    expect(await fault(order)).toBe('folder-not-writable');
    expect(files()).toEqual([]);
  });

  it('because the power fails is no backup under its name', async () => {
    const { order, files } = counter();
    const first = await made(order);
    expect(await crashesAt(0, () => backUp({ ...order, at: later(1) }))).toBe(true);
    expect(files()).toEqual(['loket-live-20180601-020000.db', 'loket-live-20180601-020100.db.part']);
    expect(listBackups(order.folder, 'live')).toEqual([first]);
    expect(await crashesAt(1, () => backUp({ ...order, at: later(2) }))).toBe(false);
  });

  it(
    'because the program is killed while it copies is none, and the next one tidies up',
    { timeout: 90_000 },
    async () => {
      const { raw, order, files } = counter({ ballast: 50_000_000, payments: [{ state: 'paid' }] });
      const script = path.join(import.meta.dirname, 'back-up-and-die.ts');
      const arm = ['--import', 'tsx', script, order.file, order.folder];
      const child = spawnSync(process.execPath, arm, {
        encoding: 'utf8',
        timeout: 60_000,
        killSignal: 'SIGTERM',
      });
      expect([child.signal, child.stderr]).toEqual(['SIGKILL', '']);
      expect(files()).toContain('loket-live-20180601-020000.db.part');
      expect(listBackups(order.folder, 'live')).toEqual([]);
      addPayment(raw, { state: 'sent' });

      const { file } = await made({ ...order, at: later(24 * 60) });
      expect(files()).toEqual([path.basename(file)]);
      expect(statesIn(file)).toEqual(['paid', 'sent']);
    },
  );
});

describe('before a migration', () => {
  const entryOf = async (order: BackupOrder) => {
    const entry = await backUpBeforeMigration(order);
    return entry.ok ? entry.value?.file : entry.error;
  };

  it('a ledger of an older version is backed up, with what a killed program left in its -wal', async () => {
    const { raw, order } = counter({ version: 1, payments: [{ state: 'sent' }] });
    const killed = path.join(path.dirname(order.file), 'killed.db');
    for (const suffix of ['', '-wal']) fs.copyFileSync(order.file + suffix, killed + suffix);
    raw.close();
    const file = await entryOf({ ...order, file: killed });
    expect(file).toBe(path.join(order.folder, 'loket-live-20180601-020000.db'));
    expect(statesIn(file ?? '')).toEqual(['sent']);
  });

  it.each([
    ['of this version', migrations.length],
    ['of a newer version', 99],
    ['without a version yet', 0],
  ])('a ledger %s is not', async (_what, version) => {
    const { order } = counter({ version });
    expect(await entryOf(order)).toBeUndefined();
    expect(fs.existsSync(order.folder)).toBe(false);
  });

  it('there is nothing to do without a ledger, nor with one that the opening will refuse', async () => {
    const { order } = counter();
    expect(await entryOf({ ...order, file: `${order.file}-none` })).toBeUndefined();
    const junk = path.join(path.dirname(order.file), 'junk.db');
    fs.writeFileSync(junk, 'no database '.repeat(1000));
    expect(await entryOf({ ...order, file: junk })).toBeUndefined();
  });

  it('the backup must come about', async () => {
    const { order } = counter({ version: 1 });
    expect(await entryOf({ ...order, kind: 'training' })).toBe('not-verified');
  });

  it('nobody looks deeper, for what this version has is not there yet', async () => {
    const { order } = counter({ version: 1 });
    expect(await entryOf({ ...order, verify: () => false })).toMatch(/\.db$/);
  });
});

describe('the list of backups', () => {
  it('is empty where there is no folder', () => {
    expect(listBackups('/none/at/all', 'live')).toEqual([]);
  });

  it('is of one kind, newest first', async () => {
    const { order } = counter();
    await made({ ...order, at: later(1) });
    await made(order);
    await made({ ...order, at: later(2) });
    expect(listBackups(order.folder, 'live').map(({ at }) => at)).toEqual([later(2), later(1), start]);
    expect(listBackups(order.folder, 'training')).toEqual([]);
  });
});
