import { rowOf } from '../teleanjar-row.ts';
import { aboutMoney, bills, iakForms, mismatched, onlyIak, says, unreadable, type Fault } from './fault.ts';

/** Answers about somebody or something else. */
export const identities: readonly Fault[] = [
  says('names another customer', (good) => good.saying({ customer: '529999999999' }), mismatched, bills),
  says(
    'names the customer with a digit more',
    (good) => good.saying({ customer: `${good.sale.number}0` }),
    mismatched,
    bills,
  ),
  says('loses a leading zero', (good) => good.saying({ customer: good.sale.number.slice(1) }), mismatched, {
    ...bills,
    number: leadingZero,
  }),
  says(
    'takes the number for a number',
    (good) => good.saying({ customer: Number(good.sale.number) }),
    mismatched,
    { ...bills, number: leadingZero },
  ),
  says('names no customer', (good) => good.saying({ customer: undefined }), unreadable, {
    calls: ['inquiry', 'payment'],
  }),
  says('names a customer of blanks', (good) => good.saying({ customer: '' }), unreadable, {
    calls: ['inquiry', 'payment'],
    forms: ['teleanjar'],
  }),
  says(
    'names a list of customers',
    (good) => good.saying({ customer: [good.sale.number, '529999999999'] }),
    (form) => (form.syntax === 'xml' ? unreadable : mismatched),
    { ...bills, forms: ['teleanjar', 'iak-xml'] },
  ),
  says('names another product', (good) => good.saying({ product: 'TELKOMPSTN' }), mismatched, onlyIak),
  says(
    'names the product in small letters',
    (good) => good.saying({ product: 'plnpostpaid' }),
    mismatched,
    onlyIak,
  ),
  says('names another inquiry', (good) => good.saying({ inquiry: 1 }), mismatched, {
    forms: iakForms,
    calls: aboutMoney,
  }),
  says(
    'names another reference of ours',
    (good) => good.saying({ 'our-reference': 'rffffffffffffffffffff' }),
    mismatched,
    onlyIak,
  ),
  says(
    'names neither inquiry nor reference',
    (good) => good.saying({ inquiry: undefined, 'our-reference': undefined }),
    unreadable,
    { forms: iakForms, calls: ['inquiry', 'payment'] },
  ),
  says('names no inquiry', (good) => good.saying({ inquiry: undefined }), unreadable, { calls: ['inquiry'] }),
  says(
    'names an inquiry that would not come back whole',
    (good) => good.saying({ inquiry: 'A|B C' }),
    unreadable,
    { calls: ['inquiry'] },
  ),
  says(
    'is about another product',
    (good) => good.saying({ details: [{ ...rowOf(good), nopel: '023158334621' }] }),
    mismatched,
    { forms: ['teleanjar'], calls: aboutMoney },
  ),
  says(
    'is about a registration',
    (good) => good.saying({ details: [{ ...rowOf(good), nomor_registrasi: '5311000928219' }] }),
    mismatched,
    { forms: ['teleanjar'], calls: aboutMoney },
  ),
  says(
    'has a token in a bill',
    (good) => good.saying({ details: [{ ...rowOf(good), token: '67220840878184841314' }] }),
    mismatched,
    { forms: ['teleanjar'], calls: aboutMoney },
  ),
];

function leadingZero(serial: number): string {
  return `0${53_000_000_000 + serial}`;
}
