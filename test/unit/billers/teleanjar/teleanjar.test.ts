import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Biller } from '../../../../electron/billers/biller.ts';
import { teleanjar } from '../../../../electron/billers/teleanjar/teleanjar.ts';
import type { BillerProfile, BillerSecrets, Service } from '../../../../shared/biller-profile.ts';
import { rupiah } from '../../../../shared/money.ts';
import { paymentOutcomeSchema } from '../../../../shared/payment/outcome.ts';
import type { Quote } from '../../../../shared/payment/quote.ts';
import { instant, parseDateTime } from '../../../../shared/time.ts';
import { startGateway, type Gateway } from './gateway.ts';
import { sample, sampleQuotes } from './samples.ts';

const secrets = { uuid: 'PARTNER01', username: 'demo', password: 'secret', apiKey: 'KEY123' };
const at = parseDateTime('2018-05-30 15:02:26', 'WIB') ?? instant(0);
const never = new AbortController().signal;
const [postpaid] = teleanjar.form.defaults.services;
const service: Service = postpaid ?? { product: 'pln-postpaid', code: 'none', name: 'none', asks: [] };
const asking = { service, customerNumber: '123456789282', extras: {}, at };

describe('Teleanjar', () => {
  let gateway: Gateway;

  beforeEach(async () => {
    gateway = await startGateway();
  });
  afterEach(() => gateway.close());

  const connect = (
    change: Partial<BillerProfile> = {},
    credentials: () => BillerSecrets | undefined = () => secrets,
  ): Biller =>
    teleanjar.connect({
      profile: { ...teleanjar.form.defaults, baseUrl: gateway.baseUrl, ...change },
      credentials,
      lateMs: 50,
    });

  it('is asked for a bill by code and number, and both sides of it are kept without a secret', async () => {
    gateway.answer = () => ({ body: sample('inquiry-pln-postpaid') });
    const found = await connect().inquire(asking, never);
    expect(gateway.arrived).toMatchObject([
      {
        action: 'inquiry',
        udata: 'TELE-PLN-POSTPAID|123456789282',
        ppid: 'demo|secret',
        fields: { uuid: 'PARTNER01', ket: '', dtime: '2018-05-30 15:02:26', 'X-API-KEY': 'KEY123' },
      },
    ]);
    if (!found.ok) throw new Error(found.error.code);
    const { exchange } = found.value;
    expect(exchange.request).toMatch(
      /^POST http:\/\/127\.0\.0\.1:\d+\/tele-api-v3\/h2h\/trxdev\/inquiry\n\{/,
    );
    expect(new TextDecoder().decode(exchange.reply.body)).toBe(sample('inquiry-pln-postpaid'));
    const kept = exchange.request.replaceAll('[secret]', '');
    const sent = gateway.arrived[0]?.fields ?? {};
    for (const secret of [...Object.values(secrets), sent['ppid'], sent['signature']]) {
      expect(kept).not.toContain(secret);
    }
  });

  it('is asked with an amount where one was chosen, and joins by the separator that is set', async () => {
    gateway.answer = () => ({ body: { response: 'SWT:0013' } });
    const biller = connect({ options: { separator: 'blank' } });
    await biller.inquire({ ...asking, extras: { amount: rupiah(50_000) } }, never);
    expect(gateway.arrived).toMatchObject([
      { udata: 'TELE-PLN-POSTPAID 123456789282 50000', ppid: 'demo secret' },
    ]);
  });

  it('that breaks off, is stopped or is not there gives no bill', async () => {
    const biller = connect();
    expect(await biller.inquire(asking, never)).toEqual({ ok: false, error: { code: 'no-answer' } });

    const stop = new AbortController();
    gateway.answer = () => {
      stop.abort();
      return { body: sample('inquiry-pln-postpaid') };
    };
    expect(await biller.inquire(asking, stop.signal)).toEqual({ ok: false, error: { code: 'abandoned' } });

    await gateway.close();
    expect(await biller.inquire(asking, never)).toEqual({ ok: false, error: { code: 'no-connection' } });
    expect(await biller.openPayment(sampleQuotes['pln-postpaid'], at)).toEqual({
      ok: false,
      error: { code: 'no-connection' },
    });
  });

  it('sends nothing of a payment before it is told, sends it once, and is believed', async () => {
    gateway.answer = () => ({ body: sample('payment-pln-prepaid') });
    const quote: Quote = { ...sampleQuotes['pln-prepaid'], denomination: rupiah(20_000) };
    const biller = connect();
    const line = await biller.openPayment(quote, at);
    if (!line.ok) throw new Error(line.error.code);
    expect(gateway.arrived).toEqual([]);
    expect({ host: line.value.host, account: line.value.account }).toEqual(biller.account());

    const sent = line.value.send();
    expect(() => line.value.send()).toThrow();
    const reply = await sent.byDeadline;
    expect(gateway.arrived).toMatchObject([{ action: 'payment', udata: 'TELE-ANY|12345678901|R1|20000' }]);
    if (reply === undefined) throw new Error('no answer');
    expect(biller.readPaymentReply(quote, reply)).toMatchObject({
      outcome: { kind: 'paid', confirmation: { token: '67220840878184841314' } },
      deposit: 901_256_709,
    });
    expect(await sent.late).toBeUndefined();
  });

  it('pays for an amount that was asked with it, and leaves it out where there is none', async () => {
    gateway.answer = () => ({ body: { response: 'SWT:0068' } });
    const biller = connect();
    const quote = sampleQuotes['pln-postpaid'];
    for (const each of [quote, { ...quote, extras: { amount: rupiah(70_000) } }]) {
      const line = await biller.openPayment(each, at);
      if (!line.ok) throw new Error(line.error.code);
      await line.value.send().byDeadline;
    }
    expect(gateway.arrived.map(({ udata }) => udata)).toEqual([
      'TELE-ANY|123456792482|R1',
      'TELE-ANY|123456792482|R1|70000',
    ]);
  });

  it('is paid by nobody on a line that was given up', async () => {
    const line = await connect().openPayment(sampleQuotes['pln-postpaid'], at);
    if (!line.ok) throw new Error(line.error.code);
    line.value.abandon();
    expect(() => line.value.send()).toThrow();
    expect(gateway.arrived).toEqual([]);
  });

  it('rejects by the list of the profile', () => {
    const quote = sampleQuotes['pln-postpaid'];
    const reply = {
      status: 200,
      date: null,
      body: new TextEncoder().encode('{"response":"KILLME: PRODUK TUTUP"}'),
      complete: true,
    };
    expect(connect().readPaymentReply(quote, reply).outcome.kind).toBe('unknown');
    expect(connect({ finalAnswers: ['PRODUK TUTUP'] }).readPaymentReply(quote, reply).outcome).toEqual({
      kind: 'rejected',
      code: '',
      text: 'PRODUK TUTUP',
    });
  });

  it('shows no words longer than the ledger keeps, nor the account in them', async () => {
    const account = { ...secrets, password: 'kata' };
    const response = `${'kata '.repeat(70)}demo`;
    gateway.answer = () => ({ body: { response } });
    const biller = connect({ options: { statusCall: 'on' } }, () => account);
    const found = await biller.inquire(asking, never);
    const test = await biller.testConnection(at);
    const quote = sampleQuotes['pln-postpaid'];
    const line = await biller.openPayment(quote, at);
    const reply = line.ok ? await line.value.send().byDeadline : undefined;
    if (reply === undefined) throw new Error('no answer');
    const { outcome } = biller.readPaymentReply(quote, reply);
    expect(paymentOutcomeSchema.safeParse(outcome).success).toBe(true);
    const read = biller.status?.read({ quote, sentAt: at }, reply);
    const told = [
      found.ok ? '' : found.error.billerText,
      test.detail,
      outcome.kind === 'unknown' ? outcome.text : '',
      read?.kind === 'open' ? read.text : '',
    ];
    expect(told).toEqual(Array.from({ length: 4 }, () => '[secret] '.repeat(34).slice(0, 300)));
  });

  it('is asked what became of a payment only where the owner has turned that on', async () => {
    expect(connect().status).toBeUndefined();
    expect(connect({ options: {} }).status).toBeUndefined();
    gateway.answer = () => ({ body: sample('payment-pln-postpaid') });
    const { status } = connect({ options: { statusCall: 'on' } });
    if (status === undefined) throw new Error('no status call');
    const payment = { quote: sampleQuotes['pln-postpaid'], sentAt: at };
    const asked = await status.ask(payment, at);
    expect(gateway.arrived).toMatchObject([
      { action: 'cek_status', udata: 'TELE-ANY|123456792482|2018-05-30' },
    ]);
    if (!asked.ok) throw new Error(asked.error.code);
    const [exchange] = asked.value;
    if (exchange === undefined) throw new Error('no answer');
    expect(exchange.request).not.toContain('KEY123');
    expect(status.read(payment, exchange.reply).kind).toBe('paid');
  });

  it('is tried out, and tells which separator it takes', async () => {
    gateway.answer = ({ ppid }) => ({
      body: { response: ppid === 'demo secret' ? 'SWT:0014' : 'KILLME:SIGNATURE TIDAK SESUAI' },
      date: new Date(at).toUTCString(),
    });
    const test = await connect().testConnection(at);
    expect(test).toMatchObject({
      verdict: 'wrong-signature',
      better: { option: 'separator', value: 'blank' },
    });
    expect(gateway.arrived.map(({ action }) => action)).toEqual(['inquiry', 'inquiry']);
    expect((await connect({ options: { separator: 'blank' } }).testConnection(at)).verdict).toBe('ok');
  });

  it('calls nobody until address and secrets are there', async () => {
    const { password: _left, ...incomplete } = secrets;
    for (const biller of [
      connect({ baseUrl: '' }),
      connect({ baseUrl: 'http://host.example/trx' }),
      connect({}, () => undefined),
      connect({}, () => incomplete),
    ]) {
      const notSetUp = { ok: false, error: { code: 'not-set-up' } };
      expect(biller.account()).toBeUndefined();
      expect(await biller.inquire(asking, never)).toEqual(notSetUp);
      expect(await biller.openPayment(sampleQuotes['pln-postpaid'], at)).toEqual(notSetUp);
      expect(await biller.testConnection(at)).toEqual({ verdict: 'not-set-up' });
    }
    expect(gateway.arrived).toEqual([]);
  });

  it('asks for its secrets at each call and keeps none', async () => {
    gateway.answer = () => ({ body: { response: 'SWT:0014' } });
    let given: BillerSecrets | undefined = secrets;
    const biller = connect({}, () => given);
    await biller.inquire(asking, never);
    given = undefined;
    expect(await biller.inquire(asking, never)).toMatchObject({ error: { code: 'not-set-up' } });
    expect(gateway.arrived).toHaveLength(1);
  });

  it('has what its definition says', () => {
    const biller = connect();
    expect(biller).toMatchObject({
      id: 'teleanjar',
      name: 'Teleanjar',
      services: teleanjar.form.defaults.services,
      deadlines: { inquiryMs: 45_000, paymentMs: 45_000 },
    });
    expect(biller.askDeposit).toBeUndefined();
    expect(biller.priceList).toBeUndefined();
    expect(biller.explain('SWT:0014')?.id.reason).toBe('nomor pelanggan tidak dikenal');
    expect(teleanjar.ledgerKindOf(gateway.baseUrl)).toBe('sandbox');
  });
});
