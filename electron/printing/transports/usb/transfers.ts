import type { LibusbError, Transfer, TransferDone } from 'usb';
import { codeOf, transferFault } from './libusb-codes.ts';

/** How a transfer ended. */
export interface TransferEnd {
  /** A code of libusb; undefined: it completed. */
  readonly code: number | undefined;
  /** The bytes that have moved. */
  readonly moved: number;
  /** The bytes that may have moved; the same, where that is certain. */
  readonly mayHaveMoved: number;
}

/** The transfers of one open device, which can only be closed when none is under way. */
export interface Transfers {
  /**
   * Submits one transfer and resolves when it has ended; it is cancelled when a signal fires. Never rejects.
   *
   * @param buffer must not be touched until then.
   */
  run(
    make: (done: TransferDone) => Transfer,
    buffer: Buffer,
    signals: readonly AbortSignal[],
  ): Promise<TransferEnd>;
  /** Counts another call of the library that the device must wait for; resolves with its error, where it has one. */
  call(start: (done: (error: LibusbError | undefined) => void) => void): Promise<LibusbError | undefined>;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
}

/**
 * What is known of the bytes when a transfer has ended. Of one that broke off, or whose device has gone, the last
 * packet may have been taken although nobody heard so, and not every system counts the others.
 */
export function endOf(code: number | undefined, actual: number, length: number): TransferEnd {
  const isExact =
    code === undefined ||
    code === transferFault.timedOut ||
    code === transferFault.cancelled ||
    code === transferFault.stall;
  return { code, moved: actual, mayHaveMoved: isExact ? actual : length };
}

/**
 * @param cancelMs how long a cancelled transfer is waited for, in milliseconds. After that it is answered for without
 *   knowing what of it has moved, and still counts as under way.
 */
export function createTransfers(cancelMs: number): Transfers {
  const underWay = new Set<Promise<unknown>>();

  function counted<Result>(promise: Promise<Result>): Promise<Result> {
    underWay.add(promise);
    void promise.finally(() => underWay.delete(promise));
    return promise;
  }

  return {
    async run(make, buffer, signals) {
      if (signals.some(({ aborted }) => aborted)) return nothingMoved(transferFault.cancelled);
      const { ending, cancel } = submit(make, buffer);
      return answeredFor(counted(ending), { cancel, cancelMs, signals, length: buffer.length });
    },
    call: (start) =>
      counted(
        new Promise((resolve) => {
          try {
            start(resolve);
          } catch (error) {
            resolve(error instanceof Error ? error : new Error('the call failed', { cause: error }));
          }
        }),
      ),
    async idle() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}

const nothingMoved = (code: number): TransferEnd => ({ code, moved: 0, mayHaveMoved: 0 });

interface Submitted {
  readonly ending: Promise<TransferEnd>;
  readonly cancel: () => void;
}

function submit(make: (done: TransferDone) => Transfer, buffer: Buffer): Submitted {
  let transfer: Transfer | undefined;
  const ending = new Promise<TransferEnd>((resolve) => {
    try {
      transfer = make((error, _, actual) => {
        const code = error === undefined ? undefined : (codeOf(error) ?? transferFault.error);
        resolve(endOf(code, actual, buffer.length));
      });
      transfer.submit(buffer);
    } catch (error) {
      resolve(nothingMoved(codeOf(error) ?? transferFault.error));
    }
  });
  const cancel = (): void => {
    try {
      transfer?.cancel();
    } catch {
      // The device has gone: then the transfer ends by itself.
    }
  };
  return { ending, cancel };
}

interface Patience {
  readonly cancel: () => void;
  readonly cancelMs: number;
  readonly signals: readonly AbortSignal[];
  readonly length: number;
}

async function answeredFor(
  ending: Promise<TransferEnd>,
  { cancel, cancelMs, signals, length }: Patience,
): Promise<TransferEnd> {
  let timer: NodeJS.Timeout | undefined;
  let giveUp: () => void = () => undefined;
  const givenUp = new Promise<TransferEnd>((resolve) => {
    giveUp = () => {
      cancel();
      const unknown = { code: transferFault.cancelled, moved: 0, mayHaveMoved: length };
      timer ??= setTimeout(() => resolve(unknown), cancelMs);
    };
  });
  for (const signal of signals) signal.addEventListener('abort', giveUp);
  try {
    return await Promise.race([ending, givenUp]);
  } finally {
    clearTimeout(timer);
    for (const signal of signals) signal.removeEventListener('abort', giveUp);
  }
}
