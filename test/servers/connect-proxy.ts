import net from 'node:net';

/** An HTTP proxy that tunnels every CONNECT to one port of this machine, whatever host was asked for. */
export interface ConnectProxy {
  readonly address: string;
  readonly port: number;
  readonly connections: number;
  /** What was asked of it, byte for byte. */
  readonly asked: readonly string[];
  /** Resolves with the number of connections to it that stand. */
  standing(): Promise<number>;
  /** What it does with the next requests instead of tunnelling. */
  refuseWith(act: (socket: net.Socket) => void): void;
  close(): Promise<void>;
}

export async function startConnectProxy(targetPort: number): Promise<ConnectProxy> {
  const sockets = new Set<net.Socket>();
  const asked: string[] = [];
  let connections = 0;
  let act = (socket: net.Socket): void => {
    const target = net.connect(targetPort, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      socket.pipe(target);
      target.pipe(socket);
    });
    keep(target);
    target.once('close', () => socket.destroy());
    socket.once('close', () => target.destroy());
  };
  const keep = (socket: net.Socket): void => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('close', () => sockets.delete(socket));
  };
  const server = net.createServer((socket) => {
    keep(socket);
    connections += 1;
    let request = '';
    const onData = (chunk: Buffer): void => {
      request += chunk.toString('latin1');
      if (!request.includes('\r\n\r\n')) return;
      socket.off('data', onData);
      // Read on, or the end of the connection is never seen.
      socket.resume();
      asked.push(request);
      act(socket);
    };
    socket.on('data', onData);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
  return {
    address: `http://127.0.0.1:${address.port}`,
    port: address.port,
    get connections() {
      return connections;
    },
    asked,
    standing: () =>
      new Promise((resolve, reject) => {
        server.getConnections((error, count) => (error === null ? resolve(count) : reject(error)));
      }),
    refuseWith: (next) => void (act = next),
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}
