import type { FileHandle } from 'node:fs/promises';
import { createHearing, type Hearing, type Reading } from '../hearing.ts';
import { errnoOf } from './errno.ts';

/** Between two looks at a device that has nothing to say, in milliseconds. */
const pauseMs = 50;
const answerBytes = 64;

/**
 * Hears by a device file that never waits. usblp has asked the printer for its answer ever since it was opened; a read
 * only fetches it.
 *
 * @param onGone called when the device is not there any more.
 */
export function hearDevice(file: Pick<FileHandle, 'read'>, onGone: (cause: unknown) => void): Hearing {
  const buffer = Buffer.alloc(answerBytes);
  return createHearing(async (): Promise<Reading> => {
    try {
      const { bytesRead } = await file.read(buffer, 0, answerBytes, null);
      return bytesRead > 0 ? Uint8Array.from(buffer.subarray(0, bytesRead)) : 'nothing';
    } catch (error) {
      const code = errnoOf(error);
      if (code === 'ENODEV') onGone(error);
      // Also a printer that only takes bytes, or a file that was closed.
      return code === 'ENODEV' || code === 'EINVAL' || code === 'EBADF' ? 'over' : 'nothing';
    }
  }, pauseMs);
}
