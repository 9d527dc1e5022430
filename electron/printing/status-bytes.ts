import type { PrinterProblem } from '../../shared/payment/print-job.ts';

/** `DLE EOT n`, carried out at once, also by a printer that is offline: n = 1 printer, 2 cause of being offline, 4 paper. */
export const statusQuestion = (n: 1 | 2 | 4): Uint8Array => Uint8Array.of(0x10, 0x04, n);

/** `GS r 1`, carried out in its turn: the answer says that what came before is printed. Not carried out while offline. */
export const confirmationQuestion = Uint8Array.of(0x1d, 0x72, 1);

/** An answer to `DLE EOT`: 0xx1xx10. (Epson TM-U220 and Bixolon SRP-350 manuals; so are the masks below.) */
export const isStatusAnswer = (byte: number): boolean => (byte & 0x93) === 0x12;

/** An answer to `GS r`: 0xx0xxxx. Automatic status, XON and XOFF have bit 4 set. */
export const isConfirmation = (byte: number): boolean => (byte & 0x90) === 0;

/** The answers to `DLE EOT` 1, 4 and 2; one that did not come is `undefined`. */
export interface StatusAnswers {
  readonly printer: number;
  readonly paper: number | undefined;
  readonly cause: number | undefined;
}

const isOffline = ({ printer }: StatusAnswers): boolean => (printer & 0x08) !== 0;

/** What is wrong by a printer's own answers. An open cover comes first: paper is changed with the cover open. */
export function problemIn(answers: StatusAnswers): PrinterProblem | 'ok' {
  const { paper = 0, cause = 0 } = answers;
  if ((cause & 0x04) !== 0) return 'cover-open';
  if ((paper & 0x60) !== 0 || (cause & 0x20) !== 0) return 'paper-out';
  if ((cause & 0x40) !== 0) return 'faulty';
  return isOffline(answers) ? 'offline' : 'ok';
}

/** Whether the cause is worth asking for. */
export const needsCause = (printer: number): boolean =>
  isOffline({ printer, paper: undefined, cause: undefined });
