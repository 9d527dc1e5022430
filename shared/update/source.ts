import { z } from '../zod.ts';

/** Where updates are looked for. `off` until the owner says otherwise. */
export const updateSourceSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('off') }),
    /** A folder with a manifest in it: a stick's, or one of the shop's network. */
    z.strictObject({ kind: z.literal('folder'), path: z.string().trim().min(1).max(1000) }),
    /** The address of such a folder. */
    z.strictObject({ kind: z.literal('address'), url: z.string().trim().min(1).max(500) }),
  ])
  .readonly();
export type UpdateSource = z.infer<typeof updateSourceSchema>;

export const noUpdateSource: UpdateSource = { kind: 'off' };
