import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskNumbers } from '../../../shared/mask-numbers.ts';

describe('a text whose long numbers are blanked', () => {
  it.each([
    ['530000000001', '*********001'],
    ['meter 5300 0000 0001.', 'meter **** **** *001.'],
    ['token 1234-5678-9012-3456-7890', 'token ****-****-****-****-*890'],
    ['Rp303.500', 'Rp***.500'],
    ['HTTP 200 after 4000 ms', 'HTTP 200 after 4000 ms'],
  ])('%s', (text, masked) => {
    expect(maskNumbers(text)).toBe(masked);
  });

  it('never shows more than three digits of a number of six or more', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^\d{6,30}$/),
        fc.constantFrom('', ' ', '-', '.'),
        fc.string(),
        (number, sign, around) => {
          const written = [...number].join(sign);
          const masked = maskNumbers(`x${written}x${around.replaceAll(/\d/g, '')}`);
          expect(masked.replaceAll(/\D/g, '')).toBe(number.slice(-3));
        },
      ),
    );
  });
});
