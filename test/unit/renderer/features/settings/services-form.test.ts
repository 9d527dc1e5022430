import { describe, expect, it } from 'vitest';
import {
  addServices,
  filterServices,
  serviceDraftsOf,
  serviceFaults,
  usualAsks,
} from '../../../../../renderer/features/settings/services-form.ts';
import { bpjs, form, pdam } from './stored-biller.ts';

const drafts = serviceDraftsOf([pdam, bpjs]);

describe('the table of product codes', () => {
  it('gives every line a name of its own, also after lines were removed', () => {
    const left = addServices(drafts.slice(1), [pdam, pdam]);
    expect(new Set(left.map(({ row }) => row)).size).toBe(3);
    expect(addServices([], [pdam]).map(({ row }) => row)).toEqual([0]);
  });

  it('names the line and the field that cannot be saved', () => {
    const typed = addServices(drafts, [
      { ...pdam, code: ' ' },
      { ...pdam, code: 'A|B' },
      { ...pdam, name: '' },
    ]);
    expect(serviceFaults(typed)).toEqual([
      { row: 2, field: 'code', code: 'required' },
      { row: 3, field: 'code', code: 'bad-code' },
      { row: 4, field: 'code', code: 'twice' },
      { row: 4, field: 'name', code: 'required' },
    ]);
  });

  it('lets two kinds of product share a code, and takes a blank at its end for none', () => {
    expect(serviceFaults(addServices(drafts, [{ ...pdam, product: 'gas' }]))).toEqual([]);
    expect(serviceFaults(addServices(drafts, [{ ...pdam, code: 'PDAM.A ' }]))).toEqual([
      { row: 2, field: 'code', code: 'twice' },
    ]);
  });

  it('finds lines by words in any order, in code, name or kind of product', () => {
    const found = (sought: string) =>
      filterServices(drafts, sought, (product) => (product === 'pdam' ? 'Air' : 'Kesehatan')).map(
        ({ code }) => code,
      );
    expect(found('')).toEqual(['PDAM.A', 'BPJS']);
    expect(found(' a  air ')).toEqual(['PDAM.A']);
    expect(found('kesehatan')).toEqual(['BPJS']);
    expect(found('air bpjs')).toEqual([]);
  });

  it('asks with a new line what the biller asks for the kind of product', () => {
    expect(usualAsks(form, 'bpjs')).toEqual(['months']);
    expect(usualAsks(form, 'tv')).toEqual([]);
  });
});
