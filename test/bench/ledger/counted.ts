import fs from 'node:fs';
import type { Ledger } from '../../../electron/ledger/ledger.ts';
import { instant } from '../../../shared/time.ts';
import { afterFilling, CounterAtWork, startOn, type FilledLedger } from './counter-at-work.ts';
import { median } from './median.ts';
import { filledUntil, type SoldPayment } from './sold-payment.ts';
import { statements } from './watched-sqlite.ts';

/** What one piece of work took. Steps are those of SQLite's machine, pages of 4096 bytes. */
export interface Work {
  readonly steps: number;
  /** Rows passed by a statement that went through a table for want of an index. */
  readonly rowsScanned: number;
  /** Of the files, by the system's count; `NaN` where there is none (outside of Linux). */
  readonly pagesRead: number;
  readonly pagesWritten: number;
}

/** What is counted: a start, the three parts of a sale, and what main asks its ledger besides. */
export type Piece = 'start' | 'inquiry' | 'arming' | 'settling' | 'asking';

export interface Counted {
  /** Medians, but for the one start. */
  readonly work: Readonly<Record<Piece, Work>>;
  /** Every statement that ran. */
  readonly sql: readonly string[];
}

const sales = 15;

export function countWork(filled: FilledLedger): Counted {
  const counted: Record<Piece, Work[]> = { start: [], inquiry: [], arming: [], settling: [], asking: [] };
  const during = <T>(piece: Piece, work: () => T): T => {
    const from = counts();
    const done = work();
    counted[piece].push(difference(from, counts()));
    return done;
  };
  const ledger = during('start', () => startOn(filled.file, afterFilling));
  const counter = new CounterAtWork(ledger, filled);
  for (let sale = 0; sale < sales; sale += 1) {
    const sold = during('inquiry', () => counter.quote());
    during('arming', () => counter.arm(sold));
    during('settling', () => counter.settle(sold));
    during('asking', () => ask(ledger, sold));
  }
  const sql = new Set(statements.filter((each) => each.stat('run') > 0).map((each) => each.sourceSQL));
  ledger.close();
  return {
    work: {
      start: medians(counted.start),
      inquiry: medians(counted.inquiry),
      arming: medians(counted.arming),
      settling: medians(counted.settling),
      asking: medians(counted.asking),
    },
    sql: [...sql].toSorted(),
  };
}

/** What main asks its ledger beside a sale, on the thread that sells. */
function ask(ledger: Ledger, { quote }: SoldPayment): void {
  const { id: payment, biller, product, customerNumber, customer } = quote;
  const [from, until] = [instant(filledUntil - 24 * 3_600_000), filledUntil];
  ledger.payment(payment);
  ledger.events(payment);
  ledger.inquiryOf(payment);
  ledger.statusOf(payment);
  ledger.statusCount(payment);
  ledger.looksOf(payment, 20);
  ledger.printJobs.latestOf(payment);
  ledger.printJobs.standingOf(payment);
  ledger.printJobs.countWaiting();
  ledger.printJobs.waiting(100);
  ledger.countOpen(biller);
  ledger.openAccounts(biller);
  ledger.openPayments();
  ledger.recentPayments(12);
  ledger.openInBrief(200);
  ledger.standsElsewhere({ payment, biller, reference: 'none', token: '0' });
  ledger.countOthers({ payment, product, customerNumber, identity: customer.identity, from, until });
  ledger.othersAt({ payment, biller, from, until });
}

function counts(): Work {
  const sum = (counter: 'vmStep' | 'fullscanStep'): number =>
    statements.reduce((total, each) => total + each.stat(counter), 0);
  return { steps: sum('vmStep'), rowsScanned: sum('fullscanStep'), ...processIo() };
}

function processIo(): Pick<Work, 'pagesRead' | 'pagesWritten'> {
  if (process.platform !== 'linux') return { pagesRead: Number.NaN, pagesWritten: Number.NaN };
  const text = fs.readFileSync('/proc/self/io', 'utf8');
  const bytes = (name: string): number => Number(new RegExp(`${name}: (\\d+)`).exec(text)?.[1]);
  return { pagesRead: bytes('rchar') / 4096, pagesWritten: bytes('wchar') / 4096 };
}

const keys = ['steps', 'rowsScanned', 'pagesRead', 'pagesWritten'] as const;
const workOf = (of: (key: (typeof keys)[number]) => number): Work => ({
  steps: of('steps'),
  rowsScanned: of('rowsScanned'),
  pagesRead: of('pagesRead'),
  pagesWritten: of('pagesWritten'),
});
const difference = (from: Work, to: Work): Work => workOf((key) => to[key] - from[key]);
const medians = (all: readonly Work[]): Work => workOf((key) => median(all.map((each) => each[key])));
