import { describe, expect, it } from 'vitest';
import { LedgerWriteError, type Ledger, type StoredPrintJob } from '../../../electron/ledger/ledger.ts';
import { paperAnswers, waitingPaperSchema } from '../../../shared/contract/printing.ts';
import { rupiah } from '../../../shared/money.ts';
import { printJobStates } from '../../../shared/payment/print-job.ts';
import { err, ok } from '../../../shared/result.ts';
import { z } from '../../../shared/zod.ts';
import { jobId, paid, quote, quoteId, rejected } from '../ledger/documents.ts';
import { paidBench, statusOf, wordsOf } from './paid-bench.ts';
import { printHistory } from '../ledger/print-history.ts';
import { saleBench } from './sale-bench.ts';
import { office, twoPrinters } from './two-printers.ts';

const noSuchPaper = err({ code: 'no-such-paper' });

/** A counter with a payment of which nobody knows, and its slip or the list of such payments as told. */
async function uncertainBench(
  kind: 'interim' | 'open-payments',
  state: 'failed' | 'uncertain',
  wrap?: Parameters<typeof saleBench>[0],
) {
  const bench = saleBench(wrap);
  bench.printing.settings = twoPrinters();
  bench.fake.byDeadline = () => Promise.resolve(undefined);
  bench.putQuote(1);
  await bench.pay(quoteId(1));
  if (kind === 'interim') bench.receipts.printInterim(quoteId(1));
  else bench.report.print();
  const queued = (printer: string): StoredPrintJob | undefined => bench.ledger.printJobs.next(printer);
  const first = queued(kind === 'interim' ? 'till' : 'office');
  if (first === undefined) throw new Error('nothing to print');
  bench.ledger.printJobs.setStatus(first.id, statusOf(state), bench.clock.now());
  return { ...bench, first, queued };
}

describe('the papers that a person must see to', () => {
  it.each(printJobStates)('are those that failed or are in doubt, and no other (%s)', async (state) => {
    const { papers, first, clock } = await paidBench(state, twoPrinters());
    const waits = state === 'failed' || state === 'uncertain';
    const { customer, customerNumber, product, total } = quote(1);
    expect(papers.list()).toEqual(
      waits
        ? [
            {
              job: first.id,
              kind: 'receipt',
              copy: 0,
              ...statusOf(state),
              printer: 'Kasir',
              at: clock.now(),
              payment: { id: quoteId(1), product, customerName: customer.name, customerNumber, total },
            },
          ]
        : [],
    );
    expect(z.array(waitingPaperSchema).parse(papers.list())).toEqual(papers.list());
  });

  it('are shown also where their printer is gone, and where they are of no payment', async () => {
    const { papers, printing } = await uncertainBench('open-payments', 'failed');
    printing.settings = twoPrinters({
      printers: [{ ...office, id: 'new' }],
      receipts: 'new',
      reports: 'new',
    });
    expect(papers.list()).toMatchObject([{ kind: 'open-payments', printer: '', payment: null }]);
    expect(z.array(waitingPaperSchema).parse(papers.list())).toEqual(papers.list());
  });
});

