import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { waitAfter } from '../../../electron/app/plan-check.ts';
import type { ApiExchange, RawReply } from '../../../electron/billers/biller.ts';
import type { PaymentRecord } from '../../../electron/ledger/ledger.ts';
import { err, ok } from '../../../shared/result.ts';
import { minutes, paid, quoteId, reply } from '../ledger/documents.ts';
import { gate } from './fake-biller.ts';
import { saleBench } from './sale-bench.ts';

type Bench = ReturnType<typeof saleBench>;

const answered = (text: string): ApiExchange => ({
  request: 'POST /status [secret]',
  reply: { ...reply(text), date: null },
});

/** A payment whose reply could not be read, at a biller with a status call. */
async function unknownPayment(bench: Bench, n = 1): Promise<void> {
  bench.fake.keyedBy = 'our-reference';
  bench.fake.byDeadline = () => Promise.resolve({ ...reply('<html>'), date: null });
  bench.putQuote(n);
  await bench.pay(quoteId(n));
  expect(bench.ledger.payment(quoteId(n))?.state).toBe('unknown');
}

const record = (bench: Bench, n = 1): PaymentRecord => {
  const found = bench.ledger.payment(quoteId(n));
  if (found === undefined) throw new Error('no payment');
  return found;
};

const statusAsks = (bench: Bench): number =>
  bench.fake.asked.filter((each) => each.startsWith('status')).length;

