import { instant, parseDateTime, type Instant } from '../../shared/time.ts';

/**
 * `yyyyMMdd-HHmmss` in UTC, for names of files: a counter that is carried to another zone, or whose zone is set wrong,
 * still has them in their order.
 */
export const stampOf = (at: Instant): string =>
  new Date(at).toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');

/** The second that a stamp names; `undefined` where it is none. */
export function readStamp(stamp: string): Instant | undefined {
  const parts = /^(\d{4})(\d{2})(\d{2})-(\d{2})(\d{2})(\d{2})$/.exec(stamp);
  if (parts === null) return undefined;
  const [year, month, day, ...time] = parts.slice(1);
  const wib = parseDateTime(`${year}-${month}-${day} ${time.join(':')}`, 'WIB');
  return wib === undefined ? undefined : instant(wib + 7 * 3_600_000);
}

/** The first moment from `at` on, second by second, whose stamp is not taken. */
export function freeMoment(at: Instant, isTaken: (at: Instant) => boolean): Instant {
  let moment = at;
  while (isTaken(moment)) moment = instant(moment + 1000);
  return moment;
}
