import { describe, expect, it } from 'vitest';
import { isRow } from '../../../../electron/billers/teleanjar/envelope.ts';
import { readInquiryReply } from '../../../../electron/billers/teleanjar/inquiry-reply.ts';
import { readPaymentReply } from '../../../../electron/billers/teleanjar/payment-reply.ts';
import { parseTolerantJson } from '../../../../electron/billers/teleanjar/tolerant-json.ts';
import { paymentOutcomeSchema } from '../../../../shared/payment/outcome.ts';
import { exchangeOf, replyOf, sample, sampleNumbers, sampleProducts, sampleQuotes } from './samples.ts';

/** The fields that decide what an answer is and say nothing more, the id of the answer itself, and the text that nobody parses. */
const decide: ReadonlySet<string> = new Set(['response', 'rc', 'respid', 'info']);

/** Every scalar of a value, as text. */
function leaves(value: unknown): readonly string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(leaves);
}

/** The fields of a sample with each value of theirs. */
function fieldsOf(text: string): readonly (readonly [field: string, value: string])[] {
  const parsed = parseTolerantJson(text);
  if (!parsed.ok || !isRow(parsed.value.value)) throw new Error('the sample cannot be read');
  const { respdata, ...envelope } = parsed.value.value;
  const records = [envelope, ...(Array.isArray(respdata) ? respdata : [])];
  return records.flatMap((record) =>
    Object.entries(record).flatMap(([field, value]) => leaves(value).map((leaf) => [field, leaf] as const)),
  );
}

/** What is told, a pair of tariff and power also as its two parts, and a token without its blanks. */
function expectTold(text: string, told: unknown): void {
  const known = new Set(leaves(told).flatMap((leaf) => [leaf, ...leaf.split(' / ')]));
  const missing = fieldsOf(text).filter(([field, value]) => {
    if (decide.has(field) || value === '') return false;
    const words = field === 'token' ? value.replaceAll(' ', '') : value;
    return !known.has(words);
  });
  expect(missing).toEqual([]);
}

describe('of the samples of the document', () => {
  it.each(sampleProducts)('the inquiry of %s tells every field', (product) => {
    const text = sample(`inquiry-${product}`);
    const exchange = exchangeOf(text);
    const read = readInquiryReply(product, sampleNumbers[product], exchange);
    if (!read.ok) throw new Error(read.error.code);
    const { exchange: kept, ...told } = read.value;
    expect(kept).toBe(exchange);
    expectTold(text, told);
  });

  it.each(sampleProducts)('the payment of %s tells every field', (product) => {
    const text = sample(`payment-${product}`);
    const { outcome, deposit } = readPaymentReply(sampleQuotes[product], replyOf(text), []);
    expect(paymentOutcomeSchema.safeParse(outcome).success).toBe(true);
    if (outcome.kind !== 'paid') throw new Error(outcome.kind);
    expectTold(text, [sampleQuotes[product], outcome, deposit]);
  });

  it('the payment of two months says of each what is its own, and once what is of both', () => {
    const { outcome } = readPaymentReply(
      sampleQuotes['pln-postpaid'],
      replyOf(sample('payment-pln-postpaid')),
      [],
    );
    const month = (period: string, arrears: string) => [
      { label: 'period', value: period },
      { label: 'meter-start', value: '00000000' },
      { label: 'meter-end', value: '00000000' },
      { label: 'arrears', value: arrears },
    ];
    expect(outcome).toMatchObject({
      kind: 'paid',
      confirmation: {
        reference: 'E29AF7F5547E4C68B928908A551DAB34',
        transactionTime: '2018-05-30 15:02:26',
        bills: 2,
        remainingArrears: 0,
        details: [
          { label: 'other', name: 'nama', value: 'carlton nas"ser' },
          { label: 'tariff-power', value: 'R1 / 210000VA' },
          { label: 'service-unit-phone', value: '02123124123' },
        ],
        billDetails: [month('FEB16', '1'), month('MAR16', '0')],
      },
    });
  });

  it('the token has its sums by name, and its odd total as a remark', () => {
    const { outcome } = readPaymentReply(
      sampleQuotes['pln-prepaid'],
      replyOf(sample('payment-pln-prepaid')),
      [],
    );
    if (outcome.kind !== 'paid') throw new Error(outcome.kind);
    const { confirmation } = outcome;
    expect(confirmation).toMatchObject({
      token: '67220840878184841314',
      kwh: '35',
      remarks: [{ code: 'total-differs', quoted: 21_500, replied: 22_400 }],
    });
    expect(confirmation.details).toEqual(
      expect.arrayContaining([
        { label: 'vat', value: '2250' },
        { label: 'street-lighting-tax', value: '19' },
        { label: 'stamp-duty', value: '3224' },
        { label: 'instalment', value: '7141' },
        { label: 'token-value', value: '22500' },
        { label: 'total-paid', value: '22400' },
        { label: 'message', value: 'Info Lebih Lanjut Hub 123 atau pln.co.id' },
        { label: 'service-unit-phone', value: '021234567890' },
      ]),
    );
  });

  it('Telkom’s reference is no period, and its slip has a number', () => {
    const inquiry = readInquiryReply(
      'telkom-pstn',
      sampleNumbers['telkom-pstn'],
      exchangeOf(sample('inquiry-telkom-pstn')),
    );
    expect(inquiry).toMatchObject({
      value: { customer: { details: [{ label: 'reference', value: '4b2b77ebb7e' }] } },
    });
    expect(inquiry).not.toHaveProperty('value.bills.0.period');
    const { outcome } = readPaymentReply(
      sampleQuotes['telkom-pstn'],
      replyOf(sample('payment-telkom-pstn')),
      [],
    );
    expect(outcome).toMatchObject({
      confirmation: {
        details: expect.arrayContaining([
          { label: 'slip-number', value: '000017' },
          { label: 'reference', value: '4b2b77ebb7e' },
        ]),
      },
    });
  });
});
