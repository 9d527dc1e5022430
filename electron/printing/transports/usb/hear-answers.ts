import { createHearing, type Hearing } from '../hearing.ts';
import { saysGone, transferFault } from './libusb-codes.ts';

/** What one wait for the printer's answers has come to. */
export interface Heard {
  readonly bytes: Uint8Array;
  /** A code of libusb; undefined: it completed. */
  readonly code: number | undefined;
}

/** The endpoint by which a printer answers. */
export interface Inlet {
  /** Waits for bytes, for a finite time. */
  read(signal: AbortSignal): Promise<Heard>;
  /** Takes the halt off. */
  clearHalt(): Promise<void>;
}

/** Hears what a printer says by its endpoint. @param pauseMs as of `createHearing`. */
export const hearAnswers = (inlet: Inlet, pauseMs: number): Hearing =>
  createHearing(async (signal) => {
    const { bytes, code } = await inlet.read(signal);
    if (code === transferFault.stall) await inlet.clearHalt();
    // Of one that has gone the next read says so again.
    if (bytes.length > 0) return bytes;
    if (saysGone(code)) return 'over';
    return code === transferFault.timedOut || code === transferFault.cancelled ? 'silence' : 'nothing';
  }, pauseMs);
