import type { Charge, FakeBillerId } from './books.ts';
import type { KnownCustomer, SoldProduct } from './customers.ts';

/** What a request asks for. */
export type Question =
  | {
      readonly call: 'inquiry';
      readonly product: SoldProduct;
      readonly number: string;
      /** The counter's own id, where it gives one. */
      readonly reference: string;
    }
  | {
      readonly call: 'payment';
      readonly inquiry: string;
      /** Of a token. */
      readonly denomination?: number;
      /** What the request says besides the inquiry's id: it must be what was inquired for. */
      readonly said?: { readonly product: SoldProduct; readonly number: string };
    }
  | {
      readonly call: 'status';
      /** Whether a charge is one that is asked about. */
      readonly isAbout: (charge: Charge) => boolean;
      /** What the question names, for an answer that knows of no payment. */
      readonly asked: string;
    };

/** An inquiry that was answered. */
export interface Issued {
  readonly inquiry: string;
  readonly product: SoldProduct;
  readonly number: string;
  readonly reference: string;
}

/** How one biller reads and writes: everything below the JSON, by its document. */
export interface Voice {
  readonly biller: FakeBillerId;
  /** `undefined` for what it does not understand. */
  question(path: string, body: string): Question | undefined;
  /** A new id for an inquiry. */
  newInquiry(serial: number): string;
  offer(issued: Issued, customer: KnownCustomer): string;
  receipt(charge: Charge, customer: KnownCustomer): string;
  pending(charge: Charge): string;
  statusPaid(charge: Charge, customer: KnownCustomer): string;
  statusNone(asked: string, issued: Issued | undefined): string;
}

export const deposit = 900_000_000;

/** `yyyy-MM-dd HH:mm:ss` in Jakarta. */
export const timeInJakarta = (at: number): string =>
  new Date(at + 7 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');

/** A number of `length` digits that no other charge has. */
export const digitsOf = (charge: Charge, length: number): string =>
  String(charge.seq * 7919 + 1).padStart(length, '0');
