import type { PrinterProblem } from '../../../../shared/payment/print-job.ts';
import { errnoOf } from '../file/errno.ts';

/** What a call of libusb fails with (libusb.h, `enum libusb_error`). */
export const callFault = {
  io: -1,
  access: -3,
  noDevice: -4,
  notFound: -5,
  busy: -6,
  notSupported: -12,
} as const;

/** How a transfer of libusb ends where it does not complete (libusb.h, `enum libusb_transfer_status`). */
export const transferFault = { error: 1, timedOut: 2, cancelled: 3, stall: 4, noDevice: 5 } as const;

/** The code that an error of the library carries; undefined where it is another kind of error. */
export const codeOf = (error: unknown): number | undefined =>
  error instanceof Error && 'errno' in error && typeof error.errno === 'number' ? error.errno : undefined;

/** Whether it is an error of USB itself, not a mistake of this program: libusb says it, or the system has no libusb. */
export const isUsbError = (error: unknown): boolean =>
  codeOf(error) !== undefined || errnoOf(error) === 'ERR_DLOPEN_FAILED';

export const saysGone = (code: number | undefined): boolean =>
  code === callFault.noDevice || code === transferFault.noDevice;

/**
 * Why a device could not be opened or claimed. Windows has no way to a device whose driver is not WinUSB, and says
 * `not supported`.
 */
export function problemOfOpening(error: unknown): PrinterProblem {
  const code = codeOf(error);
  if (saysGone(code)) return 'unplugged';
  if (code === callFault.access || code === callFault.busy || code === callFault.notSupported)
    return 'no-access';
  return 'unreachable';
}
