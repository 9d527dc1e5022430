import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CounterState } from '../../shared/contract/counter-state.ts';
import type { LoketBridge } from '../../shared/contract/contract.ts';
import type { StaffProblemCode } from '../../shared/contract/staff.ts';
import { pinSchema } from '../../shared/settings.ts';
import type { StaffId, StaffMember } from '../../shared/staff/staff.ts';

/** Whether nobody is signed in where somebody must be. */
export const isLocked = (state: Pick<CounterState, 'signsIn' | 'present'> | null): boolean =>
  state !== null && state.signsIn && state.present === null;

/** What stands on the locked screen. The PIN leaves it with the question, before the answer is there. */
export interface SignInView {
  /** `null` until main has told. */
  readonly people: readonly StaffMember[] | null;
  readonly chosen: StaffId | null;
  readonly pin: string;
  readonly isAsking: boolean;
  /** `scanned`: what was typed was a scanner's, and no PIN. */
  readonly problem: StaffProblemCode | 'scanned' | null;
}

export interface SignIn {
  readonly store: StoreApi<SignInView>;
  readonly fetch: () => Promise<void>;
  readonly choose: (person: StaffId) => void;
  /** Back to the names. */
  readonly back: () => void;
  readonly type: (digits: string) => void;
  readonly erase: () => void;
  readonly clear: () => void;
  /** What a scanner typed is no PIN, and nobody's wrong one. */
  readonly dropScan: () => void;
  readonly submit: () => Promise<void>;
  /** A new PIN for the person chosen, on the word of the owner or of a supervisor; answers why it was not set. */
  readonly renew: (pin: string, approval: string) => Promise<StaffProblemCode | null>;
}

const longestPin = 12;
const empty = { pin: '', isAsking: false, problem: null } as const;

/** Whose PIN is asked among these: who was chosen, or the only one there is. */
function chosenOf(people: readonly StaffMember[], chosen: StaffId | null): StaffId | null {
  const [only, ...others] = people;
  if (others.length === 0) return only?.id ?? null;
  return people.some(({ id }) => id === chosen) ? chosen : null;
}

/**
 * Signing in at a locked counter. Main decides; nothing here says who somebody is.
 *
 * @param known who it was last, as far as that is known.
 */
export function createSignIn(
  bridge: Pick<LoketBridge, 'staff' | 'signIn' | 'changeStaff'>,
  known: readonly StaffMember[] | null = null,
): SignIn {
  const chosenFirst = known === null ? null : chosenOf(known, null);
  const store = createStore<SignInView>(() => ({ people: known, chosen: chosenFirst, ...empty }));
  const { getState } = store;
  const change = (over: Partial<SignInView>): void => store.setState(over);

  const fetch = async (): Promise<void> => {
    const result = await bridge.staff();
    if (!result.ok) return;
    const people = result.value;
    const before = getState().chosen;
    const chosen = chosenOf(people, before);
    // What was typed for one is nobody else's PIN.
    change(chosen === before ? { people } : { people, chosen, pin: '', problem: null });
  };

  const typing = (pin: string): void => {
    const { chosen, isAsking } = getState();
    if (chosen !== null && !isAsking) change({ ...empty, pin: pin.slice(0, longestPin) });
  };

  return {
    store,
    fetch,
    choose(person) {
      const { people, isAsking } = getState();
      if (!isAsking && people?.some(({ id }) => id === person)) change({ chosen: person, ...empty });
    },
    back() {
      const { people, isAsking } = getState();
      if (isAsking) return;
      // Where there is one name only, there is none to go back to.
      change(people?.length === 1 ? empty : { chosen: null, ...empty });
    },
    type: (digits) => typing(getState().pin + digits.replaceAll(/\D/g, '')),
    erase: () => typing(getState().pin.slice(0, -1)),
    clear: () => typing(''),
    dropScan: () => change({ chosen: null, ...empty, problem: 'scanned' }),
    async submit() {
      const { chosen, pin, isAsking } = getState();
      if (chosen === null || isAsking || !pinSchema.safeParse(pin).success) return;
      change({ ...empty, isAsking: true });
      try {
        const result = await bridge.signIn({ id: chosen, pin });
        change(result.ok ? { chosen: null, ...empty } : { ...empty, problem: result.error.code });
        if (!result.ok && result.error.code === 'no-such-person') await fetch();
      } finally {
        change({ isAsking: false });
      }
    },
    async renew(pin, approval) {
      const { people, chosen } = getState();
      const person = people?.find(({ id }) => id === chosen);
      if (person === undefined) return 'no-such-person';
      const result = await bridge.changeStaff({ change: { kind: 'edit', ...person, pin }, approval });
      if (!result.ok) return result.error.code;
      change({ people: result.value, ...empty });
      return null;
    },
  };
}
