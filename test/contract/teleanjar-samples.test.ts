import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readInquiryReply } from '../../electron/billers/teleanjar/inquiry-reply.ts';
import { readPaymentReply } from '../../electron/billers/teleanjar/payment-reply.ts';
import { rupiah } from '../../shared/money.ts';
import type { Quote } from '../../shared/payment/quote.ts';
import type { ProductId } from '../../shared/products.ts';
import { textOfLine } from '../../shared/receipt/document.ts';
import { readInfoStruk } from '../../shared/receipt/info-struk.ts';
import { instant } from '../../shared/time.ts';
import { newQuoteId } from '../../electron/app/new-id.ts';

/**
 * The eight samples of the H2H document V1.4, as printed: line breaks inside strings, damaged slashes and the
 * trailing comma included. What must be made of each stands beside it as text.
 */
const folder = path.resolve(import.meta.dirname, '../fixtures/teleanjar');
const fixture = (name: string): string => fs.readFileSync(path.join(folder, name), 'utf8');
const replyOf = (name: string) => ({
  status: 200,
  date: null,
  body: new TextEncoder().encode(fixture(`${name}.txt`)),
  complete: true,
});

const asked: Readonly<Record<ProductId, string>> = {
  'pln-postpaid': '123456789282',
  'pln-prepaid': '55000002604',
  'pln-nontaglis': '5311000928219',
  'telkom-pstn': '023158334621',
};

const bill = (amount: number, adminFee: number) => ({
  amount: rupiah(amount),
  adminFee: rupiah(adminFee),
  total: rupiah(amount + adminFee),
});

const quote = (
  product: ProductId,
  customerNumber: string,
  bills: Quote['bills'],
  customer: Partial<Quote['customer']> = {},
): Quote => ({
  id: newQuoteId(),
  product,
  biller: 'teleanjar',
  customerNumber,
  customer: { identity: customerNumber, name: 'any', details: [], ...customer },
  inquiryId: 'any',
  bills,
  total: rupiah(bills.reduce((sum, each) => sum + each.total, 0)),
  quotedAt: instant(0),
  expiresAt: instant(1),
});

/** The quotes that the document's payments answer. The token's denomination is ours: the sample names none. */
const quotes: Readonly<Record<ProductId, Quote>> = {
  'pln-postpaid': quote('pln-postpaid', '123456792482', [bill(500_000, 2500), bill(1_050_000, 2500)]),
  'pln-prepaid': quote('pln-prepaid', '12345678901', [bill(20_000, 1500)], {
    identity: '100456789024',
    details: [
      { label: 'meter-number', value: '12345678901' },
      { label: 'idpel', value: '100456789024' },
    ],
  }),
  'pln-nontaglis': quote('pln-nontaglis', '5311000928219', [bill(1_000_000, 7500)], {
    identity: '5311000928219',
    details: [{ label: 'idpel', value: '123456790282' }],
  }),
  'telkom-pstn': quote('telkom-pstn', '023158334621', [bill(657_207, 2500)]),
};

const products = Object.keys(asked) as ProductId[];

describe('the samples of the H2H document', () => {
  it.each(products)('reads the inquiry of %s as the record beside it', async (product) => {
    const read = readInquiryReply(product, asked[product], replyOf(`inquiry-${product}`));
    await expect(`${JSON.stringify(read, null, 2)}\n`).toMatchFileSnapshot(
      path.join(folder, `inquiry-${product}.record.json`),
    );
    expect(read.ok).toBe(true);
  });

  it.each(products)('reads the payment of %s as the record beside it', async (product) => {
    const { outcome, deposit } = readPaymentReply(quotes[product], replyOf(`payment-${product}`));
    expect(outcome.kind).toBe('paid');
    if (outcome.kind !== 'paid') return;
    const { receiptText: _printed, ...record } = outcome.confirmation;
    await expect(`${JSON.stringify({ ...record, deposit }, null, 2)}\n`).toMatchFileSnapshot(
      path.join(folder, `payment-${product}.record.json`),
    );
  });

  it.each(products)('reads the receipt of %s as the lines beside it', async (product) => {
    const { outcome } = readPaymentReply(quotes[product], replyOf(`payment-${product}`));
    if (outcome.kind !== 'paid') throw new Error('the sample is not paid');
    const { receiptText, bills } = outcome.confirmation;
    const { document } = readInfoStruk(receiptText, bills);
    expect(document.slips).toHaveLength(bills);
    const lines = document.slips.map((slip) => slip.lines.map(textOfLine).join('\n'));
    await expect(`${lines.join('\n-- cut --\n')}\n`).toMatchFileSnapshot(
      path.join(folder, `payment-${product}.receipt.txt`),
    );
  });

  it('refuses the inquiry of another customer', () => {
    const read = readInquiryReply('pln-postpaid', '123456789283', replyOf('inquiry-pln-postpaid'));
    expect(read).toEqual({ ok: false, error: { code: 'mismatched-reply' } });
  });

  it('does not believe a payment of another customer, another sum or another number of bills', () => {
    const { 'pln-postpaid': right } = quotes;
    const reply = replyOf('payment-pln-postpaid');
    const [first] = right.bills;
    if (first === undefined) throw new Error('the quote has bills');
    const wrong: readonly Quote[] = [
      { ...right, customer: { ...right.customer, identity: '123456792483' } },
      { ...right, bills: [bill(500_000, 2500), bill(1_050_001, 2500)], total: rupiah(1_555_001) },
      { ...right, bills: [bill(1_552_500, 2500)], total: right.total },
      { ...right, bills: [first], total: first.total },
    ];
    for (const each of wrong) {
      expect(readPaymentReply(each, reply).outcome).toEqual({ kind: 'unknown', reason: 'mismatched-reply' });
    }
  });
});
