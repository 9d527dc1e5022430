import { billerIdSchema } from '../biller-profile.ts';
import { businessDaySchema, type BusinessDay } from '../business-day.ts';
import { rupiahSchema } from '../primitives.ts';
import type { Rupiah } from '../money.ts';
import { z } from '../zod.ts';
import { daysBetween } from './sales-report.ts';

/** What a biller told last on a day about the deposit it keeps. */
export const depositDaySchema = z
  .strictObject({ biller: billerIdSchema, day: businessDaySchema, amount: rupiahSchema })
  .readonly();
export type DepositDay = z.infer<typeof depositDaySchema>;

/** How many business days back the pace is taken from. */
const paceDays = 14;
const fewestDays = 3;

/** How long a deposit lasts. */
export type DepositReach =
  /** So many days more at the pace of the last ones: `perDay` whole rupiah a day of the calendar. */
  | { readonly kind: 'days'; readonly days: number; readonly perDay: Rupiah }
  /** Too few days were told of. */
  | { readonly kind: 'too-few-days' }
  /** It was filled up lately: how much was used meanwhile, nobody told. */
  | { readonly kind: 'filled-up' }
  /** Nothing of it was used. */
  | { readonly kind: 'not-used' };

/**
 * How long one biller's deposit lasts. `days` of that biller in the order of time, of which the last fourteen count; after
 * a rise only those from there on, since what a rise hides cannot be told.
 */
export function depositReach(days: readonly DepositDay[]): DepositReach {
  const lately = days.slice(-paceDays);
  const rise = lately.findLastIndex(
    (day, at) => at > 0 && day.amount > (lately[at - 1]?.amount ?? day.amount),
  );
  const since = lately.slice(Math.max(0, rise));
  if (since.length < fewestDays) return { kind: rise > 0 ? 'filled-up' : 'too-few-days' };
  const [first, last] = [since[0], since.at(-1)];
  if (first === undefined || last === undefined) return { kind: 'too-few-days' };
  const perDay = Math.round((first.amount - last.amount) / daysBetween(first.day, last.day));
  if (perDay <= 0) return { kind: 'not-used' };
  return { kind: 'days', days: Math.floor(last.amount / perDay), perDay: perDay as Rupiah };
}

/** Since when the days are asked for that a pace is taken from and a chart is drawn of. */
export const depositQuerySchema = z
  .strictObject({ from: businessDaySchema, until: businessDaySchema })
  .readonly();
export type DepositQuery = Readonly<{ from: BusinessDay; until: BusinessDay }>;
