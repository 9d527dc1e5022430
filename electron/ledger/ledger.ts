import type { BusinessDay } from '../../shared/business-day.ts';
import type { BillerId } from '../../shared/biller-profile.ts';
import type { PrintJobId, QuoteId } from '../../shared/ids.ts';
import type { LedgerKind } from '../../shared/ledger-kind.ts';
import type { Rupiah } from '../../shared/money.ts';
import type { LookFinding } from '../../shared/contract/evidence.ts';
import type { BackupPreview, BackupProblemCode, Gap } from '../../shared/contract/backups.ts';
import type { HistoryPage, HistoryQuery, KnownCustomer } from '../../shared/contract/history.ts';
import type { FormerLot, LotLine, PartOf } from '../../shared/contract/lots.ts';
import type { Group, GroupInBrief, Member, StoredGroup } from '../../shared/lot/group.ts';
import type { Doubt } from '../../shared/payment/doubt.ts';
import type { HandOutcome } from '../../shared/payment/hand-decision.ts';
import type { PaymentOutcome, RecordedOutcome } from '../../shared/payment/outcome.ts';
import type {
  PaymentPaper,
  PrintActor,
  PrintedPaper,
  PrintEvent,
  PrintJobState,
  PrintJobStatus,
  PrintProblem,
} from '../../shared/payment/print-job.ts';
import type { Quote } from '../../shared/payment/quote.ts';
import type { Actor, PaymentEvent, PaymentState } from '../../shared/payment/states.ts';
import type { ProductId } from '../../shared/products.ts';
import type { PrinterProfile } from '../../shared/printing/printer-profile.ts';
import type { PrinterId } from '../../shared/printing/printing-settings.ts';
import type { SoldAtQuery, SoldHere } from '../../shared/reconcile/sold-here.ts';
import type { DepositDay, DepositQuery } from '../../shared/report/deposit-days.ts';
import type { ReportQuery, SalesReport } from '../../shared/report/sales-report.ts';
import type { Result } from '../../shared/result.ts';
import type { CashCount } from '../../shared/shift/cash-count.ts';
import type { OpenShift, ShiftFigures, ZReport } from '../../shared/shift/shift-figures.ts';
import type { Instant } from '../../shared/time.ts';

/** An HTTP answer as it came, byte for byte; `complete` where it came to its end. */
export interface StoredReply {
  readonly status: number;
  readonly date: string | null;
  readonly body: Uint8Array;
  readonly complete: boolean;
}

/** A payment from the moment it was sent, with all that is known of it. */
export interface PaymentRecord {
  readonly quote: Quote;
  readonly state: PaymentState;
  readonly cash: Rupiah;
  /** The host that was paid at, and the account as a fingerprint: only these may be asked about it. */
  readonly host: string;
  readonly account: string;
  /** The request with its secrets blanked. */
  readonly request: string;
  readonly sentAt: Instant;
  readonly reply: StoredReply | null;
  readonly replyAt: Instant | null;
  readonly outcome: RecordedOutcome | null;
  readonly settledAt: Instant | null;
  /** The deposit as it was last told before the payment was sent. */
  readonly depositBefore: DepositAt | null;
  /** The day of the shop's books that it was sold on. */
  readonly day: BusinessDay;
  /** Who sold it; `null` where nobody signs in. */
  readonly cashier: string | null;
  /** The number of the shift it was sold in; `null` where the drawer is not kept. */
  readonly shift: number | null;
}

/** What a biller said the deposit was, and when. */
export interface DepositAt {
  readonly amount: Rupiah;
  readonly at: Instant;
}

/** What is needed to decide whether and when a payment is asked after. */
export interface SentPayment {
  readonly id: QuoteId;
  readonly biller: BillerId;
  readonly host: string;
  readonly account: string;
  readonly sentAt: Instant;
  /** When the owner decided what became of it; `null` where nobody has. */
  readonly decidedAt: Instant | null;
}

/** A payment as a list shows it. */
export interface PaymentInBrief {
  readonly id: QuoteId;
  readonly product: ProductId;
  readonly customerNumber: string;
  readonly name: string;
  /** What the customer paid, or was to pay: the biller's total, the shop's own fee and the rounding. */
  readonly total: Rupiah;
  readonly state: PaymentState;
  readonly sentAt: Instant;
}

