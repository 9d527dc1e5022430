import { z } from '../zod.ts';
import { versionSchema } from './version.ts';

export const manifestName = 'loket-update.json';
export const signatureName = `${manifestName}.sig`;

/** In bytes. What is larger is some other file. */
export const mostManifestBytes = 64 * 1024;
export const mostSignatureBytes = 1024;
const mostFileBytes = 1024 * 1024 * 1024;

/** How a program is installed; what it is installed by is called the same. */
export const updatePackages = ['nsis', 'deb', 'AppImage', 'tar.gz'] as const;
export type UpdatePackage = (typeof updatePackages)[number];

/**
 * The name of a file beside the manifest. It becomes a name in our own folder and a part of an address, so it holds no
 * separator of any system, begins with no dot, and is neither the manifest nor its signature.
 */
export const updateFileNameSchema = z
  .string()
  .max(120)
  .regex(/^[A-Za-z0-9](?:[A-Za-z0-9 ._+-]*[A-Za-z0-9])?$/)
  .refine((name) => !name.toLowerCase().startsWith(manifestName));

const updateFileSchema = z
  .object({
    /** One of `updatePackages`; of a newer program perhaps another, which is then for nobody here. */
    package: z.string().min(1).max(20),
    /** As Node calls it: `x64`, `arm64`. */
    arch: z.string().min(1).max(20),
    name: updateFileNameSchema,
    bytes: z.int().min(1).max(mostFileBytes),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  })
  .readonly();
export type UpdateFile = z.infer<typeof updateFileSchema>;

/**
 * What `loket-update.json` says. The signature is over its bytes as they lie there. A newer program may say more; what it
 * says for those who know less stays the same, or `format` rises.
 */
export const updateManifestSchema = z
  .object({
    format: z.literal(1),
    program: z.literal('loket'),
    version: versionSchema,
    /** ISO 8601. Shown, never decided by. */
    released: z.iso.datetime(),
    /** How many migrations make a ledger of this version: it refuses one that has more. */
    ledgerSchema: z.int().min(1).max(100_000),
    /** The version of `settings.json` that it writes: it refuses a later one. */
    settingsVersion: z.int().min(1).max(100_000),
    /** The oldest version that it may be installed over. */
    minimum: versionSchema,
    files: z.array(updateFileSchema).min(1).max(40).readonly(),
  })
  .readonly();
export type UpdateManifest = z.infer<typeof updateManifestSchema>;

/** `undefined` where it is no manifest. Asked only once the signature was found good. */
export function readUpdateManifest(text: string): UpdateManifest | undefined {
  try {
    return updateManifestSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
