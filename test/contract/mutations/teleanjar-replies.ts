import fs from 'node:fs';
import path from 'node:path';
import type { Inquiry, InquiryProblem, RawReply, StatusReading } from '../../../electron/billers/biller.ts';
import type { PaymentOutcome } from '../../../shared/payment/outcome.ts';
import type { Bill, Quote } from '../../../shared/payment/quote.ts';
import type { ProductId } from '../../../shared/products.ts';
import type { Result } from '../../../shared/result.ts';
import { readJson } from './read-json.ts';
import { bill, quoteOf, type Source } from './source.ts';
import { faultOfInquiry, faultOfPayment, faultOfStatus } from './teleanjar-oracle.ts';
import { writtenOf } from './written.ts';

/** What reads Teleanjar's answers: the client, or a reader that is wrong on purpose. */
export interface TeleanjarReaders {
  payment(quote: Quote, reply: RawReply, finals: readonly string[]): PaymentOutcome;
  status(quote: Quote, reply: RawReply): StatusReading;
  inquiry(product: ProductId, asked: string, reply: RawReply): Result<Inquiry, InquiryProblem>;
}

/** An owner's list: codes that are given before anybody is asked for anything, and words of the biller's. */
const finals: readonly string[] = [
  ...'0013 0014 0015 0016 0030 0031 0032 0033 0041 0042 0047 0048 0077 0089 0090'.split(' '),
  'TAGIHAN DITUTUP',
];

type Data = Readonly<Record<string, unknown>>;

interface Sample {
  readonly label: string;
  readonly quote: Quote;
  readonly paid: Data;
}

const certificate = {
  billreff: 'E29AF7F5547E4C68B928908A551DAB34',
  waktu_transaksi: '2018-05-30 15:02:26',
};
const envelope = { response: 'SWT:0000', respid: '5b0e5b344088e' };
const paper = {
  info_struk: '\u001B@||STRUK|IDPEL : 530000000001|CA/tester/20180530150508|',
  saldo: 901_256_709,
};

const answer = (rows: readonly Data[], more: Data = {}): Data => ({
  ...envelope,
  respdata: rows,
  ...paper,
  ...more,
});

/** One row a bill, each with what names the customer. */
const rowsOf = (bills: readonly Bill[], who: Data, more: Data = {}): readonly Data[] =>
  bills.map(({ period, amount, adminFee, total }, index) => ({
    ...who,
    nama: 'BUDI SANTOSO',
    ...(period === undefined ? {} : { blth: period }),
    tagihan: amount,
    admin: adminFee,
    total,
    sisatungg: bills.length - index - 1,
    ...more,
    ...certificate,
  }));

const common = { biller: 'teleanjar', inquiryId: 'D8BA9284D292D7D4D277A7F64CFBEA84' } as const;

const months = [bill(300_000, 2500, 'MEI18'), bill(284_150, 2500, 'JUN18'), bill(300_000, 2500, 'JUL18')];

const postpaid = (count: number): Sample => {
  const bills = months.slice(0, count);
  return {
    label: `postpaid of ${count}`,
    quote: quoteOf({
      ...common,
      product: 'pln-postpaid',
      code: 'TELE-PLN-POSTPAID',
      customerNumber: '530000000001',
      bills,
    }),
    paid: answer(rowsOf(bills, { idpel: '530000000001' }, { tarif: 'R1', daya: '1300VA' })),
  };
};

const telkom = (count: number): Sample => {
  const bills = [bill(657_207, 2500), bill(120_000, 2500)].slice(0, count);
  return {
    label: `telkom of ${count}`,
    quote: quoteOf({
      ...common,
      product: 'telkom-pstn',
      code: 'TELE-TELKOM',
      customerNumber: '023158334621',
      bills,
    }),
    paid: answer(rowsOf(bills, { nopel: '023158334621' }, { noslip: '000017', referensi: '4b2b77ebb7e' }), {
      rc: '00',
    }),
  };
};

const registrations = [bill(1_000_000, 7500)];
const nontaglis: Sample = {
  label: 'non-taglis',
  quote: quoteOf({
    ...common,
    product: 'pln-nontaglis',
    code: 'TELE-PLN-NONTAGLIS',
    customerNumber: '5311000928219',
    details: [{ label: 'idpel', value: '123456790282' }],
    bills: registrations,
  }),
  paid: answer(
    rowsOf(registrations, { nomor_registrasi: '5311000928219', idpel: '123456790282' }, { pesan: 'Hemat' }),
  ),
};

const token: Sample = {
  label: 'token',
  quote: quoteOf({
    ...common,
    product: 'pln-prepaid',
    code: 'TELE-PLN-PREPAID',
    customerNumber: '55000002604',
    identity: '100456789024',
    details: [
      { label: 'meter-number', value: '55000002604' },
      { label: 'idpel', value: '100456789024' },
    ],
    bills: [bill(20_000, 1500)],
  }),
  paid: answer([
    {
      nometer: '55000002604',
      idpel: '100456789024',
      nama: 'BUDI SANTOSO',
      tarif: 'R3',
      daya: '7000VA',
      rp_admin: 1500,
      rp_total: 21_500,
      kwh: 35,
      token: '6722 0840 8781 8484 1314 ',
      ...certificate,
    },
  ]),
};

