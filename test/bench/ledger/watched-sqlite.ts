// Takes the place of SQLite's package where a run is counted (`watch-sqlite.mjs`): the same, and it remembers its
// statements.
import {
  DatabaseSync as Real,
  type DatabaseSyncInstance,
  type StatementSyncInstance,
} from '@photostructure/sqlite';

export { backup } from '@photostructure/sqlite';

/** Every statement that was prepared, in order. */
export const statements: StatementSyncInstance[] = [];

export class DatabaseSync extends Real {
  override prepare(...args: Parameters<DatabaseSyncInstance['prepare']>): StatementSyncInstance {
    const statement = super.prepare(...args);
    statements.push(statement);
    return statement;
  }
}
