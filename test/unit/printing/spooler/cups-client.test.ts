import { once } from 'node:events';
import net from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { cupsClient } from '../../../../electron/printing/transports/spooler/cups/cups-client.ts';
import { encodeIpp } from '../../../../electron/printing/transports/spooler/cups/ipp-message.ts';
import { TransportFault } from '../../../../electron/printing/transports/transport.ts';

const never = new AbortController().signal;
const question = { operation: 0x000b, attributes: [] };

const http = (status: string, body: Buffer, length = body.length): Buffer =>
  Buffer.concat([
    Buffer.from(`HTTP/1.1 ${status}\r\nContent-Type: application/ipp\r\nContent-Length: ${length}\r\n\r\n`),
    body,
  ]);
/** What a request says as its operation, an answer says as its status. */
const good = encodeIpp({ operation: 0x0000, attributes: [] });

const open = new Set<net.Socket>();
const servers: net.Server[] = [];
afterEach(() => {
  for (const socket of open) socket.destroy();
  open.clear();
  for (const server of servers.splice(0)) server.close();
});

/** A server that answers a request with these bytes, and then does what it does. */
async function serve(act: (socket: net.Socket) => void) {
  const server = net.createServer((socket) => {
    open.add(socket);
    socket.on('error', () => undefined);
    socket.once('data', () => act(socket));
  });
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return cupsClient({ host: '127.0.0.1', port: address.port }, 'kasir');
}

describe('a print server', () => {
  test('that answers is believed, a refusal too', async () => {
    const refusal = encodeIpp({ operation: 0x0506, attributes: [] });
    const client = await serve((socket) => socket.end(http('200 OK', refusal)));
    await expect(client.ask(question, never)).resolves.toMatchObject({ status: 0x0506 });
  });

  test.each([
    ['says something else', http('200 OK', Buffer.from('Not IPP at all, but long enough')), 'faulty'],
    ['says half', http('200 OK', good.subarray(0, -1)), 'faulty'],
    ['says nothing', http('200 OK', Buffer.alloc(0)), 'faulty'],
    ['hangs up in the middle', http('200 OK', good, good.length + 100), 'unreachable'],
    ['hangs up', Buffer.alloc(0), 'unreachable'],
    ['is no web server', Buffer.from('220 mail ESMTP\r\n'), 'unreachable'],
    ['refuses', http('403 Forbidden', Buffer.alloc(0)), 'no-access'],
    ['asks who we are, over the network', http('401 Unauthorized', Buffer.alloc(0)), 'no-access'],
    ['asks for encryption', http('426 Upgrade Required', Buffer.alloc(0)), 'no-access'],
    ['sends us elsewhere', http('302 Found\r\nLocation: http://127.0.0.1:1/', Buffer.alloc(0)), 'faulty'],
    ['is broken', http('500 Internal', Buffer.alloc(0)), 'faulty'],
  ])('that %s is a fault', async (_what, answer, problem) => {
    const client = await serve((socket) => socket.end(answer));
    const asking = client.ask(question, never);
    await expect(asking).rejects.toBeInstanceOf(TransportFault);
    await expect(asking).rejects.toMatchObject({ problem });
  });

  test('that talks without end is cut off', async () => {
    const client = await serve((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n');
      const chunk = Buffer.concat([Buffer.from('10000\r\n'), Buffer.alloc(0x10000), Buffer.from('\r\n')]);
      const more = (): void => {
        while (!socket.destroyed && socket.write(chunk));
        socket.once('drain', more);
      };
      more();
    });
    await expect(client.ask(question, never, 20_000)).rejects.toMatchObject({ problem: 'unreachable' });
  });

  test('that never ends its answer is given up at the deadline, however often it says a byte', async () => {
    const client = await serve((socket) => {
      socket.write(http('200 OK', Buffer.alloc(0), 1_000));
      const drip = setInterval(() => socket.write('x'), 10);
      socket.once('close', () => clearInterval(drip));
    });
    await expect(client.ask(question, never, 200)).rejects.toMatchObject({ problem: 'unreachable' });
  });

  test('that never answers is given up at once where we are called off', async () => {
    const abort = new AbortController();
    const client = await serve(() => abort.abort());
    await expect(client.ask(question, abort.signal, 60_000)).rejects.toMatchObject({ problem: 'stalled' });
    await expect(client.ask(question, AbortSignal.abort())).rejects.toMatchObject({ problem: 'stalled' });
  });

  test('that is not there is unreachable', async () => {
    const client = cupsClient({ socketPath: '/nonexistent/cups.sock' }, 'kasir');
    await expect(client.ask(question, never)).rejects.toMatchObject({ problem: 'unreachable' });
  });
});
