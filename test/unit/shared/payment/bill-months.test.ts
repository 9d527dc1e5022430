import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { billMonths } from '../../../../shared/payment/bill-months.ts';
import { productIds } from '../../../../shared/products.ts';

const product = fc.constantFrom(...productIds);
/** Anything that could pass for a period, and anything at all. */
const period = fc.oneof(
  fc.string(),
  fc.stringMatching(/^[A-Z]{3,9}[ -]?\d{2,4}$/),
  fc.stringMatching(/^\d{4,6}(?:,\d{4,6})?$/),
  fc.constantFrom('MEI18', '201805', '2018-05', '0518', ',', '00', '201813', '201800', 'DES99'),
);

describe('the months of a bill', () => {
  it.each([
    ['MEI18', '2018-05'],
    ['MAY18', '2018-05'],
    ['MEI2018', '2018-05'],
    ['MEI 2018', '2018-05'],
    ['MEI-18', '2018-05'],
    ['mei18', '2018-05'],
    ['MAY 2018', '2018-05'],
    ['201805', '2018-05'],
    ['2018-05', '2018-05'],
    ['JANUARI 2019', '2019-01'],
    ['FEB16', '2016-02'],
    ['PEB16', '2016-02'],
    ['AGU17', '2017-08'],
    ['AGS17', '2017-08'],
    ['AUG17', '2017-08'],
    ['OKT20', '2020-10'],
    ['OCT20', '2020-10'],
    ['NOP20', '2020-11'],
    ['DES20', '2020-12'],
    ['DEC20', '2020-12'],
    [' MEI18 ', '2018-05'],
  ])('are the same whoever wrote them: %s', (text, month) => {
    expect(billMonths('pln-postpaid', [text])).toEqual([month]);
  });

  it('of all twelve agree between Teleanjar’s form and IAK’s', () => {
    const names = ['JAN', 'FEB', 'MAR', 'APR', 'MEI', 'JUN', 'JUL', 'AGU', 'SEP', 'OKT', 'NOV', 'DES'];
    names.forEach((name, index) => {
      const number = String(index + 1).padStart(2, '0');
      const [teleanjar] = billMonths('pln-postpaid', [`${name}18`]);
      expect(billMonths('pln-postpaid', [`2018${number}`])).toEqual([teleanjar]);
      expect(teleanjar).toBe(`2018-${number}`);
    });
  });

  it('of several in one text, or in several, are each named once, in their order', () => {
    expect(billMonths('bpjs', ['201803,201804', '201804', 'MEI18'])).toEqual([
      '2018-03',
      '2018-04',
      '2018-05',
    ]);
  });

  it('as gas writes them are read for gas alone, where four digits could be a year', () => {
    expect(billMonths('gas', ['0518'])).toEqual(['2018-05']);
    expect(billMonths('pdam', ['0518'])).toEqual([]);
    expect(billMonths('gas', ['1318', '2018'])).toEqual([]);
  });

  it.each([
    '',
    '5',
    'CICILAN 3',
    '2018',
    '201813',
    '201800',
    '18MEI',
    '301805',
    'XYZ18',
    'MEI',
    'MEI183',
    '001',
    '1-12',
  ])('are none where there is no month: “%s”', (text) => {
    for (const each of productIds.filter((id) => id !== 'gas')) expect(billMonths(each, [text])).toEqual([]);
  });

  it('never throw, are never anything but yyyy-MM, and never the same twice', () => {
    fc.assert(
      fc.property(product, fc.array(period, { maxLength: 24 }), (of, periods) => {
        const months = billMonths(of, periods);
        for (const month of months) expect(month).toMatch(/^(?:19|20)\d\d-(?:0[1-9]|1[0-2])$/);
        expect(new Set(months).size).toBe(months.length);
      }),
      { numRuns: 1000 },
    );
  });

  it('do not change by how often or in which company a period is named', () => {
    fc.assert(
      fc.property(
        product,
        fc.array(period, { maxLength: 6 }),
        fc.array(period, { maxLength: 6 }),
        (of, one, other) => {
          const together = billMonths(of, [...one, ...other]);
          expect(together).toEqual([...new Set([...billMonths(of, one), ...billMonths(of, other)])]);
          expect(billMonths(of, [[...one, ...other].join(',')])).toEqual(together);
        },
      ),
    );
  });
});