const samples: readonly Sample[] = [
  postpaid(1),
  postpaid(2),
  postpaid(3),
  nontaglis,
  token,
  telkom(1),
  telkom(2),
];

interface Asking {
  readonly product: ProductId;
  readonly asked: string;
  readonly found: Data;
}

const inquiries: readonly Asking[] = [
  {
    product: 'pln-postpaid',
    asked: '530000000001',
    found: answer(rowsOf(months, { idpel: '530000000001' }), { info_struk: undefined, info: 'INFORMASI' }),
  },
  {
    product: 'pln-nontaglis',
    asked: '5311000928219',
    found: answer(rowsOf(registrations, { nomor_registrasi: '5311000928219', idpel: '123456790282' })),
  },
  {
    product: 'pln-prepaid',
    asked: '55000002604',
    found: answer([
      {
        nometer: '55000002604',
        idpel: '100456789024',
        nama: 'BUDI SANTOSO',
        rp_admin: 1500,
        available_token: [20_000, 50_000, 100_000],
      },
    ]),
  },
  {
    product: 'telkom-pstn',
    asked: '023158334621',
    found: answer(rowsOf([bill(657_207, 2500)], { idpel: '023158334621', blth: '4b2b77ebb7e' }), {
      rc: '00',
    }),
  },
];

/** Refusals, alone and with the customer's rows. */
const refusals = (paid: Data): readonly (readonly [string, Data])[] => [
  ['refused', { response: 'SWT:0014', respid: '', respdata: [], saldo: 901_256_709 }],
  ['refused in words', { response: 'KILLME: TAGIHAN DITUTUP' }],
  ['refused with rows', { ...paid, response: 'SWT:0090' }],
  ['pending', { ...paid, response: 'SWT:0068' }],
];

const treeOf = (data: Data) => writtenOf(JSON.parse(JSON.stringify(data)));

const printed = (name: string): string =>
  fs.readFileSync(path.resolve(import.meta.dirname, `../../fixtures/teleanjar/payment-${name}.txt`), 'utf8');

/** The document's own samples, mended where they are no JSON. */
const fromDocument: readonly (readonly [string, Quote])[] = [
  [
    'pln-postpaid',
    {
      ...postpaid(1).quote,
      customer: { identity: '123456792482', name: 'any', details: [] },
      bills: [bill(500_000, 2500), bill(1_050_000, 2500)],
      total: bill(1_550_000, 5000).total,
    },
  ],
  ['telkom-pstn', telkom(1).quote],
];

/** Every valid answer of Teleanjar's with what reads it. */
export function teleanjarSources(readers: TeleanjarReaders): readonly Source[] {
  const paying = (label: string, quote: Quote): Pick<Source, 'label' | 'format' | 'examine'> => ({
    label: `payment, ${label}`,
    format: 'json',
    examine(reply) {
      const outcome = readers.payment(quote, reply, finals);
      return { kind: outcome.kind, fault: faultOfPayment(quote, reply, outcome, finals) };
    },
  });
  const checking = (label: string, quote: Quote): Pick<Source, 'label' | 'format' | 'examine'> => ({
    label: `cek_status, ${label}`,
    format: 'json',
    examine(reply) {
      const reading = readers.status(quote, reply);
      return { kind: `status ${reading.kind}`, fault: faultOfStatus(quote, reply, reading) };
    },
  });
  return [
    ...samples.flatMap(({ label, quote, paid }): readonly Source[] => [
      // Twice, since it is what money hangs on.
      { ...paying(label, quote), tree: treeOf(paid) },
      { ...paying(label, quote), tree: treeOf(paid) },
      { ...checking(label, quote), tree: treeOf(paid) },
    ]),
    ...[postpaid(2), token].flatMap(({ label, quote, paid }) =>
      refusals(paid).map(([what, data]): Source => ({
        ...paying(`${label}, ${what}`, quote),
        tree: treeOf(data),
      })),
    ),
    ...fromDocument.map(([name, quote]): Source => {
      const text = printed(name);
      const tree = readJson(text);
      if (tree === undefined) throw new Error(`${name} cannot be read`);
      return { ...paying(`${name} as printed`, quote), tree, printed: text };
    }),
    ...inquiries.map(({ product, asked, found }): Source => ({
      label: `inquiry, ${product}`,
      format: 'json',
      tree: treeOf(found),
      examine(reply) {
        const result = readers.inquiry(product, asked, reply);
        return {
          kind: result.ok ? 'found' : 'not found',
          fault: faultOfInquiry(product, asked, reply, result),
        };
      },
    })),
  ];
}
