import { describe, expect, it } from 'vitest';
import { viewPayment } from '../../../electron/app/payment-view.ts';
import { rupiah } from '../../../shared/money.ts';
import type { PaymentOutcome } from '../../../shared/payment/outcome.ts';
import { sheetFromJson } from '../../../shared/receipt/sheet-json.ts';
import { arming, paid, quote, quoteId, unknown } from '../ledger/documents.ts';
import { wordsOf } from './paid-bench.ts';
import { saleBench } from './sale-bench.ts';

const charged = { counterFee: rupiah(2_000), rounding: -500 } as const;

/** A payment of Rp 305.000 that Siti has sold. */
function sold(over: Parameters<typeof quote>[1] = charged) {
  const bench = saleBench();
  bench.putQuote(1, over);
  bench.ledger.arm(arming(1, { at: bench.clock.now(), cashier: 'Siti' }));
  const settle = (outcome: PaymentOutcome) => bench.settle.byOutcome(quote(1, over), outcome, 'counter');
  const words = (kind?: 'interim') => {
    const job = bench.ledger.printJobs.latestOf(quoteId(1), kind);
    return job === undefined ? '' : wordsOf(job.bytes);
  };
  return { ...bench, settleAs: settle, words };
}

describe('a receipt', () => {
  it('carries the shop’s sums and who sold it, on the first print and on every later one', () => {
    const bench = sold();
    bench.settleAs(paid);
    expect(bench.words()).toMatch(/BIAYA LOKET +Rp 2\.000\nPEMBULATAN +Rp -500\nTOTAL BAYAR +Rp 305\.000\n/);
    expect(bench.words()).toContain('KASIR: Siti');
    const job = bench.ledger.printJobs.latestOf(quoteId(1));
    if (job === undefined) throw new Error('nothing printed');
    bench.ledger.printJobs.setStatus(job.id, { state: 'printed', problem: null }, bench.clock.now());
    expect(bench.receipts.reprint(quoteId(1)).ok).toBe(true);
    expect(bench.words()).toContain('CETAK ULANG ke-1');
    expect(bench.words()).toMatch(/TOTAL BAYAR +Rp 305\.000\n/);
    expect(bench.words()).toContain('KASIR: Siti');
    const text = bench.receipts.text(quoteId(1));
    expect(text.ok && text.value).toMatch(
      /BIAYA LOKET +Rp 2\.000\nPEMBULATAN +Rp -500\nTOTAL BAYAR +Rp 305\.000\n\nKASIR: Siti/,
    );
  });

  it('names who sold it, whoever is at the counter when the answer comes', () => {
    const bench = sold({});
    bench.settleAs(unknown);
    bench.clock.pass(3_600_000);
    bench.settle.byOutcome(quote(1), paid, 'counter');
    expect(bench.words()).toContain('KASIR: Siti');
    expect(bench.words()).not.toMatch(/BIAYA LOKET|PEMBULATAN/);
  });

  it('can be printed from a sheet that was kept before there was any of this', () => {
    const bench = sold();
    bench.settleAs(paid);
    const job = bench.ledger.printJobs.latestOf(quoteId(1));
    const {
      sums: _sums,
      cashier: _cashier,
      ...others
    } = JSON.parse(job?.document ?? '{}') as Record<string, unknown>;
    const former = sheetFromJson(JSON.stringify({ ...others, v: 1 }));
    expect(former).toMatchObject({ sums: [], cashier: '', shop: { name: 'Loket Bu Sri' } });
  });
});

describe('the slip of a payment that is not certain', () => {
  it('counts the cash against what the customer pays', () => {
    const bench = sold();
    bench.settleAs(unknown);
    expect(bench.receipts.printInterim(quoteId(1)).ok).toBe(true);
    const words = bench.words('interim');
    for (const line of [
      /TAGIHAN +: Rp 303\.500/,
      /BIAYA LOKET +: Rp +2\.000/,
      /PEMBULATAN +: Rp +-500/,
      /TOTAL +: Rp 305\.000/,
      /DITERIMA +: Rp 350\.000/,
      /KEMBALIAN +: Rp +45\.000/,
      /KASIR: Siti/,
    ])
      expect(words).toMatch(line);
    expect(words).not.toContain('TOTAL BAYAR');
  });
});

describe('what the window sees of a charged payment', () => {
  it('has the change and the lists’ sums by what the customer paid', () => {
    const bench = sold();
    bench.settleAs(unknown);
    const record = bench.ledger.payment(quoteId(1));
    if (record === undefined) throw new Error('no payment');
    const view = viewPayment({
      record,
      ledger: 'training',
      receipt: undefined,
      interim: undefined,
      isScreen: () => false,
      isOwed: false,
      unsaved: undefined,
      known: { refusal: null, checking: { kind: 'not-needed' }, canTakeForFinal: false },
    });
    expect(view).toMatchObject({ change: 45_000, cashier: 'Siti' });
    expect(bench.ledger.recentPayments(5)).toMatchObject([{ total: 305_000 }]);
    expect(bench.ledger.openInBrief(5)).toMatchObject([{ total: 305_000 }]);
  });

  it('names the sum that was paid where the customer comes again', () => {
    const bench = sold();
    bench.settleAs(paid);
    bench.ledger.addQuote(quote(2, { customer: quote(1).customer }));
    expect(bench.ledger.doubts(quoteId(2), bench.clock.now())).toEqual(
      expect.arrayContaining([expect.objectContaining({ kind: 'paid-lately', total: 305_000 })]),
    );
  });
});
