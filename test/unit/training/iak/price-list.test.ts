import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startIakServer, type IakServer } from '../../../../electron/training/iak-server.ts';
import { catalogue } from '../../../../electron/training/iak/catalogue.ts';
import { practiceOf } from '../../../../electron/training/iak/practice-numbers.ts';
import {
  checkUrl,
  formats,
  morning,
  said,
  send,
  signed,
  written,
  type Fields,
  type Format,
} from './reseller.ts';

let server: IakServer;
beforeEach(async () => {
  server = await startIakServer({ now: () => morning });
});
afterEach(() => server.close());

const request = (change: Fields = {}): Fields => ({
  ...signed(server, 'pl', { commands: 'pricelist-pasca' }),
  ...change,
});

async function codesOf(type?: string, change: Fields = {}): Promise<readonly string[]> {
  const answer = said(await send(checkUrl(server, type), written(request(change), 'json')), 'json');
  return (answer['pasca'] as { code: string }[]).map(({ code }) => code);
}

const textOf = async (format: Format, type?: string) =>
  (await send(checkUrl(server, type), written(request(), format), { type: `application/${format}` })).text;

describe('pricelist-pasca', () => {
  it('lists all that is sold and what is not, where nothing is chosen', async () => {
    expect(await codesOf()).toEqual(catalogue.map(({ code }) => code));
    expect(await codesOf(undefined, { status: 'all' })).toEqual(catalogue.map(({ code }) => code));
    expect(await codesOf('')).toHaveLength(catalogue.length);
  });

  it('chooses by status', async () => {
    expect(await codesOf(undefined, { status: 'non active' })).toEqual(['FNMF']);
    expect(await codesOf(undefined, { status: 'active' })).not.toContain('FNMF');
    expect(await codesOf('finance', { status: 'active' })).toEqual(['FNMEGA']);
  });

  it('chooses by the type in the path', async () => {
    expect(await codesOf('pln')).toEqual(['PLNPOSTPAID', 'PLNNONH']);
    expect(await codesOf('kereta')).toEqual([]);
  });

  it('chooses waterworks by province, and nothing else', async () => {
    expect(await codesOf('pdam', { province: 'Jawa Timur' })).toEqual(['PDAMKOTA.SURABAYA']);
    expect(await codesOf('pdam', { province: 'BALI' })).toEqual([]);
    expect(await codesOf('pln', { province: 'BALI' })).toEqual(['PLNPOSTPAID', 'PLNNONH']);
  });

  it('has the fields and types of the documentation, the province for waterworks only', async () => {
    const gas = { code: 'PGAS', name: 'Gas Negara', status: 1, fee: 2_500, komisi: 600, type: 'gas' };
    expect(JSON.parse(await textOf('json', 'gas'))).toEqual({
      data: { pasca: [{ ...gas, category: 'postpaid' }] },
      meta: [],
    });
    const [first] = (JSON.parse(await textOf('json', 'pdam')) as { data: { pasca: object[] } }).data.pasca;
    expect(first).toMatchObject({ province: 'JAWA TIMUR' });
  });

  it('keeps data round the list in XML', async () => {
    expect(await textOf('xml', 'gas')).toBe(
      '<?xml version="1.0" encoding="UTF-8" ?>\n<mp><data><pasca><code>PGAS</code><name>Gas Negara</name>' +
        '<status>1</status><fee>2500</fee><komisi>600</komisi><type>gas</type>' +
        '<category>postpaid</category></pasca></data></mp>\n',
    );
  });

  it.each(formats)('refuses another signature, and a status that is none, in %s', async (format) => {
    const code = async (change: Fields) => {
      const body = written(request(change), format);
      return said(await send(checkUrl(server), body, { type: `application/${format}` }), format)[
        'response_code'
      ];
    };
    expect(await code({ sign: signed(server, 'cs', {})['sign'] })).toBe('100');
    expect(await code({ status: 'inactive' })).toBe('107');
  });
});

describe('the catalogue', () => {
  it('has each code once, and only types of the documentation', () => {
    const codes = catalogue.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    const types =
      'pdam bpjs internet pajak-kendaraan finance hp estate emoney kereta tv airline o2o pbb gas pajak-daerah ' +
      'pln pasar retribusi pendidikan asuransi';
    for (const { type } of catalogue) expect(types.split(' ')).toContain(type);
  });

  it('gives each product its sample numbers', () => {
    for (const { numbers } of catalogue) {
      for (const hp of numbers.samples ?? []) {
        expect(practiceOf(numbers, hp)).toEqual({ kind: 'sale', bills: 'one' });
      }
    }
  });
});
