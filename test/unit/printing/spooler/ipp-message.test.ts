import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  decodeIpp,
  encodeIpp,
  ippTags,
} from '../../../../electron/printing/transports/spooler/cups/ipp-message.ts';
import {
  booleanOf,
  groupOf,
  numberOf,
  textOf,
  textsOf,
} from '../../../../electron/printing/transports/spooler/cups/ipp-values.ts';

/** RFC 8010 A.1 and A.3, cut down: what a request and an answer look like, byte for byte. */
const request = Buffer.concat([
  Buffer.from('0101000500000001', 'hex'),
  Buffer.from([0x01, 0x47, 0, 18]),
  Buffer.from('attributes-charset'),
  Buffer.from([0, 5]),
  Buffer.from('utf-8'),
  Buffer.from([0x21, 0, 6]),
  Buffer.from('job-id'),
  Buffer.from([0, 4, 0, 0, 0, 147]),
  Buffer.from([0x22, 0, 13]),
  Buffer.from('last-document'),
  Buffer.from([0, 1, 1]),
  Buffer.from([0x02, 0x44, 0, 10]),
  Buffer.from('job-sheets'),
  Buffer.from([0, 4]),
  Buffer.from('none'),
  Buffer.from([0x44, 0, 0, 0, 4]),
  Buffer.from('none'),
  Buffer.from([0x03]),
]);

describe('an IPP message', () => {
  test('is written as the standard shows it', () => {
    const written = encodeIpp({
      operation: 0x0005,
      attributes: [
        { name: 'attributes-charset', tag: ippTags.charset, values: ['utf-8'] },
        { name: 'job-id', tag: ippTags.integer, values: [147] },
        { name: 'last-document', tag: ippTags.boolean, values: [true] },
      ],
      job: [{ name: 'job-sheets', tag: ippTags.keyword, values: ['none', 'none'] }],
    });
    expect(written.toString('hex')).toBe(request.toString('hex'));
  });

  test('is read as the standard shows it', () => {
    const { status, groups } = decodeIpp(request);
    expect(status).toBe(0x0005);
    expect(groups.map(({ tag }) => tag)).toEqual([1, 2]);
    const operation = groupOf({ status, groups }, 1);
    expect(textOf(operation, 'attributes-charset')).toBe('utf-8');
    expect(numberOf(operation, 'job-id')).toBe(147);
    expect(booleanOf(operation, 'last-document')).toBe(true);
    expect(textsOf(groupOf({ status, groups }, 2), 'job-sheets')).toEqual(['none', 'none']);
  });

  test('that is cut short anywhere is refused, and nothing of it is believed', () => {
    for (let length = 0; length < request.length; length += 1)
      expect(() => decodeIpp(request.subarray(0, length)), String(length)).toThrow(RangeError);
  });

  test('of any bytes is read or refused, in no more time than its length asks', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        try {
          decodeIpp(Buffer.from(bytes));
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test('with any texts and numbers comes back as it was', () => {
    // The arbitrary for all of Unicode takes seconds to make.
    const unit = fc.constantFrom('a', '-', ' ', '\0', '"', 'é', '–', '\u{1f5a8}', '\u{ffff}');
    const attribute = fc.record({
      name: fc.string({ minLength: 1, maxLength: 40, unit }),
      text: fc.array(fc.string({ maxLength: 300, unit }), { minLength: 1, maxLength: 4 }),
      number: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
    });
    fc.assert(
      fc.property(attribute, ({ name, text, number }) => {
        const answer = decodeIpp(
          encodeIpp({
            operation: 0,
            attributes: [
              { name, tag: ippTags.text, values: text },
              { name: `${name}#`, tag: ippTags.integer, values: [number] },
            ],
          }),
        );
        const group = groupOf(answer, 1);
        expect(textsOf(group, name)).toEqual(text);
        expect(numberOf(group, `${name}#`)).toBe(number);
      }),
    );
  });

  test('has values only of the kind that is asked for', () => {
    const group = (tag: number, bytes: readonly number[]) => ({
      tag: 4,
      attributes: new Map([['x', [{ tag, bytes: Buffer.from(bytes) }]]]),
    });
    // no-value, as a job's time of printing is until it prints.
    expect(numberOf(group(0x13, []), 'x')).toBeUndefined();
    expect(textsOf(group(0x13, []), 'x')).toEqual([]);
    expect(numberOf(group(ippTags.integer, [1, 2]), 'x')).toBeUndefined();
    expect(numberOf(group(ippTags.keyword, [1, 2, 3, 4]), 'x')).toBeUndefined();
    expect(booleanOf(group(ippTags.integer, [0, 0, 0, 1]), 'x')).toBeUndefined();
    expect(numberOf(undefined, 'x')).toBeUndefined();
    expect(textOf(group(ippTags.text, []), 'constructor')).toBe('');
  });
});
