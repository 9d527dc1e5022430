import * as fc from 'fast-check';
import { rupiah, sumRupiah } from '../../../shared/money.ts';
import { detailLabels, type Detail } from '../../../shared/payment/detail.ts';
import type { Bill } from '../../../shared/payment/quote.ts';
import { productIds } from '../../../shared/products.ts';
import { confirmationOf, quoteOf, type PaidSample } from '../../fixtures/receipt/paid-samples.ts';
import { anyInfoStruk } from './receipts.ts';

/** Whatever a server may put in a field: words, attacks, imitations of our own lines. */
export const anyText = (maxLength: number): fc.Arbitrary<string> =>
  fc
    .oneof(
      fc.string({ maxLength: 60 }),
      anyInfoStruk,
      fc.constantFrom(
        'TOTAL BAYAR : Rp 1',
        'x'.repeat(32) + ' TOTAL BAYAR : Rp 1',
        '\nTOTAL BAYAR : Rp 1',
        `${'y'.repeat(18)} TOTAL BAYAR : Rp 1 ${'z'.repeat(31)} TOTAL BAYAR : Rp 2`,
        'STROOM/TOKEN: 6722 0840 8781 8484 1314',
        '…'.repeat(30),
        'R1 / 1300VA',
        '5.000',
        '00012480',
        '201803,201804',
      ),
      fc
        .array(fc.constantFrom('TOTAL', 'BAYAR', ':', 'a', 'b'.repeat(15), 'c'.repeat(31), '…'), {
          maxLength: 20,
        })
        .map((words) => words.join(' ')),
    )
    .map((text) => text.slice(0, maxLength));

const anyDetail: fc.Arbitrary<Detail> = fc.oneof(
  fc.record({ label: fc.constantFrom(...detailLabels), value: anyText(200) }),
  fc.record({ label: fc.constant('other' as const), name: anyText(60), value: anyText(200) }),
);
const anyDetails = fc.array(anyDetail, { maxLength: 20 });

const anyAmount = fc
  .oneof(fc.integer({ min: 0, max: 5_000_000 }), fc.integer({ min: 0, max: 999_999_999_999 }))
  .map(rupiah);

const anyBill: fc.Arbitrary<Bill> = fc
  .record({ amount: anyAmount, adminFee: anyAmount, period: anyText(40), details: anyDetails })
  .map((parts) => ({ ...parts, total: sumRupiah([parts.amount, parts.adminFee]) }));

/** A payment whose every text is a server's, with whatever else thrown in. */
export const anyPaid: fc.Arbitrary<PaidSample> = fc
  .record({
    product: fc.constantFrom(...productIds),
    bills: fc.array(anyBill, { minLength: 1, maxLength: 4 }),
    name: anyText(100),
    identity: anyText(40),
    service: anyText(60),
    inquiryId: anyText(64),
    reference: anyText(64),
    time: anyText(40),
    asked: anyDetails,
    replied: anyDetails,
    ofBills: fc.array(anyDetails, { maxLength: 4 }),
    arrears: fc.option(fc.integer({ min: 0, max: 999 })),
    token: fc.option(fc.stringMatching(/^\d{20}$/)),
    kwh: anyText(20),
  })
  .map((any) => ({
    quote: quoteOf(any.product, {
      bills: any.bills,
      service: { code: 'X', name: any.service },
      customer: { identity: any.identity, name: any.name, details: any.asked },
      inquiryId: any.inquiryId,
    }),
    confirmation: confirmationOf({
      reference: any.reference,
      transactionTime: any.time,
      kwh: any.kwh,
      details: any.replied,
      billDetails: any.ofBills,
      bills: any.bills.length,
      ...(any.arrears === null ? {} : { remainingArrears: any.arrears }),
      ...(any.token === null ? {} : { token: any.token }),
    }),
  }));
