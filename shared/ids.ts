declare const idBrand: unique symbol;
type Id<Name extends string> = string & { readonly [idBrand]: Name };

/** An inquiry frozen for payment. The payment that may follow has the same id. */
export type QuoteId = Id<'quote'>;
/** A customer found for a product that is sold in denominations; quotes are made from it. */
export type OfferId = Id<'offer'>;
/** One job for one printer. */
export type PrintJobId = Id<'print-job'>;

/** Every id of ours: 32 lower-case hexadecimal digits (128 random bits), so that two counters never collide. */
const form = /^[0-9a-f]{32}$/;

export const isQuoteId = (value: unknown): value is QuoteId => typeof value === 'string' && form.test(value);
export const isOfferId = (value: unknown): value is OfferId => typeof value === 'string' && form.test(value);
export const isPrintJobId = (value: unknown): value is PrintJobId =>
  typeof value === 'string' && form.test(value);
