import type { PrinterProblem } from '../../../shared/payment/print-job.ts';

/** Why a printer could not be reached, or took no more. The only thing that a transport rejects with. */
export class TransportFault extends Error {
  readonly problem: PrinterProblem;
  /** Whether it is certain that nothing of the job has left, whatever was handed over. */
  readonly isNothingLeft: boolean;
  constructor(problem: PrinterProblem, cause?: unknown, isNothingLeft = false) {
    super(`the printer cannot be used: ${problem}`, { cause });
    this.name = 'TransportFault';
    this.problem = problem;
    this.isNothingLeft = isNothingLeft;
  }

  /** After which it is certain that nothing of the job has left: it was kept here, or was taken back. */
  static withNothingLeft(problem: PrinterProblem, cause?: unknown): TransportFault {
    return new TransportFault(problem, cause, true);
  }

  /** The same with a reason that is known better. */
  as(problem: PrinterProblem): TransportFault {
    return new TransportFault(problem, this, this.isNothingLeft);
  }
}

/** A way by which bytes reach a printer, or what stands for one. Cheap to make: nothing is opened before `open`. */
export interface Transport {
  /**
   * Whether the connection is kept between two jobs, so that the printer's troubles are heard while nothing is printed.
   * Only where nobody else needs the way: a network printer takes one client at a time.
   */
  readonly staysOpen: boolean;
  /** Whether it may be opened every few seconds only to look, without disturbing anybody: a queue of the system. */
  readonly isCheapToOpen?: boolean;
  /**
   * Settles within a deadline of its own, and at once when `signal` fires. A connection that comes after that is closed
   * by the transport itself.
   *
   * @throws TransportFault where there is no way to the printer; not one byte has left then. `stalled` where `signal` fired.
   */
  open(signal: AbortSignal): Promise<Connection>;
  /**
   * Calls `listener` when the printer may have come or gone, where the system tells; the function returned ends that.
   */
  readonly watch?: (listener: () => void) => () => void;
}

/** An open way to one printer. One method at a time, except `listen`, `condition` and `close`. */
export interface Connection {
  /**
   * Hands bytes over, no faster than they are taken. `onTaken` is told the number of bytes of this call that have left
   * or may have left, whenever it grows, and at the latest before this rejects: 0 only where it is certain. There is no
   * deadline here: whoever calls sees by `onTaken` that nothing moves.
   *
   * @throws TransportFault where the bytes cannot go on; `stalled` where `signal` fired.
   */
  write(bytes: Uint8Array, signal: AbortSignal, onTaken: (count: number) => void): Promise<void>;
  /** Tells the bytes that the printer says, from now on, until the function returned is called. Absent: it is deaf. */
  readonly listen?: (listener: (bytes: Uint8Array) => void) => () => void;
  /**
   * What the way itself knows of the printer, without its language: USB's port status, a queue's reasons. `ok` is
   * knowledge too, and `undefined` none. Within a second or so; does not reject.
   */
  readonly condition?: (signal: AbortSignal) => Promise<PrinterProblem | 'ok' | undefined>;
  /**
   * Ends what was written: settles when it has left this PC. `printed` where the destination itself is the proof (a
   * file, the screen), else `sent`.
   *
   * @throws TransportFault where it did not all go out; `stalled` where `signal` fired.
   */
  finish(signal: AbortSignal): Promise<'printed' | 'sent'>;
  /** Resolves if the connection ends by itself: unplugged, hung up. Never rejects; a `close` of ours does not resolve it. */
  readonly lost: Promise<TransportFault>;
  /**
   * Gives up whatever has not left yet, and closes. Within two seconds, whatever hangs; may be called twice, and never
   * rejects.
   */
  close(): Promise<void>;
}
