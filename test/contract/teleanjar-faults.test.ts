import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openHouse, type House } from './house.ts';
import {
  answer,
  reply,
  startScriptedServer,
  type Act,
  type ScriptedServer,
} from '../servers/scripted-server.ts';

const number = '530000000001';

const inquiryReply = (change: object = {}, row: object = {}): string =>
  JSON.stringify({
    response: 'SWT:0000',
    respid: 'D8BA9284D292D7D4D277A7F64CFBEA84',
    respdata: [
      {
        idpel: number,
        nama: 'BUDI SANTOSO',
        blth: 'MEI18',
        tarif: 'R1',
        daya: '1300VA',
        tagihan: 300_000,
        admin: 2500,
        total: 302_500,
        ...row,
      },
    ],
    info: '',
    saldo: 901_256_709,
    ...change,
  });

const paymentReply = (change: object = {}, row: object = {}): string =>
  JSON.stringify({
    response: 'SWT:0000',
    respid: '5b0e5b344088e',
    respdata: [
      {
        idpel: number,
        nama: 'BUDI SANTOSO',
        blth: 'MEI18',
        tagihan: 300_000,
        admin: 2500,
        total: 302_500,
        billreff: 'E29AF7F5547E4C68B928908A551DAB34',
        waktu_transaksi: '2018-05-30 15:02:26',
        ...row,
      },
    ],
    info_struk:
      '\u001b@STRUK|IDPEL : 530000000001|CA/tester/20180530150508|02a7b94ec3eeddc6aae5b1cb641cb5ff|',
    saldo: 900_954_209,
    ...change,
  });

const html = '<html><body>It works!</body></html>';
const cutShort: (body: string) => Act = (body) => (socket) => socket.end(answer(body).subarray(0, -40));
const reset: Act = (socket) => void socket.resetAndDestroy();
const hangUp: Act = (socket) => void socket.end();
const silence: Act = () => undefined;
/** After 101 the request would never hear of its end again. */
const switchProtocols: Act = (socket) =>
  void socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n');
const endless: (body: string) => Act = (body) => (socket) =>
  void socket.end(answer(body, { headers: { 'Content-Length': '100000' } }));
const trickle: Act = (socket) => {
  const timer = setInterval(() => socket.writable && socket.write('H'), 5);
  socket.once('close', () => clearInterval(timer));
};

/** What a server does with an answer, what an inquiry then comes to, and a payment. */
const faulty = (
  name: string,
  make: (body: typeof paymentReply) => Act,
  inquiry: string,
  payment: string,
) => ({
  name,
  make,
  inquiry,
  payment,
});

