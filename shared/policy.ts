import { billerIdSchema } from './biller-profile.ts';
import { fileHead, provisionedProfileSchema, settableFields } from './provision.ts';
import { z } from './zod.ts';

/**
 * `policy.json`: what the administrator of the computer sets for good (`docs/provision.md`). The fields of a provisioning
 * file without secrets and PINs: nobody takes them out of a policy, and it may be read by everybody.
 */
export const policySchema = z.strictObject({
  ...fileHead,
  ...settableFields,
  billers: z
    .record(billerIdSchema, z.strictObject({ profile: provisionedProfileSchema.exactOptional() }))
    .exactOptional(),
});
export type Policy = z.infer<typeof policySchema>;

/** What a policy sets: the path of every value in it. A list is one value. */
export function lockedPaths({ $schema: _schema, version: _version, ...fields }: Policy): readonly string[] {
  return pathsIn(fields);
}

const pathsIn = (record: object): readonly string[] =>
  Object.entries(record).flatMap(([key, value]: [string, unknown]) => {
    const isBranch =
      typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0;
    return isBranch ? pathsIn(value).map((rest) => `${key}.${rest}`) : [key];
  });
