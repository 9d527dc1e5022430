import { describe, expect, it } from 'vitest';
import { createEvidence } from '../../../electron/app/evidence.ts';
import type { InquiryProblem } from '../../../electron/billers/biller.ts';
import { LedgerWriteError, type Ledger } from '../../../electron/ledger/ledger.ts';
import type { EvidenceView } from '../../../shared/contract/evidence.ts';
import { evidenceViewSchema } from '../../../shared/contract/evidence.ts';
import { rupiah } from '../../../shared/money.ts';
import { err, ok } from '../../../shared/result.ts';
import { minutes, quote, quoteId, reply } from '../ledger/documents.ts';
import { billsFound, denominationsFound, gate, services } from './fake-biller.ts';
import { saleBench } from './sale-bench.ts';

const secret = 'S3CRET-OF-THE-SHOP';

/** A counter with a payment that was answered by what nobody can read, and what it knows of it. */
async function uncertain(
  body = '<html>gateway timeout</html>',
  wrap: (ledger: Ledger) => Ledger = (ledger) => ledger,
) {
  const bench = saleBench(wrap);
  bench.fake.byDeadline = () => Promise.resolve({ ...reply(body, 502), date: null });
  bench.notes.deposit('teleanjar', rupiah(900_000));
  bench.clock.pass(minutes(1));
  // The service as the counter of these tests sells it.
  const service = { code: 'PLN-POSTPAID', name: 'PLN pascabayar' };
  bench.putQuote(1, { service });
  await bench.pay(quoteId(1));
  bench.clock.pass(minutes(5));
  const { sellers, ledger, counter, notes, clock, log } = bench;
  const evidence = createEvidence({
    sellers,
    ledger,
    counter,
    notes,
    clock,
    redact: (text) => text.replaceAll(secret, '•••'),
    log,
  });
  return { ...bench, evidence, service };
}

function viewOf({ evidence }: Awaited<ReturnType<typeof uncertain>>, n = 1): EvidenceView {
  const view = evidence.view(quoteId(n));
  if (!view.ok) throw new Error(view.error.code);
  return evidenceViewSchema.parse(view.value);
}

describe('the raw answer as evidence', () => {
  it('is shown as it came, with its status and time', async () => {
    const bench = await uncertain();
    expect(viewOf(bench).reply).toEqual({
      status: 502,
      at: bench.ledger.payment(quoteId(1))?.replyAt,
      text: '<html>gateway timeout</html>',
      isWhole: true,
    });
  });

  it('is cut where it is long, and says so', async () => {
    const { reply: shown } = viewOf(await uncertain('x'.repeat(5000)));
    expect([shown?.text.length, shown?.isWhole]).toEqual([4000, false]);
  });

  it('shows no secret, not even one that the cut goes through', async () => {
    const bench = await uncertain(`${'x'.repeat(3990)}${secret}${'y'.repeat(3990)}`);
    const text = viewOf(bench).reply?.text ?? '';
    for (let length = 4; length <= secret.length; length += 1)
      expect(text).not.toContain(secret.slice(0, length));
    expect(text).toContain('•••');
  });

  it('is none where none came, and bytes that are no text do no harm', async () => {
    const bench = await uncertain();
    bench.fake.byDeadline = () => Promise.resolve(undefined);
    bench.putQuote(2, { service: bench.service });
    await bench.pay(quoteId(2));
    expect(viewOf(bench, 2).reply).toBeNull();
    bench.ledger.recordReply(
      quoteId(2),
      { status: 200, date: null, body: new Uint8Array([0, 255, 254, 195]), complete: false },
      bench.clock.now(),
    );
    expect(viewOf(bench, 2).reply).toMatchObject({ status: 200, isWhole: false });
  });

  it('is of a payment that is there', async () => {
    const { evidence } = await uncertain();
    expect(evidence.view(quoteId(9))).toEqual(err({ code: 'payment-not-found' }));
    expect(await evidence.look(quoteId(9))).toEqual(err({ code: 'payment-not-found' }));
  });
});

describe('the deposit as evidence', () => {
  it('is what was told before the payment, and since, and what others may have taken between', async () => {
    const bench = await uncertain();
    expect(viewOf(bench).deposit).toEqual({
      before: { amount: 900_000, at: bench.ledger.payment(quoteId(1))?.depositBefore?.at },
      after: null,
      others: { count: 0, total: 0 },
    });
    bench.fake.byDeadline = () => Promise.resolve({ ...reply('paid'), date: null });
    bench.putQuote(2);
    await bench.pay(quoteId(2));
    const { deposit } = viewOf(bench);
    expect(deposit.after).toEqual({ amount: 500_000, at: bench.clock.now() });
    expect(deposit.others).toEqual({ count: 1, total: 303_500 });
  });

  it('that was told before the payment was sent says nothing of afterwards', async () => {
    const bench = await uncertain();
    bench.clock.pass(minutes(60));
    expect(viewOf(bench).deposit.after).toBeNull();
  });
});