/** One line of a payment's history. Written once, never changed. */
export interface LedgerEvent {
  readonly at: Instant;
  readonly actor: Actor;
  readonly event: 'quote' | PaymentEvent;
  readonly from: PaymentState | null;
  readonly to: PaymentState;
  readonly evidence: string | null;
  /** Who was at the counter, or whose PIN it was; `null` where nobody signs in. */
  readonly person: string | null;
}

/** A question to the biller and its answer, secrets blanked: the inquiry a quote came from, or a status call. */
export interface StoredExchange {
  readonly request: string;
  readonly reply: StoredReply;
}

export interface StatusExchange extends StoredExchange {
  readonly at: Instant;
}

/** What is committed before the first byte of a payment leaves. */
export interface Arming {
  readonly quote: QuoteId;
  readonly at: Instant;
  readonly cash: Rupiah;
  readonly host: string;
  readonly account: string;
  readonly request: string;
  readonly depositBefore: DepositAt | null;
  /** The keys of the doubts that have been confirmed for this quote. */
  readonly confirmed: readonly string[];
  /** The day of the shop's books. */
  readonly day: BusinessDay;
  /** Who sells it; `null` where nobody signs in. */
  readonly cashier: string | null;
  /** What it is part of: written in the same commit. */
  readonly part?: PaymentPart | undefined;
}

/** Which basket, or which line of which lot, a payment is of. */
export type PaymentPart =
  { readonly of: 'basket'; readonly basket: number } | ({ readonly of: 'lot' } & LotPlace);

export type ArmProblem =
  | { readonly code: 'quote-gone' | 'quote-expired' | 'payment-open' | 'inquiry-used' }
  /** Something must be known and confirmed first: all that is to be known, not only what is new. */
  | { readonly code: 'confirm-again'; readonly doubts: readonly Doubt[] };

/** A paper to print; a receipt is committed together with the payment it is for. */
export type NewPrintJob = PrintedPaper & PrintJobFacts;

interface PrintJobFacts {
  readonly id: PrintJobId;
  /** 0 for the first print, n for the n-th reprint. */
  readonly copy: number;
  readonly printer: PrinterId;
  /** What the bytes are laid out for. */
  readonly profile: PrinterProfile;
  /** What the bytes were laid out from, without the mark of a reprint: the same receipt on another paper. */
  readonly document: string;
  readonly bytes: Uint8Array;
  readonly askedAt: Instant;
  readonly askedBy: Extract<PrintActor, 'counter' | 'cashier'>;
  /** The name of who asked for it; absent where nobody signs in, or nobody asked. In the history, not in the job. */
  readonly person?: string | null;
}

export type StoredPrintJob = NewPrintJob & PrintJobStatus;

/** A print job without its bytes. */
type PrintJobInBrief = PrintedPaper & Pick<PrintJobFacts, 'id' | 'copy' | 'printer' | 'askedAt'>;

/** How it stands with a print job; `waits`: a person, or its printer, must see to it. */
export type PrintJobStanding = PrintJobInBrief & PrintJobStatus & { readonly waits: boolean };

/** A print job that a person must see to. */
export type WaitingPrintJob = PrintJobInBrief & Extract<PrintJobStatus, { state: 'failed' | 'uncertain' }>;

/** What becomes of a paper when another is printed in its place: a person saw that it is not there, or nobody says. */
export type ReplacedAs = 'did-not-come-out' | 'left';

export type Settlement = {
  readonly payment: QuoteId;
  readonly at: Instant;
  readonly actor: Actor;
  /** Whose PIN it was, where one was asked for. What the counter does by itself is done by who sold the payment. */
  readonly person?: string;
  /** The receipt, in the same commit as what makes it due. */
  readonly job?: NewPrintJob;
  /** What the reply told of the deposit, where it came while the payment was waited for. */
  readonly deposit?: Rupiah;
} & (
  | {
      readonly outcome: PaymentOutcome;
      /** What showed it: the answer to the payment, or to a status call. */
      readonly by: 'reply' | 'status';
    }
  | { readonly outcome: HandOutcome; readonly by: 'hand' }
);

/** What a fresh inquiry of an uncertain payment's number showed. */
export interface Look {
  readonly at: Instant;
  readonly finding: LookFinding;
}

/** One line of the history of a payment's papers, or an opening of the drawer for its cash. */
export type PaperEvent = {
  readonly at: Instant;
  readonly actor: PrintActor;
  readonly person: string | null;
} & (
  | {
      readonly kind: PaymentPaper;
      readonly event: Exclude<PrintEvent, 'drawer-opened'>;
      readonly problem: PrintProblem | null;
    }
  | { readonly kind: null; readonly event: 'drawer-opened' }
);

