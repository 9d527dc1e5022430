import { describe, expect, it } from 'vitest';
import type { Approve } from '../../../electron/app/approve.ts';
import { createConfirmAgain } from '../../../electron/app/confirm-again.ts';
import { rupiah } from '../../../shared/money.ts';
import { doubtKey, lately } from '../../../shared/payment/doubt.ts';
import { err, ok } from '../../../shared/result.ts';
import { instant } from '../../../shared/time.ts';
import { minutes, quote, quoteId, reply, start } from '../ledger/documents.ts';
import { saleBench } from './sale-bench.ts';

type Bench = ReturnType<typeof saleBench>;

const opens = (bench: Bench): number => bench.fake.asked.filter((each) => each.startsWith('open')).length;
const quoteOf = (n: number) => ({
  customer: quote(1).customer,
  bills: [{ ...june, period: `JUN${10 + n}` }],
});
const [june = { amount: rupiah(1), adminFee: rupiah(0), total: rupiah(1) }] = quote(1).bills;

/** The owner's PIN is 123456. */
const approve: Approve = (typed) =>
  Promise.resolve(typed === '123456' ? ok({ person: 'Pemilik' }) : err('wrong-pin'));
const confirmer = ({ ledger, desk, clock }: Bench) => createConfirmAgain({ ledger, desk, clock, approve });

/** A counter that has just paid the first quote, and has the second, of the same customer, on its desk. */
async function paidOnce(over: Parameters<Bench['putQuote']>[1] = {}): Promise<Bench> {
  const bench = saleBench();
  bench.putQuote(1, over);
  expect(await bench.pay(quoteId(1))).toEqual(ok(undefined));
  bench.putQuote(2, { ...quoteOf(2), ...over });
  return bench;
}

const doubtsOf = (bench: Bench, n: number) => bench.ledger.doubts(quoteId(n), bench.clock.now());
const keysOf = (bench: Bench, n: number): string[] => doubtsOf(bench, n).map(doubtKey);

describe('a payment in doubt', () => {
  it('opens no connection and takes nothing off the desk: the question costs the biller nothing', async () => {
    const bench = await paidOnce();
    const [opened, asked] = [opens(bench), bench.fake.asked.length];
    const doubts = doubtsOf(bench, 2);
    expect(await bench.pay(quoteId(2))).toEqual(err({ code: 'confirm-again', doubts }));
    expect(doubts.map(({ kind }) => kind)).toEqual(['paid-lately']);
    expect([opens(bench), bench.fake.asked.length]).toEqual([opened, asked]);
    expect(bench.counter.state().exchange).toBeNull();
    expect(bench.desk.quote(quoteId(2))).toBeDefined();
    expect(bench.desk.cash(quoteId(2))).toBe(350_000);
    expect(bench.faults).toEqual([]);
  });

  it('is paid once it was confirmed, and the confirmation stands in its history', async () => {
    const bench = await paidOnce();
    const keys = keysOf(bench, 2);
    expect(await confirmer(bench)(quoteId(2), keys, '123456')).toEqual(ok(undefined));
    expect(await bench.pay(quoteId(2))).toEqual(ok(undefined));
    expect(bench.ledger.payment(quoteId(2))?.state).toBe('paid');
    const arm = bench.ledger.events(quoteId(2)).find(({ event }) => event === 'arm');
    expect(arm?.evidence).toBe(JSON.stringify({ confirmed: keys }));
  });

  it('that has come up while the line was opened sends nothing, and gives the line back', async () => {
    const bench = saleBench();
    bench.putQuote(1);
    bench.fake.connect = () => {
      bench.ledger.addGap(start, instant(start + minutes(1)));
      return Promise.resolve(ok(undefined));
    };
    const refused = await bench.pay(quoteId(1));
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'confirm-again', doubts: [{ kind: 'gap', gap: 1 }] },
    });
    expect(bench.sends()).toBe(0);
    expect(bench.fake.asked).toContain(`abandon ${quoteId(1)}`);
    expect(bench.desk.quote(quoteId(1))).toBeDefined();
  });

  it('passes with time', async () => {
    const bench = await paidOnce();
    bench.clock.pass(lately + 1);
    expect(doubtsOf(bench, 2)).toEqual([]);
  });
});

