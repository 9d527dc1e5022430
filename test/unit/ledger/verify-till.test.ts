import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { describe, expect, it } from 'vitest';
import { alter, alterationIn } from './altered-ledger.ts';
import { quoteId } from './documents.ts';
import { newLedger } from './open-ledger.ts';
import { keepThreeShifts } from './till-day.ts';

/** Such a drawer's book in a file. */
function threeShifts(): string {
  const { file, ledger, close } = newLedger('live');
  keepThreeShifts(ledger);
  close();
  return file;
}

const run = (sql: string) => (raw: DatabaseSyncInstance) => raw.exec(sql);

const attacks: readonly (readonly [string, (raw: DatabaseSyncInstance) => void])[] = [
  [
    'a Z report that was edited',
    run("UPDATE z_report SET document = json_set(document, '$.counted', 1) WHERE number = 1"),
  ],
  ['a Z report that is none any more', run("UPDATE z_report SET document = '{' WHERE number = 2")],
  ['a Z report that was moved to another time', run('UPDATE z_report SET at = at + 1 WHERE number = 1')],
  ['a Z report that was removed', run('DELETE FROM z_report WHERE number = 1')],
  ['the last Z report, removed', run('DELETE FROM z_report WHERE number = 2')],
  [
    'the last Z report and its shift, removed',
    run('DELETE FROM z_report WHERE number = 2; DELETE FROM shift WHERE number >= 2'),
  ],
  [
    'two Z reports that were swapped',
    run(
      'UPDATE z_report SET number = 9 WHERE number = 1; UPDATE z_report SET number = 1 WHERE number = 2; UPDATE z_report SET number = 2 WHERE number = 9',
    ),
  ],
  ['a shift that was removed', run('DELETE FROM shift WHERE number = 3')],
  [
    'a closed shift that was opened again',
    run('UPDATE shift SET closed = 1 WHERE number = 3; UPDATE shift SET closed = 0 WHERE number = 1'),
  ],
  ['a shift’s float that was edited', run('UPDATE shift SET opening = opening + 1 WHERE number = 1')],
  ['a shift that somebody else opened', run("UPDATE shift SET opened_by = 'Budi' WHERE number = 1")],
  ['a shift of another day', run("UPDATE shift SET business_day = '2018-06-02' WHERE number = 2")],
  [
    'cash out of a closed shift that was made more',
    run("UPDATE cash_entry SET amount = amount + 1 WHERE kind = 'out'"),
  ],
  ['cash out with another reason', run("UPDATE cash_entry SET reason = 'setor bank' WHERE kind = 'out'")],
  [
    'cash in that somebody else put there',
    run("UPDATE cash_entry SET person = 'Budi' WHERE kind = 'in' AND shift = 1"),
  ],
  [
    'cash in that was turned into cash out',
    run("UPDATE cash_entry SET kind = 'out' WHERE kind = 'in' AND shift = 1"),
  ],
  [
    'cash in that was moved to another shift',
    run("UPDATE cash_entry SET shift = 2 WHERE kind = 'in' AND shift = 1"),
  ],
  [
    'cash that was put into a closed shift',
    run("INSERT INTO cash_entry (shift, at, kind, amount, reason) VALUES (1, 1, 'out', 1, 'x')"),
  ],
  [
    'the last line of the drawer’s book, removed',
    run('DELETE FROM cash_entry WHERE seq = (SELECT max(seq) FROM cash_entry)'),
  ],
  ['a line of a closed shift, removed', run("DELETE FROM cash_entry WHERE kind = 'out'")],
  [
    'the cash of a payment in the open shift that was made less',
    run('UPDATE cash_entry SET amount = amount - 1 WHERE shift = 3'),
  ],
  [
    'cash in of the open shift that was made more',
    run("UPDATE cash_entry SET amount = amount + 1 WHERE kind = 'in' AND shift = 3"),
  ],
  [
    'the float of the open shift that was edited',
    run('UPDATE shift SET opening = opening + 1 WHERE number = 3'),
  ],
  [
    'cash that was kept for a payment refused at once',
    run(`UPDATE cash_entry SET payment = '${quoteId(3)}' WHERE payment = '${quoteId(5)}'`),
  ],
  ['cash given back that nobody noted', run('DELETE FROM owed')],
  ['cash owed for a payment that is paid', run(`INSERT INTO owed VALUES ('${quoteId(5)}')`)],
];

describe('a drawer’s book that was written by this program alone', () => {
  it('is found whole', () => {
    expect(alterationIn(threeShifts())).toBeUndefined();
  });
});

describe.each(attacks)('%s', (_what, by) => {
  it('is found by the check of the whole, at an event that there is', () => {
    const file = threeShifts();
    alter(file, by);
    const found = alterationIn(file);
    expect(found?.what).toBe('till');
    expect(found?.seq).toBeGreaterThan(0);
  });
});
