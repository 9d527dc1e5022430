import type { BillerForm, PriceListEntry, Service } from '../../../shared/biller-profile.ts';
import { productIds, type ProductId } from '../../../shared/products.ts';
import { addServices, readServiceDraft, usualAsks, type ServiceDraft } from './services-form.ts';

/** What a biller's price list would change in the table of product codes, for one kind of product. */
export interface KindChanges {
  readonly product: ProductId;
  /** Sold by the biller and not in the table. */
  readonly added: readonly Service[];
  /** In the table under another name. */
  readonly renamed: readonly { readonly row: number; readonly from: string; readonly to: string }[];
  /** In the table, but not sold, or not now, by the biller. */
  readonly missing: readonly { readonly row: number; readonly code: string; readonly name: string }[];
}

/** What to take over of a kind's changes. */
export const changeParts = ['added', 'renamed', 'missing'] as const;
export type ChangePart = (typeof changeParts)[number];
export type TakeOver = Readonly<Partial<Record<ProductId, readonly ChangePart[]>>>;

export interface PriceListChanges {
  /** The kinds for which anything would change, in the order of the products. */
  readonly kinds: readonly KindChanges[];
  /** The biller's own kinds that are not sold here, with how many codes each has. */
  readonly unknown: readonly { readonly type: string; readonly count: number }[];
}

const longestName = 60;

function serviceOf(entry: PriceListEntry, product: ProductId, form: BillerForm): Service {
  const name = entry.name.trim().replaceAll(/\s+/g, ' ').slice(0, longestName).trim();
  return {
    product,
    code: entry.code,
    name: name === '' ? entry.code : name,
    asks: usualAsks(form, product),
  };
}

/** A list may name a code twice; the first counts. */
function firstByCode(entries: readonly PriceListEntry[]): ReadonlyMap<string, PriceListEntry> {
  const byCode = new Map<string, PriceListEntry>();
  for (const entry of entries) if (!byCode.has(entry.code)) byCode.set(entry.code, entry);
  return byCode;
}

/** What taking over the price list would mean, kind by kind. */
export function compareWithPriceList(
  entries: readonly PriceListEntry[],
  drafts: readonly ServiceDraft[],
  form: BillerForm,
): PriceListChanges {
  const standing = drafts.map((draft) => ({ ...readServiceDraft(draft), row: draft.row }));
  const codes = new Set(standing.map(({ code }) => code));
  const listed = firstByCode(entries.filter(({ active }) => active));
  const types = new Map<string, number>();
  for (const { product, type } of listed.values()) {
    if (product === null) types.set(type, (types.get(type) ?? 0) + 1);
  }
  const changesOf = (product: ProductId): KindChanges => {
    const ofKind = standing.filter((service) => service.product === product);
    return {
      product,
      added: [...listed.values()]
        .filter((entry) => entry.product === product && !codes.has(entry.code))
        .map((entry) => serviceOf(entry, product, form)),
      renamed: ofKind.flatMap(({ row, code, name }) => {
        const entry = listed.get(code);
        if (entry === undefined) return [];
        const to = serviceOf(entry, product, form).name;
        return to === name ? [] : [{ row, from: name, to }];
      }),
      missing: ofKind
        .filter(({ code }) => !listed.has(code))
        .map(({ row, code, name }) => ({ row, code, name })),
    };
  };
  return {
    kinds: productIds.map(changesOf).filter((kind) => changeParts.some((part) => kind[part].length > 0)),
    unknown: [...types].map(([type, count]) => ({ type, count })),
  };
}

/** What is offered at first: everything new. Names people know and codes that may come back are left alone. */
export const firstTakeOver = ({ kinds }: PriceListChanges): TakeOver =>
  Object.fromEntries(kinds.map(({ product, added }) => [product, added.length > 0 ? ['added'] : []]));

/** The table after what was chosen has been taken over. What is renamed keeps its place; what is new comes last. */
export function takeOverPriceList(
  drafts: readonly ServiceDraft[],
  { kinds }: PriceListChanges,
  takeOver: TakeOver,
): readonly ServiceDraft[] {
  const chosen = <Part extends ChangePart>(part: Part): KindChanges[Part][number][] =>
    kinds
      .filter(({ product }) => takeOver[product]?.includes(part) === true)
      .flatMap((kind) => [...(kind[part] as readonly KindChanges[Part][number][])]);
  const names = new Map(chosen('renamed').map(({ row, to }) => [row, to]));
  const gone = new Set(chosen('missing').map(({ row }) => row));
  const kept = drafts
    .filter(({ row }) => !gone.has(row))
    .map((draft) => ({ ...draft, name: names.get(draft.row) ?? draft.name }));
  return addServices(kept, chosen('added'));
}
