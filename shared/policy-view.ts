import { z } from './zod.ts';

/** What the settings screen is told of the policy that is in force. */
export const policyViewSchema = z
  .strictObject({
    /** Where it lies. */
    file: z.string(),
    /** What it sets, by the names of its fields: `shop.name`, `billers.iak.profile.baseUrl`. */
    locked: z.array(z.string()).readonly(),
  })
  .readonly();
export type PolicyView = z.infer<typeof policyViewSchema>;

/** Whether a policy sets that field, or anything in it. */
export const isLocked = (locked: readonly string[], field: string): boolean =>
  locked.some((path) => path === field || path.startsWith(`${field}.`));
