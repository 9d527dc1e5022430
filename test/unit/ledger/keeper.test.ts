import fs from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createLedgerKeeper } from '../../../electron/ledger/keeper.ts';
import type { LedgerKeeper } from '../../../electron/ledger/ledger.ts';
import { restoreFiles } from '../../../electron/ledger/restore-files.ts';
import { openLedger } from '../../../electron/ledger/sqlite-ledger.ts';
import { instant } from '../../../shared/time.ts';
import { aDay, alter, answer, dayOf, seqOf } from './altered-ledger.ts';
import { arming, minutes, paid, quote, start } from './documents.ts';
import type { OpenLedger } from './open-ledger.ts';
import { memoryFolder } from './temp-folder.ts';

interface Kept extends OpenLedger {
  readonly keeper: LedgerKeeper;
  readonly folder: string;
  readonly faults: unknown[];
}

/** A ledger at work and its keeper, with a real worker beside it. */
function kept(): Kept {
  const open = aDay();
  const faults: unknown[] = [];
  const keeper = createLedgerKeeper({
    program: path.join(import.meta.dirname, 'worker-entry.mjs'),
    ledger: open.file,
    kind: 'live',
    onFault: (error) => void faults.push(error),
  });
  onTestFinished(() => keeper.close());
  return { ...open, keeper, faults, folder: path.join(memoryFolder(), 'backup') };
}

async function backedUp({ keeper, folder }: Kept, at = start): Promise<string> {
  const made = await keeper.backUp(folder, at);
  if (!made.ok) throw new Error(made.error);
  return path.join(folder, fs.readdirSync(folder).toSorted().at(-1) ?? '');
}

describe('the keeper of a ledger', () => {
  it('makes a backup of it while it is open, and says when by its name', async () => {
    const one = kept();
    const at = instant(start + 1234);
    expect(await one.keeper.backUp(one.folder, at)).toEqual({ ok: true, value: { at: start + 1000 } });
    expect(fs.readdirSync(one.folder)).toEqual(['loket-live-20180601-020001.db']);
    expect(one.faults).toEqual([]);
  });

  it('looks into one, and counts what the ledger has and it has not', async () => {
    const one = kept();
    const file = await backedUp(one);
    for (const n of [21, 22]) {
      one.ledger.addQuote(quote(n));
      one.ledger.arm(arming(n));
    }
    answer(one.ledger, 21, paid);
    expect(await one.keeper.preview(file)).toEqual({
      ok: true,
      value: { at: start, newestAt: start + minutes(60), payments: 8, unresolved: 3, missing: 2 },
    });
  });

  it('makes one ready to be restored, and gives it up again', async () => {
    const one = kept();
    const file = await backedUp(one);
    const { staged, plan } = restoreFiles(one.file);
    expect(await one.keeper.stage(file)).toEqual({ ok: true, value: undefined });
    expect([staged, plan].map((each) => fs.existsSync(each))).toEqual([true, true]);
    expect(await one.keeper.unstage()).toEqual({ ok: true, value: undefined });
    expect([staged, plan].map((each) => fs.existsSync(each))).toEqual([false, false]);
    one.close();
    const opened = openLedger(one.file, 'live', start);
    expect(opened.ok && opened.value.countOpen()).toBe(3);
    if (opened.ok) opened.value.close();
  });

  it('finds the whole chain as it was written while another connection writes on', async () => {
    const one = kept();
    let n = 100;
    const selling = setInterval(() => {
      one.ledger.addQuote(quote(n));
      one.ledger.arm(arming(n));
      answer(one.ledger, n, paid);
      n += 1;
    }, 5);
    onTestFinished(() => clearInterval(selling));
    for (let look = 0; look < 3; look += 1) {
      const verdict = await one.keeper.verify();
      expect(verdict.kind).toBe('whole');
      // What it reached is an event of the ledger, and may be noted in it.
      if (verdict.kind === 'whole') one.ledger.noteVerified(verdict.reached);
    }
    clearInterval(selling);
    expect(one.faults).toEqual([]);
    expect(n).toBeGreaterThan(100);
    one.reopen();
  });

  it('finds what was altered, and makes and stages no backup of it', async () => {
    const one = kept();
    const good = await backedUp(one);
    const seq = seqOf(one.file, dayOf.paid, 'arm');
    alter(one.file, (raw) => raw.exec('UPDATE payment SET cash = cash + 1'));
    expect(await one.keeper.verify()).toEqual({ kind: 'altered', seq });
    expect(await one.keeper.backUp(one.folder, instant(start + minutes(1)))).toEqual({
      ok: false,
      error: 'not-verified',
    });
    expect(fs.readdirSync(one.folder)).toHaveLength(1);
    const bad = path.join(one.folder, 'loket-live-20180601-030000.db');
    fs.copyFileSync(good, bad);
    alter(bad, (raw) => raw.exec("UPDATE event SET actor = 'owner' WHERE seq = 4"));
    expect(await one.keeper.preview(bad)).toEqual({ ok: false, error: 'not-verified' });
    expect(await one.keeper.stage(bad)).toEqual({ ok: false, error: 'not-verified' });
    expect(fs.existsSync(restoreFiles(one.file).staged)).toBe(false);
    expect(one.faults).toEqual([]);
  });

  it('finds a payment in a state that there is not altered, and does not stumble over it', async () => {
    const one = kept();
    alter(one.file, (raw) => raw.exec("UPDATE payment SET state = 'refunded' WHERE state = 'paid'"));
    expect(await one.keeper.verify()).toMatchObject({ kind: 'altered' });
    expect(one.faults).toEqual([]);
  });

  it('finds a number that no program of ours can have written, and does not stumble over it', async () => {
    const one = kept();
    alter(one.file, (raw) => raw.exec("UPDATE payment SET total = 9007199254740993 WHERE state = 'paid'"));
    expect(await one.keeper.verify()).toEqual({ kind: 'damaged' });
    expect(one.faults).toEqual([]);
  });

  it.each([
    ['no file', undefined, 'backup-not-found'],
    [
      'something else',
      'not a ledger, though it is called one, and it is long enough to be looked at'.repeat(20),
      'not-verified',
    ],
  ])('says of %s what it is not', async (_what, content, error) => {
    const one = kept();
    const file = path.join(memoryFolder(), 'loket-live-20180601-030000.db');
    if (content !== undefined) fs.writeFileSync(file, content);
    expect(await one.keeper.preview(file)).toEqual({ ok: false, error });
    expect(await one.keeper.stage(file)).toEqual({ ok: false, error });
  });

  it('says where a backup cannot be written', async () => {
    const { keeper } = kept();
    expect(await keeper.backUp('/nowhere/at/all', start)).toEqual({
      ok: false,
      error: 'folder-not-writable',
    });
  });

  it('answers many questions at once, one after the other', async () => {
    const one = kept();
    const answers = await Promise.all([
      one.keeper.verify(),
      one.keeper.backUp(one.folder, start),
      one.keeper.unstage(),
      one.keeper.verify(),
    ]);
    expect(answers.map((each) => ('kind' in each ? each.kind : each.ok))).toEqual([
      'whole',
      true,
      true,
      'whole',
    ]);
  });
});

