import type { ConnectionTest, ConnectionVerdict, Service } from '../../../shared/biller-profile.ts';
import type { Instant } from '../../../shared/time.ts';
import type { RawReply } from '../biller.ts';
import { secondsAhead, testOfFault } from '../connection-verdict.ts';
import type { Ask } from './ask.ts';
import { openEnvelope } from './envelope.ts';
import type { Separator } from './request.ts';

/** No customer has it: an inquiry for it costs nothing and finds nobody. */
const nobody = '000000000000';

/**
 * Tries the account by an inquiry for nobody: any code of the switch shows that the account was let in. Where the
 * refusal may be about how the values were joined, the other separator is tried once, so that at most two inquiries
 * leave. The verdict is always about the settings as they are.
 */
export async function testConnection(
  ask: Ask,
  services: readonly Service[],
  separator: Separator,
  at: Instant,
): Promise<ConnectionTest> {
  const service = services.find((each) => each.product === 'pln-postpaid') ?? services[0];
  const values = [service?.code ?? 'TELE-PLN-POSTPAID', nobody];
  const began = performance.now();
  const asked = await ask('inquiry', values, at);
  if (!asked.ok) return testOfFault(asked.error);
  const { reply } = asked.value;
  const ahead = secondsAhead(reply.date, at + performance.now() - began);
  const judged = judgeReply(reply);
  const test: ConnectionTest = {
    verdict: judged.verdict,
    ...(judged.detail === '' ? {} : { detail: judged.detail }),
    ...(ahead === undefined ? {} : { clockAheadSeconds: ahead }),
  };
  if (!judged.mayBeSeparator) return test;

  const other = separator === 'pipe' ? 'blank' : 'pipe';
  const again = await ask('inquiry', values, at, { separator: other });
  const isBetter = again.ok && judgeReply(again.value.reply).verdict === 'ok';
  return isBetter ? { ...test, better: { option: 'separator', value: other } } : test;
}

/** What an answer to the test says of the account. */
export interface Judged {
  readonly verdict: ConnectionVerdict;
  readonly detail: string;
  /** Whether another separator might do. */
  readonly mayBeSeparator: boolean;
}

export function judgeReply(reply: RawReply): Judged {
  const status = `HTTP ${reply.status}`;
  if (reply.status === 403) {
    return { verdict: 'ip-not-registered', detail: status, mayBeSeparator: false };
  }
  if (reply.status === 401) return { verdict: 'refused', detail: status, mayBeSeparator: false };
  if (reply.status !== 200) return { verdict: 'unreadable', detail: status, mayBeSeparator: false };
  const opened = reply.complete ? openEnvelope(reply) : undefined;
  if (opened?.ok !== true) return { verdict: 'unreadable', detail: '', mayBeSeparator: true };
  const { code } = opened.value;
  switch (code.kind) {
    case 'success':
      return { verdict: 'ok', detail: '', mayBeSeparator: false };
    case 'code':
      return { verdict: 'ok', detail: `SWT:${code.code}`, mayBeSeparator: false };
    case 'text':
      return { ...verdictOfText(code.text), detail: code.text };
  }
}

/** Nobody has published Teleanjar's words; these are what its protocol could complain of, in both languages. */
function verdictOfText(text: string): Pick<Judged, 'verdict' | 'mayBeSeparator'> {
  if (/\bip\b|alamat|address/i.test(text)) return { verdict: 'ip-not-registered', mayBeSeparator: false };
  if (/signature|tanda ?tangan/i.test(text)) return { verdict: 'wrong-signature', mayBeSeparator: true };
  // The key and the partner's id stand alone, whatever joins the rest.
  if (/key|kunci|uuid/i.test(text)) return { verdict: 'wrong-key', mayBeSeparator: false };
  if (/user|pass|sandi|login|ppid/i.test(text)) return { verdict: 'wrong-key', mayBeSeparator: true };
  return { verdict: 'refused', mayBeSeparator: /format|udata|produ[ck]/i.test(text) };
}
