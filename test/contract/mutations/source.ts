import { newQuoteId } from '../../../electron/app/new-id.ts';
import type { RawReply } from '../../../electron/billers/biller.ts';
import type { BillerId } from '../../../shared/biller-profile.ts';
import { rupiah, sumRupiah } from '../../../shared/money.ts';
import type { Bill, Customer, Quote } from '../../../shared/payment/quote.ts';
import type { ProductId } from '../../../shared/products.ts';
import { instant } from '../../../shared/time.ts';
import type { Fault } from './said.ts';
import type { Written } from './written.ts';

/** What a reply came to, and what is wrong with that. */
export interface Verdict {
  readonly kind: string;
  readonly fault: Fault | undefined;
}

/** A valid reply, how it is written, and what it is taken for. */
export interface Source {
  readonly label: string;
  readonly format: 'json' | 'xml';
  readonly tree: Written;
  /** As the document prints it, where that is not how JSON is written. */
  readonly printed?: string;
  /** Reads a reply and has the oracle judge the reading. Throws what the reader throws. */
  examine(reply: RawReply): Verdict;
}

export const replyOf = (body: Uint8Array): RawReply => ({ status: 200, date: null, body, complete: true });

export const bill = (amount: number, adminFee: number, period?: string): Bill => ({
  ...(period === undefined ? {} : { period }),
  amount: rupiah(amount),
  adminFee: rupiah(adminFee),
  total: rupiah(amount + adminFee),
});

export interface QuoteParts {
  readonly biller: BillerId;
  readonly product: ProductId;
  readonly code: string;
  readonly customerNumber: string;
  readonly identity?: string;
  readonly details?: Customer['details'];
  readonly inquiryId: string;
  readonly ourReference?: string;
  readonly bills: readonly Bill[];
}

export const quoteOf = (parts: QuoteParts): Quote => ({
  id: newQuoteId(),
  product: parts.product,
  biller: parts.biller,
  service: { code: parts.code, name: parts.code },
  customerNumber: parts.customerNumber,
  customer: {
    identity: parts.identity ?? parts.customerNumber,
    name: 'BUDI SANTOSO',
    details: parts.details ?? [],
  },
  inquiryId: parts.inquiryId,
  ...(parts.ourReference === undefined ? {} : { ourReference: parts.ourReference }),
  bills: parts.bills,
  total: sumRupiah(parts.bills.map((each) => each.total)),
  quotedAt: instant(0),
  expiresAt: instant(1),
});
