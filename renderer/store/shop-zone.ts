import { zoneOffsetHours, type Zone } from '../../shared/time.ts';

/** The Indonesian zone whose clock the computer keeps; WIB where it keeps another one. */
export function zoneOf(timezoneOffsetMinutes: number): Zone {
  const hours = -timezoneOffsetMinutes / 60;
  if (hours === zoneOffsetHours.WITA) return 'WITA';
  if (hours === zoneOffsetHours.WIT) return 'WIT';
  return 'WIB';
}

/** The zone of this shop, read once: a counter does not travel. */
export const shopZone: Zone = zoneOf(new Date().getTimezoneOffset());
