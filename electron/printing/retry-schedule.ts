import type { PrintJobId } from '../../shared/ids.ts';

/** When a job that failed with no byte taken is tried again without anybody asking. In milliseconds. */
export const retryEveryMs = 5_000;
export const retryForMs = 120_000;

/** When each job failed first, in monotonic milliseconds, oldest first. */
export type FailedJobs = ReadonlyMap<PrintJobId, number>;

/** The jobs still worth a try of their own. The others wait for the cashier. */
export const worthRetrying = (failed: FailedJobs, now: number): FailedJobs =>
  new Map([...failed].filter(([, since]) => now - since < retryForMs));

/** A job's later failures do not prolong its time. */
export const withFailure = (failed: FailedJobs, job: PrintJobId, now: number): FailedJobs =>
  failed.has(job) ? failed : new Map([...failed, [job, now]]);

export const withoutJob = (failed: FailedJobs, job: PrintJobId): FailedJobs =>
  new Map([...failed].filter(([id]) => id !== job));
