import type { PrinterProblem } from '../../../../shared/payment/print-job.ts';
import { TransportFault } from '../transport.ts';

/**
 * A fault after which it is certain that not a byte of what was written has reached the device: it was never handed
 * over, or was taken back before anybody had begun on it. The same job may be tried again.
 */
export class NothingLeft extends TransportFault {
  override readonly name = 'NothingLeft';
  constructor(problem: PrinterProblem, cause?: unknown) {
    super(problem, cause, true);
  }
}
