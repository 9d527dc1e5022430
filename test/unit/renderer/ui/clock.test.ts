import { expect, it } from 'vitest';
import { formatDayAndClock } from '../../../../renderer/ui/clock.ts';
import { instant } from '../../../../shared/time.ts';

const at = instant(Date.UTC(2026, 4, 30, 16, 59, 5));

it('a time of today goes without its day', () => {
  expect(formatDayAndClock(at, instant(at + 30_000), 'WIB')).toBe('23.59.05');
});

it('a time of another day in the zone of the shop goes with it', () => {
  expect(formatDayAndClock(at, instant(at + 120_000), 'WIB')).toBe('30/05 23.59.05');
});
