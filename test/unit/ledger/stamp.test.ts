import { describe, expect, it } from 'vitest';
import { freeMoment, readStamp, stampOf } from '../../../electron/ledger/stamp.ts';
import { instant } from '../../../shared/time.ts';
import { start } from './documents.ts';

describe('a stamp in a file’s name', () => {
  it('is the second in UTC, and reads back', () => {
    expect(stampOf(start)).toBe('20180601-020000');
    expect(readStamp('20180601-020000')).toBe(start);
    expect(stampOf(instant(start + 999))).toBe('20180601-020000');
    expect(readStamp('20241231-235959')).toBe(Date.parse('2024-12-31T23:59:59Z'));
  });

  it.each(['20180631-020000', '20180601-250000', '20180601-0200', '20180601T020000', 'x20180601-020000', ''])(
    'is not %j',
    (text) => {
      expect(readStamp(text)).toBeUndefined();
    },
  );

  it('is the first that is not taken', () => {
    expect(freeMoment(start, () => false)).toBe(start);
    expect(freeMoment(start, (at) => at < start + 3000)).toBe(start + 3000);
  });
});