describe('what a person says of a paper', () => {
  it.each(paperAnswers)(
    'that does not wait (%s) is of no such paper, and changes nothing',
    async (answer) => {
      for (const state of ['queued', 'sending', 'printed', 'sent'] as const) {
        const { papers, first, latest, counter } = await paidBench(state);
        const { revision } = counter.state();
        expect(papers.answer(first.id, answer)).toEqual(noSuchPaper);
        expect(papers.answer(jobId(99), answer)).toEqual(noSuchPaper);
        expect(latest()).toMatchObject({ id: first.id, state });
        expect(counter.state().revision).toBe(revision);
      }
    },
  );

  it.each([
    ['failed', 'came-out'],
    ['failed', 'did-not-come-out'],
    ['uncertain', 'print'],
  ] as const)('of one that %s is not “%s”: nothing is noted or printed', async (state, answer) => {
    const { papers, first, latest, ledger, printing } = await paidBench(state);
    expect(papers.answer(first.id, answer)).toEqual(noSuchPaper);
    expect(latest().id).toBe(first.id);
    expect(ledger.printJobs.countWaiting()).toBe(1);
    expect(printing.retried).toEqual([]);
  });

  it('“print it” is the same job on the same printer, asked for by a person', async () => {
    const { papers, first, latest, printing } = await paidBench('failed', twoPrinters());
    expect(papers.answer(first.id, 'print')).toEqual(ok(undefined));
    expect(printing.retried).toEqual([first.id]);
    expect(latest().id).toBe(first.id);
  });

  it('“print it” on another printer is the same number there, and the paper waits no more', async () => {
    const { papers, first, latest, printing, counter } = await paidBench('failed', twoPrinters());
    printing.settings = twoPrinters({ receipts: 'office' });
    const before = counter.state().ledgerRevision;
    expect(papers.answer(first.id, 'print')).toEqual(ok(undefined));
    expect(latest()).toMatchObject({ printer: 'office', copy: 0, state: 'queued', askedBy: 'cashier' });
    expect(papers.list()).toEqual([]);
    expect(counter.state().papersWaiting).toBe(0);
    expect(counter.state().ledgerRevision).toBeGreaterThan(before);
    expect(papers.answer(first.id, 'print')).toEqual(noSuchPaper);
  });

  it('“it came out” makes it printed, with no copy', async () => {
    const { papers, first, latest, file, counter } = await paidBench('uncertain');
    counter.change({ papersWaiting: 1 });
    const { ledgerRevision } = counter.state();
    expect(papers.answer(first.id, 'came-out')).toEqual(ok(undefined));
    expect(latest()).toMatchObject({ id: first.id, state: 'printed', problem: null });
    expect(counter.state()).toMatchObject({ papersWaiting: 0, ledgerRevision: ledgerRevision + 1 });
    expect(printHistory(file, quoteId(1)).at(-1)).toMatchObject({
      actor: 'cashier',
      event: 'came-out',
      job: first.id,
    });
  });

  it('“it did not come out” prints a marked copy, on the printer of today', async () => {
    const { papers, first, latest, file, printing } = await paidBench('uncertain', twoPrinters());
    printing.settings = twoPrinters({ receipts: 'office' });
    expect(papers.answer(first.id, 'did-not-come-out')).toEqual(ok(undefined));
    expect(latest()).toMatchObject({ copy: 1, printer: 'office', state: 'queued' });
    expect(wordsOf(latest().bytes)).toContain('CETAK ULANG ke-1');
    expect(papers.list()).toEqual([]);
    const events = printHistory(file, quoteId(1)).map(({ event }) => event);
    expect(events.slice(-2)).toEqual(['did-not-come-out', 'made']);
  });

  it.each(['failed', 'uncertain'] as const)(
    '“nobody needs it” of one that %s prints nothing, and no queue takes it up again',
    async (state) => {
      const { papers, first, latest, ledger, printing, counter } = await paidBench(state);
      const woken = printing.woken;
      expect(papers.answer(first.id, 'leave')).toEqual(ok(undefined));
      expect(latest().id).toBe(first.id);
      expect(papers.list()).toEqual([]);
      expect(counter.state().papersWaiting).toBe(0);
      expect(ledger.printJobs.inState('failed')).toEqual([]);
      expect(ledger.printJobs.next('screen')).toBeUndefined();
      expect([printing.woken, printing.retried]).toEqual([woken, []]);
    },
  );

  it('is possible also after it was left: the payment’s receipt can be printed', async () => {
    const { papers, receipts, first, printing } = await paidBench('failed');
    papers.answer(first.id, 'leave');
    expect(receipts.reprint(quoteId(1))).toEqual(ok(undefined));
    expect(printing.retried).toEqual([first.id]);
  });

  it('that could not be written down is told, and the paper goes on waiting', async () => {
    const { papers, first, faults } = await uncertainBench('interim', 'uncertain', (ledger) => ({
      ...ledger,
      printJobs: {
        ...ledger.printJobs,
        answer() {
          throw new LedgerWriteError('disk-full');
        },
        replace() {
          throw new LedgerWriteError('disk-full');
        },
      },
    }));
    for (const answer of ['came-out', 'did-not-come-out', 'leave'] as const) {
      expect(papers.answer(first.id, answer)).toEqual(err({ code: 'ledger-not-written' }));
    }
    expect(papers.list()).toHaveLength(1);
    expect(faults).toHaveLength(3);
  });
});

describe('a slip that says “not certain”', () => {
  it('waits like a receipt, and is printed on the printer of the receipts', async () => {
    const { papers, first, queued, printing } = await uncertainBench('interim', 'failed');
    expect(papers.list()).toMatchObject([{ job: first.id, kind: 'interim', payment: { id: quoteId(1) } }]);
    printing.settings = twoPrinters({ receipts: 'office' });
    expect(papers.answer(first.id, 'print')).toEqual(ok(undefined));
    expect(queued('office')).toMatchObject({ kind: 'interim', copy: 0, document: first.document });
  });

  it.each([
    ['failed', 'print'],
    ['uncertain', 'did-not-come-out'],
  ] as const)('is not printed any more once it is certain (%s)', async (state, answer) => {
    for (const outcome of [paid, rejected]) {
      const { papers, first, queued, settle } = await uncertainBench('interim', state);
      settle.byOutcome(quote(1), outcome, 'counter');
      expect(papers.answer(first.id, answer)).toEqual(err({ code: 'no-longer-due' }));
      // Nothing was noted: the person may still say that nobody needs it.
      expect(papers.list()).toMatchObject([{ job: first.id }]);
      expect(papers.answer(first.id, 'leave')).toEqual(ok(undefined));
      expect(queued('till')?.kind).not.toBe('interim');
    }
  });
});

