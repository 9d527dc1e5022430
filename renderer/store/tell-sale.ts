import type { LoketBridge, RequestInput } from '../../shared/contract/contract.ts';
import { rupiah } from '../../shared/money.ts';
import { createLatest } from './latest.ts';
import { leavingOf } from './resume.ts';
import { cashOf, type Sale } from './sale.ts';

/** The customer’s display follows the cash once no digit came for so long: a key must cost nothing. In milliseconds. */
const cashStillMs = 150;

/** What main is told of the sale on the screen as it goes on. */
export interface SaleTold {
  /** The sale was `before` and is `after`. */
  readonly follow: (before: Sale, after: Sale) => void;
  /** Main takes one inquiry at a time: a new one waits until the abandoned one is gone. */
  readonly untilAbandoned: () => Promise<unknown>;
}

/** Tells what the customer's own display follows from: that they are left, and their cash as it is counted out. */
export function createSaleTold(
  bridge: Pick<LoketBridge, 'abandonInquiry' | 'leaveSale' | 'tender'>,
): SaleTold {
  let abandoning: Promise<unknown> = Promise.resolve();
  const cashTold = createLatest((cash: RequestInput<'tender'>) => {
    bridge.tender(cash).catch(() => undefined);
  }, cashStillMs);
  return {
    follow(before, after) {
      if (before.step === 'asking' && after.step === 'number' && after.problem === null)
        abandoning = bridge.abandonInquiry().catch(() => undefined);
      const to = leavingOf(before, after);
      if (to !== null) bridge.leaveSale({ to }).catch(() => undefined);
      if (after.step !== 'bill') return cashTold.drop();
      if (before.step !== 'bill' || before.cash === after.cash) return;
      // What is not enough, or too much to have been counted, takes back what was told before.
      cashTold.put({ quote: after.quote.id, cash: cashOf(after.cash) ?? rupiah(0) });
    },
    untilAbandoned: () => abandoning,
  };
}
