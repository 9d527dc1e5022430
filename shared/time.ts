declare const instantBrand: unique symbol;

/** A moment as milliseconds since 1970-01-01T00:00:00Z. What is stored, always. */
export type Instant = number & { readonly [instantBrand]: 'instant' };

export const isInstant = (value: unknown): value is Instant =>
  typeof value === 'number' && Number.isSafeInteger(value);

/** @throws RangeError if `ms` is not a whole number of milliseconds. */
export function instant(ms: number): Instant {
  if (!isInstant(ms)) throw new RangeError(`not an instant: ${ms}`);
  return ms;
}

/** Indonesia's three zones have no daylight saving: fixed offsets in hours. */
export const zoneOffsetHours = { WIB: 7, WITA: 8, WIT: 9 } as const;
export type Zone = keyof typeof zoneOffsetHours;

const hour = 3_600_000;
const day = 24 * hour;

/** The wall clock of `zone` as a `Date` whose UTC fields read as local ones. */
const wallClock = (at: Instant, zone: Zone): Date => new Date(at + zoneOffsetHours[zone] * hour);

/** `yyyy-MM-dd HH:mm:ss` in `zone`, the form both billers write times in. */
export const formatDateTime = (at: Instant, zone: Zone): string =>
  wallClock(at, zone).toISOString().slice(0, 19).replace('T', ' ');

/** `HH.mm` in `zone`, as Indonesians write a time. */
/** The minute and the zone, as papers have it: `2026-11-28 14:05 WIB`. */
export const formatMoment = (at: Instant, zone: Zone): string =>
  `${formatDateTime(at, zone).slice(0, 16)} ${zone}`;

export const formatClock = (at: Instant, zone: Zone): string =>
  wallClock(at, zone).toISOString().slice(11, 16).replace(':', '.');

/** Reads `yyyy-MM-dd HH:mm:ss` of `zone`; `undefined` where it is not such a time. */
export function parseDateTime(text: string, zone: Zone): Instant | undefined {
  if (!/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(text)) return undefined;
  const ms = Date.parse(`${text.replace(' ', 'T')}Z`) - zoneOffsetHours[zone] * hour;
  if (Number.isNaN(ms)) return undefined;
  // `Date` takes 30 February for 2 March; no biller means that.
  return formatDateTime(instant(ms), zone) === text ? instant(ms) : undefined;
}

/** The first instant of the day after `at` in `zone`. */
export function nextMidnight(at: Instant, zone: Zone): Instant {
  const local = at + zoneOffsetHours[zone] * hour;
  return instant((Math.floor(local / day) + 1) * day - zoneOffsetHours[zone] * hour);
}
