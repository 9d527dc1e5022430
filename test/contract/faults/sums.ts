import {
  aboutMoney,
  bills,
  json,
  mismatched,
  onlyIak,
  onlyXml,
  says,
  unreadable,
  type Fault,
} from './fault.ts';

/** Sums that are none, or do not agree. */

/** Sums that are no whole amounts of rupiah: as JSON writes them, and XML. */
const oddAmounts: readonly (readonly [name: string, json: string | undefined, xml: string | undefined])[] = [
  ['a negative sum', '-302500', '-302500'],
  ['a negative sum in a string', '"-302500"', undefined],
  ['half a rupiah', '302500.5', '302500.5'],
  ['half a rupiah in a string', '"302500.50"', '302500.50'],
  ['2^60', String(2n ** 60n), String(2n ** 60n)],
  ['2^53', '9007199254740992', '9007199254740992'],
  ['more digits than any number', '9'.repeat(400), '9'.repeat(400)],
  ['an infinite sum', '1e999', 'Infinity'],
  ['an exponent in a string', '"3025e2"', '3025e2'],
  ['a hexadecimal sum', '"0x49da4"', '0x49da4'],
  ['a sum with points', '"302.500"', '302.500'],
  ['a sum with commas', '"302,500"', '302,500'],
  ['a sum with its currency', '"Rp 302500"', 'Rp 302500'],
  ['a sum with a blank inside', '"302 500"', '302 500'],
  ['an empty sum', '""', ''],
  ['no sum', 'null', undefined],
  ['a sum that is true', 'true', 'true'],
  ['a list for a sum', '[302500]', undefined],
  ['an object for a sum', '{"value":302500}', undefined],
  ['digits of another alphabet', '"٣٠٢٥٠٠"', '٣٠٢٥٠٠'],
  ['full-width digits', '"３０２５００"', '３０２５００'],
];

export const sums: readonly Fault[] = [
  ...oddAmounts.flatMap(([name, inJson, inXml]): readonly Fault[] => [
    ...(inJson === undefined
      ? []
      : [
          says(`gives ${name}`, (good) => good.writing('total', inJson), unreadable, {
            ...bills,
            forms: json,
          }),
        ]),
    ...(inXml === undefined
      ? []
      : [
          says(`gives ${name}`, (good) => good.writing('total', inXml), unreadable, { ...bills, ...onlyXml }),
        ]),
  ]),
  says('adds up to one rupiah more', (good) => good.saying({ total: 302_501 }), mismatched, bills),
  says('adds up to nothing', (good) => good.saying({ total: 0 }), mismatched, bills),
  says('forgets the fee', (good) => good.saying({ total: 300_000 }), mismatched, bills),
  says('gives a fee that does not fit', (good) => good.saying({ admin: 2501 }), mismatched, bills),
  says('gives the month another sum', (good) => good.saying({ 'row-total': 302_501 }), mismatched, onlyIak),
  says(
    'gives another sum, that adds up',
    (good) => good.saying({ amount: 310_000, total: 312_500, 'row-total': 312_500 }),
    mismatched,
    { calls: aboutMoney },
  ),
  says(
    'gives ten times the sum',
    (good) => good.saying({ amount: 3_000_000, admin: 25_000, total: 3_025_000, 'row-total': 3_025_000 }),
    mismatched,
    { calls: aboutMoney },
  ),
  says(
    'gives another share of fee and bill, to another sum',
    (good) => good.saying({ amount: 300_000, admin: 5000, total: 305_000, 'row-total': 305_000 }),
    mismatched,
    { calls: aboutMoney },
  ),
  says('gives the bill without a total', (good) => good.saying({ total: undefined }), unreadable, bills),
  says(
    'gives a negative bill and a fee that mends it',
    (good) => good.saying({ amount: -1000, admin: 303_500 }),
    unreadable,
    bills,
  ),
];
