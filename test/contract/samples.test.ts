import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { rupiah } from '../../shared/money.ts';
import type { Confirmation } from '../../shared/payment/outcome.ts';
import type { ProductId } from '../../shared/products.ts';
import { textOfLine } from '../../shared/receipt/document.ts';
import { readEscpos } from '../../shared/receipt/escpos-reader.ts';
import { printerProfiles } from '../../shared/printing/printer-profile.ts';
import { answer, reply, startScriptedServer, type ScriptedServer } from '../servers/scripted-server.ts';
import { openHouse, type House, type HouseOptions } from './house.ts';

/**
 * The samples of both documents as printed, sold over a socket: the Teleanjar H2H document V1.4 with its broken lines,
 * damaged slashes and trailing comma, and IAK's page of the Telkom payment in JSON and XML.
 */

/** The `ref_id` of IAK's sample. Ours is random; here it is the sample's, so that the sample can stay as it is. */
const { sampleRefId } = vi.hoisted(() => ({ sampleRefId: '091283746520' }));
vi.mock('../../electron/billers/iak/ref-id.ts', () => ({ newRefId: () => sampleRefId }));

const fixtures = path.resolve(import.meta.dirname, '../fixtures');
const fixture = (name: string): string => fs.readFileSync(path.join(fixtures, name), 'utf8');

let folder: string;
let server: ScriptedServer;
let house: House;

beforeEach(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'loket-samples-'));
  server = await startScriptedServer();
});

