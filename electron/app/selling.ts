import type { Retired } from '../../shared/contract/archives.ts';
import type { StopReason } from '../../shared/contract/counter-state.ts';
import type { SaleProblem } from '../../shared/contract/sale-problem.ts';
import { LedgerWriteError, type WriteFault } from '../ledger/ledger.ts';
import type { Counter } from './counter.ts';
import type { Log } from './log.ts';

/** Why selling stops by itself, and stays so. */
type StoppingFault = Exclude<StopReason, 'retired' | 'updating'>;

/** Whether anything is sold. Once stopped by a fault, it stays so until the program is started anew. */
export interface Selling {
  isStopped(): boolean;
  stop(because: StoppingFault): void;
  /** This counter is moved to another machine. A fault is the graver reason and stays in view. */
  retire(retired: Retired): void;
  /** The move came to nothing. What a fault has stopped stays so. */
  resume(): void;
  /** Nothing is sold while another program takes this one's place. `letGo`: it did not. */
  holdForUpdate(): void;
  letGo(): void;
  /**
   * What the cashier is told where the ledger took no writing, and nothing was sent. A disk that failed stops the
   * selling.
   */
  problemOf(error: unknown): SaleProblem;
}

const codes: Readonly<Record<WriteFault, SaleProblem['code']>> = {
  'disk-full': 'disk-full',
  locked: 'ledger-locked',
  'read-only': 'ledger-read-only',
  io: 'ledger-fault',
  corrupt: 'ledger-fault',
  stopped: 'selling-stopped',
};

export function createSelling(counter: Counter, log: Log): Selling {
  const stop = (because: StoppingFault): void => {
    const { stopped } = counter.state();
    if (stopped !== null && stopped !== 'retired' && stopped !== 'updating') return;
    log.fault('nothing is sold any more', new Error(because));
    counter.change({ stopped: because });
  };
  return {
    isStopped: () => counter.state().stopped !== null,
    stop,
    retire: (retired) => counter.change({ stopped: counter.state().stopped ?? 'retired', retired }),
    resume() {
      const { stopped } = counter.state();
      counter.change({ stopped: stopped === 'retired' ? null : stopped, retired: null });
    },
    holdForUpdate: () => counter.change({ stopped: counter.state().stopped ?? 'updating' }),
    letGo() {
      const { stopped, retired } = counter.state();
      if (stopped === 'updating') counter.change({ stopped: retired === null ? null : 'retired' });
    },
    problemOf(error) {
      log.fault('the ledger could not be written, so nothing was sent', error);
      // A bug of ours: nothing was sent either, and the next payment may go well.
      if (!(error instanceof LedgerWriteError)) return { code: 'ledger-fault' };
      // `stopped`: it failed before, where nobody was selling (a decision by hand, a print). The screen must say so too.
      if (['io', 'corrupt', 'stopped'].includes(error.code)) stop('ledger-fault');
      return { code: codes[error.code] };
    },
  };
}
