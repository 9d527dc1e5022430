import net from 'node:net';

/**
 * A biller's far end that does what a script says with the raw socket, so that it can break off, cut, trickle
 * and lie as no HTTP server would. It counts the POSTs that reached it whole.
 */
export interface ScriptedServer {
  readonly baseUrl: string;
  readonly posts: readonly string[];
  /** What it does with the next requests, by the last part of their path; until told otherwise it answers nothing. */
  script(path: 'inquiry' | 'payment', act: Act): void;
  close(): Promise<void>;
}

export type Act = (socket: net.Socket) => void;

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
    socket.end(answer(...args));

export async function startScriptedServer(): Promise<ScriptedServer> {
  const acts = new Map<string, Act>();
  const posts: string[] = [];
  const sockets = new Set<net.Socket>();
  const server = net.createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('close', () => sockets.delete(socket));
    let received = '';
    let answered = false;
    socket.on('data', (chunk) => {
      received += chunk.toString('latin1');
      const [head, body] = received.split('\r\n\r\n', 2);
      const length = Number(/content-length: (\d+)/i.exec(head ?? '')?.[1] ?? -1);
      if (answered || body === undefined || body.length < length) return;
      answered = true;
      const path = /^POST \S*?\/(\w+) HTTP/.exec(received)?.[1] ?? '';
      posts.push(path);
      acts.get(path)?.(socket);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    baseUrl: `http://127.0.0.1:${address.port}/tele-api-v2/h2h/trx`,
    posts,
    script: (path, act) => void acts.set(path, act),
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}
