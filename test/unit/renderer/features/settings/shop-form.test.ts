import { describe, expect, it } from 'vitest';
import { readShopForm, shopFormOf } from '../../../../../renderer/features/settings/shop-form.ts';
import { defaultNumberRules } from '../../../../../shared/products.ts';
import { shopSettingsSchema, type ShopSettings } from '../../../../../shared/settings.ts';

const shop: ShopSettings = {
  language: 'id',
  theme: 'system',
  shop: { name: 'Warung Bu Sri', address: 'Jl. Melati 4' },
  printer: { kind: 'network', paper: '80mm', host: '192.168.1.50', port: 9100 },
  numberRules: { ...defaultNumberRules },
  pictureFolder: '',
  backupFolder: '/media/stick',
};

describe('the shop form', () => {
  it('gives back what it was made from', () => {
    expect(readShopForm(shopFormOf(shop))).toEqual({ ok: true, value: shop });
  });

  it('only gives what main accepts', () => {
    const read = readShopForm({ ...shopFormOf(shop), printer: 'screen', name: ' Bu Sri ' });
    expect(read.ok && shopSettingsSchema.safeParse(read.value).success).toBe(true);
  });

  it('names the fields that keep it from being saved', () => {
    const form = shopFormOf(shop);
    expect(readShopForm({ ...form, host: ' ', port: '70000' })).toEqual({
      ok: false,
      error: ['host', 'port'],
    });
    expect(readShopForm({ ...form, printer: 'file', path: '' })).toEqual({ ok: false, error: ['path'] });
    const rules = { ...form.rules, 'telkom-pstn': { ...form.rules['telkom-pstn'], minLength: '14' } };
    expect(readShopForm({ ...form, rules })).toEqual({ ok: false, error: ['rules'] });
  });
});
