import { DatabaseSync } from '@photostructure/sqlite';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultBehind } from '../../../electron/ledger/sqlite-fault.ts';
import { newLedger, rawConnection } from './open-ledger.ts';

const thrownBy = (work: () => unknown): unknown => {
  try {
    work();
    return 'nothing';
  } catch (error) {
    return error;
  }
};

describe('the fault behind an error', () => {
  it('is read from what this SQLite really throws', () => {
    const { file } = newLedger();
    const [one, other] = [rawConnection(file), new DatabaseSync(file, { timeout: 0 })];
    one.exec('BEGIN IMMEDIATE');
    expect(faultBehind(thrownBy(() => other.exec('BEGIN IMMEDIATE')))).toBe('locked');
    one.exec('ROLLBACK');
    other.close();
    const reader = new DatabaseSync(file, { readOnly: true });
    expect(faultBehind(thrownBy(() => reader.exec('DELETE FROM gap')))).toBe('read-only');
    reader.close();
    one.exec('PRAGMA max_page_count = 1');
    expect(faultBehind(thrownBy(() => one.exec('CREATE TABLE t AS SELECT randomblob(9000)')))).toBe(
      'disk-full',
    );
  });

  it('is none where a rule of the schema, the words of a statement or a bug is behind it', () => {
    const raw = rawConnection(newLedger().file);
    const errors = [
      thrownBy(() => raw.exec('INSERT INTO meta SELECT * FROM meta')),
      thrownBy(() => raw.exec('SELECT * FROM nothing')),
      thrownBy(() => raw.exec("UPDATE chain SET seq = 'x'")),
      new TypeError('a bug'),
    ];
    expect(errors.map(faultBehind)).toEqual(errors.map(() => undefined));
  });

  it('is never guessed from anything else that is thrown', () => {
    fc.assert(fc.property(fc.anything(), (thrown) => faultBehind(thrown) === undefined));
  });
});
