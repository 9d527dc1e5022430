import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { asksFor, restOffline } from '../../../electron/app/plan-check.ts';
import type { ApiExchange } from '../../../electron/billers/biller.ts';
import type { PaymentRecord } from '../../../electron/ledger/ledger.ts';
import { err, ok } from '../../../shared/result.ts';
import { instant } from '../../../shared/time.ts';
import { decide } from '../ledger/altered-ledger.ts';
import { minutes, paid, quoteId, reply } from '../ledger/documents.ts';
import { saleBench } from './sale-bench.ts';

type Bench = ReturnType<typeof saleBench>;

const answered = (text: string): ApiExchange => ({
  request: 'POST /status [secret]',
  reply: { ...reply(text), date: null },
});

async function unknownPayment(bench: Bench, n = 1): Promise<void> {
  bench.fake.keyedBy = 'our-reference';
  bench.fake.byDeadline = () => Promise.resolve({ ...reply('<html>'), date: null });
  bench.putQuote(n);
  await bench.pay(quoteId(n));
}

const record = (bench: Bench, n = 1): PaymentRecord => {
  const found = bench.ledger.payment(quoteId(n));
  if (found === undefined) throw new Error('no payment');
  return found;
};

const asks = (bench: Bench): number => bench.fake.asked.filter((each) => each.startsWith('status')).length;

