import { atMost, orGivenUp, throwIfGivenUp } from '../give-up.ts';
import { TransportFault, type Connection } from '../transport.ts';
import { errnoOf, problemOfErrno } from './errno.ts';
import { hearDevice } from './hear-device.ts';
import type { FileKind, OpenFile } from './open-file.ts';

const sliceBytes = 4096;
/** Before a device that was busy is tried again, in milliseconds. */
const busyPauseMs = 50;
/** Of its length nothing is written; an empty array Node would not trouble the system with. */
const noBytes = new Uint8Array(1);

/** `busy`: the system takes nothing now. The pipe is full, or the printer has not taken the last slice yet. */
const orBusy = (writing: Promise<{ readonly bytesWritten: number }>): Promise<number | 'busy'> =>
  writing.then(
    ({ bytesWritten }) => bytesWritten,
    (error: unknown) => {
      if (errnoOf(error) === 'EAGAIN') return 'busy';
      throw error;
    },
  );

/** An error with which it is certain that nothing of what was handed over has left. */
const hasTakenNothing = (error: unknown): boolean => ['EPIPE', 'ENOSPC'].includes(errnoOf(error) ?? '');

/** @param closeMs what closing may take, in milliseconds. */
export function fileConnection({ handle, kind, isReadable }: OpenFile, closeMs: number): Connection {
  let fault: TransportFault | undefined;
  let lose: (fault: TransportFault) => void = () => undefined;
  let closing: Promise<void> | undefined;
  const lost = new Promise<TransportFault>((resolve) => {
    lose = resolve;
  });
  const onGone = (cause: unknown): void => {
    if (fault !== undefined) return;
    fault = new TransportFault('unplugged', cause);
    lose(fault);
  };
  const hearing = isReadable ? hearDevice(handle, onGone) : undefined;

  const faultOf = (error: unknown): TransportFault => {
    if (error instanceof TransportFault) return error;
    if (closing !== undefined) return new TransportFault('stalled', error);
    const problem = problemOfErrno(error, kind === 'disk' ? 'disk' : 'device', 'broken-off');
    if (problem === 'unplugged') onGone(error);
    return new TransportFault(problem, error);
  };
  const pause = (signal: AbortSignal): Promise<void> => orGivenUp(atMost(busyPauseMs), { signal, lost });

  // usblp answers for the last slice before the printer has taken it, and drops it when the file is closed. A write of no
  // bytes waits for it too (usblp_write begins with the transfer under way).
  const untilTaken = async (signal: AbortSignal): Promise<void> => {
    while ((await orGivenUp(orBusy(handle.write(noBytes, 0, 0)), { signal, lost })) === 'busy')
      await pause(signal);
  };

  return {
    lost,
    async write(bytes, signal, onTaken) {
      let written = 0;
      while (written < bytes.length) {
        throwIfGivenUp(signal);
        if (fault !== undefined) throw fault;
        const slice = bytes.subarray(written, written + sliceBytes);
        const taken = await orGivenUp(orBusy(handle.write(slice)), { signal, lost }).catch(
          (error: unknown) => {
            if (!hasTakenNothing(error)) onTaken(written + slice.length);
            throw faultOf(error);
          },
        );
        if (taken === 'busy' || taken === 0) {
          await pause(signal);
          continue;
        }
        written += taken;
        onTaken(written);
      }
    },
    ...(hearing === undefined ? {} : { listen: (listener) => hearing.listen(listener) }),
    async finish(signal) {
      throwIfGivenUp(signal);
      if (fault !== undefined) throw fault;
      try {
        if (kind === 'disk') await orGivenUp(handle.sync(), { signal, lost });
        if (kind === 'usb-printer') await untilTaken(signal);
      } catch (error) {
        throw faultOf(error);
      }
      return answers[kind];
    },
    close() {
      hearing?.end();
      fault ??= new TransportFault('stalled');
      closing ??= atMost(
        closeMs,
        handle.close().catch(() => undefined),
      );
      return closing;
    },
  };
}

/** A pipe or a printer's device file takes bytes and confirms nothing. */
const answers: Readonly<Record<FileKind, 'printed' | 'sent'>> = {
  disk: 'printed',
  device: 'sent',
  'usb-printer': 'sent',
};
