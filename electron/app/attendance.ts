import { businessDay } from '../../shared/business-day.ts';
import type { StaffProblemCode } from '../../shared/contract/staff.ts';
import { isPaymentUnderWay } from '../../shared/contract/payment-under-way.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { ShopSettings } from '../../shared/settings.ts';
import type { StaffId, StaffMember } from '../../shared/staff/staff.ts';
import type { AtCounter } from './at-counter.ts';
import type { Clock } from './clock.ts';
import type { Counter } from './counter.ts';
import type { Staff } from './staff.ts';

type Done = Result<undefined, { readonly code: StaffProblemCode }>;

/** Who is signed in at this counter. Kept in memory: with every start the counter is locked, where anybody signs in. */
export interface Attendance extends AtCounter {
  /** Whether people sign in here at all. */
  signsIn(): boolean;
  /** Who is signed in, as they are listed now; `null` while it is locked, and where nobody signs in. */
  present(): StaffMember | null;
  /** Signs somebody in, and out whoever was. `busy` while a payment is made. */
  signIn(id: StaffId, pin: string): Promise<Done>;
  /** Signs out whoever is signed in. `busy` while a payment is made. */
  lock(): Done;
  /** Ends the watch over the time without a touch. */
  stop(): void;
}

export interface AttendanceParts {
  readonly staff: Staff;
  readonly counter: Counter;
  readonly clock: Clock;
  readonly shop: () => Pick<ShopSettings, 'day' | 'keepsTill' | 'lockAfterMinutes'>;
  readonly hasOpenShift: () => boolean;
  /** Calls the listener at every key, touch and move of the mouse. */
  readonly onActivity: (listener: () => void) => void;
  /** Calls `work` once, after so many milliseconds; the answer calls that off. */
  readonly after: (ms: number, work: () => void) => () => void;
}

const minute = 60_000;

export function createAttendance(parts: AttendanceParts): Attendance {
  const { staff, counter, clock, shop, hasOpenShift, onActivity, after } = parts;
  let signedIn: StaffId | null = null;
  let touchedAt = clock.monotonicMs();
  let wasPaying = false;
  let watch: { readonly limit: number; readonly end: () => void } | null = null;

  const signsIn = (): boolean => staff.list().length > 0;
  const present = (): StaffMember | null => staff.list().find(({ id }) => id === signedIn) ?? null;
  const isPaying = (): boolean => isPaymentUnderWay(counter.state());

  const tell = (): void => {
    const now = present();
    // Whoever was removed is signed out: an id must not come back to life with another's name.
    signedIn = now?.id ?? null;
    counter.change({ signsIn: signsIn(), present: now });
  };

  const endWatch = (): void => {
    watch?.end();
    watch = null;
  };

  /** Looks again when the time without a touch could be over, which it mostly is not: every touch moves it. */
  const keepWatch = (limit: number): void => {
    const left = touchedAt + limit - clock.monotonicMs();
    watch = { limit, end: after(Math.max(left, 1), () => look(limit)) };
  };

  const look = (limit: number): void => {
    watch = null;
    // Never in the middle of a payment; what came of it is to be seen afterwards.
    if (isPaying()) touchedAt = clock.monotonicMs();
    if (clock.monotonicMs() - touchedAt < limit) return keepWatch(limit);
    signedIn = null;
    tell();
  };

  /** What is set about it, and who is there, may have changed. */
  const reconsider = (): void => {
    const limit = shop().lockAfterMinutes * minute;
    if (signedIn === null || limit === 0) return endWatch();
    if (watch?.limit === limit) return;
    endWatch();
    keepWatch(limit);
  };

  onActivity(() => {
    touchedAt = clock.monotonicMs();
  });
  staff.onChange(tell);
  counter.onChange(() => {
    // The time begins with the end of a payment, not with the key that began it.
    if (isPaying() || wasPaying) touchedAt = clock.monotonicMs();
    wasPaying = isPaying();
    reconsider();
  });
  tell();

  return {
    signsIn,
    present,
    person: () => present()?.name ?? null,
    hindrance() {
      if (signsIn() && present() === null) return 'signed-out';
      return shop().keepsTill && !hasOpenShift() ? 'no-shift' : undefined;
    },
    dayOf: (at) => businessDay(at, shop().day),

    async signIn(id, pin) {
      if (isPaying()) return err({ code: 'busy' });
      const checked = await staff.check(id, pin);
      if (!checked.ok) return checked;
      // Begun while the PIN was looked at: it is made by whoever was there.
      if (isPaying()) return err({ code: 'busy' });
      touchedAt = clock.monotonicMs();
      signedIn = id;
      tell();
      reconsider();
      return ok(undefined);
    },

    lock() {
      if (isPaying()) return err({ code: 'busy' });
      signedIn = null;
      tell();
      reconsider();
      return ok(undefined);
    },

    stop: endWatch,
  };
}
