import { isRupiah, rupiah, type Rupiah } from '../../../shared/money.ts';
import { z } from '../../../shared/zod.ts';

/** No bill of a counter comes near it, and twenty-four of them still add up exactly. In rupiah. */
const mostRupiah = 999_999_999_999;

/**
 * A whole amount, as a number or as its digits in a string, with or without `.0` or `.00`. Anything else is refused,
 * never rounded; `302.000` too, which may be meant as thousands.
 */
export const amountSchema = z
  .union([
    z.custom<Rupiah>((value) => isRupiah(value) && value <= mostRupiah),
    z
      .string()
      .trim()
      .regex(/^\d{1,12}(?:\.00?)?$/),
  ])
  .transform((value) => rupiah(Number(value)));

/** A text for the eye, without blanks at its ends and no longer than is shown; empty where it is none. */
export const wordsSchema = (maxLength: number) =>
  z
    .union([z.string(), z.number()])
    .transform((value) => String(value).trim().slice(0, maxLength))
    .catch('');

const nameSchema = (maxLength: number) =>
  z
    .union([z.string(), z.int().min(0).transform(String)])
    .transform((value) => value.trim())
    .pipe(z.string().max(maxLength));

/** A number that names somebody, without the blanks Teleanjar leaves at its ends; never cut, too long is refused. */
export const identitySchema = nameSchema(40);

/** What names an inquiry or a payment at Teleanjar. */
export const respidSchema = nameSchema(64);

/** A count of months, as a number or as its digits; `undefined` where it is none. */
export const countSchema = z
  .union([
    z.int(),
    z
      .string()
      .regex(/^\d{1,3}$/)
      .transform(Number),
  ])
  .pipe(z.int().min(0).max(999))
  .optional()
  .catch(undefined);
