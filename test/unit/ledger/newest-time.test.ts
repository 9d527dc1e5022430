import { describe, expect, it } from 'vitest';
import { instant } from '../../../shared/time.ts';
import { arming, minutes, quote, settlement, start, unknown } from './documents.ts';
import { newLedger } from './open-ledger.ts';

const at = (minute: number) => instant(start + minutes(minute));

describe('the newest time in a ledger', () => {
  it('is that of the event that happened last by the clock, not of the one that was written last', () => {
    const { ledger, reopen } = newLedger();
    expect(ledger.newestAt()).toBeNull();
    ledger.addQuote(quote(1, { quotedAt: at(50) }));
    expect(ledger.newestAt()).toBe(at(50));
    // The clock was set back.
    ledger.arm(arming(1, { at: at(20) }));
    expect(ledger.newestAt()).toBe(at(50));
    ledger.settle(settlement(1, unknown, { at: at(51) }));
    expect(reopen().newestAt()).toBe(at(51));
  });
});
