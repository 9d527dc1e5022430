import path from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { onTestFinished } from 'vitest';
import type { Ledger } from '../../../electron/ledger/ledger.ts';
import { openLedger } from '../../../electron/ledger/sqlite-ledger.ts';
import type { LedgerKind } from '../../../shared/ledger-kind.ts';
import { start } from './documents.ts';
import { memoryFolder } from './temp-folder.ts';

export interface OpenLedger {
  readonly file: string;
  readonly ledger: Ledger;
  /** Closes the file and opens it anew, as a restart does. */
  readonly reopen: () => Ledger;
  readonly close: () => void;
}

/** A new ledger in a real file. It is closed when the test has ended. */
export function newLedger(kind: LedgerKind = 'training'): OpenLedger {
  const file = path.join(memoryFolder(), 'ledger.db');
  const ledger = open(file, kind);
  let current: Ledger | undefined = ledger;
  const close = (): void => {
    current?.close();
    current = undefined;
  };
  onTestFinished(close);
  return {
    file,
    ledger,
    close,
    reopen() {
      close();
      current = open(file, kind);
      return current;
    },
  };
}

function open(file: string, kind: LedgerKind): Ledger {
  const opened = openLedger(file, kind, start);
  if (!opened.ok) throw new Error(`the ledger was not opened: ${opened.error.code}`);
  return opened.value;
}

/** A second connection to a ledger's file, past all of its rules but SQLite's own. */
export function rawConnection(file: string): DatabaseSyncInstance {
  const raw = new DatabaseSync(file);
  onTestFinished(() => raw.close());
  return raw;
}

/** How many rows of each table a ledger's file holds, as another process would see it. */
export function countRows(
  file: string,
): Record<'quote' | 'openQuote' | 'payment' | 'event' | 'job' | 'printEvent', number> {
  const raw = new DatabaseSync(file);
  try {
    const count = (from: string): number =>
      (raw.prepare(`SELECT count(*) AS n FROM ${from}`).get() as { n: number }).n;
    return {
      quote: count('quote'),
      openQuote: count('quote WHERE open = 1'),
      payment: count('payment'),
      event: count('event'),
      job: count('print_job'),
      printEvent: count('print_event'),
    };
  } finally {
    raw.close();
  }
}
