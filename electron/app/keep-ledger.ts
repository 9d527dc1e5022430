import type { Ledger, LedgerKeeper } from '../ledger/ledger.ts';
import type { Backups } from './backups.ts';
import type { Counter } from './counter.ts';
import type { Log } from './log.ts';
import type { Selling } from './selling.ts';

export interface KeepLedgerParts {
  readonly ledger: Pick<Ledger, 'noteVerified' | 'noteAltered'>;
  readonly keeper: Pick<LedgerKeeper, 'verify'>;
  readonly backups: Pick<Backups, 'makeDaily'>;
  readonly counter: Counter;
  readonly selling: Selling;
  readonly log: Log;
}

const minute = 60_000;
const lookEvery = 10 * minute;
const verifiesEvery = 24 * 60 * minute;
/** The first sale of the day comes first. */
const afterStart = 2 * minute;

/**
 * What is done for the ledger while nobody pays: a backup every day, and once in each run and every day the whole chain of
 * events. An event that is not as it was written stops the selling, now and at every start.
 *
 * @returns ends it.
 */
export function keepLedger(parts: KeepLedgerParts): () => void {
  const { keeper, backups, counter, log } = parts;
  let lastVerified = Number.NEGATIVE_INFINITY;
  let isAtWork = false;

  const work = async (): Promise<void> => {
    if (isAtWork || counter.state().exchange !== null) return;
    isAtWork = true;
    try {
      await backups.makeDaily();
      if (performance.now() - lastVerified >= verifiesEvery) {
        lastVerified = performance.now();
        await verifyLedger(parts, keeper);
      }
    } catch (error) {
      log.fault('keeping the ledger met a bug', error);
    } finally {
      isAtWork = false;
    }
  };

  const first = setTimeout(() => void work(), afterStart);
  const timer = setInterval(() => void work(), lookEvery);
  first.unref();
  timer.unref();
  return () => {
    clearTimeout(first);
    clearInterval(timer);
  };
}

/** Follows the whole chain, and notes how far it is whole or where it is not. */
export async function verifyLedger(
  { ledger, selling, log }: Pick<KeepLedgerParts, 'ledger' | 'selling' | 'log'>,
  keeper: Pick<LedgerKeeper, 'verify'>,
): Promise<void> {
  const verdict = await keeper.verify();
  switch (verdict.kind) {
    case 'whole':
      return ledger.noteVerified(verdict.reached);
    case 'altered':
      selling.stop('ledger-altered');
      log.fault('the ledger is not as it was written', new Error(`event ${verdict.seq}`));
      return ledger.noteAltered(verdict.seq);
    case 'damaged':
      selling.stop('ledger-fault');
      log.fault('the ledger’s file is damaged', new Error('integrity check'));
      return ledger.noteAltered('damaged');
    case 'not-read':
      return;
  }
}
