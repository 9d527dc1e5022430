import { createHash } from 'node:crypto';
import type { Account } from './account.ts';

/**
 * The `sign` of a request: lower-case md5 over username, key and a third part, which is the `ref_id` of an
 * inquiry, the `tr_id` of a payment, and else a word (`cs` status, `pl` price list, `bl` balance).
 */
export const signatureOf = ({ username, apiKey }: Account, third: string): string =>
  createHash('md5').update(`${username}${apiKey}${third}`).digest('hex');
