import { describe, expect, it } from 'vitest';
import { createTakeForFinal } from '../../../electron/app/take-for-final.ts';
import { createConnectBillers } from '../../../electron/app/connect-billers.ts';
import type { PaymentReading } from '../../../electron/billers/biller.ts';
import { teleanjar } from '../../../electron/billers/teleanjar/teleanjar.ts';
import { defaultSettings } from '../../../electron/settings/settings-file.ts';
import type { LedgerKind } from '../../../shared/ledger-kind.ts';
import { err, ok } from '../../../shared/result.ts';
import { quoteId, reply } from '../ledger/documents.ts';
import { fakeBiller } from './fake-biller.ts';
import { saleBench } from './sale-bench.ts';

const unclear = (): PaymentReading => ({
  outcome: { kind: 'unknown', reason: 'unclear-answer', text: 'DITOLAK PUSAT' },
});

const refusal = { kind: 'rejected', code: '', text: 'DITOLAK PUSAT' } as const;

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
    approve: (pin) => Promise.resolve(pin === '1234' ? ok({ person: 'Bu Sri' }) : err('wrong-pin')),
    withAnswer: (_biller, answer) =>
      answer === '0068'
        ? err({ code: 'no-such-text' })
        : ok({ ...teleanjar.form.defaults, finalAnswers: [answer] }),
    reader: (_biller, { finalAnswers }) => ({
      readPaymentReply: (_quote, { body }) =>
        finalAnswers.includes(Buffer.from(body).toString()) ? { outcome: refusal } : unclear(),
    }),
    add(biller, answer) {
      table.push(`${biller} ${answer}`);
      return ok(undefined);
    },
    reconnect: () => ({
      ...fakeBiller().biller,
      readPaymentReply: () => ({ outcome: refusal }),
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
    expect(ledger.events(quoteId(1)).at(-1)).toMatchObject({
      actor: 'owner',
      person: 'Bu Sri',
      to: 'rejected',
    });
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
    [
      'of words that would not make the reply a refusal',
      'live',
      () => ({ outcome: { kind: 'unknown', reason: 'unclear-answer', text: 'DITOLAK' } }),
    ],
    ['of no words', 'live', () => ({ outcome: { kind: 'unknown', reason: 'unclear-answer', text: '' } })],
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

describe('an answer of Teleanjar', () => {
  const secrets = { uuid: 'PARTNER01', username: 'demo', password: 'rahasia-1', apiKey: 'KEY123' };
  const paidRow = { idpel: '530000000001', billreff: 'E29AF7F5547E4C68B928908A551DAB34' };

  /** A payment that Teleanjar answered by `said`, on a counter that takes any words for final. */
  async function answeredBy(said: object) {
    const bench = saleBench(undefined, 'live');
    let { finalAnswers } = teleanjar.form.defaults;
    const profile = () => ({ ...teleanjar.form.defaults, baseUrl: 'https://host.example/trx', finalAnswers });
    const connect = createConnectBillers({
      definitions: [teleanjar],
      settings: () => ({ ...defaultSettings, billers: { teleanjar: profile() } }),
      hasCredentials: () => true,
      credentials: () => secrets,
      readCa: () => '',
      train: () => Promise.resolve(undefined),
    });
    bench.fake.read = (quote, raw) =>
      connect.stored('teleanjar')?.readPaymentReply(quote, raw) ?? { outcome: refusal };
    bench.fake.byDeadline = () => Promise.resolve({ ...reply(JSON.stringify(said)), date: null });
    bench.putQuote(1);
    await bench.pay(quoteId(1));
    const longer = (answer: string) => [...finalAnswers, answer];
    const finals = createTakeForFinal({
      ...bench,
      approve: () => Promise.resolve(ok({ person: 'Pemilik' })),
      withAnswer: (_biller, answer) => ok({ ...profile(), finalAnswers: longer(answer) }),
      reader: (biller, wanted) => connect.reader(biller, wanted),
      add(_biller, answer) {
        finalAnswers = longer(answer);
        return ok(undefined);
      },
      reconnect: (biller) => connect.stored(biller),
    });
    const record = () => {
      const payment = bench.ledger.payment(quoteId(1));
      if (payment === undefined) throw new Error('nothing was paid');
      return payment;
    };
    return { finals, record };
  }

  it.each([
    ['plain', 'KILLME: Saldo  tidak cukup', 'Saldo tidak cukup'],
    ['that names the account', 'User demo: saldo tidak cukup', 'User [secret]: saldo tidak cukup'],
    ['with a word like the user’s name', 'Mode demokrasi ditolak', 'Mode demokrasi ditolak'],
  ])('in words %s is taken as it is shown, and rejects', async (_what, response, shown) => {
    const { finals, record } = await answeredBy({ response });
    expect(record()).toMatchObject({ state: 'unknown', outcome: { text: shown } });
    expect(finals.isPossible(record())).toBe(true);
    expect(await finals.take(quoteId(1), '1234')).toEqual(ok(undefined));
    expect(record()).toMatchObject({ state: 'rejected', outcome: { text: shown } });
  });

  it.each([
    ['of more letters than are kept', { response: 'GAGAL '.repeat(51) }],
    ['that grew too long when the account was blanked in it', { response: `GAGAL ${'demo '.repeat(58)}` }],
    ['with a certificate beside it', { response: 'GAGAL', respdata: [paidRow] }],
    ['that says success beside it', { response: 'GAGAL', rc: '00' }],
    ['that is success but for a blank', { response: 'SWT:0000 ' }],
    ['of “already paid”', { response: 'SWT:0034' }],
    ['with a hash in it', { response: `GAGAL ${'a1'.repeat(16)}` }],
    ['in digits alone', { response: '0014' }],
  ])('%s is not offered', async (_what, said) => {
    const { finals, record } = await answeredBy(said);
    expect(record()).toMatchObject({ state: 'unknown', outcome: { reason: 'unclear-answer' } });
    expect(finals.isPossible(record())).toBe(false);
    expect(await finals.take(quoteId(1), '1234')).toEqual(err({ code: 'no-such-text' }));
    expect(record().state).toBe('unknown');
  });
});