describe('a worker that dies', () => {
  it('has answered its question all the same, and the next one is asked of a new one', async () => {
    const one = kept();
    // What cannot be removed is a bug for the worker, which ends by it.
    fs.mkdirSync(restoreFiles(one.file).plan);
    expect(await one.keeper.unstage()).toEqual({ ok: false, error: 'folder-not-writable' });
    // Why it died is told, not only that it did.
    expect(one.faults.map(String)).toEqual([expect.stringMatching(/EISDIR|directory/)]);
    expect(await one.keeper.verify()).toMatchObject({ kind: 'whole' });
    fs.rmdirSync(restoreFiles(one.file).plan);
    expect(await one.keeper.unstage()).toEqual({ ok: true, value: undefined });
    expect(one.faults).toHaveLength(1);
  });

  it('over a ledger that cannot be read says that it was not read, which is neither whole nor altered', async () => {
    const one = kept();
    one.close();
    const bytes = fs.readFileSync(one.file);
    fs.writeFileSync(one.file, 'no database any more, and long enough to be looked at'.repeat(40));
    expect(await one.keeper.verify()).toEqual({ kind: 'not-read' });
    expect(one.faults).toHaveLength(1);
    fs.writeFileSync(one.file, bytes);
    expect(await one.keeper.verify()).toMatchObject({ kind: 'whole' });
  });

  it('fails every question that waits, but only once each, and keeps nobody waiting', async () => {
    const one = kept();
    fs.mkdirSync(restoreFiles(one.file).plan);
    const answers = await Promise.all([one.keeper.unstage(), one.keeper.unstage(), one.keeper.verify()]);
    expect(answers.map((each) => ('kind' in each ? each.kind : each.ok))).toEqual([false, false, 'whole']);
    expect(one.faults).toHaveLength(2);
  });

  it('without a word has answered, too, and one that dies between two questions is not asked the second', async () => {
    const faults: unknown[] = [];
    const keeperOf = (ledger: string): LedgerKeeper =>
      createLedgerKeeper({
        program: path.join(import.meta.dirname, 'leaving-worker.mjs'),
        ledger,
        kind: 'live',
        onFault: (error) => void faults.push(error),
      });
    const atOnce = keeperOf('leaves-at-once');
    expect(await atOnce.verify()).toEqual({ kind: 'not-read' });
    expect(await atOnce.verify()).toEqual({ kind: 'not-read' });
    expect(faults).toHaveLength(2);
    const afterwards = keeperOf('leaves-afterwards');
    for (let question = 0; question < 3; question += 1) {
      expect(await afterwards.verify()).toMatchObject({ kind: 'whole' });
      await new Promise((resolve) => {
        setTimeout(resolve, 300);
      });
    }
    expect(faults).toHaveLength(2);
  });

  it('is not one whose program is not there: that, too, is only an answer', async () => {
    const faults: unknown[] = [];
    const keeper = createLedgerKeeper({
      program: '/nowhere/worker.js',
      ledger: 'x',
      kind: 'live',
      onFault: (error) => void faults.push(error),
    });
    expect(await keeper.verify()).toEqual({ kind: 'not-read' });
    expect(await keeper.preview('x')).toEqual({ ok: false, error: 'source-unreadable' });
    expect(faults).toHaveLength(2);
    await keeper.close();
  });
});

describe('a keeper', () => {
  it('is heard for as many questions as are asked, with time between them', async () => {
    const one = kept();
    for (let question = 0; question < 4; question += 1) {
      expect(await one.keeper.verify()).toMatchObject({ kind: 'whole' });
      await new Promise((resolve) => {
        setTimeout(resolve, 50);
      });
    }
    expect(one.faults).toEqual([]);
  });
});

describe('a keeper that is closed', () => {
  it('lets go of the file, also in the middle of a question', async () => {
    const one = kept();
    const asked = one.keeper.verify();
    await one.keeper.close();
    expect(['whole', 'not-read']).toContain((await asked).kind);
    one.close();
    const raw = new DatabaseSync(one.file);
    raw.exec('PRAGMA journal_mode = DELETE');
    raw.close();
  });
});
