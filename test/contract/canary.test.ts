import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { viewPayment } from '../../electron/app/payment-view.ts';
import type { BillerSecrets } from '../../shared/biller-profile.ts';
import { rupiah } from '../../shared/money.ts';
import { answer, reply, type Call } from '../servers/scripted-server.ts';
import { callsOf, faults } from './faults/all-faults.ts';
import { noonClock } from './house.ts';
import { misbehave } from './misbehave.ts';
import { openScriptedCounter, type ScriptedCounter } from './scripted-counter.ts';
import { formsOf } from './secret-forms.ts';
import { wireForms, type FormCall, type WireForm } from './wire-forms.ts';

/**
 * A canary in every field of both accounts: it sings in the bytes to the biller, and must be heard nowhere else,
 * whatever is called and whatever goes wrong.
 */

const canaries: Readonly<Record<WireForm['biller'], BillerSecrets>> = {
  teleanjar: {
    uuid: 'CanaryPartner/7+Q',
    username: 'canary-user&Zk31',
    password: 'canary pass?<ü>%"9',
    apiKey: 'canary/KEY+42==Lm',
  },
  iak: { username: '0812-canary<9931>', apiKey: 'canary+key/iak&77' },
};

/** What the two billers are sent beside the secrets themselves that gives them away. */
interface Sent {
  readonly body: string;
  readonly fields: Readonly<Record<string, string>>;
}

describe.each(wireForms)('$name', (form) => {
  it('is the only one to hear of the account', async () => {
    const secrets = canaries[form.biller];
    const counter = await openScriptedCounter(form, 'patient', secrets);
    try {
      const states: string[] = [];
      counter.house.counter.onChange((state) => states.push(JSON.stringify(state)));
      const told: unknown[] = [];
      const sent: Sent[] = [];
      const collect = (): void =>
        void sent.push(...requestsIn(counter.server.received.toString('utf8'), form));

      await sellWell(counter, told);
      collect();
      for (const fault of faults) {
        if (fault.pace === 'hasty') continue;
        for (const call of callsOf(fault, form)) {
          counter.next(fault.number);
          await tell(counter, call, () => misbehave(counter, call, fault), told);
          collect();
        }
      }
      counter.next();
      await askTheRest(counter, told);
      collect();

      const surfaces = surfacesOf(counter, told, states);
      expectToSing(form, secrets, sent);
      for (const [where, text] of surfaces) expectSilence(where, text, secrets, sent);
    } finally {
      await counter.close();
    }
  }, 120_000);
});

/** The request again, in the words of a refusal. */
const echo = ({ biller }: WireForm, body: string): string =>
  biller === 'teleanjar'
    ? JSON.stringify({ response: `KILLME: TIDAK DIKENAL ${body}` })
    : JSON.stringify({ response_code: '05', message: `UNKNOWN ${body}` });

describe.each(wireForms)('$name that repeats what it was sent', (form) => {
  it('is not repeated in turn: neither states nor views nor log have any of it', async () => {
    const secrets = canaries[form.biller];
    const counter = await openScriptedCounter(form, 'patient', secrets);
    try {
      const { house, server } = counter;
      const states: string[] = [];
      house.counter.onChange((state) => states.push(JSON.stringify(state)));
      const told: unknown[] = [];
      const repeat = (call: Call): void =>
        server.script(call, (socket, { body }) => socket.end(answer(echo(form, body))));
      repeat('inquiry');
      told.push(await house.sale.inquire({ product: 'pln-postpaid', number: counter.sale.number }));
      counter.answerWell('inquiry');
      const quote = await counter.quote();
      for (const call of ['inquiry', 'payment', 'status', 'price-list', 'balance'] as const) repeat(call);
      expect(await counter.pay(quote)).toBe('unknown unclear-answer');
      expect(await counter.check(quote.id)).toBe('asked');
      told.push(await house.biller.testConnection(clockNow()), await house.biller.askDeposit?.(clockNow()));
      told.push(await house.biller.priceList?.(clockNow()));

      const sent = requestsIn(server.received.toString('utf8'), form);
      const payment = house.ledger.payment(quote.id);
      if (payment === undefined) throw new Error('nothing was paid');
      const shown: readonly (readonly [string, string])[] = [
        ['what was told', JSON.stringify(told)],
        ['the states of the counter', states.join('\n')],
        ['the outcome', JSON.stringify(payment.outcome)],
        ['the request that is kept', payment.request],
        ['the log', [...house.faults, ...house.notes].join('\n')],
      ];
      expect(JSON.stringify([told, payment.outcome])).toContain('[secret]');
      for (const [where, text] of shown) expectSilence(where, text, secrets, sent);
    } finally {
      await counter.close();
    }
  });
});

