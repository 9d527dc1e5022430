import type { QuoteId } from '../ids.ts';

/** What is printed of a payment: its receipt, or the slip for the customer that says that it is not certain yet. */
export const paymentPapers = ['receipt', 'interim'] as const;
export type PaymentPaper = (typeof paymentPapers)[number];

/** What is printed of a shift: how it stands, or what closed it. */
export const shiftPapers = ['x', 'z'] as const;
export type ShiftPaper = (typeof shiftPapers)[number];

/**
 * The counter's own papers, of no payment: these, the list of the payments whose outcome is not known, and what several paid
 * together came to.
 */
export const reportKinds = ['open-payments', 'recap', ...shiftPapers] as const;
export type ReportKind = (typeof reportKinds)[number];

export const printJobKinds = [...paymentPapers, ...reportKinds] as const;
export type PrintJobKind = (typeof printJobKinds)[number];

/** What a print job prints, and all that is needed to make it anew. A test page is no job: whoever tries a printer waits for it. */
export type PrintedPaper =
  | { readonly kind: PaymentPaper; readonly payment: QuoteId }
  | { readonly kind: Exclude<ReportKind, ShiftPaper>; readonly payment: null }
  | { readonly kind: ShiftPaper; readonly payment: null; readonly shift: number };

/** What a job prints, without the job. */
export function paperOf(paper: PrintedPaper): PrintedPaper {
  if (paper.payment !== null) return { kind: paper.kind, payment: paper.payment };
  return 'shift' in paper
    ? { kind: paper.kind, payment: null, shift: paper.shift }
    : { kind: paper.kind, payment: null };
}

/**
 * The life of a print job. `sent` means the printer took every byte and said nothing more; `failed` means it
 * took none, so that the same job may be tried again; `uncertain` means nobody knows, so a person must look.
 */
export const printJobStates = ['queued', 'sending', 'printed', 'sent', 'failed', 'uncertain'] as const;
export type PrintJobState = (typeof printJobStates)[number];

/** What is wrong with a printer, or with the way to it. The words for each stand in the message catalogue. */
export const printerProblems = [
  /** It says that there is no paper. */
  'paper-out',
  /** It says that its cover is open. */
  'cover-open',
  /** It says that it is not online, and not why. */
  'offline',
  /** It says that something is broken: the cutter, the head, or a queue that was stopped. */
  'faulty',
  /** It is not plugged in, or the system knows no such queue or port. */
  'unplugged',
  /** Nobody answers at its address. */
  'unreachable',
  /** The system does not let this program use it, or another program holds it. */
  'no-access',
  /** It stopped taking bytes and does not say why: no paper, an open cover, or switched off half-way. */
  'stalled',
  /** The connection broke while bytes were under way. */
  'broken-off',
  /** It took everything and owes the word that it is on paper, which it has always given before. */
  'unconfirmed',
] as const;
export type PrinterProblem = (typeof printerProblems)[number];

/**
 * Why a job was not printed. `too-old`: it waited so long for its printer that it would come as a surprise, and now
 * waits for a person; `no-printer`: its printer is not set up any more.
 */
const givenToPerson = ['too-old', 'no-printer'] as const;
export const printProblems = [...printerProblems, ...givenToPerson] as const;
export type PrintProblem = (typeof printProblems)[number];

/** Whether a job that failed by it prints by itself once its printer is well again. */
export const printsByItself = (problem: PrintProblem): boolean =>
  givenToPerson.every((given) => given !== problem);

/** Where a job stands. A problem goes with `failed` and `uncertain` and with nothing else. */
export type PrintJobStatus =
  | { readonly state: Exclude<PrintJobState, 'failed' | 'uncertain'>; readonly problem: null }
  | { readonly state: 'failed' | 'uncertain'; readonly problem: PrintProblem };

/** Who causes a step of a print job: the counter by itself, the cashier, or the queue at work. */
export const printActors = ['counter', 'cashier', 'queue'] as const;
export type PrintActor = (typeof printActors)[number];

/**
 * What happens to a job besides its states: it is made, asked for once more, or the cashier says what of it has come
 * out, or that nobody needs it. `drawer-opened` stands in the same book: the drawer opens for a payment's cash; when it opens
 * for other cash, that cash stands in the drawer's own book.
 */
export const printEvents = [
  'made',
  'asked-again',
  'came-out',
  'did-not-come-out',
  'left',
  'drawer-opened',
] as const;
export type PrintEvent = (typeof printEvents)[number] | Exclude<PrintJobState, 'queued'>;
