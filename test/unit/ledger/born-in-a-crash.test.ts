import fs from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, it } from 'vitest';
import { migrate } from '../../../electron/ledger/database.ts';
import { openForRun } from '../../../electron/ledger/open-for-run.ts';
import { start } from './documents.ts';
import { tempFolder } from './temp-folder.ts';

/** What a kill leaves of a file in the middle of its first transaction: pages written, and the journal to undo them. */
function leftByKill(): string {
  const folder = tempFolder();
  const dying = new DatabaseSync(path.join(folder, 'dying.db'));
  dying.exec('PRAGMA user_version = 0; CREATE TABLE first (x); PRAGMA cache_size = 1; BEGIN IMMEDIATE');
  dying.exec('CREATE TABLE second (x)');
  const insert = dying.prepare('INSERT INTO first VALUES (?)');
  for (let row = 0; row < 200; row += 1) insert.run('x'.repeat(1000));
  const file = path.join(folder, 'ledger.db');
  fs.copyFileSync(path.join(folder, 'dying.db'), file);
  fs.copyFileSync(path.join(folder, 'dying.db-journal'), `${file}-journal`);
  dying.close();
  return file;
}

describe('a ledger whose birth was cut off', () => {
  it('by a kill leaves a journal that is undone, and never a program that does not open', async () => {
    const folder = tempFolder();
    const order = {
      file: path.join(folder, 'ledger.db'),
      kind: 'live',
      backupFolder: folder,
      now: start,
    } as const;
    // Begun and not committed: there is a file with a header, a journal that is hot, and no table.
    const dying = new DatabaseSync(order.file);
    dying.exec('PRAGMA cache_size = 1; BEGIN IMMEDIATE; CREATE TABLE meta (x)');
    const insert = dying.prepare('INSERT INTO meta VALUES (?)');
    for (let row = 0; row < 200; row += 1) insert.run('x'.repeat(1000));
    const left = path.join(tempFolder(), 'ledger.db');
    fs.copyFileSync(order.file, left);
    fs.copyFileSync(`${order.file}-journal`, `${left}-journal`);
    dying.close();
    const opened = await openForRun({ ...order, file: left });
    expect(opened.ok ? 'open' : opened.error.code).toBe('open');
    if (opened.ok) opened.value.close();
  });

  it('with another program’s tables in it is still refused, by its own name', async () => {
    const file = leftByKill();
    const opened = await openForRun({ file, kind: 'live', backupFolder: path.dirname(file), now: start });
    expect(opened.ok ? 'open' : opened.error.code).toBe('not-a-ledger');
  });

  it('between two steps of an earlier program, which had a version and no kind, is born now', async () => {
    const file = path.join(tempFolder(), 'ledger.db');
    const dying = new DatabaseSync(file);
    migrate(dying, 0, undefined, 1);
    dying.close();
    const opened = await openForRun({ file, kind: 'live', backupFolder: path.dirname(file), now: start });
    expect(opened.ok ? opened.value.kind : opened.error.code).toBe('live');
    if (opened.ok) opened.value.close();
  });

  it('is all there or not at all, wherever it is cut off', () => {
    const database = new DatabaseSync(path.join(tempFolder(), 'ledger.db'));
    const cutOff = () => migrate(database, 0, () => expect.fail('cut off'));
    expect(cutOff).toThrow('cut off');
    expect(database.prepare('SELECT count(*) AS tables FROM sqlite_schema').get()).toEqual({ tables: 0 });
    expect(database.prepare('PRAGMA user_version').get()).toEqual({ user_version: 0 });
    database.close();
  });
});
