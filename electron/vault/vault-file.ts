import fs from 'node:fs';
import path from 'node:path';
import { sync as writeFileAtomically } from 'write-file-atomic';
import { billerIdSchema } from '../../shared/biller-profile.ts';
import { keyStoreNames } from '../../shared/vault-state.ts';
import { z } from '../../shared/zod.ts';
import { passphraseLockSchema } from './passphrase-lock.ts';

/** One biller's secrets as they lie on the disk, and what sealed them. */
const partSchema = z
  .strictObject({ by: z.enum([...keyStoreNames, 'passphrase']), sealed: z.base64() })
  .readonly();
export type Part = z.infer<typeof partSchema>;

const vaultFileSchema = z
  .strictObject({
    version: z.literal(3),
    billers: z.record(billerIdSchema, partSchema),
    /** Where it is set, the owner's passphrase seals in the key store's place. `failures`: wrong ones in a row. */
    passphrase: passphraseLockSchema.extend({ failures: z.int().min(0) }).nullable(),
  })
  .readonly();
export type VaultFile = z.infer<typeof vaultFileSchema>;

/** Of the time when which key store sealed it was not written down. */
const secondVaultSchema = z.strictObject({
  version: z.literal(2),
  billers: z.record(billerIdSchema, z.base64()),
});
/** Of the time when Teleanjar was the only biller. */
const firstVaultSchema = z.strictObject({ version: z.literal(1), teleanjar: z.base64() });

const empty: VaultFile = { version: 3, billers: {}, passphrase: null };

/**
 * What lies in the file; nothing where there is none.
 *
 * @throws where there is one that cannot be read now, or holds no vault of this version.
 */
export function readVaultFile(file: string): VaultFile {
  const text = readIfThere(file);
  if (text === undefined) return empty;
  const content: unknown = JSON.parse(text);
  const first = firstVaultSchema.safeParse(content);
  if (first.success) return of({ teleanjar: first.data.teleanjar });
  const second = secondVaultSchema.safeParse(content);
  return second.success ? of(second.data.billers) : vaultFileSchema.parse(content);
}

const of = (billers: Readonly<Record<string, string>>): VaultFile => ({
  ...empty,
  billers: Object.fromEntries(
    Object.entries(billers).map(([biller, sealed]) => [biller, { by: 'unknown', sealed }]),
  ),
});

/** Whole, on the disk, for its owner alone. @throws where the disk fails. */
export function writeVaultFile(file: string, content: VaultFile): void {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  writeFileAtomically(file, JSON.stringify(content), { mode: 0o600, fsync: true });
}

function readIfThere(file: string): string | undefined {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
