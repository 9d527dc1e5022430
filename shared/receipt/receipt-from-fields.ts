import { formatRupiah } from '../money.ts';
import type { Confirmation } from '../payment/outcome.ts';
import type { Quote } from '../payment/quote.ts';
import type { ProductId } from '../products.ts';
import { plainStyle, type Line, type ReceiptDocument, type Style } from './document.ts';

const titles: Readonly<Record<ProductId, string>> = {
  'pln-postpaid': 'STRUK PEMBAYARAN TAGIHAN LISTRIK',
  'pln-prepaid': 'STRUK PEMBELIAN LISTRIK PRABAYAR',
  'pln-nontaglis': 'STRUK NON TAGIHAN LISTRIK',
  'telkom-pstn': 'STRUK PEMBAYARAN TAGIHAN TELKOM',
};

/** Wide enough for every label below, as billers set theirs. */
const labelWidth = 11;
const tall: Style = { ...plainStyle, doubleHeight: true };

/**
 * A receipt in our own words, from the quote and the confirmation: for a payment that is certain although its
 * reply brought no receipt text. One slip; the order of lines is that of the billers' own receipts.
 */
export function receiptFromFields(quote: Quote, confirmation: Confirmation): ReceiptDocument {
  const { customer, bills } = quote;
  const idpel = customer.details.find((detail) => detail.label === 'idpel')?.value;
  return {
    slips: [
      {
        lines: [
          line(titles[quote.product]),
          line(''),
          field('NO', quote.customerNumber),
          ...(idpel === undefined ? [] : [field('IDPEL', idpel)]),
          field('NAMA', customer.name),
          field('NO REF', confirmation.reference),
          field('WAKTU', confirmation.transactionTime),
          line(''),
          ...bills.flatMap((bill) => [
            ...(bill.period === undefined ? [] : [field('BL/TH', bill.period)]),
            field('TAGIHAN', formatRupiah(bill.amount)),
            field('ADMIN BANK', formatRupiah(bill.adminFee)),
          ]),
          field('TOTAL BAYAR', formatRupiah(quote.total)),
          ...tokenLines(confirmation),
        ],
      },
    ],
  };
}

function tokenLines({ token, kwh }: Confirmation): readonly Line[] {
  if (token === undefined) return [];
  return [
    ...(kwh === undefined ? [] : [field('JML KWH', kwh)]),
    line('STROOM/TOKEN:'),
    line(token.replaceAll(/(.{4})(?=.)/g, '$1 '), tall),
  ];
}

const line = (text: string, style: Style = plainStyle): Line => ({
  align: 'left',
  spans: text === '' ? [] : [{ text, style }],
});

const field = (label: string, value: string): Line => line(`${label.padEnd(labelWidth)}: ${value}`);
