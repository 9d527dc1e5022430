import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shippedFinals } from '../../../../electron/billers/teleanjar/codes.ts';
import { readPaymentReply } from '../../../../electron/billers/teleanjar/payment-reply.ts';
import { rupiah } from '../../../../shared/money.ts';
import { paymentOutcomeSchema } from '../../../../shared/payment/outcome.ts';
import type { Quote } from '../../../../shared/payment/quote.ts';
import { mutatedJson } from './mutated-json.ts';
import {
  bill,
  quoteFor,
  replyOf,
  sample,
  sampleProducts,
  sampleQuotes,
  type SampleProduct,
} from './samples.ts';

const quote = sampleQuotes['pln-postpaid'];
const whole = sample('payment-pln-postpaid');
const read = (text: string, of: Quote = quote, finals: readonly string[] = shippedFinals) =>
  readPaymentReply(of, replyOf(text), finals).outcome;

/** An answer about one bill of `one`, with changes. */
const one = quoteFor('pln-postpaid', '530000000001', [bill(300_000, 2500)]);
const paidRow = {
  idpel: '530000000001',
  nama: 'BUDI',
  blth: 'MEI18',
  tagihan: 300_000,
  admin: 2500,
  total: 302_500,
  billreff: 'E29AF7F5547E4C68B928908A551DAB34',
  waktu_transaksi: '2018-05-30 15:02:26',
};
const answer = (change: object = {}, rowChange: object = {}): string =>
  JSON.stringify({
    response: 'SWT:0000',
    respid: '5b0e5b344088e',
    respdata: [{ ...paidRow, ...rowChange }],
    info_struk: 'STRUK|',
    saldo: 900_954_209,
    ...change,
  });
const kindOf = (text: string): string => {
  const outcome = read(text, one);
  return outcome.kind === 'unknown' ? `unknown ${outcome.reason}` : outcome.kind;
};

