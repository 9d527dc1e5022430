import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LedgerEvent } from '../../../electron/ledger/ledger.ts';
import { doubtKey } from '../../../shared/payment/doubt.ts';
import { rupiah } from '../../../shared/money.ts';
import { paymentStates } from '../../../shared/payment/states.ts';
import { productIds } from '../../../shared/products.ts';
import { instant } from '../../../shared/time.ts';
import {
  arming,
  job,
  jobId,
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
import { countRows, newLedger, rawConnection, type OpenLedger } from './open-ledger.ts';

/** A ledger in which the n-th quote has been sent. */
function withSent(...numbers: readonly number[]): OpenLedger {
  const open = newLedger();
  for (const n of numbers) {
    open.ledger.addQuote(quote(n));
    expect(open.ledger.arm(arming(n))).toEqual({ ok: true, value: undefined });
  }
  return open;
}

const steps = (events: readonly LedgerEvent[]): readonly string[] =>
  events.map(({ event, from, to, actor }) => `${actor}: ${event} ${from ?? '-'} > ${to}`);

describe('a quote', () => {
  it('alone is no payment', () => {
    const { ledger } = newLedger();
    ledger.addQuote(quote(1));
    expect(ledger.payment(quoteId(1))).toBeUndefined();
    expect(ledger.openPayments()).toEqual([]);
    expect(ledger.recentPayments(20)).toEqual([]);
    expect(steps(ledger.events(quoteId(1)))).toEqual(['counter: quote - > quoted']);
  });

  it('is kept once: a second one of the same id throws and changes nothing', () => {
    const { file, ledger } = newLedger();
    ledger.addQuote(quote(1));
    expect(() => ledger.addQuote(quote(1, { total: rupiah(1) }))).toThrow(/UNIQUE/);
    expect(countRows(file)).toMatchObject({ quote: 1, event: 1 });
    expect(ledger.arm(arming(1)).ok).toBe(true);
    expect(ledger.payment(quoteId(1))?.quote).toEqual(quote(1));
  });

  it('of an earlier run can never be paid: all that are open end, once, and paid ones are left alone', () => {
    const { file, ledger, reopen } = withSent(1);
    ledger.addQuote(quote(2));
    ledger.addQuote(quote(3));
    const after = reopen();
    expect(after.expireQuotes(instant(start + minutes(9)))).toBe(2);
    expect(after.expireQuotes(instant(start + minutes(10)))).toBe(0);
    expect(after.arm(arming(2))).toEqual({ ok: false, error: { code: 'quote-gone' } });
    expect(steps(after.events(quoteId(2)))).toEqual([
      'counter: quote - > quoted',
      'recovery: expire quoted > expired',
    ]);
    expect(steps(after.events(quoteId(1)))).toEqual([
      'counter: quote - > quoted',
      'counter: arm quoted > sent',
    ]);
    expect(countRows(file)).toMatchObject({ openQuote: 0, payment: 1 });
  });
});

describe('arming', () => {
  it('makes the quote a payment that is sent, with all that is known of it', () => {
    const { ledger } = withSent(1);
    expect(ledger.payment(quoteId(1))).toEqual({
      quote: quote(1),
      state: 'sent',
      cash: 350_000,
      host: '127.0.0.1:1',
      account: 'fingerprint',
      request: 'POST /payment [secret]',
      sentAt: start + minutes(1),
      reply: null,
      replyAt: null,
      outcome: null,
      settledAt: null,
      depositBefore: null,
      day: '2018-06-01',
      cashier: null,
      shift: null,
    });
    expect(steps(ledger.events(quoteId(1)))).toEqual([
      'counter: quote - > quoted',
      'counter: arm quoted > sent',
    ]);
  });

  it('is refused for a quote that never was, and for one that was armed', () => {
    const { ledger } = withSent(1);
    expect(ledger.arm(arming(2))).toEqual({ ok: false, error: { code: 'quote-gone' } });
    expect(ledger.arm(arming(1))).toEqual({ ok: false, error: { code: 'quote-gone' } });
  });

  it('is still possible in the last millisecond and refused at the very moment the quote expires', () => {
    const { ledger } = newLedger();
    const { expiresAt } = quote(1);
    ledger.addQuote(quote(1));
    ledger.addQuote(quote(2));
    expect(ledger.arm(arming(1, { at: expiresAt }))).toEqual({ ok: false, error: { code: 'quote-expired' } });
    expect(ledger.arm(arming(2, { at: instant(expiresAt - 1) }))).toEqual({ ok: true, value: undefined });
  });

  it('holds the place of a customer under every number the inquiry named, for that kind of product alone', () => {
    const { ledger } = newLedger();
    const details = [{ label: 'meter-number' as const, value: '14000000001' }];
    const customer = { ...quote(1).customer, identity: '530000000001', details };
    ledger.addQuote(quote(1, { product: 'pln-prepaid', customer, customerNumber: '53 asked' }));
    expect(ledger.isOpenFor('pln-prepaid', '14000000001')).toBe(false);
    ledger.arm(arming(1));
    for (const number of ['14000000001', '530000000001', '53 asked']) {
      expect(ledger.isOpenFor('pln-prepaid', number)).toBe(true);
      expect(ledger.isOpenFor('pln-postpaid', number)).toBe(false);
    }
    expect(ledger.isOpenFor('pln-prepaid', '1400000000')).toBe(false);
  });

  it.each(['sent', 'unknown'] as const)('is refused while a payment of the same customer is %s', (state) => {
    const { ledger } = withSent(1);
    if (state === 'unknown') ledger.settle(settlement(1, unknown));
    const { customer } = quote(1);
    const sameCustomer = quote(2, {
      customer: { ...customer, name: 'another name', details: [] },
      customerNumber: '530000009999',
      bills: [{ period: 'JUN18', amount: rupiah(1), adminFee: rupiah(0), total: rupiah(1) }],
      total: rupiah(1),
    });
    ledger.addQuote(sameCustomer);
    expect(ledger.arm(arming(2))).toEqual({ ok: false, error: { code: 'payment-open' } });
  });

  it.each([
    ['paid', paid],
    ['rejected', rejected],
  ] as const)('is possible again once the customer’s payment is %s', (_state, outcome) => {
    const { ledger } = withSent(1);
    ledger.settle(settlement(1, outcome));
    ledger.addQuote(quote(2, { customer: quote(1).customer }));
    const confirmed = ledger.doubts(quoteId(2), start).map(doubtKey);
    expect(ledger.arm(arming(2, { confirmed })).ok).toBe(true);
  });

  it('is not refused for another product of the same customer, nor for another customer', () => {
    const { ledger } = withSent(1);
    const { customer } = quote(1);
    productIds.forEach((product, index) => {
      ledger.addQuote(quote(10 + index, { product, customer }));
      const armed = ledger.arm(arming(10 + index));
      expect([product, armed.ok]).toEqual([product, product !== 'pln-postpaid']);
    });
    ledger.addQuote(quote(2));
    expect(ledger.arm(arming(2)).ok).toBe(true);
  });

  it('of two denominations of one offer is refused for the second, as customer and as inquiry', () => {
    const { ledger } = newLedger();
    const offered = { product: 'pln-prepaid', customer: quote(1).customer, inquiryId: 'RESP1' } as const;
    ledger.addQuote(quote(1, offered));
    ledger.addQuote(quote(2, offered));
    expect(ledger.arm(arming(1)).ok).toBe(true);
    expect(ledger.arm(arming(2))).toEqual({ ok: false, error: { code: 'payment-open' } });
    ledger.settle(settlement(1, paid));
    expect(ledger.arm(arming(2))).toEqual({ ok: false, error: { code: 'inquiry-used' } });
  });

  it('names an inquiry in at most one payment that is not rejected, whoever the customer', () => {
    const { ledger } = withSent(1);
    ledger.addQuote(quote(2, { inquiryId: quote(1).inquiryId }));
    expect(ledger.arm(arming(2))).toEqual({ ok: false, error: { code: 'inquiry-used' } });
    ledger.settle(settlement(1, unknown));
    expect(ledger.arm(arming(2))).toEqual({ ok: false, error: { code: 'inquiry-used' } });
    ledger.settle(settlement(1, rejected));
    expect(ledger.arm(arming(2)).ok).toBe(true);
  });

  it('that is refused leaves nothing behind, and the quote as it was', () => {
    const { file, ledger } = withSent(1);
    ledger.addQuote(quote(2, { customer: quote(1).customer }));
    ledger.addQuote(quote(3, { inquiryId: quote(1).inquiryId }));
    const before = countRows(file);
    expect(ledger.arm(arming(2)).ok).toBe(false);
    expect(ledger.arm(arming(3)).ok).toBe(false);
    expect(ledger.arm(arming(4)).ok).toBe(false);
    expect(ledger.arm(arming(2, { at: quote(2).expiresAt })).ok).toBe(false);
    expect(countRows(file)).toEqual(before);
    ledger.settle(settlement(1, rejected));
    expect(ledger.arm(arming(2)).ok).toBe(true);
  });

  it('with less cash than the total throws and leaves nothing behind', () => {
    const { file, ledger } = newLedger();
    ledger.addQuote(quote(1));
    const before = countRows(file);
    expect(() => ledger.arm(arming(1, { cash: rupiah(303_499) }))).toThrow(/CHECK/);
    expect(countRows(file)).toEqual(before);
    expect(ledger.arm(arming(1, { cash: rupiah(303_500) })).ok).toBe(true);
  });

  it('is guarded by the file itself: no second open payment of a customer, no second use of an inquiry', () => {
    const { file } = withSent(1);
    const raw = rawConnection(file);
    const insert = (id: string, customer: string, inquiry: string, state: string): void => {
      raw.exec(`INSERT INTO quote VALUES ('${id}', '{}', 0, 0)`);
      raw.exec(`INSERT INTO payment (id, state, product, customer, biller, inquiry_id, total, cash, host, account,
        request, sent_at) VALUES ('${id}', '${state}', 'pln-postpaid', '${customer}', 'teleanjar', '${inquiry}',
        1, 1, '', '', '', 0)`);
    };
    expect(() => insert('x1', '530000000001', 'OTHER1', 'sent')).toThrow(/UNIQUE/);
    expect(() => insert('x2', '530000000001', 'OTHER2', 'unknown')).toThrow(/UNIQUE/);
    expect(() => insert('x3', '530000000003', 'RESP1', 'sent')).toThrow(/UNIQUE/);
    expect(() => insert('x4', '530000000004', 'OTHER4', 'quoted')).toThrow(/CHECK/);
    expect(() => insert('x5', '530000000005', 'OTHER5', 'sent')).not.toThrow();
  });
});

describe('STRICT tables', () => {
  it.each([
    ['total', 303_500.5],
    ['cash', 350_000.5],
    ['sent_at', 0.5],
    ['cash', 'much'],
  ])('refuse %s of %s', (column, value) => {
    const { file } = withSent(1);
    const raw = rawConnection(file);
    expect(() => raw.prepare(`UPDATE payment SET ${column} = ?`).run(value)).toThrow(
      /cannot store|datatype/i,
    );
  });

  it('refuse a total of nothing and cash below the total', () => {
    const raw = rawConnection(withSent(1).file);
    expect(() => raw.exec('UPDATE payment SET total = 1')).toThrow('a payment is frozen');
    raw.exec('DROP TRIGGER payment_frozen');
    expect(() => raw.exec('UPDATE payment SET total = 0')).toThrow(/CHECK/);
    expect(() => raw.exec('UPDATE payment SET cash = total - 1')).toThrow(/CHECK/);
    expect(() => raw.exec("UPDATE payment SET state = 'paid'")).toThrow(/CHECK/);
  });
});

describe('the history of a payment', () => {
  it.each([
    "UPDATE event SET to_state = 'paid'",
    'UPDATE event SET at = 0 WHERE seq = 1',
    'DELETE FROM event',
    'DELETE FROM event WHERE seq = 1',
  ])('cannot be edited, even past the program: %s', (statement) => {
    const { file, ledger } = withSent(1);
    const before = ledger.events(quoteId(1));
    const raw = rawConnection(file);
    expect(() => raw.exec(statement)).toThrow('events are append-only');
    expect(ledger.events(quoteId(1))).toEqual(before);
  });

  it('cannot be overwritten by an insert over it', () => {
    const { file, ledger } = withSent(1);
    const before = ledger.events(quoteId(1));
    const raw = rawConnection(file);
    raw.exec('PRAGMA recursive_triggers = ON');
    expect(() =>
      raw.exec(`INSERT OR REPLACE INTO event (seq, quote, at, actor, event, to_state, hash)
        VALUES (1, '${quoteId(1)}', 0, 'counter', 'quote', 'quoted', '')`),
    ).toThrow('events are append-only');
    expect(ledger.events(quoteId(1))).toEqual(before);
  });

  it('says when, who, what and by which evidence, and folds to the state of the payment', () => {
    const { ledger } = withSent(1);
    ledger.settle(settlement(1, unknown));
    ledger.settle(settlement(1, paid, { actor: 'recovery', at: instant(start + minutes(7)) }));
    expect(ledger.events(quoteId(1))).toEqual([
      { at: start, actor: 'counter', event: 'quote', from: null, to: 'quoted', evidence: null, person: null },
      {
        at: start + minutes(1),
        actor: 'counter',
        event: 'arm',
        from: 'quoted',
        to: 'sent',
        evidence: null,
        person: null,
      },
      {
        at: start + minutes(1) + 5000,
        actor: 'counter',
        event: 'outcome-unknown',
        from: 'sent',
        to: 'unknown',
        evidence: JSON.stringify(unknown),
        person: null,
      },
      {
        at: start + minutes(7),
        actor: 'recovery',
        event: 'reply-paid',
        from: 'unknown',
        to: 'paid',
        evidence: JSON.stringify(paid),
        person: null,
      },
    ]);
    expect(ledger.payment(quoteId(1))?.state).toBe('paid');
  });
});

describe('a raw reply', () => {
  it('is kept byte for byte, with every byte there is, before anything is known of it', () => {
    const { ledger, reopen } = withSent(1);
    const body = new Uint8Array([0, 255, ...Array.from({ length: 256 }, (_, byte) => byte), 0]);
    ledger.recordReply(quoteId(1), { status: 502, date: null, body, complete: false }, start);
    const stored = reopen().payment(quoteId(1));
    expect(stored?.state).toBe('sent');
    expect(stored?.outcome).toBeNull();
    expect(stored?.reply?.status).toBe(502);
    expect(stored?.reply?.date).toBeNull();
    expect(Buffer.from(stored?.reply?.body ?? [])).toEqual(Buffer.from(body));
  });

  it('is kept byte for byte, whatever it is', () => {
    const { ledger } = withSent(1);
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 2000 }),
        fc.option(fc.string()),
        fc.integer({ min: 0, max: 999 }),
        fc.boolean(),
        (body, date, status, complete) => {
          ledger.recordReply(quoteId(1), { status, date, body, complete }, start);
          const kept = ledger.payment(quoteId(1))?.reply;
          expect(kept).toEqual({ status, date, body: new Uint8Array(body), complete });
        },
      ),
      { numRuns: 50 },
    );
  });

  it('of no bytes is a reply all the same', () => {
    const { ledger } = withSent(1);
    const nothing = { status: 204, date: null, body: new Uint8Array(), complete: true };
    ledger.recordReply(quoteId(1), nothing, start);
    expect(ledger.payment(quoteId(1))?.reply).toEqual(nothing);
  });

  it('belongs to its payment alone', () => {
    const { ledger } = withSent(1, 2);
    ledger.recordReply(quoteId(2), reply('two'), start);
    expect(ledger.payment(quoteId(1))?.reply).toBeNull();
    expect(ledger.payment(quoteId(2))?.reply).toEqual(reply('two'));
  });

  it('of a payment that is not in the book is not taken silently', () => {
    const { ledger } = withSent(1);
    expect(() => ledger.recordReply(quoteId(9), reply('whose?'), start)).toThrow();
  });
});

