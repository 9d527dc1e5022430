import type { Rupiah } from '../../../shared/money.ts';
import type { Bill, Customer } from '../../../shared/payment/quote.ts';
import type { ProductId } from '../../../shared/products.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { z } from '../../../shared/zod.ts';
import type { ApiExchange, Inquiry, InquiryProblem } from '../biller.ts';
import { explain } from './codes.ts';
import { isRow, openEnvelope } from './envelope.ts';
import { identityOf, isOfNumber } from './identity.ts';
import { detailsOf, fieldLabels, shareDetails, type FieldLabels } from './row-details.ts';
import { amountSchema, wordsSchema } from './values.ts';

const unreadable = { code: 'unreadable-reply' } as const;
const mismatched = { code: 'mismatched-reply' } as const;

/** Reads the answer to an inquiry for `asked`, a number of `product` (H2H document V1.4, "Data Inquiry Product"). */
export function readInquiryReply(
  product: ProductId,
  asked: string,
  exchange: ApiExchange,
): Result<Inquiry, InquiryProblem> {
  const read = readFound(product, asked, exchange);
  if (read.ok) return read;
  const { date } = exchange.reply;
  return err({ ...read.error, ...(date === null ? {} : { date }) });
}

function readFound(
  product: ProductId,
  asked: string,
  exchange: ApiExchange,
): Result<Inquiry, InquiryProblem> {
  const { reply } = exchange;
  if (reply.status === 401 || reply.status === 403) {
    return err({ code: 'refused-by-biller', billerCode: `HTTP ${reply.status}` });
  }
  if (reply.status !== 200 || !reply.complete) return err(unreadable);
  const opened = openEnvelope(reply);
  if (!opened.ok) return err(unreadable);
  const { code, respid, rows, rc, deposit } = opened.value;
  if (code.kind === 'text') return err({ code: 'refused-by-biller', billerText: code.text });
  if (code.kind === 'code') {
    const refusal = explain(code.code, product);
    return err({
      code: 'refused-by-biller',
      billerCode: code.code,
      ...(refusal === undefined ? {} : { refusal }),
    });
  }
  if (rc.kind === 'other') return err({ code: 'refused-by-biller', billerCode: `rc ${rc.rc}` });
  // It goes back between separators.
  if (!/^[^|\s]+$/.test(respid)) return err(unreadable);

  const body = product === 'pln-prepaid' ? readOffer(rows, asked) : readBills(product, rows, asked);
  if (!body.ok) return body;
  return ok({
    ...body.value,
    inquiryId: respid,
    ...(deposit === undefined ? {} : { deposit }),
    exchange,
  });
}

type InquiryBody =
  | { readonly kind: 'bills'; readonly customer: Customer; readonly bills: readonly Bill[] }
  | {
      readonly kind: 'denominations';
      readonly customer: Customer;
      readonly denominations: readonly Rupiah[];
      readonly adminFee: Rupiah;
    };

const billSchema = z.object({
  nama: wordsSchema(100),
  blth: wordsSchema(40),
  periode: wordsSchema(40),
  tagihan: amountSchema,
  admin: amountSchema,
  total: amountSchema,
});

const billsSchema = z.array(billSchema).min(1).max(24);

const offerSchema = z.object({
  nama: wordsSchema(100),
  rp_admin: amountSchema,
  available_token: z.array(z.unknown()),
});

/** Telkom's `blth` is a reference (`4b2b77ebb7e`), not a period. */
const hasPeriods = (product: ProductId): boolean => product !== 'telkom-pstn';
const telkomLabels: FieldLabels = new Map([...fieldLabels, ['blth', 'reference']]);

/** One row a bill; all must be of the customer asked for, and each must add up. */
function readBills(
  product: ProductId,
  rows: readonly unknown[],
  asked: string,
): Result<InquiryBody, InquiryProblem> {
  const parsed = billsSchema.safeParse(rows);
  const raw = rows.filter(isRow);
  if (!parsed.success || raw.length !== rows.length) return err(unreadable);
  const whose = new Set(raw.map((row) => isOfNumber(product, row, asked)));
  if (whose.has('other')) return err(mismatched);
  if (whose.has('none')) return err(unreadable);
  if (!parsed.data.every((row) => row.tagihan + row.admin === row.total && row.total > 0)) {
    return err(mismatched);
  }

  const taken = takenFromBill(product);
  const labels = hasPeriods(product) ? fieldLabels : telkomLabels;
  const { common, perRow } = shareDetails(
    raw.map((row) => detailsOf(row, taken, labels).filter((detail) => detail.value !== asked)),
  );
  return ok({
    kind: 'bills',
    customer: { identity: asked, name: nameOf(parsed.data), details: common },
    bills: parsed.data.map((row, index) => {
      const period = hasPeriods(product) ? row.blth || row.periode : '';
      const details = perRow[index] ?? [];
      return {
        ...(period === '' ? {} : { period }),
        amount: row.tagihan,
        adminFee: row.admin,
        total: row.total,
        ...(details.length === 0 ? {} : { details }),
      };
    }),
  });
}

/** What stands in the quote by a name of its own. */
const takenFromBill = (product: ProductId): ReadonlySet<string> =>
  new Set(['nama', 'tagihan', 'admin', 'total', ...(hasPeriods(product) ? ['blth', 'periode'] : [])]);

const nameOf = (rows: readonly { readonly nama: string }[]): string =>
  rows.find((row) => row.nama !== '')?.nama ?? '';

const takenFromOffer: ReadonlySet<string> = new Set(['nama', 'rp_admin', 'available_token']);

/** A token's customer may be asked for by meter number or idpel. */
function readOffer(rows: readonly unknown[], asked: string): Result<InquiryBody, InquiryProblem> {
  const [raw, ...others] = rows;
  const parsed = offerSchema.safeParse(raw);
  if (!parsed.success || !isRow(raw) || others.length > 0) return err(unreadable);
  const whose = isOfNumber('pln-prepaid', raw, asked);
  if (whose !== 'same') return err(whose === 'other' ? mismatched : unreadable);
  const denominations = readDenominations(parsed.data.available_token);
  if (denominations.length === 0) return err(unreadable);
  return ok({
    kind: 'denominations',
    customer: {
      identity: identityOf('pln-prepaid', raw, asked),
      name: parsed.data.nama,
      details: detailsOf(raw, takenFromOffer),
    },
    denominations,
    adminFee: parsed.data.rp_admin,
  });
}

/** The amounts that are amounts, each once. */
function readDenominations(offered: readonly unknown[]): readonly Rupiah[] {
  const amounts = offered.flatMap((each) => amountSchema.safeParse(each).data ?? []);
  return [...new Set(amounts)].filter((amount) => amount > 0).slice(0, 24);
}
