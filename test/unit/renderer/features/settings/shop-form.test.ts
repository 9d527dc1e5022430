import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  readShopForm,
  shopFormOf,
  type ShopForm,
} from '../../../../../renderer/features/settings/shop-form.ts';
import { mostCounterFee } from '../../../../../shared/fees.ts';
import { rupiah } from '../../../../../shared/money.ts';
import { shopSettingsSchema, type ShopSettings } from '../../../../../shared/settings.ts';
import { plainShop } from '../../../../fixtures/shop.ts';

const shop: ShopSettings = {
  ...plainShop,
  shop: { name: 'Warung Bu Sri', address: 'Jl. Melati 4' },
  slip: {
    logo: { widthDots: 8, rows: 3, bits: '//8A' },
    footer: 'Terima kasih\nBarang tidak bisa ditukar',
    qr: 'https://wa.me/6281',
  },
  backupFolder: '/media/stick',
  day: { zone: 'WITA', cutMinutes: 125 },
  fees: { pdam: rupiah(1_500), 'pln-postpaid': rupiah(mostCounterFee) },
  rounding: { step: 500, to: 'up' },
  keepsTill: true,
  lockAfterMinutes: 0,
  lowDeposit: rupiah(500_000),
  sounds: false,
  lotAsksAtOnce: 2,
  basketRecap: false,
  keys: { history: 'F9' },
};
const form = shopFormOf(shop);
const read = (part: Partial<ShopForm>, standing = shop) => readShopForm({ ...form, ...part }, standing);
const withFee = (typed: string): Partial<ShopForm> => ({ fees: { ...form.fees, bpjs: typed } });

describe('the shop form', () => {
  it('gives back what it was made from', () => {
    expect(read({})).toEqual({ ok: true, value: shop });
    expect(readShopForm(shopFormOf(plainShop), plainShop)).toEqual({ ok: true, value: plainShop });
  });

  it('keeps what none of its pages asks for, as it stands when it is saved', () => {
    const keys = { history: 'F11' } as const;
    const saved = read({ name: 'Bu Tini' }, { ...shop, keys });
    expect(saved).toEqual({
      ok: true,
      value: { ...shop, keys, shop: { name: 'Bu Tini', address: 'Jl. Melati 4' } },
    });
  });

  it('only gives what main accepts', () => {
    const given = read({ logo: null, name: ' Bu Sri ', footer: '\n', qr: ' ' });
    expect(given.ok && given.value.slip).toEqual({ logo: null, footer: '', qr: '' });
    expect(given.ok && shopSettingsSchema.safeParse(given.value).success).toBe(true);
  });

  it('gives nothing that main refuses, whatever is typed', () => {
    const typed = fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.constantFrom('12.00', '12.01', '240', '241', '10.000', '10.001', '-1', '1,5', '٣', ' 5 '),
    );
    fc.assert(
      fc.property(
        typed,
        typed,
        typed,
        typed,
        typed,
        (cut, lockAfterMinutes, lowDeposit, fee, lotAsksAtOnce) => {
          const given = read({ cut, lockAfterMinutes, lowDeposit, lotAsksAtOnce, ...withFee(fee) });
          if (given.ok) expect(shopSettingsSchema.safeParse(given.value).success).toBe(true);
          else expect(given.error.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each([
    ['2', 120],
    ['02.00', 120],
    ['2:30', 150],
    ['12.00', 720],
    ['00.00', 0],
  ])('takes %s for the cut of the day', (cut, cutMinutes) => {
    const given = read({ cut });
    expect(given.ok && given.value.day).toEqual({ zone: 'WITA', cutMinutes });
  });

  it.each(['', '12.01', '13', '2.60', '-1', 'dua', '02.0'])('knows no time of day as %j', (cut) => {
    expect(read({ cut })).toEqual({ ok: false, error: ['cut'] });
  });

  it.each([
    ['2.000', 2_000],
    ['2000', 2_000],
    ['10.000', 10_000],
  ])('takes %s for a fee', (typed, fee) => {
    const given = read(withFee(typed));
    expect(given.ok && given.value.fees.bpjs).toBe(fee);
  });

  it('takes an empty fee, and one of nothing, for none', () => {
    for (const typed of ['', '  ', '0']) expect(read(withFee(typed))).toEqual({ ok: true, value: shop });
  });

  it.each(['10.001', '100000', '-500', '2,5', 'dua ribu'])('refuses a fee of %s', (typed) => {
    expect(read(withFee(typed))).toEqual({ ok: false, error: ['fees'] });
  });

  it('names every field that keeps it from being saved', () => {
    const rules = { ...form.rules, 'telkom-pstn': { ...form.rules['telkom-pstn'], minLength: '14' } };
    expect(read({ rules })).toEqual({ ok: false, error: ['rules'] });
    const all = read({
      rules,
      cut: 'x',
      lockAfterMinutes: '241',
      lowDeposit: 'x',
      lotAsksAtOnce: '9',
      ...withFee('x'),
    });
    const faults = ['cut', 'fees', 'lock', 'lot-asks', 'low-deposit', 'rules'];
    expect(all.ok ? [] : [...all.error].toSorted()).toEqual(faults);
  });
});
