import { assert, integer, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultExtra, readExtras } from '../../../../renderer/store/extras.ts';
import { extraFields } from '../../../../shared/biller-profile.ts';
import { extrasSchema } from '../../../../shared/payment/quote.ts';
import { ok } from '../../../../shared/result.ts';

const thisYear = 2026;

describe('what is asked besides the number', () => {
  it('is nothing where a service asks for nothing, whatever was typed before', () => {
    expect(readExtras([], { months: '3' }, thisYear)).toEqual(ok({}));
  });

  it('is one month and this year where nothing is typed, as the fields show it', () => {
    expect(readExtras(['months', 'tax-year'], {}, thisYear)).toEqual(ok({ months: 1, taxYear: 2026 }));
    expect(defaultExtra('months', thisYear)).toBe('1');
    expect(defaultExtra('tax-year', thisYear)).toBe('2026');
  });

  it('must be typed where nothing could be meant by silence', () => {
    expect(readExtras(['identity-number', 'amount'], {}, thisYear)).toEqual({
      ok: false,
      error: ['identity-number', 'amount'],
    });
    expect(defaultExtra('amount', thisYear)).toBeUndefined();
  });

  it.each([
    ['months', '0'],
    ['months', '25'],
    ['tax-year', '1989'],
    ['tax-year', '2028'],
    ['identity-number', '123'],
    ['amount', '0'],
  ] as const)('%s is not %s', (field, typed) => {
    expect(readExtras([field], { [field]: typed }, thisYear)).toEqual({ ok: false, error: [field] });
  });

  it('is what was typed, or refused: never another number of months', () => {
    assert(
      property(integer({ min: -5, max: 99 }), (months) => {
        const read = readExtras(['months'], { months: String(months) }, thisYear);
        expect(read.ok).toBe(months >= 1 && months <= 24);
        if (read.ok) expect(read.value).toEqual({ months });
      }),
    );
  });

  it('only gives what main accepts', () => {
    assert(
      property(string(), (typed) => {
        const drafts = Object.fromEntries(extraFields.map((field) => [field, typed]));
        for (const field of extraFields) {
          const read = readExtras([field], drafts, thisYear);
          if (read.ok) expect(extrasSchema.safeParse(read.value).success).toBe(true);
        }
      }),
    );
  });
});
