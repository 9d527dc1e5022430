import { describe, expect, it } from 'vitest';
import { checkingWords } from '../../../../renderer/features/checking/checking-words.ts';
import type { Checking } from '../../../../shared/contract/payment-view.ts';
import { messagesFor } from '../../../../shared/i18n/messages.ts';
import { instant } from '../../../../shared/time.ts';
import { noon } from '../samples.ts';

const m = messagesFor('id', 'IAK');
const words = (checking: Checking, isAsked = false) =>
  checkingWords({ checking, sentAt: noon }, isAsked, instant(noon + 3_600_000), 'WIB', m);

const will = {
  kind: 'will',
  asked: 2,
  lastAt: instant(noon + 120_000),
  nextAt: instant(noon + 300_000),
  isAsking: false,
  isOffline: false,
} as const;

describe('a payment that is not certain', () => {
  it('says when the biller is asked again, how often it was, and when last', () => {
    expect(words(will)).toEqual({
      what: 'Loket memeriksa lagi pukul 12.05.',
      before: 'Sudah ditanya 2 kali, terakhir pukul 12.02.',
    });
  });

  it('says the seconds where one question follows the other within two minutes', () => {
    expect(words({ ...will, lastAt: instant(noon + 285_000) })).toEqual({
      what: 'Loket memeriksa lagi pukul 12.05.00.',
      before: 'Sudah ditanya 2 kali, terakhir pukul 12.04.45.',
    });
  });

  it('says so where the biller was not asked yet', () => {
    expect(words({ ...will, asked: 0, lastAt: null }).before).toBe('IAK belum pernah ditanya.');
  });

  it('says that it is being asked, whoever wanted it', () => {
    expect(words({ ...will, isAsking: true }).what).toBe('Sedang menanyakan ke IAK…');
    expect(words(will, true).what).toBe('Sedang menanyakan ke IAK…');
  });

  it('says that it waits for the network where the biller cannot be reached', () => {
    expect(words({ ...will, isOffline: true }).what).toBe(
      'IAK tidak bisa dihubungi. Loket memeriksa begitu jaringan kembali, dan mencoba lagi pukul 12.05.',
    );
  });

  it('says that the program no longer asks by itself, and what people can do', () => {
    const { what, before } = words({ kind: 'gave-up', asked: 40, lastAt: instant(noon - 86_400_000) });
    expect(what).toMatch(/berhenti bertanya sendiri.*Periksa sekarang.*hubungi IAK.*12\.00\.00 WIB/);
    expect(before).toBe('Sudah ditanya 40 kali, terakhir kemarin 12.00.');
    expect(words({ kind: 'gave-up', asked: 40, lastAt: null }, true).what).toBe('Sedang menanyakan ke IAK…');
  });

  it('sends people to the telephone where the program cannot ask, with the time to name there', () => {
    const noCall = words({ kind: 'cannot', because: 'no-call' }).what;
    const otherAccount = words({ kind: 'cannot', because: 'other-account' }).what;
    for (const text of [noCall, otherAccount]) expect(text).toContain('12.00.00 WIB');
    expect(otherAccount).toContain('akun');
    expect(otherAccount).not.toBe(noCall);
  });
});
