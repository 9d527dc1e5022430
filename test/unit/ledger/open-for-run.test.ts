import fs from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { recover } from '../../../electron/app/recover.ts';
import type { Settle } from '../../../electron/app/settle.ts';
import { backUp } from '../../../electron/ledger/backup.ts';
import type { Ledger } from '../../../electron/ledger/ledger.ts';
import { openForRun, type RunOrder } from '../../../electron/ledger/open-for-run.ts';
import { restoreFiles, writeRestored } from '../../../electron/ledger/restore-files.ts';
import { migrations } from '../../../electron/ledger/schema.ts';
import { openLedger } from '../../../electron/ledger/sqlite-ledger.ts';
import { stageRestore } from '../../../electron/ledger/stage-restore.ts';
import { instant } from '../../../shared/time.ts';
import { fakeClock } from '../app/fake-clock.ts';
import { arming, minutes, paid, quote, quoteId, settlement, start } from './documents.ts';
import { memoryFolder } from './temp-folder.ts';

const at = (minute: number) => instant(start + minutes(minute));
const backupAt = at(60);
const now = at(600);

interface Counter extends RunOrder {
  readonly home: string;
}

function counter(): Counter {
  const home = memoryFolder();
  return {
    home,
    file: path.join(home, 'live', 'ledger.db'),
    kind: 'live',
    backupFolder: path.join(home, 'backup'),
    now,
  };
}

/** Works on a run's ledger, and closes it as the program's end does. */
async function duringRun<T>(order: RunOrder, work: (ledger: Ledger) => T): Promise<T> {
  const opened = await openForRun(order);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  try {
    return work(opened.value);
  } finally {
    opened.value.close();
  }
}

/**
 * A counter that made a backup with one payment sent and a quote open, has been paid since, and is told to go back to the
 * backup.
 */
async function aboutToRestore(): Promise<Counter> {
  const order = counter();
  await duringRun({ ...order, now: start }, (ledger) => {
    for (const n of [1, 2, 3]) ledger.addQuote(quote(n));
    ledger.arm(arming(1));
  });
  const made = await backUp({ ...order, folder: order.backupFolder, at: backupAt });
  if (!made.ok) throw new Error(made.error);
  await duringRun({ ...order, now: at(100) }, (ledger) => {
    ledger.settle(settlement(1, paid));
    ledger.arm(arming(2));
    ledger.settle(settlement(2, paid));
  });
  const staged = await stageRestore(order.file, made.value.file, 'live');
  if (!staged.ok) throw new Error(staged.error);
  return order;
}

const nobodyAnswered = (): never => {
  throw new Error('nobody has answered');
};

const settleOn = (ledger: Ledger): Settle => ({
  byReply: nobodyAnswered,
  byStoredReply: nobodyAnswered,
  byStatus: nobodyAnswered,
  byHand: nobodyAnswered,
  byOutcome: (of, outcome, actor) =>
    void ledger.settle({ payment: of.id, at: now, actor, outcome, by: 'reply' }),
});

describe('the ledger of a run', () => {
  it('is made with its folder where there is none, and is the same at the next run', async () => {
    const order = counter();
    await duringRun(order, (ledger) => ledger.addQuote(quote(1)));
    await duringRun(order, (ledger) => expect(ledger.events(quoteId(1))).toHaveLength(1));
    // Nothing to migrate, nothing to restore: nothing else is written.
    expect(fs.existsSync(order.backupFolder)).toBe(false);
  });

  it('is refused with the file it was about', async () => {
    const order = counter();
    await duringRun(order, () => undefined);
    expect(await openForRun({ ...order, kind: 'sandbox' })).toEqual({
      ok: false,
      error: { code: 'other-kind', found: 'live', file: order.file },
    });
  });
});

