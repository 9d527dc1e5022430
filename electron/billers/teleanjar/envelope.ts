import type { Rupiah } from '../../../shared/money.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { z } from '../../../shared/zod.ts';
import type { RawReply } from '../biller.ts';
import { readResponseCode, type ResponseCode } from './response-code.ts';
import { parseTolerantJson } from './tolerant-json.ts';
import { amountSchema, respidSchema, wordsSchema } from './values.ts';

/** An entry of `respdata`: a bill, a token, or a customer. */
export type Row = Readonly<Record<string, unknown>>;

export const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What every answer has (H2H document V1.4, "Parameter Out"). Unknown fields are let be. */
const envelopeSchema = z.object({
  response: z.string().min(1).max(2000),
  respid: respidSchema.optional().catch(undefined),
  /** An entry that stands alone, without its list, is taken for a list of one. */
  respdata: z
    .union([z.array(z.unknown()), z.custom<Row>(isRow).transform((row): readonly unknown[] => [row])])
    .optional()
    .catch(undefined),
  info_struk: z.string().max(64_000).optional().catch(undefined),
  saldo: amountSchema.optional().catch(undefined),
  /** Not in the document's list, but in its Telkom samples and in real clients. */
  rc: z.unknown().optional(),
  trxid: wordsSchema(200),
});

export interface Envelope {
  readonly code: ResponseCode;
  readonly respid: string;
  readonly rows: readonly unknown[];
  /** Whether a row has what only a payment that went through has. */
  readonly isCertified: boolean;
  readonly receiptText: string;
  /** `rc` where there is one and it is not a success's: at odds with `SWT:0000`. */
  readonly rc: { readonly kind: 'none' | 'success' } | { readonly kind: 'other'; readonly rc: string };
  readonly trxid: string;
  readonly deposit?: Rupiah;
}

/** Fields on which it hangs what an answer comes to. One that stands twice, or is damaged, makes it unreadable. */
const decidingFields: ReadonlySet<string> = new Set([
  'response',
  'rc',
  'respid',
  'respdata',
  'idpel',
  'nometer',
  'nopel',
  'nomor_registrasi',
  'custno',
  'tagihan',
  'admin',
  'total',
  'token',
  'rp_admin',
  'available_token',
]);

/** What an answer says of itself before anybody looks for a customer in it. */
export function openEnvelope(reply: RawReply): Result<Envelope, 'unreadable'> {
  const text = decodeUtf8(reply.body);
  if (text === undefined) return err('unreadable');
  const json = parseTolerantJson(text);
  if (!json.ok) return json;
  const { value, repeatedKeys, damagedKeys } = json.value;
  if ([...repeatedKeys, ...damagedKeys].some((key) => decidingFields.has(key))) return err('unreadable');
  const once = (field: unknown): unknown => withoutKeys(field, repeatedKeys);
  const parsed = envelopeSchema.safeParse(once(value));
  if (!parsed.success) return err('unreadable');
  const { response, respid, respdata, info_struk, saldo, rc, trxid } = parsed.data;
  return ok({
    code: readResponseCode(response),
    respid: respid ?? '',
    rows: (respdata ?? []).map(once),
    isCertified:
      certificateFields.some((field) => repeatedKeys.has(field)) || (respdata ?? []).some(certifiesSomething),
    receiptText: info_struk ?? '',
    rc: readRc(rc),
    trxid,
    ...(saldo === undefined ? {} : { deposit: saldo }),
  });
}

const certificateFields = ['billreff', 'waktu_transaksi', 'token'] as const;

const certifiesSomething = (row: unknown): boolean =>
  isRow(row) &&
  certificateFields.some((field) => {
    const value = row[field];
    return value !== undefined && value !== null && !(typeof value === 'string' && value.trim() === '');
  });

/** A field that stands twice and decides nothing costs its line. */
function withoutKeys(value: unknown, keys: ReadonlySet<string>): unknown {
  if (keys.size === 0 || !isRow(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.has(key)));
}

function readRc(rc: unknown): Envelope['rc'] {
  if (rc === undefined || rc === null) return { kind: 'none' };
  const text = typeof rc === 'string' || typeof rc === 'number' ? String(rc).trim() : JSON.stringify(rc);
  if (text === '') return { kind: 'none' };
  return /^(?:0|00|0000|SWT:0000)$/.test(text)
    ? { kind: 'success' }
    : { kind: 'other', rc: text.slice(0, 36) };
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
