import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { iak } from '../../../../electron/billers/iak/iak.ts';
import {
  billerFormSchema,
  billerProfileSchema,
  connectionTestSchema,
  type BillerProfile,
} from '../../../../shared/biller-profile.ts';
import { paymentOutcomeSchema } from '../../../../shared/payment/outcome.ts';
import { quoteSchema } from '../../../../shared/payment/quote.ts';
import { instant } from '../../../../shared/time.ts';
import { telkomData, telkomQuote } from './telkom-sample.ts';

const secrets = { username: '081234567890', apiKey: 'key-that-nobody-may-see' };
const at = instant(Date.now());
const patient = new AbortController().signal;
const telkom = iak.form.defaults.services.find(({ code }) => code === 'TELKOMPSTN');

const profileAt = (baseUrl: string, more: Partial<BillerProfile> = {}): BillerProfile => ({
  ...iak.form.defaults,
  baseUrl,
  ...more,
});

interface Received {
  readonly url: string;
  readonly type: string;
  readonly body: string;
}

const servers: http.Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A server that gives `answer` and keeps what it was sent. */
async function serve(
  answer: (body: string) => unknown,
): Promise<{ readonly baseUrl: string; readonly received: readonly Received[] }> {
  const received: Received[] = [];
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      received.push({ url: request.url ?? '', type: request.headers['content-type'] ?? '', body });
      response.end(JSON.stringify(answer(body)));
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received };
}

const connect = (profile: BillerProfile, credentials: typeof secrets | undefined = secrets) =>
  iak.connect({ profile, credentials: () => credentials });

describe('the form', () => {
  it('is what the settings can draw, and starts with a profile that can be saved', () => {
    expect(billerFormSchema.parse(iak.form)).toEqual(iak.form);
    expect(billerProfileSchema.safeParse(iak.form.defaults).success).toBe(true);
  });

  it('knows the two hosts for what they are', () => {
    expect(iak.form.hosts.map(({ baseUrl }) => iak.ledgerKindOf(baseUrl))).toEqual(['sandbox', 'live']);
  });

  it('starts with choices that it offers', () => {
    for (const { key, choices } of iak.form.options) {
      expect(choices.map(({ value }) => value)).toContain(iak.form.defaults.options[key]);
    }
  });
});

