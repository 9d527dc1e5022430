import type { RequestHandlers } from '../../shared/contract/contract.ts';
import type { QuoteId } from '../../shared/ids.ts';
import type { Diagnostics, PrinterTest, PrinterTestResult } from '../../shared/contract/printing.ts';
import type { FoundPrinter } from '../../shared/printing/printer-connection.ts';
import { err, ok } from '../../shared/result.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Approve } from './approve.ts';
import type { Backups } from './backups.ts';
import type { ChangeSettings } from './change-settings.ts';
import type { StatusChecker } from './check-status.ts';
import type { CloseGap } from './close-gap.ts';
import type { ConfirmAgain } from './confirm-again.ts';
import type { Counter } from './counter.ts';
import type { SaveDiagnostics } from './diagnostics-bundle.ts';
import type { Evidence } from './evidence.ts';
import type { HeldPapers } from './held-papers.ts';
import type { Inquire } from './inquire.ts';
import type { OpenPaymentsReport } from './open-payments-report.ts';
import type { Pay } from './pay.ts';
import type { PaymentViews } from './payment-views.ts';
import type { QuoteDesk } from './quote-desk.ts';
import type { Receipts } from './receipts.ts';
import type { ResolveByHand } from './resolve-by-hand.ts';
import type { Sellers } from './sellers.ts';
import type { createArchiveRequests } from './archive-requests.ts';
import type { createReportRequests } from './report-requests.ts';
import type { createHistoryRequests } from './history-requests.ts';
import type { createScreenRequests } from './screen-requests.ts';
import type { createShiftRequests } from './shift-requests.ts';
import type { createStaffRequests } from './staff-requests.ts';
import type { createStickRequests } from './stick-requests.ts';
import type { createVaultRequests } from './vault-requests.ts';
import type { TogetherRequests } from './together-requests.ts';
import type { createUpdateRequests } from './update-requests.ts';
import type { ShareReceipt } from './share-receipt.ts';
import type { TakeForFinal } from './take-for-final.ts';
import type { TryBiller } from './try-biller.ts';
import type { Unsaved } from './unsaved.ts';
import type { WaitingPapers } from './waiting-papers.ts';

export interface RequestParts {
  readonly counter: Counter;
  readonly ledger: Ledger;
  readonly sellers: Sellers;
  readonly desk: QuoteDesk;
  /** Looks for whoever answers for something by a PIN. */
  readonly approve: Approve;
  readonly checker: StatusChecker;
  readonly finals: TakeForFinal;
  readonly tryBiller: TryBiller;
  readonly views: PaymentViews;
  readonly sale: Inquire;
  readonly pay: Pay;
  readonly receipts: Receipts;
  readonly held: Pick<HeldPapers, 'find'>;
  readonly share: ShareReceipt;
  readonly papers: WaitingPapers;
  readonly report: OpenPaymentsReport;
  readonly settings: ChangeSettings;
  readonly confirmAgain: ConfirmAgain;
  readonly evidence: Evidence;
  readonly resolve: ResolveByHand;
  readonly closeGap: CloseGap;
  readonly unsaved: Unsaved;
  readonly backups: Backups;
  readonly diagnostics: () => Diagnostics;
  readonly saveDiagnostics: SaveDiagnostics;
  /** The printers that are attached to this PC. Never rejects. */
  readonly findPrinters: () => Promise<readonly FoundPrinter[]>;
  /** Tries a printer, whether or not it is set up yet. Never rejects. */
  readonly testPrinter: (test: PrinterTest) => Promise<PrinterTestResult>;
}

const recentPayments = 12;
/** More than a day's worth; a counter with more has other worries than the list. */
const openPayments = 200;
const foundPrinters = 100;

/** The requests that have files of their own: about the staff, the shift, the history, reports, archives, the screens, baskets and lots. */
type OtherRequests =
  | keyof ReturnType<typeof createStaffRequests>
  | keyof ReturnType<typeof createShiftRequests>
  | keyof ReturnType<typeof createHistoryRequests>
  | keyof ReturnType<typeof createScreenRequests>
  | keyof ReturnType<typeof createStickRequests>
  | keyof ReturnType<typeof createReportRequests>
  | keyof ReturnType<typeof createArchiveRequests>
  | keyof ReturnType<typeof createUpdateRequests>
  | keyof ReturnType<typeof createVaultRequests>
  | keyof TogetherRequests;
export type SaleRequests = Omit<RequestHandlers, OtherRequests>;

