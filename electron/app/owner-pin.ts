import type { PinProblem } from '../../shared/contract/contract.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { pinSchema } from '../../shared/settings.ts';
import type { SettingsStore } from '../settings/settings.ts';
import type { Log } from './log.ts';
import type { PinGuesses } from './pin-guesses.ts';
import { hashOf } from './pin-hash.ts';

/**
 * The owner's PIN. It guards against the hands at the counter, not against whoever may write in the data folder:
 * four digits are found from their hash in minutes, whatever it costs. What protects them is the waiting.
 */
export interface OwnerPin {
  hasPin(): boolean;
  check(pin: string): Promise<Result<void, PinProblem>>;
  /** Sets the PIN. Where one stands, `current` must be it; where none does, `current` is not looked at. */
  set(
    current: string | null,
    next: string,
  ): Promise<Result<void, 'wrong-pin' | 'pin-locked' | 'file-not-written'>>;
}

export interface OwnerPinParts {
  readonly store: SettingsStore;
  readonly guesses: PinGuesses;
  readonly log: Log;
}

export function createOwnerPin({ store, guesses, log }: OwnerPinParts): OwnerPin {
  const check = async (typed: string): Promise<Result<void, PinProblem>> => {
    const { pin } = store.get();
    const checked = await guesses.check(typed, pin === null ? [] : [{ pin }]);
    return checked.ok ? ok(undefined) : checked;
  };

  return {
    hasPin: () => store.get().pin !== null,
    check,
    async set(current, next) {
      const standing = store.get().pin;
      if (standing !== null) {
        if (current === null) return err('wrong-pin');
        const checked = await check(current);
        if (!checked.ok && checked.error !== 'no-pin') return err(checked.error);
      }
      const pin = await hashOf(pinSchema.parse(next));
      // Another one was set while this one was worked out: nobody has shown that they know it.
      if (store.get().pin?.salt !== standing?.salt) return err('wrong-pin');
      try {
        store.save({ ...store.get(), pin });
        return ok(undefined);
      } catch (error) {
        log.fault('the owner’s PIN could not be written', error);
        return err('file-not-written');
      }
    },
  };
}
