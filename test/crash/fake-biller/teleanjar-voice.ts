import { createHash } from 'node:crypto';
import type { Charge } from './books.ts';
import {
  denominations,
  tokenAdmin,
  totalOf,
  type KnownCustomer,
  type OwedBill,
  type SoldProduct,
} from './customers.ts';
import { deposit, digitsOf, timeInJakarta, type Question, type Voice } from './voice.ts';

/** Teleanjar H2H by its document V1.4, and `cek_status` by what real clients do. */

const base = '/tele-api-v2/h2h/trx';

const productOf: ReadonlyMap<string, SoldProduct> = new Map<string, SoldProduct>([
  ['TELE-PLN-POSTPAID', 'pln-postpaid'],
  ['TELE-PLN-PREPAID', 'pln-prepaid'],
  ['TELE-TELKOM-PSTN', 'telkom-pstn'],
]);

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MEI', 'JUN', 'JUL', 'AGS', 'SEP', 'OKT', 'NOV', 'DES'];
/** `202605` → `MEI26` */
const shortMonth = (month: string): string =>
  `${months[Number(month.slice(4)) - 1] ?? ''}${month.slice(2, 4)}`;

const hex = (...of: readonly (string | number)[]): string =>
  createHash('sha256').update(of.join(' ')).digest('hex').slice(0, 32).toUpperCase();

/** The two products whose document has a field `rc`. */
const returnCode = ({ product }: KnownCustomer): object => (product === 'telkom-pstn' ? { rc: '00' } : {});

const billRow = ({ identity, name }: KnownCustomer, { month, amount, admin }: OwedBill): object => ({
  idpel: identity,
  nama: name,
  blth: shortMonth(month),
  tarif: 'R1',
  daya: '1300VA',
  tagihan: amount,
  admin,
  total: amount + admin,
});

const telkomAmounts = ({ bills }: KnownCustomer): object => {
  const admin = bills.reduce((sum, bill) => sum + bill.admin, 0);
  const total = totalOf(bills);
  return { tagihan: total - admin, admin, total };
};

const tokenCustomer = ({ identity, meter, name }: KnownCustomer): object => ({
  nometer: meter,
  idpel: identity,
  nama: name,
  tarif: 'R1',
  daya: '1300VA',
});

function offered(customer: KnownCustomer): readonly object[] {
  switch (customer.product) {
    case 'pln-postpaid':
      return customer.bills.map((bill) => billRow(customer, bill));
    case 'pln-prepaid':
      return [{ ...tokenCustomer(customer), rp_admin: tokenAdmin, available_token: denominations }];
    case 'telkom-pstn':
      return [
        {
          idpel: customer.identity,
          nama: customer.name,
          blth: hex('telkom', customer.identity).slice(0, 11).toLowerCase(),
          tarif: '',
          daya: '',
          ...telkomAmounts(customer),
        },
      ];
  }
}

function certified(charge: Charge, customer: KnownCustomer): readonly object[] {
  const certificate = { waktu_transaksi: timeInJakarta(charge.at), billreff: hex('reference', charge.seq) };
  switch (customer.product) {
    case 'pln-postpaid':
      return customer.bills.map((bill, index) => ({
        ...billRow(customer, bill),
        stan_awal: '00012480',
        stan_akhir: '00012688',
        sisatungg: customer.bills.length - 1 - index,
        ...certificate,
      }));
    case 'pln-prepaid':
      return [
        {
          ...tokenCustomer(customer),
          rp_token: charge.amount - tokenAdmin,
          rp_admin: tokenAdmin,
          rp_total: charge.amount,
          kwh: '35.0',
          token: digitsOf(charge, 20).replaceAll(/(\d{4})/g, '$1 '),
          ...certificate,
        },
      ];
    case 'telkom-pstn':
      return [
        {
          noslip: digitsOf(charge, 6).slice(-6),
          nopel: customer.identity,
          nama: customer.name,
          ...telkomAmounts(customer),
          referensi: hex('telkom', customer.identity).slice(0, 11).toLowerCase(),
          ...certificate,
          billreff: charge.inquiry,
        },
      ];
  }
}

/** `trxid`'s customers are asked for by the number that was paid with and the day. */
function statusQuestion([code = '', number = '', day = '']: readonly string[]): Question {
  const product = productOf.get(code);
  return {
    call: 'status',
    asked: `${code} ${number} ${day}`,
    isAbout: (charge) =>
      charge.biller === 'teleanjar' &&
      charge.product === product &&
      charge.number === number &&
      timeInJakarta(charge.at).startsWith(day),
  };
}

const paidReply = (charge: Charge, customer: KnownCustomer): object => ({
  response: 'SWT:0000',
  respdata: certified(charge, customer),
  info_struk: `\u001b@STRUK PEMBAYARAN|IDPEL : ${customer.identity}|TOTAL : ${charge.amount}|CA/tester/20260530150508|${hex('hash', charge.seq).toLowerCase()}|`,
  saldo: deposit - charge.amount,
  ...returnCode(customer),
});

export const teleanjarVoice: Voice = {
  biller: 'teleanjar',

  question(path, body) {
    const { udata = '' } = JSON.parse(body) as { readonly udata?: string };
    const values = Buffer.from(udata, 'base64').toString('utf8').split('|');
    const [code = '', number = '', inquiry = '', amount] = values;
    const product = productOf.get(code);
    if (product === undefined) return undefined;
    switch (path) {
      case `${base}/inquiry`:
        return { call: 'inquiry', product, number, reference: '' };
      case `${base}/payment`:
        return {
          call: 'payment',
          inquiry,
          said: { product, number },
          ...(amount === undefined ? {} : { denomination: Number(amount) }),
        };
      case `${base}/cek_status`:
        return statusQuestion(values);
      default:
        return undefined;
    }
  },

  newInquiry: (serial) => hex('inquiry', serial),

  offer: ({ inquiry }, customer) =>
    JSON.stringify({
      response: 'SWT:0000',
      respid: inquiry,
      respdata: offered(customer),
      info: `INFORMASI TAGIHAN||NAMA : ${customer.name}|`,
      saldo: deposit,
      ...returnCode(customer),
    }),

  receipt: (charge, customer) =>
    JSON.stringify({
      ...paidReply(charge, customer),
      respid: customer.product === 'telkom-pstn' ? charge.inquiry : digitsOf(charge, 13),
    }),

  /** PLN's "transaction timed out": it may still be done. */
  pending: (charge) =>
    JSON.stringify({
      response: 'SWT:0068',
      respid: '',
      respdata: [],
      info_struk: '',
      saldo: deposit - charge.amount,
    }),

  statusPaid: (charge, customer) =>
    JSON.stringify({ ...paidReply(charge, customer), trxid: digitsOf(charge, 13) }),

  statusNone: () =>
    JSON.stringify({ response: 'SWT:0063', respdata: [], info_struk: '', saldo: deposit, trxid: '' }),
};
