import path from 'node:path';
import { app } from 'electron';
import type { StartupProblem } from '../../shared/i18n/startup.ts';
import type { LedgerKind } from '../../shared/ledger-kind.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { chooseLedger } from '../app/choose-ledger.ts';
import { newCounterId } from '../app/new-id.ts';
import { offerRestore, type OfferRestoreParts } from '../app/offer-restore.ts';
import { backupsIn } from '../ledger/backup-files.ts';
import { createLedgerKeeper } from '../ledger/keeper.ts';
import type { Ledger, LedgerKeeper, LedgerQueries } from '../ledger/ledger.ts';
import { openForRun, type RunFault } from '../ledger/open-for-run.ts';
import { createLedgerQueries } from '../ledger/query-keeper.ts';
import { migrations } from '../ledger/schema.ts';
import { createTables } from '../tables/tables-keeper.ts';
import type { Tables } from '../tables/tables.ts';
import { noteOpenedBy, versionThatOpens } from '../updates/opened-by.ts';
import type { Foundation } from './foundation.ts';
import { restart } from './restart.ts';

/** The ledger that is sold with, and the workers beside it. */
export interface Book {
  readonly kind: LedgerKind;
  readonly ledger: Ledger;
  readonly keeper: LedgerKeeper;
  readonly queries: LedgerQueries;
  readonly tables: Tables;
  readonly backupFolder: () => string;
  /** The keeper of another ledger of this counter, or of one that is to come. */
  readonly keeperOf: (kind: LedgerKind) => LedgerKeeper;
}

/**
 * Opens the ledger that is wanted. Without it the program stops, unless somebody wants the newest backup in its place: then
 * it begins anew, and there is no book.
 */
export async function openBook(
  { dataFolder, files, store, clock, log }: Foundation,
  isSetUp: boolean,
  ask: OfferRestoreParts['ask'],
): Promise<Result<Book | undefined, StartupProblem>> {
  const { open, born } = store.get();
  const kind = chooseLedger({
    wanted: isSetUp ? open : 'absent',
    born: [...born, ...files.born()],
    ledgers: files.present(),
  });
  const backupFolder = (): string => store.get().shop.backupFolder || path.join(dataFolder, 'backup');
  const keeperOf = (of: LedgerKind): LedgerKeeper =>
    createLedgerKeeper({
      program: path.join(app.getAppPath(), 'out/ledger-worker/ledger-worker.cjs'),
      ledger: files.of(of),
      kind: of,
      onFault: (error) => log.fault('the ledger’s worker failed', error),
    });
  const withoutLedger = async (
    problem: StartupProblem,
    of: LedgerKind,
  ): Promise<Result<undefined, StartupProblem>> => {
    const [newest] = backupsIn(backupFolder(), of);
    const isRestored = await offerRestore(problem, {
      keeper: keeperOf(of),
      newestBackup: newest === undefined ? undefined : path.join(backupFolder(), newest.name),
      ask,
      language: store.get().shop.language,
    });
    if (!isRestored) return err(problem);
    restart();
    return ok(undefined);
  };
  if (!kind.ok) return withoutLedger({ code: kind.error, folder: dataFolder }, open);
  const opened = await openForRun({
    file: files.of(kind.value),
    kind: kind.value,
    backupFolder: backupFolder(),
    now: clock.now(),
  });
  if (!opened.ok) return withoutLedger(startupProblem(dataFolder, opened.error), kind.value);
  noteOpenedBy(dataFolder, { version: app.getVersion(), ledgerSchema: migrations.length });
  const keeper = keeperOf(kind.value);
  const queries = createLedgerQueries({
    program: path.join(app.getAppPath(), 'out/query-worker/query-worker.cjs'),
    ledger: files.of(kind.value),
    onFault: (error) => log.fault('the worker for queries failed', error),
  });
  const tables = createTables({
    program: path.join(app.getAppPath(), 'out/tables-worker/tables-worker.cjs'),
    onFault: (error) => log.fault('a table could not be read', error),
  });
  if (!born.includes(kind.value)) store.save({ ...store.get(), born: [...born, kind.value] });
  if (store.get().counterId === null) store.save({ ...store.get(), counterId: newCounterId() });
  return ok({ kind: kind.value, ledger: opened.value, keeper, queries, tables, backupFolder, keeperOf });
}

/** A ledger that is too new is told with the version that opens it. */
function startupProblem(dataFolder: string, fault: RunFault): StartupProblem {
  if (fault.code !== 'newer-version') return fault;
  const needs = versionThatOpens(dataFolder, fault.version);
  return { ...fault, knows: migrations.length, needs };
}
