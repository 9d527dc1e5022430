import { describe, expect, it } from 'vitest';
import { ageWords, momentWords, whenWords } from '../../../../renderer/ui/when.ts';
import { messagesFor } from '../../../../shared/i18n/messages.ts';
import { parseDateTime, type Instant } from '../../../../shared/time.ts';

const m = messagesFor('id');

function wib(text: string): Instant {
  const at = parseDateTime(`${text}:00`, 'WIB');
  if (at === undefined) throw new Error(`not a time: ${text}`);
  return at;
}

describe('a moment of the past', () => {
  const when = (at: string) => whenWords(wib(at), wib('2026-05-30 17:00'), 'WIB', m);

  it('is a clock today, yesterday by its name, and a date before', () => {
    expect(when('2026-05-30 14:02')).toBe('pukul 14.02');
    expect(when('2026-05-29 14:05')).toBe('kemarin 14.05');
    expect(when('2026-05-28 14:05')).toBe('28/05 14.05');
    expect(when('2025-12-31 14:05')).toBe('31/12/2025 14.05');
  });

  it('is yesterday by the shop’s midnight, not by 24 hours', () => {
    expect(whenWords(wib('2026-05-29 23:59'), wib('2026-05-30 00:01'), 'WIB', m)).toBe('kemarin 23.59');
    expect(whenWords(wib('2026-05-29 22:59'), wib('2026-05-29 23:01'), 'WITA', m)).toBe('kemarin 23.59');
  });

  it('bears its date and zone where it is read out to others', () => {
    expect(momentWords(wib('2026-05-30 14:02'), wib('2026-05-30 17:00'), 'WIB')).toBe('30/05 14.02 WIB');
  });
});

describe('the age of a payment', () => {
  const age = (at: string, now = '2026-05-30 17:00') => ageWords(wib(at), wib(now), 'WIB', m);

  it('is told in minutes, then in hours of the same day, then by the moment', () => {
    expect(age('2026-05-30 17:00')).toBe('baru saja');
    expect(age('2026-05-30 16:48')).toBe('12 menit');
    expect(age('2026-05-30 14:00')).toBe('3 jam');
    expect(age('2026-05-30 14:59')).toBe('2 jam');
    expect(age('2026-05-29 14:05')).toBe('kemarin 14.05');
    expect(age('2026-05-27 14:05')).toBe('27/05 14.05');
  });

  it('counts minutes over midnight', () => {
    expect(age('2026-05-29 23:50', '2026-05-30 00:10')).toBe('20 menit');
  });

  it('is the moment itself where the clock has gone back behind it', () => {
    expect(age('2026-05-30 20:00')).toBe('30/05 20.00');
  });
});
