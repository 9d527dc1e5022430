import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readInquiryReply } from '../../../../electron/billers/teleanjar/inquiry-reply.ts';
import { billSchema, customerSchema } from '../../../../shared/payment/quote.ts';
import type { ProductId } from '../../../../shared/products.ts';
import { exchangeOf, sample, sampleNumbers, sampleProducts } from './samples.ts';
import { mutatedJson } from './mutated-json.ts';

const number = '530000000001';
const foundRow = {
  idpel: number,
  nama: 'BUDI SANTOSO',
  blth: 'MEI18',
  tarif: 'R1',
  daya: '1300VA',
  tagihan: 300_000,
  admin: 2500,
  total: 302_500,
};
const answer = (change: object = {}, ...rowChanges: readonly object[]): string =>
  JSON.stringify({
    response: 'SWT:0000',
    respid: 'D8BA9284D292D7D4D277A7F64CFBEA84',
    respdata: (rowChanges.length === 0 ? [{}] : rowChanges).map((each) => ({ ...foundRow, ...each })),
    saldo: 901_256_709,
    ...change,
  });
const read = (text: string, product: ProductId = 'pln-postpaid', asked = number) =>
  readInquiryReply(product, asked, exchangeOf(text));
const codeOf = (text: string): string => {
  const found = read(text);
  return found.ok ? 'found' : found.error.code;
};

describe('an answer to an inquiry', () => {
  it('gives each month its own, and once what is of all', () => {
    const text = answer(
      {},
      { denda: 3000, alamat: 'JL. MAWAR 1' },
      { blth: 'JUN18', tagihan: '100', admin: 0, total: '100.0', alamat: 'JL. MAWAR 1' },
    );
    expect(read(text)).toMatchObject({
      ok: true,
      value: {
        kind: 'bills',
        inquiryId: 'D8BA9284D292D7D4D277A7F64CFBEA84',
        deposit: 901_256_709,
        customer: {
          identity: number,
          name: 'BUDI SANTOSO',
          details: [
            { label: 'tariff-power', value: 'R1 / 1300VA' },
            { label: 'address', value: 'JL. MAWAR 1' },
          ],
        },
        bills: [
          { period: 'MEI18', amount: 300_000, adminFee: 2500, total: 302_500 },
          { period: 'JUN18', amount: 100, adminFee: 0, total: 100 },
        ],
      },
    });
    expect(read(text)).toHaveProperty('value.bills.0.details', [{ label: 'penalty', value: '3000' }]);
    expect(read(text)).not.toHaveProperty('value.bills.1.details');
  });

  it.each([
    [
      'without a name, a tariff or a month',
      answer({}, { nama: null, tarif: 7, daya: [], blth: undefined }),
      'found',
    ],
    ['with the number as a number', answer({}, { idpel: Number(number) }), 'found'],
    ['with an id that is a number', answer({ respid: 123 }), 'found'],
    ['without an id', answer({ respid: '' }), 'unreadable-reply'],
    ['with an id that would be two values', answer({ respid: 'A|B' }), 'unreadable-reply'],
    ['with two ids', answer().replace('"respid"', '"respid":"X","respid"'), 'unreadable-reply'],
    ['of another customer', answer({}, { idpel: '530000000002' }), 'mismatched-reply'],
    ['with a bill of another customer', answer({}, {}, { idpel: '530000000002' }), 'mismatched-reply'],
    ['of nobody', answer({}, { idpel: '' }), 'unreadable-reply'],
    ['that does not add up', answer({}, { total: 302_501 }), 'mismatched-reply'],
    ['with a bill of nothing', answer({}, { tagihan: 0, admin: 0, total: 0 }), 'mismatched-reply'],
    ['with fractions', answer({}, { tagihan: 300_000.5 }), 'unreadable-reply'],
    ['without bills', answer({ respdata: [] }), 'unreadable-reply'],
    [
      'with more bills than a counter takes',
      answer({}, ...Array.from({ length: 25 }, () => ({}))),
      'unreadable-reply',
    ],
    ['whose second code says otherwise', answer({ rc: '14' }), 'refused-by-biller'],
  ])('%s comes to %s', (_what, text, code) => {
    expect(codeOf(text)).toBe(code);
  });

  it('that refuses by a code tells the code, its words and the biller’s clock', () => {
    const date = 'Wed, 30 May 2018 08:02:26 GMT';
    const refused = readInquiryReply('pln-prepaid', number, exchangeOf('{"response":"SWT:0016"}', { date }));
    expect(refused).toMatchObject({
      ok: false,
      error: {
        code: 'refused-by-biller',
        billerCode: '0016',
        refusal: { id: { next: 'Minta pelanggan menghubungi PLN (123).' } },
        date,
      },
    });
    expect(read('{"response":"SWT:1234"}')).toEqual({
      ok: false,
      error: { code: 'refused-by-biller', billerCode: '1234' },
    });
  });

  it('that refuses by words tells them, without what is meant for the program', () => {
    expect(read('{"response":"KILLME: Maaf,  gangguan"}')).toEqual({
      ok: false,
      error: { code: 'refused-by-biller', billerText: 'Maaf, gangguan' },
    });
  });

  it.each([
    [401, 'refused-by-biller'],
    [403, 'refused-by-biller'],
    [404, 'unreadable-reply'],
    [500, 'unreadable-reply'],
    [302, 'unreadable-reply'],
  ])('with status %i comes to %s', (status, code) => {
    const found = readInquiryReply('pln-postpaid', number, exchangeOf(answer(), { status }));
    expect(found).toMatchObject({ ok: false, error: { code } });
  });

  it('that was cut short is not believed', () => {
    const found = readInquiryReply('pln-postpaid', number, exchangeOf(answer(), { complete: false }));
    expect(found).toMatchObject({ ok: false, error: { code: 'unreadable-reply' } });
  });
});