describe('settling', () => {
  const outcomes = { paid, rejected, unknown } as const;
  const ends = ['sent', 'paid', 'rejected', 'unknown'] as const;
  const allowed: Record<(typeof ends)[number], readonly string[]> = {
    sent: ['paid', 'rejected', 'unknown'],
    unknown: ['paid', 'rejected'],
    paid: [],
    rejected: [],
  };

  it.each(
    ends.flatMap((from) => (['paid', 'rejected', 'unknown'] as const).map((to) => [from, to] as const)),
  )('a payment that is %s as %s does what the table says, and a refusal changes nothing', (from, to) => {
    const { file, ledger } = withSent(1);
    if (from !== 'sent') ledger.settle(settlement(1, outcomes[from]));
    const before = { payment: ledger.payment(quoteId(1)), rows: countRows(file) };
    const settled = ledger.settle(
      settlement(1, outcomes[to], {
        at: instant(start + minutes(99)),
        ...(to === 'paid' ? { job: job(1, quoteId(1)) } : {}),
      }),
    );
    if (allowed[from].includes(to)) {
      expect(settled).toEqual({ ok: true, value: to });
      expect(ledger.payment(quoteId(1))).toMatchObject({
        state: to,
        outcome: outcomes[to],
        settledAt: to === 'unknown' ? null : start + minutes(99),
      });
    } else {
      expect(settled).toEqual({ ok: false, error: 'refused' });
      expect({ payment: ledger.payment(quoteId(1)), rows: countRows(file) }).toEqual(before);
    }
  });

  it('covers every state that an answer brings a payment to', () => {
    expect([...ends, 'quoted', 'expired', 'paid-by-hand', 'rejected-by-hand'].toSorted()).toEqual(
      [...paymentStates].toSorted(),
    );
  });

  it('of a quote that was never sent throws: it is a bug', () => {
    const { file, ledger } = newLedger();
    ledger.addQuote(quote(1));
    const before = countRows(file);
    expect(() => ledger.settle(settlement(1, paid))).toThrow();
    expect(() => ledger.settle(settlement(2, paid))).toThrow();
    expect(countRows(file)).toEqual(before);
  });

  it('as paid and its print job are one commit: where the job is not taken, the payment stays sent', () => {
    const { file, ledger } = withSent(1, 2);
    expect(ledger.settle(settlement(1, paid, { job: job(1, quoteId(1)) })).ok).toBe(true);
    const before = countRows(file);
    expect(() => ledger.settle(settlement(2, paid, { job: job(1, quoteId(2)) }))).toThrow(/UNIQUE/);
    expect(ledger.payment(quoteId(2))).toMatchObject({ state: 'sent', outcome: null, settledAt: null });
    expect(countRows(file)).toEqual(before);
    expect(ledger.settle(settlement(2, paid, { job: job(2, quoteId(2)) })).ok).toBe(true);
    expect(ledger.printJobs.find(jobId(2))).toMatchObject({ payment: quoteId(2), state: 'queued' });
  });

  it('frees the customer’s place when it is certain, and only then', () => {
    const { ledger } = withSent(1, 2, 3);
    const open = (): readonly string[] => ledger.openPayments().map((payment) => payment.quote.id);
    ledger.settle(settlement(1, unknown));
    expect(open()).toEqual([quoteId(1), quoteId(2), quoteId(3)]);
    expect(ledger.countOpen()).toBe(3);
    ledger.settle(settlement(2, paid));
    ledger.settle(settlement(3, rejected));
    expect(open()).toEqual([quoteId(1)]);
    ledger.settle(settlement(1, paid));
    expect(open()).toEqual([]);
    expect(ledger.countOpen()).toBe(0);
  });
});

