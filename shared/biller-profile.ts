import { productIds } from './products.ts';
import { textSchema } from './primitives.ts';
import { z } from './zod.ts';

/**
 * A biller as the counter knows it, whatever it speaks on the wire: what it sells, how it is reached, and what its
 * form in the settings asks for. The fields of one biller are data, so that a new biller brings its own form along.
 */

/** Names a biller: the name of its folder in `electron/billers/`. */
export const billerIdSchema = z.string().regex(/^[a-z][a-z0-9-]{1,29}$/);
export type BillerId = z.infer<typeof billerIdSchema>;

/** What an inquiry asks besides the customer's number, where a product wants it. */
export const extraFields = ['months', 'tax-year', 'identity-number', 'amount'] as const;
export type ExtraField = (typeof extraFields)[number];

/** What the biller calls a thing it sells. Neither a blank nor `|`: both separate values on some wire. */
export const serviceCodeSchema = z.string().regex(/^[\w.\-/]{1,60}$/);

/** One thing a biller sells: PDAM is one kind of product and a service a city. */
export const serviceSchema = z
  .strictObject({
    product: z.enum(productIds),
    /** The biller's own product code. */
    code: serviceCodeSchema,
    /** As the cashier reads it (`PDAM Kota Surabaya`). */
    name: z.string().min(1).max(60),
    asks: z.array(z.enum(extraFields)).max(4).readonly(),
  })
  .readonly();
export type Service = z.infer<typeof serviceSchema>;

/** How a biller's host is reached and recognised. Checks are added here, never taken away. */
export const routeSettingsSchema = z.strictObject({
  /** A file with the PEM of the authorities that are believed instead of the system's; empty: the system's. */
  caFile: z.string().max(1000),
  /** base64 of the SHA-256 of the server key's SubjectPublicKeyInfo; empty: name and chain are checked. */
  pin: z.string().regex(/^(?:[A-Za-z0-9+/]{43}=)?$/),
  /** `http://HOST:PORT` of a proxy that tunnels; empty: none. */
  proxy: z.string().regex(/^(?:http:\/\/[^\s/@]+:\d{1,5}\/?)?$/),
  /** Seconds. */
  connectSeconds: z.int().min(2).max(60),
  firstByteSeconds: z.int().min(5).max(120),
  wholeSeconds: z.int().min(5).max(180),
});
export type RouteSettings = z.infer<typeof routeSettingsSchema>;

/** Everything that is set about a biller and is not secret. */
export const billerProfileSchema = z.strictObject({
  /** Where it is called; empty until it is set up. Decides what kind of ledger its payments stand in. */
  baseUrl: z.string().max(500),
  /** The biller's own choices (format, separator …), by the names in its form. */
  options: z.record(z.string().max(40), z.string().max(200)),
  services: z.array(serviceSchema).max(400).readonly(),
  /**
   * Codes and texts that, as the answer to a payment, say for certain that nothing was or will be paid; where the
   * biller publishes no list of its own (Teleanjar). Empty where its documentation decides (IAK).
   */
  finalAnswers: z.array(textSchema(300)).max(100).readonly(),
  route: routeSettingsSchema,
});
export type BillerProfile = z.infer<typeof billerProfileSchema>;

/** The secrets of an account by the names in the biller's form. They enter once and never come out. */
export const billerSecretsSchema = z.record(z.string().max(40), z.string().min(1).max(200));
export type BillerSecrets = z.infer<typeof billerSecretsSchema>;

/** Words in each language of the counter. */
const wordsSchema = z.strictObject({ id: z.string().max(300), en: z.string().max(300) }).readonly();
export type Words = z.infer<typeof wordsSchema>;

/** What a biller's form asks for. */
export const billerFormSchema = z
  .strictObject({
    id: billerIdSchema,
    name: z.string().max(40),
    /** Addresses that are known; any other may be typed. */
    hosts: z
      .array(z.strictObject({ name: wordsSchema, baseUrl: z.string().max(500) }).readonly())
      .max(10)
      .readonly(),
    baseUrlNote: wordsSchema,
    options: z
      .array(
        z
          .strictObject({
            key: z.string().max(40),
            label: wordsSchema,
            note: wordsSchema.exactOptional(),
            choices: z
              .array(z.strictObject({ value: z.string().max(200), label: wordsSchema }).readonly())
              .min(2)
              .max(8)
              .readonly(),
          })
          .readonly(),
      )
      .max(12)
      .readonly(),
    secrets: z
      .array(z.strictObject({ key: z.string().max(40), label: wordsSchema, maxLength: z.int() }).readonly())
      .min(1)
      .max(8)
      .readonly(),
    /** Product codes that are known to be right; all others are our best reading. */
    confirmedCodes: z.array(serviceCodeSchema).max(100).readonly(),
    hasPriceList: z.boolean(),
    /** Whether `finalAnswers` may be edited, and the codes that never are final, whatever the table says. */
    finalAnswers: z
      .strictObject({ editable: z.boolean(), never: z.array(textSchema(40)).max(40).readonly() })
      .readonly(),
    defaults: billerProfileSchema,
  })
  .readonly();
export type BillerForm = z.infer<typeof billerFormSchema>;

/** What a test of the connection shows. It asks for nothing that could cost money. */
const connectionVerdicts = [
  'ok',
  'not-set-up',
  'no-network',
  'tls',
  'pin',
  'proxy',
  'no-answer',
  'ip-not-registered',
  'wrong-key',
  'wrong-signature',
  'refused',
  'unreadable',
] as const;
export type ConnectionVerdict = (typeof connectionVerdicts)[number];

export const connectionTestSchema = z
  .strictObject({
    verdict: z.enum(connectionVerdicts),
    /** The biller's or the network's own words or code, where it gave any. */
    detail: textSchema(300).exactOptional(),
    /** The biller's clock less this PC's, in whole seconds, from the answer's `Date`. */
    clockAheadSeconds: z.int().exactOptional(),
    /** A choice of an option that was accepted where the one set was not (Teleanjar's separator). */
    better: z.strictObject({ option: z.string().max(40), value: z.string().max(200) }).exactOptional(),
  })
  .readonly();
export type ConnectionTest = z.infer<typeof connectionTestSchema>;

/** A line of a biller's price list. */
export const priceListEntrySchema = z
  .strictObject({
    code: serviceCodeSchema,
    name: textSchema(100),
    /** The biller's own kind (`pdam`, `pln`). */
    type: textSchema(40),
    /** The kind of product it is here, where we know it. */
    product: z.enum(productIds).nullable(),
    active: z.boolean(),
  })
  .readonly();
export type PriceListEntry = z.infer<typeof priceListEntrySchema>;
