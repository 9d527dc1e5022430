import type { Device } from 'usb';
import { atMost } from '../give-up.ts';
import { bufferFor, setupBytes, type ControlRequest } from './control-requests.ts';
import { createTransfers, type Transfers } from './transfers.ts';
import type { UsbDeadlines } from './usb-deadlines.ts';
import type { UsbLibrary } from './usb-library.ts';

const control = 0;

/** What a device has answered to a question. */
export interface ControlAnswer {
  readonly bytes: Uint8Array;
  /** A code of libusb; undefined: it completed. */
  readonly code: number | undefined;
}

/** A device that this program has open. */
export interface OpenDevice {
  readonly device: Device;
  readonly transfers: Transfers;
  /** Asks it; in a finite time. Never rejects. */
  readonly ask: (request: ControlRequest, signals: readonly AbortSignal[]) => Promise<ControlAnswer>;
  /**
   * Closes it once nothing is under way. Settles within a time of its own, and goes on trying after it. Never rejects;
   * only once.
   *
   * @param giveBack is run before; the device is closed whatever becomes of it.
   */
  close(giveBack?: () => Promise<void>): Promise<void>;
}

/**
 * Which are open: all of the program share one handle of a device, so whoever closed it would close it for everybody.
 */
const inUse = new Set<Device>();

export const isInUse = (device: Device): boolean => inUse.has(device);

/** @throws what the library throws. The device must not be in use. */
export function openDevice(
  library: Pick<UsbLibrary, 'Transfer'>,
  device: Device,
  deadlines: UsbDeadlines,
): OpenDevice {
  device.open(false);
  try {
    // It has its interfaces only now, and may fail to read them while it is open.
    device.open();
  } catch (error) {
    device.close();
    throw error;
  }
  inUse.add(device);
  const transfers = createTransfers(deadlines.cancel);

  async function closeWhenIdle(giveBack: () => Promise<void>): Promise<void> {
    try {
      await transfers.idle();
      await giveBack();
    } finally {
      try {
        device.close();
      } finally {
        inUse.delete(device);
      }
    }
  }

  return {
    device,
    transfers,
    async ask(request, signals) {
      const buffer = bufferFor(request);
      const { code, moved } = await transfers.run(
        (done) => new library.Transfer(device, 0, control, deadlines.control, done),
        buffer,
        signals,
      );
      return { bytes: buffer.subarray(setupBytes, setupBytes + moved), code };
    },
    async close(giveBack = () => Promise.resolve()) {
      await atMost(
        deadlines.close,
        closeWhenIdle(giveBack).catch(() => undefined),
      );
    },
  };
}