describe('lists of payments', () => {
  it('show the newest first, those of one millisecond too, and no more than asked for', () => {
    const { ledger } = newLedger();
    for (const n of [1, 2, 3, 4]) ledger.addQuote(quote(n));
    ledger.arm(arming(3, { at: start }));
    ledger.arm(arming(1, { at: instant(start + 2) }));
    ledger.arm(arming(4, { at: instant(start + 1) }));
    ledger.arm(arming(2, { at: instant(start + 2) }));
    const newest = (limit: number): readonly string[] => ledger.recentPayments(limit).map(({ id }) => id);
    expect(newest(20)).toEqual([2, 1, 4, 3].map(quoteId));
    expect(newest(2)).toEqual([2, 1].map(quoteId));
    expect(newest(0)).toEqual([]);
    expect(ledger.openPayments().map((payment) => payment.quote.id)).toEqual([3, 4, 1, 2].map(quoteId));
    expect(ledger.countOpen()).toBe(4);
  });

  it('say in brief what the payment says in full, whatever stands in a name', () => {
    const { ledger } = withSent(1);
    const { customerNumber, customer, product, total } = quote(1);
    expect(ledger.recentPayments(1)).toEqual([
      {
        id: quoteId(1),
        product,
        customerNumber,
        name: customer.name,
        total,
        state: 'sent',
        sentAt: start + minutes(1),
      },
    ]);
  });
});

