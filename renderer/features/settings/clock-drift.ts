/** How far this computer's clock is from the biller's, in words of one number. */
export interface ClockDrift {
  readonly direction: 'behind' | 'ahead';
  readonly amount: number;
  readonly unit: 'minutes' | 'hours' | 'days';
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
  const direction = clockAheadSeconds > 0 ? 'behind' : 'ahead';
  const minutes = Math.round(seconds / 60);
  if (minutes < 120) return { direction, amount: minutes, unit: 'minutes' };
  const hours = Math.round(seconds / 3600);
  return hours < 48
    ? { direction, amount: hours, unit: 'hours' }
    : { direction, amount: Math.round(seconds / 86_400), unit: 'days' };
}
