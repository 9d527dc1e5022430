import { describe, expect, it } from 'vitest';
import type { Approve } from '../../../electron/app/approve.ts';
import { createResolveByHand, type Resolution } from '../../../electron/app/resolve-by-hand.ts';
import { LedgerWriteError, type Ledger } from '../../../electron/ledger/ledger.ts';
import { rupiah } from '../../../shared/money.ts';
import { err, ok } from '../../../shared/result.ts';
import { minutes, paid, quoteId, reply, settlement } from '../ledger/documents.ts';
import { gate } from './fake-biller.ts';
import { saleBench } from './sale-bench.ts';
import { familyCounter } from '../../fixtures/at-counter.ts';

type Bench = ReturnType<typeof saleBench>;

const token = '12345678901234567890';
const asPaid: Resolution = {
  payment: quoteId(1),
  verdict: { kind: 'paid', reference: 'VSI-77' },
  reason: 'biller-said',
  evidence: 'Rina, 0800-1-234, ticket 77',
  pin: '123456',
};
const asRejected: Resolution = { ...asPaid, verdict: { kind: 'rejected' } };

function resolver({ ledger, settle }: Bench) {
  const pins: string[] = [];
  const approve: Approve = (pin) => {
    pins.push(pin);
    return Promise.resolve(pin === '123456' ? ok({ person: 'Bu Sri' }) : err('wrong-pin'));
  };
  return { resolve: createResolveByHand({ ledger, settle, approve }), pins };
}

/** A counter with a payment that got no answer. */
async function unknownPayment(
  over: Parameters<Bench['putQuote']>[1] = {},
  wrap: (ledger: Ledger) => Ledger = (ledger) => ledger,
): Promise<Bench> {
  const bench = saleBench(wrap);
  bench.fake.byDeadline = () => Promise.resolve(undefined);
  bench.putQuote(1, over);
  await bench.pay(quoteId(1));
  bench.clock.pass(minutes(20));
  return bench;
}

const asToken = { product: 'pln-prepaid', denomination: rupiah(301_000) } as const;