describe('reopening the file', () => {
  it('shows everything as it was', () => {
    const { ledger, reopen } = withSent(1, 2, 3);
    ledger.addQuote(quote(4));
    ledger.recordReply(quoteId(1), reply('one'), start);
    ledger.settle(settlement(1, paid, { job: job(1, quoteId(1)) }));
    ledger.settle(settlement(2, rejected));
    ledger.settle(settlement(3, unknown));
    const show = (book: typeof ledger) => ({
      kind: book.kind,
      recent: book.recentPayments(20),
      open: book.openPayments(),
      events: [1, 2, 3, 4].map((n) => book.events(quoteId(n))),
      jobs: [
        book.printJobs.next('screen'),
        book.printJobs.find(jobId(1)),
        book.printJobs.latestOf(quoteId(1)),
      ],
    });
    const before = show(ledger);
    expect(before.recent).toHaveLength(3);
    expect(before.jobs[0]).toEqual({ ...job(1, quoteId(1)), state: 'queued', problem: null });
    expect(show(reopen())).toEqual(before);
  });
});

describe('a ledger that cannot be written', () => {
  it('throws from every write and has nothing of it, and works again afterwards', () => {
    const { file, ledger } = withSent(1);
    ledger.addQuote(quote(2));
    const before = countRows(file);
    const raw = rawConnection(file);
    raw.exec('BEGIN IMMEDIATE');
    expect(() => ledger.addQuote(quote(3))).toThrow(/locked|busy/i);
    expect(() => ledger.arm(arming(2))).toThrow(/locked|busy/i);
    expect(() => ledger.recordReply(quoteId(1), reply('one'), start)).toThrow(/locked|busy/i);
    expect(() => ledger.settle(settlement(1, paid))).toThrow(/locked|busy/i);
    expect(() => ledger.expireQuotes(start)).toThrow(/locked|busy/i);
    raw.exec('ROLLBACK');
    expect(countRows(file)).toEqual(before);
    expect(ledger.arm(arming(2)).ok).toBe(true);
  });
});
