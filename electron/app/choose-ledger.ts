import type { LedgerKind } from '../../shared/ledger-kind.ts';
import { err, ok, type Result } from '../../shared/result.ts';

/** What the data folder shows at start. */
export interface FolderAtStart {
  /** What the settings ask for; `absent` in a fresh folder, or where the file was lost. */
  readonly wanted: 'absent' | LedgerKind;
  /** The kinds of which this counter ever had a ledger, as its folders or its settings tell. */
  readonly born: readonly LedgerKind[];
  /** The kinds whose ledger is there. */
  readonly ledgers: readonly LedgerKind[];
}

/** Why no ledger is opened. The program says so and stops: it does not fall back to training by itself. */
export type NoLedger =
  /** Live payments were made here, and nothing says any more that this counter is live. */
  | 'was-live'
  /** There was a ledger and it is gone. */
  | 'ledger-lost';

/** Which ledger to open. A fresh folder trains; a counter that was once live never trains by itself. */
export function chooseLedger({ wanted, born, ledgers }: FolderAtStart): Result<LedgerKind, NoLedger> {
  if (wanted === 'absent') return born.includes('live') ? err('was-live') : ok('training');
  const isLost = wanted !== 'training' && born.includes(wanted) && !ledgers.includes(wanted);
  return isLost ? err('ledger-lost') : ok(wanted);
}
