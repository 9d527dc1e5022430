import { instantSchema } from '../../shared/primitives.ts';
import { z } from '../../shared/zod.ts';

/** What the worker is asked. Every question names the ledger, so that the worker keeps nothing. */
export const keeperTaskSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('back-up'), folder: z.string(), at: instantSchema }),
  z.strictObject({ kind: z.literal('preview'), file: z.string() }),
  z.strictObject({
    kind: z.literal('stage'),
    file: z.string(),
    archive: z
      .strictObject({ id: z.string(), knowsAll: z.boolean(), madeAt: instantSchema })
      .readonly()
      .nullable(),
  }),
  z.strictObject({ kind: z.literal('unstage') }),
  z.strictObject({ kind: z.literal('verify') }),
]);
export type KeeperTask = z.infer<typeof keeperTaskSchema>;
