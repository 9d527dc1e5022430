import type { PrinterProblem } from '../../../../../shared/payment/print-job.ts';

/** The statuses that are told apart, RFC 8011 B.1. */
export const ippStatus = {
  forbidden: 0x0401,
  notAuthenticated: 0x0402,
  notAuthorized: 0x0403,
  notFound: 0x0406,
  gone: 0x0407,
} as const;

export const isSuccess = (status: number): boolean => status < 0x0100;

/** Why CUPS refused: it says of most that is wrong only that it is. */
export function problemOfStatus(status: number): PrinterProblem {
  switch (status) {
    case ippStatus.forbidden:
    case ippStatus.notAuthenticated:
    case ippStatus.notAuthorized:
      return 'no-access';
    case ippStatus.notFound:
    case ippStatus.gone:
      return 'unplugged';
    default:
      return 'faulty';
  }
}
