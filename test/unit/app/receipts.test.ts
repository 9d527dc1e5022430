import { describe, expect, it } from 'vitest';
import { viewPayment } from '../../../electron/app/payment-view.ts';
import { paymentViewSchema } from '../../../shared/contract/payment-view.ts';
import type { LaidOutReceipt } from '../../../shared/receipt/layout.ts';
import { printJobStates, type PrintJobStatus } from '../../../shared/payment/print-job.ts';
import { arming, jobId, paid, quote, quoteId, rejected, reply } from '../ledger/documents.ts';
import { saleBench } from './sale-bench.ts';

/** A counter at which the first quote was paid and printed as told. */
async function paidBench(status?: PrintJobStatus) {
  const bench = saleBench();
  bench.putQuote(1);
  await bench.pay(quoteId(1));
  const first = bench.ledger.printJobs.latestOf(quoteId(1));
  if (first === undefined) throw new Error('nothing to print');
  if (status !== undefined) bench.ledger.printJobs.setStatus(first.id, status);
  const latest = () => bench.ledger.printJobs.latestOf(quoteId(1));
  return { ...bench, first, latest };
}

/** The words of a job: the bench encodes a receipt as the layout it was. */
function wordsOf(bytes: Uint8Array | undefined): string {
  const { slips } = JSON.parse(new TextDecoder().decode(bytes)) as LaidOutReceipt;
  return slips
    .flatMap(({ lines }) => lines.map(({ spans }) => spans.map(({ text }) => text).join('')))
    .join('\n');
}

const statusOf = (state: PrintJobStatus['state']): PrintJobStatus =>
  state === 'failed' || state === 'uncertain' ? { state, problem: 'stalled' } : { state, problem: null };

describe('printing a receipt again', () => {
  it.each(['printed', 'sent', 'uncertain', 'sending'] as const)(
    'after a job that is %s makes a copy, numbered and marked',
    async (state) => {
      const { receipts, latest, first, printing } = await paidBench(statusOf(state));
      expect(receipts.reprint(quoteId(1))).toEqual({ ok: true, value: undefined });
      expect(latest()).toMatchObject({ copy: 1, state: 'queued' });
      expect(latest()?.id).not.toBe(first.id);
      expect(wordsOf(latest()?.bytes)).toContain('CETAK ULANG ke-1');
      expect(wordsOf(first.bytes)).not.toContain('CETAK ULANG');
      expect(printing).toMatchObject({ woken: 2, retried: [] });
    },
  );

  it.each(['failed', 'queued'] as const)(
    'after a job that is %s tries the same job: no copy of a paper that never was',
    async (state) => {
      const { receipts, latest, first, printing } = await paidBench(statusOf(state));
      expect(receipts.reprint(quoteId(1)).ok).toBe(true);
      expect(latest()?.id).toBe(first.id);
      expect(printing.retried).toEqual([first.id]);
    },
  );

  it('covers every state of a job above', () => {
    const covered = ['printed', 'sent', 'uncertain', 'sending', 'failed', 'queued'];
    expect(covered.toSorted()).toEqual([...printJobStates].toSorted());
  });

  it('counts the copies', async () => {
    const { receipts, latest, ledger } = await paidBench(statusOf('printed'));
    for (const n of [1, 2, 3]) {
      receipts.reprint(quoteId(1));
      const copy = latest();
      expect(copy?.copy).toBe(n);
      expect(wordsOf(copy?.bytes)).toContain(`CETAK ULANG ke-${n}`);
      if (copy !== undefined) ledger.printJobs.setStatus(copy.id, statusOf('printed'));
    }
  });

  it('keeps the number of a copy that failed: it is the same paper', async () => {
    const { receipts, latest, ledger, printing } = await paidBench(statusOf('printed'));
    receipts.reprint(quoteId(1));
    const copy = latest();
    if (copy === undefined) throw new Error('no copy');
    ledger.printJobs.setStatus(copy.id, statusOf('failed'));
    receipts.reprint(quoteId(1));
    expect(latest()?.id).toBe(copy.id);
    expect(printing.retried).toEqual([copy.id]);
  });

  it('is the first print, unmarked, where composing the first had failed', () => {
    const bench = saleBench();
    bench.putQuote(1);
    bench.ledger.arm(arming(1, { at: bench.clock.now(), cash: quote(1).total }));
    bench.ledger.settle({
      payment: quoteId(1),
      at: bench.clock.now(),
      actor: 'counter',
      outcome: paid,
      by: 'reply',
    });
    expect(bench.ledger.printJobs.latestOf(quoteId(1))).toBeUndefined();
    expect(bench.receipts.reprint(quoteId(1)).ok).toBe(true);
    const job = bench.ledger.printJobs.latestOf(quoteId(1));
    expect(job?.copy).toBe(0);
    expect(wordsOf(job?.bytes)).not.toContain('CETAK ULANG');
  });

  it('prints the biller’s words that were stored, not new ones', async () => {
    const { receipts, latest, first, fake } = await paidBench(statusOf('printed'));
    const asked = fake.asked.length;
    receipts.reprint(quoteId(1));
    expect(fake.asked).toHaveLength(asked);
    expect(wordsOf(latest()?.bytes)).toContain('TOTAL BAYAR: 303.500');
    expect(wordsOf(first.bytes)).toContain('TOTAL BAYAR: 303.500');
  });

  it('of a payment that is not there, or not paid, is refused and makes no job', async () => {
    const bench = saleBench();
    bench.putQuote(1);
    expect(bench.receipts.reprint(quoteId(1))).toEqual({ ok: false, error: { code: 'payment-not-found' } });
    bench.fake.byDeadline = () => Promise.resolve(reply('rejected'));
    await bench.pay(quoteId(1));
    expect(bench.ledger.payment(quoteId(1))?.outcome).toEqual(rejected);
    expect(bench.receipts.reprint(quoteId(1))).toEqual({ ok: false, error: { code: 'not-paid' } });
    expect(bench.receipts.text(quoteId(1))).toEqual({ ok: false, error: { code: 'not-paid' } });
    expect(bench.ledger.printJobs.latestOf(quoteId(1))).toBeUndefined();
  });
});

