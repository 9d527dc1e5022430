import type { FileHandle } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { errnoOf } from './errno.ts';

/** Between two looks at a device that has nothing to say, in milliseconds. */
const pauseMs = 50;
const answerBytes = 64;

export interface DeviceHearing {
  /** Tells what the printer says, until the function returned is called. */
  listen(listener: (bytes: Uint8Array) => void): () => void;
  /** Ends it for all. */
  end(): void;
}

/**
 * Reads a device file that never waits, as long as somebody listens. usblp has asked the printer for its answer ever
 * since it was opened; a read only fetches it.
 *
 * @param onGone called when the device is not there any more.
 */
export function hearDevice(file: Pick<FileHandle, 'read'>, onGone: (cause: unknown) => void): DeviceHearing {
  const listeners = new Set<(bytes: Uint8Array) => void>();
  let isReading = false;
  let stop = new AbortController();

  async function readOn(): Promise<void> {
    const buffer = Buffer.alloc(answerBytes);
    while (listeners.size > 0) {
      if (stop.signal.aborted) stop = new AbortController();
      const { signal } = stop;
      let length = 0;
      try {
        length = (await file.read(buffer, 0, answerBytes, null)).bytesRead;
      } catch (error) {
        const code = errnoOf(error);
        if (code === 'ENODEV') return onGone(error);
        // A printer that only takes bytes, or a file that was closed: nothing will ever come.
        if (code === 'EINVAL' || code === 'EBADF') return;
      }
      if (length > 0) {
        const bytes = Uint8Array.from(buffer.subarray(0, length));
        for (const listener of listeners) listener(bytes);
      } else await sleep(pauseMs, undefined, { signal }).catch(() => undefined);
    }
  }

  return {
    listen(listener) {
      // Two calls with one function are two listeners.
      const own = (bytes: Uint8Array): void => listener(bytes);
      listeners.add(own);
      if (!isReading) {
        isReading = true;
        void readOn().finally(() => (isReading = false));
      }
      return () => {
        listeners.delete(own);
        if (listeners.size === 0) stop.abort();
      };
    },
    end() {
      listeners.clear();
      stop.abort();
    },
  };
}
