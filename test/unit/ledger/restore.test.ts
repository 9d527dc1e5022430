import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { applyStagedRestore } from '../../../electron/ledger/apply-restore.ts';
import { confirmRestored } from '../../../electron/ledger/restore-files.ts';
import { stageRestore } from '../../../electron/ledger/stage-restore.ts';
import { instant } from '../../../shared/time.ts';
import { crashesAt } from './crash-at.ts';
import { minutes, start } from './documents.ts';
import { rawLedger, statesIn, type RawLedger } from './raw-ledger.ts';
import { memoryFolder } from './temp-folder.ts';

const now = instant(start + minutes(600));
const backupAt = instant(start + minutes(60));
const replaced = 'ledger-replaced-20180601-120000.db';
const restored = { ok: true, value: { archive: null, backupAt, restoredAt: now, replaced } };
const nothing = { ok: true, value: undefined };

/** A counter whose program was killed, with a payment that stands in the -wal alone, and a good backup. */
function killedCounter(backup: RawLedger = {}) {
  const home = memoryFolder();
  const folder = path.join(home, 'live');
  fs.mkdirSync(folder);
  const file = path.join(folder, 'ledger.db');
  const raw = rawLedger(path.join(home, 'at-work.db'), { payments: [{ state: 'old' }] });
  raw.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  raw.exec("INSERT INTO payment (state, total) VALUES ('old, in the -wal', 1)");
  for (const suffix of ['', '-wal', '-shm'])
    fs.copyFileSync(`${path.join(home, 'at-work.db')}${suffix}`, file + suffix);
  raw.close();
  const source = path.join(home, 'loket-live-20180601-030000.db');
  const made = rawLedger(source, { payments: [{ state: 'new' }], ...backup });
  made.exec('PRAGMA journal_mode = DELETE');
  made.close();
  return {
    file,
    source,
    names: () => fs.readdirSync(folder).toSorted(),
    /** The same files in another place, to go on from here more than once. */
    copy() {
      const to = memoryFolder();
      fs.cpSync(folder, to, { recursive: true });
      return { file: path.join(to, 'ledger.db'), names: () => fs.readdirSync(to).toSorted() };
    },
  };
}

async function stagedCounter(backup: RawLedger = {}) {
  const counter = killedCounter(backup);
  const staged = await stageRestore(counter.file, counter.source, 'live');
  if (!staged.ok) throw new Error(staged.error);
  return counter;
}

const apply = (file: string, at = now) => applyStagedRestore({ file, kind: 'live', now: at });
const oldPayments = ['old', 'old, in the -wal'];

describe('a backup that is made ready to be restored', () => {
  it('lies beside the ledger, which stays as it is, and is told about', async () => {
    const { file, source, names } = killedCounter();
    const before = fs.readFileSync(file);
    expect(await stageRestore(file, source, 'live')).toMatchObject({
      ok: true,
      value: { madeAt: backupAt, payments: 1 },
    });
    expect(names()).toEqual([
      'ledger.db',
      'ledger.db-shm',
      'ledger.db-wal',
      'ledger.db.restore',
      'ledger.db.restore.json',
    ]);
    expect(fs.readFileSync(file).equals(before)).toBe(true);
    expect(statesIn(`${file}.restore`)).toEqual(['new']);
  });

  it('is refused with the reason, and the one that was ready stays', async () => {
    const { file, source, names } = await stagedCounter();
    const before = names();
    expect(await stageRestore(file, source, 'training')).toEqual({ ok: false, error: 'other-kind' });
    expect(await stageRestore(file, `${source}-none`, 'live')).toEqual({ ok: false, error: 'unreadable' });
    expect(await stageRestore(file, source, 'live', () => false)).toEqual({ ok: false, error: 'damaged' });
    expect(names()).toEqual(before);
    const nowhere = path.join(path.dirname(file), 'none', 'ledger.db');
    expect(await stageRestore(nowhere, source, 'live')).toEqual({ ok: false, error: 'folder-not-writable' });
  });

  it('gives up the one that was ready before', async () => {
    const { file, source } = await stagedCounter();
    const other = path.join(path.dirname(source), 'loket-live-20180601-040000.db');
    rawLedger(other, { payments: [{ state: 'newer' }] }).close();
    expect((await stageRestore(file, other, 'live')).ok).toBe(true);
    expect(apply(file)).toMatchObject({ value: { backupAt: start + minutes(120) } });
    expect(statesIn(file)).toEqual(['newer']);
  });

  it('of another name knows up to its newest event, for copying it renewed its time', async () => {
    const { file, source } = killedCounter({ payments: [{ state: 'new', at: start + 77 }] });
    const renamed = path.join(path.dirname(source), 'copy.db');
    fs.renameSync(source, renamed);
    await stageRestore(file, renamed, 'live');
    expect(apply(file)).toMatchObject({ value: { backupAt: start + 77 } });
  });

  it('after a power cut at any moment is ready or is not, and nothing is in the way', async () => {
    let [crashes, ready] = [0, 0];
    for (let isCut = true; isCut; crashes += 1) {
      const { file, source, names } = killedCounter();
      isCut = await crashesAt(crashes, () => stageRestore(file, source, 'live'));
      const applied = apply(file);
      if (applied.ok && applied.value !== undefined) {
        ready += 1;
        expect(statesIn(file)).toEqual(['new']);
      } else {
        expect(applied).toEqual(nothing);
        expect(statesIn(file)).toEqual(oldPayments);
        expect(names().filter((name) => /\.restore/.test(name) && !name.endsWith('.json.part'))).toEqual([]);
      }
    }
    expect(crashes).toBeGreaterThan(6);
    expect(ready).toBeLessThan(crashes);
    expect(ready).toBeGreaterThan(0);
  });
});

