import { createHash } from 'node:crypto';
import { quoteIdSchema } from '../../../shared/primitives.ts';
import type { QuoteId } from '../../../shared/ids.ts';
import { rupiah } from '../../../shared/money.ts';
import type { Confirmation, PaymentOutcome } from '../../../shared/payment/outcome.ts';
import type { Quote } from '../../../shared/payment/quote.ts';
import { instant, nextMidnight, type Instant } from '../../../shared/time.ts';
import { chance, soldBy, soldCustomer } from './sold-customer.ts';

/** When the newest payment of every filled ledger was made: the same in every run, so that a filled file can be kept. */
export const filledUntil = instant(Date.parse('2026-11-02T03:00:00Z'));
/** A counter of 200 payments in a day of ten hours, nights and Sundays left out of account. */
const betweenSales = 24 * 3_600_000 * (1 / 200);
/** Where all of it is printed. */
export const printer = 'screen';
/** How many payments each customer has made: a year of monthly bills, whatever the size of the ledger. */
const paymentsPerCustomer = 12;

const tokens = [20_000, 50_000, 100_000, 200_000] as const;
/** The token that the n-th payment bought. */
const tokenOf = (n: number): string =>
  String(chance('digits', n) % 10_000_000_000).padStart(10, '1') +
  String(chance('more', n) % 10_000_000_000).padStart(10, '0');

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MEI', 'JUN', 'JUL', 'AGU', 'SEP', 'OKT', 'NOV', 'DES'] as const;

/** A payment of a bill of one month, with documents as long as Teleanjar's. */
export interface SoldPayment {
  readonly quote: Quote;
  readonly sentAt: Instant;
  readonly cashier: string;
  readonly request: string;
  readonly inquiryReply: string;
  readonly reply: string;
  readonly outcome: PaymentOutcome;
  /** What the receipt is laid out from. */
  readonly document: string;
  readonly paper: Uint8Array;
}

/**
 * The n-th id of `count`, in the order of the ids: a new one at random falls in the middle of a page that is full, and
 * filling in order is quick.
 */
export function idOf(n: number, count: number): QuoteId {
  const spread = BigInt(n + 1) * (2n ** 128n / BigInt(count + 2));
  return quoteIdSchema.parse(spread.toString(16).padStart(32, '0'));
}

