import { app } from 'electron';
import { askDeposits } from '../app/ask-deposits.ts';
import { followPayments } from '../app/follow-payments.ts';
import { keepLedger } from '../app/keep-ledger.ts';
import { lookForUpdates } from '../app/look-for-updates.ts';
import { watchClock } from '../app/watch-clock.ts';
import { closeFirst } from '../window/close-first.ts';
import type { Unasked } from './join-requests.ts';
import type { Joined } from './joined.ts';

/** What the program does by itself while it runs, and how all of it ends. */
export function keepRunning(
  { foundation, book, counter, printing, sale, screens }: Joined,
  { backups, updates }: Unasked,
): void {
  const { clock, log } = foundation;
  const { ledger, keeper, queries, tables } = book;
  followPayments(counter.counter, () => sale.checker.reconsider());
  const endWatch = watchClock(counter.counter, clock, ledger.newestAt());
  const endKeeping = keepLedger({
    ledger,
    keeper,
    backups,
    counter: counter.counter,
    selling: sale.selling,
    log,
  });
  const endLooking = lookForUpdates({
    updates,
    isOn: () => foundation.store.get().updates.kind !== 'off',
    counter: counter.counter,
    log,
  });
  closeFirst(app, () => printing.printing.close());
  app.on('quit', () => {
    sale.checker.end();
    counter.attendance.stop();
    screens.display.stop();
    endWatch();
    endKeeping();
    endLooking();
    void keeper.close();
    void queries.close();
    void tables.close();
    ledger.close();
    foundation.release();
  });
}

/** What waits until the counter has been painted, so that neither the start nor the first receipt waits for it. */
export function beginLater({ foundation, sellers: { sellers }, printing, sale }: Joined): void {
  const { clock, log } = foundation;
  setTimeout(() => {
    printing.printing.begin().catch((error: unknown) => log.fault('printing is not there', error));
    void askDeposits({ sellers, notes: sale.notes, clock, log });
    // Works out the accounts' names for the ledger, which takes its time, before a payment needs them.
    for (const biller of sellers.all()) biller.account();
  }, 1000);
}
