import { redactor } from '../../shared/redact.ts';

/**
 * Makes a biller's words ones without what was sent to it in confidence, should they repeat a request: every secret in
 * whatever form, user names as words of their own, and every hash, which is what requests are signed with. What is made
 * may be longer than what came: it is cut afterwards, not before.
 */
export function withoutSent(secrets: readonly string[], names: readonly string[]): (text: string) => string {
  const redact = redactor(secrets, names);
  return (text) => redact(text).replaceAll(hashes, '[secret]');
}

/** MD5, or longer. */
const hashes = /[0-9a-f]{32,}/gi;
