import { noonClock } from '../house.ts';
import { headed, json, sends, teleanjar, xml, type Deviation } from './deviation.ts';

/** What stands in its head. */
export const types: readonly Deviation[] = [
  sends(
    'names no type',
    ({ body }) => `HTTP/1.1 200 OK\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  ),
  ...[
    'text/html; charset=UTF-8',
    'text/plain',
    'text/html; charset=iso-8859-1',
    'application/octet-stream',
    'nonsense',
  ].map((type) => headed(`calls it ${type}`, { 'Content-Type': type })),
  headed('calls it XML', { 'Content-Type': 'application/xml' }, json),
  headed('calls it JSON', { 'Content-Type': 'application/json' }, xml),
];

/** Date headers that nobody can take for a clock, or that run ahead of ours. */
export const clocks: readonly Deviation[] = [
  headed('has its own time', { Date: new Date(noonClock.now()).toUTCString() }),
  headed('lives in 2099', { Date: 'Thu, 01 Jan 2099 00:00:00 GMT' }),
  headed('lives in 1970', { Date: 'Thu, 01 Jan 1970 00:00:00 GMT' }),
  headed('has no clock', { Date: 'kemarin' }),
  headed('has a clock beyond all time', { Date: 'Thu, 01 Jan 999999 00:00:00 GMT' }),
  ...[1, -1].flatMap((sign) =>
    // A PLN day ends at 23:30: noon and two hours are of the same day.
    [5, 120].map((minutes) =>
      headed(
        `is ${minutes} minutes ${sign > 0 ? 'ahead' : 'behind'}`,
        { Date: new Date(noonClock.now() + sign * minutes * 60_000).toUTCString() },
        // Teleanjar's status tells a payment by its time, which is the biller's: it must then be ahead as well.
        { forms: ['iak-json', 'iak-xml'] },
      ),
    ),
  ),
  headed(
    'is two hours ahead',
    { Date: new Date(noonClock.now() + 7_200_000).toUTCString() },
    { ...teleanjar, calls: ['inquiry', 'payment'] },
  ),
];
