import type { PrintJobState, PrintProblem } from '../../../shared/payment/print-job.ts';
import type { PrinterConnection } from '../../../shared/printing/printer-connection.ts';
import type { PrinterMemory } from '../../../shared/printing/printing-settings.ts';
import type { PrinterLook } from '../../../electron/printing/printer.ts';
import type { PrinterDeadlines } from '../../../electron/printing/patience.ts';

/** What the program of a test is started with. */
export interface PrintingOrder {
  readonly connection: PrinterConnection;
  readonly memory: PrinterMemory;
  readonly deadlines: PrinterDeadlines;
}

/** What the test says. Bytes are in base64. */
export type Said =
  { readonly do: 'print'; readonly n: number; readonly bytes: string } | { readonly do: 'stop' };

/** What the program tells: every change of a job, and everything seen of the printer. */
export type Told =
  | { readonly ready: true }
  | { readonly n: number; readonly state: PrintJobState; readonly problem: PrintProblem | null }
  | { readonly look: PrinterLook }
  | { readonly fault: string };
