import { describe, expect, it } from 'vitest';
import { billerState } from '../../../../../renderer/features/settings/biller-state.ts';
import { ledgerChoices } from '../../../../../renderer/features/settings/ledger-choices.ts';
import { defaultPrinting } from '../../../../../shared/printing/printing-settings.ts';
import { usualScreens } from '../../../../../shared/screens.ts';
import type { SettingsView } from '../../../../../shared/settings.ts';
import { plainShop } from '../../../../fixtures/shop.ts';
import { form, fresh, stored } from './stored-biller.ts';

const view: SettingsView = {
  shop: plainShop,
  printing: defaultPrinting,
  screens: usualScreens,
  preferredBiller: form.id,
  billers: [],
  hasPin: false,
  canKeepSecrets: true,
  vault: { keyStore: { kind: 'open', name: 'gnome_libsecret' }, passphrase: 'not-set', closed: [] },
  ledger: 'training',
  policy: null,
  dataFolder: '/data',
};
const choices = (part: Partial<SettingsView>) => ledgerChoices({ ...view, ...part });

describe('the kinds of ledger to go over to', () => {
  it('are out of reach without a biller whose address is of the kind', () => {
    expect(choices({ billers: [fresh] })).toEqual([
      { kind: 'training', state: 'open' },
      { kind: 'sandbox', state: 'no-biller' },
      { kind: 'live', state: 'no-biller' },
    ]);
  });

  it('say whose account is missing', () => {
    expect(choices({ billers: [{ ...stored, hasCredentials: false }] })[2]).toEqual({
      kind: 'live',
      state: 'no-credentials',
      billers: ['Contoh'],
    });
  });

  it('name only the billers that would sell there', () => {
    const second = { ...stored, form: { ...form, id: 'lain', name: 'Lain' }, hasCredentials: false };
    expect(choices({ billers: [stored, second, { ...stored, kind: 'sandbox' }] })[2]).toEqual({
      kind: 'live',
      state: 'ready',
      billers: ['Contoh'],
    });
  });

  it('always have a way back to training', () => {
    expect(choices({ ledger: 'live', billers: [stored] })).toEqual([
      { kind: 'training', state: 'ready', billers: [] },
      { kind: 'sandbox', state: 'no-biller' },
      { kind: 'live', state: 'open' },
    ]);
  });
});

describe("a biller's state", () => {
  it('is the first thing that is missing, else the kind of its ledger', () => {
    expect(billerState(fresh)).toBe('not-set-up');
    expect(billerState({ ...stored, kind: null })).toBe('bad-address');
    expect(billerState({ ...stored, hasCredentials: false })).toBe('no-secrets');
    expect(billerState(stored)).toBe('live');
  });
});
