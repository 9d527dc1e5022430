import { archiveKinds } from '../../shared/contract/archives.ts';
import { ledgerKinds } from '../../shared/ledger-kind.ts';
import { instantSchema } from '../../shared/primitives.ts';
import { z } from '../../shared/zod.ts';
import type { ArchiveFacts } from './archive.ts';

/** The version of the format that this program writes, and the newest that it reads. */
const archiveFormat = 1;

/** The files of an archive, in their order: what it says of itself comes before what that is about. */
export const entryNames = ['manifest.json', 'settings.json', 'ledger.db'] as const;

/** No manifest and no settings have so much to say; a logo is a part of the settings. */
export const mostManifestBytes = 64 * 1024;
export const mostSettingsBytes = 8 * 1024 * 1024;

const fileSchema = z.strictObject({
  bytes: z.int().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

const manifestSchema = z.strictObject({
  format: z.literal(archiveFormat),
  madeAt: instantSchema,
  counter: z.string().max(40),
  shop: z.string().max(200),
  ledger: z.enum(ledgerKinds),
  program: z.string().max(40),
  schema: z.int().min(1),
  kind: z.enum(archiveKinds),
  files: z.strictObject({
    'settings.json': fileSchema.extend({ bytes: fileSchema.shape.bytes.max(mostSettingsBytes) }),
    'ledger.db': fileSchema,
  }),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** A file as the manifest tells of it. */
export type FileFacts = z.infer<typeof fileSchema>;

export const writeManifest = (facts: ArchiveFacts, files: Manifest['files']): string =>
  `${JSON.stringify({ format: archiveFormat, ...facts, files } satisfies Manifest, null, 2)}\n`;

/** What a manifest says; of a newer format nothing is known but that. */
export function readManifest(text: string): Manifest | 'newer' | undefined {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return undefined;
  }
  const newer = z.object({ format: z.int().min(archiveFormat + 1) }).safeParse(content);
  if (newer.success) return 'newer';
  return manifestSchema.safeParse(content).data;
}
