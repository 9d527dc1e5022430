import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import fs from 'node:fs';
import { z } from '../../shared/zod.ts';

const keysSchema = z.array(z.base64().max(200)).max(5);

/**
 * The keys that this build takes updates from: Ed25519, SPKI in base64, more than one while a key is being replaced. They lie
 * in the program's own folder, as sealed as its code is. A build that was given none has no such file, and takes no updates.
 *
 * @throws Error where there is a file and it holds no keys.
 */
export function readReleaseKeys(file: string): readonly KeyObject[] {
  if (!fs.existsSync(file)) return [];
  return keysSchema.parse(JSON.parse(fs.readFileSync(file, 'utf8'))).map((text) => {
    const key = createPublicKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'spki' });
    if (key.asymmetricKeyType !== 'ed25519') throw new Error('a release key is not of Ed25519');
    return key;
  });
}

/** The 64 bytes of a signature in base64, written in the one way there is, and perhaps a line's end. */
function readSignature(text: Uint8Array): Buffer | undefined {
  const written = Buffer.from(text)
    .toString('latin1')
    .replace(/\r?\n$/, '');
  const bytes = Buffer.from(written, 'base64');
  return bytes.length === 64 && bytes.toString('base64') === written ? bytes : undefined;
}

/** Whether one of the keys has signed exactly these bytes. */
export function isSigned(bytes: Uint8Array, signature: Uint8Array, keys: readonly KeyObject[]): boolean {
  const read = readSignature(signature);
  return read !== undefined && keys.some((key) => verify(null, bytes, key, read));
}
