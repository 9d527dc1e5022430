import { isPaymentUnderWay } from '../../shared/contract/payment-under-way.ts';
import { createAttendance, type Attendance } from '../app/attendance.ts';
import { nothingGoesOn, untriedBiller } from '../app/before-any-sale.ts';
import { createCounter, type Counter } from '../app/counter.ts';
import { printersOf } from '../app/note-printing.ts';
import { shopState } from '../app/shop-state.ts';
import { createStaff, type Staff } from '../app/staff.ts';
import { vaultTroubleOf } from '../../shared/vault-state.ts';
import { backupsIn } from '../ledger/backup-files.ts';
import { createActivity, type Activity } from '../window/activity.ts';
import { callLater } from './call-later.ts';
import type { RuledFoundation } from './foundation.ts';
import type { SellersJoined } from './join-sellers.ts';
import type { Book } from './open-book.ts';

/** What the window is shown, and who stands before it. */
export interface CounterJoined {
  readonly counter: Counter;
  readonly isPaying: () => boolean;
  readonly staff: Staff;
  readonly activity: Activity;
  readonly attendance: Attendance;
}

export function joinCounter(
  { store, vault, clock, guesses, approve, log, policy }: RuledFoundation,
  { kind, ledger, backupFolder }: Book,
  { billers }: SellersJoined,
): CounterJoined {
  const { shop, printing, isIntroduced, retired } = store.get();
  const counter = createCounter({
    ...nothingGoesOn,
    ...shopState(shop),
    ledger: kind,
    billers: billers.map((biller) => ({
      id: biller.id,
      name: biller.name,
      ready: kind === 'training' || vault.credentials(biller.id) !== undefined,
      ...untriedBiller,
    })),
    printers: printersOf(printing, []),
    receiptPrinter: printing.receipts,
    papersWaiting: ledger.printJobs.countWaiting(),
    gaps: ledger.openGaps().length,
    stopped: retired === null ? null : 'retired',
    retired,
    vault: vaultTroubleOf(vault.state()),
    backup: { at: backupsIn(backupFolder(), kind)[0]?.at ?? null, problem: null },
    signsIn: false,
    shift: ledger.till.openShift() ?? null,
    isIntroduced,
    policyRefused: policy.refused,
  });
  const isPaying = (): boolean => isPaymentUnderWay(counter.state());
  const staff = createStaff({ store, guesses, approve, isPaying, log });
  const activity = createActivity();
  const attendance = createAttendance({
    staff,
    counter,
    clock,
    shop: () => store.get().shop,
    hasOpenShift: () => ledger.till.openShift() !== undefined,
    onActivity: (listener) => activity.onActivity(listener),
    after: callLater,
  });
  return { counter, isPaying, staff, activity, attendance };
}
