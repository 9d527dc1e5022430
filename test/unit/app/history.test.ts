import { describe, expect, it } from 'vitest';
import { createHistory } from '../../../electron/app/history.ts';
import type { Log } from '../../../electron/app/log.ts';
import { LedgerWriteError, type Ledger, type LedgerQueries } from '../../../electron/ledger/ledger.ts';
import { requests } from '../../../shared/contract/contract.ts';
import type { TrailEntry } from '../../../shared/contract/history.ts';
import { doubtKey } from '../../../shared/payment/doubt.ts';
import type { PrintJobStatus } from '../../../shared/payment/print-job.ts';
import { err, ok } from '../../../shared/result.ts';
import { instant } from '../../../shared/time.ts';
import {
  arming,
  job,
  jobId,
  minutes,
  paid,
  quote,
  quoteId,
  rejected,
  reply,
  settlement,
  start,
  unknown,
} from '../ledger/documents.ts';
import { decide } from '../ledger/altered-ledger.ts';
import { everything } from '../ledger/history-model.ts';
import { newLedger } from '../ledger/open-ledger.ts';
import { due, hear, openShift, send } from '../ledger/till-day.ts';

const idle: LedgerQueries = {
  search: () => Promise.resolve(err('not-read')),
  cashiers: () => Promise.resolve([]),
  findCustomers: () => Promise.resolve([]),
  report: () => Promise.resolve(err('not-read')),
  deposits: () => Promise.resolve(err('not-read')),
  soldAt: () => Promise.resolve(err('not-read')),
  close: () => Promise.resolve(),
};

function counter(wrap: (ledger: Ledger) => Ledger = (ledger) => ledger) {
  const open = newLedger('live');
  const faults: string[] = [];
  const log: Log = { fault: (what) => void faults.push(what), note: () => undefined };
  const history = createHistory({ ledger: wrap(open.ledger), queries: idle, log });
  const trail = (n: number): readonly TrailEntry[] => {
    const told = history.trail(quoteId(n));
    if (!told.ok) throw new Error(told.error.code);
    return requests.trail.output.parse(told.value);
  };
  return { ...open, history, trail, faults };
}

const brief = (entry: TrailEntry): string =>
  [entry.of, entry.event, entry.of === 'payment' ? entry.note : null].filter(Boolean).join(' ');

const broken: PrintJobStatus = { state: 'failed', problem: 'paper-out' };
const printed: PrintJobStatus = { state: 'printed', problem: null };

