import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTolerantJson } from '../../../../electron/billers/teleanjar/tolerant-json.ts';

const read = (text: string) => {
  const parsed = parseTolerantJson(text);
  if (!parsed.ok) return 'unreadable';
  const { value, repairs } = parsed.value;
  return { value, repairs };
};

const repeatedIn = (text: string): readonly string[] => {
  const parsed = parseTolerantJson(text);
  return parsed.ok ? [...parsed.value.repeatedKeys] : ['unreadable'];
};

describe('damaged JSON', () => {
  it('is left alone where it is not damaged', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        fc.pre(!JSON.stringify(value).includes('\uE000'));
        expect(read(JSON.stringify(value))).toEqual({ value: JSON.parse(JSON.stringify(value)), repairs: 0 });
      }),
    );
  });

  it.each([
    [String.raw`{"info":"TARIF\|DAYA"}`, { info: 'TARIF/DAYA' }, 1],
    [String.raw`{"info":"TARIF\/DAYA"}`, { info: 'TARIF/DAYA' }, 0],
    [String.raw`{"info":"40014002\2018"}`, { info: '40014002/2018' }, 1],
    [String.raw`{"info":"CA\\x"}`, { info: String.raw`CA\x` }, 0],
    ['{"info":"NO\nJASTEL"}', { info: 'NO JASTEL' }, 1],
    ['{"info":"NO\r\nJASTEL"}', { info: 'NO JASTEL' }, 1],
    ['{"respdata":[{"total":1},\n ],}', { respdata: [{ total: 1 }] }, 2],
    [String.raw`{"nama":"A\|B","nama_transaksi":"C\|D"}`, { nama: 'A/B', nama_transaksi: 'C/D' }, 2],
    ['{"info":"a, ]"}', { info: 'a, ]' }, 0],
    [String.raw`{"info":"a\",]"}`, { info: 'a",]' }, 0],
    [String.raw`{"info":"\u001b!\u0010"}`, { info: '\u001B!\u0010' }, 0],
    [String.raw`{"info":"\u00zz"}`, { info: '/u00zz' }, 1],
  ])('%s is mended and the mends are counted', (text, value, repairs) => {
    expect(read(text)).toEqual({ value, repairs });
  });

  it.each([
    [String.raw`{"response":"SWT\|0000"}`, 'response'],
    ['{"total":"302\n500"}', 'total'],
    [String.raw`{"idpel":"5300\2"}`, 'idpel'],
    [String.raw`{"token":"1234\|"}`, 'token'],
  ])(
    '%s loses the field that needed it, and says so: nothing is believed of a code, a number or an amount',
    (text, field) => {
      const parsed = parseTolerantJson(text);
      expect(parsed).toMatchObject({ ok: true, value: { damagedKeys: new Set([field]) } });
      expect(parsed).not.toHaveProperty(`value.value.${field}`);
    },
  );

  it.each(['', '{', '<html>', '{"a":}', '{"a":1', `${'['.repeat(500)}${']'.repeat(500)}`, '{"a":"\uE000"}'])(
    '"%s" is not JSON even so',
    (text) => {
      expect(read(text)).toBe('unreadable');
    },
  );

  it('never throws, and never takes a prototype from a server', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseTolerantJson(text)));
    const parsed = read('{"__proto__":{"polluted":true},"a":1}');
    expect(Object.prototype).not.toHaveProperty('polluted');
    expect(parsed).toHaveProperty('value.a', 1);
  });
});

describe('a key that stands twice in one object', () => {
  it.each([
    ['{"a":1,"a":1}', ['a']],
    ['{"a":1,"b":{"a":2}}', []],
    ['[{"a":1},{"a":2}]', []],
    ['[{"a":1,"a":2},{"b":{"c":0,"c":1}}]', ['a', 'c']],
    [String.raw`{"a":1,"\u0061":2}`, ['a']],
    ['{"a" \n : 1, "a"\t:2}', ['a']],
    ['{"x":"a\\":1,\\"a","a":1}', []],
    ['{"x":["a","a"],"y":"a"}', []],
    ['{"x":"{\\"a\\":1","a":"}","b":{}}', []],
    ['{"a":1,"A":2}', []],
    ['{"__proto__":1,"__proto__":2}', ['__proto__']],
    ['{"":1,"":2}', ['']],
  ])('%s is told', (text, keys) => {
    expect(repeatedIn(text)).toEqual(keys);
  });

  it('is told whatever stands round it, and never where there is none', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.string(), (value, key) => {
        const text = JSON.stringify(value);
        fc.pre(!`${text}${key}`.includes('\uE000') && !/\\ue000/i.test(text));
        expect(repeatedIn(text)).toEqual([]);
        const written = JSON.stringify(key);
        expect(
          repeatedIn(`[${text},{${written}:${text},"${key.length}-other":0,${written}:${text}}]`),
        ).toEqual([key]);
      }),
    );
  });
});