describe('asking what became of a payment', () => {
  it('settles it as paid, with a receipt, by the answer that is in the ledger first', async () => {
    const bench = saleBench();
    await unknownPayment(bench);
    bench.fake.status = () => Promise.resolve(ok([answered('paid')]));
    let stored = -1;
    bench.fake.readStatus = () => {
      stored = bench.ledger.statusOf(quoteId(1)).length;
      return paid.kind === 'paid' ? { kind: 'paid', confirmation: paid.confirmation } : { kind: 'open' };
    };
    expect(await bench.checker.checkNow(quoteId(1))).toEqual(ok(undefined));
    expect(stored).toBe(1);
    expect(record(bench)).toMatchObject({ state: 'paid', outcome: paid });
    expect(bench.ledger.events(quoteId(1)).at(-1)).toMatchObject({ actor: 'checker', event: 'status-paid' });
    expect(bench.ledger.printJobs.latestOf(quoteId(1))).toMatchObject({ copy: 0, state: 'queued' });
    expect(bench.sends()).toBe(1);
    expect(bench.faults).toEqual([]);
  });

  it('never sends the payment again, whatever it is answered', async () => {
    const bench = saleBench();
    await unknownPayment(bench);
    for (const kind of ['open', 'not-received'] as const) {
      bench.fake.status = () => Promise.resolve(ok([answered(kind)]));
      bench.fake.readStatus = () => (kind === 'open' ? { kind } : { kind, code: '42' });
      await bench.checker.checkNow(quoteId(1));
    }
    expect(record(bench).state).toBe('unknown');
    expect(bench.sends()).toBe(1);
    expect(bench.fake.asked.filter((each) => each.startsWith('open'))).toHaveLength(1);
  });

  it('takes “not received” for a refusal the third time, a quarter of an hour later, and not if “in process” came between', async () => {
    const bench = saleBench();
    await unknownPayment(bench);
    bench.fake.status = (count) => Promise.resolve(ok([answered(count === 3 ? 'open' : 'not received')]));
    bench.fake.readStatus = ({ body }) =>
      new TextDecoder().decode(body) === 'open' ? { kind: 'open' } : { kind: 'not-received', code: '42' };
    const states: string[] = [];
    for (let ask = 1; ask <= 6; ask += 1) {
      bench.clock.pass(minutes(10));
      // One after the other: each answer counts with those before it.
      // oxlint-disable-next-line eslint/no-await-in-loop
      await bench.checker.checkNow(quoteId(1));
      states.push(record(bench).state);
    }
    expect(states).toEqual(['unknown', 'unknown', 'unknown', 'unknown', 'unknown', 'rejected']);
    expect(bench.ledger.events(quoteId(1)).at(-1)).toMatchObject({ event: 'status-rejected' });
  });

  it('does not take “not received” for a refusal while the payment’s socket is still read', async () => {
    const bench = saleBench();
    const late = gate<undefined>();
    bench.fake.keyedBy = 'our-reference';
    bench.fake.byDeadline = () => Promise.resolve(undefined);
    bench.fake.late = () => late.promise;
    bench.putQuote(1);
    await bench.pay(quoteId(1));
    bench.fake.status = () => Promise.resolve(ok([answered('not received')]));
    bench.fake.readStatus = () => ({ kind: 'not-received', code: '42' });
    for (let ask = 1; ask <= 4; ask += 1) {
      bench.clock.pass(minutes(10));
      // oxlint-disable-next-line eslint/no-await-in-loop
      await bench.checker.checkNow(quoteId(1));
    }
    expect(record(bench).state).toBe('unknown');
    late.open(undefined);
    await late.promise;
    bench.clock.pass(minutes(15));
    await bench.checker.checkNow(quoteId(1));
    expect(record(bench).state).toBe('rejected');
  });

  it('does not take “failed” for the last word while the payment’s own answer may still come', async () => {
    const bench = saleBench();
    const late = gate<RawReply | undefined>();
    bench.fake.keyedBy = 'our-reference';
    bench.fake.byDeadline = () => Promise.resolve(undefined);
    bench.fake.late = () => late.promise;
    bench.putQuote(1);
    await bench.pay(quoteId(1));
    bench.fake.status = () => Promise.resolve(ok([answered('failed')]));
    bench.fake.readStatus = () => ({ kind: 'rejected', code: '37', text: '' });
    await bench.checker.checkNow(quoteId(1));
    expect(record(bench).state).toBe('unknown');
    late.open({ ...reply('paid'), date: null });
    await late.promise;
    await Promise.resolve();
    expect(record(bench).state).toBe('paid');
  });

  it('asks only the host and account that were paid with', async () => {
    const bench = saleBench();
    await unknownPayment(bench);
    for (const account of [
      { host: '127.0.0.1:2', account: 'fingerprint' },
      { host: '127.0.0.1:1', account: 'x' },
      undefined,
    ]) {
      bench.fake.account = account;
      expect(bench.checker.checking(record(bench))).toEqual({ kind: 'cannot', because: 'other-account' });
      // oxlint-disable-next-line eslint/no-await-in-loop
      expect(await bench.checker.checkNow(quoteId(1))).toEqual(err({ code: 'cannot-check' }));
    }
    expect(statusAsks(bench)).toBe(0);
  });

  it('is not possible where the biller has no status call', async () => {
    const bench = saleBench();
    await unknownPayment(bench);
    bench.fake.keyedBy = 'no-call';
    expect(bench.checker.checking(record(bench))).toEqual({ kind: 'cannot', because: 'no-call' });
    expect(await bench.checker.checkNow(quoteId(1))).toEqual(err({ code: 'cannot-check' }));
  });

  it('that is answered after a late reply has settled the payment changes nothing', async () => {
    const bench = saleBench();
    await unknownPayment(bench);
    const answer = gate<ReturnType<typeof ok<readonly ApiExchange[]>>>();
    bench.fake.status = () => answer.promise;
    bench.fake.readStatus = () => ({ kind: 'rejected', code: '37', text: '' });
    const asked = bench.checker.checkNow(quoteId(1));
    bench.settle.byReply(record(bench).quote, { ...reply('paid'), date: null }, 'counter');
    answer.open(ok([answered('failed')]));
    await asked;
    expect(record(bench).state).toBe('paid');
    expect(bench.ledger.statusOf(quoteId(1))).toHaveLength(1);
  });

  it('is one at a time, and says that it is under way', async () => {
    const bench = saleBench();
    await unknownPayment(bench);
    const answer = gate<ReturnType<typeof ok<readonly ApiExchange[]>>>();
    bench.fake.status = () => answer.promise;
    const asked = bench.checker.checkNow(quoteId(1));
    expect(bench.checker.checking(record(bench))).toMatchObject({ kind: 'will', isAsking: true });
    expect(await bench.checker.checkNow(quoteId(1))).toEqual(err({ code: 'busy' }));
    answer.open(ok([]));
    expect(await asked).toEqual(ok(undefined));
    expect(bench.checker.checking(record(bench))).toMatchObject({ isAsking: false });
  });

  it('survives a bug in the reader: it is logged, and the payment stays as it is', async () => {
    const bench = saleBench();
    await unknownPayment(bench);
    bench.fake.status = () => Promise.resolve(ok([answered('x')]));
    bench.fake.readStatus = () => {
      throw new Error('a bug');
    };
    expect(await bench.checker.checkNow(quoteId(1))).toEqual(err({ code: 'no-answer' }));
    expect(bench.faults).toHaveLength(1);
    expect(record(bench).state).toBe('unknown');
  });
});

