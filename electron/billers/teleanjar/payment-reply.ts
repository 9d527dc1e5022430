import { sumRupiah, type Rupiah } from '../../../shared/money.ts';
import type { Confirmation, PaymentOutcome, UnknownReason } from '../../../shared/payment/outcome.ts';
import type { DetailLabel, Quote } from '../../../shared/payment/quote.ts';
import type { ProductId } from '../../../shared/products.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { z } from '../../../shared/zod.ts';
import type { PaymentReading, RawReply } from '../biller.ts';
import { amountSchema, identitySchema, openEnvelope, wordsSchema } from './envelope.ts';
import { isFinalRefusal } from './response-code.ts';

/**
 * Reads the answer to a payment. "Paid" is believed only if every identity the answer carries is the quote's
 * and the bills' totals agree with it; for a token, its 20 digits and the number suffice, since the document
 * does not define `rp_total`. Everything that is neither believed nor a final refusal is `unknown`.
 */
export function readPaymentReply(quote: Quote, reply: RawReply): PaymentReading {
  if (reply.status !== 200) return { outcome: unknown('unreadable-reply', `HTTP ${reply.status}`) };
  const opened = reply.complete ? openEnvelope(reply) : err('cut short');
  if (!opened.ok) return { outcome: unknown('unreadable-reply') };
  const { code, rows, receiptText, deposit } = opened.value;
  const reading = (outcome: PaymentOutcome): PaymentReading => ({
    outcome,
    ...(deposit === undefined ? {} : { deposit }),
  });
  switch (code.kind) {
    case 'text':
      return reading({ kind: 'unknown', reason: 'unclear-answer', text: code.text });
    case 'code':
      return reading(
        isFinalRefusal(code.code)
          ? { kind: 'rejected', code: code.code, text: '' }
          : unknown('unclear-answer', code.code),
      );
    case 'success': {
      const believed = believe[quote.product](quote, rows, receiptText);
      return reading(believed.ok ? { kind: 'paid', confirmation: believed.value } : unknown(believed.error));
    }
  }
}

const unknown = (reason: UnknownReason, code?: string): PaymentOutcome => ({
  kind: 'unknown',
  reason,
  ...(code === undefined ? {} : { code }),
});

type Disbelief = Extract<UnknownReason, 'unreadable-reply' | 'mismatched-reply'>;
type Believe = (quote: Quote, rows: readonly unknown[], text: string) => Result<Confirmation, Disbelief>;

const billFields = { tagihan: amountSchema, admin: amountSchema, total: amountSchema };

/** Fields that no decision rests on: absent or odd ones cost a line on the screen, not the payment. */
const certificateFields = {
  billreff: wordsSchema(64).optional().catch(undefined),
  waktu_transaksi: wordsSchema(40).optional().catch(undefined),
};

/** An identity that an answer may leave out. What it does carry must be the quote's. */
const otherIdentity = identitySchema.nullish().transform((value) => value ?? '');

const postpaidRow = z.object({
  idpel: identitySchema,
  ...billFields,
  ...certificateFields,
  sisatungg: z.int().min(0).max(999).optional().catch(undefined),
});
const nontaglisRow = z.object({
  nomor_registrasi: identitySchema,
  idpel: otherIdentity,
  ...billFields,
  ...certificateFields,
});
const telkomRow = z.object({ nopel: identitySchema, ...billFields, ...certificateFields });
const prepaidRow = z.object({
  nometer: otherIdentity,
  idpel: otherIdentity,
  token: z.string().max(60),
  kwh: z
    .union([z.number(), z.string().max(20)])
    .optional()
    .catch(undefined),
  rp_total: amountSchema.optional().catch(undefined),
  ...certificateFields,
});

