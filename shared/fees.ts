import { rupiah, type Rupiah } from './money.ts';
import { productIds, type ProductId } from './products.ts';
import { rupiahSchema } from './primitives.ts';
import { z } from './zod.ts';

/**
 * The most that a counter may add to a bill for itself. What PLN's and the banks' complaint desks were shown as too much
 * was three thousand and more; a digit too many in the settings must not reach a customer.
 */
export const mostCounterFee = 10_000;

/** What the shop adds for itself to a payment of each product; a product that is not here is sold without. */
export const counterFeesSchema = z
  .partialRecord(
    z.enum(productIds),
    rupiahSchema.refine((fee) => fee <= mostCounterFee),
  )
  .readonly();
export type CounterFees = z.infer<typeof counterFeesSchema>;

export const roundingSteps = [0, 100, 500, 1000] as const;
export const roundingWays = ['nearest', 'up', 'down'] as const;

/** To which coin the sum that a customer pays in cash is rounded; a step of 0 rounds nothing. */
export const cashRoundingSchema = z
  .strictObject({ step: z.literal(roundingSteps), to: z.enum(roundingWays) })
  .readonly();
export type CashRounding = z.infer<typeof cashRoundingSchema>;

/** What the shop itself puts on top of a bill. Neither reaches the biller. */
export interface CounterCharge {
  /** *Biaya loket*, whole rupiah. */
  readonly counterFee: Rupiah;
  /** What rounding adds, or takes off where it is negative: whole rupiah, less than the step either way. */
  readonly rounding: number;
}

/** What a shop charges on top of a bill of `total`. */
export function chargeFor(
  product: ProductId,
  total: Rupiah,
  { fees, rounding }: { readonly fees: CounterFees; readonly rounding: CashRounding },
): CounterCharge {
  const counterFee = fees[product] ?? rupiah(0);
  const exact = total + counterFee;
  const { step, to } = rounding;
  if (step === 0) return { counterFee, rounding: 0 };
  const parts = exact / step;
  const whole = { nearest: Math.round(parts), up: Math.ceil(parts), down: Math.floor(parts) }[to];
  // Nothing is rounded away altogether.
  return { counterFee, rounding: whole === 0 ? 0 : whole * step - exact };
}
