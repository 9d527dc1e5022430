declare const rupiahBrand: unique symbol;

/** Whole rupiah, zero or more, at most 2^53 - 1. Never a float, never minor units. */
export type Rupiah = number & { readonly [rupiahBrand]: 'rupiah' };

export const isRupiah = (value: unknown): value is Rupiah =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

/** @throws RangeError if `value` is not a whole, non-negative, safe integer: that is a bug at the caller. */
export function rupiah(value: number): Rupiah {
  if (!isRupiah(value)) throw new RangeError(`not a whole amount of rupiah: ${value}`);
  return value;
}

export const sumRupiah = (amounts: readonly Rupiah[]): Rupiah =>
  rupiah(amounts.reduce<number>((sum, amount) => sum + amount, 0));

/** `303500` → `303.500`, as Indonesians write it. No currency sign: the caller's words carry it. */
export function formatRupiah(amount: number): string {
  const digits = Math.abs(amount).toString();
  const grouped = digits.replaceAll(/\B(?=(\d{3})+$)/g, '.');
  return amount < 0 ? `-${grouped}` : grouped;
}

/** What a cashier typed as money (`350.000`, `350 000`, `350000`); `undefined` if it is not an amount. */
export function parseTypedRupiah(typed: string): Rupiah | undefined {
  const digits = typed.replaceAll(/[\s.]/g, '');
  if (!/^\d{1,15}$/.test(digits)) return undefined;
  return rupiah(Number(digits));
}

/** Whole rupiah with or without points; `005` is a number of something and no money. For amounts a biller wrote as text. */
export const wholeRupiah = (value: string): number | undefined =>
  /^(?:0|[1-9]\d*|[1-9]\d{0,2}(?:\.\d{3})+)$/.test(value) ? parseTypedRupiah(value) : undefined;
