import { amountColumn, field, joinLines, withCommas } from './paper.ts';
import { headLines, tailLines, type PrintStamp } from './print-stamp.ts';
import type { Purchase, TokenPurchase } from './purchase.ts';
import type {
  MonthlyBill,
  NontaglisSubscriber,
  PostpaidSubscriber,
  TelkomSubscriber,
} from './subscribers.ts';

const escape = '\u001b';
const initialise = `${escape}@`;
/** `ESC !` and its argument: double height for the token, then the small font until the end. */
const doubleHeight = `${escape}!\u0010`;
const smallFont = `${escape}!\u0001`;

/** Sentences at the foot of the receipts; each is also a field of its reply. */
export const tokenMessage = 'Info Lebih Lanjut Hub 123 atau pln.co.id';
export const nontaglisMessage = 'Hemat Listrik & Ayo Bebas Narkoba';

const bukopin = 'PT. BANK BUKOPIN, TBK';
const megaSyariah = 'BANK MEGA SYARIAH';
const ppob = 'PPOB TELEANJAR';

/**
 * `info_struk`: the receipts of all bills one after the other, `ESC @` before the first only, two empty lines
 * after each. Lines follow the document's samples with `\|` read as the `\/` it was. Telkom's needs `slipNumber`.
 */
export function receiptText(purchase: Purchase, stamp: PrintStamp, slipNumber: string): string {
  const slips = slipsOf(purchase, stamp, slipNumber).map((lines) => joinLines([...lines, '', '', '']));
  return `${initialise}||${slips.join('')}`;
}

function slipsOf(purchase: Purchase, stamp: PrintStamp, slipNumber: string): readonly (readonly string[])[] {
  switch (purchase.product) {
    case 'pln-postpaid':
      return purchase.bills.map((bill, index) =>
        postpaidSlip(purchase, bill, purchase.bills.length - 1 - index, stamp),
      );
    case 'pln-prepaid':
      return [prepaidSlip(purchase, stamp)];
    case 'pln-nontaglis':
      return [nontaglisSlip(purchase, stamp)];
    case 'telkom-pstn':
      return [telkomSlip(purchase, stamp, slipNumber)];
  }
}

const plnSentence = ['PLN menyatakan struk ini', 'sebagai bukti pembayaran', 'yang sah.', ''] as const;

/** The reference is as wide as the paper, so it stands on a line of its own. */
const referenceLines = ({ reference }: PrintStamp): readonly string[] => ['VSI REF :', reference];

function postpaidSlip(
  subscriber: PostpaidSubscriber,
  bill: MonthlyBill,
  stillOpen: number,
  stamp: PrintStamp,
): readonly string[] {
  const line = (label: string, value: string) => field(label, 11, value);
  return [
    ...headLines(bukopin, stamp),
    'STRUK PEMBAYARAN TAGIHAN LISTRIK',
    '',
    line('IDPEL', subscriber.idpel),
    line('NAMA', subscriber.name),
    line('TARIF/DAYA', `${subscriber.tariff}/${subscriber.power}`),
    line('BL/TH', bill.month),
    line('STAND METER', bill.readings.join('-')),
    line('RP TAG PLN', withCommas(bill.amount)),
    ...referenceLines(stamp),
    '',
    ...plnSentence,
    ...(stillOpen > 0 ? ['Anda masih memiliki', `sisatunggakan ${stillOpen} bulan`, ''] : []),
    line('ADMIN BANK', withCommas(bill.admin)),
    line('TOTAL BAYAR', withCommas(bill.total)),
    // The sample has an empty line here only on the receipt without arrears.
    ...(stillOpen > 0 ? [] : ['']),
    'TERIMAKASIH',
    '',
    'Rincian tagihan dapat diakses',
    'di www.pln.co.id',
    '',
    'Informasi Hubungi',
    'Contact Center : 123',
    // 36 columns with a number of eleven digits, in the sample too: whoever prints it must wrap.
    `Atau Hub. PLN Terdekat : ${subscriber.unitPhone}`,
    '',
    ...tailLines(stamp),
  ];
}

function prepaidSlip({ subscriber, sale }: TokenPurchase, stamp: PrintStamp): readonly string[] {
  const line = (label: string, value: string) => field(label, 15, value);
  const { total, admin, stampDuty, ppn, ppj, instalment, power } = sale;
  const column = amountColumn([total, admin, stampDuty, ppn, ppj, instalment, power]);
  const money = (label: string, amount: number) => line(label, `Rp.${column(amount)}`);
  return [
    ...headLines(megaSyariah, stamp),
    'STRUK PEMBELIAN LISTRIK PRABAYAR',
    '',
    line('NO METER', subscriber.meter),
    line('IDPEL', subscriber.idpel),
    line('NAMA', subscriber.name),
    line('TARIF/DAYA', `${subscriber.tariff}/${subscriber.power}`),
    ...referenceLines(stamp),
    money('RP BAYAR', total),
    money('ADMIN BANK', admin),
    money('METERAI', stampDuty),
    money('PPN', ppn),
    money('PPJ', ppj),
    money('ANGSURAN', instalment),
    money('RP STROOM/TOKEN', power),
    line('JML KWH', sale.kwh.toFixed(1)),
    'STROOM/TOKEN :',
    `${doubleHeight}${sale.token}${smallFont}`,
    // 40 columns of the small font, in the sample too.
    tokenMessage,
    ...tailLines(stamp),
  ];
}

function nontaglisSlip(subscriber: NontaglisSubscriber, stamp: PrintStamp): readonly string[] {
  const line = (label: string, value: string) => field(label, 14, value);
  const { bill } = subscriber;
  return [
    ...headLines(bukopin, stamp),
    'STRUK NON TAGIHAN LISTRIK',
    '',
    line('TRANSAKSI', subscriber.transaction),
    line('NO REGISTRASI', subscriber.registration),
    line('TGL REGISTRASI', subscriber.registeredOn),
    line('NAMA PELANGGAN', subscriber.name),
    line('ID PELANGGAN', subscriber.idpel),
    line('BIAYA PLN', withCommas(bill.amount)),
    ...referenceLines(stamp),
    '',
    ...plnSentence,
    line('ADMIN BANK', withCommas(bill.admin)),
    line('TOTAL BAYAR', withCommas(bill.total)),
    '',
    // 33 columns, in the sample too.
    nontaglisMessage,
    ...tailLines(stamp),
  ];
}

function telkomSlip(subscriber: TelkomSubscriber, stamp: PrintStamp, slipNumber: string): readonly string[] {
  const line = (label: string, value: string) => field(label, 12, value);
  const { bill } = subscriber;
  const column = amountColumn([bill.admin, bill.total]);
  return [
    ...headLines(ppob, stamp),
    'STRUK PEMBAYARAN',
    'TAGIHAN TELKOM GROUP',
    '',
    line('NO SLIP', slipNumber),
    line('NO JASTEL', subscriber.number),
    line('NAMA', subscriber.name),
    line('BILLREFF', ''),
    stamp.reference,
    '',
    'TAGIHAN',
    `  Reff${subscriber.reference}: ${withCommas(bill.amount)}`,
    '',
    line('BIAYA ADM', column(bill.admin)),
    line('TOTAL BYR', column(bill.total)),
    'TELKOM menyatakan struk ini',
    'sebagai bukti pembayaran',
    'yang sah',
    '',
    ...tailLines(stamp),
  ];
}
