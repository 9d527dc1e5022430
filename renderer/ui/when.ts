import type { Messages } from '../../shared/i18n/messages.ts';
import { formatClock, formatDateTime, instant, type Instant, type Zone } from '../../shared/time.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

const dateOf = (at: Instant, zone: Zone): string => formatDateTime(at, zone).slice(0, 10);

/** `30/05` in the year of `now`, else `30/05/2025`. */
function dateWords(at: Instant, now: Instant, zone: Zone): string {
  const [year = '', month = '', ofMonth = ''] = dateOf(at, zone).split('-');
  const isThisYear = dateOf(now, zone).startsWith(year);
  return isThisYear ? `${ofMonth}/${month}` : `${ofMonth}/${month}/${year}`;
}

/** A moment inside a sentence: `pukul 14.02`, `kemarin 14.02`, `28/05 14.02`. */
export function whenWords(at: Instant, now: Instant, zone: Zone, m: Messages): string {
  const clock = formatClock(at, zone);
  const date = dateOf(at, zone);
  if (date === dateOf(now, zone)) return m.when.today(clock);
  if (date === dateOf(instant(now - day), zone)) return m.when.yesterday(clock);
  return m.when.earlier(dateWords(at, now, zone), clock);
}

/** A moment by itself, which is read to others: `28/05 14.02 WIB`, whatever day it is now. */
export const momentWords = (at: Instant, now: Instant, zone: Zone): string =>
  `${dateWords(at, now, zone)} ${formatClock(at, zone)} ${zone}`;

/** How long ago: `12 menit`, `3 jam`, from the day before on the moment. What lies ahead of a clock that went back is told as it is. */
export function ageWords(at: Instant, now: Instant, zone: Zone, m: Messages): string {
  const age = now - at;
  if (age < -minute) return m.when.earlier(dateWords(at, now, zone), formatClock(at, zone));
  if (age < minute) return m.spans.moment;
  const minutes = Math.floor(age / minute);
  if (minutes < 60) return m.spans.minutes(minutes);
  if (dateOf(at, zone) === dateOf(now, zone)) return m.spans.hours(Math.floor(minutes / 60));
  return whenWords(at, now, zone, m);
}
