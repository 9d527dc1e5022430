import type { BillerId, ExtraField, Service } from '../../../shared/biller-profile.ts';
import type { Catalogue } from '../../../shared/contract/catalogue.ts';
import type { CounterState } from '../../../shared/contract/counter-state.ts';
import type { EvidenceView } from '../../../shared/contract/evidence.ts';
import type { PaymentSummary, PaymentView } from '../../../shared/contract/payment-view.ts';
import type { WaitingPaper } from '../../../shared/contract/printing.ts';
import {
  isOfferId,
  isPrintJobId,
  isQuoteId,
  type OfferId,
  type PrintJobId,
  type QuoteId,
} from '../../../shared/ids.ts';
import { rupiah } from '../../../shared/money.ts';
import type { Offer, Quote } from '../../../shared/payment/quote.ts';
import type { ProductId } from '../../../shared/products.ts';
import { instant } from '../../../shared/time.ts';
import { nobodySignsIn } from '../../fixtures/counter-state.ts';

const idOf = (ordinal: number): string => ordinal.toString(16).padStart(32, '0');

export function quoteId(ordinal: number): QuoteId {
  const id = idOf(ordinal);
  if (!isQuoteId(id)) throw new Error('not an id');
  return id;
}

function offerId(ordinal: number): OfferId {
  const id = idOf(ordinal);
  if (!isOfferId(id)) throw new Error('not an id');
  return id;
}

export function jobId(ordinal: number): PrintJobId {
  const id = idOf(ordinal);
  if (!isPrintJobId(id)) throw new Error('not an id');
  return id;
}

export const noon = instant(Date.UTC(2026, 4, 30, 5, 0, 0));

export const serviceOf = (
  product: ProductId,
  code: string,
  name: string,
  asks: readonly ExtraField[] = [],
): Service => ({ product, code, name, asks });

export const plnService = serviceOf('pln-postpaid', 'PLNPOST', 'PLN Pascabayar');
export const surabaya = serviceOf('pdam', 'PDAMKOTA.SURABAYA', 'PDAM Kota Surabaya');
export const bandung = serviceOf('pdam', 'PDAMKOTA.BANDUNG', 'PDAM Kota Bandung');

const entry = (product: ProductId, biller: BillerId, services: readonly Service[]): Catalogue[number] => ({
  product,
  biller,
  billerName: biller === 'iak' ? 'IAK' : 'Teleanjar',
  services,
});

/** Two billers; of all products, PDAM has two companies and the others one service each. */
export const catalogue: Catalogue = [
  entry('pln-postpaid', 'teleanjar', [plnService]),
  entry('pln-prepaid', 'teleanjar', [serviceOf('pln-prepaid', 'PLNPRE', 'Token PLN')]),
  entry('telkom-pstn', 'teleanjar', [serviceOf('telkom-pstn', 'TELKOM', 'Telkom')]),
  entry('bpjs', 'iak', [serviceOf('bpjs', 'BPJS', 'BPJS Kesehatan', ['months'])]),
  entry('pdam', 'iak', [surabaya, bandung]),
  entry('emoney', 'iak', [serviceOf('emoney', 'SHOPEEPAY', 'ShopeePay', ['amount'])]),
];

export const bill303500: Quote = {
  id: quoteId(1),
  product: 'pln-postpaid',
  biller: 'teleanjar',
  service: { code: 'PLNPOST', name: 'PLN Pascabayar' },
  customerNumber: '530000000001',
  customer: { identity: '530000000001', name: 'BUDI SANTOSO', details: [] },
  inquiryId: 'D8BA9284D292D7D4D277A7F64CFBEA84',
  bills: [{ period: 'MEI26', amount: rupiah(300_000), adminFee: rupiah(3_500), total: rupiah(303_500) }],
  total: rupiah(303_500),
  quotedAt: noon,
  expiresAt: instant(noon + 3_600_000),
};

export const tokenOffer: Offer = {
  id: offerId(2),
  product: 'pln-prepaid',
  biller: 'teleanjar',
  service: { code: 'PLNPRE', name: 'Token PLN' },
  customerNumber: '55000002604',
  customer: { identity: '100456789024', name: 'PERSON 24', details: [] },
  denominations: [rupiah(20_000), rupiah(50_000)],
  adminFee: rupiah(1_500),
};

