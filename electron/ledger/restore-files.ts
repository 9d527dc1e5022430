import fs from 'node:fs';
import { isInstant, type Instant } from '../../shared/time.ts';
import { z } from '../../shared/zod.ts';
import { removeDurably, writeDurably } from './durable-files.ts';

/** The files of a restore, beside the ledger's own. */
export const restoreFiles = (ledger: string) => ({
  /** The ledger to come, whole and synced. */
  staged: `${ledger}.restore`,
  /** What is known of it, and how far putting it in place has come. */
  plan: `${ledger}.restore.json`,
  /** It is in place, and the ledger does not know yet what it missed. */
  restored: `${ledger}.restored`,
  /** One that turned out damaged when it was to be put in place. */
  refused: `${ledger}.restore-refused`,
});

const instantSchema = z.custom<Instant>(isInstant);

/** Where a restored ledger came from, if not from a backup of this counter. */
const fromArchiveSchema = z.strictObject({
  /** Names the settings that belong to it. */
  id: z.string(),
  /** Whether it knows all that happened until it was restored: the counter it was moved from sold nothing since. */
  knowsAll: z.boolean(),
});

const restoredSchema = z.strictObject({
  archive: fromArchiveSchema.nullable().default(null),
  backupAt: instantSchema,
  restoredAt: instantSchema,
  replaced: z.string().nullable(),
});

/** A restore that is done, as the ledger must come to know it. */
export type Restored = Readonly<z.infer<typeof restoredSchema>>;

const planSchema = z.strictObject({
  archive: fromArchiveSchema.nullable().default(null),
  backupAt: instantSchema,
  /** Set before the first file is moved. */
  moving: z.strictObject({ restoredAt: instantSchema, replaced: z.string().nullable() }).nullable(),
});

export type RestorePlan = Readonly<z.infer<typeof planSchema>>;

/** @throws Error where the file is there and is not what we write. */
export const readPlan = (ledger: string): RestorePlan | undefined =>
  readJson(restoreFiles(ledger).plan, planSchema);

/** @throws Error where the file is there and is not what we write. */
export const readRestored = (ledger: string): Restored | undefined =>
  readJson(restoreFiles(ledger).restored, restoredSchema);

export const writePlan = (ledger: string, plan: RestorePlan): void =>
  writeDurably(restoreFiles(ledger).plan, JSON.stringify(plan));

export const writeRestored = (ledger: string, restored: Restored): void =>
  writeDurably(restoreFiles(ledger).restored, JSON.stringify(restored));

/** The ledger knows by now what it missed: call once that is committed. Does nothing a second time. @throws Error */
export const confirmRestored = (ledger: string): void => removeDurably(restoreFiles(ledger).restored);

const readJson = <T>(file: string, schema: z.ZodType<T>): T | undefined =>
  fs.existsSync(file) ? schema.parse(JSON.parse(fs.readFileSync(file, 'utf8'))) : undefined;