describe('an answer to a payment', () => {
  it.each(sampleProducts)('of %s is believed as the document prints it', (product) => {
    expect(read(sample(`payment-${product}`), sampleQuotes[product]).kind).toBe('paid');
  });

  it('is not believed when it was cut short, or has a status that is not 200', () => {
    const cut = readPaymentReply(quote, replyOf(whole, { complete: false }), shippedFinals);
    expect(cut.outcome).toEqual({ kind: 'unknown', reason: 'unreadable-reply' });
    const failed = readPaymentReply(quote, replyOf(whole, { status: 500 }), shippedFinals);
    expect(failed.outcome).toEqual({ kind: 'unknown', reason: 'unreadable-reply', code: 'HTTP 500' });
  });

  it.each([
    ['sums as texts', answer({}, { tagihan: '300000', admin: '2500', total: '302500' })],
    ['sums as texts with zeros behind the point', answer({}, { tagihan: '300000.0', total: '302500.00' })],
    ['a sum written as a fraction that is none', answer().replace('302500', '302500.0')],
    ['a number as a number', answer({}, { idpel: 530_000_000_001 })],
    ['a number with blanks at its end', answer({}, { idpel: '530000000001  ' })],
    ['a byte order mark', `\uFEFF${answer()}`],
    ['lines that end as in Windows', answer().replaceAll(',', ' ,\r\n')],
    ['a line that breaks inside a text', answer({}, { pesan: 'SATU#DUA' }).replaceAll('#', '\r\n')],
    ['fields nobody knows', answer({ extra: { deep: [1, 2] } }, { constructor: 'x', extra: [{ a: null }] })],
    ['nothing that could be left out', answer({ respid: null, info_struk: null, saldo: null })],
    ['no certificate', answer({}, { billreff: undefined, waktu_transaksi: undefined, nama: 7 })],
    ['oddities in what decides nothing', answer({ saldo: 'n/a' }, { sisatungg: -1, billreff: {}, nama: [] })],
    ['texts too long to show', answer({ trxid: 'x'.repeat(900) }, { billreff: 'X'.repeat(500) })],
    ['the code of Telkom’s samples', answer({ rc: '00' })],
    ['an entry that stands without its list', answer({ respdata: paidRow })],
    ['an empty code', answer({ rc: '' })],
    ['its number twice over', answer({}, { nopel: '530000000001', nomor_registrasi: null, token: '' })],
    [
      'its fields in another order',
      JSON.stringify(Object.fromEntries(Object.entries({ ...JSON.parse(answer()) }).toReversed())),
    ],
    ['a text twice that decides nothing', answer().replace('"nama"', '"nama":"X","nama"')],
    ['a prototype', answer().replace('"idpel"', '"__proto__":{"idpel":"1"},"idpel"')],
  ])('with %s is believed', (_what, text) => {
    expect(kindOf(text)).toBe('paid');
    expect(paymentOutcomeSchema.safeParse(read(text, one)).success).toBe(true);
  });

  it.each([
    ['another customer', answer({}, { idpel: '530000000002' }), 'mismatched-reply'],
    ['what only Telkom has', answer({}, { nopel: '023158334621' }), 'mismatched-reply'],
    ['what only a registration has', answer({}, { nomor_registrasi: '5311' }), 'mismatched-reply'],
    ['what only a token has', answer({}, { token: '6722' }), 'mismatched-reply'],
    ['no customer', answer({}, { idpel: undefined }), 'unreadable-reply'],
    ['a customer that is no number', answer({}, { idpel: {} }), 'mismatched-reply'],
    ['another sum', answer({}, { tagihan: 300_001, total: 302_501 }), 'mismatched-reply'],
    ['a sum that does not add up', answer({}, { admin: 3500 }), 'mismatched-reply'],
    ['a fraction of a rupiah', answer({}, { total: 302_500.5 }), 'unreadable-reply'],
    ['a fraction in a text', answer({}, { total: '302500.5' }), 'unreadable-reply'],
    ['thousands with a point', answer({}, { total: '302.500' }), 'unreadable-reply'],
    ['three zeros behind a point', answer({}, { total: '302500.000' }), 'unreadable-reply'],
    ['two second codes', answer({ rc: '00' }).replace('"rc"', '"rc":"14","rc"'), 'unreadable-reply'],
    ['a negative sum', answer({}, { total: -302_500 }), 'unreadable-reply'],
    ['a second bill', answer({ respdata: [paidRow, paidRow] }), 'mismatched-reply'],
    ['no bill', answer({ respdata: [] }), 'unreadable-reply'],
    ['an entry that is none', answer({ respdata: [paidRow, null] }), 'unreadable-reply'],
    ['a code that says otherwise', answer({ rc: '14' }), 'unclear-answer'],
    ['two codes', answer().replace('"response"', '"response":"SWT:0014","response"'), 'unreadable-reply'],
    ['two customers', answer().replace('"idpel"', '"idpel":"530000000002","idpel"'), 'unreadable-reply'],
    [
      'two customers, one in escapes',
      answer().replace('"idpel"', String.raw`"idp\u0065l":"530000000002","idpel"`),
      'unreadable-reply',
    ],
    ['two sums', answer().replace('"total"', '"total":1,"total"'), 'unreadable-reply'],
    ['two lists of bills', answer().replace('"respdata"', '"respdata":[],"respdata"'), 'unreadable-reply'],
    ['a damaged second code', answer({ rc: '1#4' }).replace('#', String.raw`\4`), 'unreadable-reply'],
    ['a damaged number beside its own', answer({}, { nopel: '#' }).replace('#', '5\n3'), 'unreadable-reply'],
    ['words before it', `<br />Warning: x${answer()}`, 'unreadable-reply'],
  ])('with %s is not', (_what, text, reason) => {
    expect(kindOf(text)).toBe(`unknown ${reason}`);
  });

  it('whose two bills are one is not believed, nor one that is split', () => {
    const wrong: readonly Quote[] = [
      { ...quote, bills: [bill(1_552_500, 2500)] },
      { ...quote, bills: [bill(500_000, 2500)], total: rupiah(502_500) },
      { ...quote, bills: [bill(500_001, 2500), bill(1_049_999, 2500)] },
    ];
    for (const each of wrong) {
      expect(read(whole, each)).toEqual({ kind: 'unknown', reason: 'mismatched-reply' });
    }
  });

  it('whose sum is divided otherwise than in the quote is paid, and says so', () => {
    const outcome = read(answer({}, { tagihan: 299_500, admin: 3000 }), one);
    expect(outcome).toMatchObject({
      kind: 'paid',
      confirmation: {
        details: expect.arrayContaining([{ label: 'other', name: 'admin', value: '3000' }]),
        billDetails: [expect.arrayContaining([{ label: 'amount', value: '299500' }])],
      },
    });
  });

  it('does not tell again what the quote says', () => {
    const told = quoteFor('pln-postpaid', '530000000001', [bill(300_000, 2500)], {
      name: 'BUDI',
      details: [{ label: 'tariff-power', value: 'R1 / 1300VA' }],
    });
    const outcome = read(answer({ respid: null }, { tarif: 'R1', daya: '1300VA' }), told);
    expect(outcome).toMatchObject({
      confirmation: { details: [], billDetails: [[{ label: 'period', value: 'MEI18' }]] },
    });
  });
});

