import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { describe, expect, it } from 'vitest';
import { frozenColumns } from '../../../electron/ledger/chain.ts';
import { rupiah } from '../../../shared/money.ts';
import { instant } from '../../../shared/time.ts';
import { aDay, dayOf } from './altered-ledger.ts';
import { arming, job, minutes, quoteId, start } from './documents.ts';
import { rawConnection } from './open-ledger.ts';

/** A ledger with something in every table, and a connection past all of the program's own rules. */
function aDayAndRaw(): DatabaseSyncInstance {
  const { file, ledger } = aDay();
  ledger.addLook(quoteId(dayOf.unknown), { at: start, finding: { kind: 'amounts' } });
  ledger.addGap(start, instant(start + minutes(1)));
  ledger.addGap(start, instant(start + minutes(2)));
  ledger.closeGap(1, start, 'compared with the statement');
  ledger.printJobs.add(job(1, quoteId(dayOf.paid)));
  const by = { at: start, person: 'Sri' };
  ledger.till.open({ ...by, day: arming(1).day, float: rupiah(100_000) });
  ledger.till.move({ ...by, kind: 'in', amount: rupiah(5000), reason: 'uang kecil' });
  ledger.till.close({ ...by, count: {} });
  ledger.till.open({ ...by, day: arming(1).day, float: rupiah(0) });
  return rawConnection(file);
}

describe('what is written once', () => {
  it.each(['event', 'exchange', 'look', 'print_event', 'cash_entry'])(
    'in %s is neither edited nor removed, by nobody',
    (table) => {
      const raw = aDayAndRaw();
      expect(() => raw.exec(`UPDATE ${table} SET at = at + 1`)).toThrow(/append-only/);
      expect(() => raw.exec(`DELETE FROM ${table}`)).toThrow(/append-only/);
    },
  );

  it.each(['id', ...frozenColumns])('of a payment is not edited: %s', (column) => {
    const raw = aDayAndRaw();
    expect(() => raw.exec(`UPDATE payment SET ${column} = ${column}`)).toThrow(/a payment is frozen/);
  });

  it.each(['id', 'document', 'expires_at'])('of a quote is not edited: %s', (column) => {
    const raw = aDayAndRaw();
    expect(() => raw.exec(`UPDATE quote SET ${column} = ${column}`)).toThrow(/a quote is frozen/);
  });

  it.each([
    'seq',
    'id',
    'payment',
    'kind',
    'report',
    'shift',
    'copy',
    'printer',
    'profile',
    'document',
    'bytes',
  ])('of a print job is not edited: %s', (column) => {
    const raw = aDayAndRaw();
    expect(() => raw.exec(`UPDATE print_job SET ${column} = ${column}`)).toThrow(/a print job is frozen/);
  });

  it.each([
    ['payment', /a payment is frozen/],
    ['print_job', /a print job is frozen/],
    ['quote', /a quote is frozen/],
    ['gap', /gaps are kept/],
    ['shift', /a shift is frozen/],
    ['z_report', /Z reports are kept/],
  ])('as a %s is not removed', (table, refusal) => {
    const raw = aDayAndRaw();
    expect(() => raw.exec(`DELETE FROM ${table}`)).toThrow(refusal);
  });

  it.each(['number', 'opened_at', 'opened_by', 'business_day', 'opening'])(
    'of a shift is not edited: %s',
    (column) => {
      const raw = aDayAndRaw();
      expect(() => raw.exec(`UPDATE shift SET ${column} = ${column}`)).toThrow(/a shift is frozen/);
    },
  );

  it('of a Z report is not edited at all', () => {
    const raw = aDayAndRaw();
    expect(() => raw.exec('UPDATE z_report SET at = at')).toThrow(/Z reports are kept/);
  });

  it('as a closed shift is not opened again, and nothing is added to it', () => {
    const raw = aDayAndRaw();
    expect(() => raw.exec('UPDATE shift SET closed = 0 WHERE number = 1')).toThrow(/a shift is frozen/);
    const add = (shift: number): string =>
      `INSERT INTO cash_entry (shift, at, kind, amount, reason) VALUES (${shift}, 1, 'in', 1, 'x')`;
    expect(() => raw.exec(add(1))).toThrow(/nothing is added to a closed shift/);
    expect(() => raw.exec(add(99))).toThrow(/nothing is added to a closed shift/);
    expect(() => raw.exec(add(2))).not.toThrow();
  });

  it('over a closed gap is not written over', () => {
    const raw = aDayAndRaw();
    expect(() => raw.exec("UPDATE gap SET note = 'other' WHERE id = 1")).toThrow(/gaps are kept/);
    expect(() => raw.exec("UPDATE gap SET closed_at = 1, note = 'other' WHERE id = 2")).not.toThrow();
  });
});

describe('what cannot be', () => {
  it.each([
    ['a problem that is none', "UPDATE print_job SET state = 'printed', problem = 'stalled'"],
    ['trouble that has no name', "UPDATE print_job SET state = 'failed', problem = NULL"],
    ['a paper that is queued and waits for a person', 'UPDATE print_job SET waits = 1'],
    ['a paper that the queue has asked for', "UPDATE print_job SET asked_by = 'queue'"],
    [
      'a second open shift',
      "INSERT INTO shift (opened_at, opened_by, business_day, opening) VALUES (1, '', '', 0)",
    ],
    [
      'cash of no amount',
      "INSERT INTO cash_entry (shift, at, kind, amount, reason) VALUES (2, 1, 'in', 0, 'x')",
    ],
    ['cash out without a reason', "INSERT INTO cash_entry (shift, at, kind, amount) VALUES (2, 1, 'out', 1)"],
    ['a sale of no payment', "INSERT INTO cash_entry (shift, at, kind, amount) VALUES (2, 1, 'sale', 1)"],
    [
      'a print event of nothing',
      "INSERT INTO print_event (at, actor, event) VALUES (1, 'counter', 'drawer-opened')",
    ],
  ])('is not in the file, whoever writes it: %s', (_what, sql) => {
    const raw = aDayAndRaw();
    expect(() => raw.exec(sql)).toThrow(/CHECK|UNIQUE/);
  });

  it('is a list of a payment, and a receipt of none', () => {
    const raw = aDayAndRaw();
    const copied = (payment: string, kind: string): string =>
      `INSERT INTO print_job SELECT 99, 'x', ${payment}, ${kind}, copy, printer, profile, document, bytes, asked_at, asked_by,
         state, problem, waits, NULL, NULL FROM print_job`;
    expect(() => raw.exec(copied('payment', "'report'"))).toThrow(/CHECK/);
    expect(() => raw.exec(copied('NULL', 'kind'))).toThrow(/CHECK/);
    expect(() => raw.exec(copied('NULL', "'report'"))).not.toThrow();
  });
});
