import fs from 'node:fs';
import path from 'node:path';
import type { LedgerKind } from '../../shared/ledger-kind.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { instant, type Instant } from '../../shared/time.ts';
import { withCheckedCopy, type CopyFault, type VerifyCopy } from './check-copy.ts';
import { removeDatabase } from './copy-database.ts';
import { databaseSuffixes, removeDurably, renameDurably } from './durable-files.ts';
import {
  readPlan,
  readRestored,
  restoreFiles,
  writePlan,
  writeRestored,
  type Restored,
  type RestorePlan,
} from './restore-files.ts';
import { freeMoment, stampOf } from './stamp.ts';

export interface RestoreAtStart {
  readonly file: string;
  readonly kind: LedgerKind;
  readonly now: Instant;
  readonly verify?: VerifyCopy;
}

/** Why the ledger that was made ready is not in place. */
export type ApplyFault =
  /** It does not pass the check any more: it lies aside now, the old ledger is in its place, and the next start opens it. */
  | { readonly code: 'refused'; readonly fault: CopyFault }
  /** A file could not be read, written or moved. The next start goes on from here; until then no ledger may be opened. */
  | { readonly code: 'cannot-move'; readonly detail: string };

/**
 * Puts a ledger that was made ready (`stageRestore`) in place. To be called at every start, before the ledger is looked
 * for or opened, with the data folder locked. The old ledger becomes `ledger-replaced-yyyyMMdd-HHmmss.db` (UTC) and stays.
 *
 * Tells of a restore until `confirmRestored`, at every start, so that what the ledger missed (from `backupAt` to
 * `restoredAt`) is noted in it even after a crash: note it so that twice is once, then confirm.
 *
 * After a crash at any step the next start finishes the work; each is durable before the next begins:
 * 1. the plan names where the old ledger goes;
 * 2. its file is moved there, then what SQLite keeps beside it, in which there may be payments: never the other way
 *    round, and before 3, or SQLite would play the old -wal into the new ledger;
 * 3. the new ledger takes its place;
 * 4. the plan becomes the note of a restore that is done: a note first, then the plan goes.
 */
export function applyStagedRestore(start: RestoreAtStart): Result<Restored | undefined, ApplyFault> {
  try {
    return apply(start);
  } catch (error) {
    return err({ code: 'cannot-move', detail: error instanceof Error ? error.message : String(error) });
  }
}

function apply({ file, kind, now, verify }: RestoreAtStart): Result<Restored | undefined, ApplyFault> {
  const { staged } = restoreFiles(file);
  removeDatabase(`${staged}.part`);
  const plan = readPlan(file);
  if (plan !== undefined && fs.existsSync(staged)) {
    const checked = withCheckedCopy(staged, { kind, verify }, () => undefined);
    if (!checked.ok) {
      refuse(file, plan);
      return err({ code: 'refused', fault: checked.error });
    }
    finish(file, replace(file, plan, now));
  } else if (plan !== undefined) {
    finish(file, plan);
  }
  return ok(readRestored(file));
}

/** Steps 1 to 3. */
function replace(file: string, plan: RestorePlan, now: Instant): RestorePlan {
  const replaced = nameForOld(file, plan.moving?.replaced ?? null, now);
  // A gap does not end before it begins, whatever the clock says.
  const restoredAt = instant(Math.max(now, plan.backupAt));
  const moving = { ...plan, moving: { restoredAt, replaced } };
  writePlan(file, moving);
  if (replaced !== null) move(file, path.join(path.dirname(file), replaced), databaseSuffixes);
  renameDurably(restoreFiles(file).staged, file);
  return moving;
}

/** Step 4; where nothing was moved, the plan is of a backup that was never ready. */
function finish(file: string, { archive, backupAt, moving }: RestorePlan): void {
  if (moving !== null) writeRestored(file, { archive, backupAt, ...moving });
  removeDurably(restoreFiles(file).plan);
}

/** Undoes what an earlier start began, so that the old ledger is whole in its place. */
function refuse(file: string, plan: RestorePlan): void {
  const { moving } = plan;
  const { staged, refused } = restoreFiles(file);
  if (moving !== null && moving.replaced !== null && !fs.existsSync(file)) {
    // Its file last, which tells that all of it is back.
    move(path.join(path.dirname(file), moving.replaced), file, databaseSuffixes.toReversed());
  }
  // Nothing is in place of the old one: without what was ready, such a plan would tell of a restore.
  writePlan(file, { ...plan, moving: null });
  renameDurably(staged, refused);
  removeDurably(restoreFiles(file).plan);
}

/** `begun` where an earlier start began to move there: the parts of one database must come together again. */
function nameForOld(file: string, begun: string | null, now: Instant): string | null {
  const parts = databaseSuffixes.filter((suffix) => fs.existsSync(file + suffix));
  const isTaken = (name: string): boolean =>
    parts.some((suffix) => fs.existsSync(path.join(path.dirname(file), name + suffix)));
  if (begun !== null && !isTaken(begun)) return begun;
  const nameAt = (at: Instant): string => `${path.parse(file).name}-replaced-${stampOf(at)}.db`;
  return parts.length === 0 ? null : nameAt(freeMoment(now, (at) => isTaken(nameAt(at))));
}

/** Moves what there is of a database, part by part. */
function move(from: string, to: string, suffixes: readonly string[]): void {
  for (const suffix of suffixes) {
    if (fs.existsSync(from + suffix)) renameDurably(from + suffix, to + suffix);
  }
}
