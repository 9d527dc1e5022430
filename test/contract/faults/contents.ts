import type { GoodAnswer } from '../good-answer.ts';
import { rowOf } from '../teleanjar-row.ts';
import { aboutMoney, mismatched, onlyIak, onlyTeleanjar, says, unreadable, type Fault } from './fault.ts';

/** Bills that are missing, too many, or not about this payment. */
export const contents: readonly Fault[] = [
  says('has no bills', (good) => good.saying({ details: [] }), unreadable, onlyTeleanjar),
  says('has nothing for bills', (good) => good.saying({ details: null }), unreadable, onlyTeleanjar),
  says('has words for bills', (good) => good.saying({ details: 'LUNAS' }), unreadable, onlyTeleanjar),
  says('leaves the bills out', (good) => good.saying({ details: undefined }), unreadable, onlyTeleanjar),
  says('has an empty bill', (good) => good.saying({ details: [{}] }), unreadable, onlyTeleanjar),
  says(
    'has a list for a bill',
    (good) => good.saying({ details: [[rowOf(good)]] }),
    unreadable,
    onlyTeleanjar,
  ),
  says('has the bill twice', (good) => good.saying({ details: [rowOf(good), rowOf(good)] }), mismatched, {
    forms: ['teleanjar'],
    calls: aboutMoney,
  }),
  says('has a month too many', (good) => good.saying({ details: rowsOf(good, 2) }), mismatched, onlyIak),
  says(
    'has 25 bills',
    (good) => good.saying({ details: Array.from({ length: 25 }, () => rowOf(good)) }),
    unreadable,
    onlyTeleanjar,
  ),
  says('certifies nothing', (good) => good.saying({ reference: undefined, time: undefined }), unreadable, {
    forms: ['teleanjar'],
    calls: ['status'],
  }),
  says(
    'tells of a payment of another hour',
    (good) => good.saying({ time: '2018-05-30 15:02:26' }),
    unreadable,
    { forms: ['teleanjar'], calls: ['status'] },
  ),
  says('tells of a payment yet to come', (good) => good.saying({ time: '2099-01-01 00:00:00' }), unreadable, {
    forms: ['teleanjar'],
    calls: ['status'],
  }),
];

/** IAK's `desc` with its one month `count` times. */
function rowsOf({ fields }: GoodAnswer, count: number): object {
  const desc = fields['desc'] as { readonly tagihan: { readonly detail: readonly unknown[] } };
  return { ...desc, tagihan: { detail: Array.from({ length: count }, () => desc.tagihan.detail[0]) } };
}