describe('an answer to the purchase of a token', () => {
  const token = sampleQuotes['pln-prepaid'];
  const sold = {
    nometer: '12345678901',
    idpel: '100456789024',
    token: '6722 0840 8781 8484 1314 ',
    rp_total: 21_500,
  };
  const tell = (change: object): string =>
    JSON.stringify({ response: 'SWT:0000', respdata: [{ ...sold, ...change }] });

  it.each([
    ['a number and its digits', {}],
    ['its digits in other groups', { token: '67220-84087-81848-41314' }],
    ['only the meter', { idpel: '' }],
    ['only the idpel', { nometer: null }],
    ['a total that is none', { rp_total: 'n/a' }],
  ])('with %s is believed', (_what, change) => {
    expect(read(tell(change), token)).toMatchObject({
      kind: 'paid',
      confirmation: { token: '67220840878184841314' },
    });
  });

  it.each([
    ['19 digits', { token: '6722 0840 8781 8484 131' }, 'unreadable-reply'],
    ['21 digits', { token: '6722 0840 8781 8484 13145' }, 'unreadable-reply'],
    ['digits as a number', { token: 67_220_840_878_184 }, 'unreadable-reply'],
    ['no digits', { token: '' }, 'unreadable-reply'],
    ['another meter', { nometer: '12345678902' }, 'mismatched-reply'],
    ['another idpel', { idpel: '100456789025' }, 'mismatched-reply'],
    ['no number', { nometer: '', idpel: '' }, 'mismatched-reply'],
  ])('with %s is not', (_what, change, reason) => {
    expect(read(tell(change), token)).toEqual({ kind: 'unknown', reason });
  });

  it('that names two meters is not, though its idpel is right', () => {
    const text = tell({}).replace('"nometer"', '"nometer":"12345678902","nometer"');
    expect(read(text, token)).toEqual({ kind: 'unknown', reason: 'unreadable-reply' });
  });

  it('for which a fee was taken that was not quoted says so', () => {
    expect(read(tell({ rp_admin: 3000 }), token)).toMatchObject({
      confirmation: {
        details: expect.arrayContaining([{ label: 'other', name: 'rp_admin', value: '3000' }]),
      },
    });
  });
});