describe('the receipt of a payment without real money', () => {
  it('says so on paper, on every copy, and in the text for a message', async () => {
    const { receipts, first, latest } = await paidBench(statusOf('printed'));
    receipts.reprint(quoteId(1));
    const text = receipts.text(quoteId(1));
    expect(text.ok).toBe(true);
    for (const words of [wordsOf(first.bytes), wordsOf(latest()?.bytes), text.ok ? text.value : '']) {
      expect(words).toMatch(/latihan/i);
    }
  });
});

describe('a receipt the biller sent no words for', () => {
  it('is made of the fields', async () => {
    const bench = saleBench();
    bench.putQuote(1);
    if (paid.kind !== 'paid') throw new Error('not paid');
    const confirmation = { ...paid.confirmation, receiptText: ' ' };
    bench.fake.read = () => ({ outcome: { kind: 'paid', confirmation } });
    await bench.pay(quoteId(1));
    const words = wordsOf(bench.ledger.printJobs.latestOf(quoteId(1))?.bytes);
    expect(words).toContain(quote(1).customerNumber);
    expect(words).toContain('303.500');
    expect(bench.faults).toEqual([]);
  });
});

describe('the bytes of a job', () => {
  it('are those that were committed, with the paper they are laid out for', async () => {
    const { receipts, first } = await paidBench();
    expect(receipts.bytes(first.id)).toEqual({ ok: true, value: { bytes: first.bytes, paper: '58mm' } });
    expect(receipts.bytes(jobId(99))).toEqual({ ok: false, error: { code: 'payment-not-found' } });
  });
});

describe('what the window sees of a payment', () => {
  it('holds neither the raw exchange nor the biller’s receipt text', async () => {
    const { ledger, latest } = await paidBench();
    const record = ledger.payment(quoteId(1));
    if (record === undefined) throw new Error('no payment');
    const view = viewPayment({
      record,
      ledger: ledger.kind,
      receipt: latest(),
      interim: undefined,
      unsaved: undefined,
      known: { refusal: null, checking: { kind: 'not-needed' }, canTakeForFinal: false },
    });
    expect(paymentViewSchema.parse(view)).toEqual(view);
    expect(view.change).toBe(46_500);
    const shown = JSON.stringify(view);
    for (const kept of ['receiptText', 'STRUK', 'fingerprint', 'POST /', '127.0.0.1'])
      expect(shown).not.toContain(kept);
  });
});
