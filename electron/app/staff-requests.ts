import type { RequestHandlers } from '../../shared/contract/contract.ts';
import { ok } from '../../shared/result.ts';
import type { Attendance } from './attendance.ts';
import type { Staff } from './staff.ts';

/** The requests about who sells here and who is signed in. */
export function createStaffRequests(
  staff: Staff,
  attendance: Pick<Attendance, 'signIn' | 'lock'>,
): Pick<RequestHandlers, 'staff' | 'signIn' | 'lock' | 'changeStaff'> {
  return {
    staff: () => ok(staff.list()),
    signIn: ({ id, pin }) => attendance.signIn(id, pin),
    lock: () => attendance.lock(),
    changeStaff: ({ change, approval }) => staff.change(change, approval),
  };
}
