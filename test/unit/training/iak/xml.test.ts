import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFlatXml, writeXml } from '../../../../electron/training/iak/xml.ts';

const head = '<?xml version="1.0" encoding="UTF-8" ?>\n';

describe('writing', () => {
  it('makes a list repeated siblings, and nothing of an empty one', () => {
    expect(writeXml({ tagihan: { detail: [{ a: 1 }, { a: '' }] }, none: { detail: [] } })).toBe(
      `${head}<mp><tagihan><detail><a>1</a></detail><detail><a></a></detail></tagihan><none></none></mp>\n`,
    );
  });

  it('escapes what would be markup', () => {
    expect(writeXml({ a: 'R1 & <R2> &amp;' })).toBe(`${head}<mp><a>R1 &amp; &lt;R2&gt; &amp;amp;</a></mp>\n`);
  });
});

describe('reading a flat request', () => {
  const read = (text: string) => {
    const fields = readFlatXml(text);
    return fields === undefined ? undefined : Object.fromEntries(fields);
  };

  it('takes the request of the documentation, with or without declaration, blanks and empty elements', () => {
    expect(
      read('<?xml version="1.0" ?>\n<mp>\n  <commands>pay-pasca</commands>\n  <tr_id>1</tr_id>\n</mp>'),
    ).toEqual({ commands: 'pay-pasca', tr_id: '1' });
    expect(read('<mp><a/><b /><c></c></mp>\n')).toEqual({ a: '', b: '', c: '' });
    expect(read('<mp></mp>')).toEqual({});
  });

  it('names a field of a field with a dot', () => {
    expect(read('<mp><desc>\n <amount>100000</amount>\n</desc></mp>')).toEqual({ 'desc.amount': '100000' });
  });

  it('knows the five entities and characters by number', () => {
    expect(read('<mp><a>&amp;&lt;&gt;&quot;&apos;&#65;&#x42;</a></mp>')).toEqual({ a: `&<>"'AB` });
  });

  it.each([
    '',
    'mp',
    '<mp>',
    '<mp><a>1</mp>',
    '<mp>text</mp>',
    '<mp>text<a>1</a></mp>',
    '<mp><a>1</a>text</mp>',
    '<mp><a>1</a><a>2</a></mp>',
    '<mp><a x="1">1</a></mp>',
    '<mp x="1"><a>1</a></mp>',
    '<mp><!-- --><a>1</a></mp>',
    '<mp><a><![CDATA[1]]></a></mp>',
    '<mp><a><b><c>1</c></b></a></mp>',
    '<mp><a>1</a></mp><mp></mp>',
    '<!DOCTYPE mp [<!ENTITY e "1">]><mp><a>1</a></mp>',
    '<mp><a>&e;</a></mp>',
    '<mp><a>&constructor;</a></mp>',
    '<mp><a>&#0;</a></mp>',
    '<mp><a>&#x110000;</a></mp>',
    '<mp><a>1 & 2</a></mp>',
    '<MP><a>1</a></MP>',
    '<data><a>1</a></data>',
  ])('refuses %s', (text) => {
    expect(readFlatXml(text)).toBeUndefined();
  });

  it('reads back whatever is written', () => {
    const text = fc.string({ unit: 'binary' });
    const names = fc.stringMatching(/^[a-z_]{1,8}$/).filter((name) => name !== '__proto__');
    fc.assert(
      fc.property(fc.dictionary(names, text, { maxKeys: 6 }), (fields) => {
        expect(read(writeXml(fields))).toEqual({ ...fields });
      }),
    );
  });

  it('never throws', () => {
    const markup = fc.array(
      fc.constantFrom(
        '<mp>',
        '</mp>',
        '<a>',
        '</a>',
        '<a/>',
        '&',
        '&#9',
        ';',
        'x',
        ' ',
        '<?xml ',
        '?>',
        '<',
        '>',
      ),
    );
    fc.assert(
      fc.property(markup, (pieces) => {
        const fields = readFlatXml(pieces.join(''));
        expect(fields === undefined || fields instanceof Map).toBe(true);
      }),
    );
  });
});
