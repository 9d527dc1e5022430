import type { ConnectionTest, ConnectionVerdict } from '../../shared/biller-profile.ts';
import type { CallFault } from './wire.ts';

const verdicts = {
  'not-set-up': 'not-set-up',
  unreachable: 'no-network',
  'tls-refused': 'tls',
  'pin-mismatch': 'pin',
  'proxy-refused': 'proxy',
  'no-answer': 'no-answer',
  abandoned: 'no-answer',
} as const satisfies Record<CallFault['code'] | 'not-set-up', ConnectionVerdict>;

/** What a test of the connection shows where no answer came. */
export const testOfFault = (fault: CallFault | { readonly code: 'not-set-up' }): ConnectionTest => ({
  verdict: verdicts[fault.code],
  ...('detail' in fault ? { detail: fault.detail.slice(0, 300) } : {}),
});

/** The biller's clock less ours in whole seconds, from the `Date` of an answer; `now` is ours when it came. */
export function secondsAhead(date: string | null, now: number): number | undefined {
  // `Date` is cut to the second: half a second later is right on average.
  const theirs = date === null ? Number.NaN : Date.parse(date) + 500;
  // Added to zero, since a clock that is right is not `-0` ahead.
  return Number.isNaN(theirs) ? undefined : 0 + Math.round((theirs - now) / 1000);
}
