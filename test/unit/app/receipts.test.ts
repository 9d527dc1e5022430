import { describe, expect, it } from 'vitest';
import { viewPayment } from '../../../electron/app/payment-view.ts';
import type { UnsavedOutcome } from '../../../electron/app/unsaved.ts';
import { LedgerWriteError } from '../../../electron/ledger/ledger.ts';
import { encodeReceipt } from '../../../electron/printing/encode.ts';
import { paymentViewSchema } from '../../../shared/contract/payment-view.ts';
import { printJobStates } from '../../../shared/payment/print-job.ts';
import { printerProfiles } from '../../../shared/printing/printer-profile.ts';
import { composeOn } from '../../../shared/receipt/compose.ts';
import { layOutReceipt } from '../../../shared/receipt/layout.ts';
import { sheetFromJson } from '../../../shared/receipt/sheet-json.ts';
import { ok } from '../../../shared/result.ts';
import { arming, jobId, paid, quote, quoteId, rejected, reply, unknown } from '../ledger/documents.ts';
import { paidBench, statusOf, wordsOf } from './paid-bench.ts';
import { saleBench } from './sale-bench.ts';
import { office, till, tillAs, twoPrinters } from './two-printers.ts';

describe('printing a receipt again', () => {
  it.each(['printed', 'sent', 'uncertain', 'sending'] as const)(
    'after a job that is %s makes a copy, numbered and marked',
    async (state) => {
      const { receipts, latest, first, printing } = await paidBench(state);
      expect(receipts.reprint(quoteId(1))).toEqual({ ok: true, value: undefined });
      expect(latest()).toMatchObject({ copy: 1, state: 'queued' });
      expect(latest().id).not.toBe(first.id);
      expect(wordsOf(latest().bytes)).toContain('CETAK ULANG ke-1');
      expect(wordsOf(first.bytes)).not.toContain('CETAK ULANG');
      expect(printing).toMatchObject({ woken: 2, retried: [] });
    },
  );

  it.each(['failed', 'queued'] as const)(
    'after a job that is %s tries the same job: no copy of a paper that never was',
    async (state) => {
      const { receipts, latest, first, printing } = await paidBench(state);
      expect(receipts.reprint(quoteId(1)).ok).toBe(true);
      expect(latest().id).toBe(first.id);
      expect(printing.retried).toEqual([first.id]);
    },
  );

  it('covers every state of a job above', () => {
    const covered = ['printed', 'sent', 'uncertain', 'sending', 'failed', 'queued'];
    expect(covered.toSorted()).toEqual([...printJobStates].toSorted());
  });

  it('counts the copies', async () => {
    const { receipts, latest, become } = await paidBench('printed');
    for (const n of [1, 2, 3]) {
      receipts.reprint(quoteId(1));
      const copy = latest();
      expect(copy.copy).toBe(n);
      expect(wordsOf(copy.bytes)).toContain(`CETAK ULANG ke-${n}`);
      become(copy, 'printed');
    }
  });

  it('keeps the number of a copy that failed: it is the same paper', async () => {
    const { receipts, latest, become, printing } = await paidBench('printed');
    receipts.reprint(quoteId(1));
    const copy = latest();
    become(copy, 'failed');
    receipts.reprint(quoteId(1));
    expect(latest().id).toBe(copy.id);
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
    const { receipts, latest, first, fake } = await paidBench('printed');
    const asked = fake.asked.length;
    receipts.reprint(quoteId(1));
    expect(fake.asked).toHaveLength(asked);
    expect(wordsOf(latest().bytes)).toContain('TOTAL BAYAR: 303.500');
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

/** What has to be put into `before`, and where, to make `after`: pieces of one length, at the first place each may stand. */
function insertions(before: Uint8Array, after: Uint8Array, pieces: number): readonly string[] {
  const length = (after.length - before.length) / pieces;
  const found: string[] = [];
  let at = 0;
  for (const byte of before) {
    if (after[at] !== byte) {
      found.push(Buffer.from(after.subarray(at, at + length)).toString('latin1'));
      at += length;
    }
    if (after[at] !== byte) throw new Error(`not the same bytes at ${at}`);
    at += 1;
  }
  expect(at).toBe(after.length);
  return found;
}

const twoSlips = {
  kind: 'paid',
  confirmation: {
    reference: 'VSI0001',
    transactionTime: '2018-06-01 09:00:05',
    receiptText: [
      '\u001b@|\u001b!\u0010STRUK 1\u001b!\u0000|TOTAL BAYAR: 150.000|CA/tester/20180601090005|02a7b94ec3eeddc6aae5b1cb641cb511',
      '|STRUK 2|TOTAL BAYAR: 153.500|CA/tester/20180601090005|02a7b94ec3eeddc6aae5b1cb641cb522||',
    ].join('|'),
    bills: 2,
    details: [],
    billDetails: [],
    remarks: [],
  },
} as const;

describe('a reprint on the same printer', () => {
  const profiles = [
    ...Object.values(printerProfiles),
    { ...printerProfiles['58mm'], model: 'custom', cutter: 'esc-i', codePage: 16 } as const,
  ];

  it.each(profiles)(
    'is the first print’s bytes with its mark put in, one piece a slip ($model, $cutter)',
    async (profile) => {
      const { receipts, first, latest, become, printing } = await paidBench(
        'printed',
        tillAs(profile),
        (bench) => {
          bench.printing.encode = encodeReceipt;
          bench.fake.read = () => ({ outcome: twoSlips });
        },
      );
      // What was printed is printed again, whatever the shop calls itself by now.
      printing.shop = {
        ...printing.shop,
        shop: { name: 'Warung Lain', address: 'Jl. Lain' },
        slip: { logo: null, footer: 'Terima kasih', qr: 'https://example.id' },
      };
      for (const n of [1, 2]) {
        expect(receipts.reprint(quoteId(1)).ok).toBe(true);
        const copy = latest();
        become(copy, 'printed');
        expect(copy).toMatchObject({ copy: n, printer: 'till', profile, document: first.document });
        const pieces = insertions(first.bytes, copy.bytes, 2);
        expect(pieces).toHaveLength(2);
        for (const piece of pieces) expect(piece).toContain(`CETAK ULANG ke-${n}`);
      }
    },
  );
});

describe('a receipt whose printer is another by now', () => {
  const other = twoPrinters({ receipts: 'office' });
  /** The printer is gone; the other takes its place. */
  const removed = twoPrinters({ printers: [office], receipts: 'office' });

  it('is laid out anew for it, from what was stored with the first print, and marked', async () => {
    const { receipts, first, latest, printing } = await paidBench('printed', twoPrinters(), (bench) => {
      bench.printing.encode = encodeReceipt;
    });
    printing.settings = other;
    printing.shop = { ...printing.shop, shop: { name: 'Warung Lain', address: '' } };
    expect(receipts.reprint(quoteId(1)).ok).toBe(true);
    const sheet = sheetFromJson(first.document);
    if (sheet === undefined) throw new Error('the first print was not kept');
    const { profile } = office;
    expect(latest()).toMatchObject({ printer: 'office', profile, copy: 1, document: first.document });
    expect(latest().bytes).toEqual(
      encodeReceipt(layOutReceipt(composeOn(sheet, { copy: 1, paper: profile }))),
    );
    expect(Buffer.from(latest().bytes).toString('latin1')).toContain('Loket Bu Sri');
    expect(Buffer.from(latest().bytes).toString('latin1')).not.toContain('Warung Lain');
  });

  it.each([
    ['failed', 'another is chosen', other],
    ['queued', 'another is chosen', other],
    ['failed', 'it was removed', removed],
    ['queued', 'it was removed', removed],
    ['failed', 'its paper is another', tillAs(printerProfiles['80mm'])],
    ['queued', 'its paper is another', tillAs(printerProfiles['80mm'])],
  ] as const)(
    'and took nothing (%s, %s) keeps its number there, and the old job is nobody’s any more',
    async (state, _why, settings) => {
      const bench = await paidBench(state, twoPrinters());
      const { receipts, first, latest, printing, ledger, counter } = bench;
      printing.settings = settings;
      expect(receipts.reprint(quoteId(1))).toEqual(ok(undefined));
      const receiptPrinter = settings.printers.find(({ id }) => id === settings.receipts);
      expect(latest()).toMatchObject({
        copy: 0,
        state: 'queued',
        printer: settings.receipts,
        profile: receiptPrinter?.profile,
        document: first.document,
        askedBy: 'cashier',
      });
      expect(latest().id).not.toBe(first.id);
      expect(wordsOf(latest().bytes)).not.toContain('CETAK ULANG');
      expect(printing.retried).toEqual([]);
      // No queue takes it up again, and nobody is asked about it.
      expect(ledger.printJobs.next('till')?.id).not.toBe(first.id);
      expect(ledger.printJobs.inState('failed')).toEqual([]);
      expect(ledger.printJobs.countWaiting()).toBe(0);
      expect(counter.state().papersWaiting).toBe(0);
    },
  );

  it('and whose connection alone is another, is the same job: what was laid out fits', async () => {
    const { receipts, first, latest, printing } = await paidBench('failed', twoPrinters());
    printing.settings = twoPrinters({ printers: [{ ...till, connection: office.connection }, office] });
    receipts.reprint(quoteId(1));
    expect(latest().id).toBe(first.id);
    expect(printing.retried).toEqual([first.id]);
  });

  it('stays where it is, and is told, where the ledger takes no writing', async () => {
    let isFull = false;
    const bench = saleBench((ledger) => ({
      ...ledger,
      printJobs: {
        ...ledger.printJobs,
        replace(...of) {
          if (isFull) throw new LedgerWriteError('disk-full');
          ledger.printJobs.replace(...of);
        },
      },
    }));
    bench.printing.settings = twoPrinters();
    bench.putQuote(1);
    await bench.pay(quoteId(1));
    isFull = true;
    bench.printing.settings = other;
    expect(bench.receipts.reprint(quoteId(1))).toEqual({ ok: false, error: { code: 'ledger-not-written' } });
    expect(bench.ledger.printJobs.next('till')).toMatchObject({ copy: 0 });
    isFull = false;
    expect(bench.receipts.reprint(quoteId(1)).ok).toBe(true);
    expect(bench.ledger.printJobs.latestOf(quoteId(1))).toMatchObject({ printer: 'office', copy: 0 });
    expect(bench.ledger.printJobs.next('till')).toBeUndefined();
    expect(bench.ledger.printJobs.countWaiting()).toBe(0);
  });
});

describe('a job', () => {
  it('is for the receipt printer of its day, says when and by whom it was asked for', async () => {
    const { first, latest, receipts, clock } = await paidBench('printed', twoPrinters());
    expect(first).toMatchObject({
      printer: 'till',
      profile: till.profile,
      askedBy: 'counter',
      askedAt: clock.now(),
      copy: 0,
    });
    clock.pass(60_000);
    receipts.reprint(quoteId(1));
    expect(latest()).toMatchObject({ askedBy: 'cashier', askedAt: clock.now(), copy: 1 });
  });

  it('that is in doubt is asked about no more once a copy is wanted: the copy stands for it', async () => {
    const { receipts, ledger, counter, latest } = await paidBench('uncertain');
    expect(ledger.printJobs.countWaiting()).toBe(1);
    receipts.reprint(quoteId(1));
    expect(latest()).toMatchObject({ copy: 1, state: 'queued' });
    expect(ledger.printJobs.countWaiting()).toBe(0);
    expect(counter.state().papersWaiting).toBe(0);
  });

  it.each(['', '{}', '{"v":9}', 'null', 'not json'])(
    'whose stored words cannot be read (%j) is made of the payment once more',
    async (document) => {
      const bench = saleBench((ledger) => ({
        ...ledger,
        printJobs: {
          ...ledger.printJobs,
          latestOf(...of) {
            const job = ledger.printJobs.latestOf(...of);
            return job?.copy === 0 ? { ...job, document } : job;
          },
        },
      }));
      bench.putQuote(1);
      await bench.pay(quoteId(1));
      const { receipts, ledger, clock } = bench;
      const first = ledger.printJobs.latestOf(quoteId(1));
      if (first === undefined) throw new Error('nothing to print');
      ledger.printJobs.setStatus(first.id, statusOf('printed'), clock.now());
      expect(receipts.text(quoteId(1))).toMatchObject({ ok: true });
      expect(receipts.reprint(quoteId(1))).toEqual(ok(undefined));
      const copy = ledger.printJobs.latestOf(quoteId(1));
      expect(copy).toMatchObject({ copy: 1 });
      expect(sheetFromJson(copy?.document ?? '')).toBeDefined();
      expect(wordsOf(copy?.bytes)).toContain('TOTAL BAYAR: 303.500');
    },
  );
});

describe('the text for a message', () => {
  it('is that of the paper that was printed, without the mark of a copy', async () => {
    const { receipts, printing, become, latest } = await paidBench('printed');
    const before = receipts.text(quoteId(1));
    receipts.reprint(quoteId(1));
    become(latest(), 'printed');
    printing.shop = { ...printing.shop, shop: { name: 'Warung Lain', address: '' } };
    printing.settings = tillAs(printerProfiles['80mm']);
    expect(receipts.text(quoteId(1))).toEqual(before);
    expect(before).toMatchObject({ ok: true, value: expect.stringContaining('Loket Bu Sri') as string });
  });
});

describe('the slip of a payment that is not certain', () => {
  async function uncertainBench() {
    const bench = saleBench();
    bench.printing.settings = twoPrinters();
    bench.fake.byDeadline = () => Promise.resolve(undefined);
    bench.putQuote(1);
    await bench.pay(quoteId(1));
    const latest = () => bench.ledger.printJobs.latestOf(quoteId(1), 'interim');
    return { ...bench, latest };
  }

  it('goes to the receipt printer, and keeps its number on another where it took nothing', async () => {
    const { receipts, latest, ledger, clock, printing } = await uncertainBench();
    expect(receipts.printInterim(quoteId(1))).toEqual(ok(undefined));
    const first = latest();
    expect(first).toMatchObject({ kind: 'interim', printer: 'till', copy: 0, askedBy: 'cashier' });
    if (first === undefined) throw new Error('no slip');
    ledger.printJobs.setStatus(first.id, statusOf('failed'), clock.now());
    printing.settings = twoPrinters({ receipts: 'office' });
    expect(receipts.printInterim(quoteId(1))).toEqual(ok(undefined));
    expect(latest()).toMatchObject({ printer: 'office', copy: 0, document: first.document });
    expect(ledger.printJobs.countWaiting()).toBe(0);
  });

  it('is refused once it is certain: it is due no longer, and only until then is there no receipt', async () => {
    const { receipts, settle } = await uncertainBench();
    expect(receipts.printInterim(quoteId(1))).toEqual(ok(undefined));
    expect(receipts.reprint(quoteId(1))).toMatchObject({ error: { code: 'not-paid' } });
    settle.byOutcome(quote(1), unknown, 'counter');
    settle.byOutcome(quote(1), paid, 'counter');
    expect(receipts.printInterim(quoteId(1))).toEqual({ ok: false, error: { code: 'no-longer-due' } });
    expect(receipts.reprint(quoteId(1))).toEqual(ok(undefined));
    expect(receipts.reprint(quoteId(2))).toMatchObject({ error: { code: 'payment-not-found' } });
  });
});

describe('the receipt of a payment without real money', () => {
  it('says so on paper, on every copy, and in the text for a message', async () => {
    const { receipts, first, latest } = await paidBench('printed');
    receipts.reprint(quoteId(1));
    const text = receipts.text(quoteId(1));
    expect(text.ok).toBe(true);
    for (const words of [wordsOf(first.bytes), wordsOf(latest().bytes), text.ok ? text.value : '']) {
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
    expect(receipts.bytes(first.id)).toEqual(ok({ bytes: first.bytes, paper: printerProfiles['58mm'] }));
    expect(receipts.bytes(jobId(99))).toEqual({ ok: false, error: { code: 'payment-not-found' } });
  });
});

describe('what the window sees of a payment', () => {
  it.each(printJobStates)(
    'says whether its paper waits (%s), and whether it is on the screen',
    async (state) => {
      const { ledger, papers, first } = await paidBench(state, twoPrinters());
      const record = ledger.payment(quoteId(1));
      if (record === undefined) throw new Error('no payment');
      const printOf = (unsaved?: UnsavedOutcome) =>
        viewPayment({
          record,
          ledger: ledger.kind,
          receipt: ledger.printJobs.standingOf(quoteId(1)),
          interim: undefined,
          isScreen: (printer) => printer === 'till',
          isOwed: false,
          unsaved,
          known: { refusal: null, checking: { kind: 'not-needed' }, canTakeForFinal: false },
        }).print;
      const told = { job: first.id, ...statusOf(state), copy: 0, isOnScreen: true };
      expect(printOf()).toEqual({ ...told, waits: state === 'failed' || state === 'uncertain' });
      papers.answer(first.id, 'leave');
      expect(printOf()).toEqual({ ...told, waits: false });
      const print = { ...first, printer: 'office', ...statusOf(state) };
      expect(printOf({ outcome: paid, print })).toEqual({ ...told, isOnScreen: false, waits: false });
    },
  );

  it('holds neither the raw exchange nor the biller’s receipt text', async () => {
    const { ledger } = await paidBench();
    const record = ledger.payment(quoteId(1));
    if (record === undefined) throw new Error('no payment');
    const view = viewPayment({
      record,
      ledger: ledger.kind,
      receipt: ledger.printJobs.standingOf(quoteId(1)),
      interim: undefined,
      isScreen: () => false,
      isOwed: false,
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
