import fs from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPaymentReply } from '../../../../electron/billers/teleanjar/payment-reply.ts';
import { newQuoteId } from '../../../../electron/app/new-id.ts';
import { rupiah } from '../../../../shared/money.ts';
import { paymentOutcomeSchema } from '../../../../shared/payment/outcome.ts';
import type { Quote } from '../../../../shared/payment/quote.ts';
import { instant } from '../../../../shared/time.ts';

const bill = (amount: number) => ({
  amount: rupiah(amount),
  adminFee: rupiah(2500),
  total: rupiah(amount + 2500),
});

/** The quote that the document's sample of a two-month payment answers. */
const quote: Quote = {
  id: newQuoteId(),
  product: 'pln-postpaid',
  biller: 'teleanjar',
  customerNumber: '123456792482',
  customer: { identity: '123456792482', name: 'any', details: [] },
  inquiryId: 'any',
  bills: [bill(500_000), bill(1_050_000)],
  total: rupiah(1_555_000),
  quotedAt: instant(0),
  expiresAt: instant(1),
};

const sample = fs.readFileSync(
  path.resolve(import.meta.dirname, '../../../fixtures/teleanjar/payment-pln-postpaid.txt'),
  'utf8',
);
const read = (text: string, status = 200, complete = true) =>
  readPaymentReply(quote, { status, date: null, body: new TextEncoder().encode(text), complete });

describe('an answer to a payment', () => {
  it('is believed as the document prints it', () => {
    expect(read(sample).outcome.kind).toBe('paid');
  });

  it('is not believed when it was cut short, or has a status that is not 200', () => {
    expect(read(sample, 200, false).outcome).toMatchObject({ kind: 'unknown', reason: 'unreadable-reply' });
    expect(read(sample, 500).outcome).toMatchObject({ kind: 'unknown', code: 'HTTP 500' });
  });

  it('changed anywhere never throws, is never rejected, and is paid only while number and totals stand', () => {
    const rights = ['"SWT:0000"', '"123456792482"', '502500', '1052500'];
    fc.assert(
      fc.property(
        fc.nat(sample.length - 1),
        fc.nat(6),
        fc.string({ unit: 'binary', maxLength: 6 }),
        (at, removed, inserted) => {
          const changed = sample.slice(0, at) + inserted + sample.slice(at + removed);
          const { outcome } = read(changed);
          expect(paymentOutcomeSchema.safeParse(outcome).success).toBe(true);
          expect(outcome.kind).not.toBe('rejected');
          if (outcome.kind === 'paid') for (const right of rights) expect(changed).toContain(right);
        },
      ),
      { numRuns: 5000 },
    );
  });

  it('of any bytes never throws and is never paid', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (body) => {
        const { outcome } = readPaymentReply(quote, { status: 200, date: null, body, complete: true });
        expect(outcome.kind).toBe('unknown');
      }),
      { numRuns: 1000 },
    );
  });
});