/** Each request of the contract, in terms of the use cases. No decisions are taken here. */
export function createRequestHandlers(parts: RequestParts): SaleRequests {
  const {
    counter,
    ledger,
    sellers,
    desk,
    approve,
    checker,
    finals,
    tryBiller,
    views,
    sale,
    pay,
    receipts,
    held,
    share,
    papers,
    report,
    settings,
    confirmAgain,
    evidence,
    resolve,
    closeGap,
    unsaved,
    backups,
    diagnostics,
    saveDiagnostics,
    findPrinters,
    testPrinter,
  } = parts;

  const view = (id: QuoteId) => views.byId(id);

  return {
    counterState: () => ok(counter.state()),

    catalogue: () => ok(sellers.catalogue),
    inquire: (asked) => sale.inquire(asked),
    abandonInquiry() {
      sale.abandon();
      return ok(undefined);
    },
    chooseDenomination: ({ offer, denomination }) => sale.choose(offer, denomination),
    tender: ({ quote, cash }) => sale.tender(quote, cash),
    async insist({ quote, pin }) {
      if (desk.quote(quote) === undefined) return err({ code: 'quote-gone' });
      const approved = await approve(pin);
      if (!approved.ok) return err({ code: approved.error });
      desk.insist(quote);
      return ok(undefined);
    },
    confirmAgain: ({ quote, doubts, pin: typed }) => confirmAgain(quote, doubts, typed),
    async pay({ quote }) {
      const done = await pay(quote);
      if (!done.ok) return done;
      const record = ledger.payment(quote);
      if (record === undefined) throw new Error('a payment that was made is not in the ledger');
      return ok(views.of(record));
    },

    recentPayments: () => ok([...ledger.recentPayments(recentPayments)]),
    openPayments: () => ok([...ledger.openInBrief(openPayments)]),
    payment: ({ payment }) => view(payment),
    async checkPayment({ payment }) {
      const checked = await checker.checkNow(payment);
      return checked.ok ? view(payment) : checked;
    },
    async takeForFinal({ payment, pin: typed }) {
      const taken = await finals.take(payment, typed);
      return taken.ok ? view(payment) : taken;
    },
    evidence: ({ payment }) => evidence.view(payment),
    lookAgain: ({ payment }) => evidence.look(payment),
    async resolveByHand(resolution) {
      const resolved = await resolve(resolution);
      return resolved.ok ? view(resolution.payment) : resolved;
    },
    printInterim({ payment }) {
      const printed = receipts.printInterim(payment);
      return printed.ok ? view(payment) : printed;
    },
    gaps: () => ok([...ledger.openGaps()]),
    closeGap: ({ gap, note, pin: typed }) => closeGap(gap, note, typed),
    reprint({ payment }) {
      const printed = receipts.reprint(payment);
      return printed.ok ? view(payment) : printed;
    },
    paper({ job }) {
      const slip = unsaved.slip(job);
      if (slip !== undefined) return ok({ bytes: slip.bytes, paper: slip.profile });
      const paper = held.find(job);
      return paper === undefined ? receipts.bytes(job) : ok(paper);
    },
    copyText: ({ payment }) => share.copyText(payment),
    savePicture: ({ payment }) => share.savePicture(payment),
    savePdf: ({ payment }) => share.savePdf(payment),

    waitingPapers: () => ok(papers.list()),
    answerPaper: ({ job, answer }) => papers.answer(job, answer),
    printOpenPayments() {
      const printed = report.print();
      return printed.ok ? ok(undefined) : printed;
    },

    settings: () => ok(settings.view()),
    saveShopSettings: (shop) => settings.saveShop(shop),
    savePrinting: (printing) => settings.savePrinting(printing),
    findPrinters: async () => ok((await findPrinters()).slice(0, foundPrinters)),
    testPrinter: async (test) => ok(await testPrinter(test)),
    diagnostics: () => ok(diagnostics()),
    saveDiagnostics: () => saveDiagnostics(),
    saveBiller: ({ biller, profile, secrets }) => settings.saveBiller(biller, profile, secrets),
    preferBiller: ({ biller }) => settings.preferBiller(biller),
    testConnection: async ({ biller }) => ok(await tryBiller.testConnection(biller)),
    priceList: ({ biller }) => tryBiller.priceList(biller),
    setPin: ({ current, next }) => settings.setPin(current, next),
    switchLedger: ({ to }) => settings.switchLedger(to),

    backups: () => ok(backups.list()),
    previewBackup: ({ name }) => backups.preview(name),
    backUpNow: () => backups.make(),
    restoreBackup: ({ name, pin: typed }) => backups.restore(name, typed),
    finishIntroduction: () => settings.finishIntroduction(),
  };
}
