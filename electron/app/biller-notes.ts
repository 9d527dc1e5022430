import type { BillerId } from '../../shared/biller-profile.ts';
import type { CounterState } from '../../shared/contract/counter-state.ts';
import type { Rupiah } from '../../shared/money.ts';
import { instant, type Instant } from '../../shared/time.ts';
import type { Clock } from './clock.ts';
import type { Counter } from './counter.ts';

type BillerState = CounterState['billers'][number];

/** What each exchange with a biller shows of it: connection, deposit, clock. */
export interface BillerNotes {
  connection(biller: BillerId, connection: 'up' | 'down'): void;
  deposit(biller: BillerId, amount: Rupiah | undefined): void;
  /** The deposit as it was last told. */
  depositOf(biller: BillerId): BillerState['deposit'];
  /** Notes the biller's clock from the `Date` of an answer that has just come. */
  clock(biller: BillerId, date: string | null | undefined): void;
  /** Now, by the biller's clock as far as it is known. */
  nowAt(biller: BillerId): Instant;
  /** The biller's clock less this PC's, in milliseconds; 0 until an answer has told. */
  aheadMs(biller: BillerId): number;
}

export function createBillerNotes(counter: Counter, clock: Clock): BillerNotes {
  const change = (id: BillerId, part: Partial<BillerState>): void => {
    const billers = counter.state().billers.map((each) => (each.id === id ? { ...each, ...part } : each));
    counter.change({ billers });
  };
  const stateOf = (id: BillerId): BillerState | undefined =>
    counter.state().billers.find((each) => each.id === id);
  const aheadMs = (id: BillerId): number => stateOf(id)?.clockAheadMs ?? 0;
  return {
    connection: (biller, connection) => change(biller, { connection }),
    deposit(biller, amount) {
      if (amount !== undefined) change(biller, { deposit: { amount, at: clock.now() } });
    },
    depositOf: (biller) => stateOf(biller)?.deposit ?? null,
    clock(biller, date) {
      const ahead = clockAhead(date, clock.now());
      if (ahead !== undefined) change(biller, { clockAheadMs: ahead });
    },
    nowAt: (biller) => instant(clock.now() + aheadMs(biller)),
    aheadMs,
  };
}

/** A `Date` header has whole seconds, and the answer was on its way: less than this is no difference. */
const unnoticedMs = 2000;
/** Beyond a year a `Date` is nonsense, not a clock. */
const nonsenseMs = 365 * 24 * 3_600_000;

/** A biller's clock less this PC's, from the `Date` of an answer that came at `at`; `undefined` where it says nothing. */
export function clockAhead(date: string | null | undefined, at: Instant): number | undefined {
  const told = date === null || date === undefined ? Number.NaN : Date.parse(date);
  const ahead = told - at;
  if (!Number.isSafeInteger(ahead) || Math.abs(ahead) > nonsenseMs) return undefined;
  return Math.abs(ahead) < unnoticedMs ? 0 : ahead;
}
