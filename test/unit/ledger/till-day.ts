import type { Ledger, Settlement } from '../../../electron/ledger/ledger.ts';
import { businessDay, usualDay } from '../../../shared/business-day.ts';
import { rupiah } from '../../../shared/money.ts';
import type { PaymentOutcome } from '../../../shared/payment/outcome.ts';
import type { Quote } from '../../../shared/payment/quote.ts';
import { arming, paid, quote, quoteId, rejected, settlement, start, unknown } from './documents.ts';
import { answer, decide } from './altered-ledger.ts';

/** What one payment of the tests comes to. */
export const due = 303_500;

/** Opens a shift with a float, in whole rupiah. */
export function openShift(ledger: Ledger, float = 100_000, person = 'Sri'): void {
  const opened = ledger.till.open({
    at: start,
    person,
    day: businessDay(start, usualDay),
    float: rupiah(float),
  });
  if (!opened.ok) throw new Error(opened.error);
}

/** Quotes the n-th bill and sends its payment. */
export function send(
  ledger: Ledger,
  n: number,
  cashier: string | null = null,
  over: Partial<Quote> = {},
): void {
  ledger.addQuote(quote(n, over));
  const armed = ledger.arm(arming(n, { cashier }));
  if (!armed.ok) throw new Error(armed.error.code);
}

/** The biller's word on the n-th payment: its reply while it is sent, a status call afterwards. */
export function hear(ledger: Ledger, n: number, outcome: PaymentOutcome): void {
  const isSent = ledger.payment(quoteId(n))?.state === 'sent';
  const by: Partial<Settlement> = isSent ? {} : { by: 'status', actor: 'checker' };
  const settled = ledger.settle({ ...settlement(n, outcome), ...by } as Settlement);
  if (!settled.ok) throw new Error(settled.error);
}

export const sell = (ledger: Ledger, n: number, outcome: PaymentOutcome, over: Partial<Quote> = {}): void => {
  send(ledger, n, null, over);
  hear(ledger, n, outcome);
};

/**
 * Three shifts, the last one open: sold, not known, refused after all and given back, cash in and out. The quotes have the
 * numbers after `last`.
 */
export function keepThreeShifts(ledger: Ledger, last = 0): void {
  const { till } = ledger;
  const move = (kind: 'in' | 'out'): void =>
    void till.move({ kind, amount: rupiah(5000), reason: 'uang kecil', at: start, person: 'Sri' });
  const pay = (n: number): void => {
    send(ledger, n);
    answer(ledger, n, paid);
  };
  openShift(ledger);
  pay(last + 1);
  sell(ledger, last + 2, unknown);
  sell(ledger, last + 3, rejected);
  move('in');
  till.close({ at: start, person: 'Sri', count: { 1000: 5 } });
  openShift(ledger, 0);
  hear(ledger, last + 2, rejected);
  till.refund(quoteId(last + 2), start, 'Sri');
  move('in');
  move('out');
  till.close({ at: start, person: 'Budi', count: {} });
  openShift(ledger, 0);
  sell(ledger, last + 4, unknown);
  hear(ledger, last + 4, rejected);
  pay(last + 5);
  move('in');
  move('out');
}

export { decide };
