import { createPublicKey } from 'node:crypto';

/**
 * The public keys of a PEM file as a build carries them: SPKI in base64, Ed25519 only.
 *
 * @throws Error where there is none, or where the file holds a private one: that never goes into a build.
 */
export function releaseKeysOf(pem: string): readonly string[] {
  if (pem.includes('PRIVATE KEY')) throw new Error('a private key was given where a build takes public ones');
  const blocks = pem.match(/-----BEGIN PUBLIC KEY-----[^-]+-----END PUBLIC KEY-----/g) ?? [];
  if (blocks.length === 0) throw new Error('there is no public key in that file');
  return blocks.map((block) => {
    const key = createPublicKey(block);
    if (key.asymmetricKeyType !== 'ed25519') throw new Error('a release key must be of Ed25519');
    return key.export({ type: 'spki', format: 'der' }).toString('base64');
  });
}