describe('the owner’s decision', () => {
  it('that it is paid is an event of its history, with a receipt that says who says so', async () => {
    const bench = await unknownPayment();
    const { resolve } = resolver(bench);
    expect(await resolve(asPaid)).toEqual(ok(undefined));
    const { reason, evidence } = asPaid;
    expect(bench.ledger.payment(quoteId(1))).toMatchObject({
      state: 'paid-by-hand',
      outcome: { kind: 'paid-by-hand', reference: 'VSI-77', reason, evidence },
      settledAt: bench.clock.now(),
    });
    expect(bench.ledger.events(quoteId(1)).at(-1)).toMatchObject({
      actor: 'owner',
      person: 'Bu Sri',
      event: 'hand-paid',
    });
    const job = bench.ledger.printJobs.latestOf(quoteId(1));
    expect(new TextDecoder().decode(job?.bytes)).toContain('BUKAN DARI BILLER');
    expect(bench.printing.woken).toBe(1);
    expect(bench.counter.state().unresolved).toBe(0);
  });

  it('that it is rejected prints nothing and frees the place', async () => {
    const bench = await unknownPayment();
    expect(await resolver(bench).resolve(asRejected)).toEqual(ok(undefined));
    expect(bench.ledger.payment(quoteId(1))?.state).toBe('rejected-by-hand');
    expect(bench.ledger.printJobs.latestOf(quoteId(1))).toBeUndefined();
    expect(bench.counter.state().unresolved).toBe(0);
    expect(bench.ledger.isOpenFor('pln-postpaid', '530000000001')).toBe(false);
  });

  it('is not taken with a wrong PIN', async () => {
    const bench = await unknownPayment();
    expect(await resolver(bench).resolve({ ...asPaid, pin: '000000' })).toEqual(err({ code: 'wrong-pin' }));
    expect(bench.ledger.payment(quoteId(1))?.state).toBe('unknown');
  });

  it.each(['paid', 'rejected'] as const)('is not taken of a payment that is %s by now', async (kind) => {
    const bench = await unknownPayment();
    const [resolution, quote] = [
      kind === 'paid' ? asRejected : asPaid,
      bench.ledger.payment(quoteId(1))?.quote,
    ];
    if (quote === undefined) throw new Error('no payment');
    bench.settle.byReply(quote, { ...reply(kind), date: null }, 'counter');
    const { resolve, pins } = resolver(bench);
    expect(await resolve(resolution)).toEqual(err({ code: 'not-unknown' }));
    expect(pins).toEqual([]);
    expect(bench.ledger.payment(quoteId(1))?.state).toBe(kind);
  });

  it('is not taken of a payment that is settled while the PIN is looked at', async () => {
    const bench = await unknownPayment();
    const pin = gate<Awaited<ReturnType<Approve>>>();
    const resolve = createResolveByHand({
      ledger: bench.ledger,
      settle: bench.settle,
      approve: () => pin.promise,
    });
    const resolved = resolve(asRejected);
    bench.ledger.settle(settlement(1, paid));
    pin.open(ok({ person: 'Bu Sri' }));
    expect(await resolved).toEqual(err({ code: 'not-unknown' }));
    expect(bench.ledger.payment(quoteId(1))?.state).toBe('paid');
  });

  it('is not taken of a payment under way, nor of none', async () => {
    const bench = saleBench();
    const answer = gate<undefined>();
    bench.fake.byDeadline = () => answer.promise;
    bench.putQuote(1);
    const paying = bench.pay(quoteId(1));
    await Promise.resolve();
    await Promise.resolve();
    expect(bench.ledger.payment(quoteId(1))?.state).toBe('sent');
    const { resolve } = resolver(bench);
    expect(await resolve(asPaid)).toEqual(err({ code: 'not-unknown' }));
    expect(await resolve({ ...asPaid, payment: quoteId(9) })).toEqual(err({ code: 'payment-not-found' }));
    answer.open(undefined);
    await paying;
  });

  it('that a token is paid needs its digits, and prints them', async () => {
    const bench = await unknownPayment(asToken);
    const { resolve, pins } = resolver(bench);
    expect(await resolve(asPaid)).toEqual(err({ code: 'token-missing' }));
    expect(pins).toEqual([]);
    expect(await resolve({ ...asPaid, verdict: { kind: 'paid', reference: 'VSI-77', token } })).toEqual(
      ok(undefined),
    );
    expect(bench.ledger.payment(quoteId(1))?.outcome).toMatchObject({ token });
    const bytes = new TextDecoder().decode(bench.ledger.printJobs.latestOf(quoteId(1))?.bytes);
    expect(bytes).toContain('1234');
  });

  it('drops digits that a bill has no use for', async () => {
    const bench = await unknownPayment();
    await resolver(bench).resolve({ ...asPaid, verdict: { kind: 'paid', reference: 'VSI-77', token } });
    expect(bench.ledger.payment(quoteId(1))?.outcome).not.toHaveProperty('token');
  });

  it.each([
    ['a reference', { kind: 'paid', reference: 'VSI0001' }, {}],
    ['a token', { kind: 'paid', reference: 'other', token }, asToken],
  ] as const)('is not taken with %s that stands on another payment', async (_what, verdict, over) => {
    const bench = await unknownPayment(over);
    const { resolve, pins } = resolver(bench);
    if (paid.kind !== 'paid') throw new Error('not paid');
    bench.putQuote(2, over);
    bench.ledger.arm({
      quote: quoteId(2),
      at: bench.clock.now(),
      cash: rupiah(350_000),
      host: 'h',
      account: 'a',
      request: 'r',
      depositBefore: null,
      confirmed: [],
      day: familyCounter.dayOf(bench.clock.now()),
      cashier: null,
    });
    bench.ledger.settle(settlement(2, { kind: 'paid', confirmation: { ...paid.confirmation, token } }));
    expect(await resolve({ ...asPaid, verdict })).toEqual(err({ code: 'stands-elsewhere' }));
    expect(pins).toEqual([]);
    expect(bench.ledger.payment(quoteId(1))?.state).toBe('unknown');
  });

  it('that could not be written down leaves the payment as it was, and can be made again', async () => {
    let isFull = true;
    const bench = await unknownPayment({}, (ledger) => ({
      ...ledger,
      settle(settling) {
        if (settling.by === 'hand' && isFull) throw new LedgerWriteError('disk-full');
        return ledger.settle(settling);
      },
    }));
    const { resolve } = resolver(bench);
    expect(await resolve(asPaid)).toEqual(err({ code: 'ledger-not-written' }));
    expect(bench.ledger.payment(quoteId(1))?.state).toBe('unknown');
    // Nobody was promised anything yet: the selling goes on.
    expect(bench.counter.state().stopped).toBeNull();
    expect(bench.printing.pastQueue).toEqual([]);
    isFull = false;
    expect(await resolve(asPaid)).toEqual(ok(undefined));
  });
});

describe('a late answer after the owner’s decision', () => {
  it.each([
    ['agrees', 'paid', 'paid'],
    ['contradicts', 'rejected', 'unknown'],
  ] as const)('that %s is taken', async (_what, text, state) => {
    const bench = saleBench();
    const late = gate<Awaited<ReturnType<Bench['fake']['late']>>>();
    bench.fake.byDeadline = () => Promise.resolve(undefined);
    bench.fake.late = () => late.promise;
    bench.putQuote(1);
    await bench.pay(quoteId(1));
    expect(await resolver(bench).resolve(asPaid)).toEqual(ok(undefined));
    late.open({ ...reply(text), date: null });
    await late.promise;
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
    expect(bench.ledger.payment(quoteId(1))?.state).toBe(state);
    expect(bench.counter.state().unresolved).toBe(state === 'unknown' ? 1 : 0);
    expect(bench.faults).toEqual([]);
  });
});
