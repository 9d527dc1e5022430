import { describe, expect, it } from 'vitest';
import type { PrintJobStore } from '../../../electron/printing/printer.ts';
import { printProblems, type PrintJobStatus } from '../../../shared/payment/print-job.ts';
import { printerModels, printerProfiles } from '../../../shared/printing/printer-profile.ts';
import { instant, type Instant } from '../../../shared/time.ts';
import { arming, job, jobId, minutes, paid, quote, quoteId, settlement, start } from './documents.ts';
import { countRows, rawConnection } from './open-ledger.ts';
import { withPaid } from './paid-ledger.ts';
import { printHistory, type PrintHistoryEntry } from './print-history.ts';

const at = (n: number): Instant => instant(start + minutes(n));
const printed: PrintJobStatus = { state: 'printed', problem: null };
const sending: PrintJobStatus = { state: 'sending', problem: null };
const queued: PrintJobStatus = { state: 'queued', problem: null };
const failed: PrintJobStatus = { state: 'failed', problem: 'paper-out' };
const uncertain: PrintJobStatus = { state: 'uncertain', problem: 'broken-off' };

/** Two payments with a receipt each, and a copy of the first one's on another printer. */
function withJobs() {
  const open = withPaid(1, 2);
  const { printJobs: jobs } = open.ledger;
  jobs.add(job(1, quoteId(1)));
  jobs.add(job(2, quoteId(2)));
  jobs.add(job(3, quoteId(1), { copy: 1, printer: 'kitchen', profile: printerProfiles['80mm'] }));
  return { ...open, jobs };
}

/** A job without its paper. */
const brief = (...of: Parameters<typeof job>) => {
  const { id, payment, kind, copy, printer, askedAt } = job(...of);
  return { id, payment, kind, copy, printer, askedAt };
};

const told = (history: readonly PrintHistoryEntry[]): readonly string[] =>
  history.map(({ actor, event, problem }) => `${actor}: ${event}${problem === null ? '' : ` ${problem}`}`);

