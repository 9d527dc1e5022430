import { setTimeout as sleep } from 'node:timers/promises';
import type { PrinterProblem } from '../../../../shared/payment/print-job.ts';
import { atMost } from '../give-up.ts';
import { TransportFault } from '../transport.ts';
import type { JobStanding, SpoolJob, SpoolQueue } from './spooler.ts';

/** Between two looks at a job: short at first, because most are gone at once. */
const firstPauseMs = 50;
const longestPauseMs = 1_000;

const problemOf = (error: unknown): PrinterProblem =>
  error instanceof TransportFault ? error.problem : 'broken-off';

/** Everything known about a job while it is followed. */
interface Knowledge {
  readonly hasBegun: boolean;
  /** What keeps it; `stalled` where nobody says. */
  readonly problem: PrinterProblem;
}

/** What is known after a look: a daemon that was started anew may have forgotten that a job had begun. */
const learn = (known: Knowledge, standing: JobStanding): Knowledge => ({
  hasBegun: known.hasBegun || standing.hasBegun,
  problem: standing.problem ?? 'stalled',
});

/** The fault of a job that is out of the spooler, not all of it printed. */
const faultOf = ({ hasBegun, problem }: Knowledge): TransportFault =>
  hasBegun ? new TransportFault(problem) : TransportFault.withNothingLeft(problem);

/** Takes a job back. `sent` where it was too late: all of it had gone out. Goes on by itself if it takes longer. */
async function takeBack(job: SpoolJob, known: Knowledge, deadlineMs: number): Promise<'sent'> {
  let standing: JobStanding | undefined;
  const cancelling = job.cancel().then(
    (last) => {
      standing = last;
    },
    () => undefined,
  );
  await atMost(deadlineMs, cancelling);
  // It may still be there, and come out.
  if (standing === undefined) throw new TransportFault(known.problem);
  if (standing.state === 'left') return 'sent';
  throw faultOf({ hasBegun: known.hasBegun || standing.hasBegun, problem: known.problem });
}

/**
 * Prints bytes as one job, and follows it until it has left the spooler. A printer that says that it has no paper, or is
 * off, is waited for; when `signal` fires, the job is taken back, so that it cannot come out later by surprise.
 *
 * @param takeBackMs how long whoever gives up waits for that.
 * @throws TransportFault with nothing left where no byte of it reached the device; where bytes of it may have, with the
 *   problem known when it was given up, else `stalled`.
 */
export async function printOnQueue(
  queue: SpoolQueue,
  bytes: Uint8Array,
  signal: AbortSignal,
  takeBackMs: number,
): Promise<'sent'> {
  let job: SpoolJob;
  try {
    job = await queue.begin(signal);
  } catch (error) {
    throw TransportFault.withNothingLeft(problemOf(error), error);
  }
  let known: Knowledge = { hasBegun: false, problem: 'stalled' };
  try {
    await job.send(bytes, signal);
  } catch (error) {
    return takeBack(job, { ...known, problem: problemOf(error) }, takeBackMs);
  }
  for (let pauseMs = firstPauseMs; !signal.aborted; pauseMs = Math.min(pauseMs * 1.5, longestPauseMs)) {
    try {
      const standing = await job.look(signal);
      known = learn(known, standing);
      if (standing.state === 'left') return 'sent';
      if (standing.state === 'dropped') break;
    } catch (error) {
      // Nobody answers for the moment: the job is where it was. What was known before stands where we were called off.
      if (!signal.aborted) known = { ...known, problem: problemOf(error) };
    }
    await sleep(pauseMs, undefined, { signal }).catch(() => undefined);
  }
  return takeBack(job, known, takeBackMs);
}
