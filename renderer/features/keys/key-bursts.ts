/** A character key or Enter going down, in the milliseconds of the events' clock. */
export interface Stroke {
  readonly key: string;
  readonly at: number;
}

/** What an Enter at a bill is: a hand's, a scanner's, or one that came before the bill can have been read. */
export type EnterFrom = 'hand' | 'scanner' | 'haste';

/** Keys closer together than this are a scanner's: no hand goes on so fast. */
export const burstGapMs = 60;
/** Cash that comes in one burst is still cash up to here; a customer's number is longer. */
const longestCash = 7;
/** An Enter that comes sooner than this after the bill came is no answer to it: nobody reads so fast. */
export const billIsNewForMs = 300;

/** Whether two strokes, one after the other, belong to one burst. An Enter ends the one before it. */
const isOneBurst = (before: Stroke | undefined, after: Stroke | undefined): boolean =>
  before !== undefined &&
  after !== undefined &&
  before.key !== 'Enter' &&
  after.key !== 'Enter' &&
  after.at - before.at < burstGapMs;

/** Whether no character key came just before `stroke`. */
export function beginsBurst(strokes: readonly Stroke[], stroke: Stroke): boolean {
  return !isOneBurst(strokes[strokes.indexOf(stroke) - 1], stroke);
}

/** Whether no character key came just before or just after `stroke`. */
export function isAlone(strokes: readonly Stroke[], stroke: Stroke): boolean {
  return beginsBurst(strokes, stroke) && !isOneBurst(stroke, strokes[strokes.indexOf(stroke) + 1]);
}

/** The burst that goes right over into an Enter at the moment `at`. */
function burstUpTo(strokes: readonly Stroke[], at: number): readonly Stroke[] {
  const last = strokes.at(-1);
  if (last === undefined || last.key === 'Enter' || at - last.at >= burstGapMs) return [];
  const begin = strokes.findLastIndex((stroke) => beginsBurst(strokes, stroke));
  return strokes.slice(begin);
}

/** Whether `draft`, the whole of it, came in one burst that goes right over into an Enter at the moment `at`. */
export function isScanOf(strokes: readonly Stroke[], at: number, draft: string): boolean {
  const burst = burstUpTo(strokes, at);
  return burst.length > longestCash && burst.length >= draft.length;
}

/**
 * Whose Enter it is that goes down at the moment `at`, after `strokes`, on a bill that came at `billAt`. A scan is
 * known by its length, or by having begun before the bill was there.
 */
export function enterFrom(strokes: readonly Stroke[], at: number, billAt: number): EnterFrom {
  const burst = burstUpTo(strokes, at);
  const [first] = burst;
  if (burst.length > longestCash) return 'scanner';
  if (burst.length > 1 && first !== undefined && first.at < billAt) return 'scanner';
  const isNew = at - billAt < billIsNewForMs;
  return isNew && !strokes.some((stroke) => stroke.at >= billAt) ? 'haste' : 'hand';
}