describe('print jobs', () => {
  it('are what the print queue works from', () => {
    const store: PrintJobStore = withJobs().jobs;
    expect(store.next('screen')?.id).toBe(jobId(1));
  });

  it('come in the order they were made, and the newest of a payment is the one asked about', () => {
    const { jobs } = withJobs();
    expect(jobs.inState('queued').map(({ id }) => id)).toEqual([1, 2, 3].map(jobId));
    expect(jobs.latestOf(quoteId(1))).toEqual({
      ...job(3, quoteId(1), { copy: 1, printer: 'kitchen', profile: printerProfiles['80mm'] }),
      ...queued,
    });
    expect(jobs.latestOf(quoteId(9))).toBeUndefined();
    expect(jobs.find(jobId(9))).toBeUndefined();
  });

  it('of a printer come one after the other, and no other printer’s come between', () => {
    const { jobs } = withJobs();
    jobs.add(job(4, quoteId(2), { copy: 1, printer: 'kitchen' }));
    expect(jobs.next('kitchen')?.id).toBe(jobId(3));
    expect(jobs.next('none')).toBeUndefined();
    jobs.setStatus(jobId(1), failed, at(1));
    expect(jobs.next('screen')?.id).toBe(jobId(2));
    jobs.setStatus(jobId(2), sending, at(1));
    expect(jobs.next('screen')).toBeUndefined();
    expect(jobs.next('kitchen')?.id).toBe(jobId(3));
    jobs.setStatus(jobId(3), printed, at(2));
    expect(jobs.next('kitchen')?.id).toBe(jobId(4));
  });

  it('of a payment are told apart by their kind', () => {
    const { jobs } = withJobs();
    jobs.add(job(4, quoteId(1), { kind: 'interim' }));
    expect(jobs.latestOf(quoteId(1), 'interim')?.id).toBe(jobId(4));
    expect(jobs.latestOf(quoteId(1))?.id).toBe(jobId(3));
  });

  it('move alone from state to state, and a problem goes with them and away again', () => {
    const { jobs, reopen } = withJobs();
    jobs.setStatus(jobId(2), { state: 'failed', problem: 'unreachable' }, at(1));
    jobs.setStatus(jobId(1), printed, at(1));
    expect(jobs.next('screen')).toBeUndefined();
    expect(jobs.inState('failed').map(({ id }) => id)).toEqual([jobId(2)]);
    const after = reopen().printJobs;
    expect(after.find(jobId(2))).toMatchObject({ state: 'failed', problem: 'unreachable' });
    after.setStatus(jobId(2), queued, at(2));
    expect(after.next('screen')).toEqual({ ...job(2, quoteId(2)), ...queued });
    expect(after.inState('printed').map(({ id }) => id)).toEqual([jobId(1)]);
    expect(after.inState('sending')).toEqual([]);
  });

  it('are never made for a payment that is not there, nor twice, nor changed where there is none', () => {
    const { file, jobs } = withJobs();
    const before = countRows(file);
    expect(() => jobs.add(job(4, quoteId(9)))).toThrow(/FOREIGN KEY/);
    expect(() => jobs.add(job(1, quoteId(2)))).toThrow(/UNIQUE/);
    expect(() => jobs.add(job(5, quoteId(1), { copy: -1 }))).toThrow(/CHECK/);
    expect(() => jobs.setStatus(jobId(9), printed, at(1))).toThrow(/not in the ledger/);
    expect(countRows(file)).toEqual(before);
  });

  it('keep what they were laid out for and from, and their bytes', () => {
    const { jobs, reopen } = withJobs();
    const bytes = new Uint8Array(Array.from({ length: 512 }, (_, index) => index % 256));
    const kept = printerModels
      .filter((model) => model !== 'custom')
      .map((model, index) =>
        job(10 + index, quoteId(2), {
          copy: index + 1,
          printer: model,
          profile: { ...printerProfiles[model], drawer: { pin: 2, onMs: 100, offMs: 200 } },
          document: JSON.stringify({ words: 'SITI’S "WARUNG"\u0000\n' }),
          bytes,
          askedAt: at(index),
          askedBy: 'cashier',
        }),
      );
    for (const each of kept) jobs.add(each);
    const after = reopen().printJobs;
    for (const each of kept) expect(after.find(each.id)).toEqual({ ...each, ...queued });
  });

  it('of a list belong to no payment, and of anything else to one', () => {
    const { file, jobs } = withJobs();
    const list = job(4, null, { kind: 'open-payments', printer: 'kitchen' });
    jobs.add(list);
    expect(jobs.find(jobId(4))).toEqual({ ...list, ...queued });
    jobs.setStatus(jobId(4), failed, at(1));
    expect(jobs.waiting(9).map(({ id, payment }) => [id, payment])).toEqual([[jobId(4), null]]);
    jobs.answer(jobId(4), 'left', at(2));
    expect(jobs.countWaiting()).toBe(0);
    const before = countRows(file);
    const paperOf = (kind: string, payment: string) =>
      rawConnection(file).exec(
        `INSERT INTO print_job (id, payment, kind, copy, printer, profile, document, bytes, asked_at, asked_by, state, waits)
         VALUES ('x', ${payment}, '${kind}', 0, '', '', '', x'00', 1, 'cashier', 'queued', 0)`,
      );
    expect(() => paperOf('receipt', 'NULL')).toThrow(/CHECK/);
    expect(() => paperOf('report', `'${quoteId(1)}'`)).toThrow(/CHECK/);
    expect(countRows(file)).toEqual(before);
  });
});

