import type { PrintJobState, PrinterProblem } from '../../../shared/payment/print-job.ts';
import type { PrintDelivery } from '../printer.ts';

/** A way by which bytes reach a printer, or what stands for one. */
export interface Transport {
  /** Settles within its own deadlines, or soon after `abandon`. Does not reject. `bytes` must not change meanwhile. */
  send(bytes: Uint8Array, abandon?: AbortSignal): Promise<PrintDelivery>;
}

/** A delivery that came to grief after `accepted` bytes: only with none is it safe to try the same job again. */
export const undelivered = (accepted: number, problem: PrinterProblem): PrintDelivery => ({
  state: (accepted === 0 ? 'failed' : 'uncertain') satisfies PrintJobState,
  problem,
});
