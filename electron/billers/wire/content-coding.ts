import zlib from 'node:zlib';

/**
 * A body without its `Content-Encoding`. We ask for none (`Accept-Encoding: identity`), so this is for servers and
 * proxies that compress all the same. `undefined` where it cannot be read: a coding that is not known, or more than
 * one, damage, a cut, or more than `maxBytes` behind it, of which no more than that is ever unpacked.
 */
export function decoded(body: Buffer, coding: string | undefined, maxBytes: number): Buffer | undefined {
  const limit = { maxOutputLength: maxBytes };
  try {
    switch ((coding ?? '').trim().toLowerCase()) {
      case '':
      case 'identity':
        return body;
      case 'gzip':
      case 'x-gzip':
        return zlib.gunzipSync(body, limit);
      case 'deflate':
        return zlib.inflateSync(body, limit);
      case 'br':
        return zlib.brotliDecompressSync(body, limit);
      default:
        return undefined;
    }
  } catch {
    return undefined;
  }
}
