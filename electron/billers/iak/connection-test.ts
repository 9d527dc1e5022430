import type { ConnectionTest, ConnectionVerdict } from '../../../shared/biller-profile.ts';
import type { Instant } from '../../../shared/time.ts';
import type { RawReply } from '../biller.ts';
import { secondsAhead } from '../connection-verdict.ts';
import { readPriceList } from './price-list.ts';

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
    ...(detail === '' ? {} : { detail }),
  };
}
