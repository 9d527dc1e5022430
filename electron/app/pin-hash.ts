import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import type { PinHash } from '../settings/settings.ts';

const scryptCost = 2 ** 14;
const hashBytes = 32;

/** A PIN as it is kept, with a salt of its own: the same PIN is kept differently each time. */
export async function hashOf(pin: string): Promise<PinHash> {
  const salt = randomBytes(16);
  const hash = await derive(pin, salt, scryptCost);
  return { salt: salt.toString('base64'), hash: hash.toString('base64'), cost: scryptCost, failures: 0 };
}

export async function isPin(pin: string, { salt, hash, cost }: PinHash): Promise<boolean> {
  const expected = Buffer.from(hash, 'base64');
  const derived = await derive(pin, Buffer.from(salt, 'base64'), cost);
  return expected.length === derived.length && timingSafeEqual(expected, derived);
}

/** About 50 ms, in Node's thread pool: a payment under way does not wait for it. */
const derive = (pin: string, salt: Buffer, cost: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    // Node's own limit is just what the lowest cost needs; twice the need is room for any.
    scrypt(pin, salt, hashBytes, { N: cost, r: 8, p: 1, maxmem: 256 * cost * 8 }, (error, derived) =>
      error === null ? resolve(derived) : reject(error),
    );
  });
