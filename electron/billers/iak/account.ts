import type { BillerSecrets } from '../../../shared/biller-profile.ts';
import { accountFingerprint } from '../account-fingerprint.ts';
import type { Account, RedactedRequest } from '../biller.ts';
import type { Message } from '../wire.ts';
import { withoutSent } from '../without-sent.ts';
import { signRequest, type Command, type Format, type IakCredentials } from './request.ts';

/** An account that can be called: where, and with what. */
export interface Access {
  readonly base: URL;
  readonly credentials: IakCredentials;
}

/** `undefined` while address or credentials are missing. */
export function accessOf(base: URL | undefined, secrets: BillerSecrets | undefined): Access | undefined {
  const { username = '', apiKey = '' } = secrets ?? {};
  if (base === undefined || username === '' || apiKey === '') return undefined;
  return { base, credentials: { username, apiKey } };
}

/** Which account of which host: its key may change, its name not. */
export const accountOf = ({ base, credentials }: Access): Account => ({
  host: base.host,
  account: accountFingerprint('iak', credentials.username),
});

/** A command as it goes out, and what is kept of it. */
export function prepare(
  { credentials }: Access,
  address: URL,
  command: Command,
  format: Format,
): { readonly message: Message; readonly request: RedactedRequest } {
  const { contentType, body, redacted } = signRequest(credentials, command, format);
  return { message: { address, contentType, body }, request: `POST ${address.href}\n${redacted}` };
}

/** The most letters of IAK's words that are shown and kept. */
const longestShown = 300;

/** IAK's words as they are shown and kept: without the account or a signature, should an answer repeat what was sent. */
export function shownText(text: string, { username = '', ...others }: BillerSecrets = {}): string {
  return withoutSent(Object.values(others), [username])(text).slice(0, longestShown);
}
