import { createHash } from 'node:crypto';

/** What a reseller signs with; a new one each start, so that no key of training is worth keeping. */
export interface Account {
  /** A telephone number with its leading zero, which is lost where somebody takes it for a number. */
  readonly username: string;
  readonly apiKey: string;
}

/** The account of a server with this seed. */
export const accountOf = (seed: string): Account => ({
  username: '081234567890',
  apiKey: createHash('sha256').update(`${seed} key`).digest('hex').slice(0, 16),
});
