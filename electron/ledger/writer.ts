import type { DatabaseSyncInstance as Database } from '@photostructure/sqlite';
import { inTransaction } from './database.ts';
import { LedgerWriteError } from './ledger.ts';
import { faultBehind } from './sqlite-fault.ts';

/**
 * Runs `work` in one transaction: all of it is committed when this returns. The one way into the file.
 *
 * @throws LedgerWriteError where the machine is at fault. After a disk that failed nothing more is written by this
 * connection: what the page cache holds then may not be what the disk holds (sqlite.org/atomiccommit.html,
 * "fsyncgate"), so only opening the file anew tells.
 */
export type Write = <T>(work: () => T) => T;

export function createWriter(database: Database): Write {
  let hasFailed = false;
  return (work) => {
    if (hasFailed) throw new LedgerWriteError('stopped');
    try {
      return inTransaction(database, work);
    } catch (error) {
      const fault = faultBehind(error);
      if (fault === undefined) throw error;
      hasFailed = fault === 'io' || fault === 'corrupt';
      throw new LedgerWriteError(fault, error);
    }
  };
}
