import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { internalErrorPage, sendPage } from './web-page.ts';

export interface LoopbackServer {
  /** `http://127.0.0.1:PORT`; the port is a free one. */
  readonly origin: string;
  /** Calls `send` after `delay` ms, unless the client or the server has gone by then. */
  sendLater(response: ServerResponse, delay: number, send: () => void): void;
  /** Cuts every connection, drops answers still waiting, frees the port. May be called twice. */
  close(): Promise<void>;
}

/**
 * An HTTP server that only this machine reaches.
 *
 * @throws the error of `listen` where loopback gives no port.
 */
export async function startLoopbackServer(
  receive: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): Promise<LoopbackServer> {
  const sockets = new Set<Socket>();
  const waiting = new Set<NodeJS.Timeout>();

  const server = createServer((request, response) => {
    // A bug in here is answered as a real server answers its own; at the machine's time, for the server's clock
    // may be what failed.
    receive(request, response).catch(() => sendPage(response, internalErrorPage, 'all', new Date()));
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });

  return {
    origin: `http://127.0.0.1:${portOf(server.address())}`,
    sendLater(response, delay, send) {
      const timer = setTimeout(() => {
        waiting.delete(timer);
        send();
      }, delay);
      waiting.add(timer);
      response.once('close', () => {
        clearTimeout(timer);
        waiting.delete(timer);
      });
    },
    close() {
      for (const timer of waiting) clearTimeout(timer);
      waiting.clear();
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      for (const socket of sockets) socket.destroy();
      return closed;
    },
  };
}

/** The path of a request, without its query. */
export const pathOf = (request: IncomingMessage): string => (request.url ?? '').split('?', 1)[0] ?? '';

/** A TCP server always has a port once it listens; a string is a pipe's name. */
function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('the practice server has no port');
  return address.port;
}
