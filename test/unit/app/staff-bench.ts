import { createApprove } from '../../../electron/app/approve.ts';
import { createAttendance } from '../../../electron/app/attendance.ts';
import { createCounter } from '../../../electron/app/counter.ts';
import { createOwnerPin } from '../../../electron/app/owner-pin.ts';
import { createPinGuesses } from '../../../electron/app/pin-guesses.ts';
import { createStaff } from '../../../electron/app/staff.ts';
import { usualDay } from '../../../shared/business-day.ts';
import type { CounterState } from '../../../shared/contract/counter-state.ts';
import type { StaffChange } from '../../../shared/contract/staff.ts';
import { instant } from '../../../shared/time.ts';
import type { StaffMember } from '../../../shared/staff/staff.ts';
import { nobodySignsIn } from '../../fixtures/counter-state.ts';
import { fakeDisk, type FakeDisk } from './billers-to-set-up.ts';
import { fakeClock, type FakeClock } from './fake-clock.ts';

export const ownersPin = '471147';
export const pins = { Sari: '1111', Budi: '2222', Wati: '9999' } as const;
export const minute = 60_000;

/** Timers that go off as the clock passes, and not before. */
export function fakeTimers(clock: FakeClock) {
  let waiting: readonly { readonly at: number; readonly work: () => void }[] = [];
  return {
    count: () => waiting.length,
    after(ms: number, work: () => void) {
      const entry = { at: clock.monotonicMs() + ms, work };
      waiting = [...waiting, entry];
      return () => void (waiting = waiting.filter((each) => each !== entry));
    },
    pass(ms: number) {
      const until = clock.monotonicMs() + ms;
      for (;;) {
        const [next] = waiting.filter(({ at }) => at <= until).toSorted((one, other) => one.at - other.at);
        if (next === undefined) break;
        waiting = waiting.filter((each) => each !== next);
        clock.pass(next.at - clock.monotonicMs());
        next.work();
      }
      clock.pass(until - clock.monotonicMs());
    },
  };
}

/** The program as it starts on a disk: what was only in memory is gone. */
export function startOn(disk: FakeDisk, clock: FakeClock) {
  const told: string[] = [];
  const log = { fault: (what: string) => void told.push(what), note: (what: string) => void told.push(what) };
  const { store } = disk;
  const counter = createCounter({
    ...nobodySignsIn,
    exchange: null,
    unresolved: 0,
    ledgerRevision: 0,
  } as unknown as CounterState);
  const guesses = createPinGuesses({ store, clock, log });
  const owner = createOwnerPin({ store, guesses, log });
  const approve = createApprove(store, guesses);
  const isPaying = () => counter.state().exchange?.kind === 'payment';
  const staff = createStaff({ store, guesses, approve, isPaying, log });
  const timers = fakeTimers(clock);
  const shop = { day: usualDay, keepsTill: false, lockAfterMinutes: 0 };
  const drawer = { isOpen: false };
  let touch = (): void => undefined;
  const attendance = createAttendance({
    staff,
    counter,
    clock,
    shop: () => shop,
    hasOpenShift: () => drawer.isOpen,
    onActivity: (listener) => void (touch = listener),
    after: (ms, work) => timers.after(ms, work),
  });
  /** A payment begins, or ends; the listeners have been told when this is over. */
  const paying = async (kind: 'payment' | 'inquiry' | null): Promise<void> => {
    const since = clock.now();
    counter.change({
      exchange:
        kind === null
          ? null
          : { kind, biller: 'satu', phase: 'waiting', since, deadline: instant(since + minute) },
    });
    await Promise.resolve();
  };
  const change = (over: StaffChange, approval = ownersPin) => staff.change(over, approval);
  const person = (name: string): StaffMember => {
    const found = staff.list().find((each) => each.name === name);
    if (found === undefined) throw new Error(`nobody is called ${name}`);
    return found;
  };
  return {
    disk,
    clock,
    told,
    counter,
    owner,
    approve,
    staff,
    attendance,
    timers,
    shop,
    drawer,
    touch: () => touch(),
    paying,
    change,
    person,
  };
}

/** A counter with an owner's PIN and nobody who signs in. */
export async function family(disk = fakeDisk(), clock = fakeClock()) {
  const bench = startOn(disk, clock);
  await bench.owner.set(null, ownersPin);
  return bench;
}

/** Sari and Budi are cashiers, Wati is a supervisor; nobody is signed in. */
export async function warung() {
  const bench = await family();
  for (const [name, pin] of Object.entries(pins)) {
    const role = name === 'Wati' ? 'supervisor' : 'cashier';
    // oxlint-disable-next-line eslint/no-await-in-loop
    const added = await bench.change({ kind: 'add', name, role, pin });
    if (!added.ok) throw new Error(added.error.code);
  }
  return bench;
}
export type StaffBench = Awaited<ReturnType<typeof warung>>;
