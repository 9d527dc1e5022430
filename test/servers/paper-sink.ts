import net from 'node:net';

/** A printer on port 9100 as far as the network goes: it takes what it is sent. */
export interface PaperSink {
  readonly port: number;
  /** One entry for each connection that ended: the bytes of one job. */
  readonly jobs: readonly Buffer[];
  /** When the first byte of the newest job arrived, in ms since 1970 with fractions. */
  firstByteAt(): number | undefined;
  close(): Promise<void>;
}

/** @param port 0 for any that is free. */
export async function startPaperSink(port = 0): Promise<PaperSink> {
  const jobs: Buffer[] = [];
  const sockets = new Set<net.Socket>();
  let firstByteAt: number | undefined;
  const server = net.createServer({ allowHalfOpen: true }, (socket) => {
    const chunks: Buffer[] = [];
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('close', () => sockets.delete(socket));
    socket.on('data', (chunk) => {
      if (chunks.length === 0) firstByteAt = performance.timeOrigin + performance.now();
      chunks.push(chunk);
    });
    socket.on('end', () => {
      jobs.push(Buffer.concat(chunks));
      socket.end();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the printer has no port');
  return {
    port: address.port,
    jobs,
    firstByteAt: () => firstByteAt,
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}
