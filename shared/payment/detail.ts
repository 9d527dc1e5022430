import { textSchema } from '../primitives.ts';
import { z } from '../zod.ts';

/**
 * What a detail says. The words for each, on the screen and on paper, stand in `shared/i18n/detail-words.ts`; what a
 * biller sends beyond these is shown by the name the biller gave it.
 */
export const detailLabels = [
  'tariff-power',
  'tariff',
  'power',
  'meter-number',
  'idpel',
  'transaction',
  'registration-number',
  'registration-date',
  'reference',
  'slip-number',
  'meter-start',
  'meter-end',
  'usage',
  'arrears',
  'bill-count',
  'bills-left',
  'penalty',
  'vat',
  'street-lighting-tax',
  'stamp-duty',
  'instalment',
  'token-value',
  'total-paid',
  'service-unit-phone',
  'message',
  'area-code',
  'divre',
  'datel',
  'product-name',
  'product-category',
  'branch-code',
  'branch-name',
  'participants',
  'remaining-payment',
  'contribution-code',
  'program-code',
  'jht',
  'jkk',
  'jkm',
  'jpk',
  'jpn',
  'company-number',
  'division-code',
  'effective-date',
  'expiry-date',
  'due-date',
  'address',
  'biller-admin',
  'utility-name',
  'tariff-code',
  'other-costs',
  'meter-stand',
  'tax-object',
  'tax-year',
  'location',
  'village',
  'district',
  'regency-code',
  'regency',
  'land-area',
  'building-area',
  'payment-date',
  'identity-number',
  'chassis-number',
  'engine-number',
  'owner',
  'vehicle',
  'build-year',
  'tax-valid-until',
  'state-receipt-number',
  'item-name',
  'plate-number',
  'tenor',
  'maximum-payment',
  'last-due-date',
  'insured',
  'policy-status',
  'footer',
  'period',
  'amount',
  'months',
  'total',
  'biller-time',
] as const;
export type DetailLabel = (typeof detailLabels)[number];

/** The details that are an amount of money beside the bill's own sums. */
export const moneyLabels: ReadonlySet<DetailLabel> = new Set<DetailLabel>([
  'penalty',
  'vat',
  'street-lighting-tax',
  'stamp-duty',
  'instalment',
  'token-value',
  'other-costs',
  'remaining-payment',
  'maximum-payment',
  'jht',
  'jkk',
  'jkm',
  'jpk',
  'jpn',
]);

/** The details that repeat a bill's own sums. */
export const sumLabels: ReadonlySet<DetailLabel> = new Set<DetailLabel>([
  'amount',
  'total',
  'total-paid',
  'biller-admin',
]);

/** A fact about the customer or a bill as the biller gave it, in the biller's words (`R1 / 1300VA`). */
const detailSchema = z.discriminatedUnion('label', [
  z.strictObject({ label: z.enum(detailLabels), value: textSchema(200) }).readonly(),
  /** A field we have no words for, by the biller's name for it. */
  z.strictObject({ label: z.literal('other'), name: textSchema(60), value: textSchema(200) }).readonly(),
]);
export type Detail = z.infer<typeof detailSchema>;

export const detailsSchema = z.array(detailSchema).max(60).readonly();
