import fs from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, it } from 'vitest';
import { inTransaction, openDatabase } from '../../../electron/ledger/database.ts';
import { migrations } from '../../../electron/ledger/schema.ts';
import { ledgerKinds } from '../../../shared/ledger-kind.ts';
import { arming, quote, start } from './documents.ts';
import { newLedger, rawConnection } from './open-ledger.ts';
import { tempFolder } from './temp-folder.ts';

const newFile = (): string => path.join(tempFolder(), 'ledger.db');

function opened(file: string) {
  const result = openDatabase(file, 'live', start);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

/** Every byte of a ledger: the file and what SQLite keeps beside it. */
const bytesOf = (file: string): Record<string, string> =>
  Object.fromEntries(
    fs
      .readdirSync(path.dirname(file))
      .toSorted()
      .map((name) => [name, fs.readFileSync(path.join(path.dirname(file), name)).toString('base64')]),
  );

describe('a ledger’s file', () => {
  it('is written ahead and synchronised at every commit, and its references are enforced', () => {
    const database = opened(newFile());
    expect(database.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 });
    expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    expect(database.prepare('PRAGMA foreign_keys').get()).toEqual({ foreign_keys: 1 });
    database.close();
  });

  it('says after a real write that it is synchronised, also when it is opened again', () => {
    const file = newFile();
    opened(file).close();
    const database = opened(file);
    database.exec('UPDATE meta SET born_at = born_at');
    expect(database.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 });
    database.close();
  });

  it('has the version of its newest migration and passes SQLite’s own check', () => {
    const { file } = newLedger();
    const raw = rawConnection(file);
    expect(raw.prepare('PRAGMA user_version').get()).toEqual({ user_version: migrations.length });
    expect(raw.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
    expect(raw.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
  });

  it('has STRICT tables only, so that no amount is ever stored as a fraction or a text', () => {
    const raw = rawConnection(newLedger().file);
    const tables = raw.prepare("SELECT name, strict FROM pragma_table_list WHERE schema = 'main'").all();
    const lax = (tables as { name: string; strict: number }[])
      .filter(({ name, strict }) => !name.startsWith('sqlite_') && strict === 0)
      .map(({ name }) => name);
    expect(tables.length).toBeGreaterThan(4);
    expect(lax).toEqual([]);
  });

  it('remembers when it was born, however often it is opened', () => {
    const file = newFile();
    opened(file).close();
    const again = openDatabase(file, 'live', quote(1).expiresAt);
    expect(again.ok).toBe(true);
    if (again.ok) {
      expect(again.value.prepare('SELECT born_at FROM meta').all()).toEqual([{ born_at: start }]);
      again.value.close();
    }
  });
});

describe('a file that is not opened', () => {
  it.each(
    ledgerKinds.flatMap((born) =>
      ledgerKinds.filter((asked) => asked !== born).map((asked) => [born, asked] as const),
    ),
  )('born %s and asked for as %s is refused by name', (born, asked) => {
    const file = newFile();
    const first = openDatabase(file, born, start);
    if (first.ok) first.value.close();
    expect(openDatabase(file, asked, start)).toEqual({
      ok: false,
      error: { code: 'other-kind', found: born },
    });
    const again = openDatabase(file, born, start);
    expect(again.ok).toBe(true);
    if (again.ok) again.value.close();
  });

  it('of another kind is not changed by a byte', () => {
    const file = newFile();
    opened(file).close();
    const before = bytesOf(file);
    expect(openDatabase(file, 'training', start).ok).toBe(false);
    expect(bytesOf(file)).toEqual(before);
  });

  it('of a newer program is refused by its version and not changed by a byte', () => {
    const file = newFile();
    opened(file).close();
    const raw = new DatabaseSync(file);
    raw.exec(`PRAGMA user_version = ${migrations.length + 1}`);
    raw.close();
    const before = bytesOf(file);
    expect(openDatabase(file, 'live', start)).toEqual({
      ok: false,
      error: { code: 'newer-version', version: migrations.length + 1 },
    });
    expect(bytesOf(file)).toEqual(before);
  });

  it.each([
    [
      'no database at all',
      Buffer.from('not a database, but long enough to be taken for one by its size'.repeat(20)),
    ],
    ['a header and nothing behind it', Buffer.from('SQLite format 3\0')],
  ])('holding %s is refused and left as it is', (_what, content) => {
    const file = newFile();
    fs.writeFileSync(file, content);
    const result = openDatabase(file, 'live', start);
    expect(result.ok ? undefined : result.error.code).toBe('corrupt');
    expect(fs.readFileSync(file).equals(content)).toBe(true);
  });

  it('of another program is refused and not changed by a byte', () => {
    const file = newFile();
    const other = new DatabaseSync(file);
    other.exec("CREATE TABLE meta (kind TEXT); INSERT INTO meta VALUES ('live')");
    other.close();
    const before = bytesOf(file);
    expect(openDatabase(file, 'live', start)).toEqual({ ok: false, error: { code: 'not-a-ledger' } });
    expect(bytesOf(file)).toEqual(before);
  });

  it('whose first page was overwritten is refused and left as it is, never made anew', () => {
    const { file, ledger, close } = newLedger('live');
    ledger.addQuote(quote(1));
    expect(ledger.arm(arming(1)).ok).toBe(true);
    close();
    const bytes = fs.readFileSync(file);
    bytes.fill(0xff, 100, 400);
    fs.writeFileSync(file, bytes);
    const result = openDatabase(file, 'live', start);
    expect(result.ok ? undefined : result.error.code).toBe('corrupt');
    expect(fs.readFileSync(file).equals(bytes)).toBe(true);
  });

  it('that is a folder is refused', () => {
    const result = openDatabase(tempFolder(), 'live', start);
    expect(result.ok ? undefined : result.error.code).toBe('unreadable');
  });
});

describe('a transaction', () => {
  it('leaves nothing behind when its work throws, and the next one works', () => {
    const database = opened(newFile());
    database.exec('CREATE TABLE scratch (n INTEGER) STRICT');
    expect(() =>
      inTransaction(database, () => {
        database.exec('INSERT INTO scratch VALUES (1)');
        throw new Error('in the middle');
      }),
    ).toThrow('in the middle');
    expect(database.prepare('SELECT * FROM scratch').all()).toEqual([]);
    expect(inTransaction(database, () => database.prepare('SELECT 2 AS n').get())).toEqual({ n: 2 });
    expect(database.isTransaction).toBe(false);
    database.close();
  });

  it('is seen by another connection the moment it returns, and not before', () => {
    const file = newFile();
    const database = opened(file);
    database.exec('CREATE TABLE scratch (n INTEGER) STRICT');
    const other = rawConnection(file);
    inTransaction(database, () => {
      database.exec('INSERT INTO scratch VALUES (1)');
      expect(other.prepare('SELECT * FROM scratch').all()).toEqual([]);
    });
    expect(other.prepare('SELECT * FROM scratch').all()).toEqual([{ n: 1 }]);
    database.close();
  });
});
