import type { PrinterProblem } from '../../../../shared/payment/print-job.ts';
import type { FoundPrinter } from '../../../../shared/printing/printer-connection.ts';

/** Where a job stands in the spooler. */
export interface JobStanding {
  /**
   * `left`: the spooler has given all of it to the device, which is no word about paper. `dropped`: the spooler will do
   * no more for it, and not all of it went out.
   */
  readonly state: 'waiting' | 'left' | 'dropped';
  /** Whether bytes of it may have reached the device; false only where the spooler says that it never began. */
  readonly hasBegun: boolean;
  /** What keeps it, as far as the spooler says. */
  readonly problem: PrinterProblem | undefined;
}

/** A job of ours: made, and nothing of it given to the spooler before `send`. */
export interface SpoolJob {
  /**
   * Gives the whole document to the spooler.
   *
   * @throws TransportFault where it was not taken, or nobody knows.
   */
  send(bytes: Uint8Array, signal: AbortSignal): Promise<void>;
  /** @throws TransportFault where the spooler does not say. */
  look(signal: AbortSignal): Promise<JobStanding>;
  /**
   * Takes it out of the spooler, whatever it stands at, and says where it stood; never `waiting`.
   *
   * @throws TransportFault where it may still be there.
   */
  cancel(): Promise<JobStanding>;
}

/** A queue that exists and takes jobs. */
export interface SpoolQueue {
  /**
   * What is wrong with the printer as far as the queue says; `undefined` where it says nothing, which no queue does
   * only while all is well.
   *
   * @throws TransportFault where the spooler does not answer.
   */
  problem(signal: AbortSignal): Promise<PrinterProblem | undefined>;
  /** @throws TransportFault where it takes no job; nothing will be printed then. */
  begin(signal: AbortSignal): Promise<SpoolJob>;
  /** Lets go of what the system lent us. Does not touch a job. Never rejects. */
  close(): Promise<void>;
}

/** The print system of this computer. */
export interface Spooler {
  /** @throws TransportFault where there is no such queue, it takes no jobs, or nobody answers. */
  open(queue: string, signal: AbortSignal): Promise<SpoolQueue>;
  /** The queues that a receipt printer may stand behind, by name. None where there is no print system. */
  find(): Promise<readonly FoundPrinter[]>;
}
