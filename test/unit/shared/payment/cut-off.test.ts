import { assert, constantFrom, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutOffAt, nearestNight, nextCutOff } from '../../../../shared/payment/cut-off.ts';
import { isPln, productIds } from '../../../../shared/products.ts';
import { formatDateTime, instant, parseDateTime, type Instant } from '../../../../shared/time.ts';

function wib(text: string): Instant {
  const at = parseDateTime(text, 'WIB');
  if (at === undefined) throw new Error(`not a time: ${text}`);
  return at;
}

const minute = 60_000;
/** Any moment from 2020 to 2040. */
const moments = integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2040, 0, 1) }).map(instant);
const plnProducts = constantFrom(...productIds.filter(isPln));

describe('the cut-off of PLN', () => {
  it.each([
    ['2026-05-30 22:59:59', { kind: 'open' }],
    ['2026-05-30 23:00:00', { kind: 'warned', opensAt: wib('2026-05-31 00:30:00') }],
    ['2026-05-30 23:29:59', { kind: 'warned', opensAt: wib('2026-05-31 00:30:00') }],
    ['2026-05-30 23:30:00', { kind: 'closed', opensAt: wib('2026-05-31 00:30:00') }],
    ['2026-05-31 00:00:00', { kind: 'closed', opensAt: wib('2026-05-31 00:30:00') }],
    ['2026-05-31 00:29:59', { kind: 'closed', opensAt: wib('2026-05-31 00:30:00') }],
    ['2026-05-31 00:30:00', { kind: 'warned', opensAt: wib('2026-05-31 01:00:00') }],
    ['2026-05-31 00:59:59', { kind: 'warned', opensAt: wib('2026-05-31 01:00:00') }],
    ['2026-05-31 01:00:00', { kind: 'open' }],
    ['2026-12-31 23:45:00', { kind: 'closed', opensAt: wib('2027-01-01 00:30:00') }],
  ] as const)('at %s WIB', (text, expected) => expect(cutOffAt('pln-postpaid', wib(text))).toEqual(expected));

  it('goes by the clock on the wall in WIB, on every day', () => {
    assert(
      property(moments, plnProducts, (at, product) => {
        const clock = formatDateTime(at, 'WIB').slice(11, 16);
        const isClosed = clock >= '23:30' || clock < '00:30';
        const isWarned = !isClosed && (clock >= '23:00' || clock < '01:00');
        expect(cutOffAt(product, at).kind).toBe(isClosed ? 'closed' : isWarned ? 'warned' : 'open');
      }),
    );
  });

  it('always ends: where it opens it is closed no more, and it opens within an hour and a half', () => {
    assert(
      property(moments, plnProducts, (at, product) => {
        const now = cutOffAt(product, at);
        if (now.kind === 'open') return;
        expect(now.opensAt).toBeGreaterThan(at);
        expect(now.opensAt - at).toBeLessThanOrEqual(90 * minute);
        expect(cutOffAt(product, now.opensAt).kind).not.toBe('closed');
      }),
    );
  });

  it('is no matter of other products', () => {
    assert(
      property(moments, constantFrom(...productIds.filter((id) => !isPln(id))), (at, product) => {
        expect(cutOffAt(product, at)).toEqual({ kind: 'open' });
        expect(nextCutOff(product, at)).toBeUndefined();
      }),
    );
  });
});

describe('the next cut-off', () => {
  it.each([
    ['2026-05-30 12:00:00', '2026-05-30 23:30:00'],
    ['2026-05-30 23:29:59', '2026-05-30 23:30:00'],
    ['2026-05-30 23:30:00', '2026-05-31 23:30:00'],
    ['2026-05-31 00:10:00', '2026-05-31 23:30:00'],
  ])('after %s WIB is %s', (at, next) => expect(nextCutOff('pln-prepaid', wib(at))).toBe(wib(next)));

  it('is the first moment after now at which the books close', () => {
    assert(
      property(moments, plnProducts, (at, product) => {
        const next = nextCutOff(product, at);
        if (next === undefined) throw new Error('PLN has a cut-off');
        expect(next).toBeGreaterThan(at);
        expect(next - at).toBeLessThanOrEqual(24 * 60 * minute);
        expect(cutOffAt(product, next).kind).toBe('closed');
        expect(cutOffAt(product, instant(next - 1)).kind).toBe('warned');
      }),
    );
  });
});

describe('the night that is told', () => {
  it('is the one under way, about to come, or just over', () => {
    const night = {
      closesAt: wib('2026-05-30 23:30:00'),
      opensAt: wib('2026-05-31 00:30:00'),
      safeAt: wib('2026-05-31 01:00:00'),
    };
    for (const text of ['2026-05-30 23:05:00', '2026-05-30 23:40:00', '2026-05-31 00:45:00'])
      expect(nearestNight(wib(text))).toEqual(night);
  });
});
