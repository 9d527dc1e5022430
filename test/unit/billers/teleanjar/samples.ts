import fs from 'node:fs';
import path from 'node:path';
import { newQuoteId } from '../../../../electron/app/new-id.ts';
import type { ApiExchange, RawReply } from '../../../../electron/billers/biller.ts';
import { rupiah, sumRupiah } from '../../../../shared/money.ts';
import type { Bill, Customer, Quote } from '../../../../shared/payment/quote.ts';
import type { ProductId } from '../../../../shared/products.ts';
import { instant } from '../../../../shared/time.ts';

/** The eight samples of the H2H document V1.4, and the quotes that its payments answer. */
export const sampleProducts = ['pln-postpaid', 'pln-prepaid', 'pln-nontaglis', 'telkom-pstn'] as const;
export type SampleProduct = (typeof sampleProducts)[number];

export const sample = (name: `${'inquiry' | 'payment'}-${SampleProduct}`): string =>
  fs.readFileSync(path.resolve(import.meta.dirname, `../../../fixtures/teleanjar/${name}.txt`), 'utf8');

export const replyOf = (text: string, change: Partial<RawReply> = {}): RawReply => ({
  status: 200,
  date: null,
  body: new TextEncoder().encode(text),
  complete: true,
  ...change,
});

export const exchangeOf = (text: string, change: Partial<RawReply> = {}): ApiExchange => ({
  request: 'POST any',
  reply: replyOf(text, change),
});

export const bill = (amount: number, adminFee: number): Bill => ({
  amount: rupiah(amount),
  adminFee: rupiah(adminFee),
  total: rupiah(amount + adminFee),
});

export function quoteFor(
  product: ProductId,
  customerNumber: string,
  bills: readonly Bill[],
  customer: Partial<Customer> = {},
): Quote {
  return {
    id: newQuoteId(),
    product,
    biller: 'teleanjar',
    service: { code: 'TELE-ANY', name: 'any' },
    customerNumber,
    customer: { identity: customerNumber, name: 'any', details: [], ...customer },
    inquiryId: 'R1',
    bills,
    total: sumRupiah(bills.map((each) => each.total)),
    quotedAt: instant(0),
    expiresAt: instant(1),
  };
}

/** The token's denomination is ours: the sample names none. */
export const sampleQuotes: Readonly<Record<SampleProduct, Quote>> = {
  'pln-postpaid': quoteFor('pln-postpaid', '123456792482', [bill(500_000, 2500), bill(1_050_000, 2500)]),
  'pln-prepaid': quoteFor('pln-prepaid', '12345678901', [bill(20_000, 1500)], {
    identity: '100456789024',
    details: [
      { label: 'meter-number', value: '12345678901' },
      { label: 'idpel', value: '100456789024' },
    ],
  }),
  'pln-nontaglis': quoteFor('pln-nontaglis', '5311000928219', [bill(1_000_000, 7500)], {
    details: [{ label: 'idpel', value: '123456790282' }],
  }),
  'telkom-pstn': quoteFor('telkom-pstn', '023158334621', [bill(657_207, 2500)]),
};

/** The numbers that the document's inquiries ask for. */
export const sampleNumbers: Readonly<Record<SampleProduct, string>> = {
  'pln-postpaid': '123456789282',
  'pln-prepaid': '55000002604',
  'pln-nontaglis': '5311000928219',
  'telkom-pstn': '023158334621',
};
