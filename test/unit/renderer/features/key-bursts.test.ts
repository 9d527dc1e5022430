import { describe, expect, it } from 'vitest';
import {
  beginsBurst,
  enterFrom,
  isAlone,
  isScanOf,
  type Stroke,
} from '../../../../renderer/features/keys/key-bursts.ts';

/** One key after another, `gap` milliseconds apart. */
const typed = (keys: string, start: number, gap: number): Stroke[] =>
  keys.split('').map((key, index) => ({ key, at: start + index * gap }));
const enterAt = (at: number): Stroke => ({ key: 'Enter', at });

describe('a digit that picks an amount', () => {
  const picks = (strokes: readonly Stroke[]): boolean[] => strokes.map((stroke) => isAlone(strokes, stroke));

  it('picks where no other key came within 60 ms before or after', () => {
    expect(picks(typed('1', 0, 0))).toEqual([true]);
    expect(picks(typed('12', 0, 60))).toEqual([true, true]);
  });

  it('picks nothing where it is part of a scan, be it the first, the last or between', () => {
    expect(picks(typed('530000000002', 0, 20))).not.toContain(true);
    expect(picks(typed('12', 0, 59))).toEqual([false, false]);
    expect(picks([...typed('12', 0, 20), enterAt(30)]).slice(0, 2)).toEqual([false, false]);
  });

  it('is not joined to the number before the Enter that asked', () => {
    const strokes = [...typed('53000000001', 0, 2), enterAt(24), { key: '1', at: 40 }];
    expect(isAlone(strokes, strokes[12] ?? enterAt(0))).toBe(true);
  });
});

describe('P for exact cash', () => {
  it('works at once when pressed alone, and not from inside a scan', () => {
    const alone = typed('p', 0, 0);
    expect(alone.every((stroke) => beginsBurst(alone, stroke))).toBe(true);
    const scan = typed('12P4', 0, 5);
    expect(scan.map((stroke) => beginsBurst(scan, stroke))).toEqual([true, false, false, false]);
  });
});

describe('an Enter on a bill', () => {
  it('is a hand: P and Enter at once, on a bill that has just come', () => {
    expect(enterFrom(typed('p', 1010, 0), 1012, 1000)).toBe('hand');
  });

  it('is a hand after cash typed however slowly or quickly', () => {
    expect(enterFrom(typed('1250000', 1010, 3), 1040, 1000)).toBe('hand');
    expect(enterFrom(typed('530000000002', 1000, 90), 2100, 500)).toBe('hand');
  });

  it('is a scanner after a burst as long as a number', () => {
    expect(enterFrom(typed('530000000002', 5000, 10), 5120, 1000)).toBe('scanner');
    expect(enterFrom(typed('ABCDEFP1', 5000, 30), 5240, 1000)).toBe('scanner');
  });

  it('is a scanner after a burst that had begun before the bill came', () => {
    expect(enterFrom(typed('350000', 990, 10), 1050, 1000)).toBe('scanner');
  });

  it('is not a scanner for the scan that asked for the bill', () => {
    const strokes = [...typed('530000000001', 0, 2), enterAt(24), { key: 'p', at: 60 }];
    expect(enterFrom(strokes, 62, 50)).toBe('hand');
  });

  it('is haste within 300 ms where nothing was pressed on this bill yet', () => {
    expect(enterFrom([], 1299, 1000)).toBe('haste');
    expect(enterFrom(typed('350000', 400, 80), 1100, 1000)).toBe('haste');
    expect(enterFrom([], 1300, 1000)).toBe('hand');
  });
});

describe('a number that was scanned', () => {
  it('is known by being all there is, in one burst that goes over into its Enter', () => {
    const scan = typed('53000000001', 1000, 8);
    expect(isScanOf(scan, 1090, '53000000001')).toBe(true);
    expect(isScanOf(scan, 1090, '1253000000001')).toBe(false);
    expect(isScanOf(scan, 1400, '53000000001')).toBe(false);
    expect(isScanOf(typed('53000000001', 1000, 90), 1950, '53000000001')).toBe(false);
    expect(isScanOf(typed('5300', 1000, 8), 1030, '5300')).toBe(false);
  });
});
