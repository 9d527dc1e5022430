/** A screen, as far as placing a window needs it. In the system's own pixels. */
export interface DisplayPlace {
  readonly id: number;
  readonly bounds: Bounds;
}

export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const overlap = (one: Bounds, other: Bounds): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

/**
 * The screen that the customer's display goes to: the first one that shows nothing of the screen the counter is on, also
 * not by mirroring it. `undefined` where there is none: the counter is never covered.
 */
export const otherDisplay = (
  displays: readonly DisplayPlace[],
  counter: DisplayPlace,
): DisplayPlace | undefined =>
  displays.find(({ id, bounds }) => id !== counter.id && !overlap(bounds, counter.bounds));
