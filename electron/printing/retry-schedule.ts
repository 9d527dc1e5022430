import type { PrintProblem } from '../../shared/payment/print-job.ts';
import type { Instant } from '../../shared/time.ts';
import type { PrintJob } from './printer.ts';

/** How often a printer that took nothing is gone to. In milliseconds. */
export const retryEveryMs = 5_000;

/** These wait for a person, whatever becomes of the printer. */
const needsPerson: ReadonlySet<PrintProblem | null> = new Set(['too-old', 'no-printer']);

/** Whether a job has waited so long that it would come as a surprise. A clock that was set back makes none older. */
export const isTooOld = (job: PrintJob, now: Instant, askAfterMs: number): boolean =>
  now - job.askedAt > askAfterMs;

/** The failed jobs of a printer that print by themselves once it is there again, oldest first. */
export const retriable = (failed: readonly PrintJob[], printer: string): readonly PrintJob[] =>
  failed.filter((job) => job.printer === printer && !needsPerson.has(job.problem));
