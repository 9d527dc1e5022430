import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskNumber } from '../../../../shared/customer-display/mask-number.ts';

const plain = (number: string): string => number.replaceAll(/[^\p{L}\p{N}]/gu, '');
const shownOf = (masked: string): string => masked.replaceAll('•', '');

describe('a number before strangers', () => {
  it.each([
    ['530000000001', '530••••••001'],
    ['5300 0000 0001', '530••••••001'],
    ['53000000001', '53••••••001'],
    ['8888801234567890', '888••••••••••890'],
    ['12345678', '12••••78'],
    ['1234567', '••••••7'],
    ['1234', '•••4'],
    ['123', '•••'],
    ['', ''],
    ['B 1234-XYZ', 'B1••••YZ'],
  ])('%s is %s', (number, masked) => {
    expect(maskNumber(number)).toBe(masked);
  });

  it('never shows more than six characters, nor more than half, nor any but its ends', () => {
    const numbers = fc.oneof(
      fc.string({ maxLength: 40 }),
      fc.stringMatching(/^[0-9 -]{0,40}$/),
      fc.string({ unit: 'grapheme', maxLength: 40 }),
    );
    fc.assert(
      fc.property(numbers, (number) => {
        const whole = plain(number).match(/./gu) ?? [];
        const masked = maskNumber(number).match(/./gu) ?? [];
        expect(masked).toHaveLength(whole.length);
        expect(masked.filter((each) => each !== '•').length).toBeLessThanOrEqual(
          Math.min(6, whole.length / 2),
        );
        const middle = masked
          .join('')
          .replace(/^[^•]*/, '')
          .replace(/[^•]*$/, '');
        expect(shownOf(middle)).toBe('');
        masked.forEach((each, at) => expect([whole[at], '•']).toContain(each));
      }),
    );
  });
});
