import { pinSchema } from '../settings.ts';
import { z } from '../zod.ts';
import { pinProblems } from './pin-problems.ts';

/** A passphrase of the owner's, as it is set: whoever has a copy of the file may guess at it for as long as they like. */
export const vaultPassphraseSchema = z.string().min(10).max(200);
/** One that is given. */
const givenPassphraseSchema = z.string().min(1).max(200);

/** Why the way in which credentials are kept was not changed, or they were not opened. */
const vaultProblemCodes = [
  ...pinProblems,
  'no-passphrase',
  'wrong-passphrase',
  /** Too many wrong passphrases: none is looked at for a while. */
  'too-many-guesses',
  'no-key-store',
  /** A payment is under way or may still be answered. */
  'payment-unresolved',
  'file-not-written',
  /** Only a supervisor may change this, and none is signed in. */
  'needs-supervisor',
] as const;
export type VaultProblemCode = (typeof vaultProblemCodes)[number];
export const vaultProblemSchema = z.strictObject({ code: z.enum(vaultProblemCodes) });

/** The owner's PIN, where one is set; else `null`. */
const pin = pinSchema.nullable();

export const unlockVaultSchema = z.strictObject({ passphrase: givenPassphraseSchema });
/** `current`: the one that stands; `null` where none does. */
export const setPassphraseSchema = z.strictObject({
  current: givenPassphraseSchema.nullable(),
  next: vaultPassphraseSchema,
  pin,
});
export const leavePassphraseSchema = z.strictObject({ current: givenPassphraseSchema, pin });
export const forgetSecretsSchema = z.strictObject({ pin });
