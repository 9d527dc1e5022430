import { serviceCodeSchema, type PriceListEntry } from '../../../shared/biller-profile.ts';
import type { ProductId } from '../../../shared/products.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { InquiryProblem, RawReply } from '../biller.ts';
import { openAnswer, withDate } from './answer.ts';
import { fieldOf, isFields, readIdentity, readWords } from './reply-document.ts';

/** IAK's types, as far as they are a kind of product here; the others (`kereta`, `pasar`, `estate` …) are none. */
const productOfType: ReadonlyMap<string, ProductId> = new Map<string, ProductId>([
  ['pdam', 'pdam'],
  ['bpjs', 'bpjs'],
  ['internet', 'internet'],
  ['pajak-kendaraan', 'esamsat'],
  ['finance', 'multifinance'],
  ['hp', 'mobile-postpaid'],
  ['emoney', 'emoney'],
  ['tv', 'tv'],
  ['pbb', 'pbb'],
  ['gas', 'gas'],
  ['pln', 'pln-postpaid'],
  ['asuransi', 'insurance'],
]);

/** Codes that say more than their type does. */
const productOfCode: readonly (readonly [RegExp, ProductId])[] = [
  [/^PLN.*NON/i, 'pln-nontaglis'],
  [/^(TELKOMPSTN|SPEEDY)/i, 'telkom-pstn'],
  [/^BPJSTK/i, 'bpjs-tk'],
  [/^TASPEN\./i, 'insurance'],
];

/** The kind of product a line of the price list is; `null` where it is none of ours. */
export const productOf = (code: string, type: string): ProductId | null =>
  productOfCode.find(([pattern]) => pattern.test(code))?.[1] ?? productOfType.get(type) ?? null;

/** Reads the answer to `pricelist-pasca`. A line whose code cannot be ours is left out; nothing else depends on it. */
export function readPriceList(reply: RawReply): Result<readonly PriceListEntry[], InquiryProblem> {
  const opened = openAnswer(reply);
  if (!opened.ok) return withDate(opened, reply);
  const lines = fieldOf(opened.value.fields, 'pasca');
  if (!Array.isArray(lines)) return withDate(err({ code: 'unreadable-reply' }), reply);
  return ok(lines.flatMap(readLine));
}

/** `status`: 1 is active, 4 is not. */
function readLine(line: unknown): readonly PriceListEntry[] {
  if (!isFields(line)) return [];
  const code = serviceCodeSchema.safeParse(fieldOf(line, 'code'));
  if (!code.success) return [];
  const type = readWords(fieldOf(line, 'type'), 40).toLowerCase();
  return [
    {
      code: code.data,
      name: readWords(fieldOf(line, 'name'), 100),
      type,
      product: productOf(code.data, type),
      active: readIdentity(fieldOf(line, 'status')) === '1',
    },
  ];
}