/** The print jobs in the book: what the print queue works from. */
export interface PrintJobs {
  add(job: NewPrintJob): void;
  find(id: PrintJobId): StoredPrintJob | undefined;
  /** The newest job of a payment: of its receipt unless told. */
  latestOf(payment: QuoteId, kind?: PaymentPaper): StoredPrintJob | undefined;
  /** How it stands with that one. */
  standingOf(payment: QuoteId, kind?: PaymentPaper): PrintJobStanding | undefined;
  /** The oldest job of a printer that is `queued`. */
  next(printer: PrinterId): StoredPrintJob | undefined;
  /**
   * All jobs in a state, oldest first; of those that `failed` only the ones that wait: what a person has answered for, or
   * a newer copy stands for, is not tried again by itself.
   */
  inState(state: PrintJobState): readonly StoredPrintJob[];
  setStatus(id: PrintJobId, status: PrintJobStatus, at: Instant): void;
  /** A person wants a job that `failed` after all: it is `queued`, and asked for now. Any other stays as it is. */
  askAgain(id: PrintJobId, at: Instant, person?: string | null): void;
  /**
   * The papers that a person must see to, oldest first: `failed` or `uncertain`, and nobody has answered for them. Of a
   * payment's papers of one kind only ever the newest: a copy stands for those before it.
   */
  waiting(limit: number): readonly WaitingPrintJob[];
  countWaiting(): number;
  /** The job of that id, where it waits. */
  findWaiting(id: PrintJobId): StoredPrintJob | undefined;
  /**
   * What a person says of a job that waits. With `came-out` it is `printed`; in any case it waits no more. One that does
   * not wait by now stays as it is.
   */
  answer(id: PrintJobId, seen: 'came-out' | 'left', at: Instant, person?: string | null): void;
  /**
   * Adds a job in another's place, at the time it was asked for, in one commit with what becomes of the other: one that
   * waits does so no more, and one that is `queued` is `failed`, so that two of one number are never printed.
   */
  replace(old: PrintJobId, oldOne: ReplacedAs, next: NewPrintJob): void;
  /** What happened to a payment's papers, and the openings of the drawer for it, oldest first. */
  eventsOf(payment: QuoteId): readonly PaperEvent[];
  /** Notes that the drawer is opened for a payment's cash, before it is. */
  noteDrawer(payment: QuoteId, at: Instant, person?: string | null): void;
}

/** What a person does with the drawer's cash besides selling. */
export interface CashMove {
  readonly kind: 'in' | 'out';
  readonly amount: Rupiah;
  readonly reason: string;
  readonly at: Instant;
  readonly person: string | null;
}

/** One line of the drawer's book about a payment. */
export interface PaymentCash {
  readonly at: Instant;
  readonly person: string | null;
  /**
   * `sale`: a customer's cash was kept, for a payment that is made or that nobody knows of yet; `refund`: it went back
   * for one that was refused after all.
   */
  readonly kind: 'sale' | 'refund';
  readonly amount: Rupiah;
}

export interface ShiftClosing {
  readonly at: Instant;
  readonly person: string;
  readonly count: CashCount;
}

/**
 * The drawer's book, shift by shift. What is armed while a shift is open belongs to it, and its cash is kept in the commit
 * that makes it paid or unknown. A closed shift is one Z report, and nothing is added to it.
 */
export interface TillBook {
  openShift(): OpenShift | undefined;
  open(opening: {
    readonly at: Instant;
    readonly person: string;
    readonly day: BusinessDay;
    readonly float: Rupiah;
  }): Result<OpenShift, 'shift-open'>;
  move(move: CashMove): Result<void, 'no-shift'>;
  /** The cash of a payment that was refused after all goes back to its customer. */
  refund(payment: QuoteId, at: Instant, person: string | null): Result<void, 'no-shift' | 'nothing-owed'>;
  /** Whether a customer's cash is in the drawer and must go back. */
  isOwed(payment: QuoteId): boolean;
  /** What the open shift has come to so far. */
  figures(): ShiftFigures | undefined;
  /** Closes the open shift with what was counted. `payment-under-way`: one of its payments is sent and not answered. */
  close(closing: ShiftClosing): Result<ZReport, 'no-shift' | 'payment-under-way'>;
  zReport(number: number): ZReport | undefined;
  /** Newest first, those before the number `before`. */
  zReports(limit: number, before?: number): readonly ZReport[];
  /** What the drawer's book says of a payment, oldest first. */
  ofPayment(payment: QuoteId): readonly PaymentCash[];
}

