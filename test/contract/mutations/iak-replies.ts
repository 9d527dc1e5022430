import type { InquiryProblem, RawReply, StatusReading } from '../../../electron/billers/biller.ts';
import type { InquiryBody } from '../../../electron/billers/iak/inquiry-reply.ts';
import type { PaymentOutcome } from '../../../shared/payment/outcome.ts';
import type { Bill, Quote } from '../../../shared/payment/quote.ts';
import type { ProductId } from '../../../shared/products.ts';
import type { Result } from '../../../shared/result.ts';
import { descFromJson, type DescSample } from '../../fixtures/iak/desc-samples.ts';
import { faultOfInquiry, faultOfPayment, faultOfStatus } from './iak-oracle.ts';
import { bill, quoteOf, type Source } from './source.ts';
import { writtenOf, type Written } from './written.ts';

/** What reads IAK's answers: the client, or a reader that is wrong on purpose. */
export interface IakReaders {
  payment(quote: Quote, reply: RawReply): PaymentOutcome;
  status(quote: Quote, reply: RawReply): StatusReading;
  inquiry(quote: Quote, reply: RawReply): Result<InquiryBody, InquiryProblem>;
}

type Data = Readonly<Record<string, unknown>>;

interface Sample {
  readonly product: ProductId;
  readonly code: string;
  readonly hp: string;
  readonly period: string;
  readonly desc: DescSample;
  readonly bills: readonly Bill[];
}

const samples: readonly Sample[] = [
  {
    product: 'telkom-pstn',
    code: 'TELKOMPSTN',
    hp: '6391601202',
    period: '201405,201407',
    desc: 'telkom-pstn',
    bills: [bill(49_870, 2500, 'MEI 2014'), bill(44_870, 2500, 'JUN 2014'), bill(34_870, 2500, 'JUL2014')],
  },
  {
    product: 'pln-postpaid',
    code: 'PLNPOSTPAID',
    hp: '530000000002',
    period: '201601,201602,201603,201604',
    desc: 'pln-postpaid',
    bills: [
      bill(286_300, 2500, '201601'),
      bill(269_150, 2500, '201602'),
      bill(305_000, 2500, '201603'),
      bill(1_256_700, 2500, '201604'),
    ],
  },
  {
    product: 'bpjs',
    code: 'BPJS',
    hp: '8801234560001',
    period: '02',
    desc: 'bpjs',
    bills: [bill(204_000, 2500)],
  },
  {
    product: 'pdam',
    code: 'PDAMKOTA.SURABAYA',
    hp: '10202002',
    period: '201803,201804',
    desc: 'pdam',
    bills: [bill(166_650, 5000)],
  },
  {
    product: 'pdam',
    code: 'AETRA',
    hp: '10202003',
    period: '201803,201804',
    desc: 'pdam-unified',
    bills: [bill(224_700, 2500)],
  },
  {
    product: 'pbb',
    code: 'PBBKOT.CIMAHI',
    hp: '327701000200100230',
    period: '201909',
    desc: 'pbb',
    bills: [bill(228_320, 2500)],
  },
  {
    product: 'mobile-postpaid',
    code: 'HPTHREE',
    hp: '08991234501',
    period: '',
    desc: 'mobile-postpaid',
    bills: [bill(51_500, 2500)],
  },
  {
    product: 'pln-nontaglis',
    code: 'PLNNONH',
    hp: '5392112011703',
    period: '',
    desc: 'pln-nontaglis',
    bills: [bill(922_500, 2500)],
  },
];

const trId = 9_732_795;
const refId = '091283746520';

const quoteFor = ({ product, code, hp, bills }: Sample): Quote =>
  quoteOf({
    biller: 'iak',
    product,
    code,
    customerNumber: hp,
    inquiryId: String(trId),
    ourReference: refId,
    bills,
  });

/** The mandatory fields of every answer about a bill, with what the call adds. */
function answer({ code, hp, period, desc, bills }: Sample, more: Data): Data {
  const [nominal, admin] = (['amount', 'adminFee'] as const).map((part) =>
    bills.reduce((whole, each) => whole + each[part], 0),
  );
  const price = bills.reduce((whole, each) => whole + each.total, 0);
  return {
    tr_id: trId,
    code,
    hp,
    tr_name: 'BUDI SANTOSO',
    period,
    nominal,
    admin,
    price,
    selling_price: price - 1200,
    ref_id: refId,
    ...more,
    desc: descFromJson(desc),
  };
}

const success = {
  response_code: '00',
  message: 'PAYMENT SUCCESS',
  datetime: '20180803171608',
  balance: 996_850_749,
};

const statuses = {
  paid: { ...success, status: 1, noref: '1609626' },
  failed: { ...success, status: 2, response_code: '37', message: 'PEMBAYARAN GAGAL', noref: '' },
  missing: { ...success, status: 0, response_code: '42', message: 'REQUEST PEMBAYARAN BELUM DITERIMA' },
  pending: { status: 3, response_code: '39', message: 'PENDING / TRANSAKSI SEDANG DIPROSES' },
} as const;

/** IAK's JSON has its `data`, its XML has not. */
const treeOf = (data: Data, format: Source['format']): Written =>
  writtenOf(format === 'json' ? { data, meta: [] } : data);

/** Every valid answer of IAK's in one format with what reads it. */
export const iakSources = (format: Source['format'], readers: IakReaders): readonly Source[] =>
  samples.flatMap((sample) => {
    const quote = quoteFor(sample);
    const asked = { code: sample.code, customerNumber: sample.hp, refId };
    const paying = (what: string, data: Data): Source => ({
      label: `payment, ${sample.code}, ${what}`,
      format,
      tree: treeOf(data, format),
      examine(reply) {
        const outcome = readers.payment(quote, reply);
        return { kind: outcome.kind, fault: faultOfPayment(quote, reply, outcome) };
      },
    });
    const checking = (what: string, data: Data): Source => ({
      label: `checkstatus, ${sample.code}, ${what}`,
      format,
      tree: treeOf(data, format),
      examine(reply) {
        const reading = readers.status(quote, reply);
        return { kind: `status ${reading.kind}`, fault: faultOfStatus(quote, reply, reading) };
      },
    });
    const inquiring: Source = {
      label: `inquiry, ${sample.code}`,
      format,
      tree: treeOf(answer(sample, { response_code: '00', message: 'INQUIRY SUCCESS' }), format),
      examine(reply) {
        const result = readers.inquiry(quote, reply);
        return { kind: result.ok ? 'found' : 'not found', fault: faultOfInquiry(asked, reply, result) };
      },
    };
    const paid = paying('paid', answer(sample, { ...success, noref: '1609626' }));
    return [
      // Twice, since it is what money hangs on.
      paid,
      paid,
      paying('refused', { response_code: '17', message: 'BALANCE NOT ENOUGH' }),
      paying(
        'refused whole',
        answer(sample, { ...success, response_code: '106', message: 'OUT OF SERVICE' }),
      ),
      ...Object.entries(statuses).map(([what, more]) => checking(what, answer(sample, more))),
      checking('echo', { status: 2, response_code: '92', message: 'GENERAL ERROR', ref_id: refId }),
      inquiring,
    ];
  });
