import { instantSchema, textSchema } from '../primitives.ts';
import { ledgerKinds } from '../ledger-kind.ts';
import { z } from '../zod.ts';

/** `copy`: this counter goes on selling. `move`: another takes its place, and this one sells nothing more. */
export const archiveKinds = ['copy', 'move'] as const;
export type ArchiveKind = (typeof archiveKinds)[number];

/** What names a counter in its archives, so that its own are known again: 8 hex digits. */
export const counterIdSchema = z.string().regex(/^[0-9a-f]{8}$/);

/** What an archive is locked with. Nobody can open it without. */
export const passphraseSchema = z.string().min(8).max(200);

/** That this counter was moved: since when, and the file it was moved to, as it was chosen. */
export const retiredSchema = z.strictObject({ at: instantSchema, archive: z.string().max(1000) }).readonly();
export type Retired = z.infer<typeof retiredSchema>;

/** An archive that was written, and read back whole. */
export const archiveWrittenSchema = z
  .strictObject({ path: z.string().max(1000), bytes: z.int().min(0) })
  .readonly();
export type ArchiveWritten = z.infer<typeof archiveWrittenSchema>;

/** What an archive holds, read from it after all of it was verified, and what it would take the place of here. */
export const archivePreviewSchema = z
  .strictObject({
    /** Names this very reading: what is restored is what was seen. */
    id: z.string().max(40),
    kind: z.enum(archiveKinds),
    /** Whether this counter made it. */
    isOwn: z.boolean(),
    shop: textSchema(40),
    ledger: z.enum(ledgerKinds),
    madeAt: instantSchema,
    newestAt: instantSchema.nullable(),
    payments: z.int().min(0),
    unresolved: z.int().min(0),
    /** Whether there is a ledger of that kind here, which would be put aside. */
    replaces: z.boolean(),
    /** Payments of that ledger which are not in the archive. */
    missing: z.int().min(0),
    /** Whether what was done since is noted as a gap. */
    leavesGap: z.boolean(),
    /** Whether this machine's printers stay, and not the archive's. */
    keepsPrinters: z.boolean(),
  })
  .readonly();
export type ArchivePreview = z.infer<typeof archivePreviewSchema>;

export const archiveProblemCodes = [
  /** Nobody chose a file. */
  'cancelled',
  /** The archive cannot be written where it was to be: pulled out, protected, or no such folder any more. */
  'target-not-writable',
  'target-full',
  /** The target's file system takes no file so large: FAT32 ends at 4 GiB. */
  'target-too-small',
  /** This PC's own disk has no room for the copy that is made on the way. */
  'no-room-here',
  /** What was written could not be read back as it was, and was thrown away. */
  'not-verified',
  /** The ledger could not be copied. */
  'source-unreadable',
  /** The archive is there no longer, or its disk cannot be read. */
  'archive-gone',
  'not-an-archive',
  'wrong-passphrase',
  /** It was damaged, cut off, or holds something else than what it says. */
  'archive-damaged',
  'newer-version',
  /** Nothing was looked at yet, or it was another archive. */
  'not-looked-at',
  /** A payment is under way or may still be answered. */
  'payment-unresolved',
  /** This counter was moved before. */
  'already-moved',
  'not-moved',
  /** An archive is being written or read. */
  'archive-busy',
  'file-not-written',
] as const;
export type ArchiveProblemCode = (typeof archiveProblemCodes)[number];
