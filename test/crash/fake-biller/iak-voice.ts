import type { Charge } from './books.ts';
import { totalOf, type KnownCustomer, type OwedBill, type SoldProduct } from './customers.ts';
import { deposit, digitsOf, timeInJakarta, type Issued, type Voice } from './voice.ts';

/** IAK's postpaid API in JSON, by its API reference. It sells no tokens there. */

const productOf: ReadonlyMap<string, SoldProduct> = new Map<string, SoldProduct>([
  ['PLNPOSTPAID', 'pln-postpaid'],
  ['TELKOMPSTN', 'telkom-pstn'],
]);

const codeOf: Readonly<Record<SoldProduct, string>> = {
  'pln-postpaid': 'PLNPOSTPAID',
  'pln-prepaid': '',
  'telkom-pstn': 'TELKOMPSTN',
};

const adminOf = (bills: readonly OwedBill[]): number => bills.reduce((sum, { admin }) => sum + admin, 0);

const descOf = ({ bills, product }: KnownCustomer): object => ({
  ...(product === 'telkom-pstn'
    ? { kode_area: '0251', divre: '01', datel: '0006', jumlah_tagihan: bills.length }
    : { tarif: 'R1', daya: 1300, lembar_tagihan: String(bills.length) }),
  tagihan: {
    detail: bills.map(({ month, amount, admin }) => ({
      periode: month,
      nilai_tagihan: String(amount),
      admin: String(admin),
      ...(product === 'telkom-pstn' ? {} : { denda: '0' }),
      total: amount + admin,
    })),
  },
});

/** What every answer about a customer says. */
const common = ({ inquiry, number, reference }: Issued, customer: KnownCustomer): object => {
  const { bills, product, name } = customer;
  const total = totalOf(bills);
  const admin = adminOf(bills);
  return {
    tr_id: Number(inquiry),
    code: codeOf[product],
    hp: number,
    tr_name: name,
    period: bills.map(({ month }) => month).join(','),
    nominal: total - admin,
    admin,
    price: total,
    selling_price: total - 600 * bills.length,
    ref_id: reference,
    desc: descOf(customer),
  };
};

const paid = (charge: Charge, customer: KnownCustomer): object => ({
  ...common(charge, customer),
  datetime: timeInJakarta(charge.at).replaceAll(/\D/g, ''),
  response_code: '00',
  message: 'PAYMENT SUCCESS',
  balance: deposit - charge.amount,
  noref: digitsOf(charge, 12),
});

const write = (data: object): string => JSON.stringify({ data, meta: [] });

export const iakVoice: Voice = {
  biller: 'iak',

  question(path, body) {
    if (!path.startsWith('/api/v1/bill/check')) return undefined;
    const fields = JSON.parse(body) as Readonly<Record<string, string>>;
    const { commands, code = '', hp = '', ref_id: reference = '', tr_id: inquiry = '' } = fields;
    switch (commands) {
      case 'inq-pasca': {
        const product = productOf.get(code);
        return product === undefined ? undefined : { call: 'inquiry', product, number: hp, reference };
      }
      case 'pay-pasca':
        return { call: 'payment', inquiry };
      case 'checkstatus':
        return {
          call: 'status',
          asked: reference,
          isAbout: (charge) => charge.biller === 'iak' && charge.reference === reference,
        };
      default:
        return undefined;
    }
  },

  newInquiry: (serial) => String(9_000_000 + serial),

  offer: (issued, customer) =>
    write({ ...common(issued, customer), response_code: '00', message: 'INQUIRY SUCCESS' }),

  receipt: (charge, customer) => write(paid(charge, customer)),

  pending: ({ inquiry, number, reference, product, amount }) =>
    write({
      tr_id: Number(inquiry),
      code: codeOf[product],
      hp: number,
      ref_id: reference,
      price: amount,
      response_code: '39',
      message: 'PENDING / TRANSACTION IN PROCESS',
    }),

  statusPaid: (charge, customer) => write({ ...paid(charge, customer), status: 1 }),

  statusNone: (asked, issued) =>
    write({
      ...(issued === undefined
        ? { ref_id: asked }
        : {
            tr_id: Number(issued.inquiry),
            code: codeOf[issued.product],
            hp: issued.number,
            ref_id: issued.reference,
          }),
      status: 0,
      response_code: '42',
      message: 'REQUEST PEMBAYARAN BELUM DITERIMA',
    }),
};
