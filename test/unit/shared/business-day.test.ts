import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  businessDay,
  dayHere,
  formatBusinessDay,
  isBusinessDay,
  shopDaySchema,
  usualDay,
  type ShopDay,
} from '../../../shared/business-day.ts';
import { instant, parseDateTime, type Zone } from '../../../shared/time.ts';

const at = (text: string, zone: Zone) => {
  const moment = parseDateTime(text, zone);
  if (moment === undefined) throw new Error(`not a time: ${text}`);
  return moment;
};
const shopDays = fc.record({
  zone: fc.constantFrom<Zone>('WIB', 'WITA', 'WIT'),
  cutMinutes: fc.integer({ min: 0, max: 720 }),
});
const moments = fc.integer({ min: Date.UTC(2015, 0), max: Date.UTC(2060, 0) }).map(instant);
const hour = 3_600_000;

describe('a day of the shop’s books', () => {
  it.each<[string, string, ShopDay, string]>([
    ['an ordinary noon', '2026-11-28 12:00:00', usualDay, '2026-11-28'],
    ['the last second before midnight', '2026-11-28 23:59:59', usualDay, '2026-11-28'],
    ['midnight', '2026-11-29 00:00:00', usualDay, '2026-11-29'],
    [
      'half past one with a cut at two',
      '2026-11-29 01:30:00',
      { zone: 'WIB', cutMinutes: 120 },
      '2026-11-28',
    ],
    ['the cut itself', '2026-11-29 02:00:00', { zone: 'WIB', cutMinutes: 120 }, '2026-11-29'],
    ['the first of a year', '2027-01-01 00:30:00', { zone: 'WIB', cutMinutes: 60 }, '2026-12-31'],
  ])('of %s is that of its shop', (_what, time, day, expected) => {
    expect(businessDay(at(time, day.zone), day)).toBe(expected);
  });

  it('differs between zones where only one has had its midnight', () => {
    const late = at('2026-11-28 23:30:00', 'WIB');
    expect(businessDay(late, { zone: 'WIT', cutMinutes: 0 })).toBe('2026-11-29');
  });

  it('lasts twenty-four hours, begins at the cut, and follows the one before', () => {
    fc.assert(
      fc.property(moments, shopDays, (moment, day) => {
        const today = businessDay(moment, day);
        expect(isBusinessDay(today)).toBe(true);
        expect(businessDay(instant(moment + 24 * hour), day) > today).toBe(true);
        const began = at(`${today} 00:00:00`, day.zone) + day.cutMinutes * 60_000;
        expect(moment - began).toBeGreaterThanOrEqual(0);
        expect(moment - began).toBeLessThan(24 * hour);
      }),
    );
  });

  it.each([
    [-420, 'WIB'],
    [-480, 'WITA'],
    [-540, 'WIT'],
    [0, 'WIB'],
    [-330, 'WIB'],
  ] as const)('of a shop that has said nothing goes by the clock of its PC (%i)', (offset, zone) => {
    expect(dayHere(offset)).toEqual({ zone, cutMinutes: 0 });
  });

  it.each(['2026-02-30', '2026-13-01', '26-01-01', '2026-1-1', '', 'today', 20_261_128])(
    'is not %j',
    (value) => {
      expect(isBusinessDay(value)).toBe(false);
    },
  );

  it('is written as people write it', () => {
    expect(formatBusinessDay(businessDay(at('2026-11-28 12:00:00', 'WIB'), usualDay))).toBe('28/11/2026');
  });

  it('has a cut between midnight and noon', () => {
    expect(shopDaySchema.safeParse({ zone: 'WIB', cutMinutes: 721 }).success).toBe(false);
    expect(shopDaySchema.safeParse({ zone: 'GMT', cutMinutes: 0 }).success).toBe(false);
  });
});
