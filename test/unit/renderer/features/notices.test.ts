import { describe, expect, it } from 'vitest';
import {
  backupNotice,
  clockNotice,
  noticesOf,
  policyNotice,
} from '../../../../renderer/features/notices/notices.ts';
import type { CounterState } from '../../../../shared/contract/counter-state.ts';
import { messagesFor } from '../../../../shared/i18n/messages.ts';
import { instant } from '../../../../shared/time.ts';
import { counterState, noon } from '../samples.ts';

const m = messagesFor('id');
const hour = 3_600_000;
const live: CounterState = { ...counterState, ledger: 'live' };

describe('a clock that is wrong', () => {
  const notice = (clock: CounterState['clock']) => clockNotice({ ...live, clock }, m);

  it('is not spoken of while it is right', () => {
    expect(notice({ kind: 'ok' })).toBeNull();
  });

  it('says how far it went back', () => {
    const { short, advice } = notice({ kind: 'went-back', byMs: 3 * hour }) ?? {};
    expect(short).toBe('Jam PC mundur 3 jam');
    expect(advice?.what).toMatch(/^Jam komputer mundur 3 jam/);
  });

  it('says whose clock it differs from, and to which side', () => {
    const behind = notice({ kind: 'differs', biller: 'teleanjar', aheadMs: 2 * hour });
    const ahead = notice({ kind: 'differs', biller: 'iak', aheadMs: -2 * hour });
    expect(behind?.short).toBe('Jam PC beda 2 jam');
    expect(behind?.advice.what).toBe('Jam komputer berbeda 2 jam dari jam Teleanjar: tertinggal.');
    expect(ahead?.advice.what).toBe('Jam komputer berbeda 2 jam dari jam IAK: terlalu cepat.');
  });
});

describe('a policy that was refused', () => {
  it('is spoken of by its file, the reason and the place, in the counter’s language', () => {
    expect(policyNotice(live, m)).toBeNull();
    const policyRefused = { code: 'invalid', where: 'shop.name', file: '/etc/loket/policy.json' } as const;
    const notice = policyNotice({ ...live, policyRefused }, m);
    expect(notice?.advice.what).toBe(
      'Kebijakan komputer ini tidak dipakai: /etc/loket/policy.json: ada isian yang tidak sesuai. (shop.name)',
    );
    const english = policyNotice({ policyRefused, language: 'en' }, messagesFor('en'));
    expect(english?.advice.what).toContain('a field is not as it should be. (shop.name)');
  });
});

describe('the backup', () => {
  const notice = (backup: CounterState['backup'], now = noon, ledger: CounterState['ledger'] = 'live') =>
    backupNotice({ backup, ledger }, now, 'WIB', m);

  it('is not spoken of for three days', () => {
    expect(notice({ at: noon, problem: null }, instant(noon + 72 * hour))).toBeNull();
    const old = notice({ at: noon, problem: null }, instant(noon + 73 * hour));
    expect(old?.short).toBe('Cadangan 3 hari lalu');
    expect(old?.advice.what).toContain('30/05 12.00');
  });

  it('is missing where there never was one, except in training', () => {
    expect(notice({ at: null, problem: null })?.short).toBe('Belum ada cadangan');
    expect(notice({ at: null, problem: null }, noon, 'training')).toBeNull();
  });

  it('has failed where main says why, in training too', () => {
    const failed = notice({ at: noon, problem: 'no-room' }, noon, 'training');
    expect(failed?.short).toBe('Cadangan gagal');
    expect(failed?.advice).toBe(m.backupProblems['no-room']);
  });

  it('stands after the clock', () => {
    const state: CounterState = {
      ...live,
      clock: { kind: 'went-back', byMs: hour },
      backup: { at: null, problem: null },
    };
    expect(noticesOf(state, noon, 'WIB', m).map(({ about }) => about)).toEqual(['clock', 'backup']);
    expect(noticesOf(live, noon, 'WIB', m)).toEqual([]);
  });
});