/** A basket from the moment it began to be paid. */
export interface StoredBasket {
  readonly number: number;
  readonly at: Instant;
  /** What the customer gave for all of it. */
  readonly cash: Rupiah;
  readonly person: string | null;
  readonly lines: readonly {
    readonly quote: Quote;
    readonly isOut: boolean;
    /** `null`: it was not sent as part of this basket. */
    readonly state: PaymentState | null;
    readonly wasUnknown: boolean;
  }[];
}

/** Which payments were one customer's, and what cash was given for all of them. */
export interface BasketBook {
  /** Writes one down before the first of its payments is sent; answers its number. */
  begin(basket: {
    readonly at: Instant;
    readonly cash: Rupiah;
    readonly person: string | null;
    readonly lines: readonly { readonly quote: QuoteId; readonly isOut: boolean }[];
  }): number;
  /** Nothing more of it is paid, and whoever gave the cash has been told what goes back. */
  end(number: number): void;
  find(number: number): StoredBasket | undefined;
  /** The newest one that has not come to its end: where the program was killed. */
  notEnded(): StoredBasket | undefined;
  ofPayment(payment: QuoteId): StoredBasket | undefined;
}

/** The groups of customers that are brought together. */
export interface GroupBook {
  /** By their names. */
  all(): readonly GroupInBrief[];
  find(number: number): StoredGroup | undefined;
  /** Saves one as it is given, a new one where the number is `null`; answers its number. */
  save(number: number | null, group: Group): Result<number, 'no-such-group' | 'name-taken' | 'too-many'>;
  /** `false` where there was none. */
  remove(number: number): boolean;
}

export interface StoredLot {
  readonly number: number;
  readonly openedAt: Instant;
  readonly openedBy: string | null;
  readonly closedAt: Instant | null;
}

/** A line of a lot, by its number. */
export interface LotPlace {
  readonly lot: number;
  readonly nth: number;
}

/** Why an inquiry found no bill of a line that has not been sent. */
export interface NoBill {
  readonly state: 'no-bill' | 'failed';
  readonly serviceName: string;
  readonly problem: NonNullable<LotLine['problem']>;
}

/** A line of a lot as it is written down; where it has a payment, that says how it stands. */
export interface StoredLotLine extends Pick<
  LotLine,
  'nth' | 'group' | 'collector' | 'serviceName' | 'name' | 'due' | 'problem'
> {
  readonly member: Member;
  readonly state: 'waiting' | 'billed' | 'no-bill' | 'failed' | 'not-sent';
  /** Of the last inquiry that found a bill. After a restart nothing can be paid with it. */
  readonly quote: QuoteId | null;
  /** What the cashier said of it; `null`: nothing. */
  readonly choice: 'in' | 'out' | null;
  readonly payment: {
    readonly id: QuoteId;
    readonly state: PaymentState;
    readonly reference: string;
    readonly token: string;
  } | null;
}

/** The lots. One is open at a time; a line's payment is written in the commit that sends it, and never changes. */
export interface LotBook {
  current(): number | undefined;
  open(lot: {
    readonly at: Instant;
    readonly person: string | null;
    readonly lines: readonly Pick<StoredLotLine, 'group' | 'collector' | 'member'>[];
  }): Result<number, 'lot-open'>;
  find(lot: number): StoredLot | undefined;
  lines(lot: number): readonly StoredLotLine[];
  line(lot: number, nth: number): StoredLotLine | undefined;
  /** Notes that there is no bill of a line; one that there is comes with its quote. @throws where the line was sent. */
  noteNoBill(line: LotPlace, why: NoBill): void;
  noteNotSent(lot: number, nth: number, problem: NonNullable<LotLine['problem']>): void;
  choose(lot: number, lines: readonly number[], choice: 'in' | 'out'): void;
  /** `false` where it is not open. */
  close(lot: number, at: Instant): boolean;
  /** Newest first, those before the number `before`. */
  former(limit: number, before?: number): readonly FormerLot[];
  ofPayment(payment: QuoteId): Omit<Extract<PartOf, { of: 'lot' }>, 'of'> | undefined;
}

/** A customer whom the shop knows by a name of its own, under each number that it pays for. */
export interface SavedCustomers {
  /** Saves one, or calls a saved one anew. */
  save(customer: {
    readonly product: ProductId;
    readonly service: string;
    readonly number: string;
    readonly name: string;
    readonly label: string;
  }): void;
  forget(customer: { readonly product: ProductId; readonly service: string; readonly number: string }): void;
}

