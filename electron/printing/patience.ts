import type { PrinterProblem } from '../../shared/payment/print-job.ts';
import { TransportFault, type Connection } from './transports/transport.ts';

/** All in milliseconds. */
export interface PrinterDeadlines {
  /** For an answer to a question about the printer's state, and for the question to leave. */
  readonly answer: number;
  /** Without progress, after which the way is asked what is wrong, and again so often. */
  readonly look: number;
  /** Without progress and without a reason. */
  readonly idle: number;
  /** Without progress while the printer says why: somebody is getting paper. */
  readonly patience: number;
  /** For the word that a job is on paper: so long in any case, and so much for each byte (a slow 58 mm head). */
  readonly confirmation: number;
  readonly confirmationPerByte: number;
}

export const printerDeadlines: PrinterDeadlines = {
  answer: 1_000,
  look: 1_000,
  idle: 30_000,
  patience: 120_000,
  confirmation: 6_000,
  confirmationPerByte: 4,
};

export interface Watched {
  readonly connection: Connection;
  readonly deadlines: PrinterDeadlines;
  /** Gives the job up. */
  readonly abandon: AbortSignal;
  /** Told what holds the job up as soon as it is seen, and `undefined` once it goes on. */
  readonly onTrouble: (problem: PrinterProblem | undefined) => void;
  /** Waiting is in the nature of the work: what has no known reason is no trouble until it is given up. */
  readonly isPatient?: boolean;
}

/**
 * Does what may be held up by a printer. Without progress the way is asked why, and what it says is told; after `idle`,
 * or after `patience` where there is a known reason, it is given up.
 *
 * @throws TransportFault with the reason that was seen, where there was one.
 */
export async function patiently<T>(
  { connection, deadlines, abandon, onTrouble, isPatient = false }: Watched,
  work: (signal: AbortSignal, onProgress: () => void) => Promise<T>,
): Promise<T> {
  const giveUp = new AbortController();
  let movedAt = performance.now();
  let trouble: PrinterProblem | undefined;
  let isLooking = false;

  const tell = (problem: PrinterProblem | undefined): void => {
    if (problem === trouble) return;
    trouble = problem;
    onTrouble(problem);
  };
  const look = async (): Promise<void> => {
    const still = performance.now() - movedAt;
    if (still < deadlines.look || isLooking) return;
    isLooking = true;
    const condition = await connection.condition?.(giveUp.signal);
    isLooking = false;
    if (performance.now() - movedAt < deadlines.look) return;
    const known = condition === 'ok' ? undefined : condition;
    tell(known ?? (isPatient ? undefined : 'stalled'));
    if (still > (known === undefined ? deadlines.idle : deadlines.patience)) giveUp.abort();
  };
  const timer = setInterval(() => void look(), deadlines.look / 2);
  const abort = (): void => giveUp.abort();
  abandon.addEventListener('abort', abort, { once: true });
  if (abandon.aborted) abort();
  try {
    const result = await work(giveUp.signal, () => {
      movedAt = performance.now();
      tell(undefined);
    });
    tell(undefined);
    return result;
  } catch (error) {
    if (trouble === undefined || !(error instanceof TransportFault) || error.problem !== 'stalled')
      throw error;
    throw error.as(trouble);
  } finally {
    clearInterval(timer);
    abandon.removeEventListener('abort', abort);
  }
}
