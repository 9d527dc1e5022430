import type { Messages } from '../../shared/i18n/messages.ts';

/** A stretch of time in words of one number. */
export interface Span {
  readonly amount: number;
  readonly unit: 'minutes' | 'hours' | 'days';
}

/** Rounded; never less than a minute, minutes up to two hours, hours up to two days. */
export function spanOf(ms: number): Span {
  const minutes = Math.max(1, Math.round(ms / 60_000));
  if (minutes < 120) return { amount: minutes, unit: 'minutes' };
  const hours = Math.round(ms / 3_600_000);
  return hours < 48
    ? { amount: hours, unit: 'hours' }
    : { amount: Math.round(ms / 86_400_000), unit: 'days' };
}

export const spanWords = (ms: number, m: Messages): string => {
  const { amount, unit } = spanOf(ms);
  return m.spans[unit](amount);
};
