import type net from 'node:net';
import zlib from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { call, openLine } from '../../electron/billers/wire.ts';
import { startRawServer, type RawAct, type RawServer } from '../servers/raw-server.ts';
import { body, identity, messageTo, routeTo, told } from './wire-bench.ts';

const limit = 1_048_576;
const good = '{"ok":true}';

const bytes = (parts: readonly (string | Uint8Array)[]): Buffer =>
  Buffer.concat(parts.map((part) => Buffer.from(part)));

/** Sends an answer's head, whose lines are given, and its body, and leaves the connection open. */
const says =
  (head: readonly string[], ...parts: readonly (string | Uint8Array)[]): RawAct =>
  (socket) =>
    void socket.write(bytes([`${head.join('\r\n')}\r\n\r\n`, ...parts]));

const thenEnds =
  (act: RawAct): RawAct =>
  (socket) => {
    act(socket);
    socket.end();
  };

const coded = (coding: string, content: Uint8Array): RawAct =>
  says(['HTTP/1.1 200 OK', `Content-Encoding: ${coding}`, `Content-Length: ${content.length}`], content);

/** Sends `piece` for ever, as fast as it is taken. */
const flood =
  (head: string, piece: Buffer): RawAct =>
  (socket) => {
    const pump = (): void => {
      let taken = true;
      while (taken && !socket.destroyed) taken = socket.write(piece);
      if (!socket.destroyed) socket.once('drain', pump);
    };
    socket.write(head);
    pump();
  };

const resets: RawAct = (socket) => {
  // A TLS socket has no reset of its own; the connection under it is not at hand.
  if ('encrypted' in socket) socket.destroy();
  else socket.resetAndDestroy();
};

const deadMember = zlib.gzipSync(Buffer.alloc(limit));
const gzipped = zlib.gzipSync(good);
const ok = 'HTTP/1.1 200 OK';
const length = (count: number): string => `Content-Length: ${count}`;
const chunked = 'Transfer-Encoding: chunked';

