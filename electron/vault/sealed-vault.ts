import fs from 'node:fs';
import path from 'node:path';
import { sync as writeFileAtomically } from 'write-file-atomic';
import {
  billerIdSchema,
  billerSecretsSchema,
  type BillerId,
  type BillerSecrets,
} from '../../shared/biller-profile.ts';
import { err, ok } from '../../shared/result.ts';
import { z } from '../../shared/zod.ts';
import type { Vault } from './vault.ts';

/** What encrypts: the system's key store. */
export interface KeyStore {
  /** Whether it really encrypts, now. */
  isThere(): boolean;
  seal(text: string): Uint8Array;
  /** @throws where it cannot be opened here: sealed by another user, or by another key store. */
  open(sealed: Uint8Array): string;
}

type Sealed = Readonly<Record<BillerId, string>>;

const vaultSchema = z.strictObject({ version: z.literal(2), billers: z.record(billerIdSchema, z.base64()) });

/** Of the time when Teleanjar was the only biller. */
const formerVaultSchema = z.strictObject({ version: z.literal(1), teleanjar: z.base64() });

/**
 * A vault in the file at `file`: each biller's secrets as a ciphertext of its own, base64 in JSON.
 *
 * @param onFault told why the file could not be written.
 */
export function openSealedVault(file: string, keyStore: KeyStore, onFault: (error: unknown) => void): Vault {
  const open = (sealed: string): BillerSecrets | undefined => {
    if (!keyStore.isThere()) return undefined;
    try {
      const text = keyStore.open(Buffer.from(sealed, 'base64'));
      return billerSecretsSchema.parse(JSON.parse(text));
    } catch {
      // For this run there are no credentials.
      return undefined;
    }
  };

  return {
    canKeepSecrets: () => keyStore.isThere(),
    hasCredentials: (biller) => Object.hasOwn(readSealed(file), biller),
    credentials(biller) {
      const all = readSealed(file);
      const sealed = Object.hasOwn(all, biller) ? all[biller] : undefined;
      return sealed === undefined ? undefined : open(sealed);
    },
    allSecrets: () => Object.values(readSealed(file)).flatMap((sealed) => Object.values(open(sealed) ?? {})),
    store(biller, secrets) {
      if (!keyStore.isThere()) return err('no-key-store');
      try {
        const sealed = Buffer.from(keyStore.seal(JSON.stringify(secrets))).toString('base64');
        const billers = { ...readSealed(file), [biller]: sealed };
        fs.mkdirSync(path.dirname(file), { recursive: true });
        writeFileAtomically(file, JSON.stringify({ version: 2, billers }), { mode: 0o600, fsync: true });
        return ok(undefined);
      } catch (error) {
        onFault(error);
        return err('file-not-written');
      }
    },
  };
}

/** What is sealed, for each biller; nothing where the file is not there or holds no vault. */
function readSealed(file: string): Sealed {
  try {
    const content: unknown = JSON.parse(fs.readFileSync(file, 'utf8'));
    const former = formerVaultSchema.safeParse(content);
    return former.success ? { teleanjar: former.data.teleanjar } : vaultSchema.parse(content).billers;
  } catch {
    return {};
  }
}
