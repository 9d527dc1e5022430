import { describe, expect, it } from 'vitest';
import { instant } from '../../../shared/time.ts';
import { arming, minutes, quote, quoteId, settlement, start } from './documents.ts';
import { newLedger } from './open-ledger.ts';

const at = (minute: number) => instant(start + minutes(minute));

describe('other payments at a biller', () => {
  it('are counted and summed with both ends, but the one in question and those rejected', () => {
    const { ledger } = newLedger();
    for (const n of [1, 2, 3, 4, 5]) {
      ledger.addQuote(quote(n, n === 5 ? { biller: 'iak' } : {}));
      ledger.arm(arming(n));
    }
    ledger.settle(settlement(3, { kind: 'rejected', code: '14', text: '' }));
    const between = (from: number, until: number) =>
      ledger.othersAt({ payment: quoteId(1), biller: 'teleanjar', from: at(from), until: at(until) });
    expect(between(1, 4)).toEqual({ count: 2, total: 607_000 });
    expect(between(2, 2)).toEqual({ count: 1, total: 303_500 });
    expect(between(5, 9)).toEqual({ count: 0, total: 0 });
  });
});

describe('the deposit before a payment', () => {
  it('is kept as it was told, or that it was not', () => {
    const { ledger } = newLedger();
    for (const n of [1, 2]) ledger.addQuote(quote(n));
    const depositBefore = { amount: quote(1).total, at: at(0) };
    ledger.arm(arming(1, { depositBefore }));
    ledger.arm(arming(2));
    expect(ledger.payment(quoteId(1))?.depositBefore).toEqual(depositBefore);
    expect(ledger.payment(quoteId(2))?.depositBefore).toBeNull();
  });
});