describe('papers that wait for a person', () => {
  it('are those that failed and those that nobody knows of, oldest first, and no more than asked for', () => {
    const { jobs, reopen } = withJobs();
    expect(jobs.waiting(9)).toEqual([]);
    jobs.setStatus(jobId(3), uncertain, at(1));
    jobs.setStatus(jobId(2), failed, at(2));
    const after = reopen().printJobs;
    expect(after.waiting(9)).toEqual([
      { ...brief(2, quoteId(2)), ...failed },
      { ...brief(3, quoteId(1), { copy: 1, printer: 'kitchen' }), ...uncertain },
    ]);
    expect(after.findWaiting(jobId(2))).toEqual(after.find(jobId(2)));
    expect(after.waiting(1).map(({ id }) => id)).toEqual([jobId(2)]);
    expect(after.countWaiting()).toBe(2);
  });

  it('wait no more when a person has answered, and what came out is printed', () => {
    const { jobs } = withJobs();
    jobs.add(job(4, quoteId(2), { kind: 'interim' }));
    jobs.setStatus(jobId(4), uncertain, at(1));
    jobs.setStatus(jobId(2), uncertain, at(1));
    jobs.setStatus(jobId(3), failed, at(1));
    jobs.answer(jobId(4), 'came-out', at(2));
    jobs.answer(jobId(2), 'left', at(2));
    jobs.answer(jobId(3), 'left', at(2));
    expect(jobs.countWaiting()).toBe(0);
    expect(jobs.find(jobId(4))).toMatchObject(printed);
    expect(jobs.find(jobId(2))).toMatchObject(uncertain);
    expect(jobs.find(jobId(3))).toMatchObject(failed);
  });

  it('are answered for once: what does not wait by now stays as it is, and nothing is told of it', () => {
    const { file, jobs } = withJobs();
    jobs.setStatus(jobId(3), uncertain, at(1));
    jobs.setStatus(jobId(2), sending, at(1));
    jobs.answer(jobId(3), 'left', at(2));
    const before = countRows(file);
    for (const n of [2, 3, 9]) {
      expect(jobs.findWaiting(jobId(n))).toBeUndefined();
      for (const seen of ['came-out', 'left'] as const) jobs.answer(jobId(n), seen, at(3));
    }
    expect(jobs.find(jobId(3))).toMatchObject(uncertain);
    expect(jobs.find(jobId(2))).toMatchObject(sending);
    expect(countRows(file)).toEqual(before);
  });

  it('that nobody needs, or that a copy stands for, are not tried again by the queue', () => {
    const { jobs } = withJobs();
    jobs.setStatus(jobId(2), failed, at(1));
    jobs.setStatus(jobId(3), failed, at(1));
    expect(jobs.inState('failed').map(({ id }) => id)).toEqual([jobId(2), jobId(3)]);
    jobs.answer(jobId(2), 'left', at(2));
    jobs.add(job(4, quoteId(1), { copy: 2 }));
    expect(jobs.inState('failed')).toEqual([]);
    expect(jobs.countWaiting()).toBe(0);
    expect(jobs.find(jobId(3))).toMatchObject(failed);
  });

  it('are never more than one of a payment and a kind: what comes of an older one by then is asked of nobody', () => {
    const { jobs } = withJobs();
    // Under way while somebody wanted a copy.
    jobs.setStatus(jobId(1), uncertain, at(1));
    expect(jobs.countWaiting()).toBe(0);
    jobs.setStatus(jobId(1), failed, at(1));
    expect(jobs.inState('failed')).toEqual([]);
    jobs.setStatus(jobId(3), failed, at(2));
    expect(jobs.waiting(9).map(({ id }) => id)).toEqual([jobId(3)]);
    jobs.add(job(4, null, { kind: 'open-payments' }));
    jobs.add(job(5, null, { kind: 'open-payments' }));
    for (const n of [4, 5]) jobs.setStatus(jobId(n), failed, at(3));
    expect(jobs.waiting(9).map(({ id }) => id)).toEqual([3, 4, 5].map(jobId));
  });

  it('are not those for which a receipt that is committed with its payment stands', () => {
    const { ledger, jobs } = withJobs();
    ledger.addQuote(quote(5));
    ledger.arm(arming(5));
    ledger.settle(settlement(5, { kind: 'unknown', reason: 'no-answer' }));
    jobs.add(job(5, quoteId(5), { kind: 'interim' }));
    jobs.add(job(6, quoteId(5)));
    jobs.setStatus(jobId(5), failed, at(6));
    jobs.setStatus(jobId(6), uncertain, at(6));
    ledger.settle(settlement(5, paid, { job: job(7, quoteId(5)) }));
    // Of another kind it is another paper.
    expect(jobs.waiting(9).map(({ id }) => id)).toEqual([jobId(5)]);
  });

  it('are asked for anew by a person, from now on, where they failed and only there', () => {
    const { jobs, reopen } = withJobs();
    jobs.setStatus(jobId(1), failed, at(1));
    jobs.setStatus(jobId(2), uncertain, at(1));
    jobs.setStatus(jobId(3), sending, at(1));
    for (const n of [1, 2, 3, 9]) jobs.askAgain(jobId(n), at(7));
    const after = reopen().printJobs;
    const asked = { askedAt: at(7), askedBy: 'cashier' } as const;
    expect(after.find(jobId(1))).toEqual({ ...job(1, quoteId(1), asked), ...queued });
    expect(after.find(jobId(2))).toEqual({ ...job(2, quoteId(2)), ...uncertain });
    expect(after.find(jobId(3))).toMatchObject({ ...sending, askedAt: start, askedBy: 'counter' });
    expect(after.waiting(9).map(({ id }) => id)).toEqual([jobId(2)]);
    expect(after.next('screen')?.id).toBe(jobId(1));
  });

  it('may be asked for anew after somebody said that nobody needs them', () => {
    const { jobs } = withJobs();
    jobs.setStatus(jobId(2), failed, at(1));
    jobs.answer(jobId(2), 'left', at(2));
    jobs.askAgain(jobId(2), at(3));
    jobs.setStatus(jobId(1), sending, at(3));
    expect(jobs.next('screen')?.id).toBe(jobId(2));
  });
});

