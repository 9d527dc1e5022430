import type { CashMoveInput, ShiftProblemCode, ShiftView } from '../../shared/contract/shift.ts';
import { isPaymentUnderWay } from '../../shared/contract/payment-under-way.ts';
import type { QuoteId } from '../../shared/ids.ts';
import type { Rupiah } from '../../shared/money.ts';
import type { ShiftPaper } from '../../shared/payment/print-job.ts';
import { xReportDocument, zReportDocument } from '../../shared/receipt/shift-report.ts';
import type { ReceiptDocument } from '../../shared/receipt/document.ts';
import type { ReceiptSheet } from '../../shared/receipt/sheet.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { ShopSettings } from '../../shared/settings.ts';
import type { CashCount } from '../../shared/shift/cash-count.ts';
import {
  expectedCash,
  type OpenShift,
  type ShiftFigures,
  type ZReport,
} from '../../shared/shift/shift-figures.ts';
import type { Ledger, ReplacedAs, StoredPrintJob } from '../ledger/ledger.ts';
import type { AtCounter } from './at-counter.ts';
import type { Clock } from './clock.ts';
import type { Counter } from './counter.ts';
import type { Drawer } from './drawer.ts';
import type { Log } from './log.ts';
import { reportSheet } from './open-payments-report.ts';
import type { NotWritten, Press } from './press.ts';
import { writeDown } from './write-down.ts';

export interface ShiftParts {
  readonly ledger: Pick<Ledger, 'kind' | 'till' | 'countOpen'>;
  readonly press: Pick<Press, 'print' | 'again'>;
  readonly drawer: Pick<Drawer, 'cashMoved'>;
  readonly counter: Counter;
  readonly clock: Clock;
  readonly atCounter: AtCounter;
  readonly shop: () => ShopSettings;
  readonly log: Log;
}

type Done<T = undefined> = Result<T, { readonly code: ShiftProblemCode }>;

/** A job that prints an X or a Z report. */
export type ShiftPaperJob = Extract<StoredPrintJob, { readonly kind: ShiftPaper }>;

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
  /**
   * Prints such a paper once more: the one that was made. Where that cannot be read a Z report is made anew by its number,
   * marked as a copy; an X report only while its shift is open, since it says how it stands.
   */
  again(
    last: ShiftPaperJob,
    oldOne: ReplacedAs,
  ): Result<void, NotWritten | { readonly code: 'no-longer-due' }>;
}

/** As many as a list has room for. */
const listedReports = 20;

export function createShift(parts: ShiftParts): Shift {
  const { ledger, press, drawer, counter, clock, atCounter, shop, log } = parts;
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
    const done = writeDown(log, what, work);
    if (!done.ok) return done;
    counter.change({ shift: till.openShift() ?? null });
    counter.ledgerChanged(ledger.countOpen());
    return done;
  };
  const writeOnly = (what: string, work: () => Result<unknown, ShiftProblemCode>): Done => {
    const done = write(what, work);
    return done.ok ? ok(undefined) : done;
  };

  /** The same for cash that moves: the drawer opens once it stands in the book. */
  const moveCash = (what: string, work: () => Result<unknown, ShiftProblemCode>): Done => {
    const done = writeOnly(what, work);
    if (done.ok) drawer.cashMoved();
    return done;
  };

  const sheetOf = (document: ReceiptDocument): ReceiptSheet => reportSheet(document, ledger.kind, shop());
  const xSheet = (shift: OpenShift, figures: ShiftFigures): ReceiptSheet =>
    sheetOf(xReportDocument({ shift, figures, at: clock.now() }, shop().day.zone));
  const copyOfZ = (report: ZReport): ReceiptSheet =>
    sheetOf(zReportDocument(report, shop().day.zone, clock.now()));

  const print = (kind: ShiftPaper, number: number, sheet: ReceiptSheet): Done => {
    const order = { kind, payment: null, shift: number, sheet, copy: 0, askedBy: 'cashier' } as const;
    const done = press.print(order);
    return done.ok ? ok(undefined) : done;
  };

  const remade = ({
    kind,
    shift: number,
  }: ShiftPaperJob): Result<ReceiptSheet, { code: 'no-longer-due' }> => {
    if (kind === 'z') {
      const report = till.zReport(number);
      if (report === undefined)
        throw new Error(`a Z report that was printed is not in the ledger: ${number}`);
      return ok(copyOfZ(report));
    }
    const now = view();
    // Whoever counts first does not see it on a paper that waits either.
    return now?.shift.number === number && now.books !== null
      ? ok(xSheet(now.shift, now.books.figures))
      : err({ code: 'no-longer-due' });
  };

  /** The shift is closed by now: what goes wrong with the paper is for the list of papers, and for printing it again. */
  const printClosed = (report: ZReport): void => {
    try {
      print('z', report.number, sheetOf(zReportDocument(report, shop().day.zone)));
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
      moveCash('cash in or out', () => {
        const figures = till.figures();
        if (figures === undefined) return err('no-shift');
        if (kind === 'out' && amount > expectedCash(figures)) return err('more-than-there-is');
        return till.move({ kind, amount, reason, at: clock.now(), person: atCounter.person() });
      }),

    refund: (payment) =>
      moveCash('cash given back', () => till.refund(payment, clock.now(), atCounter.person())),

    close(count) {
      const closed = write('the end of a shift', () =>
        isPaymentUnderWay(counter.state())
          ? err('payment-under-way')
          : till.close({ at: clock.now(), person: person(), count }),
      );
      if (!closed.ok) return closed;
      drawer.cashMoved();
      printClosed(closed.value);
      return closed;
    },

    printX() {
      const now = view();
      if (now === null) return err({ code: 'no-shift' });
      const { shift, books } = now;
      if (books === null) return err({ code: 'needs-supervisor' });
      return print('x', shift.number, xSheet(shift, books.figures));
    },

    zReports: (before) => till.zReports(listedReports, before ?? undefined),

    printZ(number) {
      const report = till.zReport(number);
      if (report === undefined) return err({ code: 'no-such-report' });
      return print('z', number, copyOfZ(report));
    },

    again: (last, oldOne) => press.again(last, { remade: () => remade(last), oldOne }),
  };
}
