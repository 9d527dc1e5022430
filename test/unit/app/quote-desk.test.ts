import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newOfferId } from '../../../electron/app/new-id.ts';
import { createQuoteDesk, type OfferOnDesk } from '../../../electron/app/quote-desk.ts';
import { mostLotLines } from '../../../shared/contract/lots.ts';
import { rupiah } from '../../../shared/money.ts';
import { instant, nextMidnight } from '../../../shared/time.ts';
import { minutes, quote, quoteId, start } from '../ledger/documents.ts';
import { exchange } from './fake-biller.ts';
import { fakeClock } from './fake-clock.ts';

const hours = (count: number): number => count * 3_600_000;
/** One hour before midnight in Jakarta. */
const lateEvening = instant(Date.parse('2018-06-01T16:00:00Z'));

function desk(from = start) {
  const clock = fakeClock(from);
  const onDesk = createQuoteDesk(clock);
  onDesk.putQuote(quote(1, { quotedAt: from }));
  return { clock, desk: onDesk, isExpired: () => onDesk.isExpired(quoteId(1)) };
}

const offer = (at = start): OfferOnDesk => ({
  offer: {
    id: newOfferId(),
    product: 'pln-prepaid',
    biller: 'teleanjar',
    service: { code: 'TELE-PLN-PREPAID', name: 'Token' },
    customerNumber: '12345678901',
    customer: quote(1).customer,
    denominations: [rupiah(20_000), rupiah(50_000)],
    adminFee: rupiah(2_500),
  },
  extras: {},
  inquiryId: 'RESP1',
  exchange,
  expiresAt: nextMidnight(at, 'WIB'),
});

describe('a quote on the desk', () => {
  it('can be paid until the last millisecond of the day in Jakarta, and not after', () => {
    const { clock, isExpired } = desk(lateEvening);
    clock.pass(hours(1) - 1);
    expect(isExpired()).toBe(false);
    clock.pass(1);
    expect(isExpired()).toBe(true);
    clock.pass(hours(1));
    expect(isExpired()).toBe(true);
  });

  it('can be paid for four hours by the monotonic clock, and not after', () => {
    const { clock, isExpired } = desk();
    clock.pass(hours(4) - 1);
    expect(isExpired()).toBe(false);
    clock.pass(1);
    expect(isExpired()).toBe(true);
  });

  it.each([1, -1])('does not outlive a PC’s clock that is set by more than a minute (%d)', (direction) => {
    const { clock, isExpired } = desk();
    clock.pass(minutes(5));
    clock.step(direction * 60_000);
    expect(isExpired()).toBe(false);
    clock.step(direction);
    expect(isExpired()).toBe(true);
  });

  it('does not outlive a clock that stood still, as when the PC slept', () => {
    const { clock, isExpired } = desk();
    clock.step(hours(1));
    expect(isExpired()).toBe(true);
  });

  it('is not brought back over midnight by setting the clock back', () => {
    const { clock, isExpired } = desk(lateEvening);
    clock.pass(hours(2));
    clock.step(-hours(2));
    expect(isExpired()).toBe(true);
  });

  it('once too old stays too old, while time only passes', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: hours(2) }), { maxLength: 20 }), (passing) => {
        const { clock, isExpired } = desk();
        let was = false;
        for (const ms of passing) {
          clock.pass(ms);
          expect(!was || isExpired()).toBe(true);
          was = isExpired();
        }
      }),
    );
  });

  it('that is not there is expired: after a restart nothing is', () => {
    const { clock, desk: before } = desk();
    before.tender(quoteId(1), rupiah(350_000));
    const after = createQuoteDesk(clock);
    expect(after.quote(quoteId(1))).toBeUndefined();
    expect(after.cash(quoteId(1))).toBeUndefined();
    expect(after.isExpired(quoteId(1))).toBe(true);
  });

  it('keeps its cash, the last told, and loses it with itself', () => {
    const { desk: onDesk } = desk();
    expect(onDesk.cash(quoteId(1))).toBeUndefined();
    onDesk.tender(quoteId(1), rupiah(310_000));
    onDesk.tender(quoteId(1), rupiah(350_000));
    expect(onDesk.cash(quoteId(1))).toBe(350_000);
    onDesk.removeQuote(quoteId(1));
    expect(onDesk.quote(quoteId(1))).toBeUndefined();
    expect(onDesk.cash(quoteId(1))).toBeUndefined();
    onDesk.tender(quoteId(1), rupiah(350_000));
    expect(onDesk.cash(quoteId(1))).toBeUndefined();
  });

  it('makes room for newer ones, the oldest first', () => {
    const { desk: onDesk } = desk();
    for (let n = 2; n <= 5000; n++) onDesk.putQuote(quote(n));
    const there = Array.from({ length: 5000 }, (_, index) => index + 1).filter(
      (n) => onDesk.quote(quoteId(n)) !== undefined,
    );
    // Two lots of the largest, one inquired anew while the other lies there.
    expect(there.length).toBeGreaterThanOrEqual(2 * mostLotLines);
    expect(there.length).toBeLessThan(5000);
    expect(there).toEqual(Array.from({ length: there.length }, (_, index) => 5001 - there.length + index));
  });
});

describe('an offer on the desk', () => {
  it('is found by its id and stays for the next denomination', () => {
    const { desk: onDesk } = desk();
    const put = offer();
    onDesk.putOffer(put);
    expect(onDesk.offer(put.offer.id)).toEqual(put);
    expect(onDesk.offer(put.offer.id)).toEqual(put);
    expect(onDesk.offer(newOfferId())).toBeUndefined();
  });

  it.each([
    ['midnight in Jakarta', (clock: ReturnType<typeof fakeClock>) => clock.pass(hours(1))],
    ['four hours', (clock: ReturnType<typeof fakeClock>) => clock.pass(hours(4))],
    ['a clock set by an hour', (clock: ReturnType<typeof fakeClock>) => clock.step(-hours(1))],
  ])('is an inquiry of its day too, and does not outlive %s', (_what, happen) => {
    const { clock, desk: onDesk } = desk(lateEvening);
    const put = offer();
    onDesk.putOffer(put);
    happen(clock);
    expect(onDesk.offer(put.offer.id)).toBeUndefined();
  });
});
