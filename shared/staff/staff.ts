import { z } from '../zod.ts';

/** What somebody at the counter may do. A supervisor may do all that a cashier may, and what needs the owner's PIN. */
export const roles = ['cashier', 'supervisor'] as const;
export type Role = (typeof roles)[number];

/** More than any counter has, and few enough that everybody's name fits the log-in. */
export const mostStaff = 20;

export const staffIdSchema = z
  .string()
  .regex(/^[0-9a-f]{8}$/)
  .brand<'staff member'>();
export type StaffId = z.infer<typeof staffIdSchema>;

/** A name that fits a receipt's line beside its caption, of printable letters. */
export const staffNameSchema = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{M}\p{N} .'-]{1,20}$/u);

/** Somebody who sells here, as everybody may know them. */
export const staffMemberSchema = z
  .strictObject({ id: staffIdSchema, name: staffNameSchema, role: z.enum(roles) })
  .readonly();
export type StaffMember = z.infer<typeof staffMemberSchema>;