describe('a backup that was chosen', () => {
  it('takes the ledger’s place, and what it does not know is a gap, from the backup to the restart', async () => {
    const order = await aboutToRestore();
    await duringRun(order, (ledger) => {
      expect(ledger.payment(quoteId(1))?.state).toBe('sent');
      expect(ledger.payment(quoteId(2))).toBeUndefined();
      expect(ledger.openGaps()).toEqual([{ id: 1, from: backupAt, until: now }]);
    });
    // The one that was replaced stays, with its payments.
    const aside = fs
      .readdirSync(path.dirname(order.file))
      .find((name) => name.startsWith('ledger-replaced-'));
    const replaced = openLedger(path.join(path.dirname(order.file), aside ?? ''), 'live', now);
    expect(replaced.ok && replaced.value.payment(quoteId(2))?.state).toBe('paid');
    if (replaced.ok) replaced.value.close();
  });

  it('is one gap, also where the program died before it could say that the gap is noted', async () => {
    const order = await aboutToRestore();
    await duringRun(order, () => undefined);
    writeRestored(order.file, { archive: null, backupAt, restoredAt: now, replaced: null });
    await duringRun({ ...order, now: at(700) }, (ledger) => {
      expect(ledger.openGaps()).toHaveLength(1);
      ledger.closeGap(1, now, 'compared');
    });
    writeRestored(order.file, { archive: null, backupAt, restoredAt: now, replaced: null });
    await duringRun({ ...order, now: at(800) }, (ledger) => expect(ledger.openGaps()).toEqual([]));
    expect(fs.existsSync(restoreFiles(order.file).restored)).toBe(false);
  });

  it('has no quote that may still be paid, and no payment that is taken for under way', async () => {
    const order = await aboutToRestore();
    await duringRun(order, (ledger) => {
      recover({ ledger, clock: fakeClock(now), settle: settleOn(ledger) });
      for (const n of [2, 3]) {
        expect(ledger.arm(arming(n, { confirmed: ['gap:1'] }))).toEqual({
          ok: false,
          error: { code: 'quote-gone' },
        });
        expect(ledger.events(quoteId(n)).at(-1)).toMatchObject({ actor: 'recovery', to: 'expired' });
      }
      expect(ledger.payment(quoteId(1))?.state).toBe('unknown');
    });
  });

  it('makes every sale ask until the gap is put in order', async () => {
    const order = await aboutToRestore();
    await duringRun(order, (ledger) => {
      ledger.addQuote(quote(9));
      expect(ledger.arm(arming(9))).toMatchObject({ ok: false, error: { code: 'confirm-again' } });
      ledger.closeGap(1, now, 'compared with the statement');
      expect(ledger.arm(arming(9)).ok).toBe(true);
    });
  });

  it('that is damaged is not put in place: nothing is opened, and the next run has the old ledger', async () => {
    const order = await aboutToRestore();
    fs.truncateSync(restoreFiles(order.file).staged, 8192);
    const refused = await openForRun(order);
    expect(refused).toMatchObject({ ok: false, error: { code: 'restore-failed', file: order.file } });
    await duringRun(order, (ledger) => {
      expect(ledger.payment(quoteId(2))?.state).toBe('paid');
      expect(ledger.openGaps()).toEqual([]);
    });
  });
});

describe('a ledger of an older version', () => {
  /** Empty, of the second version. */
  function older(): Counter {
    const order = counter();
    fs.mkdirSync(path.dirname(order.file));
    const raw = new DatabaseSync(order.file);
    for (const step of migrations.slice(0, 2).flat()) if (typeof step === 'string') raw.exec(step);
    raw.exec(
      `PRAGMA application_id = 1280265044; PRAGMA user_version = 2; INSERT INTO meta VALUES (1, 'live', ${start})`,
    );
    raw.close();
    return order;
  }
  const versionOf = (file: string): unknown => {
    const raw = new DatabaseSync(file, { readOnly: true });
    onTestFinished(() => raw.close());
    return raw.prepare('PRAGMA user_version').get();
  };

  it('is backed up as it is before it is migrated', async () => {
    const order = older();
    await duringRun(order, (ledger) => ledger.addQuote(quote(1)));
    const names = fs.readdirSync(order.backupFolder);
    expect(names).toEqual(['loket-live-20180601-120000.db']);
    expect(versionOf(path.join(order.backupFolder, names[0] ?? ''))).toEqual({ user_version: 2 });
    expect(versionOf(order.file)).toEqual({ user_version: migrations.length });
    await duringRun({ ...order, now: at(700) }, () => undefined);
    expect(fs.readdirSync(order.backupFolder)).toHaveLength(1);
  });

  it('is not migrated where it cannot be backed up', async () => {
    const order = older();
    fs.writeFileSync(order.backupFolder, 'a file, not a folder');
    expect(await openForRun(order)).toMatchObject({
      ok: false,
      error: {
        code: 'unreadable',
        detail: expect.stringContaining('backup before the migration'),
        file: order.file,
      },
    });
    expect(versionOf(order.file)).toEqual({ user_version: 2 });
  });
});
