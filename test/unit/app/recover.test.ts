import { describe, expect, it } from 'vitest';
import { recover } from '../../../electron/app/recover.ts';
import type { Ledger } from '../../../electron/ledger/ledger.ts';
import {
  arming,
  paid,
  quote,
  quoteId,
  rejected,
  reply,
  settlement,
  start,
  unknown,
} from '../ledger/documents.ts';
import { saleBench } from './sale-bench.ts';

/** A counter whose earlier run left the payments that `before` makes; its quotes are numbered from 1. */
function restarted(before: (ledger: Ledger) => void, wrap?: (ledger: Ledger) => Ledger) {
  const bench = saleBench(wrap);
  before(bench.ledger);
  return {
    ...bench,
    recover: () => recover({ ledger: bench.ledger, clock: bench.clock, settle: bench.settle }),
  };
}

const send = (ledger: Ledger, n: number): void => {
  ledger.addQuote(quote(n));
  ledger.arm(arming(n));
};

describe('the start after a crash', () => {
  it('settles a payment that was sent from its stored reply, and prints it', () => {
    const bench = restarted((ledger) => {
      send(ledger, 1);
      ledger.recordReply(quoteId(1), reply('paid'), start);
    });
    bench.recover();
    expect(bench.ledger.payment(quoteId(1))).toMatchObject({
      state: 'paid',
      outcome: paid,
      reply: reply('paid'),
    });
    expect(bench.ledger.printJobs.latestOf(quoteId(1))).toMatchObject({ state: 'queued', copy: 0 });
    expect(bench.ledger.events(quoteId(1)).at(-1)).toMatchObject({
      actor: 'recovery',
      from: 'sent',
      to: 'paid',
    });
  });

  it.each([
    ['rejected', 'rejected'],
    ['<html>', 'unknown'],
    ['', 'unknown'],
  ])('settles it as its stored reply says, also where that is %j', (text, state) => {
    const bench = restarted((ledger) => {
      send(ledger, 1);
      ledger.recordReply(quoteId(1), reply(text), start);
    });
    bench.recover();
    expect(bench.ledger.payment(quoteId(1))?.state).toBe(state);
  });

  it('takes every other one that was sent for unknown, never for not sent', () => {
    const bench = restarted((ledger) => send(ledger, 1));
    bench.recover();
    expect(bench.ledger.payment(quoteId(1))).toMatchObject({
      state: 'unknown',
      outcome: { kind: 'unknown', reason: 'interrupted' },
      settledAt: null,
    });
    expect(bench.counter.state().unresolved).toBe(1);
  });

  it('reads a reply once: where it has contradicted the owner, a start does not take it for a second answer', () => {
    const bench = restarted((ledger) => {
      send(ledger, 1);
      ledger.settle(settlement(1, unknown));
      const grounds = { reason: 'biller-said', evidence: 'Bu Ani, 14.05' } as const;
      const outcome = { kind: 'paid-by-hand', reference: 'VSI1', ...grounds } as const;
      ledger.settle({ payment: quoteId(1), at: start, actor: 'owner', by: 'hand', outcome });
      ledger.recordReply(quoteId(1), reply('rejected'), start);
      ledger.settle(settlement(1, rejected));
    });
    bench.recover();
    bench.recover();
    expect(bench.ledger.payment(quoteId(1))).toMatchObject({
      state: 'unknown',
      outcome: { kind: 'unknown', reason: 'contradicted' },
    });
  });

  it('settles an unknown payment from a late reply that was stored and not yet read', () => {
    const bench = restarted((ledger) => {
      send(ledger, 1);
      ledger.settle(settlement(1, unknown));
      ledger.recordReply(quoteId(1), reply('paid'), start);
    });
    bench.recover();
    expect(bench.ledger.payment(quoteId(1))?.state).toBe('paid');
  });

  it('leaves an unknown payment without a reply, and everything settled, as it is', () => {
    const bench = restarted((ledger) => {
      for (const n of [1, 2, 3]) send(ledger, n);
      ledger.settle(settlement(1, unknown));
      ledger.settle(settlement(2, paid));
      ledger.settle(settlement(3, { kind: 'rejected', code: '14', text: '' }));
    });
    const before = [1, 2, 3].map((n) => [bench.ledger.payment(quoteId(n)), bench.ledger.events(quoteId(n))]);
    bench.recover();
    expect([1, 2, 3].map((n) => [bench.ledger.payment(quoteId(n)), bench.ledger.events(quoteId(n))])).toEqual(
      before,
    );
  });

  it('lets no quote of the earlier run be paid', async () => {
    const bench = restarted((ledger) => ledger.addQuote(quote(1)));
    bench.recover();
    expect(bench.ledger.events(quoteId(1)).at(-1)?.to).toBe('expired');
    expect(await bench.pay(quoteId(1))).toEqual({ ok: false, error: { code: 'quote-gone' } });
    expect(bench.ledger.arm(arming(1))).toEqual({ ok: false, error: { code: 'quote-gone' } });
  });

  it('never connects and never sends, whatever it finds', () => {
    const bench = restarted((ledger) => {
      for (const n of [1, 2, 3]) send(ledger, n);
      ledger.recordReply(quoteId(1), reply('paid'), start);
      ledger.recordReply(quoteId(2), reply('<html>'), start);
      ledger.addQuote(quote(4));
    });
    bench.recover();
    expect(bench.fake.asked.filter((each) => !each.startsWith('read'))).toEqual([]);
  });

  it('done twice changes nothing the second time', () => {
    const bench = restarted((ledger) => {
      send(ledger, 1);
      send(ledger, 2);
      ledger.recordReply(quoteId(1), reply('paid'), start);
    });
    bench.recover();
    const show = () => [
      bench.ledger.recentPayments(9),
      [1, 2].map((n) => bench.ledger.events(quoteId(n))),
      bench.ledger.printJobs.inState('queued'),
    ];
    const before = show();
    bench.recover();
    expect(show()).toEqual(before);
  });

  it('goes on with the next payment where one cannot be settled', () => {
    const bench = restarted((ledger) => {
      for (const n of [1, 2]) {
        send(ledger, n);
        ledger.recordReply(quoteId(n), reply('paid'), start);
      }
    });
    const { read } = bench.fake;
    bench.fake.read = (of, raw) => {
      if (of.id === quoteId(1)) throw new Error('a bug in the reader');
      return read(of, raw);
    };
    bench.recover();
    expect(bench.ledger.payment(quoteId(2))?.state).toBe('paid');
    expect(bench.ledger.openPayments().map((payment) => payment.quote.id)).toEqual([quoteId(1)]);
    expect(bench.faults).toHaveLength(1);
  });
});
