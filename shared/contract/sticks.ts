import { pinSchema } from '../settings.ts';
import { z } from '../zod.ts';

/** Where a provisioning file lies. */
const fileSchema = z.string().max(1000);

export const offeredProvisionSchema = z.strictObject({ file: fileSchema.nullable() });
export const takeProvisionSchema = z.strictObject({ file: fileSchema, pin: pinSchema });

/** Why a file on a stick was not taken. */
export const stickProblemSchema = z.strictObject({
  code: z.enum([
    'no-pin',
    'wrong-pin',
    'pin-locked',
    /** It is there no more. */
    'stick-gone',
    /** A payment is being made, or may still be answered: a restart would lose it. */
    'payment-unresolved',
  ]),
});
export type StickProblemCode = z.infer<typeof stickProblemSchema>['code'];