/** What a server does, and what is known of its answer then. */
const table: readonly (readonly [name: string, act: RawAct, outcome: string])[] = [
  // Whole answers, in every form.
  ['answers', says([ok, length(11)], good), `200 whole ${good}`],
  ['answers in chunks', says([ok, chunked], '4\r\n{"ok\r\n7\r\n":true}\r\n0\r\n\r\n'), `200 whole ${good}`],
  [
    'answers in chunks with trailers',
    says([ok, chunked], 'b\r\n', good, '\r\n0\r\nX: y\r\n\r\n'),
    `200 whole ${good}`,
  ],
  ['answers until it hangs up', thenEnds(says([ok], good)), `200 whole ${good}`],
  ['answers as HTTP/1.0 did', thenEnds(says(['HTTP/1.0 200 OK'], good)), `200 whole ${good}`],
  ['keeps the connection', says([ok, length(11), 'Connection: keep-alive'], good), `200 whole ${good}`],
  ['answers with nothing', says([ok, length(0)]), '200 whole'],
  ['answers 204', says(['HTTP/1.1 204 No Content']), '204 whole'],
  ['answers 500', says(['HTTP/1.1 500 Oops', length(4)], 'oops'), '500 whole oops'],
  ['asks for patience first', says(['HTTP/1.1 100 Continue', '', ok, length(11)], good), `200 whole ${good}`],
  [
    'redirects',
    says(['HTTP/1.1 307 Elsewhere', 'Location: /elsewhere', length(11)], good),
    `307 whole ${good}`,
  ],
  ['wants a password', says(['HTTP/1.1 401 Who', 'WWW-Authenticate: Basic', length(0)]), '401 whole'],
  ['answers in gzip', coded('gzip', gzipped), `200 whole ${good}`],
  ['answers in x-gzip, in capitals', coded('X-GZIP', gzipped), `200 whole ${good}`],
  [
    'answers in gzip and chunks',
    says(
      [ok, chunked, 'Content-Encoding: gzip'],
      `${gzipped.length.toString(16)}\r\n`,
      gzipped,
      '\r\n0\r\n\r\n',
    ),
    `200 whole ${good}`,
  ],
  ['answers in deflate', coded('deflate', zlib.deflateSync(good)), `200 whole ${good}`],
  ['answers in Brotli', coded('br', zlib.brotliCompressSync(good)), `200 whole ${good}`],
  ['answers in identity', coded('identity', Buffer.from(good)), `200 whole ${good}`],
  [
    'answers up to the limit',
    says([ok, length(limit)], Buffer.alloc(limit, 'x')),
    `200 whole ${limit} bytes`,
  ],

  // No answer at all.
  ['resets', resets, 'nothing'],
  ['hangs up without a word', (socket) => void socket.end(), 'nothing'],
  [
    'breaks off in its head',
    thenEnds((socket) => void socket.write('HTTP/1.1 200 OK\r\nDate: x')),
    'nothing',
  ],
  ['is no web server', says(['SSH-2.0-OpenSSH_9.2']), 'nothing'],
  ['says garbage', (socket) => void socket.write(Buffer.alloc(1000, 0xff)), 'nothing'],
  [
    'has a head without end',
    flood('HTTP/1.1 200 OK\r\n', Buffer.from('X-Filler: yyyyyyyyyyyyyyyyyy\r\n')),
    'nothing',
  ],
  ['has one line without end', flood('HTTP/1.1 200 OK\r\nX: ', Buffer.alloc(4096, 'y')), 'nothing'],
  [
    'asks for patience for ever',
    flood('', Buffer.from('HTTP/1.1 100 Continue\r\n\r\n'.repeat(100))),
    'nothing',
  ],
  [
    'switches protocols',
    says(['HTTP/1.1 101 Switching Protocols', 'Upgrade: x', 'Connection: Upgrade'], good),
    'nothing',
  ],
  ['has two lengths', says([ok, length(11), length(4)], good), 'nothing'],
  ['has a length that is none', says([ok, 'Content-Length: 0x0b'], good), 'nothing'],
  ['has a negative length', says([ok, 'Content-Length: -11'], good), 'nothing'],
  ['smuggles a control into its head', says([ok, 'X: a\u0000b', length(11)], good), 'nothing'],

  // An answer that is not whole, or that nobody can be sure of.
  ['breaks off in its body', thenEnds(says([ok, length(100)], good)), `200 cut ${good}`],
  ['breaks off before its body', thenEnds(says([ok, length(11)])), '200 cut'],
  ['breaks off between chunks', thenEnds(says([ok, chunked], 'b\r\n', good, '\r\n')), `200 cut ${good}`],
  ['breaks off in a chunk', thenEnds(says([ok, chunked], 'ff\r\n', good)), `200 cut ${good}`],
  [
    'breaks off at the last chunk',
    thenEnds(says([ok, chunked], 'b\r\n', good, '\r\n0\r\n')),
    `200 cut ${good}`,
  ],
  ['has a chunk that is none', says([ok, chunked], 'b\r\n', good, '\r\nzz\r\n'), `200 cut ${good}`],
  [
    'puts garbage behind its last chunk',
    says([ok, chunked], 'b\r\n', good, '\r\n0\r\n\u0000\r\n\r\n'),
    `200 cut ${good}`,
  ],
  [
    'goes on behind its chunks',
    says([ok, chunked], 'b\r\n', good, '\r\n0\r\n\r\n{"ok":false}'),
    `200 cut ${good}`,
  ],
  ['goes on behind its length', says([ok, length(11)], good, '{"ok":false}'), `200 cut ${good}`],
  [
    'goes on behind its length and keeps the connection',
    says([ok, length(11), 'Connection: keep-alive'], good, '{"ok":false}'),
    `200 cut ${good}`,
  ],
  [
    'answers twice',
    says([ok, length(11), 'Connection: keep-alive'], good, `${ok}\r\n${length(12)}\r\n\r\n{"ok":false}`),
    `200 cut ${good}`,
  ],
  ['has a length and chunks', says([ok, length(5), chunked], 'b\r\n', good, '\r\n0\r\n\r\n'), 'nothing'],
  [
    'codes its transfer',
    says([ok, 'Transfer-Encoding: gzip, chunked'], 'b\r\n', good, '\r\n0\r\n\r\n'),
    `200 cut ${good}`,
  ],
  [
    'codes its transfer until it hangs up',
    thenEnds(says([ok, 'Transfer-Encoding: gzip'], good)),
    `200 cut ${good}`,
  ],
  ['codes in what nobody knows', coded('zstd', Buffer.from(good)), `200 cut ${good}`],
  ['codes twice', coded('gzip, gzip', Buffer.from(good)), `200 cut ${good}`],
  ['says gzip and sends plain text', coded('gzip', Buffer.from(good)), `200 cut ${good}`],
  [
    'cuts its gzip short',
    coded('gzip', gzipped.subarray(0, -4)),
    `200 cut ${gzipped.subarray(0, -4).toString('latin1')}`,
  ],
  [
    'damages its gzip',
    coded('gzip', bytes([gzipped.subarray(0, -8), 'xxxxxxxx'])),
    `200 cut ${bytes([gzipped.subarray(0, -8), 'xxxxxxxx']).toString('latin1')}`,
  ],
  [
    'puts garbage behind its gzip',
    coded('gzip', bytes([gzipped, 'garbage'])),
    `200 cut ${bytes([gzipped, 'garbage']).toString('latin1')}`,
  ],
  [
    'sends half a gigabyte in gzip',
    coded('gzip', Buffer.concat(Array.from({ length: 500 }, () => deadMember))),
    `200 cut ${500 * deadMember.length} bytes`,
  ],
  [
    'sends a byte more than the limit',
    says([ok, length(limit + 1)], Buffer.alloc(limit + 1, 'x')),
    `200 cut ${limit} bytes`,
  ],
  [
    'announces a hundred megabytes',
    flood(`${ok}\r\n${length(100_000_000)}\r\n\r\n`, Buffer.alloc(65_536, 'x')),
    `200 cut ${limit} bytes`,
  ],
  ['sends for ever', flood(`${ok}\r\n\r\n`, Buffer.alloc(65_536, 'x')), `200 cut ${limit} bytes`],
];

