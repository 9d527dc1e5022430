import fs from 'node:fs';
import path from 'node:path';
import { ledgerKinds, type LedgerKind } from '../../shared/ledger-kind.ts';
import { openAccountsIn, type SentBy } from './open-accounts.ts';

/** Where the ledgers of a counter lie: `<data folder>/<kind>/ledger.db`. */
export interface LedgerFiles {
  of(kind: LedgerKind): string;
  /** The kinds that have a folder: there was such a ledger once. */
  born(): readonly LedgerKind[];
  /** The kinds whose file is there. An empty one is a ledger that was lost, not one that is new. */
  present(): readonly LedgerKind[];
  /**
   * Who sent the payments of `biller` that are not settled in the ledgers where money may have moved, `except` one.
   *
   * @throws Error where there is a ledger that cannot be read: nobody knows, and that is not none.
   */
  openAccounts(biller: string, except?: LedgerKind): readonly SentBy[];
}

export function ledgerFilesIn(dataFolder: string): LedgerFiles {
  const folderOf = (kind: LedgerKind): string => path.join(dataFolder, kind);
  const fileOf = (kind: LedgerKind): string => path.join(folderOf(kind), 'ledger.db');
  return {
    of: fileOf,
    born: () => ledgerKinds.filter((kind) => fs.existsSync(folderOf(kind))),
    present: () =>
      ledgerKinds.filter((kind) => (fs.statSync(fileOf(kind), { throwIfNoEntry: false })?.size ?? 0) > 0),
    openAccounts: (biller, except) =>
      ledgerKinds
        .filter((kind) => kind !== 'training' && kind !== except)
        .flatMap((kind) => openAccountsIn(fileOf(kind), biller)),
  };
}
