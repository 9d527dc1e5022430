import type { TeleanjarProduct } from './account.ts';
import { paymentEntries } from './payment-entries.ts';
import type { PrintStamp } from './print-stamp.ts';
import type { Purchase } from './purchase.ts';
import { receiptText } from './receipt-text.ts';
import type { PaidEntry } from './reply.ts';

/**
 * What a payment was and the numbers given to it, once: its answer and every later copy are written from this,
 * so that all of them name one reference, one token and one time.
 */
export interface Receipt {
  /** The payment's id: `respid` of its answer, `trxid` of a copy. Telkom's is the inquiry's. */
  readonly id: string;
  readonly purchase: Purchase;
  readonly stamp: PrintStamp;
  /** Telkom's `noslip`, else empty. */
  readonly slipNumber: string;
}

/** The fields that tell of the sale, under the document's names. */
export interface WrittenReceipt {
  readonly respdata: readonly PaidEntry[];
  readonly info_struk: string;
}

export const writeReceipt = ({ purchase, stamp, slipNumber }: Receipt): WrittenReceipt => ({
  respdata: paymentEntries(purchase, stamp, slipNumber),
  info_struk: receiptText(purchase, stamp, slipNumber),
});

/** The same receipt printed once more (`CU`); nothing else of it changes. */
export const copyOf = (receipt: Receipt): Receipt => ({
  ...receipt,
  stamp: { ...receipt.stamp, printing: 'CU' },
});

/** A field that only the document's Telkom samples have. */
export const returnCode = (product: TeleanjarProduct): { readonly rc?: '00' } =>
  product === 'telkom-pstn' ? { rc: '00' } : {};
