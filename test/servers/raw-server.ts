import net from 'node:net';
import tls from 'node:tls';

/** What a server does with a connection that has just come, or with a request that has come whole. */
export type RawAct = (socket: net.Socket) => void;

/** A far end that speaks bytes, over TLS or bare, and counts all that reached it. */
export interface RawServer {
  readonly port: number;
  /** How many connections were made; over TLS, how many handshakes were finished. */
  readonly connections: number;
  /** Everything that was received, decrypted. */
  readonly received: string;
  /** How many bytes it has put on the connections that stand, TLS's own included. */
  readonly written: number;
  /** How many POSTs came whole. */
  readonly posts: number;
  /** Resolves with the number of connections that stand. */
  standing(): Promise<number>;
  /** What it does with the next requests; until told otherwise nothing. */
  answerWith(act: RawAct): void;
  /** What it does with the next connections, before any request. */
  greetWith(act: RawAct): void;
  close(): Promise<void>;
}

export async function startRawServer(secure?: tls.TlsOptions): Promise<RawServer> {
  let act: RawAct = () => undefined;
  let greet: RawAct = () => undefined;
  let connections = 0;
  let received = '';
  let posts = 0;
  const sockets = new Set<net.Socket>();
  const onConnection = (socket: net.Socket): void => {
    connections += 1;
    socket.on('error', () => undefined);
    let pending = '';
    socket.on('data', (chunk) => {
      const text = chunk.toString('latin1');
      received += text;
      pending += text;
      const head = pending.indexOf('\r\n\r\n');
      const length = Number(/^content-length: (\d+)/im.exec(pending)?.[1] ?? 0);
      if (head === -1 || pending.length < head + 4 + length) return;
      if (pending.startsWith('POST ')) posts += 1;
      pending = pending.slice(head + 4 + length);
      act(socket);
    });
    greet(socket);
  };
  const server =
    secure === undefined ? net.createServer(onConnection) : tls.createServer(secure, onConnection);
  server.on('tlsClientError', () => undefined);
  server.on('connection', (socket: net.Socket) => {
    sockets.add(socket);
    socket.setNoDelay(true);
    socket.on('error', () => undefined);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    port: address.port,
    get connections() {
      return connections;
    },
    get received() {
      return received;
    },
    get written() {
      return [...sockets].reduce((sum, socket) => sum + socket.bytesWritten, 0);
    },
    get posts() {
      return posts;
    },
    standing: () =>
      new Promise((resolve, reject) => {
        server.getConnections((error, count) => (error === null ? resolve(count) : reject(error)));
      }),
    answerWith: (next) => void (act = next),
    greetWith: (next) => void (greet = next),
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}