describe('a fresh look at the number', () => {
  it.each([
    ['the same bill', billsFound, { kind: 'same-bill', total: 303_500 }],
    [
      'the same bill, its month written otherwise',
      { ...billsFound, bills: quote(1).bills.map((bill) => ({ ...bill, period: '201805' })) },
      { kind: 'same-bill', total: 303_500 },
    ],
    [
      'another month of the same sum',
      { ...billsFound, bills: quote(1).bills.map((bill) => ({ ...bill, period: 'JUN18' })) },
      { kind: 'other-bill', total: 303_500 },
    ],
    [
      'another sum',
      { ...billsFound, bills: quote(1).bills.map((bill) => ({ ...bill, total: rupiah(1) })) },
      { kind: 'other-bill', total: 1 },
    ],
    ['amounts', denominationsFound, { kind: 'amounts' }],
  ] as const)('that finds %s is kept and shown', async (_what, found, finding) => {
    const bench = await uncertain();
    bench.fake.answer = () => Promise.resolve(ok(found));
    const looked = await bench.evidence.look(quoteId(1));
    expect(looked.ok && looked.value.looks).toEqual([{ at: bench.clock.now(), finding }]);
    expect(viewOf(bench).looks).toHaveLength(1);
    // It decides nothing, and nothing of it can be paid.
    expect(bench.ledger.payment(quoteId(1))?.state).toBe('unknown');
    expect(bench.sends()).toBe(1);
    expect(bench.counter.state().exchange).toBeNull();
  });

  it('that is refused is a finding, too: “already paid” is among the refusals', async () => {
    const bench = await uncertain();
    bench.fake.answer = () =>
      Promise.resolve(
        err({ code: 'refused-by-biller', billerCode: '88', billerText: 'TAGIHAN SUDAH TERBAYAR' }),
      );
    await bench.evidence.look(quoteId(1));
    expect(viewOf(bench).looks[0]?.finding).toEqual({
      kind: 'refused',
      code: '88',
      text: 'TAGIHAN SUDAH TERBAYAR',
    });
  });

  it.each([
    ['no-connection', 'no-connection', 'down'],
    ['no-answer', 'no-answer', 'down'],
    ['unreadable-reply', 'unreadable-reply', 'up'],
    ['mismatched-reply', 'unreadable-reply', 'up'],
    ['not-set-up', 'not-set-up', 'down'],
  ] as const satisfies readonly (readonly [InquiryProblem['code'], string, string])[])(
    'that comes to nothing (%s) is told and is not kept',
    async (code, told, connection) => {
      const bench = await uncertain();
      bench.fake.answer = () => Promise.resolve(err({ code }));
      expect(await bench.evidence.look(quoteId(1))).toEqual(err({ code: told }));
      expect(viewOf(bench).looks).toEqual([]);
      expect(bench.counter.state().billers[0]?.connection).toBe(connection);
    },
  );

  it('is asked for with the number and the extras that were paid for', async () => {
    const bench = await uncertain();
    await bench.evidence.look(quoteId(1));
    expect(bench.fake.asked.at(-1)).toBe('inquire pln-postpaid 530000000001');
  });

  it('waits its turn: one exchange at a time, and the screen shows it', async () => {
    const bench = await uncertain();
    const answer = gate<ReturnType<typeof ok<typeof billsFound>>>();
    bench.fake.answer = () => answer.promise;
    const looking = bench.evidence.look(quoteId(1));
    expect(bench.counter.state().exchange).toMatchObject({ kind: 'inquiry', biller: 'teleanjar' });
    expect(await bench.evidence.look(quoteId(1))).toEqual(err({ code: 'busy' }));
    answer.open(ok(billsFound));
    expect((await looking).ok).toBe(true);
  });

  it('is not possible where the counter sells that no longer, and says so beforehand', async () => {
    const bench = await uncertain();
    bench.sellers.replace({
      ...bench.fake.biller,
      services: services.filter(({ product }) => product === 'bpjs'),
    });
    expect(viewOf(bench).canLook).toBe(false);
    expect(await bench.evidence.look(quoteId(1))).toEqual(err({ code: 'cannot-look' }));
  });

  it('that could not be written down is told, and nothing is shown that is not kept', async () => {
    const bench = await uncertain('x', (ledger) => ({
      ...ledger,
      addLook: () => {
        throw new LedgerWriteError('disk-full');
      },
    }));
    expect(await bench.evidence.look(quoteId(1))).toEqual(err({ code: 'ledger-not-written' }));
    expect(viewOf(bench).looks).toEqual([]);
    expect(bench.faults).toHaveLength(1);
  });

  it('is shown twenty times at most, the newest first', async () => {
    const bench = await uncertain();
    for (let look = 0; look < 22; look += 1) {
      bench.clock.pass(1000);
      await bench.evidence.look(quoteId(1));
    }
    const { looks } = viewOf(bench);
    expect(looks).toHaveLength(20);
    expect(looks[0]?.at).toBe(bench.clock.now());
  });
});
