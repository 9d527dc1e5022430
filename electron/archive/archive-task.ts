import { archiveKinds } from '../../shared/contract/archives.ts';
import { ledgerKinds } from '../../shared/ledger-kind.ts';
import { instantSchema } from '../../shared/primitives.ts';
import { z } from '../../shared/zod.ts';

const factsSchema = z.strictObject({
  madeAt: instantSchema,
  counter: z.string(),
  shop: z.string(),
  ledger: z.enum(ledgerKinds),
  program: z.string(),
  schema: z.int(),
  kind: z.enum(archiveKinds),
});

/** What the worker is asked, once in its life. */
export const archiveTaskSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('write'),
    order: z.strictObject({
      target: z.string(),
      passphrase: z.string(),
      facts: factsSchema,
      ledger: z.string(),
      settings: z.string(),
    }),
  }),
  z.strictObject({
    kind: z.literal('read'),
    order: z.strictObject({ file: z.string(), passphrase: z.string(), folder: z.string() }),
  }),
]);
export type ArchiveTask = z.infer<typeof archiveTaskSchema>;

const resultOf = <Value extends z.ZodType, Fault extends z.ZodType>(value: Value, error: Fault) =>
  z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value }),
    z.object({ ok: z.literal(false), error }),
  ]);

export const writtenSchema = resultOf(
  z.object({ bytes: z.int() }),
  z.enum(['target-not-writable', 'target-full', 'target-too-small', 'not-verified', 'source-unreadable']),
);
export const readSchema = resultOf(
  z.object({ facts: factsSchema, settings: z.string(), ledger: z.string() }),
  z.enum([
    'archive-gone',
    'not-an-archive',
    'wrong-passphrase',
    'archive-damaged',
    'newer-version',
    'no-room-here',
  ]),
);
