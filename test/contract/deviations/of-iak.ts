import { answer } from '../../servers/scripted-server.ts';
import { certain, iak, iakJson, payment, says, sends, type Deviation } from './deviation.ts';
import { descOf, flat, monthOf } from './iak-desc.ts';

export const ofIak: readonly Deviation[] = [
  says(
    'takes the number for a number',
    (good) => good.saying({ customer: Number(good.sale.number) }),
    iakJson,
  ),
  says(
    'has its id in a string',
    (good) => good.saying({ inquiry: String(9_000_000 + good.sale.serial) }),
    iakJson,
  ),
  says('leaves the code out', (good) => good.saying({ product: undefined }), { ...iak, ...payment }),
  says('leaves its own id out', (good) => good.saying({ inquiry: undefined }), { ...iak, ...certain }),
  says('leaves our id out', (good) => good.saying({ 'our-reference': undefined }), { ...iak, ...payment }),
  says('leaves nominal and admin out', (good) => good.saying({ amount: undefined, admin: undefined }), {
    ...iak,
    ...certain,
  }),
  says('has empty nominal and admin', (good) => good.saying({ amount: '', admin: '' }), {
    ...iak,
    ...certain,
  }),
  says('leaves desc out', (good) => good.saying({ details: undefined }), iak),
  says('has a text for desc', (good) => good.saying({ details: '' }), iak),
  says('has words for desc', (good) => good.saying({ details: 'TIDAK ADA' }), iak),
  says('has nothing for desc', (good) => good.saying({ details: null }), iakJson),
  says('has a list for desc', (good) => good.saying({ details: [] }), iakJson),
  says(
    'has a desc nobody knows',
    (good) => good.saying({ details: { apa: 'saja', lain: { lagi: 1 } } }),
    iak,
  ),
  says(
    'has fields in desc nobody knows',
    (good) => good.saying({ details: { ...descOf(good), promo: 'x', daya_lama: 900, toString: 'x' } }),
    iak,
  ),
  says(
    'has a single month without a list',
    (good) => good.saying({ details: { ...descOf(good), tagihan: { detail: monthOf(good) } } }),
    iakJson,
  ),
  says(
    'has its months empty',
    (good) =>
      good.saying({
        details: {
          ...descOf(good),
          tagihan: { detail: [{ periode: '', nilai_tagihan: '', admin: '', total: '' }] },
        },
      }),
    iak,
  ),
  says(
    'has no months',
    (good) => good.saying({ details: { ...descOf(good), tagihan: { detail: [] } } }),
    iakJson,
  ),
  says(
    'has months without a total',
    (good) =>
      good.saying({
        details: { ...descOf(good), tagihan: { detail: [{ periode: '201805', nilai_tagihan: '302500' }] } },
      }),
    iak,
  ),
  says('has the total of the month in a string', (good) => good.saying({ 'row-total': '302500' }), iakJson),
  says(
    'has its power in a string',
    (good) => good.saying({ details: { ...descOf(good), daya: '000001300' } }),
    iak,
  ),
  says(
    'has bills left',
    (good) => good.saying({ details: { ...descOf(good), lembar_tagihan_sisa: 2 } }),
    iak,
  ),
  says('leaves the message out', (good) => good.saying({ message: undefined }), iak),
  says('has an Indonesian message', (good) => good.saying({ message: 'PEMBAYARAN BERHASIL' }), iak),
  says('says that it failed, in words alone', (good) => good.saying({ message: 'PAYMENT FAILED' }), iak),
  says('calls its reference no_ref', ({ body }) => body.replaceAll('noref', 'no_ref'), {
    ...iak,
    ...certain,
  }),
  says(
    'has a number for a reference',
    (good) => good.saying({ reference: 1_609_626_000 + good.sale.serial }),
    { ...iak, ...certain },
  ),
  says('calls its code rc', ({ body }) => body.replaceAll('response_code', 'rc'), iak),
  says('says its code twice, alike', (good) => good.adding({ rc: '00' }), iak),
  says('says in a payment that it is paid', (good) => good.adding({ status: 1 }), { ...iak, ...payment }),
  says('has an empty status', (good) => good.adding({ status: '' }), { ...iak, ...payment }),
  says('has its status in a string', (good) => good.saying({ status: '1' }), { ...iak, calls: ['status'] }),
  says(
    'leaves the selling price out',
    (good) => good.form.write({ ...good.fields, selling_price: undefined }),
    iakJson,
  ),
  says(
    'has a selling price beyond the price',
    (good) => good.form.write({ ...good.fields, selling_price: 400_000 }),
    iak,
  ),
  says(
    'has words for a selling price',
    (good) => good.form.write({ ...good.fields, selling_price: 'n/a' }),
    iak,
  ),
  sends('has a customer whose number begins with zero', ({ body }) => answer(body), {
    ...iak,
    number: (serial) => `0${53_000_000_000 + serial}`,
  }),
];

export const ofIakJson: readonly Deviation[] = [
  says('leaves data out', ({ fields }) => JSON.stringify(fields), iakJson),
  says('leaves meta out', ({ fields }) => JSON.stringify({ data: fields }), iakJson),
  says(
    'has an object for meta',
    ({ fields }) => JSON.stringify({ meta: { page: 1 }, data: fields }),
    iakJson,
  ),
  says(
    'says its code beside data too',
    ({ fields }) => JSON.stringify({ response_code: '00', data: fields }),
    iakJson,
  ),
  says(
    'says its code beside data alone',
    ({ fields: { response_code: code, ...fields } }) => JSON.stringify({ response_code: code, data: fields }),
    iakJson,
  ),
  says('answers in XML', ({ fields }) => `<mp>${flat(fields)}</mp>`, iakJson),
];
