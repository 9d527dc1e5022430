import { isRupiah, rupiah, type Rupiah } from '../../../shared/money.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { z } from '../../../shared/zod.ts';
import type { RawReply } from '../biller.ts';
import { readResponseCode, type ResponseCode } from './response-code.ts';
import { parseTolerantJson } from './tolerant-json.ts';

/** No bill of a counter comes near it, and twenty-four of them still add up exactly. In rupiah. */
const mostRupiah = 999_999_999_999;

/** A whole amount, as a number or as its digits in a string. Anything else is refused, never rounded. */
export const amountSchema = z
  .union([
    z.custom<Rupiah>((value) => isRupiah(value) && value <= mostRupiah),
    z.string().regex(/^\d{1,12}$/),
  ])
  .transform((value) => rupiah(Number(value)));

/** A text for the eye (name, period, tariff), without blanks at its ends and no longer than is shown. */
export const wordsSchema = (maxLength: number) =>
  z.string().transform((value) => value.trim().slice(0, maxLength));

/** A number that names somebody, without the blanks Teleanjar leaves at its ends; never cut, too long is refused. */
export const identitySchema = z
  .union([z.string(), z.int().min(0).transform(String)])
  .transform((value) => value.trim())
  .pipe(z.string().max(40));

/** What every answer has (H2H document V1.4, "Parameter Out"). Unknown fields are let be. */
const envelopeSchema = z.object({
  response: z.string().min(1).max(2000),
  respid: z.string().trim().max(64).optional().catch(undefined),
  respdata: z.array(z.unknown()).optional().catch(undefined),
  info_struk: z.string().max(64_000).optional().catch(undefined),
  saldo: amountSchema.optional().catch(undefined),
});

export interface Envelope {
  readonly code: ResponseCode;
  readonly respid: string;
  readonly rows: readonly unknown[];
  readonly receiptText: string;
  readonly deposit?: Rupiah;
}

/** What an answer says of itself before anybody looks for a customer in it. */
export function openEnvelope(reply: RawReply): Result<Envelope, 'unreadable'> {
  const text = decodeUtf8(reply.body);
  if (text === undefined) return err('unreadable');
  const json = parseTolerantJson(text);
  if (!json.ok) return json;
  const parsed = envelopeSchema.safeParse(json.value.value);
  if (!parsed.success) return err('unreadable');
  const { response, respid, respdata, info_struk, saldo } = parsed.data;
  return ok({
    code: readResponseCode(response),
    respid: respid ?? '',
    rows: respdata ?? [],
    receiptText: info_struk ?? '',
    ...(saldo === undefined ? {} : { deposit: saldo }),
  });
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
