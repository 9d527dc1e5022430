import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { LedgerWriteError } from '../../../electron/ledger/ledger.ts';
import { openLedger } from '../../../electron/ledger/sqlite-ledger.ts';
import { createWriter } from '../../../electron/ledger/writer.ts';
import { instant } from '../../../shared/time.ts';
import { arming, job, jobId, paid, quote, quoteId, reply, settlement, start } from './documents.ts';
import { countRows, newLedger, rawConnection } from './open-ledger.ts';

/** What SQLite throws where `code` is its result. */
const sqliteError = (code: number): Error =>
  Object.assign(new Error('from SQLite'), {
    code: 'ERR_SQLITE_ERROR',
    errcode: code,
    sqliteCode: code & 0xff,
  });

/** The code of the ledger's own error, `none`, or the words of any other. */
const faultOf = (work: () => unknown): string => {
  try {
    work();
    return 'none';
  } catch (error) {
    return error instanceof LedgerWriteError ? error.code : String(error);
  }
};

function scratch() {
  const database = new DatabaseSync(':memory:');
  database.exec('CREATE TABLE scratch (n INTEGER) STRICT');
  onTestFinished(() => database.close());
  const rows = (): unknown => database.prepare('SELECT n FROM scratch').all();
  return { database, write: createWriter(database), rows };
}

describe('a ledger that another program holds', () => {
  it('says “locked” from every write, has nothing of it, and works again afterwards', async () => {
    const { file, ledger } = newLedger();
    for (const n of [1, 2]) ledger.addQuote(quote(n));
    ledger.arm(arming(1));
    ledger.settle(settlement(1, paid, { job: job(1, quoteId(1)) }));
    ledger.addGap(start, start);
    const before = countRows(file);
    const script = path.join(import.meta.dirname, 'hold-ledger.ts');
    const holder = spawn(process.execPath, ['--import', 'tsx', script, file], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    onTestFinished(() => void holder.kill());
    await once(holder.stdout, 'data');
    const writes = [
      () => ledger.addQuote(quote(3)),
      () => ledger.arm(arming(2)),
      () => ledger.recordReply(quoteId(1), reply('one'), start),
      () => ledger.settle(settlement(1, paid)),
      () => ledger.expireQuotes(start),
      () => ledger.recordStatus(quoteId(1), { request: 'x', reply: reply('y') }, start),
      () => ledger.addLook(quoteId(1), { at: start, finding: { kind: 'amounts' } }),
      () => ledger.printJobs.add(job(2, quoteId(1))),
      () => ledger.printJobs.setStatus(jobId(1), { state: 'printed', problem: null }, start),
      () => ledger.printJobs.askAgain(jobId(1), start),
      () => ledger.printJobs.answer(jobId(1), 'came-out', start),
      () => ledger.printJobs.replace(jobId(1), 'left', job(3, quoteId(1), { copy: 1 })),
      () => ledger.printJobs.noteDrawer(quoteId(1), start),
      () => ledger.addGap(start, instant(start + 1)),
      () => ledger.closeGap(1, start, 'note'),
      () => ledger.noteVerified({ seq: 1, hash: 'x' }),
      () => ledger.noteAltered(1),
    ];
    expect(writes.map(faultOf)).toEqual(writes.map(() => 'locked'));
    // Reading goes on.
    expect(ledger.payment(quoteId(1))?.state).toBe('paid');
    holder.stdin.write('go\n');
    await once(holder, 'exit');
    expect(countRows(file)).toEqual(before);
    expect(ledger.openGaps()).toHaveLength(1);
    expect(ledger.arm(arming(2, { confirmed: ['gap:1'] })).ok).toBe(true);
  });

  it('is waited for while it is only a moment', () => {
    const { file, ledger } = newLedger();
    const raw = rawConnection(file);
    expect(raw.prepare('PRAGMA busy_timeout').get()).toBeDefined();
    raw.exec('BEGIN');
    raw.prepare('SELECT * FROM quote').all();
    // A reader keeps nobody waiting at all.
    expect(faultOf(() => ledger.addQuote(quote(1)))).toBe('none');
  });

  it('is not opened, and is not taken for damaged', () => {
    const { file, close } = newLedger('live');
    close();
    const raw = rawConnection(file);
    raw.exec('BEGIN IMMEDIATE');
    expect(openLedger(file, 'live', start)).toEqual({ ok: false, error: { code: 'locked' } });
    raw.exec('ROLLBACK');
    const opened = openLedger(file, 'live', start);
    expect(opened.ok).toBe(true);
    if (opened.ok) opened.value.close();
  });
});

describe('a writer', () => {
  it.each([
    ['io', 10],
    ['io', 14],
    ['corrupt', 11],
    ['corrupt', 26],
    // The upper bytes say where: an fsync that failed, an index that is damaged.
    ['io', 10 + (4 << 8)],
    ['corrupt', 11 + (3 << 8)],
  ] as const)('writes nothing any more after %s (SQLite’s %i)', (fault, code) => {
    const { database, write, rows } = scratch();
    expect(
      faultOf(() =>
        write(() => {
          database.exec('INSERT INTO scratch VALUES (1)');
          throw sqliteError(code);
        }),
      ),
    ).toBe(fault);
    let ran = false;
    expect(faultOf(() => write(() => (ran = true)))).toBe('stopped');
    expect(faultOf(() => write(() => (ran = true)))).toBe('stopped');
    expect(ran).toBe(false);
    expect(rows()).toEqual([]);
  });

  it.each([
    ['disk-full', 13],
    ['locked', 5],
    ['locked', 6],
    ['locked', 15],
    ['read-only', 8],
    ['read-only', 8 + (4 << 8)],
  ] as const)('undoes what was begun and goes on after %s (SQLite’s %i)', (fault, code) => {
    const { database, write, rows } = scratch();
    const insert = (): void => database.exec('INSERT INTO scratch VALUES (1)');
    expect(
      faultOf(() =>
        write(() => {
          insert();
          throw sqliteError(code);
        }),
      ),
    ).toBe(fault);
    expect(rows()).toEqual([]);
    expect(faultOf(() => write(insert))).toBe('none');
    expect(rows()).toEqual([{ n: 1 }]);
  });

  it('passes on what is nobody’s fault but the program’s, and goes on', () => {
    const { database, write, rows } = scratch();
    const bug = new Error('a bug');
    expect(() =>
      write(() => {
        database.exec('INSERT INTO scratch VALUES (1)');
        throw bug;
      }),
    ).toThrow(bug);
    expect(() => write(() => database.exec("INSERT INTO scratch VALUES ('x')"))).toThrow(/cannot store/);
    expect(faultOf(() => write(() => database.exec('INSERT INTO scratch VALUES (2)')))).toBe('none');
    expect(rows()).toEqual([{ n: 2 }]);
  });

  it('says what was behind it', () => {
    const { write } = scratch();
    const cause = sqliteError(13);
    const failing = (): void =>
      write(() => {
        throw cause;
      });
    expect(failing).toThrow(expect.objectContaining({ code: 'disk-full', cause }));
  });
});
