import { describe, expect, it } from 'vitest';
import { instant } from '../../../shared/time.ts';
import { minutes, start } from './documents.ts';
import { newLedger } from './open-ledger.ts';

const at = (minute: number) => instant(start + minutes(minute));

describe('a gap', () => {
  it('is noted once, however often a restart brings it, and stays until it is closed', () => {
    const { ledger, reopen } = newLedger();
    ledger.addGap(at(1), at(2));
    ledger.addGap(at(1), at(2));
    ledger.addGap(at(1), at(3));
    const after = reopen();
    after.addGap(at(1), at(2));
    expect(after.openGaps().map(({ from, until }) => [from, until])).toEqual([
      [at(1), at(2)],
      [at(1), at(3)],
    ]);
  });

  it('is closed once, by its number, and is not opened by the same restart again', () => {
    const { ledger } = newLedger();
    ledger.addGap(at(1), at(2));
    const [gap] = ledger.openGaps();
    expect(ledger.closeGap(gap?.id ?? 0, at(9), 'compared')).toBe(true);
    expect(ledger.closeGap(gap?.id ?? 0, at(10), 'again')).toBe(false);
    expect(ledger.closeGap(99, at(10), 'which?')).toBe(false);
    ledger.addGap(at(1), at(2));
    expect(ledger.openGaps()).toEqual([]);
  });

  it('may be of no length, and never ends before it begins', () => {
    const { ledger } = newLedger();
    ledger.addGap(at(1), at(1));
    expect(ledger.openGaps()).toHaveLength(1);
    ledger.addGap(at(3), at(2));
    expect(ledger.openGaps()).toHaveLength(1);
  });
});