describe('a restore', () => {
  it('is nothing where nothing is ready', () => {
    const { file, names } = killedCounter();
    const before = names();
    expect(apply(file)).toEqual(nothing);
    expect(names()).toEqual(before);
    expect(apply(path.join(path.dirname(file), 'none', 'ledger.db'))).toEqual(nothing);
  });

  it('puts the new ledger in place and the old one aside, with all that is its own', async () => {
    const { file, names } = await stagedCounter();
    expect(apply(file)).toEqual(restored);
    expect(names()).toEqual([
      replaced,
      `${replaced}-shm`,
      `${replaced}-wal`,
      'ledger.db',
      'ledger.db.restored',
    ]);
    expect(statesIn(file)).toEqual(['new']);
    expect(statesIn(path.join(path.dirname(file), replaced))).toEqual(oldPayments);
  });

  it('is told at every start until it is confirmed, however often that is done', async () => {
    const { file } = await stagedCounter();
    apply(file);
    expect(apply(file, instant(now + 1))).toEqual(restored);
    expect(apply(file, instant(now + 2))).toEqual(restored);
    confirmRestored(file);
    confirmRestored(file);
    expect(apply(file)).toEqual(nothing);
  });

  it('replaces nothing where the ledger was lost', async () => {
    const { file } = await stagedCounter();
    for (const suffix of ['', '-wal', '-shm']) fs.rmSync(file + suffix);
    expect(apply(file)).toMatchObject({ value: { replaced: null } });
    expect(statesIn(file)).toEqual(['new']);
  });

  it('does not play what is left of a lost ledger into the new one', async () => {
    const { file, names } = await stagedCounter();
    fs.rmSync(file);
    expect(apply(file)).toEqual(restored);
    expect(statesIn(file)).toEqual(['new']);
    expect(names()).toContain(`${replaced}-wal`);
  });

  it('never writes over what an earlier one put aside', async () => {
    const { file, source, names } = await stagedCounter();
    apply(file);
    await stageRestore(file, source, 'live');
    expect(apply(file)).toMatchObject({ value: { replaced: 'ledger-replaced-20180601-120001.db' } });
    expect(statesIn(path.join(path.dirname(file), replaced))).toEqual(oldPayments);
    expect(names().filter((name) => /^ledger-replaced.*db$/.test(name))).toHaveLength(2);
  });

  it('does not end before it began where the clock is behind', async () => {
    const { file } = await stagedCounter();
    expect(apply(file, start)).toMatchObject({ value: { backupAt, restoredAt: backupAt } });
  });

  it('is refused once where what was ready was damaged since, and the old ledger stays', async () => {
    const { file, names } = await stagedCounter();
    fs.truncateSync(`${file}.restore`, 8192);
    expect(apply(file)).toEqual({ ok: false, error: { code: 'refused', fault: 'damaged' } });
    expect(names()).toEqual(['ledger.db', 'ledger.db-shm', 'ledger.db-wal', 'ledger.db.restore-refused']);
    expect(apply(file)).toEqual(nothing);
    expect(statesIn(file)).toEqual(oldPayments);
  });

  it('that cannot be told from what is there stops, and changes nothing', async () => {
    const { file, names } = await stagedCounter();
    fs.writeFileSync(`${file}.restore.json`, '{');
    const before = names();
    expect(apply(file)).toMatchObject({ ok: false, error: { code: 'cannot-move' } });
    expect(names()).toEqual(before);
  });
});

