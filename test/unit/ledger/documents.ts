import { businessDay, usualDay } from '../../../shared/business-day.ts';
import type { Arming, NewPrintJob, Settlement, StoredReply } from '../../../electron/ledger/ledger.ts';
import { isPrintJobId, isQuoteId, type PrintJobId, type QuoteId } from '../../../shared/ids.ts';
import { rupiah } from '../../../shared/money.ts';
import type { PaymentOutcome } from '../../../shared/payment/outcome.ts';
import type { PrintedPaper, PrintJobKind } from '../../../shared/payment/print-job.ts';
import type { Quote } from '../../../shared/payment/quote.ts';
import { printerProfiles } from '../../../shared/printing/printer-profile.ts';
import { instant, nextMidnight } from '../../../shared/time.ts';

/** 1 June 2018, 09.00 in Jakarta. */
export const start = instant(Date.parse('2018-06-01T02:00:00Z'));
export const minutes = (count: number): number => count * 60_000;

const hex = (prefix: string, n: number): string => prefix + n.toString(16).padStart(32 - prefix.length, '0');

/** The n-th quote's id. */
export function quoteId(n: number): QuoteId {
  const id = hex('a', n);
  if (!isQuoteId(id)) throw new Error('not a quote id');
  return id;
}

/** The n-th print job's id. */
export function jobId(n: number): PrintJobId {
  const id = hex('b', n);
  if (!isPrintJobId(id)) throw new Error('not a print job id');
  return id;
}

/** The n-th quote: each of another customer and another inquiry, unless `over` says otherwise. */
export function quote(n: number, over: Partial<Quote> = {}): Quote {
  const quotedAt = over.quotedAt ?? start;
  return {
    id: quoteId(n),
    product: 'pln-postpaid',
    biller: 'teleanjar',
    service: { code: 'TELE-PLN-POSTPAID', name: 'PLN pascabayar' },
    customerNumber: `53000000${String(n).padStart(4, '0')}`,
    customer: {
      identity: `53000000${String(n).padStart(4, '0')}`,
      name: 'SITI’S "WARUNG" \u00e9',
      details: [{ label: 'tariff-power', value: 'R1 / 1300VA' }],
    },
    inquiryId: `RESP${n}`,
    bills: [{ period: 'MEI18', amount: rupiah(301_000), adminFee: rupiah(2_500), total: rupiah(303_500) }],
    total: rupiah(303_500),
    quotedAt,
    expiresAt: nextMidnight(quotedAt, 'WIB'),
    ...over,
  };
}

/** What arms the n-th quote. */
export const arming = (n: number, over: Partial<Arming> = {}): Arming => ({
  quote: quoteId(n),
  at: instant(start + minutes(n)),
  cash: rupiah(350_000),
  host: '127.0.0.1:1',
  account: 'fingerprint',
  request: 'POST /payment [secret]',
  depositBefore: null,
  confirmed: [],
  day: businessDay(over.at ?? start, usualDay),
  cashier: null,
  ...over,
});

export const reply = (text: string, status = 200): StoredReply => ({
  status,
  date: 'Fri, 01 Jun 2018 02:00:05 GMT',
  body: new TextEncoder().encode(text),
  complete: true,
});

export const paid: PaymentOutcome = {
  kind: 'paid',
  confirmation: {
    reference: 'VSI0001',
    transactionTime: '2018-06-01 09:00:05',
    receiptText: '\u001b@|STRUK|TOTAL BAYAR: 303.500|CA/tester40014002/20180601090005|02a7b94ec3eeddc6||',
    bills: 1,
    details: [],
    billDetails: [],
    remarks: [],
  },
};
export const rejected: PaymentOutcome = { kind: 'rejected', code: '14', text: 'IDPEL SALAH' };
export const unknown: PaymentOutcome = { kind: 'unknown', reason: 'no-answer' };

/** A job of a payment's paper, its receipt unless told; without a payment of the list of open ones, or of the report told. */
export const job = (
  n: number,
  payment: QuoteId | null,
  over: Partial<Omit<NewPrintJob, 'kind' | 'payment'>> & {
    readonly kind?: PrintJobKind;
    readonly shift?: number;
  } = {},
): NewPrintJob => ({
  ...defaultJob(n),
  ...over,
  ...printedPaper(payment, over.kind, over.shift),
});

function printedPaper(
  payment: QuoteId | null,
  kind: PrintJobKind | undefined,
  shift: number | undefined,
): PrintedPaper {
  if (payment !== null) {
    if (kind === undefined || kind === 'receipt' || kind === 'interim')
      return { kind: kind ?? 'receipt', payment };
    throw new Error(`${kind} is of no payment`);
  }
  if (kind === 'x' || kind === 'z') return { kind, payment, shift: shift ?? 1 };
  return { kind: 'open-payments', payment };
}

const defaultJob = (n: number) => ({
  id: jobId(n),
  copy: 0,
  printer: 'screen',
  profile: printerProfiles['58mm'],
  document: '{"lines":["STRUK"]}',
  bytes: new Uint8Array([0x1b, 0x40, 0, 255, 10]),
  askedAt: start,
  askedBy: 'counter' as const,
});

export const settlement = (
  n: number,
  outcome: PaymentOutcome,
  over: Partial<Extract<Settlement, { readonly by: 'reply' | 'status' }>> = {},
): Settlement => ({
  payment: quoteId(n),
  at: instant(start + minutes(n) + 5000),
  actor: 'counter',
  outcome,
  by: 'reply',
  ...over,
});
