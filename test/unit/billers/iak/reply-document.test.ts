import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openReply } from '../../../../electron/billers/iak/reply-document.ts';
import { telkomData, telkomJson, telkomXml } from './telkom-sample.ts';

const open = (text: string) => openReply(new TextEncoder().encode(text));
const fieldsOf = (text: string) => {
  const opened = open(text);
  return opened.ok ? opened.value.fields : undefined;
};
const isUnreadable = (text: string): boolean => !open(text).ok;

describe('an answer', () => {
  it('says the same in XML as in JSON, a number being its digits', () => {
    const asXml = fieldsOf(telkomXml);
    expect(asXml).toMatchObject({
      tr_id: '9732432',
      hp: '6391601201',
      price: '137110',
      desc: {
        kode_area: '0751',
        tagihan: { detail: [{ total: '52370' }, { total: '47370' }, { total: '37370' }] },
      },
    });
    expect(fieldsOf(telkomJson)).toMatchObject(telkomData);
  });

  it('is read by how it begins, whatever was asked for, a byte order mark and blanks let be', () => {
    expect(fieldsOf('\uFEFF \n{"rc":"39"}')).toEqual({ rc: '39' });
    expect(fieldsOf('\uFEFF \n<mp><rc>39</rc></mp>')).toEqual({ rc: '39' });
    for (const text of [
      '',
      ' ',
      'null',
      '[]',
      '"00"',
      '<html></html>',
      '<MP></MP>',
      'mp',
      '<mp/>',
      '<mp>00</mp>',
    ]) {
      expect(isUnreadable(text), text).toBe(true);
    }
  });

  it('has its code in one of three places, as a string', () => {
    const codes = [
      '{"response_code":"117","message":"PAGE"}',
      '{"data":{"response_code":"117"},"meta":[]}',
      '{"data":{"rc":"117","status":2}}',
      '{"data":{"response_code":117}}',
      '<mp><response_code>117</response_code></mp>',
    ].map((text) => {
      const opened = open(text);
      return opened.ok ? opened.value.code : opened.error;
    });
    expect(codes).toEqual(['117', '117', '117', '117', '117']);
    expect(open('{"data":{"response_code":0}}')).toMatchObject({ value: { code: '0' } });
    expect(open('{"data":{"message":"?"}}')).toMatchObject({ value: { code: undefined } });
  });

  it('that contradicts itself is unreadable', () => {
    for (const text of [
      '{"response_code":"00","data":{"response_code":"39"}}',
      '{"data":{"response_code":"00","rc":"39"}}',
      '{"price":1,"data":{"response_code":"00","price":2}}',
      '{"data":{"price":1,"price":2}}',
      String.raw`{"data":{"price":1,"\u0070rice":2}}`,
      '{"data":{"price":1},"data":{"price":1}}',
      '<mp><price>1</price><price>1</price></mp>',
      '<mp><price>1</price></mp><mp><price>2</price></mp>',
      '<mp>1<price>1</price></mp>',
      '{"data":{"response_code":{"a":1}}}',
      '{"data":{"response_code":true}}',
    ]) {
      expect(isUnreadable(text), text).toBe(true);
    }
  });

  it('may have the same name in different objects', () => {
    expect(
      fieldsOf('{"data":{"admin":1,"desc":{"admin":2,"rows":[{"admin":3},{"admin":4}]}}}'),
    ).toBeDefined();
    expect(fieldsOf('<mp><admin>1</admin><desc><admin>2</admin></desc></mp>')).toEqual({
      admin: '1',
      desc: { admin: '2' },
    });
  });

  it('in XML has a list of detail and pasca, be there one or several', () => {
    expect(fieldsOf('<mp><d><detail><a>1</a></detail></d></mp>')).toEqual({ d: { detail: [{ a: '1' }] } });
    expect(fieldsOf('<mp><data><pasca><code>A</code></pasca></data></mp>')).toEqual({
      pasca: [{ code: 'A' }],
    });
    expect(fieldsOf('<mp><d><detail>1</detail><x/><detail>2</detail></d></mp>')).toEqual({
      d: { detail: ['1', '2'], x: '' },
    });
  });

  it('in XML keeps leading zeros and characters written as references, and drops attributes and comments', () => {
    expect(
      fieldsOf(
        '<?xml version="1.0" encoding="UTF-8"?><mp a="1"><hp> 0091 </hp><!-- x --><n>A &amp; B &#66;&#x43;</n><c><![CDATA[<&amp;>]]></c></mp>',
      ),
    ).toEqual({ hp: '0091', n: 'A & B BC', c: '<&amp;>' });
  });

  it('in XML that declares, instructs, nests without end or is not well formed is unreadable', () => {
    for (const text of [
      '<!DOCTYPE mp [<!ENTITY a "00">]><mp><rc>&a;</rc></mp>',
      '<mp><rc>00</rc\u000b></mp>',
      '<mp><rc>00\u0001</rc></mp>',
      '<mp><rc>00</rc><n>&#11;</n></mp>',
      '<mp><rc>00</rc\u00a0></mp>',
      '<mp><!ENTITY a "00"><rc>00</rc></mp>',
      '<mp><?php echo 1 ?><rc>00</rc></mp>',
      '<?xml version="1.0"?><?xml-stylesheet href="x"?><mp><rc>00</rc></mp>',
      '<mp><rc>&unknown;</rc></mp>',
      '<mp><rc>&#x110000;</rc></mp>',
      '<mp><rc>00</rc>',
      '<mp><rc>00</cr></mp>',
      '<mp><rc>00</rc></mp>tail',
      '<mp><rc>00</rc></mp>&',
      '&<mp><rc>00</rc></mp>',
      '<x:mp><rc>00</rc></x:mp>',
      `<mp>${'<a>'.repeat(40)}1${'</a>'.repeat(40)}</mp>`,
      `{"data":${'['.repeat(40)}${']'.repeat(40)}}`,
    ]) {
      expect(isUnreadable(text), text).toBe(true);
    }
  });

  it('of bytes that are no UTF-8 is unreadable', () => {
    expect(openReply(new Uint8Array([0x7b, 0x22, 0xe9, 0x22, 0x7d])).ok).toBe(false);
  });

  it('cannot reach what every object has', () => {
    const polluted = fieldsOf('{"data":{"__proto__":{"response_code":"00"},"constructor":1}}');
    expect(Object.getPrototypeOf(polluted)).toBe(Object.prototype);
    expect(open('{"data":{"__proto__":{"response_code":"00"}}}')).toMatchObject({
      value: { code: undefined },
    });
    expect(isUnreadable('<mp><__proto__><rc>00</rc></__proto__></mp>')).toBe(true);
    expect(({} as Record<string, unknown>)['response_code']).toBeUndefined();
  });

  it('of any text or JSON never throws, and JSON whose names differ is read as it is', () => {
    const pieces = fc.constantFrom(
      '<mp>',
      '</mp>',
      '<a>',
      '</a>',
      '&amp;',
      '<![CDATA[',
      ']]>',
      '{',
      '"',
      ':',
      '00',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 5 }))), (parts) => {
        expect(() => open(parts.join(''))).not.toThrow();
        expect(() => open(`<mp>${parts.join('')}</mp>`)).not.toThrow();
      }),
      { numRuns: 3000 },
    );
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 }), { noNullPrototype: true }),
        (desc) => {
          const text = JSON.stringify({ data: { desc } });
          expect(fieldsOf(text)).toEqual({ desc: JSON.parse(text).data.desc });
        },
      ),
      { numRuns: 1000 },
    );
  });
});
