import { XMLParser } from 'fast-xml-parser';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Service } from '../../../../shared/biller-profile.ts';
import { rupiah } from '../../../../shared/money.ts';
import {
  balanceCommand,
  inquiryCommand,
  paymentCommand,
  priceListCommand,
  sign,
  signRequest,
  statusCommand,
} from '../../../../electron/billers/iak/request.ts';

const credentials = { username: '08123456789', apiKey: 'abc123' };
const bpjs: Service = { product: 'bpjs', code: 'BPJS', name: 'BPJS', asks: ['months'] };
const inquiry = { service: bpjs, customerNumber: '8801234560001', extras: { months: 2 }, refId: 'r1' };

describe('a signature', () => {
  it('is md5 of user name, key and suffix in small letters', () => {
    expect(sign(credentials, '9732432')).toBe('82c1110a4b611169627b871fdbb7b0d3');
    expect(sign(credentials, 'cs')).toBe('7c8d113e3f81103e24e3949b279b5cef');
    expect(sign(credentials, 'pl')).toBe('e94b9aef0caabdd7e13a245cf8ce1e9f');
    expect(sign(credentials, 'bl')).toBe('a7f5dca18b03c23d8f21ff3ca18a6e33');
  });

  it('ends in the inquiry by ref_id, in the payment by tr_id, and in the others by their word', () => {
    const suffixes = [
      inquiryCommand(inquiry),
      paymentCommand('9732432'),
      statusCommand('r1'),
      priceListCommand,
      balanceCommand,
    ].map(({ signedWith }) => signedWith);
    expect(suffixes).toEqual(['r1', '9732432', 'cs', 'pl', 'bl']);
  });
});

describe('a request', () => {
  it('in JSON has the documented fields, as strings', () => {
    expect(JSON.parse(signRequest(credentials, paymentCommand('9732432'), 'json').body)).toEqual({
      commands: 'pay-pasca',
      username: '08123456789',
      tr_id: '9732432',
      sign: '82c1110a4b611169627b871fdbb7b0d3',
    });
    expect(JSON.parse(signRequest(credentials, statusCommand('r1'), 'json').body)).toEqual({
      commands: 'checkstatus',
      username: '08123456789',
      ref_id: 'r1',
      sign: '7c8d113e3f81103e24e3949b279b5cef',
    });
    expect(JSON.parse(signRequest(credentials, priceListCommand, 'json').body)).toEqual({
      commands: 'pricelist-pasca',
      username: '08123456789',
      status: 'all',
      sign: 'e94b9aef0caabdd7e13a245cf8ce1e9f',
    });
    expect(JSON.parse(signRequest(credentials, balanceCommand, 'json').body)).toEqual({
      username: '08123456789',
      sign: 'a7f5dca18b03c23d8f21ff3ca18a6e33',
    });
  });

  it('in XML has the same fields below mp', () => {
    const { body, contentType } = signRequest(credentials, paymentCommand('9732432'), 'xml');
    expect(contentType).toBe('application/xml');
    expect(body).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<mp><commands>pay-pasca</commands><username>08123456789</username>' +
        '<tr_id>9732432</tr_id><sign>82c1110a4b611169627b871fdbb7b0d3</sign></mp>',
    );
  });

  it('of an inquiry brings along what the service asks for, and nothing else', () => {
    const extras = { months: 2, taxYear: 2023, identityNumber: '3204', amount: rupiah(50_000) };
    const fieldsFor = (asks: Service['asks']) =>
      inquiryCommand({ ...inquiry, service: { ...bpjs, asks }, extras }).fields;
    const always = { commands: 'inq-pasca', code: 'BPJS', hp: '8801234560001', ref_id: 'r1' };
    expect(fieldsFor([])).toEqual(always);
    expect(fieldsFor(['months'])).toEqual({ ...always, month: '2' });
    expect(fieldsFor(['tax-year'])).toEqual({ ...always, year: '2023' });
    expect(fieldsFor(['identity-number'])).toEqual({ ...always, nomor_identitas: '3204' });
    expect(fieldsFor(['amount'])).toEqual({ ...always, desc: { amount: 50_000 } });
    expect(
      signRequest(credentials, { fields: fieldsFor(['amount']), signedWith: 'r1' }, 'xml').body,
    ).toContain('<desc><amount>50000</amount></desc>');
  });

  it('is kept without user name, key and signature, in the format it was sent in', () => {
    for (const format of ['json', 'xml'] as const) {
      const { body, redacted } = signRequest(credentials, inquiryCommand(inquiry), format);
      for (const secret of ['08123456789', 'abc123', sign(credentials, 'r1')]) {
        expect(redacted).not.toContain(secret);
      }
      expect(body).not.toContain('abc123');
      const [sent, kept] = [body, redacted].map((text) =>
        text.replaceAll(/08123456789|[0-9a-f]{32}|\[secret\]/g, '*'),
      );
      expect(kept).toBe(sent);
    }
  });

  it('in XML says any value so that a reader gets it back', () => {
    const reader = new XMLParser({ parseTagValue: false, trimValues: false });
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', minLength: 1 }), (text) => {
        const command = { fields: { commands: 'inq-pasca', hp: text }, signedWith: '' };
        const { body } = signRequest(credentials, command, 'xml');
        expect(reader.parse(body).mp.hp).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });
});
