import { setTimeout as sleep } from 'node:timers/promises';
import { createListeners } from './listeners.ts';

/**
 * What one read has come to: bytes; `silence` after a wait; `nothing`, although it had no need to wait; `over`: none will
 * ever come.
 */
export type Reading = Uint8Array | 'silence' | 'nothing' | 'over';

export interface Hearing {
  /** Tells what the printer says, until the function returned is called. */
  readonly listen: (listener: (bytes: Uint8Array) => void) => () => void;
  /** Ends it for all. */
  end(): void;
}

/**
 * Reads a printer's answers as long as somebody listens, and no longer.
 *
 * @param read one read, for a finite time; it ends at once when the signal fires. Does not reject.
 * @param pauseMs between two reads after one that brought nothing without a wait: some printers answer so over and over.
 */
export function createHearing(read: (signal: AbortSignal) => Promise<Reading>, pauseMs: number): Hearing {
  const listeners = createListeners();
  let isReading = false;
  let isOver = false;
  let stop = new AbortController();

  async function readOn(): Promise<void> {
    isReading = true;
    try {
      while (listeners.count() > 0) {
        // Also where all had gone, and somebody came, while the last read was being cancelled.
        if (stop.signal.aborted) stop = new AbortController();
        const { signal } = stop;
        const reading = await read(signal);
        if (reading === 'over') return;
        if (reading === 'nothing') await sleep(pauseMs, undefined, { signal }).catch(() => undefined);
        else if (reading !== 'silence') listeners.tell(reading);
      }
    } finally {
      isReading = false;
    }
  }

  return {
    listen(listener) {
      if (isOver) return () => undefined;
      const leave = listeners.listen(listener);
      if (!isReading) void readOn();
      return () => {
        leave();
        if (listeners.count() === 0) stop.abort();
      };
    },
    end() {
      isOver = true;
      listeners.dismiss();
      stop.abort();
    },
  };
}
