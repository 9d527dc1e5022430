import { createHash } from 'node:crypto';
import http from 'node:http';
import net from 'node:net';
import { DatabaseSync } from '@photostructure/sqlite';
import { migrate } from '../../electron/ledger/database.ts';

/**
 * The least that a payment can be: the same four commits with FULL, the same POST on a connection made before,
 * and the same bytes to the same printer; no window, no checks, no states. A child process of the benchmark,
 * which sends it `Order`s and gets back when each began.
 */
export interface Order {
  readonly baseUrl: string;
  readonly inquiryId: string;
  readonly customerNumber: string;
  readonly denomination: number;
  readonly account: {
    readonly uuid: string;
    readonly username: string;
    readonly password: string;
    readonly apiKey: string;
  };
  readonly printerPort: number;
  readonly receipt: string;
}

const [file = ''] = process.argv.slice(2);
const database = new DatabaseSync(file);
database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
migrate(database, 0);
database.exec('PRAGMA foreign_keys = ON');

const quote = database.prepare('INSERT INTO quote (id, document, expires_at, open) VALUES (?, ?, 0, 1)');
const close = database.prepare('UPDATE quote SET open = 0 WHERE id = ?');
const payment = database.prepare(
  `INSERT INTO payment (id, state, product, customer, biller, inquiry_id, total, cash, host, account, request, sent_at)
   VALUES (?, 'sent', 'pln-prepaid', ?, 'teleanjar', ?, 22500, 22500, ?, 'account', ?, ?)`,
);
const event = database.prepare(
  "INSERT INTO event (quote, at, actor, event, from_state, to_state, evidence, hash) VALUES (?, ?, 'counter', ?, ?, ?, ?, '')",
);
const answer = database.prepare(
  'UPDATE payment SET reply_status = ?, reply_date = ?, reply_body = ?, reply_at = ? WHERE id = ?',
);
const settle = database.prepare(
  "UPDATE payment SET state = 'paid', outcome = ?, settled_at = ? WHERE id = ?",
);
const job = database.prepare(
  `INSERT INTO print_job (id, payment, kind, copy, printer, profile, document, bytes, asked_at, asked_by, state, waits)
    VALUES (?, ?, 'receipt', 0, 'screen', '{}', '', ?, 0, 'counter', 'queued', 0)`,
);
const sending = database.prepare("UPDATE print_job SET state = 'sending' WHERE id = ?");

function commit(work: () => void): void {
  database.exec('BEGIN IMMEDIATE');
  work();
  database.exec('COMMIT');
}

process.on('message', (order: Order) => {
  const id = createHash('md5').update(order.inquiryId).digest('hex');
  commit(() => quote.run(id, '{}'));
  const begun = performance.timeOrigin + performance.now();
  const url = new URL(`${order.baseUrl}/payment`);
  const body = sign(order);
  const socket = net.connect(Number(url.port), url.hostname, () => {
    socket.setNoDelay(true);
    commit(() => {
      close.run(id);
      payment.run(id, order.customerNumber, order.inquiryId, url.host, body, Date.now());
      event.run(id, Date.now(), 'arm', 'quoted', 'sent', null);
    });
    const request = http.request(url, {
      method: 'POST',
      createConnection: () => socket,
      headers: { 'Content-Type': 'application/json', 'Content-Length': body.length, Connection: 'close' },
    });
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => finish(order, id, response.statusCode ?? 0, Buffer.concat(chunks), begun));
    });
    request.end(body);
  });
});

function finish(order: Order, id: string, status: number, reply: Buffer, begun: number): void {
  commit(() => answer.run(status, null, reply, Date.now(), id));
  const outcome = reply.toString();
  if (!outcome.includes('SWT:0000')) throw new Error(`the bare payment was not paid: ${outcome}`);
  const bytes = Buffer.from(order.receipt, 'base64');
  commit(() => {
    settle.run(outcome, Date.now(), id);
    event.run(id, Date.now(), 'reply-paid', 'sent', 'paid', outcome);
    job.run(id, id, bytes);
  });
  commit(() => sending.run(id));
  const printer = net.connect(order.printerPort, '127.0.0.1', () => {
    printer.end(bytes);
    process.send?.({ begun });
  });
}

function sign({ account, customerNumber, inquiryId, denomination }: Order): string {
  const ppid = `${account.username}|${account.password}`;
  const udata = `TELE-PLN-PREPAID|${customerNumber}|${inquiryId}|${denomination}`;
  const dtime = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
  const signature = createHash('md5')
    .update(`tele-android-${account.uuid}${dtime}${ppid}${udata}${account.apiKey}-indonesia`)
    .digest('hex');
  return JSON.stringify({
    uuid: account.uuid,
    ppid: Buffer.from(ppid).toString('base64'),
    udata: Buffer.from(udata).toString('base64'),
    dtime,
    ket: '',
    'X-API-KEY': account.apiKey,
    signature,
  });
}
