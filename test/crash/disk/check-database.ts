import { DatabaseSync, type DatabaseSyncInstance as Database } from '@photostructure/sqlite';
import { verifyWhole } from '../../../electron/ledger/verify.ts';

/** What SQLite finds wrong with a ledger's file, and, where that is nothing, what the ledger's own check finds. */
export const faultsOfDatabase = (file: string): readonly string[] =>
  look(file, (raw) => {
    const bySqlite = faultsBySqlite(raw);
    return bySqlite.length > 0 ? bySqlite : faultsByChain(raw);
  });

/** What the ledger's own check of the whole file finds. */
export const faultsOfChain = (file: string): readonly string[] => look(file, faultsByChain);

function faultsBySqlite(raw: Database): readonly string[] {
  const rows = [
    ...raw.prepare('PRAGMA integrity_check').all(),
    ...raw.prepare('PRAGMA foreign_key_check').all(),
  ];
  const found = JSON.stringify(rows.slice(0, 3));
  return found === '[{"integrity_check":"ok"}]' ? [] : [`integrity: ${found}`];
}

function faultsByChain(raw: Database): readonly string[] {
  const { alteration } = verifyWhole(raw);
  return alteration === undefined ? [] : [`event ${alteration.seq}: ${alteration.what}`];
}

/** A check that cannot be done has found something, too. */
function look(file: string, check: (raw: Database) => readonly string[]): readonly string[] {
  const raw = new DatabaseSync(file);
  try {
    return check(raw);
  } catch (error) {
    return [`it cannot be checked: ${error instanceof Error ? error.message : String(error)}`];
  } finally {
    raw.close();
  }
}
