import { describe, expect, it } from 'vitest';
import { isUntouched } from '../../../electron/app/is-untouched.ts';
import { defaultSettings } from '../../../electron/settings/settings-file.ts';
import { staffIdSchema } from '../../../shared/staff/staff.ts';
import { instant } from '../../../shared/time.ts';
import { storedPin } from '../../electron/owner-pin.ts';
import { defaultProfile } from './billers-to-set-up.ts';

const sari = {
  id: staffIdSchema.parse('00000001'),
  name: 'Sari',
  role: 'cashier',
  pin: storedPin(),
} as const;

describe('a counter', () => {
  it('is nobody’s while it is only practised with', () => {
    expect(isUntouched(defaultSettings, [])).toBe(true);
    const shop = { ...defaultSettings.shop, theme: 'dark' as const };
    expect(
      isUntouched({ ...defaultSettings, shop, born: ['training'], isIntroduced: true }, ['training']),
    ).toBe(true);
  });

  it.each([
    ['the owner has a PIN', { pin: storedPin() }],
    ['somebody sells there', { staff: [sari] }],
    ['a biller was set up', { billers: { iak: defaultProfile } }],
    ['it opens another ledger', { open: 'sandbox' }],
    ['it once had another', { born: ['training', 'sandbox'] }],
    ['it was moved away', { retired: { at: instant(0), archive: 'x' } }],
  ] as const)('is somebody’s where %s', (_why, part) => {
    expect(isUntouched({ ...defaultSettings, ...part }, [])).toBe(false);
  });

  it('is somebody’s where its settings are lost and its ledger is not', () => {
    expect(isUntouched(defaultSettings, ['training', 'live'])).toBe(false);
  });
});
