import zlib from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decoded } from '../../../../electron/billers/wire/content-coding.ts';

const limit = 1000;
const bodies = fc.uint8Array({ maxLength: limit }).map((bytes) => Buffer.from(bytes));

describe.each([
  ['gzip', (body: Buffer) => zlib.gzipSync(body)],
  ['x-gzip', (body: Buffer) => zlib.gzipSync(body)],
  ['deflate', (body: Buffer) => zlib.deflateSync(body)],
  ['br', (body: Buffer) => zlib.brotliCompressSync(body)],
])('a body in %s', (coding, encode) => {
  it('comes out as it went in', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        expect(decoded(encode(body), coding, limit)).toEqual(body);
      }),
    );
  });

  it('that is cut anywhere cannot be read', () => {
    fc.assert(
      fc.property(bodies, fc.nat(), (body, cut) => {
        const whole = encode(body);
        expect(decoded(whole.subarray(0, cut % whole.length), coding, limit)).toBeUndefined();
      }),
    );
  });

  it('is read up to the limit and not a byte beyond', () => {
    expect(decoded(encode(Buffer.alloc(limit)), coding, limit)).toHaveLength(limit);
    expect(decoded(encode(Buffer.alloc(limit + 1)), coding, limit)).toBeUndefined();
  });

  it('that is something else cannot be read', () => {
    expect(decoded(Buffer.from('{"ok":true}'), coding, limit)).toBeUndefined();
    fc.assert(
      fc.property(bodies, (body) => {
        decoded(body, coding, limit);
      }),
    );
  });
});

describe('a body', () => {
  it.each([undefined, '', 'identity', ' Identity '])('with the coding %j is what it is', (coding) => {
    fc.assert(
      fc.property(bodies, (body) => {
        expect(decoded(body, coding, limit)).toEqual(body);
      }),
    );
  });

  it.each(['zstd', 'compress', 'gzip, gzip', 'gzip;q=1', 'none', '*'])(
    'with the coding %j cannot be read',
    (coding) => {
      expect(decoded(zlib.gzipSync('{"ok":true}'), coding, limit)).toBeUndefined();
    },
  );
});
