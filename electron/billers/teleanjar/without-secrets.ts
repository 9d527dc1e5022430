import type { BillerSecrets } from '../../../shared/biller-profile.ts';
import { withoutSent } from '../without-sent.ts';
import { separators } from './request.ts';

/** Makes Teleanjar's words ones without the account, `ppid` or a signature, should an answer repeat what was sent. */
export function withoutSecrets(secrets: BillerSecrets = {}): (text: string) => string {
  const { username = '', password = '', ...others } = secrets;
  const ppids = Object.values(separators).map((join) => `${username}${join}${password}`);
  return withoutSent([...Object.values(others), password, ...ppids], [username]);
}
