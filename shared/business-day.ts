import { formatDateTime, instant, zoneOffsetHours, type Instant, type Zone } from './time.ts';
import { z } from './zod.ts';

/** Where the shop's day begins and by which clock: what is sold before the cut belongs to the day before. */
export const shopDaySchema = z
  .strictObject({
    zone: z.enum(Object.keys(zoneOffsetHours) as [Zone, ...Zone[]]),
    /** Minutes after midnight, at most noon: a shop that closes at 1 a.m. cuts at 2. */
    cutMinutes: z
      .int()
      .min(0)
      .max(12 * 60),
  })
  .readonly();
export type ShopDay = z.infer<typeof shopDaySchema>;

/** Midnight in Jakarta: what a shop has until it says otherwise, and what former records were written by. */
export const usualDay: ShopDay = { zone: 'WIB', cutMinutes: 0 };

/**
 * The same in the Indonesian zone whose clock the computer keeps; Jakarta's where it keeps another one.
 * `timezoneOffsetMinutes` as `Date` gives it: negative east of Greenwich.
 */
export function dayHere(timezoneOffsetMinutes: number): ShopDay {
  const hours = -timezoneOffsetMinutes / 60;
  if (hours === zoneOffsetHours.WITA) return { ...usualDay, zone: 'WITA' };
  if (hours === zoneOffsetHours.WIT) return { ...usualDay, zone: 'WIT' };
  return usualDay;
}

declare const businessDayBrand: unique symbol;

/** A day of the shop's books as `yyyy-MM-dd`. Stored when something is written, and never worked out again. */
export type BusinessDay = string & { readonly [businessDayBrand]: 'business day' };

export const isBusinessDay = (value: unknown): value is BusinessDay =>
  typeof value === 'string' &&
  /^\d{4}-\d{2}-\d{2}$/.test(value) &&
  !Number.isNaN(Date.parse(`${value}T00:00:00Z`)) &&
  new Date(`${value}T00:00:00Z`).toISOString().startsWith(value);

export const businessDaySchema = z.custom<BusinessDay>(isBusinessDay, 'not a day');

const minute = 60_000;

/** The day of the shop's books that `at` belongs to. */
export function businessDay(at: Instant, { zone, cutMinutes }: ShopDay): BusinessDay {
  const day = formatDateTime(instant(at - cutMinutes * minute), zone).slice(0, 10);
  if (!isBusinessDay(day)) throw new RangeError(`no day of any shop: ${at}`);
  return day;
}

/** The same day as people write it: `28/11/2026`. */
export const formatBusinessDay = (day: BusinessDay): string => day.split('-').toReversed().join('/');
