import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatClock,
  formatDateTime,
  instant,
  isInstant,
  nextMidnight,
  parseDateTime,
  zoneOffsetHours,
  type Zone,
} from '../../../shared/time.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const at = (iso: string) => instant(Date.parse(iso));

const anyZone = fc.constantFrom<Zone>('WIB', 'WITA', 'WIT');
/** From 1970 to 9998: within four-digit years in every zone. */
const anyInstant = fc.integer({ min: 0, max: Date.UTC(9998, 11, 31) }).map(instant);

describe('an instant', () => {
  it.each([0, -1, 1_528_000_000_000])('may be %d', (ms) => {
    expect(instant(ms)).toBe(ms);
  });

  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('is never %d', (ms) => {
    expect(isInstant(ms)).toBe(false);
    expect(() => instant(ms)).toThrow(RangeError);
  });

  it.each([['0'], [null], [new Date(0)]])('is a number and nothing that turns into one: %s', (value) => {
    expect(isInstant(value)).toBe(false);
  });
});

describe('a written time', () => {
  it.each([
    ['WIB', '2018-06-01 06:30:05', '06.30'],
    ['WITA', '2018-06-01 07:30:05', '07.30'],
    ['WIT', '2018-06-01 08:30:05', '08.30'],
  ] as const)('in %s is the wall clock there', (zone, written, clock) => {
    const moment = at('2018-05-31T23:30:05.999Z');
    expect(formatDateTime(moment, zone)).toBe(written);
    expect(formatClock(moment, zone)).toBe(clock);
  });

  it('agrees with the calendar of the zone, for any instant', () => {
    const calendar = new Intl.DateTimeFormat('en-CA', {
      timeZone: 'Asia/Jakarta',
      hourCycle: 'h23',
      dateStyle: 'short',
      timeStyle: 'medium',
    });
    // From 1990: Jakarta's clock was moved for the last time before that.
    const since1990 = fc.integer({ min: Date.UTC(1990), max: Date.UTC(2200) }).map(instant);
    fc.assert(
      fc.property(since1990, (moment) => {
        expect(formatDateTime(moment, 'WIB')).toBe(calendar.format(moment).replace(', ', ' '));
      }),
    );
  });

  it('is read back as the same second, for any instant and zone', () => {
    fc.assert(
      fc.property(anyInstant, anyZone, (moment, zone) => {
        const read = parseDateTime(formatDateTime(moment, zone), zone);
        expect(read).toBe(Math.floor(moment / 1000) * 1000);
      }),
    );
  });

  it('does not depend on the zone of the PC', () => {
    const before = process.env['TZ'];
    try {
      process.env['TZ'] = 'America/New_York';
      expect(formatDateTime(at('2018-06-01T00:00:00Z'), 'WIB')).toBe('2018-06-01 07:00:00');
      expect(parseDateTime('2018-06-01 07:00:00', 'WIB')).toBe(at('2018-06-01T00:00:00Z'));
      expect(nextMidnight(at('2018-06-01T00:00:00Z'), 'WIB')).toBe(at('2018-06-01T17:00:00Z'));
    } finally {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    }
  });
});

describe('a time to be read', () => {
  it('is taken as of its zone', () => {
    expect(parseDateTime('2018-06-01 00:00:00', 'WIB')).toBe(at('2018-05-31T17:00:00Z'));
    expect(parseDateTime('2018-06-01 00:00:00', 'WIT')).toBe(at('2018-05-31T15:00:00Z'));
    expect(parseDateTime('2024-02-29 23:59:59', 'WIB')).toBe(at('2024-02-29T16:59:59Z'));
  });

  it.each([
    [''],
    ['2018-06-01'],
    ['2018-06-01T00:00:00'],
    ['2018-06-01 00:00'],
    ['2018-06-01 00:00:00 '],
    ['2018-06-01 00:00:00Z'],
    ['2018-6-1 0:00:00'],
    ['01-06-2018 00:00:00'],
    ['2018-13-01 00:00:00'],
    ['2018-00-01 00:00:00'],
    ['2018-06-00 00:00:00'],
    ['2018-06-32 00:00:00'],
    ['2018-06-01 25:00:00'],
    ['2018-06-01 00:60:00'],
    ['2018-06-01 00:00:60'],
    ['２018-06-01 00:00:00'],
    ['2018-06-01 00:00:00\n'],
  ])('%j is no time', (text) => {
    expect(parseDateTime(text, 'WIB')).toBeUndefined();
  });

  it.each([
    ['2018-02-30 10:00:00'],
    ['2018-06-31 10:00:00'],
    ['2023-02-29 10:00:00'],
    ['2018-06-01 24:00:00'],
  ])('%s, which no calendar or clock shows, is not taken for the day after', (text) => {
    expect(parseDateTime(text, 'WIB')).toBeUndefined();
  });

  it('gives an instant that is written as it was read, or nothing', () => {
    const upTo = (max: number) => fc.nat({ max }).map((value) => String(value).padStart(2, '0'));
    const year = fc.integer({ min: 1970, max: 9998 });
    fc.assert(
      fc.property(
        year,
        upTo(13),
        upTo(32),
        upTo(25),
        upTo(61),
        upTo(61),
        anyZone,
        (y, mo, d, h, mi, s, zone) => {
          const text = `${y}-${mo}-${d} ${h}:${mi}:${s}`;
          const read = parseDateTime(text, zone);
          if (read !== undefined) expect(formatDateTime(read, zone)).toBe(text);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('the next midnight', () => {
  it('in Jakarta is 17:00 UTC', () => {
    expect(nextMidnight(at('2018-06-01T16:59:59.999Z'), 'WIB')).toBe(at('2018-06-01T17:00:00Z'));
    expect(nextMidnight(at('2018-06-01T17:00:00Z'), 'WIB')).toBe(at('2018-06-02T17:00:00Z'));
  });

  it('is after the instant, within 24 hours of it, and 00:00:00 on the wall of the zone', () => {
    fc.assert(
      fc.property(anyInstant, anyZone, (moment, zone) => {
        const midnight = nextMidnight(moment, zone);
        expect(midnight).toBeGreaterThan(moment);
        expect(midnight - moment).toBeLessThanOrEqual(dayMs);
        expect(formatDateTime(midnight, zone).slice(11)).toBe('00:00:00');
        expect((midnight + zoneOffsetHours[zone] * hourMs) % dayMs).toBe(0);
      }),
    );
  });
});
