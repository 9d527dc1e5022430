import path from 'node:path';
import type { BackupEntry, BackupPreview, BackupProblemCode } from '../../shared/contract/backups.ts';
import type { PinProblem } from '../../shared/contract/contract.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { formatDateTime, type Instant } from '../../shared/time.ts';
import type { LedgerKeeper } from '../ledger/ledger.ts';
import type { Approve } from './approve.ts';
import type { Clock } from './clock.ts';
import type { Counter } from './counter.ts';
import type { Log } from './log.ts';

type Done<T> = Result<T, { readonly code: BackupProblemCode }>;

/** The backups of the ledger that is open: made every day, looked at, and put in its place. */
export interface Backups {
  list(): { readonly folder: string; readonly entries: readonly BackupEntry[] };
  preview(name: string): Promise<Done<BackupPreview>>;
  /** Makes one now. */
  make(): Promise<Done<BackupEntry>>;
  /** Makes the first one of the day, unless there is one. To be called now and then. */
  makeDaily(): Promise<void>;
  /** Makes a backup the ledger of the next start, which is now. */
  restore(
    name: string,
    pin: string,
  ): Promise<Result<undefined, { readonly code: BackupProblemCode | PinProblem }>>;
}

export interface BackupsParts {
  readonly keeper: Pick<LedgerKeeper, 'backUp' | 'preview' | 'stage' | 'unstage'>;
  readonly folder: () => string;
  /** The backups in a folder, newest first, by their names. */
  readonly list: (folder: string) => readonly BackupEntry[];
  readonly clock: Clock;
  readonly counter: Counter;
  readonly approve: Approve;
  /** Whether the line of any payment is still read for a late answer, which a restart would lose. */
  readonly isListening: () => boolean;
  readonly restart: () => void;
  readonly log: Log;
}

export function createBackups(parts: BackupsParts): Backups {
  const { keeper, folder, list, clock, counter, approve, isListening, restart, log } = parts;

  const entries = (): readonly BackupEntry[] => list(folder());
  const fileOf = (name: string): string | undefined =>
    entries().some((entry) => entry.name === name) ? path.join(folder(), name) : undefined;

  const make = async (): Promise<Done<BackupEntry>> => {
    const made = await keeper.backUp(folder(), clock.now());
    const newest = entries()[0];
    const at = newest?.at ?? null;
    counter.change({ backup: { at, problem: made.ok ? null : made.error } });
    if (!made.ok) {
      log.fault('the ledger could not be backed up', new Error(made.error));
      return err({ code: made.error });
    }
    const entry = entries().find((each) => each.at === made.value.at);
    return entry === undefined ? err({ code: 'backup-not-found' }) : ok(entry);
  };

  return {
    list: () => ({ folder: folder(), entries: entries() }),

    async preview(name) {
      const file = fileOf(name);
      if (file === undefined) return err({ code: 'backup-not-found' });
      const found = await keeper.preview(file);
      return found.ok ? found : err({ code: found.error });
    },

    make,

    async makeDaily() {
      const newest = entries()[0];
      if (newest !== undefined && isSameDay(newest.at, clock.now())) {
        if (counter.state().backup.at !== newest.at)
          counter.change({ backup: { ...counter.state().backup, at: newest.at } });
        return;
      }
      await make();
    },

    async restore(name, pin) {
      const file = fileOf(name);
      if (file === undefined) return err({ code: 'backup-not-found' });
      const isBusy = (): boolean => counter.state().exchange !== null || isListening();
      if (isBusy()) return err({ code: 'payment-unresolved' });
      const approved = await approve(pin);
      if (!approved.ok) return err({ code: approved.error });
      const staged = await keeper.stage(file);
      if (!staged.ok) return err({ code: staged.error });
      // A payment has begun meanwhile: it must not be moved aside while it is open.
      if (isBusy()) {
        await keeper.unstage();
        return err({ code: 'payment-unresolved' });
      }
      log.note(`the ledger is restored from ${name} on the word of ${approved.value.person}`);
      restart();
      return ok(undefined);
    },
  };
}

const isSameDay = (one: Instant, other: Instant): boolean =>
  formatDateTime(one, 'WIB').slice(0, 10) === formatDateTime(other, 'WIB').slice(0, 10);