/** The n-th payment of a ledger of `count`, `n` from 0; from `count` on one that is still to be made. */
export function soldPayment(n: number, count: number, id: QuoteId): SoldPayment {
  const customers = Math.max(1, Math.floor(count / paymentsPerCustomer));
  const [customer, round] = [n % customers, Math.floor(n / customers)];
  const { product, number: idpel, name } = soldCustomer(customer);
  const isToken = product === 'pln-prepaid';
  const amount = rupiah(
    isToken
      ? (tokens[chance('token', n) % tokens.length] ?? 20_000)
      : 20_000 + (chance('amount', n) % 800_000),
  );
  const adminFee = rupiah(2_500);
  const total = rupiah(amount + adminFee);
  const counterFee = rupiah(2_000);
  const period = `${months[round % 12] ?? 'JAN'}${String(10 + Math.floor(round / 12)).padStart(2, '0')}`;
  const reference = `0BAG${createHash('sha256').update(`reference ${n}`).digest('hex').slice(0, 28).toUpperCase()}`;
  const inquiryId = n.toString(16).padStart(13, '0');
  const quotedAt = instant(Math.round(filledUntil - (count - n) * betweenSales));
  const sentAt = instant(quotedAt + 20_000);
  const told = new Date(sentAt + 7 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
  const details = { idpel, nama: name, blth: period, tarif: 'R1', daya: '1300VA' };
  const struk = strukOf({ idpel, name, period, reference, told });
  return {
    quote: {
      id,
      product,
      biller: 'teleanjar',
      service: { code: 'TELE-PLN-POSTPAID', name: 'PLN pascabayar' },
      customerNumber: idpel,
      customer: { identity: idpel, name, details: [{ label: 'tariff-power', value: 'R1 / 1300VA' }] },
      inquiryId,
      bills: [
        {
          period,
          amount,
          adminFee,
          total,
          details: [{ label: 'period', value: period }],
        },
      ],
      total,
      counterFee,
      quotedAt,
      expiresAt: nextMidnight(quotedAt, 'WIB'),
    },
    sentAt,
    cashier: soldBy(n, count),
    request: `POST https://h2h.example/payment\n${JSON.stringify({
      uuid: '[secret]',
      ppid: '[secret]',
      udata: Buffer.from(`TELE-PLN-POSTPAID|${idpel}|${inquiryId}|${total}`).toString('base64'),
      dtime: told,
      ket: '',
      'X-API-KEY': '[secret]',
      signature: '[secret]',
    })}`,
    inquiryReply: JSON.stringify({
      response: 'SWT:0000',
      respid: inquiryId,
      respdata: [{ ...details, tagihan: amount, admin: adminFee, total }],
      info: `INFORMASI TAGIHAN LISTRIK||IDPEL      : ${idpel}|NAMA       : ${name}|TARIF\\DAYA : R1\\1300VA||BLTH       : ${period}|TAGIHAN    : Rp. 300,000|ADMIN      : Rp. 2,500|TOTAL BAYAR: Rp. 302,500|`,
      saldo: 901_256_709,
    }),
    reply: JSON.stringify({
      response: 'SWT:0000',
      respid: inquiryId,
      respdata: [
        {
          ...details,
          tagihan: amount,
          admin: adminFee,
          total,
          stan_awal: '00012345',
          stan_akhir: '00012456',
          sisatungg: 0,
          billreff: reference,
          service_unit_phone: '02123124123',
          waktu_transaksi: told,
        },
      ],
      info_struk: struk,
      saldo: 901_256_709,
    }),
    outcome: outcomeOf(n, count, {
      reference,
      transactionTime: told,
      ...(isToken ? { token: tokenOf(n) } : {}),
      receiptText: struk,
      bills: 1,
      remainingArrears: 0,
      details: [{ label: 'service-unit-phone', value: '02123124123' }],
      billDetails: [
        [
          { label: 'period', value: period },
          { label: 'meter-start', value: '00012345' },
          { label: 'meter-end', value: '00012456' },
        ],
      ],
      remarks: [],
    }),
    document: JSON.stringify({ lines: struk.split('|').map((text) => ({ text })) }),
    paper: Buffer.from(struk.replaceAll('|', '\n'), 'latin1'),
  };
}

/** How many of the newest payments nobody knows the outcome of. */
const open = 3;

function outcomeOf(n: number, count: number, confirmation: Confirmation): PaymentOutcome {
  if (n < count && n >= count - open) return { kind: 'unknown', reason: 'no-answer' };
  if (n % 50 === 49) return { kind: 'rejected', code: '14', text: 'IDPEL YANG ANDA MASUKKAN SALAH' };
  return { kind: 'paid', confirmation };
}

const strukOf = (of: Readonly<Record<'idpel' | 'name' | 'period' | 'reference' | 'told', string>>): string =>
  `\u001b@||PT. BANK BUKOPIN, TBK|40014002\\/DEV H2H|${of.told}||STRUK PEMBAYARAN TAGIHAN LISTRIK||IDPEL      : ${of.idpel}|NAMA       : ${of.name}|TARIF\\/DAYA: R1\\/1300VA|BL\\/TH      : ${of.period}|STAND METER: 00012345-00012456|RP TAG PLN : 300,000|VSI REF    :|${of.reference}||PLN menyatakan struk ini|sebagai bukti pembayaran|yang sah.||ADMIN BANK : 2,500|TOTAL BAYAR: 302,500|TERIMAKASIH||Rincian tagihan dapat diakses|di www.pln.co.id||Informasi Hubungi|Contact Center : 123|Atau Hub. PLN Terdekat : 02123124123||CA\\/tester40014002\\/20261102030000|02a7b94ec3eeddc6||`;
