import { instantSchema, textSchema } from '../primitives.ts';
import { z } from '../zod.ts';

/** One backup of this kind of ledger, by the name of its file. */
export const backupEntrySchema = z
  .strictObject({ name: textSchema(100), at: instantSchema, bytes: z.int().min(0) })
  .readonly();
export type BackupEntry = z.infer<typeof backupEntrySchema>;

/** What a backup holds, read from it after it was verified. */
export const backupPreviewSchema = z.strictObject({
  at: instantSchema,
  /** The newest thing that is written in it; `null` in an empty one. */
  newestAt: instantSchema.nullable(),
  payments: z.int().min(0),
  unresolved: z.int().min(0),
  /** Payments that are in the ledger as it is now and not in the backup: what a restore would lose from view. */
  missing: z.int().min(0),
});
export type BackupPreview = z.infer<typeof backupPreviewSchema>;

export const backupProblemCodes = [
  'folder-not-writable',
  'no-room',
  /** What was written could not be verified, and is not kept. */
  'not-verified',
  'source-unreadable',
  'backup-not-found',
  /** A payment is under way or may still be answered. */
  'payment-unresolved',
] as const;
export type BackupProblemCode = (typeof backupProblemCodes)[number];

/** A stretch of time that a restored ledger knows nothing of. */
export const gapSchema = z
  .strictObject({ id: z.int(), from: instantSchema, until: instantSchema })
  .readonly();
export type Gap = z.infer<typeof gapSchema>;