describe('a job in another’s place', () => {
  it.each(['did-not-come-out', 'left'] as const)(
    'is added with the commit in which the other waits for nobody any more (%s)',
    (oldOne) => {
      const { file, jobs, reopen } = withJobs();
      jobs.setStatus(jobId(2), uncertain, at(1));
      jobs.replace(jobId(2), oldOne, job(4, quoteId(2), { copy: 1, askedAt: at(2), askedBy: 'cashier' }));
      const after = reopen().printJobs;
      expect(after.waiting(9)).toEqual([]);
      expect(after.find(jobId(2))).toMatchObject(uncertain);
      expect(after.latestOf(quoteId(2))).toMatchObject({ id: jobId(4), ...queued });
      const history = printHistory(file, quoteId(2)).slice(-2);
      expect(told(history)).toEqual([`cashier: ${oldOne}`, 'cashier: made']);
      expect(history.map((entry) => entry.at)).toEqual([at(2), at(2)]);
    },
  );

  it('is the only one of its number that is printed, also where the other was in the queue', () => {
    const { file, jobs } = withJobs();
    jobs.replace(jobId(2), 'left', job(4, quoteId(2), { printer: 'kitchen', askedAt: at(2) }));
    jobs.setStatus(jobId(1), printed, at(3));
    expect(jobs.next('screen')).toBeUndefined();
    expect(jobs.find(jobId(2))).toMatchObject({ state: 'failed', problem: 'no-printer' });
    expect(jobs.inState('failed')).toEqual([]);
    expect(jobs.countWaiting()).toBe(0);
    expect(told(printHistory(file, quoteId(2)))).toEqual([
      'counter: made',
      'queue: failed no-printer',
      'counter: made',
    ]);
  });

  it('of a list leaves other lists alone', () => {
    const { jobs } = withJobs();
    for (const n of [4, 5]) {
      jobs.add(job(n, null, { kind: 'open-payments' }));
      jobs.setStatus(jobId(n), failed, at(1));
    }
    jobs.replace(jobId(4), 'left', job(6, null, { kind: 'open-payments', printer: 'kitchen' }));
    expect(jobs.waiting(9).map(({ id }) => id)).toEqual([jobId(5)]);
  });

  it.each(['queued', 'failed', 'uncertain'] as const)(
    'is written whole or not at all, wherever writing it ends (the other one is %s)',
    (state) => {
      const { file, jobs } = withJobs();
      if (state !== 'queued') jobs.setStatus(jobId(3), state === 'failed' ? failed : uncertain, at(1));
      const raw = rawConnection(file);
      const rows = (): unknown => [
        raw.prepare('SELECT * FROM print_job ORDER BY seq').all(),
        raw.prepare('SELECT * FROM print_event ORDER BY seq').all(),
      ];
      const before = rows();
      const replace = (): void =>
        jobs.replace(jobId(3), 'did-not-come-out', job(4, quoteId(1), { copy: 2, askedAt: at(2) }));
      const steps = [
        'UPDATE OF state ON print_job',
        'UPDATE OF waits ON print_job',
        'INSERT ON print_job',
        "INSERT ON print_event WHEN new.event = 'failed'",
        "INSERT ON print_event WHEN new.event = 'did-not-come-out'",
        "INSERT ON print_event WHEN new.event = 'made'",
      ].filter((step) =>
        state === 'queued' ? !/waits|did-not/.test(step) : !/OF state|'failed'/.test(step),
      );
      for (const step of steps) {
        const [what, when = ''] = step.split(' WHEN ');
        const condition = when === '' ? '' : `WHEN ${when}`;
        raw.exec(
          `CREATE TRIGGER broken BEFORE ${what} ${condition} BEGIN SELECT RAISE (ABORT, 'broken'); END`,
        );
        expect(replace).toThrow(/broken/);
        raw.exec('DROP TRIGGER broken');
        expect(rows()).toEqual(before);
      }
      replace();
      expect(rows()).not.toEqual(before);
    },
  );
});

