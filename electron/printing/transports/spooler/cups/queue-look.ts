import type { PrinterProblem } from '../../../../../shared/payment/print-job.ts';
import type { IppGroup } from './ipp-message.ts';
import { booleanOf, numberOf, textOf, textsOf } from './ipp-values.ts';

/** What is asked about a queue, to be read by `readQueue`. */
export const queueAttributes = [
  'printer-state',
  'printer-state-reasons',
  'printer-state-message',
  'printer-is-accepting-jobs',
] as const;

export interface QueueLook {
  /** Whether a job given to it now would be printed. */
  readonly takesJobs: boolean;
  readonly problem: PrinterProblem | undefined;
}

/** RFC 8011 5.4.11. */
const idle = 3;
const processing = 4;
const stopped = 5;

/** RFC 8011 5.4.12 and CUPS's own, without the severity. What is not here says nothing about a receipt printer. */
const problemOfReason: Readonly<Record<string, PrinterProblem>> = {
  'media-empty': 'paper-out',
  'media-needed': 'paper-out',
  'cover-open': 'cover-open',
  'door-open': 'cover-open',
  'interlock-open': 'cover-open',
  offline: 'offline',
  shutdown: 'offline',
  // Until its backend has the printer; moments where it is there.
  'connecting-to-device': 'unreachable',
  'timed-out': 'unreachable',
  'media-jam': 'faulty',
  'output-area-full': 'faulty',
  'cups-missing-filter': 'faulty',
  'apple-missing-usbclassdriver': 'faulty',
  'hold-new-jobs': 'faulty',
  paused: 'faulty',
  'moving-to-paused': 'faulty',
};

/** What a person can mend first. */
const precedence = ['paper-out', 'cover-open', 'offline', 'unplugged', 'unreachable', 'faulty'] as const;

/** The only word of CUPS's USB backend on a printer that is not plugged in: it sets no reason (backend/usb-libusb.c). */
const waitsForPlug = 'Waiting for printer to become available.';

/**
 * Reads a queue's own account. A queue without reasons says nothing: most receipt printers never tell CUPS anything. The
 * reasons of an idle queue are those of its last job, and nobody takes them back when the paper is in again: a job that
 * waited for them to go would wait for ever.
 */
export function readQueue(printer: IppGroup | undefined): QueueLook {
  const state = numberOf(printer, 'printer-state');
  const reasons = textsOf(printer, 'printer-state-reasons').map((reason) =>
    reason.replace(/-(error|warning|report)$/, ''),
  );
  const takesJobs =
    state !== stopped &&
    booleanOf(printer, 'printer-is-accepting-jobs') !== false &&
    !reasons.includes('hold-new-jobs');
  const present = state === idle ? [] : reasons;
  const problems = new Set<PrinterProblem | undefined>(
    present.map((reason) => (Object.hasOwn(problemOfReason, reason) ? problemOfReason[reason] : undefined)),
  );
  if (!takesJobs) problems.add('faulty');
  if (state === processing && textOf(printer, 'printer-state-message') === waitsForPlug)
    problems.add('unplugged');
  return { takesJobs, problem: precedence.find((problem) => problems.has(problem)) };
}
