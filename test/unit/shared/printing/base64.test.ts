import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64Bytes, fromBase64, toBase64 } from '../../../../shared/printing/base64.ts';

const anyBytes = fc.uint8Array({ maxLength: 200 });

describe('base64', () => {
  it('is what everybody else writes', () => {
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
      }),
    );
  });

  it('gives back the bytes, and says beforehand how many', () => {
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        const text = Buffer.from(bytes).toString('base64');
        expect(fromBase64(text)).toEqual(bytes);
        expect(base64Bytes(text)).toBe(bytes.length);
      }),
    );
  });
});