/** What servers do, and what it must come to. A payment is never "rejected" and never sent again by any of it. */
const faults = [
  faulty('resets the connection', () => reset, 'no-answer', 'unknown no-answer'),
  faulty('hangs up without a word', () => hangUp, 'no-answer', 'unknown no-answer'),
  faulty('says nothing', () => silence, 'no-answer', 'unknown no-answer'),
  faulty('trickles for ever', () => trickle, 'no-answer', 'unknown no-answer'),
  faulty('cuts its answer short', (body) => cutShort(body()), 'unreadable-reply', 'unknown unreadable-reply'),
  faulty('switches protocols', () => switchProtocols, 'no-answer', 'unknown no-answer'),
  faulty(
    'announces more than it sends',
    (body) => endless(body()),
    'unreadable-reply',
    'unknown unreadable-reply',
  ),
  faulty(
    'nests deeply',
    (body) =>
      reply(body().replace('"saldo"', `"deep": ${'['.repeat(100_000)}${']'.repeat(100_000)}, "saldo"`)),
    'unreadable-reply',
    'unknown unreadable-reply',
  ),
  faulty(
    'sends sums that no number holds',
    (body) => reply(body({}, { tagihan: 2 ** 53 - 1, admin: 0, total: 2 ** 53 - 1 })),
    'unreadable-reply',
    'unknown unreadable-reply',
  ),
  faulty('sends a page of HTML', () => reply(html), 'unreadable-reply', 'unknown unreadable-reply'),
  faulty('sends nothing at all', () => reply(''), 'unreadable-reply', 'unknown unreadable-reply'),
  faulty(
    'sends half a JSON',
    (body) => reply(body().slice(0, -30)),
    'unreadable-reply',
    'unknown unreadable-reply',
  ),
  faulty(
    'sends Latin-1',
    (body) => reply(Buffer.from(body({ x: 'é' }), 'latin1')),
    'unreadable-reply',
    'unknown unreadable-reply',
  ),
  faulty(
    'answers 500',
    (body) => reply(body(), { status: '500 Oops' }),
    'unreadable-reply',
    'unknown unreadable-reply',
  ),
  faulty(
    'answers 502 with HTML',
    () => reply(html, { status: '502 Bad Gateway' }),
    'unreadable-reply',
    'unknown unreadable-reply',
  ),
  faulty(
    'answers 403',
    () => reply(html, { status: '403 Forbidden' }),
    'refused-by-biller',
    'unknown unreadable-reply',
  ),
  faulty(
    'redirects',
    (body) => reply(body(), { status: '307 Moved', headers: { Location: '/tele-api-v2/h2h/trx/payment' } }),
    'unreadable-reply',
    'unknown unreadable-reply',
  ),
  faulty(
    'names another customer',
    (body) => reply(body({}, { idpel: '530000000002' })),
    'mismatched-reply',
    'unknown mismatched-reply',
  ),
  faulty(
    'adds up wrongly',
    (body) => reply(body({}, { total: 302_501 })),
    'mismatched-reply',
    'unknown mismatched-reply',
  ),
  faulty(
    'leaves the customer out',
    (body) => reply(body({}, { idpel: undefined })),
    'unreadable-reply',
    'unknown unreadable-reply',
  ),
  faulty(
    'has no bills',
    (body) => reply(body({ respdata: [] })),
    'unreadable-reply',
    'unknown unreadable-reply',
  ),
  faulty(
    'has fractions of a rupiah',
    (body) => reply(body({}, { tagihan: 300_000.5 })),
    'unreadable-reply',
    'unknown unreadable-reply',
  ),
  faulty(
    'has negative amounts',
    (body) => reply(body({}, { tagihan: -300_000 })),
    'unreadable-reply',
    'unknown unreadable-reply',
  ),
  faulty(
    'says success with a blank',
    (body) => reply(body({ response: 'SWT:0000 ' })),
    'refused-by-biller',
    'unknown unclear-answer',
  ),
  faulty(
    'says success in small letters',
    (body) => reply(body({ response: 'swt:0000' })),
    'refused-by-biller',
    'unknown unclear-answer',
  ),
  faulty(
    'sends an unknown code',
    (body) => reply(body({ response: 'SWT:1234' })),
    'refused-by-biller',
    'unknown unclear-answer',
  ),
  faulty(
    'says pending',
    (body) => reply(body({ response: 'SWT:0068' })),
    'refused-by-biller',
    'unknown unclear-answer',
  ),
  faulty(
    'says already paid',
    (body) => reply(body({ response: 'SWT:0088' })),
    'refused-by-biller',
    'unknown unclear-answer',
  ),
  faulty(
    'sends words',
    (body) => reply(body({ response: 'KILLME: Maaf, gangguan' })),
    'refused-by-biller',
    'unknown unclear-answer',
  ),
  faulty(
    'repairs are needed in an amount',
    (body) => reply(body({}, { tagihan: '300000' }).replace('"300000"', '"300\\|000"')),
    'unreadable-reply',
    'unknown unreadable-reply',
  ),
  faulty(
    'sends two megabytes',
    (body) => reply(body({ info: 'x'.repeat(2_000_000) })),
    'unreadable-reply',
    'unknown unreadable-reply',
  ),
];