describe('a second confirmation', () => {
  it('needs the owner’s PIN for a bill, and is not taken without it or with another', async () => {
    const bench = await paidOnce();
    const confirm = confirmer(bench);
    expect(await confirm(quoteId(2), keysOf(bench, 2), null)).toEqual(err({ code: 'wrong-pin' }));
    expect(await confirm(quoteId(2), keysOf(bench, 2), '000000')).toEqual(err({ code: 'wrong-pin' }));
    expect(bench.desk.confirmed(quoteId(2))).toEqual([]);
    expect(await bench.pay(quoteId(2))).toMatchObject({ ok: false, error: { code: 'confirm-again' } });
  });

  it('is a second key for what is bought repeatedly', async () => {
    const token = { product: 'pln-prepaid', denomination: rupiah(301_000) } as const;
    const bench = await paidOnce(token);
    expect(await confirmer(bench)(quoteId(2), keysOf(bench, 2), null)).toEqual(ok(undefined));
    expect(await bench.pay(quoteId(2))).toEqual(ok(undefined));
  });

  it('covers what was seen, and nothing that has come up since', async () => {
    const bench = await paidOnce();
    const seen = keysOf(bench, 2);
    bench.ledger.addGap(start, instant(start + minutes(1)));
    expect(await confirmer(bench)(quoteId(2), seen, '123456')).toEqual(ok(undefined));
    expect(bench.desk.confirmed(quoteId(2))).toEqual(seen);
    expect(await bench.pay(quoteId(2))).toMatchObject({ ok: false, error: { code: 'confirm-again' } });
    // The rest is confirmed in its turn, and both count.
    expect(await confirmer(bench)(quoteId(2), ['gap:1'], null)).toEqual(ok(undefined));
    expect(await bench.pay(quoteId(2))).toEqual(ok(undefined));
  });

  it('of what never stood in doubt is no confirmation', async () => {
    const bench = await paidOnce();
    const other = [`paid-lately:${quoteId(7)}`, 'gap:9', 'anything'];
    expect(await confirmer(bench)(quoteId(2), other, '123456')).toEqual(ok(undefined));
    expect(bench.desk.confirmed(quoteId(2))).toEqual([]);
  });

  it('is of one quote, and gone with it', async () => {
    const bench = await paidOnce();
    bench.putQuote(3, quoteOf(3));
    await confirmer(bench)(quoteId(2), keysOf(bench, 2), '123456');
    expect(await bench.pay(quoteId(3))).toMatchObject({ ok: false, error: { code: 'confirm-again' } });
    expect(await confirmer(bench)(quoteId(9), ['gap:1'], '123456')).toEqual(err({ code: 'quote-gone' }));
  });

  it('given for two quotes beforehand asks again for the second once the first is paid', async () => {
    const bench = await paidOnce();
    bench.putQuote(3, quoteOf(3));
    const confirm = confirmer(bench);
    for (const n of [2, 3])
      expect(await confirm(quoteId(n), keysOf(bench, n), '123456')).toEqual(ok(undefined));
    expect(await bench.pay(quoteId(2))).toEqual(ok(undefined));
    const third = await bench.pay(quoteId(3));
    expect(third).toMatchObject({ ok: false, error: { code: 'confirm-again' } });
    expect(bench.sends()).toBe(2);
  });
});

describe('the deposit before a payment', () => {
  it('is what the biller told last before it was sent, and when', async () => {
    const bench = saleBench();
    bench.notes.deposit('teleanjar', rupiah(900_000));
    const told = bench.clock.now();
    bench.clock.pass(minutes(3));
    bench.putQuote(1);
    bench.fake.byDeadline = () => Promise.resolve({ ...reply('paid'), date: null });
    await bench.pay(quoteId(1));
    expect(bench.ledger.payment(quoteId(1))?.depositBefore).toEqual({ amount: 900_000, at: told });
    // The answer told the next one, which is not this payment's.
    expect(bench.notes.depositOf('teleanjar')).toEqual({ amount: 500_000, at: bench.clock.now() });
  });

  it('is none where the biller has told none', async () => {
    const bench = saleBench();
    bench.putQuote(1);
    await bench.pay(quoteId(1));
    expect(bench.ledger.payment(quoteId(1))?.depositBefore).toBeNull();
  });
});
