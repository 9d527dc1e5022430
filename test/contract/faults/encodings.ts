import zlib from 'node:zlib';
import { answer } from '../../servers/scripted-server.ts';
import { bills, html, json, onlyXml, says, sends, unreadable, type Fault } from './fault.ts';

/** The body is written in another way than it should be, or is no answer at all. */
export const encodings: readonly Fault[] = [
  says('sends a page of HTML', () => html, unreadable),
  says('sends a page of XHTML', () => '<?xml version="1.0"?><html><body>Login</body></html>', unreadable),
  says(
    'puts a warning before its answer',
    ({ body }) => `<br />\n<b>Warning</b>: mysql in <b>h2h.php</b><br />\n${body}`,
    unreadable,
  ),
  says('puts a page behind its answer', ({ body }) => body + html, unreadable),
  says('sends blanks', () => ' \r\n\t ', unreadable),
  says(
    'sends Latin-1',
    (good) => Buffer.from(good.saying({ name: 'SITI AMINAH é' }), 'latin1'),
    unreadable,
    bills,
  ),
  says('sends UTF-16', ({ body }) => Buffer.from(`\uFEFF${body}`, 'utf16le'), unreadable),
  says(
    'sends UTF-16, big end first',
    ({ body }) => Buffer.from(`\uFEFF${body}`, 'utf16le').swap16(),
    unreadable,
  ),
  says(
    'sends UTF-32',
    ({ body }) =>
      Buffer.from(
        Buffer.from(body)
          .toJSON()
          .data.flatMap((byte) => [byte, 0, 0, 0]),
      ),
    unreadable,
  ),
  says(
    'sends half a character',
    (good) => Buffer.concat([Buffer.from(good.body), Buffer.from([0xc3])]),
    unreadable,
  ),
  says('begins with NUL bytes', ({ body }) => `\0\0\0${body}`, unreadable),
  says('ends with NUL bytes', ({ body }) => `${body}\0\0\0`, unreadable),
  says('puts NUL bytes into the amount', (good) => good.writing('total', `3025\u000000`), unreadable, bills),
  says(
    'has an escape that is none in the amount',
    (good) => good.writing('total', String.raw`"3025\x30\x30"`),
    unreadable,
    { ...bills, forms: json },
  ),
  says('has half an escape', (good) => good.writing('customer', String.raw`"53\u00"`), unreadable, {
    ...bills,
    forms: json,
  }),
  says('has a reference to no character', (good) => good.writing('total', '3025&#xZZ;00'), unreadable, {
    ...onlyXml,
    ...bills,
  }),
  says('has a reference beyond all characters', (good) => good.writing('name', '&#x110000;'), unreadable, {
    ...onlyXml,
    ...bills,
  }),
  sends('sends a gzip bomb', () => gzipped(gzipBomb()), unreadable),
  sends('sends a gzip of something else', () => gzipped(zlib.gzipSync(html)), unreadable),
  sends('sends a gzip of nothing', () => gzipped(zlib.gzipSync('')), unreadable),
  sends('says gzip and sends none', ({ body }) => gzipped(body), unreadable),
  sends('cuts its gzip', ({ body }) => gzipped(zlib.gzipSync(body).subarray(0, -10)), unreadable),
  sends('sends gzip and does not say so', ({ body }) => answer(zlib.gzipSync(body)), unreadable),
  sends(
    'sends gzip in gzip',
    ({ body }) =>
      answer(zlib.gzipSync(zlib.gzipSync(body)), { headers: { 'Content-Encoding': 'gzip, gzip' } }),
    unreadable,
  ),
  sends(
    'names a coding nobody knows',
    ({ body }) => answer(body, { headers: { 'Content-Encoding': 'zstd' } }),
    unreadable,
  ),
];

const gzipped = (body: string | Uint8Array): Buffer =>
  answer(body, { headers: { 'Content-Encoding': 'gzip' } });

/** 100 MB of blanks behind 100 kB: the same megabyte again and again. */
function gzipBomb(): Buffer {
  const megabyte = zlib.gzipSync(Buffer.alloc(1_048_576, ' '));
  return Buffer.concat(Array.from({ length: 100 }, () => megabyte));
}
