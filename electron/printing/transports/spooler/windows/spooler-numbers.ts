import type { PrinterProblem } from '../../../../../shared/payment/print-job.ts';
import type { JobStanding } from '../spooler.ts';
import type { SessionState } from './session-line.ts';

/** PRINTER_ATTRIBUTE_WORK_OFFLINE: set by the USB port when the plug is pulled, or by hand. */
const workOffline = 0x400;

const printerStatus = {
  paused: 0x1,
  error: 0x2,
  pendingDeletion: 0x4,
  paperJam: 0x8,
  paperOut: 0x10,
  paperProblem: 0x40,
  offline: 0x80,
  outputBinFull: 0x800,
  notAvailable: 0x1000,
  userIntervention: 0x10_0000,
  outOfMemory: 0x20_0000,
  doorOpen: 0x40_0000,
  serverUnknown: 0x80_0000,
} as const;

const jobStatus = {
  paused: 0x1,
  error: 0x2,
  deleting: 0x4,
  printing: 0x10,
  offline: 0x20,
  paperOut: 0x40,
  printed: 0x80,
  deleted: 0x100,
  blocked: 0x200,
  userIntervention: 0x400,
  restart: 0x800,
  complete: 0x1000,
  retained: 0x2000,
} as const;

/** Any of these, and the port may have been given bytes. Only `printing` is sure to say so; the others are never there before. */
const begun =
  jobStatus.printing |
  jobStatus.error |
  jobStatus.paperOut |
  jobStatus.printed |
  jobStatus.blocked |
  jobStatus.userIntervention |
  jobStatus.restart |
  jobStatus.complete |
  jobStatus.retained;

const has = (bits: number | null | undefined, mask: number): boolean => ((bits ?? 0) & mask) !== 0;

/** What is wrong, what a person can mend first before the rest. `undefined`: the spooler does not say, as mostly. */
export function problemOf({ attributes, status, unknown, job }: SessionState): PrinterProblem | undefined {
  const p = printerStatus;
  const j = jobStatus;
  if (has(status, p.paperOut) || has(job, j.paperOut)) return 'paper-out';
  if (has(status, p.doorOpen)) return 'cover-open';
  if (has(attributes, workOffline) || has(status, p.offline | p.notAvailable) || has(job, j.offline))
    return 'offline';
  if (has(status, p.pendingDeletion)) return 'unplugged';
  if (has(status, p.serverUnknown) || unknown !== undefined) return 'unreachable';
  const broken = p.error | p.paperJam | p.paperProblem | p.outputBinFull | p.userIntervention | p.outOfMemory;
  if (has(status, broken | p.paused)) return 'faulty';
  return has(job, j.error | j.blocked | j.userIntervention | j.paused) ? 'faulty' : undefined;
}

/** Why a job given to the queue now would not be printed; `undefined` where it would. */
export function refusalOf({ attributes, status }: SessionState): PrinterProblem | undefined {
  if (has(status, printerStatus.pendingDeletion)) return 'unplugged';
  if (has(attributes, workOffline)) return 'offline';
  return has(status, printerStatus.paused) ? 'faulty' : undefined;
}

/** Where the job stands, as far as this one line says. A spooler that does not know a job any more has printed it. */
export function standingOf(state: SessionState): JobStanding {
  const { job, pages, written, failed } = state;
  const isUnknown = job === undefined || job === null;
  const hasBegun = isUnknown || has(job, begun) || (pages ?? 0) > 0;
  const problem = problemOf(state);
  if (failed !== undefined) return { state: 'dropped', hasBegun, problem: problem ?? 'broken-off' };
  if (has(job, jobStatus.deleting | jobStatus.deleted))
    return { state: 'dropped', hasBegun, problem: 'broken-off' };
  const isOut = job === null || has(job, jobStatus.printed | jobStatus.complete);
  return { state: written === true && isOut ? 'left' : 'waiting', hasBegun, problem };
}

/** What a Win32 error says of the way to a queue. */
export function problemOfError(error: number): PrinterProblem {
  switch (error) {
    // ERROR_ACCESS_DENIED
    case 5:
      return 'no-access';
    // ERROR_INVALID_PRINTER_NAME, ERROR_PRINTER_DELETED, ERROR_UNKNOWN_PORT
    case 1801:
    case 1905:
    case 1796:
      return 'unplugged';
    // ERROR_BAD_NETPATH, ERROR_BAD_NET_NAME, RPC_S_SERVER_UNAVAILABLE (no spooler), RPC_S_SERVER_TOO_BUSY, RPC_S_CALL_FAILED
    case 53:
    case 67:
    case 1722:
    case 1723:
    case 1726:
      return 'unreachable';
    default:
      return 'faulty';
  }
}
