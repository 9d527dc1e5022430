import { describe, expect, it } from 'vitest';
import { createTakeForFinal } from '../../../electron/app/take-for-final.ts';
import type { PaymentReading, RawReply } from '../../../electron/billers/biller.ts';
import type { LedgerKind } from '../../../shared/ledger-kind.ts';
import type { Quote } from '../../../shared/payment/quote.ts';
import { err, ok } from '../../../shared/result.ts';
import { quoteId, reply } from '../ledger/documents.ts';
import { fakeBiller } from './fake-biller.ts';
import { saleBench } from './sale-bench.ts';

const unclear = (): PaymentReading => ({
  outcome: { kind: 'unknown', reason: 'unclear-answer', text: 'DITOLAK PUSAT' },
});

/** A payment answered by a text, and a biller that takes the text for final once the owner said so. */
async function answeredByText(kind: LedgerKind = 'sandbox', read = unclear) {
  const bench = saleBench(undefined, kind);
  bench.fake.read = read;
  bench.fake.byDeadline = () => Promise.resolve({ ...reply('DITOLAK PUSAT'), date: null });
  bench.putQuote(1);
  await bench.pay(quoteId(1));
  const table: string[] = [];
  const finals = createTakeForFinal({
    ...bench,
    checkPin: (pin) => Promise.resolve(pin === '1234' ? ok(undefined) : err('wrong-pin')),
    mayAdd: (_biller, answer) => answer !== '0068',
    add(biller, answer) {
      table.push(`${biller} ${answer}`);
      return ok(undefined);
    },
    reconnect: () => ({
      ...fakeBiller().biller,
      readPaymentReply: (_quote: Quote, _reply: RawReply) => ({
        outcome: { kind: 'rejected', code: '', text: 'DITOLAK PUSAT' },
      }),
    }),
  });
  const record = () => bench.ledger.payment(quoteId(1));
  return { ...bench, table, finals, record };
}

describe('taking an answer for a final refusal', () => {
  it('asks for the owner’s PIN, adds the text to the biller’s table, and settles the payment by its stored reply', async () => {
    const { finals, table, record, ledger, sends } = await answeredByText();
    expect(await finals.take(quoteId(1), '0000')).toEqual(err({ code: 'wrong-pin' }));
    expect(table).toEqual([]);
    expect(record()?.state).toBe('unknown');
    expect(await finals.take(quoteId(1), '1234')).toEqual(ok(undefined));
    expect(table).toEqual(['teleanjar DITOLAK PUSAT']);
    expect(record()).toMatchObject({ state: 'rejected' });
    expect(ledger.events(quoteId(1)).at(-1)).toMatchObject({ actor: 'owner', to: 'rejected' });
    expect(sends()).toBe(1);
  });

  it.each([
    ['in training, whose words are not the real biller’s', 'training', unclear],
    [
      'of a reply that could not be read',
      'live',
      () => ({ outcome: { kind: 'unknown', reason: 'unreadable-reply' } }),
    ],
    [
      'of a reply that speaks of somebody else',
      'live',
      () => ({ outcome: { kind: 'unknown', reason: 'mismatched-reply' } }),
    ],
    [
      'of a code that never is final',
      'live',
      () => ({ outcome: { kind: 'unknown', reason: 'unclear-answer', code: '0068' } }),
    ],
  ] as const)('is not possible %s', async (_what, kind, read) => {
    const { finals, record, table } = await answeredByText(kind, read as typeof unclear);
    const payment = record();
    expect(payment !== undefined && finals.isPossible(payment)).toBe(false);
    expect(await finals.take(quoteId(1), '1234')).toEqual(err({ code: 'no-such-text' }));
    expect(table).toEqual([]);
  });

  it('settles a payment once only', async () => {
    const { finals, table } = await answeredByText();
    await finals.take(quoteId(1), '1234');
    expect(await finals.take(quoteId(1), '1234')).toEqual(err({ code: 'no-such-text' }));
    expect(table).toHaveLength(1);
  });
});
