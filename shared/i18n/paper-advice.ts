/** What is told of a receipt that is paid and not on paper: what happened, the money first, and what now. */
export interface PaperAdvice {
  readonly what: string;
  readonly next: string;
}

/** What is told of a printer that must be seen to. */
export interface PrinterAdvice {
  /** A few words, for a light or a list. */
  readonly short: string;
  readonly what: string;
  /** What mends it. */
  readonly mend: string;
}
