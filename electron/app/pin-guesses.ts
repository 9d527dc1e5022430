import { waitAfter } from '../../shared/guess-wait.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { PinHash, Settings, SettingsStore } from '../settings/settings.ts';
import type { Clock } from './clock.ts';
import type { Log } from './log.ts';
import { isPin } from './pin-hash.ts';

/** Something that a PIN stands for. */
export interface PinHolder {
  readonly pin: PinHash;
}

/**
 * Every look at a PIN, and the waiting that protects it. Each PIN has one count of wrong guesses, whichever way they
 * came: a guess that is looked at against several PINs is one at each of them.
 */
export interface PinGuesses {
  /**
   * Whose PIN it is. Not looked at are those whose wait is not over: `pin-locked` where it may be one of them.
   * `no-pin` where there is none to look at.
   */
  check<Holder extends PinHolder>(
    typed: string,
    holders: readonly Holder[],
  ): Promise<Result<Holder, 'no-pin' | 'wrong-pin' | 'pin-locked'>>;
}

export interface PinGuessesParts {
  readonly store: SettingsStore;
  readonly clock: Clock;
  readonly log: Log;
}

interface Count {
  readonly failures: number;
  /** By the monotonic clock. */
  readonly lockedUntil: number;
}

export function createPinGuesses({ store, clock, log }: PinGuessesParts): PinGuesses {
  // Wrong ones are counted in the settings and the wait begins anew with the program, so that a restart, the first
  // thing to try, shortens nothing. The wait itself goes by the monotonic clock: setting the PC's changes nothing.
  const startedAt = clock.monotonicMs();
  /** By salt: a PIN that is set anew begins anew. */
  const counts = new Map<string, Count>();

  const countOf = ({ salt, failures }: PinHash): Count =>
    counts.get(salt) ?? { failures, lockedUntil: startedAt + waitAfter(failures) };

  const keep = (changed: ReadonlyMap<string, Count>): void => {
    for (const [salt, count] of changed) counts.set(salt, count);
    try {
      store.save(withCounts(store.get(), changed));
    } catch (error) {
      // Where the disk is full, the counts in memory still hold.
      log.fault('wrong PINs could not be counted on the disk', error);
    }
  };

  /** Counted before it is looked at: neither a kill in between nor many at once give a guess for nothing. */
  const countGuess = (
    holders: readonly PinHolder[],
  ): ReadonlyMap<string, { before: Count; after: Count }> => {
    const now = clock.monotonicMs();
    const guessed = new Map(
      holders.map(({ pin }) => {
        const before = countOf(pin);
        const failures = before.failures + 1;
        return [pin.salt, { before, after: { failures, lockedUntil: now + waitAfter(failures) } }];
      }),
    );
    keep(new Map([...guessed].map(([salt, { after }]) => [salt, after])));
    return guessed;
  };

  return {
    async check(typed, holders) {
      if (holders.length === 0) return err('no-pin');
      const open = holders.filter(({ pin }) => clock.monotonicMs() >= countOf(pin).lockedUntil);
      if (open.length === 0) return err('pin-locked');
      const guessed = countGuess(open);
      for (const holder of open) {
        // oxlint-disable-next-line eslint/no-await-in-loop -- one after the other: the thread pool has other work too
        if (!(await isPin(typed, holder.pin))) continue;
        keep(
          new Map(
            [...guessed].map(([salt, { before, after }]) => {
              if (salt === holder.pin.salt) return [salt, { failures: 0, lockedUntil: before.lockedUntil }];
              // It was no guess at the others. Whoever knows one PIN gets no fresh guesses at another by it either.
              const now = counts.get(salt) ?? after;
              const lockedUntil = now === after ? before.lockedUntil : now.lockedUntil;
              return [salt, { failures: Math.max(0, now.failures - 1), lockedUntil }];
            }),
          ),
        );
        return ok(holder);
      }
      return err(open.length < holders.length ? 'pin-locked' : 'wrong-pin');
    },
  };
}

function withCounts(settings: Settings, changed: ReadonlyMap<string, Count>): Settings {
  const counted = (pin: PinHash): PinHash => {
    const count = changed.get(pin.salt);
    return count === undefined ? pin : { ...pin, failures: count.failures };
  };
  return {
    ...settings,
    pin: settings.pin === null ? null : counted(settings.pin),
    staff: settings.staff.map((member) => ({ ...member, pin: counted(member.pin) })),
  };
}