export const tokenQuote: Quote = {
  ...bill303500,
  id: quoteId(3),
  product: 'pln-prepaid',
  customerNumber: '55000002604',
  bills: [{ amount: rupiah(20_000), adminFee: rupiah(1_500), total: rupiah(21_500) }],
  denomination: rupiah(20_000),
  total: rupiah(21_500),
};

export const paidView: PaymentView = {
  quote: bill303500,
  ledger: 'training',
  state: 'paid',
  cash: rupiah(350_000),
  change: rupiah(46_500),
  sentAt: noon,
  settledAt: noon,
  outcome: {
    kind: 'paid',
    confirmation: {
      reference: '702CA2EF240E42D5A732E74251829475',
      transactionTime: '2026-05-30 12:00:00',
      bills: 1,
      details: [],
      billDetails: [],
      remarks: [],
    },
  },
  refusal: null,
  checking: { kind: 'not-needed' },
  canTakeForFinal: false,
  print: { job: jobId(4), state: 'printed', problem: null, copy: 0, waits: false, isOnScreen: false },
  interim: null,
  cashier: null,
  isOwed: false,
  isSaved: true,
};

export const unknownView: PaymentView = {
  ...paidView,
  state: 'unknown',
  settledAt: null,
  outcome: { kind: 'unknown', reason: 'no-answer' },
  checking: {
    kind: 'will',
    asked: 1,
    lastAt: noon,
    nextAt: instant(noon + 300_000),
    isAsking: false,
    isOffline: false,
  },
  print: null,
};

/** What the owner decided about the same payment. */
export const paidByHandView: PaymentView = {
  ...unknownView,
  state: 'paid-by-hand',
  settledAt: noon,
  outcome: {
    kind: 'paid-by-hand',
    reference: 'VSI1234',
    reason: 'biller-said',
    evidence: 'Bu Rini, tiket 7781',
  },
  checking: { kind: 'not-needed' },
  print: { job: jobId(5), state: 'queued', problem: null, copy: 0, waits: false, isOnScreen: false },
};

export const rejectedByHandView: PaymentView = {
  ...unknownView,
  state: 'rejected-by-hand',
  settledAt: noon,
  outcome: { kind: 'rejected-by-hand', reason: 'biller-records', evidence: 'tidak ada di laporan' },
  checking: { kind: 'not-needed' },
};

export const noEvidence: EvidenceView = {
  reply: null,
  deposit: { before: null, after: null, others: { count: 0, total: rupiah(0) } },
  looks: [],
  canLook: true,
};

export const unknownSummary: PaymentSummary = {
  id: bill303500.id,
  product: bill303500.product,
  customerNumber: bill303500.customerNumber,
  name: bill303500.customer.name,
  total: bill303500.total,
  state: 'unknown',
  sentAt: noon,
};

/** A receipt of which nobody knows how much came out. */
export const uncertainPaper: WaitingPaper = {
  job: jobId(4),
  kind: 'receipt',
  copy: 0,
  state: 'uncertain',
  problem: 'stalled',
  printer: 'Kasir',
  at: noon,
  payment: {
    id: bill303500.id,
    product: 'pln-postpaid',
    customerName: 'BUDI SANTOSO',
    customerNumber: '530000000001',
    total: rupiah(303_500),
  },
};

/** Another one, of which nothing has left. */
export const failedPaper: WaitingPaper = {
  ...uncertainPaper,
  job: jobId(6),
  state: 'failed',
  problem: 'paper-out',
};

export const counterState: CounterState = {
  revision: 1,
  ledger: 'training',
  billers: [
    {
      id: 'teleanjar',
      name: 'Teleanjar',
      ready: true,
      connection: 'up',
      deposit: { amount: rupiah(901_256_709), at: noon },
      clockAheadMs: 0,
    },
    { id: 'iak', name: 'IAK', ready: true, connection: 'untried', deposit: null, clockAheadMs: 0 },
  ],
  printers: [{ id: 'screen', name: 'Layar', isScreen: false, status: 'ok', problem: null }],
  receiptPrinter: 'screen',
  papersWaiting: 0,
  unresolved: 0,
  gaps: 0,
  stopped: null,
  clock: { kind: 'ok' },
  backup: { at: noon, problem: null },
  exchange: null,
  ...nobodySignsIn,
  ledgerRevision: 1,
};