describe.each(['http', 'https'] as const)('over %s, a server that', (protocol) => {
  let server: RawServer;
  let address: string;

  beforeEach(async () => {
    server = await startRawServer(protocol === 'https' ? identity('loopback') : undefined);
    address = `${protocol}://127.0.0.1:${server.port}/h2h/trx/payment?x=1`;
  });
  afterEach(() => server.close());

  /** Whatever happened, the request went out once, on one connection, of which nothing is left. */
  const expectOnce = async (): Promise<void> => {
    expect(server.posts).toBe(1);
    expect(server.connections).toBe(1);
    expect(server.received.split('POST ')).toHaveLength(2);
    await expect.poll(() => server.standing(), { interval: 2 }).toBe(0);
    expect(server.posts).toBe(1);
    expect(server.connections).toBe(1);
  };

  it.each(table)('%s, when asked', async (_, act, outcome) => {
    server.answerWith(act);
    const result = await call(messageTo(address), routeTo());
    expect(result.ok ? told(result.value) : result.error).toEqual(
      outcome === 'nothing' ? { code: 'no-answer' } : outcome,
    );
    await expectOnce();
  });

  it.each(table)('%s, when paid at', async (_, act, outcome) => {
    server.answerWith(act);
    const line = await openLine(messageTo(address), routeTo(), 60_000);
    if (!line.ok) throw new Error(line.error.detail);
    const exchange = line.value.send();
    expect(told(await exchange.byDeadline)).toBe(outcome);
    expect(await exchange.late).toBeUndefined();
    expect(() => line.value.send()).toThrow('once');
    await expectOnce();
  });

  it('wants to see the request finds in it what belongs there, and no more', async () => {
    server.answerWith(says([ok, length(0)]));
    await call(messageTo(address), routeTo());
    expect(server.received.split('\r\n').sort()).toEqual(
      [
        'POST /h2h/trx/payment?x=1 HTTP/1.1',
        `Host: 127.0.0.1:${server.port}`,
        'Content-Type: application/json',
        'Content-Length: 14',
        'Accept: application/json',
        'Accept-Encoding: identity',
        'Connection: close',
        '',
        body,
      ].sort(),
    );
  });

  it('wants XML gets it, counted in bytes', async () => {
    server.answerWith(says([ok, length(0)]));
    const text = '<nama>Sulastri é</nama>';
    await call({ ...messageTo(address), contentType: 'application/xml', body: text }, routeTo());
    expect(server.received).toContain('Content-Type: application/xml\r\n');
    expect(server.received).toContain('Content-Length: 24\r\n');
    expect(Buffer.from(server.received, 'latin1').toString('utf8')).toContain(`\r\n\r\n${text}`);
  });

  it('tells the time is heard', async () => {
    server.answerWith(says([ok, 'Date: Wed, 30 May 2018 08:02:26 GMT', length(0)]));
    const timely = await call(messageTo(address), routeTo());
    expect(timely.ok && timely.value.date).toBe('Wed, 30 May 2018 08:02:26 GMT');
    server.answerWith(says([ok, length(0)]));
    const timeless = await call(messageTo(address), routeTo());
    expect(timeless.ok && timeless.value.date).toBeNull();
  });

  it('sends a hundred megabytes is hung up on long before', async () => {
    let sent = 0;
    server.answerWith((socket: net.Socket) => {
      flood(`${ok}\r\n${length(100_000_000)}\r\n\r\n`, Buffer.alloc(65_536, 'x'))(socket);
      socket.once('close', () => (sent = socket.bytesWritten));
    });
    await call(messageTo(address), routeTo());
    await expect.poll(() => sent).toBeGreaterThan(limit);
    // What the buffers of two kernels hold, and Node's.
    expect(sent).toBeLessThan(32_000_000);
  });

  it('is trusted with less is cut off at less', async () => {
    server.answerWith(says([ok, length(11)], good));
    const small = await call(messageTo(address), routeTo({ maxReplyBytes: 10 }));
    expect(small.ok && told(small.value)).toBe('200 cut {"ok":true');
    server.answerWith(coded('gzip', zlib.gzipSync(Buffer.alloc(101))));
    const unpacked = await call(messageTo(address), routeTo({ maxReplyBytes: 100 }));
    expect(unpacked.ok && unpacked.value.complete).toBe(false);
  });
});

describe('half a gigabyte in a few hundred kilobytes', () => {
  it('is never in memory', async () => {
    const server = await startRawServer();
    server.answerWith(coded('gzip', Buffer.concat(Array.from({ length: 500 }, () => deadMember))));
    const before = process.resourceUsage().maxRSS;
    const result = await call(messageTo(`http://127.0.0.1:${server.port}/`), routeTo());
    expect(result.ok && result.value.complete).toBe(false);
    // Kilobytes.
    expect(process.resourceUsage().maxRSS - before).toBeLessThan(200_000);
    await server.close();
  });
});
