/**
 * How fast a serial line carries bytes: a start bit, eight bits and a stop bit each. Bluetooth and USB ports that have
 * no real line carry them faster, and overrun cheap printers: there the rate is a pace for the printer's sake.
 */
const bitsPerByte = 10;

/** In milliseconds. */
export const lineMs = (bytes: number, baudRate: number): number => (bytes * bitsPerByte * 1000) / baudRate;

/** What the line carries in a tenth of a second, so that progress is seen and little is under way when it stops. */
const sliceMs = 100;
/** The smallest buffer known of a printer (cheap clones: 512 bytes to 1 kB). */
const mostBytes = 512;
const leastBytes = 32;

export const sliceBytesAt = (baudRate: number): number =>
  Math.min(mostBytes, Math.max(leastBytes, Math.round(sliceMs / lineMs(1, baudRate))));

export interface LinePace {
  /** Bytes were handed to the line. */
  handedOver(bytes: number): void;
  /** Milliseconds until all but one slice of what was handed over has gone. */
  readonly untilRoom: number;
  /** Milliseconds until all of it has gone, where nothing holds the line up. */
  readonly untilEmpty: number;
}

/** @param now a monotonic clock, in milliseconds. */
export function linePace(baudRate: number, now: () => number): LinePace {
  const ahead = lineMs(sliceBytesAt(baudRate), baudRate);
  let emptyAt = -Infinity;
  return {
    handedOver(bytes) {
      emptyAt = Math.max(emptyAt, now()) + lineMs(bytes, baudRate);
    },
    get untilRoom() {
      return Math.max(0, emptyAt - ahead - now());
    },
    get untilEmpty() {
      return Math.max(0, emptyAt - now());
    },
  };
}
