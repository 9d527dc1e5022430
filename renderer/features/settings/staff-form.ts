import { err, ok, type Result } from '../../../shared/result.ts';
import { pinSchema } from '../../../shared/settings.ts';
import type { StaffChange } from '../../../shared/contract/staff.ts';
import { staffNameSchema, type Role, type StaffMember } from '../../../shared/staff/staff.ts';

/** Somebody as they are typed in; `member` is whom it changes, `null` somebody new. */
export interface StaffForm {
  readonly member: StaffMember | null;
  readonly isRemoval: boolean;
  readonly name: string;
  readonly role: Role;
  readonly pin: string;
  readonly approval: string;
}
export type StaffField = 'name' | 'pin' | 'approval';

const untyped = { isRemoval: false, pin: '', approval: '' } as const;
export const newcomer = (role: Role): StaffForm => ({ ...untyped, member: null, name: '', role });
export const formOf = (member: StaffMember): StaffForm => ({
  ...untyped,
  member,
  name: member.name,
  role: member.role,
});

/** What is sent to main, or the fields that keep it from being sent. An empty PIN keeps the one that stands. */
export function readStaffForm(
  form: StaffForm,
): Result<{ readonly change: StaffChange; readonly approval: string }, readonly StaffField[]> {
  const { member, isRemoval, role, pin, approval } = form;
  const name = staffNameSchema.safeParse(form.name);
  const keepsPin = member !== null && pin === '';
  const faults: StaffField[] = [];
  if (!isRemoval && !name.success) faults.push('name');
  if (!isRemoval && !keepsPin && !pinSchema.safeParse(pin).success) faults.push('pin');
  if (!pinSchema.safeParse(approval).success) faults.push('approval');
  if (faults.length > 0) return err(faults);
  if (member !== null && isRemoval) return ok({ change: { kind: 'remove', id: member.id }, approval });
  const who = { name: name.data ?? '', role };
  const change: StaffChange =
    member === null
      ? { kind: 'add', ...who, pin }
      : { kind: 'edit', id: member.id, ...who, pin: pin || null };
  return ok({ change, approval });
}
