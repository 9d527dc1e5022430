import { serviceCodeSchema, type BillerForm, type Service } from '../../../shared/biller-profile.ts';
import type { ProductId } from '../../../shared/products.ts';

/** As many product codes as a profile holds. */
export const mostServices = 400;

/** A line of the table of product codes while it is edited. `row` names it, whatever is typed into it. */
export interface ServiceDraft extends Service {
  readonly row: number;
}

export interface ServiceFault {
  readonly row: number;
  readonly field: 'code' | 'name';
  readonly code: 'required' | 'bad-code' | 'twice';
}

export const serviceDraftsOf = (services: readonly Service[]): readonly ServiceDraft[] =>
  services.map((service, row) => ({ ...service, row }));

export const readServiceDraft = ({ product, code, name, asks }: ServiceDraft): Service => ({
  product,
  code: code.trim(),
  name: name.trim(),
  asks,
});

const nextRow = (drafts: readonly ServiceDraft[]): number =>
  1 + Math.max(-1, ...drafts.map(({ row }) => row));

/** Puts services at the end of the table. */
export function addServices(
  drafts: readonly ServiceDraft[],
  services: readonly Service[],
): readonly ServiceDraft[] {
  const first = nextRow(drafts);
  return [...drafts, ...services.map((service, at) => ({ ...service, row: first + at }))];
}

/** What a product asks for at this biller, as far as the biller's own table knows. */
export const usualAsks = ({ defaults }: BillerForm, product: ProductId): Service['asks'] =>
  defaults.services.find((service) => service.product === product)?.asks ?? [];

const keyOf = ({ product, code }: Service): string => `${product} ${code}`;

/** What keeps the table from being saved. The same code may serve two kinds of product, but not twice the same. */
export function serviceFaults(drafts: readonly ServiceDraft[]): readonly ServiceFault[] {
  const seen = new Set<string>();
  return drafts.flatMap((draft): ServiceFault[] => {
    const service = readServiceDraft(draft);
    const { row } = draft;
    const isTwice = seen.has(keyOf(service));
    seen.add(keyOf(service));
    const ofCode = ((): ServiceFault['code'] | undefined => {
      if (service.code === '') return 'required';
      if (!serviceCodeSchema.safeParse(service.code).success) return 'bad-code';
      return isTwice ? 'twice' : undefined;
    })();
    return [
      ...(ofCode === undefined ? [] : [{ row, field: 'code', code: ofCode } as const]),
      ...(service.name === '' ? [{ row, field: 'name', code: 'required' } as const] : []),
    ];
  });
}

/** The lines that hold every word sought, in the code, the name or the name of the kind of product. */
export function filterServices(
  drafts: readonly ServiceDraft[],
  sought: string,
  productName: (product: ProductId) => string,
): readonly ServiceDraft[] {
  const words = sought.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return drafts;
  return drafts.filter((draft) => {
    const line = `${draft.code} ${draft.name} ${productName(draft.product)}`.toLowerCase();
    return words.every((word) => line.includes(word));
  });
}
