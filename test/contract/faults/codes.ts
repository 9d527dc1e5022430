import {
  aboutMoney,
  bills,
  iakForms,
  mismatched,
  onlyIak,
  onlyTeleanjar,
  says,
  unclear,
  unreadable,
  type Fault,
} from './fault.ts';

/** What is no success and no final refusal, in `response` or `response_code`. */
export const codes: readonly Fault[] = [
  ...[
    'SWT:0000 ',
    ' SWT:0000',
    'swt:0000',
    'SWT:00000',
    'SWT:000',
    'SWT: 0000',
    '0000',
    'SWT:0000|SWT:0014',
    'OK',
  ].map((code) => says(`says "${code}"`, (good) => good.saying({ code }), unclear, onlyTeleanjar)),
  ...['0005', '0063', '0068', '0088', '0099', '1234'].map((code) =>
    says(`says SWT:${code}`, (good) => good.saying({ code: `SWT:${code}` }), unclear, onlyTeleanjar),
  ),
  ...['KILLME: Maaf, gangguan', 'Transaksi gagal'].map((code) =>
    says(`says "${code}"`, (good) => good.saying({ code }), unclear, onlyTeleanjar),
  ),
  says('says success, and another rc', (good) => good.adding({ rc: '68' }), unclear, onlyTeleanjar),
  says('says success in a list', (good) => good.saying({ code: ['SWT:0000'] }), unreadable, onlyTeleanjar),
  says('says nothing of success', (good) => good.saying({ code: undefined }), unreadable, bills),
  says('says an empty word', (good) => good.saying({ code: '' }), unreadable, onlyTeleanjar),
  says(
    'says success as a number',
    (good) => good.saying({ code: 0 }),
    (form) => (form.biller === 'teleanjar' ? unreadable : unclear),
    bills,
  ),
  ...['0', '000', '0O', 'OK', 'success', '+0', '1'].map((code) =>
    says(`says "${code}"`, (good) => good.saying({ code }), unclear, onlyIak),
  ),
  ...['05', '39', '201', '01', '34', '07', '37', '42', '91', '92', '103', '105', '110', '117', '999'].map(
    (code) =>
      says(`says ${code}`, (good) => good.saying({ code }), unclear, {
        forms: iakForms,
        calls: ['inquiry', 'payment'],
      }),
  ),
  says('says success and something else', (good) => good.adding({ rc: '39' }), unreadable, onlyIak),
  says('says success and that it is pending', (good) => good.adding({ status: 3 }), unclear, {
    forms: iakForms,
    calls: aboutMoney,
  }),
  says('says success and that it failed', (good) => good.adding({ status: 2 }), unclear, {
    forms: iakForms,
    calls: aboutMoney,
  }),
  says('says that it has no status', (good) => good.adding({ status: 7 }), unclear, {
    forms: iakForms,
    calls: aboutMoney,
  }),
  says('refuses, and says that it is paid', (good) => good.saying({ code: '14', status: 1 }), unclear, {
    forms: iakForms,
    calls: aboutMoney,
  }),
  says(
    'refuses, and names another customer',
    (good) => good.saying({ code: '14', customer: '529999999999' }),
    mismatched,
    { forms: iakForms, calls: aboutMoney },
  ),
  says(
    'refuses, and names another customer',
    (good) => good.saying({ code: 'SWT:0014', customer: '529999999999' }),
    mismatched,
    { forms: ['teleanjar'], calls: aboutMoney },
  ),
  says(
    'says that it failed, with the code of a success',
    (good) => good.saying({ code: '00', status: 2 }),
    unclear,
    { forms: iakForms, calls: ['status'] },
  ),
  says(
    'says that it failed, of no payment of ours',
    (good) => good.saying({ code: '37', status: 2, 'our-reference': undefined }),
    unclear,
    { forms: iakForms, calls: ['status'] },
  ),
  says('says that it received nothing, once', (good) => good.saying({ code: '42', status: 0 }), unclear, {
    forms: iakForms,
    calls: ['status'],
  }),
  says('does not list anything', (good) => good.form.write({}), unreadable, {
    forms: iakForms,
    calls: ['price-list'],
  }),
  says('lists words', (good) => good.form.write({ pasca: 'PLNPOSTPAID' }), unreadable, {
    forms: ['iak-json'],
    calls: ['price-list'],
  }),
];
