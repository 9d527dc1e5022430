import { describe, expect, it } from 'vitest';
import { messagesFor } from '../../../shared/i18n/messages.ts';
import { canSeal, vaultTroubleOf, type VaultState } from '../../../shared/vault-state.ts';

const gnome = { kind: 'open', name: 'gnome_libsecret' } as const;
const locked = { kind: 'locked', name: 'gnome_libsecret' } as const;
const wallet = { kind: 'open', name: 'kwallet6' } as const;
const none = { kind: 'none' } as const;

const state = (
  keyStore: VaultState['keyStore'],
  by: VaultState['closed'][number]['by'] | null,
  passphrase: VaultState['passphrase'] = 'not-set',
): VaultState => ({ keyStore, passphrase, closed: by === null ? [] : [{ biller: 'iak', by }] });

describe('what is the matter with stored accounts', () => {
  it.each([
    ['nothing, where all are open', state(gnome, null), null],
    ['nothing, where nothing is stored and nothing encrypts', state(none, null), null],
    ['nothing, where a passphrase is asked for and locks nothing yet', state(none, null, 'asked'), null],
    ['the passphrase', state(none, 'passphrase', 'asked'), { kind: 'passphrase-asked' }],
    [
      'a locked key store',
      state(locked, 'gnome_libsecret'),
      { kind: 'key-store-locked', name: 'gnome_libsecret' },
    ],
    [
      'a locked key store, before it was named',
      state(locked, 'unknown'),
      { kind: 'key-store-locked', name: 'gnome_libsecret' },
    ],
    [
      'another key store',
      state(wallet, 'gnome_libsecret'),
      { kind: 'key-store-changed', sealedBy: 'gnome_libsecret', now: 'kwallet6' },
    ],
    [
      'no key store any more',
      state(none, 'gnome_libsecret'),
      { kind: 'key-store-changed', sealedBy: 'gnome_libsecret', now: null },
    ],
    ['a key of somebody else', state(gnome, 'gnome_libsecret'), { kind: 'not-opened' }],
    ['a part that the passphrase does not open', state(gnome, 'passphrase', 'open'), { kind: 'not-opened' }],
  ])('is %s', (_what, given, trouble) => {
    expect(vaultTroubleOf(given)).toEqual(trouble);
  });

  it('says, in both languages, what is with the money and what to do, and which key store it was', () => {
    for (const language of ['id', 'en'] as const) {
      const words = messagesFor(language).vault;
      const { what, money, next } = words.troubleOf({
        kind: 'key-store-changed',
        sealedBy: 'gnome_libsecret',
        now: 'kwallet6',
      });
      expect(what).toContain('GNOME');
      expect(what).toContain('KWallet 6');
      expect(money.length).toBeGreaterThan(20);
      expect(next.length).toBeGreaterThan(20);
    }
  });

  it('does not keep accounts from being stored where something open encrypts, and nowhere else', () => {
    expect(canSeal(state(gnome, null))).toBe(true);
    expect(canSeal(state(locked, null))).toBe(false);
    expect(canSeal(state(none, null))).toBe(false);
    expect(canSeal(state(gnome, null, 'asked'))).toBe(false);
    expect(canSeal(state(none, null, 'open'))).toBe(true);
  });
});
