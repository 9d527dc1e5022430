import { array, assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filterRows, type ChooseRow } from '../../../../renderer/features/choose/filter-rows.ts';

const row = (name: string, also = ''): ChooseRow<string> => ({ id: name, name, also, isCurrent: false });
const names = (rows: readonly ChooseRow<string>[]): readonly string[] => rows.map(({ name }) => name);

const cities = [
  row('PDAM Kab. Malang', 'PDAMKAB.MALANG'),
  row('PDAM Kota Malang', 'PDAMKOTA.MALANG'),
  row('PDAM Kota Surabaya', 'PDAMKOTA.SURABAYA'),
  row('Aetra', 'AETRA'),
];

describe('narrowing down a list', () => {
  it('shows all of it while nothing is typed', () => {
    expect(filterRows(cities, ' ')).toEqual(cities);
  });

  it('finds by any words, in any order, in the name or the code', () => {
    expect(names(filterRows(cities, 'malang kota'))).toEqual(['PDAM Kota Malang']);
    expect(names(filterRows(cities, 'pdamkota.s'))).toEqual(['PDAM Kota Surabaya']);
    expect(names(filterRows(cities, 'xyz'))).toEqual([]);
  });

  it('puts a name that begins so before one that only holds it', () => {
    const rows = [row('Kota Baru'), row('Bandung'), row('Kebab')];
    expect(names(filterRows(rows, 'ba'))).toEqual(['Bandung', 'Kota Baru', 'Kebab']);
  });

  it('cares for neither capitals nor accents', () => {
    expect(names(filterRows([row('Café Müller')], 'cafe MULLER'))).toEqual(['Café Müller']);
  });

  it('finds every row by its own name, and gives nothing that was not there', () => {
    assert(
      property(array(string({ minLength: 1 }), { maxLength: 20 }), string(), (all, typed) => {
        const rows = all.map((name) => row(name));
        const found = filterRows(rows, typed);
        expect(found.every((one) => rows.includes(one))).toBe(true);
        for (const one of rows) expect(filterRows(rows, one.name)).toContain(one);
      }),
    );
  });
});