describe('an answer about a token', () => {
  const tokenRow = {
    nometer: '55000002604',
    idpel: '100456789024',
    nama: 'Person 24',
    rp_admin: 1500,
    available_token: [20_000, 50_000],
  };
  const offer = (change: object): string =>
    JSON.stringify({ response: 'SWT:0000', respid: 'R1', respdata: [{ ...tokenRow, ...change }] });
  const ask = (change: object, asked: string) => read(offer(change), 'pln-prepaid', asked);

  it('is the same customer’s by meter and by idpel, and the idpel holds the place', () => {
    for (const asked of ['55000002604', '100456789024']) {
      expect(ask({}, asked)).toMatchObject({ value: { customer: { identity: '100456789024' } } });
    }
    expect(ask({ idpel: null }, '55000002604')).toMatchObject({
      value: { customer: { identity: '55000002604' } },
    });
    expect(ask({}, '55000002605')).toMatchObject({ error: { code: 'mismatched-reply' } });
    expect(ask({ idpel: '', nometer: '' }, '55000002604')).toMatchObject({
      error: { code: 'unreadable-reply' },
    });
  });

  it('offers each amount that is one, once', () => {
    const available_token = [20_000, '50000', 20_000, 0, -1, 0.5, 'x', null, '100000.00'];
    expect(ask({ available_token }, '55000002604')).toMatchObject({
      value: { kind: 'denominations', denominations: [20_000, 50_000, 100_000], adminFee: 1500 },
    });
    for (const none of [[], [0], 'x', null]) {
      expect(ask({ available_token: none }, '55000002604')).toMatchObject({
        error: { code: 'unreadable-reply' },
      });
    }
  });
});

describe('an answer about a product that the document does not describe', () => {
  it('is read by what it has in common with the others, and the rest is shown by its name', () => {
    const text = JSON.stringify({
      response: 'SWT:0000',
      respid: 'R1',
      respdata: [
        {
          nopel: '0101234',
          custno: 'C-9',
          nama: 'BUDI',
          periode: '0118',
          gol: 'R2',
          tagihan: 80,
          admin: 2,
          total: 82,
        },
      ],
    });
    expect(read(text, 'pdam', '0101234')).toMatchObject({
      value: {
        customer: {
          identity: '0101234',
          details: [
            { label: 'other', name: 'custno', value: 'C-9' },
            { label: 'other', name: 'gol', value: 'R2' },
          ],
        },
        bills: [{ period: '0118', amount: 80, adminFee: 2, total: 82 }],
      },
    });
    expect(read(text, 'pdam', '0101235')).toMatchObject({ error: { code: 'mismatched-reply' } });
  });
});

describe('whatever an inquiry is answered with', { timeout: 30_000 }, () => {
  it.each(sampleProducts)(
    'of %s: it never throws, and what it gives is of the number asked for',
    (product) => {
      let found = 0;
      const asked = sampleNumbers[product];
      fc.assert(
        fc.property(mutatedJson(sample(`inquiry-${product}`)), (value) => {
          const inquiry = read(JSON.stringify(value), product, asked);
          if (!inquiry.ok) return;
          found += 1;
          const { customer } = inquiry.value;
          expect(customerSchema.safeParse(customer).success).toBe(true);
          const numbers = [customer.identity, ...customer.details.map((detail) => detail.value)];
          expect(numbers).toContain(asked);
          if (inquiry.value.kind === 'denominations') return;
          for (const bill of inquiry.value.bills) {
            expect(billSchema.safeParse(bill).success).toBe(true);
            expect(bill.amount + bill.adminFee).toBe(bill.total);
          }
        }),
        { numRuns: 400 },
      );
      expect(found).toBeGreaterThan(0);
    },
  );
});
