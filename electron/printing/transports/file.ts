import { constants } from 'node:fs';
import { mkdir, open, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PrintDelivery } from '../printer.ts';
import { undelivered, type Transport } from './transport.ts';

/** For all of it: a network share or a printer's device file may hang in any call. */
export const fileDeadlineMs = 30_000;
const sliceBytes = 4096;
const busyPauseMs = 50;

/**
 * Never waits in a call of the system: a pipe that nobody reads or a printer without paper would else hold one of
 * the few threads of the whole program. (Windows has no such flag.)
 */
const flags = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | (constants.O_NONBLOCK ?? 0);

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EAGAIN';

interface Progress {
  /** Bytes handed to the system, whether or not it has said that it took them. */
  handedOver: number;
}

async function writeAll(
  file: FileHandle,
  bytes: Uint8Array,
  progress: Progress,
  signal: AbortSignal,
): Promise<void> {
  let written = 0;
  while (written < bytes.length) {
    signal.throwIfAborted();
    const slice = bytes.subarray(written, written + sliceBytes);
    progress.handedOver = written + slice.length;
    try {
      written += (await file.write(slice)).bytesWritten;
    } catch (error) {
      progress.handedOver = written;
      if (!isBusy(error)) throw error;
      await sleep(busyPauseMs, undefined, { signal });
    }
  }
}

async function append(
  target: string,
  bytes: Uint8Array,
  progress: Progress,
  signal: AbortSignal,
): Promise<PrintDelivery> {
  // Where the folder cannot be made, the file cannot be opened, and that says it better.
  await mkdir(path.dirname(target), { recursive: true }).catch(() => undefined);
  const file = await open(target, flags, 0o600);
  try {
    await writeAll(file, bytes, progress, signal);
    // A pipe or a printer's device file takes bytes and confirms nothing.
    if (!(await file.stat()).isFile()) return { state: 'sent' };
    await file.sync();
    return { state: 'printed' };
  } finally {
    await file.close().catch(() => undefined);
  }
}

/** Resolves when the signal fires. */
const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });

/**
 * Appends each receipt to a file, for trying out; its folders are made. Also serves a printer's device file such as
 * `/dev/usb/lp0`, and then answers `sent`. A file that cannot be opened is `unreachable`.
 *
 * @param deadlineMs for the whole delivery, in milliseconds.
 */
export const fileTransport = (target: string, deadlineMs = fileDeadlineMs): Transport => ({
  async send(bytes, abandon) {
    const deadline = AbortSignal.timeout(deadlineMs);
    const signal = abandon === undefined ? deadline : AbortSignal.any([deadline, abandon]);
    const progress: Progress = { handedOver: 0 };
    const trouble = (): PrintDelivery => {
      const otherwise = progress.handedOver === 0 ? 'unreachable' : 'broken-off';
      return undelivered(progress.handedOver, signal.aborted ? 'stalled' : otherwise);
    };
    const appending = append(target, bytes, progress, signal).catch(trouble);
    return Promise.race([appending, aborted(signal).then(trouble)]);
  },
});
