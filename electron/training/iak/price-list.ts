import { catalogue, type Product } from './catalogue.ts';
import { hasAll, isSigned, type Desk } from './desk.ts';
import { refusal, whole, type Answer } from './reply.ts';
import type { RequestFields } from './request.ts';
import { codes } from './response-codes.ts';
import type { Fields } from './value.ts';

const statusFilters: ReadonlyMap<string, (product: Product) => boolean> = new Map<
  string,
  (product: Product) => boolean
>([
  ['all', () => true],
  ['active', ({ active }) => active],
  ['non active', ({ active }) => !active],
]);

/**
 * Answers `pricelist-pasca`, for one `type` where the path names one. The whole list where no `status` is given,
 * since the API does not say what is left out then. A province chooses among waterworks only.
 */
export function priceList(desk: Desk, fields: RequestFields, type: string | undefined): Answer {
  if (!hasAll(fields, ['username', 'sign'])) return refusal(codes.formatError);
  if (!isSigned(desk, fields, 'pl')) return refusal(codes.invalidSignature);
  const hasStatus = statusFilters.get(fields.get('status') ?? 'all');
  if (hasStatus === undefined) return refusal(codes.formatError);
  const province = type === 'pdam' ? fields.get('province')?.toUpperCase() : undefined;
  const listed = catalogue.filter(
    (product) =>
      hasStatus(product) &&
      (type === undefined || product.type === type) &&
      (province === undefined || product.province === province),
  );
  return whole({ wrapper: 'price-list', fields: { pasca: listed.map(row) } });
}

const row = ({ code, name, active, fee, komisi, type, province }: Product): Fields => ({
  code,
  name,
  status: active ? 1 : 4,
  fee,
  komisi,
  type,
  category: 'postpaid',
  ...(province === undefined ? {} : { province }),
});