/** Runs `work` on copies of `counter`'s files, cut off after 0, 1, 2 … changes to the disk, and hands each to `judge`. */
async function cutAtEveryStep(
  counter: Awaited<ReturnType<typeof stagedCounter>>,
  work: (file: string) => unknown,
  judge: (cut: ReturnType<typeof counter.copy>) => unknown,
): Promise<number> {
  let cuts = 0;
  for (let isCut = true; isCut; cuts += 1) {
    const cut = counter.copy();
    isCut = await crashesAt(cuts, () => work(cut.file));
    await judge(cut);
  }
  return cuts;
}

describe('a restore that is cut off at any step', { timeout: 120_000 }, () => {
  const oldAside = (file: string): readonly string[] => {
    const aside = fs
      .readdirSync(path.dirname(file))
      .filter((name) => /^ledger-replaced-.{15}\.db$/.test(name));
    expect(aside).toHaveLength(1);
    return statesIn(path.join(path.dirname(file), aside[0] ?? ''));
  };

  it('is finished by the next start, with nothing lost and the gap told', async () => {
    const counter = await stagedCounter();
    const later = instant(now + minutes(1));
    const cuts = await cutAtEveryStep(
      counter,
      (file) => apply(file),
      ({ file, names }) => {
        const told = apply(file, later);
        expect(told).toMatchObject({ ok: true, value: { backupAt } });
        expect(told.ok && [now, later].includes(told.value?.restoredAt ?? start)).toBe(true);
        expect(apply(file, instant(later + 1))).toEqual(told);
        expect(statesIn(file)).toEqual(['new']);
        expect(oldAside(file)).toEqual(oldPayments);
        expect(
          names().filter(
            (name) => /restore(?:\.json)?$|part/.test(name) && !/json\.part|restored\.part/.test(name),
          ),
        ).toEqual([]);
      },
    );
    expect(cuts).toBeGreaterThan(15);
  });

  it('and again at any step of the next start, is finished by the one after', async () => {
    const counter = await stagedCounter();
    let pairs = 0;
    await cutAtEveryStep(
      counter,
      (file) => apply(file),
      async ({ file }) => {
        let isCut = true;
        for (let second = 0; isCut; second += 1) {
          const folder = memoryFolder();
          fs.cpSync(path.dirname(file), folder, { recursive: true });
          const again = path.join(folder, 'ledger.db');
          isCut = await crashesAt(second, () => apply(again, instant(now + minutes(1))));
          expect(apply(again, instant(now + minutes(2)))).toMatchObject({ ok: true, value: { backupAt } });
          expect(statesIn(again)).toEqual(['new']);
          expect(oldAside(again)).toEqual(oldPayments);
          pairs += 1;
        }
      },
    );
    expect(pairs).toBeGreaterThan(150);
  });

  it('and finds what was ready damaged then, gives the old ledger back whole, also if it is cut off in that', async () => {
    const counter = await stagedCounter();
    let refused = 0;
    await cutAtEveryStep(
      counter,
      (file) => apply(file),
      async ({ file }) => {
        if (!fs.existsSync(`${file}.restore`)) return;
        fs.truncateSync(`${file}.restore`, 8192);
        let isCut = true;
        for (let second = 0; isCut; second += 1) {
          const folder = memoryFolder();
          fs.cpSync(path.dirname(file), folder, { recursive: true });
          const again = path.join(folder, 'ledger.db');
          isCut = await crashesAt(second, () => apply(again));
          apply(again);
          expect(apply(again)).toEqual(nothing);
          expect(statesIn(again)).toEqual(oldPayments);
          refused += 1;
        }
      },
    );
    expect(refused).toBeGreaterThan(50);
  });

  it('while it is confirmed, is told or is confirmed', async () => {
    const counter = await stagedCounter();
    apply(counter.file);
    const told: unknown[] = [];
    await cutAtEveryStep(
      counter,
      (file) => confirmRestored(file),
      ({ file }) => told.push(apply(file)),
    );
    expect(told).toEqual([restored, nothing]);
  });
});
