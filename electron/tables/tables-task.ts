import { tableFormats, tableProblems, tableSchema } from '../../shared/tables/table.ts';
import { z } from '../../shared/zod.ts';

const bytesSchema = z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'not bytes');

/** What the worker for tables is asked, and what it answers. */
export const tablesTaskSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('write'),
    tables: z.array(tableSchema).readonly(),
    format: z.enum(tableFormats),
  }),
  z.strictObject({ kind: z.literal('read'), bytes: bytesSchema, format: z.enum(tableFormats) }),
]);
export type TablesTask = z.infer<typeof tablesTaskSchema>;

export const writtenSchema = bytesSchema;
export const readSchema = z.discriminatedUnion('ok', [
  z.strictObject({
    ok: z.literal(true),
    value: z
      .array(z.strictObject({ line: z.int().min(1), cells: z.array(z.string()).readonly() }).readonly())
      .readonly(),
  }),
  z.strictObject({ ok: z.literal(false), error: z.enum(tableProblems) }),
]);