const believe: Readonly<Record<ProductId, Believe>> = {
  'pln-postpaid': (quote, rows, text) =>
    believeBills(
      quote,
      rows,
      postpaidRow,
      text,
      (row) => row.idpel === quote.customer.identity,
      (all) => {
        const arrears = all.flatMap((row) => row.sisatungg ?? []);
        return arrears.length === 0 ? {} : { remainingArrears: Math.min(...arrears) };
      },
    ),
  'pln-nontaglis': (quote, rows, text) =>
    believeBills(
      quote,
      rows,
      nontaglisRow,
      text,
      (row) =>
        row.nomor_registrasi === quote.customer.identity && compare(quote, 'idpel', row.idpel) !== 'other',
    ),
  'telkom-pstn': (quote, rows, text) =>
    believeBills(quote, rows, telkomRow, text, (row) => row.nopel === quote.customer.identity),
  'pln-prepaid': believeToken,
};

interface PaidRow extends z.infer<z.ZodObject<typeof billFields>> {
  readonly billreff?: string | undefined;
  readonly waktu_transaksi?: string | undefined;
}

/** One row a bill: as many rows as the quote has bills, each of the quote's customer, the same totals. */
function believeBills<Row extends PaidRow>(
  quote: Quote,
  rows: readonly unknown[],
  schema: z.ZodType<Row>,
  receiptText: string,
  isOfCustomer: (row: Row) => boolean,
  more: (rows: readonly Row[]) => Partial<Confirmation> = () => ({}),
): Result<Confirmation, Disbelief> {
  const parsed = z.array(schema).min(1).max(24).safeParse(rows);
  if (!parsed.success) return err('unreadable-reply');
  const paid = parsed.data;
  const totals = paid.map((row) => row.total);
  const quoted = quote.bills.map((bill) => bill.total);
  if (!paid.every(isOfCustomer)) return err('mismatched-reply');
  if (!paid.every((row) => row.tagihan + row.admin === row.total)) return err('mismatched-reply');
  if (sumRupiah(totals) !== quote.total) return err('mismatched-reply');
  if (!sameAmounts(totals, quoted)) return err('mismatched-reply');
  return ok({
    reference: firstOf(paid.map((row) => row.billreff)),
    transactionTime: firstOf(paid.map((row) => row.waktu_transaksi)),
    receiptText,
    bills: paid.length,
    remarks: [],
    ...more(paid),
  });
}

function believeToken(
  quote: Quote,
  rows: readonly unknown[],
  receiptText: string,
): Result<Confirmation, Disbelief> {
  const parsed = z.tuple([prepaidRow]).safeParse(rows);
  if (!parsed.success) return err('unreadable-reply');
  const [row] = parsed.data;
  const meter = compare(quote, 'meter-number', row.nometer);
  const idpel = compare(quote, 'idpel', row.idpel);
  const isOfCustomer = [meter, idpel].includes('same') && ![meter, idpel].includes('other');
  if (!isOfCustomer) return err('mismatched-reply');
  const token = row.token.replaceAll(/[\s-]/g, '');
  if (!/^\d{20}$/.test(token)) return err('unreadable-reply');
  const replied = row.rp_total;
  return ok({
    reference: row.billreff ?? '',
    transactionTime: row.waktu_transaksi ?? '',
    token,
    ...(row.kwh === undefined ? {} : { kwh: String(row.kwh).slice(0, 20) }),
    receiptText,
    bills: 1,
    remarks:
      replied === undefined || replied === quote.total
        ? []
        : [{ code: 'total-differs', quoted: quote.total, replied }],
  });
}

/** An identity in the answer against the inquiry's. `none`: one of the two does not name it. */
function compare(quote: Quote, label: DetailLabel, replied: string): 'same' | 'other' | 'none' {
  const quoted = quote.customer.details.find((detail) => detail.label === label)?.value;
  if (replied === '' || quoted === undefined) return 'none';
  return replied === quoted ? 'same' : 'other';
}

const sameAmounts = (left: readonly Rupiah[], right: readonly Rupiah[]): boolean => {
  const ascending = (amounts: readonly Rupiah[]): readonly Rupiah[] => amounts.toSorted((a, b) => a - b);
  const [some, others] = [ascending(left), ascending(right)];
  return some.length === others.length && some.every((amount, index) => amount === others[index]);
};

const firstOf = (values: readonly (string | undefined)[]): string =>
  values.find((value) => value !== undefined && value !== '') ?? '';