afterEach(async () => {
  house.close();
  await server.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

const open = (options: Pick<HouseOptions, 'biller' | 'baseUrl'> & Partial<HouseOptions>): void => {
  house = openHouse({ folder, ...options });
};

function confirmation(): Confirmation {
  const last = house.lastPayment();
  const outcome = last === undefined ? undefined : house.ledger.payment(last)?.outcome;
  if (outcome?.kind !== 'paid') throw new Error('the sample is not paid');
  return outcome.confirmation;
}

/** The lines on paper of 58 mm, read back from the printer's bytes; none is longer than the paper is wide. */
function paper(): readonly string[] {
  const last = house.lastPayment();
  const job = last === undefined ? undefined : house.ledger.printJobs.latestOf(last);
  expect(job?.profile).toEqual(printerProfiles['58mm']);
  const { items, skipped } = readEscpos(job?.bytes ?? new Uint8Array());
  expect(skipped).toEqual([]);
  const lines = items.flatMap((item) => (item.kind === 'line' ? [item.line] : []));
  const { columns } = printerProfiles['58mm'];
  for (const line of lines) {
    const width = line.spans.reduce(
      (sum, { text, style }) => sum + (text.length * (style.doubleWidth ? 2 : 1)) / columns[style.font],
      0,
    );
    expect(width, textOfLine(line)).toBeLessThanOrEqual(1);
  }
  return lines.map(textOfLine);
}

const recordIn = (name: string): string => path.join(fixtures, name);
const written = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

describe('the Teleanjar document', () => {
  const asked = {
    'pln-postpaid': '123456789282',
    'pln-prepaid': '55000002604',
    'pln-nontaglis': '5311000928219',
    'telkom-pstn': '023158334621',
  } as const satisfies Partial<Record<ProductId, string>>;
  type Product = keyof typeof asked;
  const products = Object.keys(asked) as Product[];
  const inquirySample = (product: Product): string => fixture(`teleanjar/inquiry-${product}.txt`);
  const paymentSample = (product: Product): string => fixture(`teleanjar/payment-${product}.txt`);

  beforeEach(() => open({ biller: 'teleanjar', baseUrl: `${server.origin}/tele-api-v2/h2h/trx` }));

  it.each(products)('has an inquiry of %s that is found as the record beside it', async (product) => {
    server.script('inquiry', reply(inquirySample(product)));
    const found = await house.sale.inquire({ product, number: asked[product] });
    if (!found.ok) throw new Error(found.error.code);
    const { value } = found;
    const { customer } = value.kind === 'quote' ? value.quote : value.offer;
    const rest =
      value.kind === 'quote'
        ? { inquiryId: value.quote.inquiryId, bills: value.quote.bills, total: value.quote.total }
        : { denominations: value.offer.denominations, adminFee: value.offer.adminFee };
    const deposit = house.counter.state().billers[0]?.deposit?.amount;
    await expect(written({ customer, ...rest, deposit })).toMatchFileSnapshot(
      recordIn(`teleanjar/inquiry-${product}.record.json`),
    );
  });

  it('refuses the inquiry of another customer', async () => {
    server.script('inquiry', reply(inquirySample('pln-postpaid')));
    const found = await house.sale.inquire({ product: 'pln-postpaid', number: '123456789283' });
    expect(found).toMatchObject({ ok: false, error: { code: 'mismatched-reply' } });
  });

  /** Two of the four payments are of other customers than the inquiries; these are the inquiries they answer. */
  const answered: Readonly<Record<Product, { readonly number: string; readonly inquiry: string }>> = {
    'pln-postpaid': {
      number: '123456792482',
      inquiry: JSON.stringify({
        response: 'SWT:0000',
        respid: 'D8BA9284D292D7D4D277A7F64CFBEA84',
        respdata: [
          ['FEB16', 500_000],
          ['MAR16', 1_050_000],
        ].map(([blth, tagihan]) => ({
          idpel: '123456792482',
          nama: 'carlton nas"ser',
          blth,
          tarif: 'R1',
          daya: '210000VA',
          tagihan,
          admin: 2500,
          total: Number(tagihan) + 2500,
        })),
        info: '',
        saldo: 902_811_709,
      }),
    },
    'pln-prepaid': {
      number: '12345678901',
      inquiry: inquirySample('pln-prepaid').replaceAll('55000002604', '12345678901'),
    },
    'pln-nontaglis': { number: asked['pln-nontaglis'], inquiry: inquirySample('pln-nontaglis') },
    'telkom-pstn': { number: asked['telkom-pstn'], inquiry: inquirySample('telkom-pstn') },
  };

  const sell = (product: Product): Promise<string> => {
    const { number, inquiry } = answered[product];
    server.script('inquiry', reply(inquiry));
    server.script('payment', reply(paymentSample(product)));
    // The document names no denomination for its token.
    return house.buy(product, number, { denomination: 20_000 });
  };

  it.each(products)('has a payment of %s that is paid as the record beside it', async (product) => {
    expect(await sell(product)).toBe('paid');
    expect(server.posts).toEqual(['inquiry', 'payment']);
    const { receiptText, ...record } = confirmation();
    const deposit = house.counter.state().billers[0]?.deposit?.amount;
    await expect(written({ ...record, deposit })).toMatchFileSnapshot(
      recordIn(`teleanjar/payment-${product}.record.json`),
    );
    expect(receiptText).toMatch(/^\u001b@/);
    expect(house.faults).toEqual([]);
  });

  it.each(products)('has a receipt of %s that comes on paper as the lines beside it', async (product) => {
    await sell(product);
    const lines = paper();
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(
      recordIn(`teleanjar/payment-${product}.paper-58mm.txt`),
    );
    const text = lines.join('\n');
    const mustHave: Readonly<Record<Product, readonly string[]>> = {
      'pln-postpaid': [
        '500,000',
        '1,050,000',
        '502,500',
        '1,052,500',
        'FEB16',
        'MAR16',
        'E29AF7F5547E4C68B928908A551DAB34',
      ],
      'pln-prepaid': ['6722 0840 8781 8484 1314', '22,500', '35.0', '72195342CF8A47E59CAC9475AF48234B'],
      'pln-nontaglis': ['1,007,500', '5311000928219', '702CA2EF240E42D5A732E74251822025'],
      'telkom-pstn': ['659,707', '657,207', '023158334621', '52D16F98B50C4FD1B9068481A1683077'],
    };
    for (const words of mustHave[product]) expect(text).toContain(words);
  });

  it('has a payment that is believed for its own customer, sum and number of bills alone', async () => {
    const { inquiry } = answered['pln-postpaid'];
    const wrong: readonly (readonly [number: string, inquiry: string])[] = [
      ['123456792483', inquiry.replaceAll('123456792482', '123456792483')],
      [
        '123456792484',
        inquiry
          .replaceAll('123456792482', '123456792484')
          .replace('"tagihan":500000', '"tagihan":500001')
          .replace('502500', '502501'),
      ],
    ];
    server.script('payment', reply(paymentSample('pln-postpaid')));
    for (const [index, [number, other]] of wrong.entries()) {
      server.script('inquiry', reply(other.replace('D8BA9284', `D8BA928${index}`)));
      expect(await house.buy('pln-postpaid', number)).toBe('unknown mismatched-reply');
    }
  });
});

describe('the IAK page', () => {
  interface Sample {
    readonly format: 'json' | 'xml';
    readonly contentType: string;
    readonly payment: string;
    /** The inquiry's answer is the payment's without what only a payment has (postpaid API, "Inquiry"). */
    readonly inquiry: string;
    readonly time: string;
    readonly sellingPrice: number;
  }
  const jsonPayment = fixture('iak/payment-telkom-pstn.json');
  const xmlPayment = fixture('iak/payment-telkom-pstn.xml');
  const withoutPayment = ({ data, meta }: { readonly data: object; readonly meta: unknown }): string =>
    JSON.stringify({
      data: Object.fromEntries(
        Object.entries(data).filter(([name]) => !['datetime', 'balance', 'noref'].includes(name)),
      ),
      meta,
    });
  const samples: readonly Sample[] = [
    {
      format: 'json',
      contentType: 'application/json',
      payment: jsonPayment,
      inquiry: withoutPayment(JSON.parse(jsonPayment) as { data: object; meta: unknown }),
      time: '2018-08-03 17:20:00',
      sellingPrice: 133_510,
    },
    {
      format: 'xml',
      contentType: 'application/xml',
      payment: xmlPayment,
      inquiry: xmlPayment.replaceAll(/ *<(datetime|balance|no_ref)>.*<\/\1>\n/g, ''),
      time: '2017-07-25 16:25:07',
      sellingPrice: 135_910,
    },
  ];

  const sell = async ({ format, contentType, inquiry, payment }: Sample): Promise<string> => {
    open({ biller: 'iak', baseUrl: server.origin, options: { format } });
    const headers = { 'Content-Type': contentType };
    server.script('inquiry', (socket) => socket.end(answer(inquiry, { headers })));
    server.script('payment', (socket) => socket.end(answer(payment, { headers })));
    return house.buy('telkom-pstn', '6391601201');
  };

  it.each(samples)('has a payment in $format that is paid, with the fields of the sample', async (sample) => {
    expect(await sell(sample)).toBe('paid');
    expect(server.posts).toEqual(['inquiry', 'payment']);
    const last = house.lastPayment();
    const quote = last === undefined ? undefined : house.ledger.payment(last)?.quote;
    expect(quote).toMatchObject({
      service: { code: 'TELKOMPSTN' },
      customer: { identity: '6391601201', name: 'JAORAH' },
      inquiryId: '9732432',
      ourReference: sampleRefId,
      depositCharge: rupiah(sample.sellingPrice),
      total: rupiah(137_110),
    });
    expect(quote?.bills.map(({ amount, adminFee, total }) => [amount, adminFee, total])).toEqual([
      [49_870, 2500, 52_370],
      [44_870, 2500, 47_370],
      [34_870, 2500, 37_370],
    ]);
    expect(confirmation()).toMatchObject({
      reference: '1609626',
      transactionTime: sample.time,
      bills: 3,
      details: expect.arrayContaining([
        { label: 'area-code', value: '0751' },
        { label: 'divre', value: '01' },
        { label: 'datel', value: '0006' },
        { label: 'bill-count', value: '3' },
      ]),
    });
    expect(house.counter.state().billers[0]?.deposit?.amount).toBe(997_161_249);
    expect(house.faults).toEqual([]);
  });

  it.each(samples)(
    'has a payment in $format whose receipt fits 32 columns and says it all',
    async (sample) => {
      await sell(sample);
      const lines = paper();
      const text = lines.join('\n');
      const months = [
        ['MEI 2014', '49.870'],
        ['JUN 2014', '44.870'],
        ['JUL 2014', '34.870'],
      ];
      for (const [month = '', sum = ''] of months) {
        expect(lines.some((line) => line.includes(month) && line.includes(sum))).toBe(true);
      }
      for (const words of [
        '6391601201',
        '0751',
        '01',
        '0006',
        'JAORAH',
        '1609626',
        '7.500',
        '137.110',
        '9732432',
        sampleRefId,
      ]) {
        expect(text).toContain(words);
      }
      expect(lines.find((line) => line.startsWith('DIVRE'))).toMatch(/: 01$/);
      expect(lines.find((line) => line.startsWith('DATEL'))).toMatch(/: 0006$/);
      expect(text).toContain(sample.time);
    },
  );

  it('has the same receipt in both formats, but for the time', async () => {
    const [json, xml] = samples;
    if (json === undefined || xml === undefined) throw new Error('the page has two samples');
    await sell(json);
    const onPaper = paper();
    house.close();
    fs.rmSync(path.join(folder, 'ledger.db'), { force: true });
    fs.rmSync(path.join(folder, 'ledger.db-wal'), { force: true });
    await sell(xml);
    const timeless = (lines: readonly string[]): readonly string[] =>
      lines.map((line) => line.replaceAll(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/g, 'TIME'));
    expect(timeless(paper())).toEqual(timeless(onPaper));
  });
});
