import type { PrinterProblem } from '../../../../shared/payment/print-job.ts';

/** The system's name for an error: `ENOENT`; `undefined` where it is no error of the system. */
export const errnoOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

/**
 * What an error of the system says of a device. Linux, drivers/usb/class/usblp.c: ENODEV when it was unplugged, ENOSPC
 * when it is out of paper, EIO for any other error, EBUSY while another program has it open.
 */
const deviceProblems: Readonly<Record<string, PrinterProblem>> = {
  ENOENT: 'unplugged',
  ENODEV: 'unplugged',
  // Also a pipe that nobody reads, and a device file without its device.
  ENXIO: 'unplugged',
  EACCES: 'no-access',
  EPERM: 'no-access',
  EBUSY: 'no-access',
  ENOSPC: 'paper-out',
  EIO: 'faulty',
  // Nobody reads the pipe any more.
  EPIPE: 'broken-off',
};

/** What it says of a file on a disk. */
const diskProblems: Readonly<Record<string, PrinterProblem>> = {
  ...deviceProblems,
  ENOENT: 'unreachable',
  EROFS: 'no-access',
  ENOSPC: 'faulty',
  EDQUOT: 'faulty',
  EFBIG: 'faulty',
};

/** @param otherwise what an error means that is not known. */
export function problemOfErrno(
  error: unknown,
  kind: 'device' | 'disk',
  otherwise: PrinterProblem,
): PrinterProblem {
  const known = kind === 'device' ? deviceProblems : diskProblems;
  return known[errnoOf(error) ?? ''] ?? otherwise;
}