describe('the search', () => {
  it.each(Object.values(canaries).flatMap((secrets) => Object.values(secrets)))(
    'finds %s in every form',
    (secret) => {
      for (const [name, form] of formsOf(secret)) {
        expect(() => expectSilence('here', `{"x":"ab${form}cd"}`, { secret }, []), name).toThrow();
      }
      for (const before of ['', 'a', 'ab', 'abc']) {
        const encoded = Buffer.from(`${before}${secret}|tail`).toString('base64');
        expect(() => expectSilence('here', encoded, { secret }, []), before).toThrow();
      }
      expect(() => expectSilence('here', 'nothing of it', { secret }, [])).not.toThrow();
    },
  );

  it('finds a signature among other digits', () => {
    const signature = createHash('md5').update('x').digest('hex');
    const sent: readonly Sent[] = [{ body: '', fields: { signature } }];
    expect(() => expectSilence('here', `00${signature.toUpperCase()}ff`, {}, sent)).toThrow();
    expect(() => expectSilence('here', createHash('md5').update('y').digest('hex'), {}, sent)).not.toThrow();
  });
});

const clockNow = () => noonClock.now();

/** A sale, its receipt, its status and a reprint, as they should be. */
async function sellWell(counter: ScriptedCounter, told: unknown[]): Promise<void> {
  const { house } = counter;
  counter.answerWell('inquiry');
  counter.answerWell('payment');
  const quote = await counter.quote();
  expect(await counter.pay(quote)).toBe('paid');
  house.receipts.reprint(quote.id);
  told.push(quote, house.receipts.text(quote.id));
  const lost = await lose(counter);
  counter.answerWell('status');
  expect(await counter.check(lost)).toBe('asked');
  expect(house.outcomeOf(lost)).toBe('paid');
}

async function lose(counter: ScriptedCounter) {
  counter.next();
  return counter.lostPayment();
}

/** Makes one call while the far end misbehaves, and keeps what main says of it. */
async function tell(
  counter: ScriptedCounter,
  call: FormCall,
  misbehaving: () => void,
  told: unknown[],
): Promise<void> {
  const { house } = counter;
  switch (call) {
    case 'inquiry':
      misbehaving();
      told.push(await house.sale.inquire({ product: 'pln-postpaid', number: counter.sale.number }));
      return;
    case 'payment': {
      counter.answerWell('inquiry');
      const quote = await counter.quote();
      misbehaving();
      told.push(await house.pay(quote.id));
      return;
    }
    case 'status': {
      const lost = await counter.lostPayment();
      misbehaving();
      told.push(await house.checker.checkNow(lost));
      return;
    }
    case 'price-list':
      misbehaving();
      told.push(await house.biller.priceList?.(clockNow()));
  }
}

/** The calls that no sale makes, answered well, refused, and not at all. */
async function askTheRest(counter: ScriptedCounter, told: unknown[]): Promise<void> {
  const { house, server, form } = counter;
  const { biller } = house;
  counter.answerWell('inquiry');
  if (form.calls.includes('price-list')) counter.answerWell('price-list');
  server.script('balance', reply('{"data":{"balance":5000,"message":"SUCCESS","rc":"00"}}'));
  const ask = async (): Promise<void> => {
    told.push(biller.account(), await biller.testConnection(clockNow()));
    told.push(await biller.askDeposit?.(clockNow()), await biller.priceList?.(clockNow()));
    told.push(await house.sale.inquire({ product: 'pln-prepaid', number: '53000000001' }));
    const wanted = { product: 'telkom-pstn', number: '023158334621', extras: { amount: rupiah(1) } } as const;
    told.push(await house.sale.inquire(wanted));
  };
  await ask();
  for (const body of [
    '{"response":"KILLME:SIGNATURE TIDAK SESUAI"}',
    '{"response_code":"100","message":"INVALID"}',
    '',
  ]) {
    for (const call of ['inquiry', 'balance', 'price-list'] as const) {
      server.script(call, (socket) => socket.end(answer(body)));
    }
    await ask();
  }
  server.interrupt((socket) => socket.resetAndDestroy());
  await ask();
  await server.close();
  await ask();
}

