import { describe, expect, it } from 'vitest';
import { productOf, readPriceList } from '../../../../electron/billers/iak/price-list.ts';
import { form } from '../../../../electron/billers/iak/form.ts';
import { priceListEntrySchema } from '../../../../shared/biller-profile.ts';
import { jsonReply, replyOf } from './telkom-sample.ts';

const line = (code: string, type: string, more = {}) => ({
  code,
  name: `name of ${code}`,
  status: 1,
  fee: 2500,
  komisi: 1000,
  type,
  category: 'postpaid',
  ...more,
});

describe('a price list', () => {
  it('is read from JSON and from XML, a single line being a list', () => {
    const entry = { code: 'AETRA', name: 'name of AETRA', type: 'pdam', product: 'pdam', active: true };
    expect(readPriceList(jsonReply({ pasca: [line('AETRA', 'pdam')] }))).toEqual({
      ok: true,
      value: [entry],
    });
    const xml =
      '<mp><data><pasca><code>AETRA</code><name>name of AETRA</name><status>4</status><type>pdam</type></pasca></data></mp>';
    expect(readPriceList(replyOf(xml))).toEqual({ ok: true, value: [{ ...entry, active: false }] });
    expect(readPriceList(jsonReply({ pasca: [] }))).toEqual({ ok: true, value: [] });
  });

  it('says which kind of product a line is, where it is one of ours', () => {
    const kinds = {
      'pdam AETRA': 'pdam',
      'bpjs BPJS': 'bpjs',
      'bpjs BPJSTK': 'bpjs-tk',
      'bpjs BPJSTKPU': 'bpjs-tk',
      'internet CBN': 'internet',
      'internet TELKOMPSTN': 'telkom-pstn',
      'internet SPEEDY': 'telkom-pstn',
      'pajak-kendaraan ESAMSAT.JABAR': 'esamsat',
      'finance FNMEGA': 'multifinance',
      'hp HPTHREE': 'mobile-postpaid',
      'tv TVBIG': 'tv',
      'pbb PBBKOT.CIMAHI': 'pbb',
      'gas PGAS': 'gas',
      'pln PLNPOSTPAID': 'pln-postpaid',
      'pln PLNNONH': 'pln-nontaglis',
      'emoney SHOPEEPAY': 'emoney',
      'asuransi TASPEN.ASURANSI': 'insurance',
      'kereta KAI': null,
      'constructor X': null,
    };
    for (const [typeAndCode, product] of Object.entries(kinds)) {
      const [type = '', code = ''] = typeAndCode.split(' ');
      expect(productOf(code, type), typeAndCode).toBe(product);
    }
  });

  it('leaves out a line whose code cannot be asked for, and keeps the others', () => {
    const odd = [null, 'AETRA', {}, line('A B', 'pdam'), line('A|B', 'pdam'), line('', 'pdam'), { code: 1 }];
    const list = readPriceList(
      jsonReply({ pasca: [...odd, line('PGAS', 'gas', { name: null, status: '1' })] }),
    );
    expect(list).toEqual({
      ok: true,
      value: [{ code: 'PGAS', name: '', type: 'gas', product: 'gas', active: true }],
    });
  });

  it('keeps to what the contract allows, however long the words', () => {
    const list = readPriceList(jsonReply({ pasca: [line('X', 'y'.repeat(99), { name: 'n'.repeat(999) })] }));
    expect(list.ok && list.value.every((entry) => priceListEntrySchema.safeParse(entry).success)).toBe(true);
  });

  it('that is refused or is none says so', () => {
    expect(readPriceList(jsonReply({ response_code: '102', message: 'INVALID IP' }))).toMatchObject({
      error: { code: 'refused-by-biller', billerCode: '102' },
    });
    expect(readPriceList(jsonReply({}))).toMatchObject({ error: { code: 'unreadable-reply' } });
    expect(readPriceList(jsonReply({ pasca: 'x' }))).toMatchObject({ error: { code: 'unreadable-reply' } });
  });

  it('would name the kinds that the form starts with', () => {
    const types = new Map([
      ['PLNPOSTPAID', 'pln'],
      ['PLNNONH', 'pln'],
      ['TELKOMPSTN', 'internet'],
      ['BPJSTK', 'bpjs'],
      ['BPJSTKPU', 'bpjs'],
      ['TASPEN.ASURANSI', 'finance'],
    ]);
    for (const { code, product } of form.defaults.services) {
      const type = types.get(code);
      if (type !== undefined) expect(productOf(code, type), code).toBe(product);
    }
  });
});
