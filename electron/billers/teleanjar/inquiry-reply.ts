import type { Rupiah } from '../../../shared/money.ts';
import type { Bill, Customer, Detail } from '../../../shared/payment/quote.ts';
import type { ProductId } from '../../../shared/products.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { z } from '../../../shared/zod.ts';
import type { Inquiry, InquiryProblem, RawReply } from '../biller.ts';
import { amountSchema, identitySchema, openEnvelope, wordsSchema } from './envelope.ts';

const unreadable = { code: 'unreadable-reply' } as const;
const mismatched = { code: 'mismatched-reply' } as const;

const billFields = { tagihan: amountSchema, admin: amountSchema, total: amountSchema };

const name = wordsSchema(100);
const words = wordsSchema(80);
/** An identity that an answer may leave out. */
const otherIdentity = identitySchema.nullish().transform((value) => value ?? '');

const postpaidRow = z.object({
  idpel: identitySchema,
  nama: name,
  blth: wordsSchema(40),
  tarif: words,
  daya: words,
  ...billFields,
});

const nontaglisRow = z.object({
  nama_transaksi: words,
  nomor_registrasi: identitySchema,
  tanggal_registrasi: words,
  idpel: otherIdentity,
  nama: name,
  ...billFields,
});

/** `blth` of a Telkom inquiry is a reference (`4b2b77ebb7e`), not a period. */
const telkomRow = z.object({ idpel: identitySchema, nama: name, blth: words, ...billFields });

const prepaidRow = z.object({
  nometer: otherIdentity,
  idpel: otherIdentity,
  nama: name,
  tarif: words,
  daya: words,
  rp_admin: amountSchema,
  available_token: z.array(amountSchema).min(1).max(24),
});

/** Reads the answer to an inquiry for `asked`, a number of `product` (H2H document V1.4, "Data Inquiry Product"). */
export function readInquiryReply(
  product: ProductId,
  asked: string,
  reply: RawReply,
): Result<Inquiry, InquiryProblem> {
  if (reply.status === 401 || reply.status === 403) {
    return err({ code: 'refused-by-biller', billerCode: `HTTP ${reply.status}` });
  }
  if (reply.status !== 200 || !reply.complete) return err(unreadable);
  const opened = openEnvelope(reply);
  if (!opened.ok) return err(unreadable);
  const { code, respid, rows, deposit } = opened.value;
  if (code.kind === 'code') return err({ code: 'refused-by-biller', billerCode: code.code });
  if (code.kind === 'text') return err({ code: 'refused-by-biller', billerText: code.text });
  if (respid === '') return err(unreadable);

  const body = readRows[product](rows, asked);
  if (!body.ok) return body;
  return ok({ ...body.value, inquiryId: respid, ...(deposit === undefined ? {} : { deposit }) });
}

type InquiryBody =
  | { readonly kind: 'bills'; readonly customer: Customer; readonly bills: readonly Bill[] }
  | {
      readonly kind: 'denominations';
      readonly customer: Customer;
      readonly denominations: readonly Rupiah[];
      readonly adminFee: Rupiah;
    };

type ReadRows = (rows: readonly unknown[], asked: string) => Result<InquiryBody, InquiryProblem>;

const readRows: Readonly<Record<ProductId, ReadRows>> = {
  'pln-postpaid': (rows, asked) =>
    readBills(rows, postpaidRow, asked, {
      number: (row) => row.idpel,
      details: (row) => [tariffAndPower(row)],
      period: (row) => row.blth,
    }),
  'pln-nontaglis': (rows, asked) =>
    readBills(rows, nontaglisRow, asked, {
      number: (row) => row.nomor_registrasi,
      details: (row) => [
        { label: 'transaction', value: row.nama_transaksi },
        { label: 'registration-date', value: row.tanggal_registrasi },
        { label: 'idpel', value: row.idpel },
      ],
    }),
  'telkom-pstn': (rows, asked) =>
    readBills(rows, telkomRow, asked, {
      number: (row) => row.idpel,
      details: (row) => [{ label: 'reference', value: row.blth }],
    }),
  'pln-prepaid': readOffer,
};

interface BillColumns<Row> {
  readonly number: (row: Row) => string;
  readonly details: (row: Row) => readonly Detail[];
  readonly period?: (row: Row) => string;
}

type AmountRow = { readonly nama: string } & z.infer<z.ZodObject<typeof billFields>>;

/** One row a bill; all must be of the customer asked for, and each must add up. */
function readBills<Row extends AmountRow>(
  rows: readonly unknown[],
  schema: z.ZodType<Row>,
  asked: string,
  columns: BillColumns<Row>,
): Result<InquiryBody, InquiryProblem> {
  const parsed = z.array(schema).min(1).max(24).safeParse(rows);
  if (!parsed.success) return err(unreadable);
  const [first] = parsed.data;
  if (first === undefined) return err(unreadable);
  const agrees = (row: Row): boolean =>
    columns.number(row) === asked && row.tagihan + row.admin === row.total && row.total > 0;
  if (!parsed.data.every(agrees)) return err(mismatched);
  return ok({
    kind: 'bills',
    customer: {
      identity: asked,
      name: first.nama,
      details: columns.details(first).filter((detail) => detail.value !== ''),
    },
    bills: parsed.data.map((row) => {
      const period = columns.period?.(row) ?? '';
      return {
        ...(period === '' ? {} : { period }),
        amount: row.tagihan,
        adminFee: row.admin,
        total: row.total,
      };
    }),
  });
}

/** A token's customer may be asked for by meter number or idpel; idpel is the identity where there is one. */
function readOffer(rows: readonly unknown[], asked: string): Result<InquiryBody, InquiryProblem> {
  const parsed = z.tuple([prepaidRow]).safeParse(rows);
  if (!parsed.success) return err(unreadable);
  const [row] = parsed.data;
  if (asked !== row.nometer && asked !== row.idpel) return err(mismatched);
  const denominations = [...new Set(row.available_token)].filter((amount) => amount > 0);
  if (denominations.length === 0) return err(unreadable);
  return ok({
    kind: 'denominations',
    customer: {
      identity: row.idpel === '' ? row.nometer : row.idpel,
      name: row.nama,
      details: [
        tariffAndPower(row),
        { label: 'meter-number' as const, value: row.nometer },
        { label: 'idpel' as const, value: row.idpel },
      ].filter((detail) => detail.value !== ''),
    },
    denominations,
    adminFee: row.rp_admin,
  });
}

const tariffAndPower = (row: { readonly tarif: string; readonly daya: string }): Detail => ({
  label: 'tariff-power',
  value: [row.tarif, row.daya].filter((part) => part !== '').join(' / '),
});
