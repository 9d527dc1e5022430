import { isOfferId, isPrintJobId, isQuoteId, type OfferId, type PrintJobId, type QuoteId } from './ids.ts';
import { isRupiah, type Rupiah } from './money.ts';
import { isInstant, type Instant } from './time.ts';
import { z } from './zod.ts';

/** Schemas of the branded values, for whatever crosses a border: the bridge, the ledger's JSON, the settings. */
export const rupiahSchema = z.custom<Rupiah>(isRupiah, 'not a whole amount of rupiah');
export const instantSchema = z.custom<Instant>(isInstant, 'not an instant');
export const quoteIdSchema = z.custom<QuoteId>(isQuoteId, 'not a quote id');
export const offerIdSchema = z.custom<OfferId>(isOfferId, 'not an offer id');
export const printJobIdSchema = z.custom<PrintJobId>(isPrintJobId, 'not a print job id');

/** A line of text of bounded length, as every text that crosses a border has a bound. */
export const textSchema = (maxLength: number) => z.string().max(maxLength);
