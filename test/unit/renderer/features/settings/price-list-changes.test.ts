import { describe, expect, it } from 'vitest';
import {
  compareWithPriceList,
  firstTakeOver,
  takeOverPriceList,
} from '../../../../../renderer/features/settings/price-list-changes.ts';
import {
  readServiceDraft,
  serviceDraftsOf,
  serviceFaults,
} from '../../../../../renderer/features/settings/services-form.ts';
import { serviceSchema, type PriceListEntry } from '../../../../../shared/biller-profile.ts';
import { bpjs, form, pdam } from './stored-biller.ts';

const entry = (part: Partial<PriceListEntry>): PriceListEntry => ({
  code: 'PDAM.B',
  name: 'PDAM B',
  type: 'pdam',
  product: 'pdam',
  active: true,
  ...part,
});
const old = { ...pdam, code: 'PDAM.OLD', name: 'PDAM OLD' };
const drafts = serviceDraftsOf([pdam, bpjs, old]);
const list = [
  entry({ code: 'PDAM.A', name: 'PDAM KOTA A' }),
  entry({}),
  entry({ code: 'PDAM.OLD', active: false }),
  entry({ code: 'BPJS', name: 'BPJS', type: 'bpjs', product: 'bpjs' }),
  entry({ code: 'KAI', name: 'KAI', type: 'kereta', product: null }),
  entry({ code: 'KAI2', name: 'KAI 2', type: 'kereta', product: null, active: false }),
];
const changes = compareWithPriceList(list, drafts, form);

describe('the price list beside the table of product codes', () => {
  it('shows what is new, what has another name and what is sold no longer, by kind', () => {
    expect(changes.kinds).toEqual([
      {
        product: 'pdam',
        added: [{ product: 'pdam', code: 'PDAM.B', name: 'PDAM B', asks: [] }],
        renamed: [{ row: 0, from: 'PDAM A', to: 'PDAM KOTA A' }],
        missing: [{ row: 2, code: 'PDAM.OLD', name: 'PDAM OLD' }],
      },
    ]);
    expect(changes.unknown).toEqual([{ type: 'kereta', count: 1 }]);
  });

  it('offers at first only what is new', () => {
    const after = takeOverPriceList(drafts, changes, firstTakeOver(changes));
    expect(after.map(({ code, name }) => [code, name])).toEqual([
      ['PDAM.A', 'PDAM A'],
      ['BPJS', 'BPJS'],
      ['PDAM.OLD', 'PDAM OLD'],
      ['PDAM.B', 'PDAM B'],
    ]);
  });

  it('takes over what was chosen and nothing else', () => {
    expect(takeOverPriceList(drafts, changes, {})).toEqual(drafts);
    const after = takeOverPriceList(drafts, changes, { pdam: ['renamed', 'missing'] });
    expect(after.map(({ code, name }) => [code, name])).toEqual([
      ['PDAM.A', 'PDAM KOTA A'],
      ['BPJS', 'BPJS'],
    ]);
  });

  it('has nothing left to show once everything was taken over', () => {
    const after = takeOverPriceList(drafts, changes, { pdam: ['added', 'renamed', 'missing'] });
    expect(compareWithPriceList(list, after, form).kinds).toEqual([]);
    expect(serviceFaults(after)).toEqual([]);
  });

  it('leaves a code alone that the biller lists under another kind', () => {
    const moved = [entry({ code: 'BPJS', name: 'BPJS', type: 'asuransi', product: 'insurance' })];
    expect(compareWithPriceList(moved, serviceDraftsOf([bpjs]), form).kinds).toEqual([]);
  });

  it('makes of any entry a service that can be saved, with what its kind asks for', () => {
    const odd = [
      entry({ code: 'X1', name: ' ' }),
      entry({ code: 'X2', name: `${'N'.repeat(59)}  ${'M'.repeat(20)}`, type: 'bpjs', product: 'bpjs' }),
      entry({ code: 'X2', name: 'again', type: 'bpjs', product: 'bpjs' }),
    ];
    const found = compareWithPriceList(odd, [], form);
    const after = takeOverPriceList([], found, firstTakeOver(found)).map(readServiceDraft);
    expect(after.every((service) => serviceSchema.safeParse(service).success)).toBe(true);
    expect(after.map(({ code, asks }) => [code, asks])).toEqual([
      ['X2', ['months']],
      ['X1', []],
    ]);
    expect(after[1]?.name).toBe('X1');
  });
});