describe('a Teleanjar that', () => {
  let server: ScriptedServer;
  let house: House;
  let folder: string;

  beforeEach(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'loket-faults-'));
    server = await startScriptedServer();
    house = openHouse({
      folder,
      baseUrl: server.baseUrl,
      deadlines: { connect: 500, whole: 300 },
      lateMs: 50,
    });
    server.script('inquiry', reply(inquiryReply()));
    server.script('payment', reply(paymentReply()));
  });

  afterEach(async () => {
    house.close();
    await server.close();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  it('answers as it should is believed', async () => {
    const outcome = await house.buy('pln-postpaid', number);
    expect(outcome).toBe('paid');
    expect(server.posts).toEqual(['inquiry', 'payment']);
    expect(house.counter.state().deposit?.amount).toBe(900_954_209);
  });

  it.each(faults)('$name at inquiry gives $inquiry and no quote', async ({ make, inquiry }) => {
    server.script('inquiry', make(inquiryReply));
    const found = await house.sale.inquire('pln-postpaid', number);
    expect(found.ok ? 'a quote' : found.error.code).toBe(inquiry);
    expect(server.posts).toEqual(['inquiry']);
  });

  it.each(faults)('$name at payment leaves it $payment, once sent', async ({ make, payment }) => {
    server.script('payment', make(paymentReply));
    expect(await house.buy('pln-postpaid', number)).toBe(payment);
    expect(server.posts.filter((post) => post === 'payment')).toHaveLength(1);

    // Nobody may pay for this customer again while it is not settled.
    server.script('inquiry', reply(inquiryReply({ respid: 'AAAA9284D292D7D4D277A7F64CFBEA84' })));
    expect(await house.buy('pln-postpaid', number)).toBe('payment-open');
    expect(server.posts.filter((post) => post === 'payment')).toHaveLength(1);
  });

  it('refuses a payment for certain is believed, and the customer may be served again', async () => {
    server.script('payment', reply(paymentReply({ response: 'SWT:0014' })));
    expect(await house.buy('pln-postpaid', number)).toBe('rejected 0014');
    server.script('inquiry', reply(inquiryReply({ respid: 'AAAA9284D292D7D4D277A7F64CFBEA84' })));
    server.script('payment', reply(paymentReply()));
    expect(await house.buy('pln-postpaid', number)).toBe('paid');
  });

  it('keeps the raw answer of a payment, byte for byte', async () => {
    server.script('payment', reply(html, { status: '502 Bad Gateway' }));
    await house.buy('pln-postpaid', number);
    const [payment] = house.ledger.openPayments();
    expect(payment?.reply?.status).toBe(502);
    expect(new TextDecoder().decode(payment?.reply?.body)).toBe(html);
  });

  it('answers after the deadline settles the payment all the same', async () => {
    house.close();
    house = openHouse({
      folder,
      baseUrl: server.baseUrl,
      deadlines: { connect: 500, whole: 50 },
      lateMs: 5000,
    });
    let late: (() => void) | undefined;
    server.script('payment', (socket) => {
      late = () => socket.end(answer(paymentReply()));
    });
    expect(await house.buy('pln-postpaid', number)).toBe('unknown no-answer');
    late?.();
    await expect.poll(() => house.ledger.openPayments().length).toBe(0);
    expect(house.ledger.recentPayments(1)[0]?.state).toBe('paid');
    expect(server.posts.filter((post) => post === 'payment')).toHaveLength(1);
  });

  it('is not there leaves the quote as it was, and nothing in the ledger', async () => {
    const found = await house.sale.inquire('pln-postpaid', number);
    if (!found.ok || found.value.kind !== 'quote') throw new Error('no quote');
    const { quote } = found.value;
    house.sale.tender(quote.id, quote.total);
    await server.close();
    expect(await house.pay(quote.id)).toEqual({ ok: false, error: { code: 'not-sent' } });
    expect(house.ledger.payment(quote.id)).toBeUndefined();
    expect(await house.pay(quote.id)).toEqual({ ok: false, error: { code: 'not-sent' } });
  });

  it('gives optional fields in other forms is believed', async () => {
    const friendly: readonly string[] = [
      paymentReply({}, { tagihan: '300000', admin: '2500', total: '302500' }),
      paymentReply({ unknown: { deep: [1, 2, 3] } }),
      paymentReply({ saldo: 'n/a' }),
      paymentReply({ saldo: undefined, respid: undefined }),
      paymentReply({ info_struk: undefined }),
      paymentReply({}, { billreff: undefined, waktu_transaksi: undefined, nama: 7 }),
      paymentReply({ info_struk: null, respid: null }),
      paymentReply({ info_struk: false }),
      paymentReply({}, { idpel: Number(number) }),
      paymentReply({}, { billreff: 'X'.repeat(500), waktu_transaksi: 'x'.repeat(500) }),
      paymentReply({}, { alamat: 'JL. A#B', tarif: 'R1#1300VA' }).replaceAll('#', String.raw`\|`),
      paymentReply({}, { alamat: 'JL.#A' }).replaceAll('#', '\n'),
      `\uFEFF${paymentReply()}`,
      paymentReply().replaceAll(',', ' ,\r\n'),
      paymentReply().replace('302500', '302500.0'),
    ];
    for (const [index, body] of friendly.entries()) {
      server.script('inquiry', reply(inquiryReply({ respid: `R${index}` })));
      server.script('payment', reply(body));
      expect(await house.buy('pln-postpaid', number), body).toBe('paid');
      // What was written can be read: the payment is in the list, and its receipt in the queue.
      const [newest] = house.ledger.recentPayments(1);
      expect(newest && house.ledger.payment(newest.id)?.state).toBe('paid');
      expect(newest && house.ledger.printJobs.latestOf(newest.id)?.state).toBe('queued');
    }
  });

  it('refuses with nulls all around is understood', async () => {
    const nulls = { response: 'SWT:0014', respid: null, respdata: null, info_struk: null, saldo: null };
    server.script('payment', reply(JSON.stringify(nulls)));
    expect(await house.buy('pln-postpaid', number)).toBe('rejected 0014');
    server.script('inquiry', reply(JSON.stringify(nulls)));
    const found = await house.sale.inquire('pln-postpaid', number);
    expect(found).toEqual({ ok: false, error: { code: 'refused-by-biller', billerCode: '0014' } });
  });
});
