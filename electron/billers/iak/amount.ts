import { isRupiah, rupiah, type Rupiah } from '../../../shared/money.ts';

/** No bill of a counter comes near it, and twenty-four of them still add up exactly. In rupiah. */
const mostRupiah = 999_999_999_999;

/**
 * A whole amount of rupiah as IAK writes it: a number, whose documented type is Double, or the digits in a string,
 * with no decimals or with nothing but zeros for them. Everything else is `undefined`, never rounded: a half
 * rupiah, a sign, an exponent, a separator, a blank.
 */
export function readAmount(value: unknown): Rupiah | undefined {
  if (typeof value === 'number') {
    return isRupiah(value) && value <= mostRupiah && !Object.is(value, -0) ? value : undefined;
  }
  if (typeof value !== 'string') return undefined;
  const digits = /^(\d{1,12})(?:\.0{1,2})?$/.exec(value)?.[1];
  return digits === undefined ? undefined : rupiah(Number(digits));
}