describe('how it stands with a payment’s paper', () => {
  it('is told of the newest of its kind, without the paper', () => {
    const { jobs } = withJobs();
    const copy = brief(3, quoteId(1), { copy: 1, printer: 'kitchen' });
    expect(jobs.standingOf(quoteId(1))).toEqual({ ...copy, ...queued, waits: false });
    jobs.setStatus(jobId(3), uncertain, at(1));
    expect(jobs.standingOf(quoteId(1))).toEqual({ ...copy, ...uncertain, waits: true });
    jobs.answer(jobId(3), 'left', at(2));
    expect(jobs.standingOf(quoteId(1))).toEqual({ ...copy, ...uncertain, waits: false });
    expect(jobs.standingOf(quoteId(1), 'interim')).toBeUndefined();
    expect(jobs.standingOf(quoteId(9))).toBeUndefined();
  });
});

describe('the history of a payment’s papers', () => {
  it('names whoever asked for something or said something, and nobody where nobody signs in', () => {
    const { file, jobs } = withJobs();
    jobs.noteDrawer(quoteId(1), at(1), 'Sari');
    jobs.setStatus(jobId(3), failed, at(2));
    jobs.askAgain(jobId(3), at(3), 'Budi');
    jobs.setStatus(jobId(3), uncertain, at(4));
    jobs.answer(jobId(3), 'left', at(4), 'Sari');
    const copy = job(4, quoteId(1), { copy: 2, askedAt: at(5), askedBy: 'cashier', person: 'Wati' });
    jobs.replace(jobId(3), 'left', copy);
    const named = rawConnection(file)
      .prepare('SELECT event, person FROM print_event WHERE person IS NOT NULL ORDER BY seq')
      .all();
    expect(named).toEqual([
      { event: 'drawer-opened', person: 'Sari' },
      { event: 'asked-again', person: 'Budi' },
      { event: 'left', person: 'Sari' },
      { event: 'made', person: 'Wati' },
    ]);
  });

  it('tells who made them, what became of them and what a person said, in order', () => {
    const { file, jobs } = withJobs();
    jobs.noteDrawer(quoteId(1), at(1));
    jobs.setStatus(jobId(3), sending, at(1));
    jobs.setStatus(jobId(3), failed, at(2));
    jobs.askAgain(jobId(3), at(3));
    jobs.setStatus(jobId(3), sending, at(3));
    jobs.setStatus(jobId(3), uncertain, at(4));
    const copy = job(4, quoteId(1), { copy: 2, askedAt: at(5), askedBy: 'cashier' });
    jobs.replace(jobId(3), 'did-not-come-out', copy);
    jobs.setStatus(jobId(4), sending, at(5));
    jobs.setStatus(jobId(4), { state: 'sent', problem: null }, at(6));
    const history = printHistory(file, quoteId(1));
    expect(told(history)).toEqual([
      'counter: made',
      'counter: made',
      'counter: drawer-opened',
      'queue: sending',
      'queue: failed paper-out',
      'cashier: asked-again',
      'queue: sending',
      'queue: uncertain broken-off',
      'cashier: did-not-come-out',
      'cashier: made',
      'queue: sending',
      'queue: sent',
    ]);
    expect(history.map(({ job: of }) => of)).toEqual(
      [1, 3, null, 3, 3, 3, 3, 3, 3, 4, 4, 4].map((n) => (n === null ? null : jobId(n))),
    );
    expect(history.map((entry) => entry.at)).toEqual([0, 0, 1, 1, 2, 3, 3, 4, 5, 5, 5, 6].map(at));
    expect(told(printHistory(file, quoteId(2)))).toEqual(['counter: made']);
    expect(printHistory(file, quoteId(9))).toEqual([]);
  });

  it('begins with the commit that made the payment paid', () => {
    const { file, ledger } = withJobs();
    ledger.addQuote(quote(5));
    ledger.arm(arming(5));
    ledger.settle(settlement(5, paid, { job: job(5, quoteId(5), { askedAt: at(5) }) }));
    expect(printHistory(file, quoteId(5))).toEqual([
      { at: at(5), actor: 'counter', event: 'made', job: jobId(5), problem: null },
    ]);
  });

  it('says nothing of a queue that tries again by itself', () => {
    const { file, jobs } = withJobs();
    for (let round = 0; round < 3; round += 1) jobs.setStatus(jobId(2), queued, at(round));
    expect(told(printHistory(file, quoteId(2)))).toEqual(['counter: made']);
  });

  it('is no place for a drawer that opens for no payment', () => {
    const { file, jobs } = withJobs();
    const before = countRows(file);
    expect(() => jobs.noteDrawer(quoteId(9), at(1))).toThrow(/FOREIGN KEY/);
    expect(countRows(file)).toEqual(before);
  });

  it('is one commit with what it tells: where it cannot be told, nothing has happened', () => {
    const { file, ledger, jobs } = withJobs();
    ledger.addQuote(quote(5));
    ledger.arm(arming(5));
    jobs.setStatus(jobId(2), failed, at(1));
    jobs.setStatus(jobId(3), uncertain, at(1));
    const rows = (): unknown => [1, 2, 3, 4, 5].map((n) => [jobs.find(jobId(n)), jobs.waiting(9)]);
    const before = { counts: countRows(file), rows: rows() };
    const raw = rawConnection(file);
    raw.exec(`CREATE TRIGGER untold BEFORE INSERT ON print_event BEGIN SELECT RAISE (ABORT, 'untold'); END`);
    const writes = [
      () => jobs.add(job(4, quoteId(1), { copy: 2 })),
      () => jobs.setStatus(jobId(1), printed, at(2)),
      () => jobs.askAgain(jobId(2), at(2)),
      () => jobs.answer(jobId(3), 'came-out', at(2)),
      () => jobs.answer(jobId(3), 'left', at(2)),
      () => jobs.replace(jobId(4), 'left', job(6, quoteId(1), { copy: 3 })),
      () => jobs.noteDrawer(quoteId(1), at(2)),
      () => ledger.settle(settlement(5, paid, { job: job(5, quoteId(5)) })),
    ];
    for (const write of writes) expect(write).toThrow(/untold/);
    expect({ counts: countRows(file), rows: rows() }).toEqual(before);
    expect(ledger.payment(quoteId(5))?.state).toBe('sent');
    raw.exec('DROP TRIGGER untold');
    for (const write of writes) expect(write).not.toThrow();
  });

  it.each(printProblems)('takes %s for a problem, and gives it back', (problem) => {
    const { file, jobs } = withJobs();
    for (const state of ['failed', 'uncertain'] as const) {
      jobs.setStatus(jobId(2), { state, problem }, at(1));
      expect(jobs.find(jobId(2))).toMatchObject({ state, problem });
      expect(printHistory(file, quoteId(2)).at(-1)).toMatchObject({ event: state, problem });
    }
  });
});
