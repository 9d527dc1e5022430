import type { ConnectionTest, ConnectionVerdict } from '../../../shared/biller-profile.ts';
import type { Instant } from '../../../shared/time.ts';
import type { RawReply } from '../biller.ts';
import type { CallFault } from '../wire.ts';
import { readPriceList } from './price-list.ts';

const verdictOfFault = {
  unreachable: 'no-network',
  'tls-refused': 'tls',
  'pin-mismatch': 'pin',
  'proxy-refused': 'proxy',
  'no-answer': 'no-answer',
  abandoned: 'no-answer',
  'not-set-up': 'not-set-up',
} as const;

/** Why the call could not be made, or brought no answer. */
export const testOfFault = (fault: CallFault | { readonly code: 'not-set-up' }): ConnectionTest => ({
  verdict: verdictOfFault[fault.code],
  ...('detail' in fault ? { detail: fault.detail.slice(0, 300) } : {}),
});

/** IAK answers a wrong user name, a wrong key and a wrong signature alike. */
const verdictOfCode: ReadonlyMap<string, ConnectionVerdict> = new Map<string, ConnectionVerdict>([
  ['100', 'wrong-key'],
  ['102', 'ip-not-registered'],
]);

/** What the answer to a call for a price list shows of the account. `at`: when it came. */
export function testOfReply(reply: RawReply, at: Instant): ConnectionTest {
  const ahead = secondsAhead(reply.date, at);
  return { ...verdictOf(reply), ...(ahead === undefined ? {} : { clockAheadSeconds: ahead }) };
}

function verdictOf(reply: RawReply): ConnectionTest {
  const list = readPriceList(reply);
  if (list.ok) return { verdict: 'ok' };
  const { code, billerCode = '', billerText = '' } = list.error;
  const detail = [billerCode, billerText].filter((part) => part !== '').join(' ');
  return {
    verdict: code === 'refused-by-biller' ? (verdictOfCode.get(billerCode) ?? 'refused') : 'unreadable',
    ...(detail === '' ? {} : { detail: detail.slice(0, 300) }),
  };
}

function secondsAhead(date: string | null, at: Instant): number | undefined {
  const theirs = date === null ? Number.NaN : Date.parse(date);
  // Added to zero, since a clock that is right is not `-0` ahead.
  return Number.isNaN(theirs) ? undefined : 0 + Math.round((theirs - at) / 1000);
}
