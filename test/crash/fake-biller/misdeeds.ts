import { chanceOf } from './chance.ts';

/** What a biller may do once it has taken the money. */
const misdeeds = [
  'none',
  /** Keeps the connection and says nothing. */
  'no-answer',
  /** Says it after the deadline. */
  'late',
  'reset',
  'hang-up',
  'half-an-answer',
  'garbage',
  'bad-gateway',
  /** Says that it does not know yet. */
  'pending',
  /** Tells of somebody else. */
  'stranger',
] as const;
export type Misdeed = (typeof misdeeds)[number];

/** Three of four payments are answered as they should be. */
export function misdeedFor(...about: readonly (string | number)[]): Misdeed {
  const chance = chanceOf('misdeed', ...about);
  return chance.isIt(0.75) ? 'none' : chance.oneOf(misdeeds.slice(1));
}

const longestMs = 60;

/** How long a biller takes for something, in milliseconds: mostly little, at times up to sixty. */
export const latencyFor = (...about: readonly (string | number)[]): number =>
  Math.floor(longestMs * chanceOf('latency', ...about).next() ** 3);
