import { TransportFault } from '../transport.ts';
import { transferFault } from './libusb-codes.ts';
import type { TransferEnd } from './transfers.ts';

/** Cheap printers have 4 kB of buffer or less; what hangs is known no better than to a slice. */
const sliceBytes = 4096;

/** The endpoint that takes bytes. */
export interface Outlet {
  /** Sends one slice, for a finite time; whatever time-out it has, it is cancelled when the signal fires. */
  transfer(slice: Buffer, signal: AbortSignal): Promise<TransferEnd>;
  /** Takes the halt off. */
  clearHalt(): Promise<void>;
  /** What it means that a transfer has ended with this code. */
  problemOf(code: number | undefined, signal: AbortSignal): Promise<TransportFault>;
}

/**
 * Sends bytes slice by slice. A slice that runs out of time goes on from where it got to, for as long as `signal`
 * lets it: a printer without paper takes nothing, and that is no fault. A halted endpoint is set free once, and the
 * rest is sent again from the byte that was refused.
 *
 * @param onTaken told the number of bytes that have left or may have left, when it has grown.
 * @throws TransportFault
 */
export async function sendSlices(
  bytes: Uint8Array,
  outlet: Outlet,
  signal: AbortSignal,
  onTaken: (count: number) => void,
): Promise<void> {
  let sent = 0;
  let told = 0;
  let wasHalted = false;
  while (sent < bytes.length) {
    if (signal.aborted) throw new TransportFault('stalled');
    // A copy: the system reads it while the transfer is under way.
    const slice = Buffer.from(bytes.subarray(sent, sent + sliceBytes));
    const end = await outlet.transfer(slice, signal);
    const mayHaveLeft = sent + end.mayHaveMoved;
    sent += end.moved;
    if (mayHaveLeft > told) {
      told = mayHaveLeft;
      onTaken(told);
    }
    if (end.code === transferFault.timedOut) continue;
    if (end.code === transferFault.stall && !wasHalted) {
      wasHalted = true;
      await outlet.clearHalt();
      continue;
    }
    if (end.code !== undefined || end.moved === 0) throw await outlet.problemOf(end.code, signal);
  }
}
