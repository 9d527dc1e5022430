import type { Ledger } from '../../../electron/ledger/ledger.ts';
import { jobId, quote, quoteId } from '../../unit/ledger/documents.ts';

/** All that a ledger tells of its payments, by what it is: `3 state`, `3 reply body` … */
export type Whole = ReadonlyMap<string, string>;

/** Reads payments 1 to `payments` in every way that a counter reads them. */
export function readWhole(ledger: Ledger, payments: number): Whole {
  const whole = new Map<string, string>();
  for (let n = 1; n <= payments; n += 1) {
    const put = (name: string, value: unknown): void => void whole.set(`${n} ${name}`, toText(value));
    const id = quoteId(n);
    const { reply = null, ...payment } = ledger.payment(id) ?? {};
    for (const [name, value] of Object.entries(payment)) put(name, value);
    for (const [name, value] of Object.entries(reply ?? {})) put(`reply ${name}`, value);
    put('events', ledger.events(id));
    put('inquiry', ledger.inquiryOf(id));
    put('print job', ledger.printJobs.find(jobId(n)));
    put('is open', ledger.isOpenFor('pln-postpaid', quote(n).customerNumber));
    put(
      'is open in the list',
      ledger.openPayments().some((one) => one.quote.id === id),
    );
    put('state in the list', ledger.recentPayments(payments + 1).find((one) => one.id === id)?.state);
  }
  return whole;
}

/** What was there and is otherwise now. */
export const alterations = (before: Whole, after: Whole): readonly string[] =>
  [...before].flatMap(([name, value]) => (after.get(name) === value ? [] : [name]));

/**
 * Whether the chain of events answers for it: the quote, what was sent and by whom, the state and what it rests on.
 * Of the rest nobody decides anything by itself once a payment is settled.
 */
export const isChained = (name: string): boolean =>
  !/ (?:reply (?:status|date|complete|body)|replyAt|settledAt|inquiry|print job)$/.test(name);

const toText = (value: unknown): string =>
  JSON.stringify(value, (_key, one: unknown) =>
    one instanceof Uint8Array ? Buffer.from(one).toString('hex') : one,
  ) ?? 'undefined';
