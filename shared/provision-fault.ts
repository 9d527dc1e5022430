import { z } from './zod.ts';

/** Why a provisioning file or a policy was not applied. */
const provisionFaultCodes = [
  /** It cannot be read, or is larger than any such file. */
  'unreadable',
  'not-json',
  /** A field is not what the schema or the biller's form wants. */
  'invalid',
  /** No biller of that name; or none is set up whose address is of the kind of ledger asked for. */
  'no-such-biller',
  'address-not-allowed',
  /** The account's secrets are missing, or some of them, or a new address comes without them. */
  'credentials-missing',
  'no-key-store',
  /** The owner's passphrase seals them, and nobody has typed it: at a start nobody can have. */
  'vault-locked',
  /** The biller still has to answer for a payment: its address and account stay until then. */
  'payment-unresolved',
  /** The counter's settings are lost, it was live once, and the file does not say what to open. */
  'was-live',
  /** It lies where it cannot be rewritten, and its secrets would stay in it. */
  'secrets-stay',
  /** A policy that somebody other than the computer's administrator could have written. */
  'not-owned',
  /** Settings, vault or the file itself could not be written. */
  'file-not-written',
] as const;

/** `where` is the path of the first fault (`billers.iak.profile.baseUrl`), never a value; empty: the file itself. */
const provisionFaultSchema = z
  .strictObject({ code: z.enum(provisionFaultCodes), where: z.string().max(300) })
  .readonly();
export type ProvisionFault = z.infer<typeof provisionFaultSchema>;

/** A fault and the file that it is in. */
export const faultInFileSchema = z
  .strictObject({ ...provisionFaultSchema.unwrap().shape, file: z.string() })
  .readonly();
export type FaultInFile = z.infer<typeof faultInFileSchema>;
