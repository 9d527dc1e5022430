import type { WriteFault } from './ledger.ts';
import { sqliteCode } from './sqlite-error.ts';

/**
 * What of the machine is behind an error of SQLite, by its primary result code (sqlite.org/rescode.html); `undefined`
 * where it is none of the machine's doing: a rule of the schema, or a bug.
 */
export function faultBehind(error: unknown): Exclude<WriteFault, 'stopped'> | undefined {
  switch (sqliteCode(error)) {
    case 13: // SQLITE_FULL
      return 'disk-full';
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
    case 15: // SQLITE_PROTOCOL: a lock that cannot be had
      return 'locked';
    case 8: // SQLITE_READONLY
      return 'read-only';
    case 10: // SQLITE_IOERR
    case 14: // SQLITE_CANTOPEN: of a file beside the ledger
      return 'io';
    case 11: // SQLITE_CORRUPT
    case 26: // SQLITE_NOTADB
      return 'corrupt';
    default:
      return undefined;
  }
}
