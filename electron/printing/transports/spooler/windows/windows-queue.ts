import { TransportFault } from '../../transport.ts';
import type { JobStanding, SpoolJob, SpoolQueue } from '../spooler.ts';
import type { SessionLine, SessionState } from './session-line.ts';
import { problemOf, problemOfError, refusalOf, standingOf } from './spooler-numbers.ts';
import { openSession, type SpoolerSession } from './spooler-session.ts';

/** How long a job is tried to be taken back, whether or not somebody still waits for it. */
const cancelDeadlineMs = 10_000;

const hasJob = (line: SessionLine): line is SessionState => !('error' in line) && line.written !== undefined;
const isCancelled = (line: SessionLine): boolean => 'error' in line || line.cancelled !== undefined;

/** No job was ever made: the spooler refused it, or was never asked. */
const neverMade: JobStanding = { state: 'dropped', hasBegun: false, problem: undefined };

/**
 * Where a job stood when the session ended.
 *
 * @throws TransportFault where it may still be in the spooler.
 */
export function standingAtEnd(last: SessionLine | undefined, hadBegun: boolean): JobStanding {
  // -1: the program itself failed, wherever it was.
  if (last === undefined || ('error' in last && last.error === -1)) throw new TransportFault('broken-off');
  if ('error' in last) return neverMade;
  if (last.cancelled === true && !hasJob(last)) return neverMade;
  const standing = standingOf(last);
  if (standing.state === 'left') return standing;
  if (last.cancelled === undefined) throw new TransportFault('broken-off');
  if (!last.cancelled) throw new TransportFault('no-access');
  return { ...standing, state: 'dropped', hasBegun: standing.hasBegun || hadBegun };
}

/** Told of a job that is being taken back, for which the session must stay. */
type Keep = (cancelling: Promise<JobStanding>) => undefined;

function windowsJob(session: SpoolerSession, keep: Keep): SpoolJob {
  let isGiven = false;
  let hasBegun = false;
  session.onState((state) => {
    if (hasJob(state)) hasBegun ||= standingOf(state).hasBegun;
  });

  return {
    async send(bytes, signal) {
      await session.put('document', bytes);
      isGiven = true;
      const line = await session.until((said) => 'error' in said || hasJob(said), signal);
      if (line === undefined || !hasJob(line))
        throw new TransportFault(
          line !== undefined && 'error' in line ? problemOfError(line.error) : 'broken-off',
        );
    },

    async look() {
      const { last } = session;
      if (last !== undefined && hasJob(last)) {
        const standing = standingOf(last);
        if (standing.state !== 'waiting' || !session.isOver) return { ...standing, hasBegun };
      }
      // Nobody will say any more what became of it.
      return { state: 'dropped', hasBegun: true, problem: 'broken-off' };
    },

    async cancel() {
      if (!isGiven) return neverMade;
      const cancelling = (async () => {
        if (!session.isOver) await session.put('cancel', new Uint8Array());
        const last = await session.until(isCancelled, AbortSignal.timeout(cancelDeadlineMs));
        return standingAtEnd(last, hasBegun);
      })();
      keep(cancelling);
      return cancelling;
    },
  };
}

/**
 * A queue of the Windows spooler, and the program that is at work for it until `close`.
 *
 * @throws TransportFault `unplugged` where there is none of that name, `offline` or `faulty` where it prints nothing now.
 */
export async function openWindowsQueue(
  powershell: string,
  env: NodeJS.ProcessEnv,
  queue: string,
  title: string,
  signal: AbortSignal,
): Promise<SpoolQueue> {
  const { session, state } = await openSession(powershell, env, queue, title, signal);
  const refusal = refusalOf(state);
  if (refusal !== undefined) {
    await session.end();
    throw new TransportFault(refusal);
  }
  let cancelling: Promise<unknown> | undefined;
  return {
    async problem() {
      const { last, isOver } = session;
      if (last === undefined || 'error' in last) throw new TransportFault('unreachable');
      if (isOver) return undefined;
      // What an idle queue says of its printer may be its last job's: a job that waited for that to go might wait for ever.
      return hasJob(last) ? problemOf(last) : refusalOf(last);
    },
    begin: async () => windowsJob(session, (promise) => void (cancelling = promise)),
    async close() {
      // A job that is being taken back still needs its program; nobody needs to wait for that.
      if (cancelling === undefined) return session.end();
      void cancelling.catch(() => undefined).then(() => session.end());
    },
  };
}
