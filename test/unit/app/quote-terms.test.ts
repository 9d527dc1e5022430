import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quoteExpiry } from '../../../electron/app/quote-terms.ts';
import { instant } from '../../../shared/time.ts';

/** A moment of 1 June 2018 in Jakarta. */
const wib = (clock: string): number => Date.parse(`2018-06-01T${clock}:00+07:00`);
const hours = (count: number): number => count * 3_600_000;

describe('an inquiry', () => {
  it.each([
    ['telkom-pstn', 'live', '09:00', '24:00'],
    ['telkom-pstn', 'live', '23:59', '24:00'],
    ['pln-postpaid', 'live', '09:00', '23:30'],
    ['pln-prepaid', 'sandbox', '00:10', '23:30'],
    ['pln-postpaid', 'live', '23:40', '24:00'],
    ['pln-postpaid', 'training', '09:00', '24:00'],
  ] as const)('of %s in a %s ledger at %s may be paid until %s', (product, kind, now, until) => {
    const end = until === '24:00' ? wib('00:00') + hours(24) : wib(until);
    expect(quoteExpiry(product, kind, instant(wib(now)), 0)).toBe(end);
  });

  it('ends at the biller’s midnight, told by this PC’s clock', () => {
    const slow = instant(wib('22:00'));
    expect(quoteExpiry('telkom-pstn', 'live', slow, hours(1))).toBe(wib('23:00'));
    const fast = instant(wib('01:00'));
    expect(quoteExpiry('telkom-pstn', 'live', fast, -hours(2))).toBe(wib('02:00'));
  });

  it('can be paid after it was made, and never longer than a day, whatever the two clocks say', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4_000_000_000_000 }),
        fc.integer({ min: -hours(9000), max: hours(9000) }),
        fc.constantFrom('pln-postpaid', 'telkom-pstn'),
        (now, ahead, product) => {
          const end = quoteExpiry(product, 'live', instant(now), ahead);
          expect(end).toBeGreaterThan(now);
          expect(end - now).toBeLessThanOrEqual(hours(24));
        },
      ),
    );
  });
});
