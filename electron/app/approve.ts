import type { PinProblem } from '../../shared/contract/contract.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { SettingsStore } from '../settings/settings.ts';
import type { PinGuesses, PinHolder } from './pin-guesses.ts';

/** Whose word something was done on: how the records name them. */
export interface Approval {
  readonly person: string;
}

/**
 * Looks for whoever answers for something by a PIN: the owner, or a supervisor. `no-pin` where neither has one. One wrong
 * PIN is a wrong guess at all of theirs, so that many supervisors do not make many guesses.
 */
export type Approve = (pin: string) => Promise<Result<Approval, PinProblem>>;

/** The owner in the records. Nobody else may be called so. */
export const ownerName = 'Pemilik';

export function createApprove(store: SettingsStore, guesses: PinGuesses): Approve {
  return async (typed) => {
    const { pin, staff } = store.get();
    const owner: readonly (Approval & PinHolder)[] = pin === null ? [] : [{ person: ownerName, pin }];
    const supervisors = staff.filter(({ role }) => role === 'supervisor');
    const checked = await guesses.check(typed, [
      ...owner,
      ...supervisors.map(({ name, pin: own }) => ({ person: name, pin: own })),
    ]);
    return checked.ok ? ok({ person: checked.value.person }) : checked;
  };
}
