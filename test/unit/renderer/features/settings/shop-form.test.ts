import { describe, expect, it } from 'vitest';
import { readShopForm, shopFormOf } from '../../../../../renderer/features/settings/shop-form.ts';
import { defaultNumberRules } from '../../../../../shared/products.ts';
import { shopSettingsSchema, type ShopSettings } from '../../../../../shared/settings.ts';

const shop: ShopSettings = {
  language: 'id',
  theme: 'system',
  shop: { name: 'Warung Bu Sri', address: 'Jl. Melati 4' },
  slip: {
    logo: { widthDots: 8, rows: 3, bits: '//8A' },
    footer: 'Terima kasih\nBarang tidak bisa ditukar',
    qr: 'https://wa.me/6281',
  },
  numberRules: { ...defaultNumberRules },
  pictureFolder: '',
  backupFolder: '/media/stick',
};

describe('the shop form', () => {
  it('gives back what it was made from', () => {
    expect(readShopForm(shopFormOf(shop))).toEqual({ ok: true, value: shop });
  });

  it('only gives what main accepts', () => {
    const read = readShopForm({ ...shopFormOf(shop), logo: null, name: ' Bu Sri ', footer: '\n', qr: ' ' });
    expect(read.ok && read.value.slip).toEqual({ logo: null, footer: '', qr: '' });
    expect(read.ok && shopSettingsSchema.safeParse(read.value).success).toBe(true);
  });

  it('names the fields that keep it from being saved', () => {
    const form = shopFormOf(shop);
    const rules = { ...form.rules, 'telkom-pstn': { ...form.rules['telkom-pstn'], minLength: '14' } };
    expect(readShopForm({ ...form, rules })).toEqual({ ok: false, error: ['rules'] });
  });
});
