import { constants } from 'node:fs';
import { mkdir, open, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { TransportFault } from '../transport.ts';
import { errnoOf, problemOfErrno } from './errno.ts';

/** What lies behind a path. */
export type FileKind = 'disk' | 'device' | 'usb-printer';

export interface OpenFile {
  readonly handle: FileHandle;
  readonly kind: FileKind;
  /** Whether it may be read from too. */
  readonly isReadable: boolean;
}

/** A device, whether or not it is there. Nothing is ever created among the devices. */
const isDevicePath = (target: string): boolean =>
  target.startsWith('/dev/') || /^(COM|LPT)\d+$/i.test(target);

/** Of Linux's usblp, which alone among the printers' device files may be read from without disturbing anything. */
const isUsbPrinterPath = (target: string): boolean => /^\/dev\/usb\/lp\d+$/.test(target);

/**
 * Never waits in a call of the system: a pipe that nobody reads or a printer without paper would else hold one of
 * the few threads of the whole program. (Windows has no such flags.)
 */
const always = constants.O_APPEND | (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0);

/**
 * Opens a printer's device file, a pipe, or a file that keeps the bytes; the last is made, and its folders too.
 *
 * @throws TransportFault
 */
export async function openFile(target: string): Promise<OpenFile> {
  const isDevice = isDevicePath(target);
  let handle: FileHandle | undefined;
  try {
    // Where the folder cannot be made, the file cannot be opened, and that says it better.
    if (!isDevice) await mkdir(path.dirname(target), { recursive: true }).catch(() => undefined);
    const readable = isUsbPrinterPath(target) ? await openBothWays(target) : undefined;
    handle = readable ?? (await open(target, constants.O_WRONLY | always | created(isDevice), 0o600));
    const stats = await handle.stat();
    // A whole disk, which is never meant.
    if (stats.isBlockDevice()) throw new TransportFault('no-access');
    const kind = stats.isFile() ? 'disk' : isUsbPrinterPath(target) ? 'usb-printer' : 'device';
    return { handle, kind, isReadable: readable !== undefined };
  } catch (error) {
    await handle?.close().catch(() => undefined);
    if (error instanceof TransportFault) throw error;
    throw new TransportFault(problemOfErrno(error, isDevice ? 'device' : 'disk', 'unreachable'), error);
  }
}

const created = (isDevice: boolean): number => (isDevice ? 0 : constants.O_CREAT);

/** `undefined` where it may only be written to. */
async function openBothWays(target: string): Promise<FileHandle | undefined> {
  try {
    return await open(target, constants.O_RDWR | always);
  } catch (error) {
    if (errnoOf(error) === 'EACCES') return undefined;
    throw error;
  }
}
