import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import type { PinProblem } from '../../shared/contract/contract.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { pinSchema } from '../../shared/settings.ts';
import type { PinHash, Settings, SettingsStore } from '../settings/settings.ts';
import type { Clock } from './clock.ts';
import type { Log } from './log.ts';

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
  readonly clock: Clock;
  readonly log: Log;
}

const scryptCost = 2 ** 14;
const hashBytes = 32;
const minute = 60_000;

/** Milliseconds without a look at any PIN, after so many wrong ones in a row. */
export function waitAfter(failures: number): number {
  if (failures < 3) return 0;
  return [0.5 * minute, minute, 5 * minute][failures - 3] ?? 15 * minute;
}

export function createOwnerPin({ store, clock, log }: OwnerPinParts): OwnerPin {
  // Wrong ones are counted in the settings and the wait begins anew with the program, so that a restart, the first
  // thing to try, shortens nothing. The wait itself goes by the monotonic clock: setting the PC's changes nothing.
  let failures = store.get().pin?.failures ?? 0;
  let lockedUntil = clock.monotonicMs() + waitAfter(failures);

  const save = (change: (settings: Settings) => Settings): boolean => {
    try {
      store.save(change(store.get()));
      return true;
    } catch (error) {
      log.fault('the owner’s PIN could not be written', error);
      return false;
    }
  };

  const count = (next: number): void => {
    failures = next;
    lockedUntil = clock.monotonicMs() + waitAfter(next);
    // Where the disk is full, the count in memory still holds.
    save((settings) =>
      settings.pin === null ? settings : { ...settings, pin: { ...settings.pin, failures: next } },
    );
  };

  const check = async (pin: string): Promise<Result<void, PinProblem>> => {
    const standing = store.get().pin;
    if (standing === null) return err('no-pin');
    if (clock.monotonicMs() < lockedUntil) return err('pin-locked');
    // Counted before it is looked at: neither a kill in between nor many at once give a guess for nothing.
    count(failures + 1);
    if (!(await isPin(pin, standing))) return err('wrong-pin');
    count(0);
    return ok(undefined);
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
      return save((settings) => ({ ...settings, pin })) ? ok(undefined) : err('file-not-written');
    },
  };
}

async function hashOf(pin: string): Promise<PinHash> {
  const salt = randomBytes(16);
  const hash = await derive(pin, salt, scryptCost);
  return { salt: salt.toString('base64'), hash: hash.toString('base64'), cost: scryptCost, failures: 0 };
}

async function isPin(pin: string, { salt, hash, cost }: PinHash): Promise<boolean> {
  const expected = Buffer.from(hash, 'base64');
  const derived = await derive(pin, Buffer.from(salt, 'base64'), cost);
  return expected.length === derived.length && timingSafeEqual(expected, derived);
}

/** About 50 ms, in Node's thread pool: a payment under way does not wait for it. */
const derive = (pin: string, salt: Buffer, cost: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    // Node's own limit is just what the lowest cost needs; twice the need is room for any.
    scrypt(pin, salt, hashBytes, { N: cost, r: 8, p: 1, maxmem: 256 * cost * 8 }, (error, derived) =>
      error === null ? resolve(derived) : reject(error),
    );
  });
