import { createHash } from 'node:crypto';

/** Numbers from 0 up to 1 that follow from what they are for: the same question has the same answer in every run. */
export interface Chance {
  next(): number;
  /** Whether something that happens so often (0 to 1) happens now. */
  isIt(probability: number): boolean;
  /** A whole number from `low` up to and with `high`. */
  between(low: number, high: number): number;
  /** One of a list that is not empty. */
  oneOf<T>(choices: readonly T[]): T;
}

/** @param about seed first; two that differ in anything are as good as independent. */
export function chanceOf(...about: readonly (string | number)[]): Chance {
  // Mulberry32: small, and even enough for choosing where to strike.
  let state = createHash('sha256').update(about.join('|')).digest().readUInt32LE(0);
  const next = (): number => {
    state = (state + 0x6d_2b_79_f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    isIt: (probability) => next() < probability,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    oneOf(choices) {
      const chosen = choices[Math.floor(next() * choices.length)];
      if (chosen === undefined) throw new Error('nothing to choose from');
      return chosen;
    },
  };
}
