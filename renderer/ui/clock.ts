import { formatDateTime, type Instant, type Zone } from '../../shared/time.ts';

/** `HH.mm.ss`: for waits and for times one reads to a biller over the telephone. */
export const formatClockWithSeconds = (at: Instant, zone: Zone): string =>
  formatDateTime(at, zone).slice(11).replaceAll(':', '.');

/** `dd/MM HH.mm`, for a list that may reach back more than a day. */
export const formatDayAndClock = (at: Instant, zone: Zone): string => {
  const text = formatDateTime(at, zone);
  return `${text.slice(8, 10)}/${text.slice(5, 7)} ${text.slice(11, 16).replace(':', '.')}`;
};
