/** No more of a number than this is ever shown to the room. */
const mostShown = 6;
/** Below this length a part of the number says too much of the whole. */
const short = 8;

/**
 * A customer's number as strangers behind them may read it: its ends, enough for its owner to know it. At most six
 * characters are shown and at least half are not; of a short number only its last one, and of fewer than four nothing.
 * Blanks and signs that group it are left out.
 */
export function maskNumber(number: string): string {
  const characters = number.match(/[\p{L}\p{N}]/gu) ?? [];
  const { length } = characters;
  const shown = length < short ? Math.floor(length / 4) : Math.min(mostShown, Math.floor(length / 2));
  const before = Math.floor(shown / 2);
  const after = length - (shown - before);
  return characters.map((each, at) => (at < before || at >= after ? each : '•')).join('');
}
