import { Decrypter, Encrypter } from 'age-encryption';

/** scrypt's work factor, as the power of two: about a second of one core and 128 MB for every guess at a passphrase. */
export const usualWorkFactor = 17;
/** What somebody else's archive may cost at most: 256 MB. */
const mostWorkFactor = 18;

/** The same letters typed on two systems are two forms of them. */
const asTyped = (passphrase: string): string => passphrase.normalize('NFC');

/** Encrypts as `age -p` does: `age -d` opens it. */
export async function lock(
  plain: ReadableStream<Uint8Array>,
  passphrase: string,
  workFactor: number,
): Promise<ReadableStream<Uint8Array>> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(asTyped(passphrase));
  encrypter.setScryptWorkFactor(workFactor);
  return await encrypter.encrypt(plain);
}

/** What comes out is authentic piece by piece; whether it is all of it shows at its end. `undefined`: no such passphrase. */
export async function unlock(
  locked: ReadableStream<Uint8Array>,
  passphrase: string,
): Promise<ReadableStream<Uint8Array> | undefined> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(asTyped(passphrase));
  try {
    return await decrypter.decrypt(locked);
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('no identity matched')) return undefined;
    throw error;
  }
}

/** How much of a file is looked at before all of it is read. */
export const headBytes = 4096;

/**
 * Whether a file that begins so is locked by one passphrase. Its header is read to its end before anything is checked, so
 * one without an end, or of a cost without measure, must not come so far.
 */
export function isLockedByPassphrase(head: Uint8Array): boolean {
  const text = Buffer.from(head).toString('latin1');
  const cost = /^age-encryption\.org\/v1\n-> scrypt \S+ (\d{1,2})\n/.exec(text)?.[1];
  return cost !== undefined && Number(cost) <= mostWorkFactor && text.includes('\n--- ');
}