describe('a list of the counter’s own', () => {
  it('that took nothing is printed on the reports’ printer of today, as it was made', async () => {
    const { papers, first, queued, printing, settle } = await uncertainBench('open-payments', 'failed');
    settle.byOutcome(quote(1), rejected, 'counter');
    printing.settings = twoPrinters({ reports: 'till' });
    expect(papers.answer(first.id, 'print')).toEqual(ok(undefined));
    expect(queued('till')).toMatchObject({
      kind: 'open-payments',
      copy: 0,
      payment: null,
      document: first.document,
      askedBy: 'cashier',
    });
    expect(papers.list()).toEqual([]);
  });

  it('that took nothing is the same job where the printer is the same', async () => {
    const { papers, first, printing } = await uncertainBench('open-payments', 'failed');
    expect(papers.answer(first.id, 'print')).toEqual(ok(undefined));
    expect(printing.retried).toEqual([first.id]);
  });

  it('that did not come out is printed as a marked copy', async () => {
    const { papers, first, queued } = await uncertainBench('open-payments', 'uncertain');
    expect(papers.answer(first.id, 'did-not-come-out')).toEqual(ok(undefined));
    expect(queued('office')).toMatchObject({ kind: 'open-payments', copy: 1, document: first.document });
    expect(wordsOf(queued('office')?.bytes)).toContain('CETAK ULANG ke-1');
    expect(papers.list()).toEqual([]);
  });
});

describe('a paper that is printed in another’s place', () => {
  /** What a person may want of the first paper, and how that stands. */
  const wishes = [
    ['did-not-come-out', 'uncertain', 'stays'],
    ['did-not-come-out', 'uncertain', 'moves'],
    ['print', 'failed', 'moves'],
    ['reprint', 'uncertain', 'stays'],
    ['reprint', 'failed', 'moves'],
    ['reprint', 'queued', 'moves'],
    ['reprint', 'printed', 'stays'],
  ] as const;
  const kinds = ['receipt', 'interim', 'open-payments'] as const;

  it.each(kinds.flatMap((kind) => wishes.map((wish) => [kind, ...wish] as const)))(
    'is one commit: no %s is lost or printed twice where it fails (%s, %s, printer %s)',
    async (kind, wish, state, printer) => {
      // A list is asked for again only where it waits.
      if (kind === 'open-payments' && wish === 'reprint') return;
      let failsAt = Number.POSITIVE_INFINITY;
      let writes = 0;
      const isWrite = (name: string): boolean =>
        ['add', 'setStatus', 'askAgain', 'answer', 'replace'].includes(name);
      const bench = saleBench((ledger) => ({
        ...ledger,
        printJobs: new Proxy(ledger.printJobs, {
          get(target, name) {
            const method = target[name as keyof typeof target] as (...args: readonly unknown[]) => unknown;
            if (!isWrite(String(name))) return method;
            return (...args: readonly unknown[]) => {
              writes += 1;
              if (writes === failsAt) throw new LedgerWriteError('disk-full');
              return method(...args);
            };
          },
        }),
      }));
      const { ledger, papers, receipts, report, printing, clock, file } = bench;
      printing.settings = twoPrinters();
      if (kind !== 'receipt') bench.fake.byDeadline = () => Promise.resolve(undefined);
      bench.putQuote(1);
      await bench.pay(quoteId(1));
      if (kind === 'interim') receipts.printInterim(quoteId(1));
      if (kind === 'open-payments') report.print();
      const [first] = ledger.printJobs.inState('queued');
      if (first === undefined) throw new Error('nothing to print');
      if (state !== 'queued') ledger.printJobs.setStatus(first.id, statusOf(state), clock.now());
      if (printer === 'moves') printing.settings = twoPrinters({ receipts: 'office', reports: 'till' });

      const want = () => {
        if (wish !== 'reprint') return papers.answer(first.id, wish);
        return kind === 'receipt' ? receipts.reprint(quoteId(1)) : receipts.printInterim(quoteId(1));
      };
      const stands = (): unknown => [
        printJobStates.map((each) => ledger.printJobs.inState(each)),
        papers.list(),
        printHistory(file, quoteId(1)),
      ];
      const before = stands();
      for (let step = 1; step < 9; step += 1) {
        [writes, failsAt] = [0, step];
        const done = want();
        if (done.ok) break;
        expect(done).toEqual(err({ code: 'ledger-not-written' }));
        expect(stands()).toEqual(before);
      }
      expect(writes).toBe(1);
      expect(papers.list()).toEqual([]);
      const [next, ...more] = ledger.printJobs.inState('queued');
      expect(more).toEqual([]);
      const isSame = state === 'failed' || state === 'queued';
      expect(next).toMatchObject({ kind, copy: isSame ? 0 : 1, document: first.document });
      expect(next?.id).not.toBe(first.id);
    },
  );
});