/** Why the book took no writing. */
export type WriteFault =
  | 'disk-full'
  /** Another program holds the file. */
  | 'locked'
  | 'read-only'
  /** The disk failed: what was being written may or may not be there after a restart. */
  | 'io'
  | 'corrupt'
  /** It failed before: nothing more is written by this connection. */
  | 'stopped';

/**
 * What a writing method of the ledger throws where the machine is at fault. Nothing of the call is in the book, except
 * after `io`, where only a restart can tell.
 */
export class LedgerWriteError extends Error {
  readonly code: WriteFault;
  constructor(code: WriteFault, cause?: unknown) {
    super(`the ledger could not be written: ${code}`, { cause });
    this.name = 'LedgerWriteError';
    this.code = code;
  }
}

/** Where the chain of events was found whole up to: `hash` is that of event `seq`. */
export interface Checkpoint {
  readonly seq: number;
  readonly hash: string;
}

/**
 * The counter's book. Every method that writes has committed, with FULL synchronisation, when it returns, or throws
 * `LedgerWriteError`. After an `io` or `corrupt` fault nothing is written any more until the file is opened anew.
 */
export interface Ledger {
  readonly kind: LedgerKind;

  /**
   * Keeps a quote and, where there was one of its own, the inquiry it came from; and that it is what was found of a line of a
   * lot, in the same commit. @throws where that line was sent.
   */
  addQuote(quote: Quote, inquiry?: StoredExchange, line?: LotPlace): void;
  /** Ends every quote that was not paid: after a restart none may be. Returns how many. */
  expireQuotes(at: Instant): number;

  /** What must be known and confirmed before a quote is paid. */
  doubts(quote: QuoteId, at: Instant): readonly Doubt[];
  /**
   * Makes a quote a payment in state `sent`, unless the rules forbid it or there is no room on the disk for what may
   * be answered.
   */
  arm(arming: Arming): Result<void, ArmProblem>;
  /** Keeps the raw answer. Called before anybody reads it. */
  recordReply(payment: QuoteId, reply: StoredReply, at: Instant): void;
  /**
   * Moves a payment by its outcome; `refused` where the table of transitions forbids it. An answer that contradicts what
   * the owner decided makes it `unknown` again.
   */
  settle(settlement: Settlement): Result<PaymentState, 'refused'>;

  payment(id: QuoteId): PaymentRecord | undefined;
  /** Every payment that holds its customer's place, oldest first. */
  openPayments(): readonly PaymentRecord[];
  /** Whether a customer, by any number that the inquiry named or was asked by, has a payment that is not settled. */
  isOpenFor(product: ProductId, number: string): boolean;
  /** How many payments hold their customer's place, of all billers or of one. */
  countOpen(biller?: string): number;
  /** The hosts and accounts that payments of a biller that are not settled were sent by. */
  openAccounts(biller: string): readonly { readonly host: string; readonly account: string }[];
  /**
   * The payments to ask after, oldest first, without their replies: those whose outcome is not known, and those that the
   * owner decided at or after `decidedSince`.
   */
  toAskAfter(decidedSince: Instant): readonly SentPayment[];
  /** The same in brief, at most `limit`. */
  openInBrief(limit: number): readonly PaymentInBrief[];
  /** The newest payments, newest first, in brief. */
  recentPayments(limit: number): readonly PaymentInBrief[];
  events(payment: QuoteId): readonly LedgerEvent[];

  /** The inquiry a quote came from. */
  inquiryOf(quote: QuoteId): StoredExchange | undefined;
  /** Keeps an answer to a status call. Called before anybody reads it. */
  recordStatus(payment: QuoteId, exchange: StoredExchange, at: Instant): void;
  /** Keeps what a fresh inquiry of an uncertain payment's number showed. */
  addLook(payment: QuoteId, look: Look): void;
  /** The newest first. */
  looksOf(payment: QuoteId, limit: number): readonly Look[];
  /** Count and sum of other payments at a biller, not rejected, that were sent in [from, until]. */
  othersAt(of: { payment: QuoteId; biller: string; from: Instant; until: Instant }): {
    readonly count: number;
    readonly total: Rupiah;
  };
  /** How often a payment was asked after and answered, and when last. */
  statusCount(payment: QuoteId): { readonly asked: number; readonly lastAt: Instant | null };
  /** The status calls about a payment, oldest first. */
  statusOf(payment: QuoteId): readonly StatusExchange[];
  /** Whether a reference or a token (empty ones aside) stands on another payment of the biller. */
  standsElsewhere(of: { payment: QuoteId; biller: string; reference: string; token: string }): boolean;
  /** How many other payments for a product and customer number were sent in [from, until). */
  countOthers(of: {
    payment: QuoteId;
    product: ProductId;
    /** Either of the two makes it the same customer. */
    customerNumber: string;
    identity: string;
    from: Instant;
    until: Instant;
  }): number;

