import fs from 'node:fs';
import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { write } from './books.ts';
import { createDesk, type Said } from './desk.ts';
import { wholeAnswer, wholeRequest, type WholeRequest } from './http-bytes.ts';
import { iakVoice } from './iak-voice.ts';
import { latencyFor } from './misdeeds.ts';
import { teleanjarVoice } from './teleanjar-voice.ts';

/**
 * Both billers in a process of their own, on one port. They outlive every counter that is killed, and end when the
 * test that started them does: its pipe to them closes.
 *
 *     node fake-biller BOOKS SEED CLOCK-AHEAD-MS LATE-MS
 */
const [books = '', seed = '', aheadMs = '0', lateMs = '0'] = process.argv.slice(2);

const now = (): number => Date.now() + Number(aheadMs);
const desk = createDesk({ seed, now, keep: (entry) => write(books, entry) });
/** Connections of counters, and what is done for one although it may be gone. */
const connections = new Set<net.Socket>();
let underWay = 0;
let serial = 0;

const odd = (what: string): void => write(books, { kind: 'odd', what });

async function serve(socket: net.Socket, request: WholeRequest): Promise<void> {
  serial += 1;
  const mine = serial;
  const said = await considered(request, mine);
  if (said === undefined) return void socket.destroy();
  await sleep(latencyFor(seed, mine, 'out'));
  await say(socket, said);
}

/** What is said, once all is done for it that there is to do: the money is taken whether or not anybody still listens. */
async function considered({ path, body }: WholeRequest, mine: number): Promise<Said | undefined> {
  underWay += 1;
  try {
    await sleep(latencyFor(seed, mine, 'in'));
    const voice = path.startsWith('/tele-api') ? teleanjarVoice : iakVoice;
    const question = voice.question(path, body);
    const said = question === undefined ? undefined : desk.answer(voice, question);
    if (said === undefined) odd(`${path} ${body}`);
    return said;
  } catch (error) {
    odd(`${path} ${body}: ${String(error)}`);
    return undefined;
  } finally {
    underWay -= 1;
  }
}

async function say(socket: net.Socket, { body, misdeed }: Said): Promise<void> {
  const whole = wholeAnswer(body, now());
  switch (misdeed) {
    case 'none':
    case 'pending':
    case 'stranger':
      return void socket.end(whole);
    case 'late':
      await sleep(Number(lateMs));
      return void socket.end(whole);
    case 'no-answer':
      return;
    case 'reset':
      return void socket.resetAndDestroy();
    case 'hang-up':
      return void socket.end();
    case 'half-an-answer':
      return void socket.end(whole.subarray(0, Math.floor(whole.length * 0.6)));
    case 'garbage':
      return void socket.end(wholeAnswer(body.slice(0, Math.floor(body.length * 0.8)), now()));
    case 'bad-gateway':
      return void socket.end(
        wholeAnswer('<html><h1>502 Bad Gateway</h1></html>', now(), {
          status: '502 Bad Gateway',
          type: 'text/html',
        }),
      );
  }
}

/** Answers once no counter is connected and nothing is done any more: what is in the books then stays. */
async function tellSettled(socket: net.Socket): Promise<void> {
  connections.delete(socket);
  const isBusy = (): boolean => connections.size > 0 || underWay > 0;
  while (isBusy()) await sleep(1);
  socket.end(wholeAnswer('{}', now()));
}

const server = net.createServer((socket) => {
  connections.add(socket);
  socket.setNoDelay(true);
  socket.on('error', () => undefined);
  let pending: Buffer = Buffer.alloc(0);
  socket.once('close', () => {
    connections.delete(socket);
    if (pending.length > 0) write(books, { kind: 'cut', what: pending.toString('latin1').slice(0, 60) });
  });
  socket.on('data', (chunk) => {
    pending = Buffer.concat([pending, chunk]);
    for (let request = wholeRequest(pending); request !== undefined; request = wholeRequest(pending)) {
      pending = request.rest;
      if (request.path === '/settled') {
        void tellSettled(socket);
        continue;
      }
      serve(socket, request).catch((error: unknown) => odd(String(error)));
    }
  });
});

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  const port = address === null || typeof address === 'string' ? 0 : address.port;
  fs.writeSync(1, `${port}\n`);
});
process.stdin.on('end', () => process.exit()).resume();
