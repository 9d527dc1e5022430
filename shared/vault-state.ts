import { billerIdSchema } from './biller-profile.ts';
import { z } from './zod.ts';

/**
 * The key stores that are known by name: Electron's names for Linux's, and one each for macOS and Windows. `unknown`: what
 * sealed it was not written down.
 */
export const keyStoreNames = [
  'gnome_libsecret',
  'kwallet',
  'kwallet5',
  'kwallet6',
  'keychain',
  'dpapi',
  'unknown',
] as const;
export type KeyStoreName = (typeof keyStoreNames)[number];

/** The system's key store, now. `locked`: it is there and does not open; `none`: nothing here really encrypts. */
const keyStoreStateSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('open'), name: z.enum(keyStoreNames) }).readonly(),
  z.strictObject({ kind: z.literal('locked'), name: z.enum(keyStoreNames) }).readonly(),
  z.strictObject({ kind: z.literal('none') }).readonly(),
]);
export type KeyStoreState = z.infer<typeof keyStoreStateSchema>;

/** A biller's secrets that are stored and not open now, and what sealed them. */
const closedSecretsSchema = z
  .strictObject({ biller: billerIdSchema, by: z.enum([...keyStoreNames, 'passphrase']) })
  .readonly();

/** How the counter's secrets are kept. Nothing of it is secret. */
export const vaultStateSchema = z
  .strictObject({
    keyStore: keyStoreStateSchema,
    /** The owner's passphrase, which seals in the key store's place where it is set. */
    passphrase: z.enum(['not-set', 'asked', 'open']),
    closed: z.array(closedSecretsSchema).max(50).readonly(),
  })
  .readonly();
export type VaultState = z.infer<typeof vaultStateSchema>;

/** Why stored secrets are not open, and payments to their billers wait. */
export const vaultTroubleSchema = z.discriminatedUnion('kind', [
  /** The owner has not given the passphrase yet. */
  z.strictObject({ kind: z.literal('passphrase-asked') }).readonly(),
  /** The key store that sealed them is there and does not open. */
  z.strictObject({ kind: z.literal('key-store-locked'), name: z.enum(keyStoreNames) }).readonly(),
  /** Another key store sealed them than is there now; `now` is `null` where there is none. */
  z
    .strictObject({
      kind: z.literal('key-store-changed'),
      sealedBy: z.enum(keyStoreNames),
      now: z.enum(keyStoreNames).nullable(),
    })
    .readonly(),
  /** The key store is there, and does not know them: of another user or another machine. */
  z.strictObject({ kind: z.literal('not-opened') }).readonly(),
]);
export type VaultTrouble = z.infer<typeof vaultTroubleSchema>;

/** The first thing that has to be seen to; `null` where all that is stored is open. */
export function vaultTroubleOf({ keyStore, passphrase, closed }: VaultState): VaultTrouble | null {
  if (passphrase === 'asked' && closed.some((each) => each.by === 'passphrase')) {
    return { kind: 'passphrase-asked' };
  }
  const by = closed.flatMap((each) => (each.by === 'passphrase' ? [] : [each.by]))[0];
  if (by === undefined) return closed.length === 0 ? null : { kind: 'not-opened' };
  if (keyStore.kind === 'none') return { kind: 'key-store-changed', sealedBy: by, now: null };
  if (by !== 'unknown' && by !== keyStore.name) {
    return { kind: 'key-store-changed', sealedBy: by, now: keyStore.name };
  }
  return keyStore.kind === 'locked'
    ? { kind: 'key-store-locked', name: keyStore.name }
    : { kind: 'not-opened' };
}

/** Whether secrets can be stored now. */
export const canSeal = ({ keyStore, passphrase }: Pick<VaultState, 'keyStore' | 'passphrase'>): boolean =>
  passphrase === 'open' || (passphrase === 'not-set' && keyStore.kind === 'open');
