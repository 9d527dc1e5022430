import { answer } from '../../servers/scripted-server.ts';
import type { GoodAnswer } from '../good-answer.ts';
import type { Fields } from '../wire-forms.ts';
import { rowOf } from '../teleanjar-row.ts';
import { certain, payment, says, sends, teleanjar, type Deviation } from './deviation.ts';

export const ofTeleanjar: readonly Deviation[] = [
  says(
    'has blanks round the number',
    (good) => good.saying({ customer: ` ${good.sale.number} ` }),
    teleanjar,
  ),
  says(
    'has a trailing blank behind the number',
    (good) => good.saying({ customer: `${good.sale.number}  ` }),
    teleanjar,
  ),
  says(
    'takes the number for a number',
    (good) => good.saying({ customer: Number(good.sale.number) }),
    teleanjar,
  ),
  says('sends its bill without a list', (good) => good.saying({ details: rowOf(good) }), teleanjar),
  says('has sums with blanks', (good) => good.saying({ amount: ' 300000', total: '302500 ' }), teleanjar),
  says('says success in rc too', (good) => good.adding({ rc: '00' }), teleanjar),
  says('says success in rc as a number', (good) => good.adding({ rc: 0 }), teleanjar),
  says('has an empty rc', (good) => good.adding({ rc: '' }), teleanjar),
  says('has nothing for rc', (good) => good.adding({ rc: null }), teleanjar),
  says('leaves its id out', (good) => good.saying({ inquiry: undefined }), { ...teleanjar, ...certain }),
  says('has nothing for its id', (good) => good.saying({ inquiry: null }), { ...teleanjar, ...certain }),
  says('leaves the receipt out', (good) => good.saying({ receipt: undefined }), { ...teleanjar, ...certain }),
  says('has nothing for a receipt', (good) => good.saying({ receipt: null }), { ...teleanjar, ...certain }),
  says('has no receipt', (good) => good.saying({ receipt: '' }), { ...teleanjar, ...certain }),
  says('has a receipt that is false', (good) => good.saying({ receipt: false }), {
    ...teleanjar,
    ...certain,
  }),
  says(
    'has a receipt full of commands',
    (good) =>
      good.saying({
        receipt: '\u001b@\u001bp\u0000\u0019\u0019|\u0010\u0014\u0001\u0000\u0001|\u001dV\u0000STRUK|',
      }),
    { ...teleanjar, ...certain },
  ),
  says(
    'has a receipt of 60.000 letters',
    (good) => good.saying({ receipt: 'STRUK PEMBAYARAN|'.repeat(3500) }),
    { ...teleanjar, ...certain },
  ),
  says(
    'prints its slashes as V1.4 does',
    (good) =>
      good
        .saying({ name: 'CARLTON#SER', receipt: 'TARIF#DAYA : R1#1300VA|' })
        .replaceAll('#', String.raw`\|`),
    { ...teleanjar, ...certain },
  ),
  says(
    'breaks the lines of its receipt',
    (good) => good.saying({ receipt: 'STRUK#PEMBAYARAN|' }).replaceAll('#', '\n'),
    { ...teleanjar, ...certain },
  ),
  says('ends its list with a comma', ({ body }) => body.replace('}]', '},]'), teleanjar),
  says('ends its fields with a comma', ({ body }) => body.replace(/\}$/, ', }'), teleanjar),
  says(
    'says its remarks twice',
    ({ body }) => body.replace('{"response"', '{"ket":"a","ket":"b","response"'),
    teleanjar,
  ),
  says(
    'adds fields to the bill',
    (good) =>
      good.saying({
        details: [{ ...rowOf(good), alamat: 'JL. MAWAR 1', denda: 0, npwp: null, lembar: [1], titik: 7.5 }],
      }),
    teleanjar,
  ),
  says(
    'leaves all of the bill out that decides nothing',
    (good) => good.saying({ details: [bareRow(good)] }),
    { ...teleanjar, ...payment },
  ),
  says(
    'counts arrears in a string',
    (good) => good.saying({ details: [{ ...rowOf(good), sisatungg: '0' }] }),
    { ...teleanjar, ...certain },
  ),
  says(
    'counts arrears in words',
    (good) => good.saying({ details: [{ ...rowOf(good), sisatungg: 'tidak ada' }] }),
    { ...teleanjar, ...certain },
  ),
  says('has an empty token', (good) => good.saying({ details: [{ ...rowOf(good), token: '' }] }), {
    ...teleanjar,
    ...certain,
  }),
  sends('has a customer whose number begins with zero', ({ body }) => answer(body), {
    ...teleanjar,
    number: (serial) => `0${53_000_000_000 + serial}`,
  }),
];

const bareRow = (good: GoodAnswer): Fields =>
  Object.fromEntries(
    Object.entries(rowOf(good)).filter(([name]) => ['idpel', 'tagihan', 'admin', 'total'].includes(name)),
  );
