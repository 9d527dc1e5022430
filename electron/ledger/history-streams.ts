/**
 * Payments of one kind, or of all, looked through from the newest on, a stretch at a time. `frontier`: everything at or above
 * it has been looked at.
 */
export interface Stream {
  frontier: number;
  isAtEnd: boolean;
  /** How many to look at next. */
  step: number;
  readonly look: (below: number, step: number) => Stretch;
}

/** What a stretch came to. */
export interface Stretch {
  /** How many were looked at; fewer than asked for at the end. */
  readonly looked: number;
  /** The oldest of them. */
  readonly last: number | null;
  /** The places of those that fit. */
  readonly found: readonly number[];
}

const longestStep = 1024;

/**
 * The newest `wanted` places of all streams together, newest first: no stream is looked through further than needed.
 * `undefined` where more than `budget` would have to be looked at.
 */
export function newestOf(
  streams: readonly Stream[],
  wanted: number,
  budget: number,
): readonly number[] | undefined {
  const found: number[] = [];
  let left = budget;
  for (;;) {
    let next: Stream | undefined;
    for (const stream of streams)
      if (!stream.isAtEnd && (next === undefined || stream.frontier > next.frontier)) next = stream;
    // Above every frontier nothing more can come.
    if (next === undefined || isEnough(found, wanted, next.frontier)) return newest(found, wanted);
    if (left <= 0) return undefined;
    const { looked, last, found: here } = next.look(next.frontier, next.step);
    left -= Math.max(1, looked);
    next.isAtEnd = looked < next.step;
    next.frontier = last ?? 0;
    next.step = Math.min(longestStep, next.step * 2);
    found.push(...here);
  }
}

const isEnough = (found: readonly number[], wanted: number, frontier: number): boolean =>
  found.length >= wanted && found.filter((place) => place >= frontier).length >= wanted;

export const newest = (places: readonly number[], wanted: number): readonly number[] =>
  [...new Set(places)].toSorted((one, other) => other - one).slice(0, wanted);
