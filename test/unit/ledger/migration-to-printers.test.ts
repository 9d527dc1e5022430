import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { describe, expect, it } from 'vitest';
import type { StoredPrintJob } from '../../../electron/ledger/ledger.ts';
import { migrations } from '../../../electron/ledger/schema.ts';
import { printerProfileSchema } from '../../../shared/printing/printer-profile.ts';
import { alterationIn } from './altered-ledger.ts';
import { job, jobId, minutes, paid, quoteId, start, unknown } from './documents.ts';
import { addPayment, emptyFormer, opened, openHere, settleFormer, toThirdVersion } from './former-ledger.ts';
import { rawConnection } from './open-ledger.ts';
import { printHistory } from './print-history.ts';

const modes = { fontB: true, bold: true, doubleHeight: true, doubleWidth: true, underline: true };
const rest = {
  feedLines: 4,
  codePage: 0,
  modes,
  swallowsLineFeedAfterPicture: false,
  drawer: null,
  asksStatus: true,
} as const;
/** What the two papers of former jobs were, whatever becomes of the printers of today. */
const profiles = {
  '58mm': { model: '58mm', columns: { A: 32, B: 42 }, widthDots: 384, cutter: 'none', ...rest },
  '80mm': { model: '80mm', columns: { A: 48, B: 64 }, widthDots: 576, cutter: 'gs-v', ...rest },
} as const;

interface Former {
  readonly payment: number;
  readonly kind?: 'receipt' | 'interim';
  readonly copy?: number;
  readonly paper?: '58mm' | '80mm';
  readonly is: readonly [state: string, problem: string | null];
  readonly becomes: readonly [state: StoredPrintJob['state'], problem: StoredPrintJob['problem']];
  readonly waits?: boolean;
}

/** Payments 1 to 8 are paid, 9 is not known. The n-th is the n-th job. */
const former: readonly Former[] = [
  { payment: 1, is: ['printed', null], becomes: ['printed', null] },
  { payment: 1, copy: 1, is: ['sent', null], becomes: ['sent', null], paper: '80mm' },
  { payment: 2, is: ['queued', null], becomes: ['failed', 'no-printer'], waits: true },
  { payment: 3, is: ['sending', null], becomes: ['uncertain', 'broken-off'], waits: true, paper: '80mm' },
  { payment: 4, is: ['failed', 'unreachable'], becomes: ['failed', 'no-printer'], waits: true },
  { payment: 5, is: ['uncertain', 'stalled'], becomes: ['uncertain', 'stalled'] },
  // A copy stands for it, whatever came of that.
  { payment: 6, is: ['failed', 'stalled'], becomes: ['failed', 'no-printer'] },
  { payment: 6, copy: 1, is: ['printed', null], becomes: ['printed', null] },
  { payment: 7, is: ['sending', null], becomes: ['uncertain', 'broken-off'] },
  { payment: 7, copy: 1, is: ['queued', null], becomes: ['failed', 'no-printer'], waits: true },
  // The receipt that came later is another paper.
  {
    payment: 8,
    kind: 'interim',
    is: ['failed', 'unreachable'],
    becomes: ['failed', 'no-printer'],
    waits: true,
  },
  { payment: 8, is: ['printed', null], becomes: ['printed', null] },
  { payment: 9, kind: 'interim', is: ['uncertain', 'broken-off'], becomes: ['uncertain', 'broken-off'] },
  {
    payment: 9,
    kind: 'interim',
    copy: 1,
    is: ['queued', null],
    becomes: ['failed', 'no-printer'],
    waits: true,
  },
];
const bytesOf = (n: number): Uint8Array => new Uint8Array([0x1b, 0x40, n, 0, 255, 10]);

