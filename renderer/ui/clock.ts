import { formatDateTime, type Instant, type Zone } from '../../shared/time.ts';

/** `HH.mm.ss`: for waits and for times one reads to a biller over the telephone. */
export const formatClockWithSeconds = (at: Instant, zone: Zone): string =>
  formatDateTime(at, zone).slice(11).replaceAll(':', '.');

/** `HH.mm.ss`, and `dd/MM` before it where it is not the day of `now`: for a list that may reach further back. */
export const formatDayAndClock = (at: Instant, now: Instant, zone: Zone): string => {
  const text = formatDateTime(at, zone);
  const clock = formatClockWithSeconds(at, zone);
  if (text.slice(0, 10) === formatDateTime(now, zone).slice(0, 10)) return clock;
  return `${text.slice(8, 10)}/${text.slice(5, 7)} ${clock}`;
};
