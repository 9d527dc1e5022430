import type { ProvisionedStaff } from '../../shared/provision.ts';
import { ok } from '../../shared/result.ts';
import { mostStaff } from '../../shared/staff/staff.ts';
import type { StoredStaffMember } from '../settings/settings.ts';
import { ownerName } from './approve.ts';
import { fault, type Judged } from './judge-provision.ts';
import { newStaffId } from './new-id.ts';
import { hashOf } from './pin-hash.ts';
import { isSameName } from './staff.ts';

/** Who of a file's people is new here. Whoever is there by that name keeps their PIN: the file brings only the first. */
export function judgeStaff(
  wanted: readonly ProvisionedStaff[],
  standing: readonly StoredStaffMember[],
  hasOwnerPin: boolean,
): Judged<readonly ProvisionedStaff[]> {
  // Without it a forgotten PIN could lock everybody out.
  if (wanted.length > 0 && !hasOwnerPin) return fault('invalid', 'staff');
  const isTaken = wanted.findIndex(
    ({ name }, at) =>
      isSameName(name, ownerName) || wanted.slice(0, at).some((before) => isSameName(before.name, name)),
  );
  if (isTaken !== -1) return fault('invalid', 'staff', String(isTaken), 'name');
  const newcomers = wanted.filter(({ name }) => !standing.some((member) => isSameName(member.name, name)));
  return standing.length + newcomers.length > mostStaff ? fault('invalid', 'staff') : ok(newcomers);
}

export const hashedStaff = (people: readonly ProvisionedStaff[]): Promise<readonly StoredStaffMember[]> =>
  Promise.all(
    people.map(async ({ name, role, pin }) => ({ id: newStaffId(), name, role, pin: await hashOf(pin) })),
  );
