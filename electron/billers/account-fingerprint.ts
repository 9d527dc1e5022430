import { scryptSync } from 'node:crypto';

const known = new Map<string, string>();
/** A counter has a few accounts; more come only where they are typed again and again. */
const mostKnown = 16;

/**
 * Names an account in the ledger without holding anything of it: 16 hexadecimal digits, the same for the same parts. A
 * plain hash would tell, for the name of an account is often a telephone number and these are soon tried out; each try
 * costs some 50 ms here. So does the first call for an account, and no later one.
 */
export function accountFingerprint(biller: string, ...parts: readonly string[]): string {
  const text = JSON.stringify([biller, ...parts]);
  const before = known.get(text);
  if (before !== undefined) return before;
  const made = scryptSync(text, 'loket account', 8, { N: 2 ** 14, r: 8, p: 1 }).toString('hex');
  if (known.size >= mostKnown) known.clear();
  known.set(text, made);
  return made;
}
