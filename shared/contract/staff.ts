import { pinSchema } from '../settings.ts';
import { roles, staffIdSchema, staffNameSchema } from '../staff/staff.ts';
import { z } from '../zod.ts';

/** Why somebody was not signed in, or the staff was not changed. */
const staffProblemCodes = [
  'wrong-pin',
  /** Too many wrong PINs: none is looked at for a while. */
  'pin-locked',
  /** An owner's PIN comes before anybody signs in: it is what mends a forgotten one. */
  'no-owner-pin',
  'no-such-person',
  'name-taken',
  'too-many',
  'file-not-written',
  /** A payment is being made: who makes it stays until it is done. */
  'busy',
] as const;
export type StaffProblemCode = (typeof staffProblemCodes)[number];
export const staffProblemSchema = z.strictObject({ code: z.enum(staffProblemCodes) });

/** What the owner changes about who sells here. Each with the owner's PIN, or that of a supervisor. */
export const staffChangeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('add'), name: staffNameSchema, role: z.enum(roles), pin: pinSchema }),
  z.strictObject({
    kind: z.literal('edit'),
    id: staffIdSchema,
    name: staffNameSchema,
    role: z.enum(roles),
    /** `null` keeps the one that stands. */
    pin: pinSchema.nullable(),
  }),
  z.strictObject({ kind: z.literal('remove'), id: staffIdSchema }),
]);
export type StaffChange = z.infer<typeof staffChangeSchema>;