describe('an answer about a product that the document does not describe', () => {
  const pdam = quoteFor('pdam', '0101234', [bill(80_000, 2000)], {
    details: [{ label: 'other', name: 'custno', value: 'C-9' }],
  });
  const tell = (change: object): string =>
    JSON.stringify({
      response: 'SWT:0000',
      respdata: [{ nopel: '0101234', tagihan: 80_000, admin: 2000, total: 82_000, ...change }],
    });

  it('is believed by the number it names, whatever the field', () => {
    expect(read(tell({}), pdam).kind).toBe('paid');
    expect(read(tell({ nopel: undefined, idpel: '0101234', custno: 'C-9' }), pdam).kind).toBe('paid');
  });

  it('is not believed once any number is not the quote’s', () => {
    for (const change of [{ nopel: '0101235' }, { idpel: '0101235' }, { custno: 'C-8' }]) {
      expect(read(tell(change), pdam)).toEqual({ kind: 'unknown', reason: 'mismatched-reply' });
    }
    expect(read(tell({ nopel: undefined, custno: 'C-9' }), pdam).kind).toBe('paid');
    expect(read(tell({ nopel: undefined }), pdam).kind).toBe('unknown');
  });
});

describe('a refusal of a payment', () => {
  const refused = (response: string, change: object = {}): string => answer({ response, ...change });
  const nothing = { respid: null, respdata: null, info_struk: null, saldo: null };

  it('rejects by a code that the owner lists, and by no other', () => {
    expect(read(refused('SWT:0014', nothing), one)).toEqual({ kind: 'rejected', code: '0014', text: '' });
    expect(read(refused('SWT:0014', nothing), one, ['SWT:0014']).kind).toBe('rejected');
    expect(read(refused('SWT:0014', nothing), one, [])).toEqual({
      kind: 'unknown',
      reason: 'unclear-answer',
      code: '0014',
    });
  });

  it('rejects by a text that the owner lists, however its blanks fall, and by no other', () => {
    const text = 'Saldo tidak cukup';
    for (const response of [text, `KILLME: ${text}`, ` Saldo  tidak\ncukup `]) {
      expect(read(refused(response, nothing), one, [text])).toEqual({ kind: 'rejected', code: '', text });
    }
    for (const response of [`${text}.`, 'saldo tidak cukup', 'Saldo', `${text} ${text}`]) {
      expect(read(refused(response, nothing), one, [text]), response).toMatchObject({
        kind: 'unknown',
        reason: 'unclear-answer',
        text: response,
      });
    }
  });

  it('of another customer rejects nothing', () => {
    const others = [{ idpel: '530000000002' }, { idpel: { odd: true } }, { nopel: '023158334621' }];
    for (const other of others) {
      for (const respdata of [[other], other, [{}, other]]) {
        expect(read(refused('SWT:0014', { respdata }), one)).toMatchObject({
          kind: 'unknown',
          reason: 'mismatched-reply',
          code: '0014',
        });
      }
    }
    expect(read(refused('SWT:0014', { respdata: [{ idpel: '530000000001' }] }), one).kind).toBe('rejected');
    expect(read(refused('SWT:0014', { respdata: [{}] }), one).kind).toBe('rejected');
  });

  it('that says success beside it rejects nothing', () => {
    for (const change of [{ rc: '00' }, { rc: 'SWT:0000' }]) {
      expect(read(refused('SWT:0014', { ...nothing, ...change }), one)).toMatchObject({
        kind: 'unknown',
        reason: 'unclear-answer',
      });
    }
    expect(read(refused('SWT:0014', { ...nothing, rc: '14' }), one).kind).toBe('rejected');
  });

  it('that certifies something beside it rejects nothing', () => {
    const certificates = [
      { token: '67220840878184841314' },
      { token: '6722' },
      { token: 6722 },
      { billreff: 'E29AF7F5547E4C68B928908A551DAB34' },
      { waktu_transaksi: '2018-05-30 15:02:26' },
      { billreff: { odd: true } },
    ];
    for (const certificate of certificates) {
      for (const respdata of [
        [certificate],
        certificate,
        [{}, certificate],
        [{ idpel: '530000000001', ...certificate }],
      ]) {
        expect(read(refused('SWT:0014', { ...nothing, respdata }), one)).toEqual({
          kind: 'unknown',
          reason: 'unclear-answer',
          code: '0014',
        });
      }
    }
    const twice = refused('SWT:0014', { ...nothing, respdata: [{ nama: 'X' }] }).replace(
      '"nama":"X"',
      '"billreff":"E29A","billreff":""',
    );
    expect(read(twice, one)).toMatchObject({ kind: 'unknown', reason: 'unclear-answer' });
    const none = { token: '', billreff: null, waktu_transaksi: ' ' };
    expect(read(refused('SWT:0014', { respdata: [none] }), one).kind).toBe('rejected');
  });
});