/** Everything that main keeps, shows, logs or prints, by where it is. */
function surfacesOf(
  { house, folder }: ScriptedCounter,
  told: readonly unknown[],
  states: readonly string[],
): ReadonlyMap<string, string> {
  const { ledger, checker, biller } = house;
  const payments = ledger.recentPayments(10_000).flatMap(({ id }) => ledger.payment(id) ?? []);
  expect(payments.length).toBeGreaterThan(100);
  const jobs = payments.flatMap(({ quote }) => ledger.printJobs.latestOf(quote.id) ?? []);
  expect(jobs.length).toBeGreaterThan(0);
  expect(states.length).toBeGreaterThan(100);
  const views = payments.map((record) =>
    viewPayment({
      record,
      ledger: ledger.kind,
      receipt: ledger.printJobs.standingOf(record.quote.id),
      interim: undefined,
      isScreen: () => true,
      isOwed: false,
      unsaved: undefined,
      known: { refusal: null, checking: checker.checking(record), canTakeForFinal: false },
    }),
  );
  const requests = payments.flatMap(({ quote, request }) => [
    request,
    ledger.inquiryOf(quote.id)?.request ?? '',
    ...ledger.statusOf(quote.id).map((status) => status.request),
  ]);
  const files = fs
    .readdirSync(folder)
    .map((name) => [`the file ${name}`, fs.readFileSync(path.join(folder, name), 'latin1')] as const);
  expect(files.map(([name]) => name)).toEqual(
    expect.arrayContaining(['the file ledger.db', 'the file ledger.db-wal']),
  );
  return new Map<string, string>([
    ...files,
    ['what was told', JSON.stringify(told)],
    ['the states of the counter', states.join('\n')],
    ['the views', JSON.stringify(views)],
    ['the requests that are kept', requests.join('\n')],
    ['the prints', jobs.map(({ bytes }) => Buffer.from(bytes).toString('latin1')).join('\n')],
    ['the log', [...house.faults, ...house.notes].join('\n')],
    ['the account', JSON.stringify([biller.account(), biller.services])],
  ]);
}

/** The requests in what a server received. */
function requestsIn(received: string, { biller, syntax }: WireForm): readonly Sent[] {
  const bodies = received.split(/POST \S+ HTTP\/1\.1\r\n/).slice(1);
  return bodies.flatMap((request): readonly Sent[] => {
    const body = request.slice(request.indexOf('\r\n\r\n') + 4);
    // The deposit is asked for in JSON, whatever the form.
    if (biller === 'iak' && syntax === 'xml' && body.startsWith('<')) {
      const sign = /<sign>(\w+)<\/sign>/.exec(body)?.[1] ?? '';
      return [{ body, fields: { sign } }];
    }
    try {
      return [{ body, fields: JSON.parse(body) as Readonly<Record<string, string>> }];
    } catch {
      return [];
    }
  });
}

/** The account did go to the biller, in the form its document says, and was signed with: the search is no empty one. */
function expectToSing(form: WireForm, secrets: BillerSecrets, sent: readonly Sent[]): void {
  expect(sent.length).toBeGreaterThan(100);
  const bodies = sent.map(({ body }) => body).join('\n');
  const signatures = new Set(sent.flatMap(({ fields }) => fields['signature'] ?? fields['sign'] ?? []));
  expect(signatures.size).toBeGreaterThan(form.biller === 'teleanjar' ? 1 : 50);
  const heard = (secret: string | undefined): boolean =>
    [...formsOf(secret ?? '').values()].some((each) => bodies.includes(each));
  if (form.biller === 'teleanjar') {
    const { uuid, username, password, apiKey } = secrets;
    expect([uuid, username, password, apiKey].map(heard)).toEqual([true, true, true, true]);
    for (const { fields } of sent) {
      const ppid = Buffer.from(fields['ppid'] ?? '', 'base64').toString();
      const udata = Buffer.from(fields['udata'] ?? '', 'base64').toString();
      expect([`${username}|${password}`, `${username} ${password}`]).toContain(ppid);
      const signed = `tele-android-${uuid}${fields['dtime']}${ppid}${udata}${apiKey}-indonesia`;
      expect(fields['signature']).toBe(createHash('md5').update(signed).digest('hex'));
    }
    return;
  }
  const { username, apiKey } = secrets;
  // The key signs and is never sent.
  expect([username, apiKey].map(heard)).toEqual([true, false]);
  const sign = (suffix: string): string =>
    createHash('md5').update(`${username}${apiKey}${suffix}`).digest('hex');
  for (const suffix of ['cs', 'pl', 'bl']) expect(signatures).toContain(sign(suffix));
}

function expectSilence(where: string, text: string, secrets: BillerSecrets, sent: readonly Sent[]): void {
  for (const [field, secret] of Object.entries(secrets)) {
    for (const [name, form] of formsOf(secret)) {
      expect(text.includes(form) ? `${field} ${name} in ${where}` : 'silence').toBe('silence');
      // Files are read byte by byte.
      const bytes = Buffer.from(form, 'utf8').toString('latin1');
      expect(text.includes(bytes) ? `${field} ${name} in ${where}` : 'silence').toBe('silence');
    }
  }
  const ppids = new Set(sent.flatMap(({ fields }) => fields['ppid'] ?? []));
  for (const ppid of ppids) expect(text.includes(ppid) ? `ppid in ${where}` : 'silence').toBe('silence');
  const signatures = new Set(sent.flatMap(({ fields }) => fields['signature'] ?? fields['sign'] ?? []));
  for (const [digits] of text.matchAll(/[0-9a-f]{32,}/gi)) {
    for (let at = 0; at + 32 <= digits.length; at += 1) {
      const found = signatures.has(digits.slice(at, at + 32).toLowerCase());
      expect(found ? `a signature in ${where}` : 'silence').toBe('silence');
    }
  }
}
