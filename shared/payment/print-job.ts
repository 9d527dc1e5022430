/** What is printed of a payment: its receipt, or the slip for the customer that says that it is not certain yet. */
export const printJobKinds = ['receipt', 'interim'] as const;
export type PrintJobKind = (typeof printJobKinds)[number];

/**
 * The life of a print job. `sent` means the printer took every byte and said nothing more; `failed` means it
 * took none, so that the same job may be tried again; `uncertain` means nobody knows, so a person must look.
 */
export const printJobStates = ['queued', 'sending', 'printed', 'sent', 'failed', 'uncertain'] as const;
export type PrintJobState = (typeof printJobStates)[number];

/** Why a printer did not take a job. The words for each stand in the message catalogue. */
export const printerProblems = [
  /** Nobody answers at the printer's address, or the file cannot be opened. */
  'unreachable',
  /** The printer stopped taking bytes: out of paper, cover open, or switched off half-way. */
  'stalled',
  /** The connection broke while bytes were under way. */
  'broken-off',
] as const;
export type PrinterProblem = (typeof printerProblems)[number];

/** Where a job stands. A problem goes with `failed` and `uncertain` and with nothing else. */
export type PrintJobStatus =
  | { readonly state: Exclude<PrintJobState, 'failed' | 'uncertain'>; readonly problem: null }
  | { readonly state: 'failed' | 'uncertain'; readonly problem: PrinterProblem };