describe('a paper that waits and cannot be read any more', () => {
  const damaged = (ledger: Ledger): Ledger => ({
    ...ledger,
    printJobs: {
      ...ledger.printJobs,
      findWaiting(id) {
        const found = ledger.printJobs.findWaiting(id);
        return found && { ...found, document: '' };
      },
    },
  });
  const keepsTill = (bench: ReturnType<typeof saleBench>) => {
    bench.printing.settings = twoPrinters();
    bench.printing.shop = { ...bench.printing.shop, keepsTill: true };
    bench.shift.open(rupiah(100_000));
    return bench;
  };
  /** Every report that was just ordered waits, its printer as it says. */
  const wait = ({ ledger, clock }: ReturnType<typeof saleBench>, state: 'failed' | 'uncertain') => {
    for (const { id } of ledger.printJobs.inState('queued'))
      ledger.printJobs.setStatus(id, statusOf(state), clock.now());
  };
  const newest = ({ ledger }: ReturnType<typeof saleBench>) => ledger.printJobs.inState('queued').at(-1);

  it.each(['failed', 'uncertain'] as const)(
    'is made anew by its own kind: a Z report (%s) by its number, marked as a copy',
    (state) => {
      const bench = keepsTill(saleBench(damaged));
      const { papers, shift, printing } = bench;
      shift.close({});
      shift.open(rupiah(7000));
      shift.close({});
      wait(bench, state);
      const [first] = papers.list();
      expect(first).toMatchObject({ kind: 'z', payment: null });
      if (first === undefined) return;
      printing.settings = twoPrinters({ reports: 'till' });
      const answer = state === 'failed' ? 'print' : 'did-not-come-out';
      expect(papers.answer(first.job, answer)).toEqual(ok(undefined));
      const job = newest(bench);
      expect(job).toMatchObject({ kind: 'z', shift: 1, payment: null, copy: state === 'failed' ? 0 : 1 });
      const words = wordsOf(job?.bytes);
      expect(words).toContain('LAPORAN Z');
      expect(words).toMatch(/NO SHIFT\s*: 1\b/);
      expect(words).toContain('Salinan ');
      expect(words).toContain('100.000');
      expect(words).not.toContain('DAFTAR BELUM PASTI');
    },
  );

  it('is made anew as it stands now where it is an X report, while its shift is open', () => {
    const bench = keepsTill(saleBench(damaged));
    const { papers, shift } = bench;
    shift.printX();
    wait(bench, 'uncertain');
    const [first] = papers.list();
    if (first === undefined) throw new Error('nothing waits');
    expect(first.kind).toBe('x');
    shift.move({ kind: 'in', amount: rupiah(4321), reason: 'uang kecil' });
    expect(papers.answer(first.job, 'did-not-come-out')).toEqual(ok(undefined));
    expect(newest(bench)).toMatchObject({ kind: 'x', shift: 1, copy: 1 });
    expect(wordsOf(newest(bench)?.bytes)).toContain('4.321');
  });

  it('is not made anew where it is the X report of a shift that is over: nothing is printed or noted', () => {
    const bench = keepsTill(saleBench(damaged));
    const { papers, shift } = bench;
    shift.printX();
    wait(bench, 'uncertain');
    shift.close({});
    shift.open(rupiah(0));
    const before = newest(bench)?.id;
    const [first] = papers.list();
    if (first === undefined) throw new Error('nothing waits');
    expect(papers.answer(first.job, 'did-not-come-out')).toEqual(err({ code: 'no-longer-due' }));
    expect(newest(bench)?.id).toBe(before);
    expect(papers.list()).toEqual([first]);
  });

  it('is the same paper, not one made anew, where it can be read', () => {
    const bench = keepsTill(saleBench());
    const { papers, shift, printing } = bench;
    shift.printX();
    const made = newest(bench);
    wait(bench, 'failed');
    shift.close({});
    const [first] = papers.list();
    if (first === undefined) throw new Error('nothing waits');
    printing.settings = twoPrinters({ reports: 'till' });
    expect(papers.answer(first.job, 'print')).toEqual(ok(undefined));
    expect(newest(bench)).toMatchObject({ kind: 'x', shift: 1, copy: 0, document: made?.document });
  });
});
