import { field, joinLines, paperWidth, withCommas } from './paper.ts';
import type {
  Bill,
  NontaglisSubscriber,
  PostpaidSubscriber,
  PrepaidSubscriber,
  Subscriber,
  TelkomSubscriber,
} from './subscribers.ts';

/** Width of the labels; the non-taglis customer block has wider ones. */
const labels = 11;
const wideLabels = 15;

const rupiahText = (amount: number): string => `Rp. ${withCommas(amount)}`;
const rule = '-'.repeat(paperWidth);

/**
 * `info` of an inquiry, in the manner of the document's samples: the misspelt REGISTASI is theirs. The samples
 * show `\\` where PLN writes a slash; taken here for a slash that was damaged in print, as in `info_struk`.
 */
export function infoText(subscriber: Subscriber): string {
  switch (subscriber.product) {
    case 'pln-postpaid':
      return joinLines(postpaidInfo(subscriber));
    case 'pln-prepaid':
      return joinLines(prepaidInfo(subscriber));
    case 'pln-nontaglis':
      return joinLines(nontaglisInfo(subscriber));
    case 'telkom-pstn':
      return joinLines(telkomInfo(subscriber));
  }
}

const postpaidInfo = (subscriber: PostpaidSubscriber): readonly string[] => [
  'INFORMASI TAGIHAN LISTRIK',
  '',
  field('IDPEL', labels, subscriber.idpel),
  field('NAMA', labels, subscriber.name),
  field('TARIF/DAYA', labels, `${subscriber.tariff}/${subscriber.power}`),
  ...subscriber.bills.flatMap((bill) => billBlock(bill.month, bill)),
  ...sum(subscriber.bills),
];

const prepaidInfo = (subscriber: PrepaidSubscriber): readonly string[] => [
  'INFORMASI PELANGGAN PREPAID',
  '',
  field('NO.METER', labels, subscriber.meter),
  field('NAMA', labels, subscriber.name),
  field('TARIF/DAYA', labels, `${subscriber.tariff}/${subscriber.power}`),
  '',
];

const nontaglisInfo = (subscriber: NontaglisSubscriber): readonly string[] => [
  'INFORMASI PEMBAYARAN NONTAGLIS',
  '',
  field('TRANSAKSI', wideLabels, subscriber.transaction),
  field('NO. REGISTASI', wideLabels, subscriber.registration),
  field('TGL REGISTASI', wideLabels, subscriber.registeredOn),
  field('NAMA', wideLabels, subscriber.name),
  ...billBlock('', subscriber.bill),
  ...sum([subscriber.bill]),
];

const telkomInfo = (subscriber: TelkomSubscriber): readonly string[] => [
  'INFORMASI TAGIHAN ',
  '',
  field('NO.PEL', labels, subscriber.number),
  field('NAMA', labels, subscriber.name),
  ...billBlock(subscriber.reference, subscriber.bill),
  ...sum([subscriber.bill]),
];

const billBlock = (month: string, bill: Bill): readonly string[] => [
  '',
  field('BLTH', labels, month),
  field('TAGIHAN', labels, rupiahText(bill.amount)),
  field('ADMIN', labels, rupiahText(bill.admin)),
  field('TOTAL', labels, rupiahText(bill.total)),
];

/** Ends with an empty line, as the samples end with a pipe. */
const sum = (bills: readonly Bill[]): readonly string[] => [
  rule,
  field('TOTAL BAYAR', labels, rupiahText(bills.reduce((total, bill) => total + bill.total, 0))),
  '',
];
