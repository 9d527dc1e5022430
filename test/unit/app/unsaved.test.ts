import { describe, expect, it } from 'vitest';
import { createPaymentViews } from '../../../electron/app/payment-views.ts';
import { createRequestHandlers } from '../../../electron/app/requests.ts';
import type { RequestParts } from '../../../electron/app/requests.ts';
import type { RawReply } from '../../../electron/billers/biller.ts';
import { LedgerWriteError, type Ledger, type WriteFault } from '../../../electron/ledger/ledger.ts';
import type { PaymentView } from '../../../shared/contract/payment-view.ts';
import { err, ok } from '../../../shared/result.ts';
import { quoteId, reply } from '../ledger/documents.ts';
import { gate } from './fake-biller.ts';
import { saleBench } from './sale-bench.ts';

type Bench = ReturnType<typeof saleBench>;
type WritingMethod = 'recordReply' | 'settle' | 'recordStatus';

/** A ledger whose methods of the given names fail from now on, as on a disk that is full for good; and how often. */
function failing(methods: readonly WritingMethod[], fault: WriteFault = 'disk-full') {
  const tried: WritingMethod[] = [];
  const fail = (method: WritingMethod) => (): never => {
    tried.push(method);
    throw new LedgerWriteError(fault);
  };
  const wrap = (ledger: Ledger): Ledger => ({
    ...ledger,
    ...Object.fromEntries(methods.map((method) => [method, fail(method)])),
  });
  return { tried, wrap };
}

const raw = (text: string): RawReply => ({ ...reply(text), date: null });

/** What the window is told of a payment. */
async function viewOf(bench: Bench, n = 1): Promise<PaymentView> {
  const finals = {
    isPossible: () => false,
    take: () => Promise.resolve(err({ code: 'no-such-text' } as const)),
  };
  const views = createPaymentViews({ ...bench, finals });
  const handlers = createRequestHandlers({ ...(bench as unknown as RequestParts), finals, views });
  const view = await handlers.payment({ payment: quoteId(n) });
  if (!view.ok) throw new Error(view.error.code);
  return view.value;
}

const printed = (bench: Bench): string =>
  bench.printing.pastQueue.map((bytes) => new TextDecoder().decode(bytes)).join('\n');

/** All that hangs on promises is done. */
const settleDown = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

describe.each([
  ['the reply', ['recordReply', 'settle']],
  ['the outcome', ['settle']],
] as const)('a disk that is full when %s is to be written', (_what, methods) => {
  it('shows the payment as what it is, and says that it is not written down', async () => {
    const { wrap } = failing(methods);
    const bench = saleBench(wrap);
    bench.putQuote(1);
    expect(await bench.pay(quoteId(1))).toEqual(ok(undefined));
    expect(bench.ledger.payment(quoteId(1))?.state).toBe('sent');
    expect(await viewOf(bench)).toMatchObject({ state: 'paid', isSaved: false, outcome: { kind: 'paid' } });
  });

  it('prints the receipt at once, past the queue, with the mark and no second one', async () => {
    const { wrap } = failing(methods);
    const bench = saleBench(wrap);
    bench.putQuote(1);
    await bench.pay(quoteId(1));
    await settleDown();
    expect(bench.printing.pastQueue).toHaveLength(1);
    expect(printed(bench)).toContain('BELUM TERSIMPAN');
    expect(printed(bench)).toContain('CATAT: BELUM ADA DI BUKU LOKET');
    expect(bench.printing.woken).toBe(0);
    expect(bench.ledger.printJobs.next('screen')).toBeUndefined();
    const view = await viewOf(bench);
    expect(view.print).toMatchObject({ state: 'sent', copy: 0 });
    // The preview on the screen is of the same bytes.
    const slip = view.print === null ? undefined : bench.unsaved.slip(view.print.job);
    expect(slip?.bytes).toEqual(bench.printing.pastQueue[0]);
  });

  it('stops the selling: no inquiry, no payment, until the program is started anew', async () => {
    const { wrap } = failing(methods);
    const bench = saleBench(wrap);
    bench.putQuote(1);
    bench.putQuote(2);
    await bench.pay(quoteId(1));
    expect(bench.counter.state().stopped).toBe('unsaved');
    const asked = bench.fake.asked.length;
    expect(await bench.pay(quoteId(2))).toEqual(err({ code: 'selling-stopped' }));
    const inquiry = await bench.sale.inquire({ product: 'pln-postpaid', number: '530000000003' });
    expect(inquiry).toEqual(err({ code: 'selling-stopped' }));
    expect(bench.fake.asked).toHaveLength(asked);
  });

  it('writes nothing again about the payment, whoever comes with it', async () => {
    const { wrap, tried } = failing(methods);
    const bench = saleBench(wrap);
    bench.putQuote(1);
    await bench.pay(quoteId(1));
    expect(tried).toEqual([methods[0]]);
    const quote = bench.ledger.payment(quoteId(1))?.quote;
    if (quote === undefined) throw new Error('no payment');
    bench.settle.byOutcome(quote, { kind: 'unknown', reason: 'no-answer' }, 'counter');
    bench.settle.byReply(quote, raw('rejected'), 'counter');
    bench.settle.byStatus(quote, { kind: 'rejected', code: '1', text: '' });
    expect(tried).toEqual([methods[0]]);
    expect(bench.sends()).toBe(1);
  });

  it('of a refusal shows it, prints nothing, and stops the selling all the same', async () => {
    const { wrap } = failing(methods);
    const bench = saleBench(wrap);
    bench.fake.byDeadline = () => Promise.resolve(raw('rejected'));
    bench.putQuote(1);
    await bench.pay(quoteId(1));
    await settleDown();
    expect(await viewOf(bench)).toMatchObject({ state: 'rejected', isSaved: false, print: null });
    expect(bench.printing.pastQueue).toEqual([]);
    expect(bench.counter.state().stopped).toBe('unsaved');
  });

  it('of an answer that nobody can read shows it as unknown', async () => {
    const { wrap } = failing(methods);
    const bench = saleBench(wrap);
    bench.fake.byDeadline = () => Promise.resolve(raw('<html>'));
    bench.putQuote(1);
    await bench.pay(quoteId(1));
    expect(await viewOf(bench)).toMatchObject({ state: 'unknown', isSaved: false });
  });
});

