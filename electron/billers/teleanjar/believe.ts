import { sumRupiah, type Rupiah } from '../../../shared/money.ts';
import type { Detail } from '../../../shared/payment/detail.ts';
import type { Confirmation, UnknownReason } from '../../../shared/payment/outcome.ts';
import type { Quote } from '../../../shared/payment/quote.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { z } from '../../../shared/zod.ts';
import { isRow, type Envelope, type Row } from './envelope.ts';
import { isOfOtherProduct, isOfQuote } from './identity.ts';
import { detailsOf, isSameDetail, shareDetails } from './row-details.ts';
import { amountSchema, countSchema, wordsSchema } from './values.ts';

/** Why an answer that says "paid" is not believed. */
export type Disbelief = Extract<UnknownReason, 'unreadable-reply' | 'mismatched-reply'>;

/**
 * What an answer that says "paid" certifies of the quote's payment. Believed only if every identity it carries is the
 * quote's and the bills' totals agree with it. Teleanjar names no product, so that the answer must have the product's
 * own fields and none of another's. For a token, its 20 digits and the number suffice, since the document does not
 * define `rp_total`. Everything else is shown and decides nothing.
 */
export function believe(quote: Quote, envelope: Envelope): Result<Confirmation, Disbelief> {
  const rows = envelope.rows.filter(isRow);
  if (rows.length === 0 || rows.length !== envelope.rows.length || rows.length > 24) {
    return err('unreadable-reply');
  }
  if (rows.some((row) => isOfOtherProduct(quote, row))) return err('mismatched-reply');
  return quote.product === 'pln-prepaid'
    ? believeToken(quote, rows, envelope)
    : believeBills(quote, rows, envelope);
}

const billSchema = z.object({ tagihan: amountSchema, admin: amountSchema, total: amountSchema });
const billsSchema = z.array(billSchema);
type BillRow = z.infer<typeof billSchema>;

/** One row a bill: as many rows as the quote has bills, each of the quote's customer, the same totals. */
function believeBills(
  quote: Quote,
  rows: readonly Row[],
  envelope: Envelope,
): Result<Confirmation, Disbelief> {
  const parsed = billsSchema.safeParse(rows);
  const whose = new Set(rows.map((row) => isOfQuote(quote, row)));
  if (!parsed.success || whose.has('none')) return err('unreadable-reply');
  const paid = parsed.data;
  const totals = paid.map((row) => row.total);
  const quoted = quote.bills.map((bill) => bill.total);
  if (whose.has('other')) return err('mismatched-reply');
  if (!paid.every((row) => row.tagihan + row.admin === row.total)) return err('mismatched-reply');
  if (sumRupiah(totals) !== quote.total) return err('mismatched-reply');
  if (!sameAmounts(totals, quoted)) return err('mismatched-reply');

  const arrears = rows.flatMap((row) => countSchema.parse(row['sisatungg']) ?? []);
  const quotedAlike = (row: BillRow): boolean =>
    quote.bills.some(({ amount, adminFee, total }) => {
      return amount === row.tagihan && adminFee === row.admin && total === row.total;
    });
  const sums = paid.every(quotedAlike) ? ['tagihan', 'admin', 'total'] : [];
  return ok({
    ...certificate(quote, rows, envelope, sums),
    ...(arrears.length === 0 ? {} : { remainingArrears: Math.min(...arrears) }),
    remarks: [],
  });
}

const tokenSchema = z.object({
  token: z.string().max(60),
  kwh: wordsSchema(20),
  rp_admin: amountSchema.optional().catch(undefined),
  rp_total: amountSchema.optional().catch(undefined),
});

function believeToken(
  quote: Quote,
  rows: readonly Row[],
  envelope: Envelope,
): Result<Confirmation, Disbelief> {
  const [row, ...others] = rows;
  const parsed = tokenSchema.safeParse(row);
  if (row === undefined || !parsed.success || others.length > 0) return err('unreadable-reply');
  if (isOfQuote(quote, row) !== 'same') return err('mismatched-reply');
  const token = tokenDigits(parsed.data.token);
  if (token === undefined) return err('unreadable-reply');
  const { kwh, rp_admin, rp_total: replied } = parsed.data;
  const adminFee = quote.bills[0]?.adminFee;
  return ok({
    ...certificate(quote, rows, envelope, ['token', 'kwh', ...(rp_admin === adminFee ? ['rp_admin'] : [])]),
    token,
    ...(kwh === '' ? {} : { kwh }),
    remarks:
      replied === undefined || replied === quote.total
        ? []
        : [{ code: 'total-differs', quoted: quote.total, replied }],
  });
}

/** The 20 digits of a token, which is written in groups; `undefined` where it is none. */
function tokenDigits(token: string): string | undefined {
  const digits = token.replaceAll(/[\s-]/g, '');
  return /^\d{20}$/.test(digits) ? digits : undefined;
}

const certificateSchema = z.object({ billreff: wordsSchema(64), waktu_transaksi: wordsSchema(40) });

/** What no decision rests on: absent or odd fields cost a line, not the payment. `taken` stands elsewhere. */
function certificate(
  quote: Quote,
  rows: readonly Row[],
  { trxid, receiptText }: Envelope,
  taken: readonly string[],
): Omit<Confirmation, 'remarks'> {
  const certified = rows.map((row) => certificateSchema.parse(row));
  const reference = firstOf(certified.map((row) => row.billreff));
  const transactionTime = firstOf(certified.map((row) => row.waktu_transaksi));
  const isNews = (detail: Detail): boolean =>
    ![reference, transactionTime].includes(detail.value) && !isInQuote(quote, detail);
  const { common, perRow } = shareDetails(rows.map((row) => detailsOf(row, new Set(taken)).filter(isNews)));
  // The answer's own `respid` stays in the raw reply: it is a time, names nothing, and nobody asks for it.
  const own = named('trxid', trxid).filter((detail) => detail.value !== reference);
  return {
    reference,
    transactionTime,
    receiptText,
    bills: rows.length,
    details: [...common, ...own].slice(0, 60),
    billDetails: perRow,
  };
}

const named = (name: string, value: string): readonly Detail[] =>
  value === '' ? [] : [{ label: 'other', name, value }];

/** Whether the quote says it already: nothing is told twice. */
function isInQuote({ customer }: Quote, detail: Detail): boolean {
  if (detail.label === 'other' && detail.name === 'nama') return detail.value === customer.name;
  if (detail.value === customer.identity) return true;
  return customer.details.some((known) => isSameDetail(known, detail));
}

const sameAmounts = (left: readonly Rupiah[], right: readonly Rupiah[]): boolean => {
  const ascending = (amounts: readonly Rupiah[]): readonly Rupiah[] => amounts.toSorted((a, b) => a - b);
  const [some, others] = [ascending(left), ascending(right)];
  return some.length === others.length && some.every((amount, index) => amount === others[index]);
};

const firstOf = (values: readonly string[]): string => values.find((value) => value !== '') ?? '';
