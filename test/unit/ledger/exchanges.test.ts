import { describe, expect, it } from 'vitest';
import type { PaymentOutcome } from '../../../shared/payment/outcome.ts';
import { instant } from '../../../shared/time.ts';
import {
  arming,
  minutes,
  paid,
  quote,
  quoteId,
  rejected,
  reply,
  settlement,
  start,
  unknown,
} from './documents.ts';
import { newLedger, rawConnection } from './open-ledger.ts';

const asked = (text: string) => ({ request: `POST /x [secret] ${text}`, reply: reply(text) });

const paidWith = (reference: string, token?: string): PaymentOutcome =>
  paid.kind === 'paid'
    ? {
        kind: 'paid',
        confirmation: { ...paid.confirmation, reference, ...(token === undefined ? {} : { token }) },
      }
    : paid;

describe('what was asked and answered about a payment', () => {
  it('is kept with the quote, the inquiry apart from the status calls, and is there after a restart', () => {
    const { ledger, reopen } = newLedger();
    ledger.addQuote(quote(1), asked('inquiry'));
    ledger.addQuote(quote(2));
    ledger.arm(arming(1));
    ledger.recordStatus(quoteId(1), asked('first'), instant(start + minutes(1)));
    ledger.recordStatus(
      quoteId(1),
      { ...asked('second'), reply: { ...reply('second'), complete: false, date: null } },
      instant(start + minutes(2)),
    );
    const after = reopen();
    expect(after.inquiryOf(quoteId(1))).toMatchObject(asked('inquiry'));
    expect(after.inquiryOf(quoteId(2))).toBeUndefined();
    expect(after.statusOf(quoteId(1))).toEqual([
      { ...asked('first'), at: start + minutes(1) },
      {
        ...asked('second'),
        reply: { ...reply('second'), complete: false, date: null },
        at: start + minutes(2),
      },
    ]);
    expect(after.statusOf(quoteId(2))).toEqual([]);
  });

  it('can be neither edited nor removed', () => {
    const { ledger, file } = newLedger();
    ledger.addQuote(quote(1), asked('inquiry'));
    const raw = rawConnection(file);
    expect(() => raw.exec("UPDATE exchange SET request = 'x'")).toThrow(/append-only/);
    expect(() => raw.exec('DELETE FROM exchange')).toThrow(/append-only/);
  });

  it('belongs to a quote that is there', () => {
    const { ledger } = newLedger();
    expect(() => ledger.recordStatus(quoteId(9), asked('x'), start)).toThrow(/FOREIGN KEY/);
  });
});

describe('a payment settled by a status call', () => {
  it('says so in its history', () => {
    const { ledger } = newLedger();
    for (const [n, outcome, event] of [
      [1, paid, 'status-paid'],
      [2, rejected, 'status-rejected'],
    ] as const) {
      ledger.addQuote(quote(n));
      ledger.arm(arming(n));
      ledger.settle(settlement(n, unknown));
      expect(ledger.settle(settlement(n, outcome, { by: 'status', actor: 'checker' })).ok).toBe(true);
      expect(ledger.events(quoteId(n)).at(-1)).toMatchObject({ actor: 'checker', event });
    }
  });

  it('must have been unknown before: one that is only sent is not settled by it', () => {
    const { ledger } = newLedger();
    ledger.addQuote(quote(1));
    ledger.arm(arming(1));
    expect(ledger.settle(settlement(1, paid, { by: 'status' }))).toEqual({ ok: false, error: 'refused' });
  });
});

describe('a reference and a token', () => {
  const ledgerWith = (n: number, outcome: PaymentOutcome, biller = 'teleanjar') => {
    const open = newLedger();
    open.ledger.addQuote(quote(n, { biller }));
    open.ledger.arm(arming(n));
    open.ledger.settle(settlement(n, outcome));
    return open.ledger;
  };
  const token = '67220840878184841314';
  const of = (over: object) => ({
    payment: quoteId(2),
    biller: 'teleanjar',
    reference: '',
    token: '',
    ...over,
  });

  it('stand elsewhere where another payment of the biller was confirmed with them', () => {
    const ledger = ledgerWith(1, paidWith('VSI1', token));
    expect(ledger.standsElsewhere(of({ reference: 'VSI1' }))).toBe(true);
    expect(ledger.standsElsewhere(of({ token }))).toBe(true);
    expect(ledger.standsElsewhere(of({ reference: 'VSI2', token: '0'.repeat(20) }))).toBe(false);
  });

  it('do not stand elsewhere because they are empty, or stand on the payment itself', () => {
    const ledger = ledgerWith(1, paidWith(''));
    expect(ledger.standsElsewhere(of({}))).toBe(false);
    const itself = ledgerWith(1, paidWith('VSI1', token));
    expect(itself.standsElsewhere(of({ payment: quoteId(1), reference: 'VSI1', token }))).toBe(false);
  });

  it('of another biller are another numbering, but a token is PLN’s whoever sells it', () => {
    const ledger = ledgerWith(1, paidWith('VSI1', token), 'iak');
    expect(ledger.standsElsewhere(of({ reference: 'VSI1' }))).toBe(false);
    expect(ledger.standsElsewhere(of({ token }))).toBe(true);
  });
});

describe('other payments of a customer', () => {
  it('are counted by product, number or identity, and time, and only if they may have taken money', () => {
    const { ledger } = newLedger();
    const { customer } = quote(1);
    const count = (over: object = {}): number =>
      ledger.countOthers({
        payment: quoteId(9),
        product: 'pln-postpaid',
        customerNumber: 'nobody',
        identity: customer.identity,
        from: start,
        until: instant(start + minutes(60)),
        ...over,
      });
    ledger.addQuote(quote(1));
    ledger.arm(arming(1));
    expect(count()).toBe(1);
    expect(count({ identity: 'nobody', customerNumber: quote(1).customerNumber })).toBe(1);
    expect(count({ payment: quoteId(1) })).toBe(0);
    expect(count({ product: 'pln-prepaid' })).toBe(0);
    expect(count({ until: instant(start + minutes(1)) })).toBe(0);
    expect(count({ from: instant(start + minutes(1) + 1) })).toBe(0);
    ledger.settle(settlement(1, rejected));
    expect(count()).toBe(0);
  });
});

describe('open payments', () => {
  it('are counted for all billers and for each', () => {
    const { ledger } = newLedger();
    ledger.addQuote(quote(1));
    ledger.addQuote(quote(2, { biller: 'iak' }));
    ledger.arm(arming(1));
    ledger.arm(arming(2));
    expect([
      ledger.countOpen(),
      ledger.countOpen('teleanjar'),
      ledger.countOpen('iak'),
      ledger.countOpen('x'),
    ]).toEqual([2, 1, 1, 0]);
  });
});