describe('a payment whose “unknown” could not be written down', () => {
  it('is shown as paid when the late reply says so, printed with the mark, and written nowhere', async () => {
    const { wrap, tried } = failing(['settle', 'recordReply']);
    const bench = saleBench(wrap);
    const late = gate<RawReply | undefined>();
    bench.fake.byDeadline = () => Promise.resolve(undefined);
    bench.fake.late = () => late.promise;
    bench.putQuote(1);
    await bench.pay(quoteId(1));
    expect(await viewOf(bench)).toMatchObject({ state: 'unknown', isSaved: false, print: null });
    late.open(raw('paid'));
    await settleDown();
    expect(await viewOf(bench)).toMatchObject({ state: 'paid', isSaved: false, print: { state: 'sent' } });
    expect(printed(bench)).toContain('BELUM TERSIMPAN');
    expect(tried).toEqual(['settle']);
  });
});

describe('a late reply that could not be written down', () => {
  it('is shown and printed, though the payment stands as unknown in the ledger', async () => {
    const { wrap, tried } = failing(['recordReply']);
    const bench = saleBench(wrap);
    const late = gate<RawReply | undefined>();
    bench.fake.byDeadline = () => Promise.resolve(undefined);
    bench.fake.late = () => late.promise;
    bench.putQuote(1);
    await bench.pay(quoteId(1));
    expect(await viewOf(bench)).toMatchObject({ state: 'unknown', isSaved: true });
    expect(bench.counter.state().stopped).toBeNull();
    late.open(raw('paid'));
    await settleDown();
    expect(await viewOf(bench)).toMatchObject({ state: 'paid', isSaved: false });
    expect(bench.ledger.payment(quoteId(1))?.state).toBe('unknown');
    expect(printed(bench)).toContain('BELUM TERSIMPAN');
    expect(bench.counter.state().stopped).toBe('unsaved');
    expect(tried).toEqual(['recordReply']);
  });
});

describe('what is not in the ledger', () => {
  it('does not stand in the log either: an outcome can be money', async () => {
    const { wrap } = failing(['settle']);
    const bench = saleBench(wrap);
    bench.putQuote(1);
    await bench.pay(quoteId(1));
    const said = [...bench.logged, ...bench.faults].join('\n');
    expect(said).toContain(quoteId(1));
    expect(said).not.toContain('VSI0001');
    expect(said).not.toContain('STRUK');
  });

  it('is printed also where the printer takes nothing: the screen says so', async () => {
    const { wrap } = failing(['settle']);
    const bench = saleBench(wrap);
    bench.printing.encode = () => {
      throw new Error('a bug in composing');
    };
    bench.putQuote(1);
    await bench.pay(quoteId(1));
    await settleDown();
    expect(await viewOf(bench)).toMatchObject({ state: 'paid', isSaved: false, print: null });
  });

  it('is settled by the next start, from the reply where that was written', async () => {
    const { wrap } = failing(['settle']);
    const bench = saleBench(wrap);
    bench.putQuote(1);
    await bench.pay(quoteId(1));
    const after = bench.reopen();
    expect(after.payment(quoteId(1))).toMatchObject({ state: 'sent', reply: reply('paid') });
  });

  it('says so for every fault, a disk that failed among them', async () => {
    for (const fault of ['disk-full', 'locked', 'read-only', 'io', 'corrupt', 'stopped'] as const) {
      const { wrap } = failing(['settle'], fault);
      const bench = saleBench(wrap);
      bench.putQuote(1);
      await bench.pay(quoteId(1));
      expect(await viewOf(bench)).toMatchObject({ state: 'paid', isSaved: false });
      expect(bench.counter.state().stopped).toBe('unsaved');
    }
  });
});
