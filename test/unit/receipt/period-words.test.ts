import { describe, expect, it } from 'vitest';
import { productIds } from '../../../shared/products.ts';
import { periodWords } from '../../../shared/receipt/period-words.ts';

describe('a period on paper', () => {
  it.each([
    ['201608', 'AGU16'],
    ['201803,201804', 'MAR18, APR18'],
    ['201803, 201804', 'MAR18, APR18'],
    ['JUL2014', 'JUL 2014'],
    ['MEI 2014', 'MEI 2014'],
    ['MEI18', 'MEI18'],
    ['MEI 12', 'MEI 12'],
    ['201613', '201613'],
    ['201600', '201600'],
    ['209', '209'],
    ['', ''],
  ])('%j is %j for every product', (period, words) => {
    for (const product of productIds) expect(periodWords(product, period)).toBe(words);
  });

  it('of gas is month and year, which elsewhere could be a year', () => {
    expect(periodWords('gas', '0917')).toBe('SEP17');
    expect(periodWords('gas', '1317')).toBe('1317');
    expect(periodWords('pbb', '1218')).toBe('1218');
  });

  it('names the twelve months as PLN does', () => {
    const months = Array.from({ length: 12 }, (_, index) =>
      periodWords('pln-postpaid', `2018${String(index + 1).padStart(2, '0')}`),
    );
    expect(months.join(' ')).toBe('JAN18 FEB18 MAR18 APR18 MEI18 JUN18 JUL18 AGU18 SEP18 OKT18 NOV18 DES18');
  });
});