const pass = async (bench: Bench, ms: number): Promise<void> => {
  bench.clock.pass(ms);
  await vi.advanceTimersByTimeAsync(ms);
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('without a network', () => {
  it('all questions to the biller rest, longer each time, and none of them counts', async () => {
    const bench = saleBench();
    await unknownPayment(bench, 1);
    await unknownPayment(bench, 2);
    bench.fake.status = () => Promise.resolve(err({ code: 'no-connection' }));
    bench.checker.reconsider();
    await pass(bench, 0);
    for (const failures of [1, 2, 3, 4, 5, 6, 7]) {
      expect(asks(bench)).toBe(failures);
      await pass(bench, restOffline(failures) - 1);
      expect(asks(bench)).toBe(failures);
      await pass(bench, 1);
    }
    expect(bench.checker.checking(record(bench))).toMatchObject({
      kind: 'will',
      asked: 0,
      lastAt: null,
      isOffline: true,
    });
    expect(bench.counter.state().billers[0]?.connection).toBe('down');
    expect(bench.ledger.statusCount(quoteId(1)).asked).toBe(0);
  });

  it('and with it again, the questions go on where they were: both at once, and the next rest is a short one', async () => {
    const bench = saleBench();
    await unknownPayment(bench, 1);
    await unknownPayment(bench, 2);
    bench.fake.status = () => Promise.resolve(err({ code: 'no-connection' }));
    bench.checker.reconsider();
    await pass(bench, 0);
    await pass(bench, restOffline(1));
    bench.fake.status = () => Promise.resolve(ok([answered('open')]));
    await pass(bench, restOffline(2));
    await pass(bench, 10);
    const asked = [1, 2].map((n) => bench.ledger.statusCount(quoteId(n)).asked);
    expect(asked).toEqual([1, 1]);
    expect(bench.checker.checking(record(bench))).toMatchObject({ kind: 'will', asked: 1, isOffline: false });
    expect(bench.counter.state().billers[0]?.connection).toBe('up');
    bench.fake.status = () => Promise.resolve(err({ code: 'no-connection' }));
    await bench.checker.checkNow(quoteId(1));
    expect(bench.checker.checking(record(bench))).toMatchObject({
      isOffline: true,
      nextAt: bench.clock.now() + restOffline(1),
    });
  });

  it('the rest ends as soon as anything else has reached the biller', async () => {
    const bench = saleBench();
    await unknownPayment(bench);
    bench.fake.status = () => Promise.resolve(err({ code: 'no-connection' }));
    bench.checker.reconsider();
    await pass(bench, 0);
    bench.notes.connection('teleanjar', 'up');
    bench.fake.status = () => Promise.resolve(ok([answered('open')]));
    bench.checker.reconsider();
    await pass(bench, 0);
    expect(bench.ledger.statusCount(quoteId(1)).asked).toBe(1);
  });

  it('somebody may ask all the same, and is told', async () => {
    const bench = saleBench();
    await unknownPayment(bench);
    bench.fake.status = () => Promise.resolve(err({ code: 'no-connection' }));
    expect(await bench.checker.checkNow(quoteId(1))).toEqual(err({ code: 'no-connection' }));
    expect(await bench.checker.checkNow(quoteId(1))).toEqual(err({ code: 'no-connection' }));
    expect(asks(bench)).toBe(2);
  });
});

describe('after three days', () => {
  async function forThreeDays(bench: Bench): Promise<void> {
    await unknownPayment(bench);
    bench.fake.status = () => Promise.resolve(ok([answered('open')]));
    bench.checker.reconsider();
    for (let passed = 0; passed <= asksFor + minutes(60); passed += minutes(30))
      await pass(bench, minutes(30));
  }

  it('it is given up, and said so, with how often it was asked', async () => {
    const bench = saleBench();
    await forThreeDays(bench);
    const asked = asks(bench);
    await pass(bench, minutes(60 * 48));
    expect(asks(bench)).toBe(asked);
    const checking = bench.checker.checking(record(bench));
    expect(checking).toMatchObject({ kind: 'gave-up', asked });
    // It was asked a last time when the three days were over.
    expect(
      checking.kind === 'gave-up' && checking.lastAt !== null && checking.lastAt - record(bench).sentAt,
    ).toBeGreaterThanOrEqual(asksFor);
    expect(record(bench).state).toBe('unknown');
  });

  it('it is asked again when somebody wants it, and settled by what is answered', async () => {
    const bench = saleBench();
    await forThreeDays(bench);
    bench.fake.readStatus = () =>
      paid.kind === 'paid' ? { kind: 'paid', confirmation: paid.confirmation } : { kind: 'open' };
    expect(await bench.checker.checkNow(quoteId(1))).toEqual(ok(undefined));
    expect(record(bench).state).toBe('paid');
  });
});

describe('what the owner decided', () => {
  async function decided(kind: 'paid-by-hand' | 'rejected-by-hand'): Promise<Bench> {
    const bench = saleBench();
    await unknownPayment(bench);
    decide(bench.ledger, 1, kind);
    bench.clock.pass(minutes(60));
    return bench;
  }

  it('is asked after all the same, though the screen says nothing of it', async () => {
    const bench = await decided('rejected-by-hand');
    bench.fake.status = () => Promise.resolve(ok([answered('open')]));
    bench.checker.reconsider();
    await pass(bench, 0);
    await pass(bench, minutes(60));
    expect(asks(bench)).toBeGreaterThan(3);
    expect(bench.checker.checking(record(bench))).toEqual({ kind: 'not-needed' });
    expect(record(bench).state).toBe('rejected-by-hand');
  });

  it('is asked after for three days from the decision, and no longer', async () => {
    const bench = await decided('paid-by-hand');
    bench.clock.pass(asksFor + 1);
    bench.checker.reconsider();
    await pass(bench, minutes(60 * 24));
    expect(asks(bench)).toBe(0);
  });

  it('is opened again by an answer that says otherwise, and is on the screen at once', async () => {
    const bench = await decided('rejected-by-hand');
    const before = bench.counter.state();
    bench.fake.status = () => Promise.resolve(ok([answered('paid')]));
    bench.fake.readStatus = () =>
      paid.kind === 'paid' ? { kind: 'paid', confirmation: paid.confirmation } : { kind: 'open' };
    bench.checker.reconsider();
    await pass(bench, 0);
    expect(record(bench)).toMatchObject({
      state: 'unknown',
      outcome: { kind: 'unknown', reason: 'contradicted' },
    });
    expect(bench.counter.state().unresolved).toBe(1);
    expect(bench.counter.state().ledgerRevision).toBeGreaterThan(before.ledgerRevision);
    expect(bench.logged.join()).toContain('contradicts');
    // Nothing is printed for somebody who was told that it was refused: the owner looks first.
    expect(bench.ledger.printJobs.latestOf(quoteId(1))).toBeUndefined();
    expect(bench.sends()).toBe(1);
  });

  it('is certified by an answer that agrees, with a receipt of the biller’s', async () => {
    const bench = await decided('paid-by-hand');
    bench.fake.status = () => Promise.resolve(ok([answered('paid')]));
    bench.fake.readStatus = () =>
      paid.kind === 'paid' ? { kind: 'paid', confirmation: paid.confirmation } : { kind: 'open' };
    bench.checker.reconsider();
    await pass(bench, 0);
    expect(record(bench)).toMatchObject({ state: 'paid', outcome: paid });
    expect(bench.ledger.toAskAfter(instant(0))).toEqual([]);
  });

  it('that a bare “in process” does not contradict stays as it is', async () => {
    const bench = await decided('paid-by-hand');
    bench.fake.status = () => Promise.resolve(ok([answered('open')]));
    expect(await bench.checker.checkNow(quoteId(1))).toEqual(ok(undefined));
    expect(record(bench).state).toBe('paid-by-hand');
    expect(bench.ledger.statusOf(quoteId(1))).toHaveLength(1);
  });
});
