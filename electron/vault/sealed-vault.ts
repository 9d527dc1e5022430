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
    hasCredentials(biller) {
      try {
        return Object.hasOwn(readSealed(file), biller);
      } catch {
        return true;
      }
    },
    credentials(biller) {
      const all = sealedOrNone(file);
      const sealed = Object.hasOwn(all, biller) ? all[biller] : undefined;
      return sealed === undefined ? undefined : open(sealed);
    },
    allSecrets: () =>
      Object.values(sealedOrNone(file)).flatMap((sealed) => Object.values(open(sealed) ?? {})),
    store(biller, secrets) {
      if (!keyStore.isThere()) return err('no-key-store');
      try {
        const sealed = Buffer.from(keyStore.seal(JSON.stringify(secrets))).toString('base64');
        // Here a file that cannot be read is no empty one: it would be written over with the others' secrets in it.
        const billers = { ...readSealed(file), [biller]: sealed };
        fs.mkdirSync(path.dirname(file), { recursive: true });
        writeFileAtomically(file, JSON.stringify({ version: 2, billers }), { mode: 0o600, fsync: true });
        return ok(undefined);
      } catch (error) {
        onFault(error);
        return err('file-not-written');
      }
    },
    forgetAll: () => fs.rmSync(file, { force: true }),
  };
}

/**
 * What is sealed, for each biller; nothing where there is no file.
 *
 * @throws where there is one that cannot be read now, or holds no vault of this version.
 */
function readSealed(file: string): Sealed {
  const text = readIfThere(file);
  if (text === undefined) return {};
  const content: unknown = JSON.parse(text);
  const former = formerVaultSchema.safeParse(content);
  return former.success ? { teleanjar: former.data.teleanjar } : vaultSchema.parse(content).billers;
}

/** For this run there are no credentials in a vault that cannot be read. */
function sealedOrNone(file: string): Sealed {
  try {
    return readSealed(file);
  } catch {
    return {};
  }
}

function readIfThere(file: string): string | undefined {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