/** A ledger of the third version with a job in every state that there was, and its connection. */
function thirdVersion(): { readonly file: string; readonly raw: DatabaseSyncInstance } {
  const { file, raw } = emptyFormer(2);
  for (const n of [1, 2, 3, 4, 5, 6, 7, 8]) {
    addPayment(raw, n);
    settleFormer(raw, n, paid);
  }
  addPayment(raw, 9);
  settleFormer(raw, 9, unknown);
  toThirdVersion(raw);
  const insert = raw.prepare(
    'INSERT INTO print_job (id, payment, kind, copy, paper, bytes, state, problem) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  for (const [index, { payment, kind = 'receipt', copy = 0, paper = '58mm', is }] of former.entries())
    insert.run(jobId(index + 1), quoteId(payment), kind, copy, paper, bytesOf(index + 1), ...is);
  return { file, raw };
}

function thirdVersionFile(): string {
  const { file, raw } = thirdVersion();
  raw.close();
  return file;
}

const settledAt = (payment: number): number => start + minutes(payment) + 5000;

describe('a ledger of the third version', () => {
  it('keeps every job, what was printed and in which order, and says of each what is known', () => {
    const { printJobs } = opened(thirdVersionFile());
    for (const [index, of] of former.entries()) {
      const { payment, kind = 'receipt', copy = 0, paper = '58mm', becomes } = of;
      const isFirst = kind === 'receipt' && copy === 0;
      expect(printJobs.find(jobId(index + 1))).toEqual({
        id: jobId(index + 1),
        payment: quoteId(payment),
        kind,
        copy,
        printer: '',
        profile: profiles[paper],
        document: '',
        bytes: bytesOf(index + 1),
        // Asked for when it was settled, or, as the slip of one that was not, sent.
        askedAt: kind === 'interim' ? start + minutes(payment) : settledAt(payment),
        askedBy: isFirst ? 'counter' : 'cashier',
        state: becomes[0],
        problem: becomes[1],
      });
    }
    expect(printJobs.latestOf(quoteId(7))?.id).toBe(jobId(10));
    expect(printJobs.latestOf(quoteId(8))?.id).toBe(jobId(12));
    expect(printJobs.latestOf(quoteId(8), 'interim')?.id).toBe(jobId(11));
  });

  it('asks a person only for what was on its way, and prints nothing by itself', () => {
    const { printJobs } = opened(thirdVersionFile());
    const waiting = former.flatMap(({ waits = false }, index) => (waits ? [jobId(index + 1)] : []));
    expect(printJobs.waiting(100).map(({ id }) => id)).toEqual(waiting);
    expect(printJobs.countWaiting()).toBe(waiting.length);
    expect(printJobs.inState('queued')).toEqual([]);
    expect(printJobs.inState('sending')).toEqual([]);
    for (const printer of ['', 'screen', 'file', 'network']) expect(printJobs.next(printer)).toBeUndefined();
  });

  it('knows nothing of what happened to its papers before, and tells what happens from now on', () => {
    const file = thirdVersionFile();
    const { printJobs } = opened(file);
    for (const payment of [1, 2, 3, 9]) expect(printHistory(file, quoteId(payment))).toEqual([]);
    const at = job(1, null).askedAt;
    printJobs.answer(jobId(4), 'came-out', at);
    printJobs.add(job(20, quoteId(2), { copy: 1 }));
    expect(printHistory(file, quoteId(3)).map(({ event }) => event)).toEqual(['came-out']);
    expect(printHistory(file, quoteId(2)).map(({ event }) => event)).toEqual(['made']);
    expect(printJobs.find(jobId(4))).toMatchObject({ state: 'printed', problem: null });
    // The copy stands for it.
    expect(printJobs.waiting(100).map(({ id }) => id)).not.toContain(jobId(3));
  });

  it('goes on counting where it was, and passes SQLite’s own checks, its references too', () => {
    const file = thirdVersionFile();
    opened(file).printJobs.add(job(20, null, { kind: 'open-payments' }));
    const raw = rawConnection(file);
    expect(raw.prepare('SELECT seq, id FROM print_job ORDER BY seq').all()).toEqual([
      ...former.map((_each, index) => ({ seq: index + 1, id: jobId(index + 1) })),
      { seq: former.length + 1, id: jobId(20) },
    ]);
    expect(raw.prepare('PRAGMA user_version').get()).toEqual({ user_version: migrations.length });
    expect(raw.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
    expect(raw.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
    expect(alterationIn(file)).toBeUndefined();
  });

  it('has jobs and a history that nobody edits', () => {
    const file = thirdVersionFile();
    const { printJobs } = opened(file);
    printJobs.noteDrawer(quoteId(1), job(1, null).askedAt);
    const raw = rawConnection(file);
    expect(() => raw.exec("UPDATE print_job SET printer = 'screen'")).toThrow(/a print job is frozen/);
    expect(() => raw.exec('DELETE FROM print_job')).toThrow(/a print job is frozen/);
    expect(() => raw.exec('UPDATE print_event SET at = 1')).toThrow(/append-only/);
    expect(() => raw.exec('DELETE FROM print_event')).toThrow(/append-only/);
  });

  it('without a single job is migrated as well', () => {
    const { file, raw } = emptyFormer(2);
    toThirdVersion(raw);
    raw.close();
    const { printJobs } = opened(file);
    printJobs.add(job(1, null, { kind: 'open-payments' }));
    expect(printJobs.next('screen')?.id).toBe(jobId(1));
  });

  it('whose troubles have no name, or a name where there is no trouble, is read all the same', () => {
    const { file, raw } = thirdVersion();
    raw.exec(
      "UPDATE print_job SET problem = CASE WHEN state IN ('failed', 'uncertain') THEN NULL ELSE 'stalled' END",
    );
    raw.close();
    const { printJobs } = opened(file);
    expect(printJobs.find(jobId(6))).toMatchObject({ state: 'uncertain', problem: 'broken-off' });
    expect(printJobs.find(jobId(1))).toMatchObject({ state: 'printed', problem: null });
  });

  it('that cannot be migrated is left as it was, whole', () => {
    const { file, raw } = thirdVersion();
    raw.exec('PRAGMA foreign_keys = OFF; DROP TRIGGER payment_not_removed');
    raw.exec(`DELETE FROM payment WHERE id = '${quoteId(1)}'`);
    raw.close();
    expect(() => openHere(file)).toThrow(/NOT NULL/);
    const after = rawConnection(file);
    expect(after.prepare('PRAGMA user_version').get()).toEqual({ user_version: 3 });
    expect(after.prepare('SELECT count(*) AS n FROM print_job').get()).toEqual({ n: former.length });
    expect(
      after.prepare("SELECT name FROM sqlite_schema WHERE name IN ('print_event', 'print_job_new')").all(),
    ).toEqual([]);
  });

  it('has profiles that the printers of today still are', () => {
    for (const profile of Object.values(profiles))
      expect(printerProfileSchema.parse(profile)).toEqual(profile);
  });
});
