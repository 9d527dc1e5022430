import { onTestFinished } from 'vitest';
import type { Ledger } from '../../../electron/ledger/ledger.ts';
import { openLedger } from '../../../electron/ledger/sqlite-ledger.ts';
import { start } from '../../unit/ledger/documents.ts';

/** The ledger in `file`, new or not. It is closed when the test has ended. */
export function opened(file: string): Ledger {
  const opening = openLedger(file, 'training', start);
  if (!opening.ok) throw new Error(`the ledger was not opened: ${JSON.stringify(opening.error)}`);
  onTestFinished(() => {
    try {
      opening.value.close();
    } catch {
      // The test has closed it.
    }
  });
  return opening.value;
}
