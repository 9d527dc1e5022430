import { err, type Result } from '../../shared/result.ts';
import { LedgerWriteError } from '../ledger/ledger.ts';
import type { Log } from './log.ts';

/**
 * Does `work`, which writes to the ledger. What the ledger cannot write is logged as `what`, and answered.
 *
 * @throws whatever else goes wrong in it.
 */
export function writeDown<Value, Code extends string = never>(
  log: Log,
  what: string,
  work: () => Result<Value, Code>,
): Result<Value, { readonly code: Code | 'ledger-not-written' }> {
  try {
    const done = work();
    return done.ok ? done : err({ code: done.error });
  } catch (error) {
    if (!(error instanceof LedgerWriteError)) throw error;
    log.fault(`${what} could not be written down`, error);
    return err({ code: 'ledger-not-written' });
  }
}