describe('the trail of a payment', () => {
  it('is its events, its cash and its papers, oldest first, each with who did it', () => {
    const { ledger, trail } = counter();
    openShift(ledger);
    send(ledger, 1, 'Rina');
    ledger.printJobs.noteDrawer(quoteId(1), instant(start + minutes(1)), 'Rina');
    ledger.recordReply(quoteId(1), reply('paid'), start);
    const at = instant(start + minutes(1) + 5000);
    ledger.settle({ ...settlement(1, paid), job: job(1, quoteId(1), { askedAt: at }) });
    ledger.printJobs.setStatus(jobId(1), broken, instant(at + 1));
    ledger.printJobs.askAgain(jobId(1), instant(at + 2), 'Budi');
    ledger.printJobs.setStatus(jobId(1), printed, instant(at + 3));
    expect(trail(1)).toEqual([
      { of: 'payment', at: start, actor: 'counter', event: 'quote', person: null, note: null },
      {
        of: 'payment',
        at: start + minutes(1),
        actor: 'counter',
        event: 'arm',
        person: 'Rina',
        note: null,
      },
      {
        of: 'paper',
        at: start + minutes(1),
        actor: 'counter',
        event: 'drawer-opened',
        person: 'Rina',
        problem: null,
      },
      { of: 'payment', at, actor: 'counter', event: 'reply-paid', person: 'Rina', note: 'VSI0001' },
      { of: 'cash', at, event: 'sale', person: 'Rina', amount: due },
      { of: 'paper', at, actor: 'counter', event: 'made', person: null, problem: null },
      { of: 'paper', at: at + 1, actor: 'queue', event: 'failed', person: null, problem: 'paper-out' },
      { of: 'paper', at: at + 2, actor: 'cashier', event: 'asked-again', person: 'Budi', problem: null },
      { of: 'paper', at: at + 3, actor: 'queue', event: 'printed', person: null, problem: null },
    ]);
  });

  it('has the biller’s code and words where it refused, and the owner’s words where the owner decided', () => {
    const { ledger, trail } = counter();
    send(ledger, 1);
    hear(ledger, 1, rejected);
    expect(trail(1).map(brief)).toEqual([
      'payment quote',
      'payment arm',
      'payment reply-rejected 14 · IDPEL SALAH',
    ]);
    for (const n of [2, 3]) {
      send(ledger, n);
      hear(
        ledger,
        n,
        n === 2 ? unknown : { kind: 'unknown', reason: 'unclear-answer', code: '05', text: 'TIMEOUT' },
      );
    }
    decide(ledger, 2, 'paid-by-hand');
    decide(ledger, 3, 'rejected-by-hand');
    expect(trail(2).map(brief).slice(2)).toEqual([
      'payment outcome-unknown',
      'payment hand-paid HAND2 · Rina of the call centre',
    ]);
    expect(trail(3).map(brief).slice(2)).toEqual([
      'payment outcome-unknown 05 · TIMEOUT',
      'payment hand-rejected Rina of the call centre',
    ]);
  });

  it('tells the cash that went back, and that of no other payment', () => {
    const { ledger, trail } = counter();
    openShift(ledger);
    for (const n of [1, 2]) {
      send(ledger, n, 'Rina');
      hear(ledger, n, unknown);
    }
    hear(ledger, 1, rejected);
    const at = instant(start + minutes(30));
    ledger.till.refund(quoteId(1), at, 'Budi');
    expect(trail(1).filter(({ of }) => of === 'cash')).toEqual([
      { of: 'cash', at: start + minutes(1) + 5000, event: 'sale', person: 'Rina', amount: due },
      { of: 'cash', at, event: 'refund', person: 'Budi', amount: due },
    ]);
    expect(trail(2).filter(({ of }) => of === 'cash')).toHaveLength(1);
  });

  it('says nothing of what was sent and answered, nor of the doubts that were confirmed', () => {
    const { ledger, trail } = counter();
    send(ledger, 1);
    hear(ledger, 1, paid);
    ledger.printJobs.add(job(1, quoteId(1)));
    ledger.addQuote(quote(2, { customer: quote(1).customer }));
    const at = instant(start + minutes(2));
    const confirmed = ledger.doubts(quoteId(2), at).map(doubtKey);
    expect(confirmed).not.toEqual([]);
    expect(ledger.arm(arming(2, { at, confirmed }))).toEqual(ok(undefined));
    expect(trail(2).map(brief)).toEqual(['payment quote', 'payment arm']);
    const told = JSON.stringify(trail(1));
    for (const secret of ['POST', 'fingerprint', 'STRUK', 'TOTAL BAYAR']) expect(told).not.toContain(secret);
  });

  it('of a paper that was tried for weeks is no longer than the window takes, and the newest stay', () => {
    const { ledger, trail } = counter();
    send(ledger, 1);
    hear(ledger, 1, paid);
    ledger.printJobs.add(job(1, quoteId(1)));
    for (let n = 1; n <= 700; n += 1)
      ledger.printJobs.setStatus(
        jobId(1),
        n % 2 === 1 ? broken : { state: 'sending', problem: null },
        instant(start + minutes(10 + n)),
      );
    ledger.printJobs.setStatus(jobId(1), printed, instant(start + minutes(1000)));
    expect(trail(1).at(-1)).toMatchObject({ event: 'printed' });
    expect(trail(1).map(({ event }) => event)).toContain('reply-paid');
  });

  it('of what was never paid is none', () => {
    const { history } = counter();
    expect(history.trail(quoteId(7))).toEqual(err({ code: 'payment-not-found' }));
  });
});

describe('a saved customer', () => {
  const customer = {
    product: 'pln-postpaid',
    service: 'X',
    number: '53',
    name: 'SITI',
    label: 'Bu Siti',
  } as const;

  it('that could not be written is not kept, and that is said and logged', () => {
    const full = (): never => {
      throw new LedgerWriteError('disk-full');
    };
    const { history, faults } = counter((ledger) => ({
      ...ledger,
      savedCustomers: { save: full, forget: full },
    }));
    expect(history.save(customer)).toEqual(err({ code: 'ledger-not-written' }));
    expect(history.forget(customer)).toEqual(err({ code: 'ledger-not-written' }));
    expect(faults).toHaveLength(2);
  });

  it('is saved twice and forgotten twice without harm', () => {
    const { history } = counter();
    for (const what of ['save', 'save', 'forget', 'forget'] as const)
      expect(history[what](customer)).toEqual(ok(undefined));
  });
});

describe('a search that the ledger does not answer', () => {
  it('is said to have failed, not to have found nothing', async () => {
    const { history } = counter();
    expect(await history.search(everything, null)).toEqual(err({ code: 'ledger-not-read' }));
  });
});