describe('IAK', () => {
  it('is not set up without an address that may be called, or without one of the secrets', async () => {
    const biller = [
      connect(profileAt('')),
      connect(profileAt('http://mobilepulsa.net')),
      iak.connect({ profile: profileAt('https://mobilepulsa.net'), credentials: () => undefined }),
      connect(profileAt('https://mobilepulsa.net'), { ...secrets, apiKey: '' }),
    ];
    for (const each of biller) {
      expect(each.account()).toBeUndefined();
      expect(await each.openPayment(telkomQuote, at)).toEqual({ ok: false, error: { code: 'not-set-up' } });
      expect(await each.priceList?.(at)).toEqual({ ok: false, error: { code: 'not-set-up' } });
      expect(await each.status?.ask({ quote: telkomQuote, sentAt: at }, at)).toEqual({
        ok: false,
        error: { code: 'not-set-up' },
      });
      expect(await each.testConnection(at)).toEqual({ verdict: 'not-set-up' });
    }
  });

  it('names its account so that nobody can tell whose it is, the same for any key', () => {
    const account = connect(profileAt('https://mobilepulsa.net')).account();
    expect(account?.host).toBe('mobilepulsa.net');
    expect(account?.account).toMatch(/^[0-9a-f]{16}$/);
    expect(connect(profileAt('https://mobilepulsa.net'), { ...secrets, apiKey: 'x' }).account()).toEqual(
      account,
    );
    expect(
      connect(profileAt('https://mobilepulsa.net'), { ...secrets, username: 'x' }).account(),
    ).not.toEqual(account);
  });

  it('inquires with an id of its own each time, and gives what a quote is made of', async () => {
    const { baseUrl, received } = await serve((body) => ({
      data: { ...telkomData, ref_id: JSON.parse(body).ref_id },
    }));
    const biller = connect(profileAt(baseUrl));
    if (telkom === undefined) throw new Error('no such service');
    const request = { service: telkom, customerNumber: '6391601201', extras: {}, at };
    const [first, second] = [await biller.inquire(request, patient), await biller.inquire(request, patient)];
    if (!first.ok || !second.ok || first.value.kind !== 'bills') throw new Error('not found');
    expect(received.map(({ url }) => url)).toEqual(['/api/v1/bill/check', '/api/v1/bill/check']);
    expect(first.value.ourReference).not.toBe(second.value.ourReference);
    expect(JSON.parse(received[0]?.body ?? '').ref_id).toBe(first.value.ourReference);
    const { customer, bills, inquiryId, ourReference } = first.value;
    const quote = { ...telkomQuote, customer, bills, inquiryId, ourReference };
    expect(quoteSchema.safeParse(quote).success).toBe(true);
  });

  it('sends a payment once, on the connection it was opened with, and keeps the request without secrets', async () => {
    for (const format of ['json', 'xml'] as const) {
      const { baseUrl, received } = await serve(() => ({ data: telkomData }));
      const biller = connect(profileAt(baseUrl, { options: { format } }));
      const line = await biller.openPayment(telkomQuote, at);
      if (!line.ok) throw new Error('no line');
      expect(received).toEqual([]);
      const reply = await line.value.send().byDeadline;
      expect(() => line.value.send()).toThrow();
      expect(received).toHaveLength(1);
      expect(received[0]?.type).toBe(`application/${format}`);
      expect(received[0]?.body).toContain(secrets.username);
      expect(received[0]?.body).toContain('9732432');
      for (const secret of Object.values(secrets)) expect(line.value.request).not.toContain(secret);
      expect(line.value.request).not.toMatch(/[0-9a-f]{32}/);
      expect(line.value.request).toContain(`POST ${baseUrl}/api/v1/bill/check\n`);
      expect(reply === undefined ? undefined : biller.readPaymentReply(telkomQuote, reply).outcome.kind).toBe(
        'paid',
      );
    }
  });

  it('asks for the status by our own id and can do so again', async () => {
    const { baseUrl, received } = await serve(() => ({ data: { ...telkomData, status: 1 } }));
    const { status } = connect(profileAt(baseUrl));
    const payment = { quote: telkomQuote, sentAt: at };
    const asked = await status?.ask(payment, at);
    expect(JSON.parse(received[0]?.body ?? '')).toMatchObject({
      commands: 'checkstatus',
      ref_id: '091283746520',
    });
    const replies = asked?.ok === true ? asked.value : [];
    expect(replies.map(({ reply }) => status?.read(payment, reply).kind)).toEqual(['paid']);
    expect(replies.map(({ request }) => request).join()).not.toContain(secrets.username);
  });

  it('never repeats its secrets in a word of its own, whatever a server sends back', async () => {
    const { baseUrl } = await serve((body) => ({ data: { response_code: '17', message: `no: ${body}` } }));
    const biller = connect(profileAt(baseUrl));
    if (telkom === undefined) throw new Error('no such service');
    const line = await biller.openPayment(telkomQuote, at);
    if (!line.ok) throw new Error('no line');
    const reply = await line.value.send().byDeadline;
    if (reply === undefined) throw new Error('no answer');
    const said = JSON.stringify([
      await biller.inquire({ service: telkom, customerNumber: '6391601201', extras: {}, at }, patient),
      biller.readPaymentReply(telkomQuote, reply),
      biller.status?.read({ quote: telkomQuote, sentAt: at }, reply),
      await biller.priceList?.(at),
      await biller.askDeposit?.(at),
      await biller.testConnection(at),
    ]);
    expect(said.match(/no: /g)).toHaveLength(6);
    for (const secret of Object.values(secrets)) expect(said).not.toContain(secret);
    expect(said).not.toMatch(/[0-9a-f]{32}/);
  });

  it('shows no words longer than is kept, also where blanking its secrets made them longer', async () => {
    const { baseUrl } = await serve(() => ({
      data: { response_code: '17', message: `${'kata '.repeat(58)}${secrets.username} 08123456789012` },
    }));
    const biller = connect(profileAt(baseUrl), { ...secrets, apiKey: 'kata' });
    if (telkom === undefined) throw new Error('no such service');
    const line = await biller.openPayment(telkomQuote, at);
    const reply = line.ok ? await line.value.send().byDeadline : undefined;
    if (reply === undefined) throw new Error('no answer');
    const { outcome } = biller.readPaymentReply(telkomQuote, reply);
    expect(paymentOutcomeSchema.safeParse(outcome).success).toBe(true);
    const test = await biller.testConnection(at);
    expect(connectionTestSchema.safeParse(test).success).toBe(true);
    const found = await biller.inquire(
      { service: telkom, customerNumber: '6391601201', extras: {}, at },
      patient,
    );
    const shown = '[secret] '.repeat(34).slice(0, 300);
    expect(outcome).toMatchObject({ text: shown });
    expect(found).toMatchObject({ error: { billerText: shown } });
    expect(test.detail).toBe(`17 ${shown}`.slice(0, 300));
  });

  it('tells the deposit in JSON whatever the format, and asks no host that a pin does not stand for', async () => {
    const { baseUrl, received } = await serve(() => ({
      data: { balance: 998_764_950, message: 'SUCCESS', rc: '00' },
    }));
    const biller = connect(profileAt(baseUrl, { options: { format: 'xml' } }));
    expect(await biller.askDeposit?.(at)).toEqual({ ok: true, value: 998_764_950 });
    expect(received).toMatchObject([{ url: '/api/check-balance', type: 'application/json' }]);
    const pin = `${'A'.repeat(43)}=`;
    const pinned = { ...iak.form.defaults.route, pin };
    const asks = (base: string, route = iak.form.defaults.route) =>
      connect(profileAt(base, { route })).askDeposit !== undefined;
    expect(asks('https://mobilepulsa.net')).toBe(true);
    expect(asks('https://mobilepulsa.net', pinned)).toBe(false);
    expect(asks(baseUrl, pinned)).toBe(true);
    expect(asks('https://relay.example.com')).toBe(false);
  });

  it('says that an inquiry was abandoned, and that nobody listens', async () => {
    if (telkom === undefined) throw new Error('no such service');
    const request = { service: telkom, customerNumber: '6391601201', extras: {}, at };
    const { baseUrl } = await serve(() => ({}));
    const biller = connect(profileAt(baseUrl));
    expect(await biller.inquire(request, AbortSignal.abort())).toEqual({
      ok: false,
      error: { code: 'abandoned' },
    });
    for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve));
    expect(await biller.inquire(request, patient)).toEqual({ ok: false, error: { code: 'no-connection' } });
    expect(await biller.openPayment(telkomQuote, at)).toEqual({
      ok: false,
      error: { code: 'no-connection' },
    });
    expect(await biller.testConnection(at)).toMatchObject({ verdict: 'no-network' });
  });

  it('explains the codes of its table', () => {
    const biller = connect(profileAt(''));
    for (const { code, words } of iak.codes) expect(biller.explain(code)).toEqual(words);
    expect(biller.explain('999')).toBeUndefined();
  });
});
