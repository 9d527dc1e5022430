import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { z } from '../../shared/zod.ts';

const scheme = 'scrypt+aes-256-gcm';
/** scrypt's N: some 0.4 s of one core and 128 MB for every guess at a passphrase. */
export const usualCost = 2 ** 17;
const leastCost = 2 ** 14;
/** What a file may cost at most: 512 MB. */
const mostCost = 2 ** 19;
const blockSize = 8;
const parallelization = 1;
const saltBytes = 16;
const keyBytes = 32;
/** What AES-GCM wants of a nonce, and gives for a tag. */
const nonceBytes = 12;
const tagBytes = 16;

const isPowerOfTwo = (cost: number): boolean => Number.isInteger(Math.log2(cost));

/** How a key is made of a passphrase, and a sealed text by which it is known again. All of it may be read by anybody. */
export const passphraseLockSchema = z.strictObject({
  scheme: z.literal(scheme),
  cost: z.int().min(leastCost).max(mostCost).refine(isPowerOfTwo, 'not a power of two'),
  blockSize: z.literal(blockSize),
  parallelization: z.literal(parallelization),
  salt: z.base64(),
  check: z.base64(),
});
export type PassphraseLock = z.infer<typeof passphraseLockSchema>;

/** The key that a passphrase makes. Only in main's memory, and never written. */
export type PassphraseKey = Buffer;

/** What the check is sealed for. No biller can be called so. */
const checkPurpose = '*check*';

/** A new lock for a passphrase, and its key. */
export async function makeLock(
  passphrase: string,
  cost: number,
): Promise<{ readonly lock: PassphraseLock; readonly key: PassphraseKey }> {
  const salt = randomBytes(saltBytes);
  const key = await derive(passphrase, salt, cost);
  const check = sealBy(key, checkPurpose, '');
  const lock = { scheme, cost, blockSize, parallelization, salt: salt.toString('base64'), check } as const;
  return { lock, key };
}

/** The key of a lock; `undefined` where it is not this passphrase's. */
export async function keyOf(passphrase: string, lock: PassphraseLock): Promise<PassphraseKey | undefined> {
  const key = await derive(passphrase, Buffer.from(lock.salt, 'base64'), lock.cost);
  return openBy(key, checkPurpose, lock.check) === '' ? key : undefined;
}

/** Seals a text for one purpose: it opens for no other, so that nobody can put one biller's secrets in another's place. */
export function sealBy(key: PassphraseKey, purpose: string, text: string): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(purpose));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64');
}

/** `undefined` where it was sealed by another key, for another purpose, or was changed since. */
export function openBy(key: PassphraseKey, purpose: string, sealed: string): string | undefined {
  const bytes = Buffer.from(sealed, 'base64');
  if (bytes.length < nonceBytes + tagBytes) return undefined;
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes))
      .setAAD(Buffer.from(purpose))
      .setAuthTag(bytes.subarray(-tagBytes));
    const text = decipher.update(bytes.subarray(nonceBytes, -tagBytes));
    return Buffer.concat([text, decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}

/** In Node's thread pool: a payment under way does not wait for it. */
const derive = (passphrase: string, salt: Buffer, cost: number): Promise<PassphraseKey> =>
  new Promise((resolve, reject) => {
    // The same letters typed on two systems are two forms of them.
    const typed = passphrase.normalize('NFC');
    const options = { N: cost, r: blockSize, p: parallelization, maxmem: 256 * cost * blockSize };
    scrypt(typed, salt, keyBytes, options, (error, key) => (error === null ? resolve(key) : reject(error)));
  });
