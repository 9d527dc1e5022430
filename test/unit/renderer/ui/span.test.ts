import { describe, expect, it } from 'vitest';
import { spanOf, spanWords } from '../../../../renderer/ui/span.ts';
import { messagesFor } from '../../../../shared/i18n/messages.ts';

const minute = 60_000;

describe('a stretch of time', () => {
  it('is told in the largest unit that still says something', () => {
    expect(spanOf(119 * minute)).toEqual({ amount: 119, unit: 'minutes' });
    expect(spanOf(120 * minute)).toEqual({ amount: 2, unit: 'hours' });
    expect(spanOf(47 * 60 * minute)).toEqual({ amount: 47, unit: 'hours' });
    expect(spanOf(72 * 60 * minute)).toEqual({ amount: 3, unit: 'days' });
  });

  it('is never nothing', () => {
    expect(spanOf(0)).toEqual({ amount: 1, unit: 'minutes' });
  });

  it('has words in both languages', () => {
    expect(spanWords(3 * 60 * minute, messagesFor('id'))).toBe('3 jam');
    expect(spanWords(minute, messagesFor('en'))).toBe('one minute');
  });
});
