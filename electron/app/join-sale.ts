import type { LaidOutReceipt } from '../../shared/receipt/layout.ts';
import type { PrintJobId, QuoteId } from '../../shared/ids.ts';
import { err } from '../../shared/result.ts';
import type { PrinterId, PrintingSettings } from '../../shared/printing/printing-settings.ts';
import type { ShopSettings } from '../../shared/settings.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { PrintDelivery } from '../printing/printer.ts';
import { createAskBiller, type AskBiller } from './ask-biller.ts';
import type { AtCounter } from './at-counter.ts';
import { createBillerNotes, type BillerNotes } from './biller-notes.ts';
import { createStatusChecker, type StatusChecker } from './check-status.ts';
import type { Clock } from './clock.ts';
import type { Counter } from './counter.ts';
import { createDrawer } from './drawer.ts';
import { createDroppedControls, type DroppedControls } from './dropped-controls.ts';
import { createInquire, type Inquire } from './inquire.ts';
import type { Log } from './log.ts';
import { createOpenLines } from './open-lines.ts';
import { createOpenPaymentsReport, type OpenPaymentsReport } from './open-payments-report.ts';
import { createPay, type Pay } from './pay.ts';
import { createPayInTurn, type PayInTurn } from './pay-in-turn.ts';
import { createTurn } from './turn.ts';
import { createPress, type Press } from './press.ts';
import { createQuoteDesk, type QuoteDesk } from './quote-desk.ts';
import { createReceipts, type Receipts } from './receipts.ts';
import type { Sellers } from './sellers.ts';
import { createSaleInHand, type SaleInHand } from './sale-in-hand.ts';
import { createSelling, type Selling } from './selling.ts';
import { createSettle, type Settle } from './settle.ts';
import { createShift, type Shift } from './shift.ts';
import { createUnsaved, type Unsaved } from './unsaved.ts';
import { createWaitingPapers, type WaitingPapers } from './waiting-papers.ts';

/** What a sale stands on. */
export interface JoinSaleParts {
  readonly ledger: Ledger;
  readonly sellers: Sellers;
  readonly counter: Counter;
  readonly clock: Clock;
  readonly shop: () => ShopSettings;
  readonly printing: () => PrintingSettings;
  readonly queue: { wake(): void; retry(job: PrintJobId, person: string | null): void };
  readonly encode: (receipt: LaidOutReceipt) => Uint8Array;
  /** Prints past the queue, which keeps its jobs in the ledger. Never rejects. */
  readonly printPastQueue: (bytes: Uint8Array) => Promise<PrintDelivery>;
  /** Gives the pulse to the printer that the drawer is plugged into. Never rejects. */
  readonly openDrawer: (printer: PrinterId) => void;
  /** Who stands at the counter. */
  readonly atCounter: AtCounter;
  readonly log: Log;
}

/** All that takes part in a sale, from the first digit of a number to the last question about what became of it. */
export interface SaleJoined {
  readonly notes: BillerNotes;
  readonly selling: Selling;
  readonly press: Press;
  readonly receipts: Receipts;
  readonly report: OpenPaymentsReport;
  readonly shift: Shift;
  readonly papers: WaitingPapers;
  readonly dropped: DroppedControls;
  readonly unsaved: Unsaved;
  readonly settle: Settle;
  readonly desk: QuoteDesk;
  /** Whether the line of any payment is still read for a late answer, which the end of the program would lose. */
  readonly isListening: () => boolean;
  readonly sale: Inquire;
  readonly asking: AskBiller;
  /** The counter's own sale; `busy` while a basket or a lot is paid. */
  readonly pay: (quote: QuoteId) => ReturnType<Pay>;
  readonly inHand: SaleInHand;
  readonly payInTurn: PayInTurn;
  readonly checker: StatusChecker;
}

/** Joins the use cases of a sale; the program and every test of a whole sale do it here. */
export function joinSale(parts: JoinSaleParts): SaleJoined {
  const { ledger, sellers, counter, clock, shop, printing, queue, encode } = parts;
  const { printPastQueue, openDrawer, atCounter, log } = parts;
  const notes = createBillerNotes(counter, clock);
  const selling = createSelling(counter, log);
  const billerName = (id: string): string => sellers.byId(id)?.name ?? id;
  const dropped = createDroppedControls();
  const press = createPress({ ledger, queue, printing, encode, counter, clock, atCounter, log });
  const wake = (): void => queue.wake();
  const receipts = createReceipts({ ledger, press, shop, billerName, dropped, log });
  const report = createOpenPaymentsReport({ ledger, press, shop, billerName, clock });
  const unsaved = createUnsaved({ counter, selling, receipts, print: printPastQueue, log });
  const settle = createSettle({ sellers, ledger, counter, notes, clock, receipts, wake, unsaved, log });
  const drawer = createDrawer({ ledger, unsaved, printing, openDrawer, clock, atCounter, log });
  const shift = createShift({ ledger, press, drawer, counter, clock, atCounter, shop, log });
  const papers = createWaitingPapers({
    ledger,
    receipts,
    report,
    shift,
    press,
    printing,
    counter,
    clock,
    atCounter,
    log,
  });
  const desk = createQuoteDesk(clock);
  const lines = createOpenLines(clock);
  const asking = createAskBiller({ sellers, ledger, counter, notes, desk, clock, selling, shop, atCounter });
  const payOne = createPay({
    sellers,
    ledger,
    counter,
    notes,
    lines,
    desk,
    clock,
    settle,
    drawer,
    selling,
    atCounter,
    log,
  });
  const turn = createTurn();
  const payInTurn = createPayInTurn({ pay: payOne, desk, ledger, unsaved, counter, turn, log });
  const inHand = createSaleInHand({
    sale: createInquire({ asking, counter, desk, selling, atCounter }),
    pay: async (quote) => (turn.isTaken() ? err({ code: 'busy' }) : payOne(quote)),
    desk,
    ledger,
    counter,
    unsaved,
  });
  return {
    notes,
    selling,
    press,
    receipts,
    report,
    shift,
    papers,
    dropped,
    unsaved,
    settle,
    desk,
    isListening: () => lines.isAnyOpen(),
    sale: inHand.sale,
    inHand,
    asking,
    pay: inHand.pay,
    payInTurn,
    checker: createStatusChecker({ sellers, ledger, counter, notes, lines, clock, settle, log }),
  };
}
