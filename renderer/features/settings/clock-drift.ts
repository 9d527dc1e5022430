import { spanOf, type Span } from '../../ui/span.ts';

/** How far this computer's clock is from the biller's, in words of one number. */
export interface ClockDrift extends Span {
  readonly direction: 'behind' | 'ahead';
}

/** Below this nothing suffers: a bill's day and the night of PLN are counted in minutes. In seconds. */
const bearable = 60;

/**
 * `clockAheadSeconds` is the biller's clock less this computer's, so that a positive one means that this computer is
 * behind. `undefined` where it is not known or small enough.
 */
export function clockDrift(clockAheadSeconds: number | undefined): ClockDrift | undefined {
  if (clockAheadSeconds === undefined) return undefined;
  const seconds = Math.abs(clockAheadSeconds);
  if (seconds <= bearable) return undefined;
  return { direction: clockAheadSeconds > 0 ? 'behind' : 'ahead', ...spanOf(seconds * 1000) };
}
