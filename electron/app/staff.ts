import type { StaffChange, StaffProblemCode } from '../../shared/contract/staff.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { mostStaff, type StaffId, type StaffMember } from '../../shared/staff/staff.ts';
import type { SettingsStore, StoredStaffMember } from '../settings/settings.ts';
import { ownerName, type Approve } from './approve.ts';
import type { Log } from './log.ts';
import { newStaffId } from './new-id.ts';
import type { PinGuesses } from './pin-guesses.ts';
import { hashOf } from './pin-hash.ts';

type Done<T> = Result<T, { readonly code: StaffProblemCode }>;

/** Who sells here. */
export interface Staff {
  /** In the order in which they came; empty where nobody signs in. */
  list(): readonly StaffMember[];
  /** Whose PIN it is, as they are listed once it has been looked at. */
  check(id: StaffId, pin: string): Promise<Done<StaffMember>>;
  /**
   * Changes who sells here, on the word of the owner or of a supervisor. The owner's PIN comes first: without it a
   * forgotten PIN could lock everybody out.
   */
  change(change: StaffChange, approval: string): Promise<Done<readonly StaffMember[]>>;
  onChange(listener: () => void): void;
}

export interface StaffParts {
  readonly store: SettingsStore;
  readonly guesses: PinGuesses;
  readonly approve: Approve;
  /** Whether a payment is being made: who makes it stays until it is done. */
  readonly isPaying: () => boolean;
  readonly log: Log;
}

export function createStaff({ store, guesses, approve, isPaying, log }: StaffParts): Staff {
  const listeners: (() => void)[] = [];
  const list = (): readonly StaffMember[] =>
    store.get().staff.map(({ id, name, role }) => ({ id, name, role }));

  const problemOf = (change: StaffChange): StaffProblemCode | undefined => {
    const { pin, staff } = store.get();
    if (pin === null) return 'no-owner-pin';
    if (isPaying()) return 'busy';
    const id = change.kind === 'add' ? null : change.id;
    if (id !== null && !staff.some((member) => member.id === id)) return 'no-such-person';
    if (change.kind === 'remove') return undefined;
    const others = staff.filter((member) => member.id !== id).map(({ name }) => name);
    if ([ownerName, ...others].some((name) => isSameName(name, change.name))) return 'name-taken';
    return change.kind === 'add' && staff.length >= mostStaff ? 'too-many' : undefined;
  };

  return {
    list,

    async check(id, typed) {
      const member = store.get().staff.find((each) => each.id === id);
      if (member === undefined) return err({ code: 'no-such-person' });
      const checked = await guesses.check(typed, [member]);
      if (!checked.ok) return err({ code: checked.error === 'no-pin' ? 'no-such-person' : checked.error });
      // Looking takes its time: they may be gone meanwhile, or have another PIN.
      const still = store.get().staff.find((each) => each.id === id);
      if (still === undefined) return err({ code: 'no-such-person' });
      if (still.pin.salt !== member.pin.salt) return err({ code: 'wrong-pin' });
      return ok({ id: still.id, name: still.name, role: still.role });
    },

    async change(change, approval) {
      // Before the PIN: whoever took a name twice has not to type the PIN twice.
      const problem = problemOf(change);
      if (problem !== undefined) return err({ code: problem });
      const approved = await approve(approval);
      if (!approved.ok) return err({ code: approved.error === 'no-pin' ? 'no-owner-pin' : approved.error });
      const next = change.kind === 'remove' || change.pin === null ? undefined : await hashOf(change.pin);
      // And after it, which takes its time.
      const since = problemOf(change);
      if (since !== undefined) return err({ code: since });
      const { staff, ...others } = store.get();
      try {
        store.save({ ...others, staff: changed(staff, change, next) });
      } catch (error) {
        log.fault('the staff could not be written', error);
        return err({ code: 'file-not-written' });
      }
      log.note(`the staff was changed (${change.kind}) on the word of ${approved.value.person}`);
      for (const listener of listeners) listener();
      return ok(list());
    },

    onChange: (listener) => void listeners.push(listener),
  };
}

function changed(
  staff: readonly StoredStaffMember[],
  change: StaffChange,
  pin: StoredStaffMember['pin'] | undefined,
): readonly StoredStaffMember[] {
  switch (change.kind) {
    case 'add': {
      if (pin === undefined) throw new Error('somebody new without a PIN');
      const { name, role } = change;
      return [...staff, { id: newStaffId(), name, role, pin }];
    }
    case 'edit': {
      const { id, name, role } = change;
      return staff.map((member) => (member.id === id ? { id, name, role, pin: pin ?? member.pin } : member));
    }
    case 'remove':
      return staff.filter(({ id }) => id !== change.id);
  }
}

/** Names that look alike on paper are the same: the records would not tell their bearers apart. */
export const isSameName = (one: string, other: string): boolean => folded(one) === folded(other);
const folded = (name: string): string => name.normalize('NFKC').replaceAll(/\s+/g, ' ').trim().toLowerCase();