describe('asking by itself', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('begins at once, goes on less and less often, and stops when the payment is settled', async () => {
    const bench = saleBench();
    await unknownPayment(bench);
    bench.fake.status = () => Promise.resolve(ok([answered('open')]));
    bench.checker.reconsider();
    const pass = async (ms: number): Promise<void> => {
      bench.clock.pass(ms);
      await vi.advanceTimersByTimeAsync(ms);
    };
    await pass(0);
    expect(statusAsks(bench)).toBe(1);
    await pass(waitAfter(1) - 1);
    expect(statusAsks(bench)).toBe(1);
    await pass(1);
    expect(statusAsks(bench)).toBe(2);
    expect(bench.checker.checking(record(bench))).toMatchObject({
      kind: 'will',
      asked: 2,
      lastAt: bench.clock.now(),
      nextAt: bench.clock.now() + waitAfter(2),
    });
    bench.fake.readStatus = () => ({ kind: 'rejected', code: '37', text: '' });
    await pass(waitAfter(2));
    expect(record(bench).state).toBe('rejected');
    const asks = statusAsks(bench);
    await pass(minutes(600));
    expect(statusAsks(bench)).toBe(asks);
  });

  it.each([
    ['no-answer', 40],
    // The line is tried now and then, which asks the biller nothing.
    ['no-connection', 160],
  ] as const)('goes on after questions that met %s, a bounded number of times a day', async (code, most) => {
    const bench = saleBench();
    await unknownPayment(bench);
    bench.fake.status = () => Promise.resolve(err({ code }));
    bench.checker.reconsider();
    for (let passed = 0; passed < 24 * 60; passed += 1) {
      bench.clock.pass(minutes(1));
      // oxlint-disable-next-line eslint/no-await-in-loop
      await vi.advanceTimersByTimeAsync(minutes(1));
    }
    expect(statusAsks(bench)).toBeGreaterThan(24);
    expect(statusAsks(bench)).toBeLessThan(most);
    expect(bench.counter.state().billers[0]?.connection).toBe(code === 'no-connection' ? 'down' : 'up');
  });

  it('does not ask in haste where nothing was answered, nor wait for a day that came and went', async () => {
    const bench = saleBench();
    await unknownPayment(bench);
    bench.fake.status = () => Promise.resolve(ok([]));
    bench.checker.reconsider();
    await vi.advanceTimersByTimeAsync(waitAfter(1) - 1);
    expect(statusAsks(bench)).toBe(1);
    bench.clock.step(-minutes(24 * 60));
    bench.checker.reconsider();
    await vi.advanceTimersByTimeAsync(minutes(60));
    expect(statusAsks(bench)).toBe(2);
  });

  it('stops when it is told to', async () => {
    const bench = saleBench();
    await unknownPayment(bench);
    bench.checker.reconsider();
    bench.checker.stop();
    await vi.advanceTimersByTimeAsync(minutes(60));
    expect(statusAsks(bench)).toBe(0);
  });

  it('writes nothing of an answer that comes when the program has ended, and the ledger with it', async () => {
    const bench = saleBench();
    await unknownPayment(bench);
    const answer = gate<ReturnType<typeof ok<readonly ApiExchange[]>>>();
    bench.fake.status = () => answer.promise;
    const asked = bench.checker.checkNow(quoteId(1));
    await vi.advanceTimersByTimeAsync(0);
    bench.checker.end();
    answer.open(ok([answered('paid')]));
    expect(await asked).toEqual(err({ code: 'no-answer' }));
    expect(bench.ledger.statusOf(quoteId(1))).toEqual([]);
    expect(record(bench).state).toBe('unknown');
  });
});

describe('the waits between questions', () => {
  it('never grow shorter and end at an hour', () => {
    const waits = Array.from({ length: 30 }, (_, asked) => waitAfter(asked + 1));
    expect(waits.every((wait, index) => index === 0 || wait >= (waits[index - 1] ?? 0))).toBe(true);
    expect(waits.at(-1)).toBe(minutes(60));
    expect(waitAfter(0)).toBe(0);
  });
});
