import type { CashMoveInput, ShiftProblemCode, ShiftView } from '../../shared/contract/shift.ts';
import type { QuoteId } from '../../shared/ids.ts';
import type { Rupiah } from '../../shared/money.ts';
import { xReportDocument, zReportDocument } from '../../shared/receipt/shift-report.ts';
import type { ReceiptDocument } from '../../shared/receipt/document.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { ShopSettings } from '../../shared/settings.ts';
import type { CashCount } from '../../shared/shift/cash-count.ts';
import { expectedCash, type ZReport } from '../../shared/shift/shift-figures.ts';
import { LedgerWriteError, type Ledger } from '../ledger/ledger.ts';
import type { AtCounter } from './at-counter.ts';
import type { Clock } from './clock.ts';
import type { Counter } from './counter.ts';
import type { Log } from './log.ts';
import { reportSheet } from './open-payments-report.ts';
import type { NotWritten, Press } from './press.ts';

export interface ShiftParts {
  readonly ledger: Pick<Ledger, 'kind' | 'till' | 'countOpen'>;
  readonly press: Pick<Press, 'print'>;
  readonly counter: Counter;
  readonly clock: Clock;
  readonly atCounter: AtCounter;
  readonly shop: () => ShopSettings;
  readonly log: Log;
}

type Done<T = undefined> = Result<T, { readonly code: ShiftProblemCode }>;

/** The drawer and its shifts: opened with a float, closed by what was counted. */
export interface Shift {
  /** The open shift as whoever is signed in may see it. */
  view(): ShiftView | null;
  /** `no-shift` where the drawer is not kept. */
  open(float: Rupiah): Done;
  move(move: CashMoveInput): Done;
  /** The cash of a payment that was refused after all goes back to its customer. */
  refund(payment: QuoteId): Done;
  /** Closes the shift and prints its Z report. It is closed whether or not that is printed. */
  close(count: CashCount): Done<ZReport>;
  /** Not for who counts first: it tells what the drawer should hold. */
  printX(): Done;
  zReports(before: number | null): readonly ZReport[];
  /** Prints a Z report once more, marked as a copy. */
  printZ(number: number): Done;
}

/** As many as a list has room for. */
const listedReports = 20;

export function createShift(parts: ShiftParts): Shift {
  const { ledger, press, counter, clock, atCounter, shop, log } = parts;
  const { till } = ledger;

  const person = (): string => atCounter.person() ?? '';

  /** A cashier counts first, and is not told beforehand what should be there. */
  const countsFirst = (): boolean => {
    const { signsIn, present } = counter.state();
    return signsIn && present?.role !== 'supervisor';
  };

  const view = (): ShiftView | null => {
    const [shift, figures] = [till.openShift(), till.figures()];
    return shift === undefined || figures === undefined
      ? null
      : {
          shift,
          held: { uncertain: figures.uncertain, owed: figures.owed, carried: figures.carried },
          books: countsFirst() ? null : { figures, expected: expectedCash(figures) },
        };
  };

  /** Writes in the drawer's book as whoever is signed in, and says to the window what has changed. */
  const write = <T>(what: string, work: () => Result<T, ShiftProblemCode>): Done<T> => {
    if (atCounter.hindrance() === 'signed-out') return err({ code: 'signed-out' });
    try {
      const done = work();
      if (!done.ok) return err({ code: done.error });
      counter.change({ shift: till.openShift() ?? null });
      counter.ledgerChanged(ledger.countOpen());
      return done;
    } catch (error) {
      if (!(error instanceof LedgerWriteError)) throw error;
      log.fault(`${what} could not be written down`, error);
      return err({ code: 'ledger-not-written' });
    }
  };
  const writeOnly = (what: string, work: () => Result<unknown, ShiftProblemCode>): Done => {
    const done = write(what, work);
    return done.ok ? ok(undefined) : done;
  };

  const print = (document: ReceiptDocument): Result<void, NotWritten> =>
    press.print({
      payment: null,
      kind: 'report',
      sheet: reportSheet(document, ledger.kind, shop()),
      copy: 0,
      askedBy: 'cashier',
    });
  const printed = (document: ReceiptDocument): Done => {
    const done = print(document);
    return done.ok ? ok(undefined) : done;
  };

  /** The shift is closed by now: what goes wrong with the paper is for the list of papers, and for printing it again. */
  const printClosed = (report: ZReport): void => {
    try {
      print(zReportDocument(report, shop().day.zone));
    } catch (bug) {
      log.fault(`the Z report ${report.number} could not be printed`, bug);
    }
  };

  return {
    view,

    open: (float) =>
      writeOnly('a shift', () => {
        if (!shop().keepsTill) return err('no-shift');
        const at = clock.now();
        return till.open({ at, person: person(), day: atCounter.dayOf(at), float });
      }),

    move: ({ kind, amount, reason }) =>
      writeOnly('cash in or out', () => {
        const figures = till.figures();
        if (figures === undefined) return err('no-shift');
        if (kind === 'out' && amount > expectedCash(figures)) return err('more-than-there-is');
        return till.move({ kind, amount, reason, at: clock.now(), person: atCounter.person() });
      }),

    refund: (payment) =>
      writeOnly('cash given back', () => till.refund(payment, clock.now(), atCounter.person())),

    close(count) {
      const closed = write('the end of a shift', () =>
        counter.state().exchange?.kind === 'payment'
          ? err('payment-under-way')
          : till.close({ at: clock.now(), person: person(), count }),
      );
      if (closed.ok) printClosed(closed.value);
      return closed;
    },

    printX() {
      const now = view();
      if (now === null) return err({ code: 'no-shift' });
      if (now.books === null) return err({ code: 'needs-supervisor' });
      return printed(
        xReportDocument({ shift: now.shift, figures: now.books.figures, at: clock.now() }, shop().day.zone),
      );
    },

    zReports: (before) => till.zReports(listedReports, before ?? undefined),

    printZ(number) {
      const report = till.zReport(number);
      if (report === undefined) return err({ code: 'no-such-report' });
      return printed(zReportDocument(report, shop().day.zone, clock.now()));
    },
  };
}
