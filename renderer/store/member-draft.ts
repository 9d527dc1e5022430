import type { ExtraField } from '../../shared/biller-profile.ts';
import type { Catalogue } from '../../shared/contract/catalogue.ts';
import type { Member } from '../../shared/lot/group.ts';
import { parseTypedRupiah } from '../../shared/money.ts';
import { extraKeys } from '../../shared/payment/quote.ts';
import {
  checkNumber,
  isSoldInDenominations,
  type NumberRule,
  type ProductId,
} from '../../shared/products.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { entryOfProduct } from './catalogue-choice.ts';
import type { ExtraDrafts } from './entry.ts';
import { readExtras } from './extras.ts';

/** One customer of a group as somebody types them. */
export interface MemberDraft {
  readonly product: ProductId;
  /** The code of the company or city; `null` where none is chosen. */
  readonly service: string | null;
  readonly number: string;
  readonly extras: ExtraDrafts;
  /** Digits; for a product sold in denominations. */
  readonly denomination: string;
  readonly note: string;
}

/** What is still missing or wrong of one. */
export type MemberFault = 'product' | 'service' | 'number' | 'denomination' | ExtraField;

/** What a draft is read by: the same rules as at the counter. */
export interface MemberRules {
  readonly catalogue: Catalogue;
  readonly numberRules: Readonly<Record<ProductId, NumberRule>>;
  readonly thisYear: number;
}

export const emptyDraft = (product: ProductId, service: string | null = null): MemberDraft => ({
  product,
  service,
  number: '',
  extras: {},
  denomination: '',
  note: '',
});

/** The service that a draft is for: the only one of its product, or the one that is chosen. */
export function serviceOfDraft({ product, service }: MemberDraft, catalogue: Catalogue) {
  const [only, ...others] = entryOfProduct(catalogue, product)?.services ?? [];
  if (others.length === 0) return only;
  return [only, ...others].find((each) => each?.code === service);
}

/** The member that a draft means, or the first thing that is wrong with it. */
export function readMember(draft: MemberDraft, rules: MemberRules): Result<Member, MemberFault> {
  const { product, note } = draft;
  const entry = entryOfProduct(rules.catalogue, product);
  if (entry === undefined) return err('product');
  const service = serviceOfDraft(draft, rules.catalogue);
  if (service === undefined) return err('service');
  const number = checkNumber(draft.number, rules.numberRules[product]);
  if (!number.ok) return err('number');
  const extras = readExtras(service.asks, draft.extras, rules.thisYear);
  if (!extras.ok) return err(extras.error[0] ?? 'number');
  const isInDenominations = isSoldInDenominations(product);
  const denomination = parseTypedRupiah(draft.denomination);
  if (isInDenominations && (denomination === undefined || denomination === 0)) return err('denomination');
  return ok({
    product,
    service: entry.services.length === 1 ? null : service.code,
    number: number.value,
    extras: extras.value,
    denomination: isInDenominations ? (denomination ?? null) : null,
    note: note.trim(),
  });
}

/** A member as it would have been typed. */
export function draftOf({ product, service, number, extras, denomination, note }: Member): MemberDraft {
  const typed = Object.entries(extraKeys).flatMap(([field, key]) => {
    const value = extras[key];
    return value === undefined ? [] : [[field, String(value)]];
  });
  return {
    product,
    service,
    number,
    extras: Object.fromEntries(typed),
    denomination: denomination === null ? '' : String(denomination),
    note,
  };
}
