import net from 'node:net';

/** What a biller is asked: the call a request makes, whichever biller's form it is in. */
export type Call = 'inquiry' | 'payment' | 'status' | 'price-list' | 'balance' | 'other';

/** A request that has come whole. */
export interface ScriptedRequest {
  readonly call: Call;
  readonly body: string;
}

/** What the server does with the raw socket. */
export type Act = (socket: net.Socket, request: ScriptedRequest) => void;

/**
 * A biller's far end that does what a script says with the raw socket, so that it can break off, cut, trickle
 * and lie as no HTTP server would. It counts every POST that reached it, whole or not.
 */
export interface ScriptedServer {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  /** How many POSTs have begun to arrive. */
  readonly begun: number;
  /** The calls that arrived whole, in their order. */
  readonly posts: readonly Call[];
  /** Everything that was received. */
  readonly received: Buffer;
  /** How many connections were made. */
  readonly connections: number;
  /** What it does with the next requests of a call; until told otherwise it answers nothing. */
  script(call: Call, act: Act): void;
  /** What it does at the first byte of the next connections, before it has read a request; `undefined`: reads on. */
  interrupt(act: ((socket: net.Socket) => void) | undefined): void;
  /** Forgets scripts, counts and what was received, and cuts every connection. */
  reset(): void;
  close(): Promise<void>;
}

/** An HTTP answer as bytes; `Content-Length` is right unless given. */
export function answer(
  body: string | Uint8Array,
  { status = '200 OK', headers = {} }: { status?: string; headers?: Readonly<Record<string, string>> } = {},
): Buffer {
  const bytes = Buffer.from(body);
  const all = { 'Content-Type': 'application/json', 'Content-Length': String(bytes.length), ...headers };
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([
    Buffer.from(`HTTP/1.1 ${status}\r\n${head.join('')}Connection: close\r\n\r\n`),
    bytes,
  ]);
}

/** Sends an answer and ends the connection. */
export const reply =
  (...args: Parameters<typeof answer>): Act =>
  (socket) =>
    void socket.end(answer(...args));

/** @param host an address of this machine. */
export async function startScriptedServer(host = '127.0.0.1'): Promise<ScriptedServer> {
  const acts = new Map<Call, Act>();
  const sockets = new Set<net.Socket>();
  let posts: Call[] = [];
  let received: Buffer[] = [];
  let begun = 0;
  let connections = 0;
  let atFirstByte: ((socket: net.Socket) => void) | undefined;

  const server = net.createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    socket.setNoDelay(true);
    socket.on('error', () => undefined);
    socket.once('close', () => sockets.delete(socket));
    let pending = '';
    let isCounted = false;
    socket.on('data', (chunk) => {
      received.push(chunk);
      pending += chunk.toString('latin1');
      for (;;) {
        if (!isCounted && pending.startsWith('POST ')) {
          isCounted = true;
          begun += 1;
        }
        if (atFirstByte !== undefined) return atFirstByte(socket);
        const request = readRequest(pending);
        if (request === undefined) return;
        pending = request.rest;
        isCounted = false;
        const { head, body } = request;
        const call = callOf(head, body);
        if (head.startsWith('POST ')) posts.push(call);
        acts.get(call)?.(socket, { call, body });
      }
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, host, resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  const cutAll = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    origin: `http://${host}:${address.port}`,
    get begun() {
      return begun;
    },
    get posts() {
      return posts;
    },
    get received() {
      return Buffer.concat(received);
    },
    get connections() {
      return connections;
    },
    script: (call, act) => void acts.set(call, act),
    interrupt: (act) => void (atFirstByte = act),
    reset() {
      cutAll();
      acts.clear();
      posts = [];
      received = [];
      begun = 0;
      connections = 0;
      atFirstByte = undefined;
    },
    close() {
      cutAll();
      return new Promise((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}

interface Cut {
  readonly head: string;
  readonly body: string;
  readonly rest: string;
}

/** The first request of what has come; `undefined` until it is whole. */
function readRequest(pending: string): Cut | undefined {
  const end = pending.indexOf('\r\n\r\n');
  if (end === -1) return undefined;
  const head = pending.slice(0, end);
  const from = end + 4;
  const until = from + Number(/^content-length: (\d+)/im.exec(head)?.[1] ?? 0);
  if (pending.length < until) return undefined;
  return { head, body: pending.slice(from, until), rest: pending.slice(until) };
}

/** Teleanjar names the call in its path, IAK in `commands`; the question for the deposit has none. */
function callOf(head: string, body: string): Call {
  const path = /^POST (\S+)/.exec(head)?.[1] ?? '';
  const last = path.slice(path.lastIndexOf('/') + 1);
  const command = /"commands":"([\w-]+)"|<commands>([\w-]+)<\/commands>/.exec(body);
  return callOfWord.get(command?.[1] ?? command?.[2] ?? last) ?? 'other';
}

const callOfWord: ReadonlyMap<string, Call> = new Map<string, Call>([
  ['inquiry', 'inquiry'],
  ['payment', 'payment'],
  ['cek_status', 'status'],
  ['inq-pasca', 'inquiry'],
  ['pay-pasca', 'payment'],
  ['checkstatus', 'status'],
  ['pricelist-pasca', 'price-list'],
  ['check-balance', 'balance'],
]);
