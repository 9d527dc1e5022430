import { setTimeout as sleep } from 'node:timers/promises';
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

export interface AnswerHearing {
  /** Tells what the printer says, until the function returned is called. */
  readonly listen: (listener: (bytes: Uint8Array) => void) => () => void;
  /** Ends it for all. */
  end(): void;
}

/**
 * Reads the answers of a printer as long as somebody listens, and no longer.
 *
 * @param pauseMs between two reads after one that brought nothing although it had no need to wait: some printers answer
 *   at once with no bytes, or with a fault, over and over.
 */
export function createHearing(inlet: Inlet, pauseMs: number): AnswerHearing {
  const listeners = new Set<(bytes: Uint8Array) => void>();
  let isReading = false;
  let isOver = false;
  let stop = new AbortController();

  function tell(bytes: Uint8Array): void {
    // Who comes while it is told hears what comes after.
    const present = [...listeners];
    for (const listener of present) listener(bytes);
  }

  async function readOn(): Promise<void> {
    isReading = true;
    try {
      while (listeners.size > 0) {
        // Also where all had gone, and somebody came, while the last read was being cancelled.
        if (stop.signal.aborted) stop = new AbortController();
        const { signal } = stop;
        const { bytes, code } = await inlet.read(signal);
        if (bytes.length > 0) tell(bytes);
        if (saysGone(code)) return;
        if (code === transferFault.stall) await inlet.clearHalt();
        const hadToWait = code === transferFault.timedOut || code === transferFault.cancelled;
        if (bytes.length === 0 && !hadToWait)
          await sleep(pauseMs, undefined, { signal }).catch(() => undefined);
      }
    } finally {
      isReading = false;
    }
  }

  return {
    listen(listener) {
      if (isOver) return () => undefined;
      // Two calls with one function are two listeners.
      const own = (bytes: Uint8Array): void => listener(bytes);
      listeners.add(own);
      if (!isReading) void readOn();
      return () => {
        listeners.delete(own);
        if (listeners.size === 0) stop.abort();
      };
    },
    end() {
      isOver = true;
      listeners.clear();
      stop.abort();
    },
  };
}