  readonly printJobs: PrintJobs;
  readonly till: TillBook;
  readonly savedCustomers: SavedCustomers;
  readonly baskets: BasketBook;
  readonly groups: GroupBook;
  readonly lots: LotBook;

  /** The stretches of time that this ledger, restored from a backup, knows nothing of, and nobody has put in order. */
  openGaps(): readonly Gap[];
  /** Notes once that what happened in [from, until) is not in this ledger. */
  addGap(from: Instant, until: Instant): void;
  /** The owner answers for a gap; `false` where there is no such open one. */
  closeGap(id: number, at: Instant, note: string): boolean;

  /** The time of the newest event; `null` in a new ledger. A clock behind it was set back. */
  newestAt(): Instant | null;
  /** Notes how far the chain of events was found whole. */
  noteVerified(checkpoint: Checkpoint): void;
  /**
   * Notes that the event of that number is not as it was written, or that the file is damaged: the ledger is not opened
   * any more.
   */
  noteAltered(where: number | 'damaged'): void;

  close(): void;
}

/**
 * What people look for in the ledger, answered beside the sale on a connection of its own that only reads: neither a sale nor
 * a backup waits for it, nor it for them. A question that has not begun is overtaken by those that come after it.
 */
export interface LedgerQueries {
  /** A page of the payments that fit, newest first, behind the place of the last one that was seen. */
  search(query: HistoryQuery, behind: number | null): Promise<Result<HistoryPage, 'not-read'>>;
  /** The names of all who have sold. Nobody where the ledger is not read. */
  cashiers(): Promise<readonly string[]>;
  /** Saved customers, then those who came last, by what somebody typed; without a text all of them. */
  findCustomers(text: string, product: ProductId | null): Promise<readonly KnownCustomer[]>;
  /** What was sold, added up from the payments as they stand now. */
  report(query: ReportQuery): Promise<Result<SalesReport, 'not-read'>>;
  /** What the billers told last on each day, by biller in the order of time. */
  deposits(days: DepositQuery): Promise<Result<readonly DepositDay[], 'not-read'>>;
  /**
   * What a biller was paid on some days, for comparing it with the biller's own statement; `too-many` for more than a
   * statement may hold.
   */
  soldAt(of: SoldAtQuery): Promise<Result<readonly SoldHere[], 'not-read' | 'too-many'>>;
  close(): Promise<void>;
}

/** What takes time that grows with the ledger. Done beside the sale, on connections that only read. */
export interface LedgerKeeper {
  /** Makes a verified backup in `folder`; answers when, by its name. */
  backUp(folder: string, at: Instant): Promise<Result<{ readonly at: Instant }, BackupProblemCode>>;
  /** What a backup holds, compared with the ledger as it is now. */
  preview(file: string): Promise<Result<BackupPreview, BackupProblemCode>>;
  /** Makes a backup, or the ledger of an archive, ready to become the ledger at the next start. */
  stage(file: string, archive?: StagedFromArchive | null): Promise<Result<void, BackupProblemCode>>;
  /** Gives up what was made ready. */
  unstage(): Promise<Result<void, BackupProblemCode>>;
  /** Follows the whole chain of events. */
  verify(): Promise<Verdict>;
  close(): Promise<void>;
}

/** A ledger out of an archive: named like the settings that belong to it. `knowsAll`: what was done since is no gap. */
export interface StagedFromArchive {
  readonly id: string;
  readonly knowsAll: boolean;
  readonly madeAt: Instant;
}

/** `altered`: the event of that number is not as it was written. */
export type Verdict =
  | { readonly kind: 'whole'; readonly reached: Checkpoint }
  | { readonly kind: 'altered'; readonly seq: number }
  /** SQLite's own check fails: a disk, a cable or a hand has damaged its pages. */
  | { readonly kind: 'damaged' }
  | { readonly kind: 'not-read' };