describe('whatever becomes of an answer', { timeout: 30_000 }, () => {
  it('changed anywhere in its text it never throws, is never rejected, and is paid only while number and totals stand', () => {
    const rights = ['"SWT:0000"', '"123456792482"', '502500', '1052500'];
    fc.assert(
      fc.property(
        fc.nat(whole.length - 1),
        fc.nat(6),
        fc.string({ unit: 'binary', maxLength: 6 }),
        (at, removed, inserted) => {
          const changed = whole.slice(0, at) + inserted + whole.slice(at + removed);
          const outcome = read(changed);
          expect(paymentOutcomeSchema.safeParse(outcome).success).toBe(true);
          expect(outcome.kind).not.toBe('rejected');
          if (outcome.kind === 'paid') for (const right of rights) expect(changed).toContain(right);
        },
      ),
      { numRuns: 1000 },
    );
  });

  /** The fields that name the customer of a payment, each with what it must hold where it holds anything. */
  const numbers: Readonly<Record<SampleProduct, Readonly<Record<string, string>>>> = {
    'pln-postpaid': { idpel: '123456792482' },
    'pln-nontaglis': { nomor_registrasi: '5311000928219' },
    'pln-prepaid': { nometer: '12345678901', idpel: '100456789024' },
    'telkom-pstn': { nopel: '023158334621' },
  };

  it.each(sampleProducts)('of %s: with any value changed, too', (product) => {
    const of = sampleQuotes[product];
    const totals = of.bills.map((each) => each.total).toSorted((a, b) => a - b);
    let paid = 0;
    fc.assert(
      fc.property(mutatedJson(sample(`payment-${product}`)), (value) => {
        const text = JSON.stringify(value);
        const outcome = read(text, of);
        expect(paymentOutcomeSchema.safeParse(outcome).success).toBe(true);
        if (outcome.kind !== 'paid') return;
        paid += 1;
        const plain: { response: unknown; respdata: Record<string, string | number | null>[] } =
          JSON.parse(text);
        expect(plain.response).toBe('SWT:0000');
        expect(plain.respdata).toHaveLength(of.bills.length);
        for (const row of plain.respdata) {
          const named = Object.entries(numbers[product])
            .map(([field, right]) => [String(row[field] ?? '').trim(), right] as const)
            .filter(([number]) => number !== '');
          expect(named.length).toBeGreaterThan(0);
          for (const [number, right] of named) expect(number).toBe(right);
        }
        if (product === 'pln-prepaid') {
          expect(String(plain.respdata[0]?.['token']).replaceAll(/\D/g, '')).toHaveLength(20);
          return;
        }
        for (const { tagihan, admin, total } of plain.respdata) {
          expect(Number(tagihan) + Number(admin)).toBe(Number(total));
        }
        const paidTotals = plain.respdata.map((row) => Number(row['total'])).toSorted((a, b) => a - b);
        expect(paidTotals).toEqual(totals);
      }),
      { numRuns: 1000 },
    );
    // Else nothing was tested: most changes decide nothing.
    expect(paid).toBeGreaterThan(0);
  });

  it('of any bytes it never throws and is never paid', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (body) => {
        const { outcome } = readPaymentReply(quote, replyOf('', { body }), shippedFinals);
        expect(outcome.kind).toBe('unknown');
      }),
      { numRuns: 500 },
    );
  });
});
