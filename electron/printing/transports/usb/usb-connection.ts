import { once } from 'node:events';
import type { Endpoint, HotPlugEvent } from 'usb';
import { atMost, orGivenUp } from '../give-up.ts';
import type { Hearing } from '../hearing.ts';
import { TransportFault, type Connection } from '../transport.ts';
import type { ClaimedInterface } from './claim-interface.ts';
import { portStatusRequest } from './control-requests.ts';
import { hearAnswers } from './hear-answers.ts';
import { saysGone, transferFault } from './libusb-codes.ts';
import type { OpenDevice } from './open-device.ts';
import { conditionOf } from './read-answers.ts';
import { sendSlices } from './send-slices.ts';
import type { UsbDeadlines } from './usb-deadlines.ts';
import type { UsbLibrary } from './usb-library.ts';

/** A printer that is open and claimed. */
export interface ClaimedPrinter {
  readonly library: Pick<UsbLibrary, 'onChange'>;
  readonly opened: OpenDevice;
  readonly claimed: Pick<ClaimedInterface, 'giveBack'>;
  readonly interfaceNumber: number;
  readonly out: Endpoint;
  /** Undefined: it is deaf. */
  readonly in: Endpoint | undefined;
}

/** A multiple of every packet size, so that no packet is longer than what is left for it. */
const readBytes = 1024;

export function usbConnection(printer: ClaimedPrinter, deadlines: UsbDeadlines): Connection {
  const { library, opened, claimed, interfaceNumber, out } = printer;
  const { device, transfers } = opened;
  const closing = new AbortController();
  const isClosing = once(closing.signal, 'abort');
  let isGone = false;
  let loseIt: (fault: TransportFault) => void = () => undefined;
  const lost = new Promise<TransportFault>((resolve) => (loseIt = resolve));

  const noticeGone = (): void => {
    isGone = true;
    // What is closed cannot be lost any more.
    if (!closing.signal.aborted) loseIt(new TransportFault('unplugged'));
  };
  const ignoreChanges = library.onChange((event: HotPlugEvent, changed) => {
    if (event === 'detach' && changed === device) noticeGone();
  });

  const clearHalt = async (endpoint: Endpoint): Promise<void> => {
    await transfers.call((done) => endpoint.clearHalt(done));
  };

  async function problemOf(code: number | undefined, signal: AbortSignal): Promise<TransportFault> {
    if (saysGone(code)) noticeGone();
    if (signal.aborted && !isGone) return new TransportFault('stalled');
    if (code === transferFault.stall) return new TransportFault('faulty');
    // A cable that was pulled breaks the transfer first; that it was pulled comes out a moment later.
    if (!isGone && !closing.signal.aborted)
      await orGivenUp(atMost(deadlines.unplugNotice, Promise.race([lost, isClosing])), { signal }).catch(
        () => undefined,
      );
    return new TransportFault(isGone ? 'unplugged' : 'broken-off', code);
  }

  async function write(
    bytes: Uint8Array,
    signal: AbortSignal,
    onTaken: (count: number) => void,
  ): Promise<void> {
    if (isGone) throw new TransportFault('unplugged');
    const outlet = {
      transfer: (slice: Buffer, given: AbortSignal) =>
        transfers.run((done) => out.makeTransfer(deadlines.transfer, done), slice, [given, closing.signal]),
      clearHalt: () => clearHalt(out),
      problemOf,
    };
    await sendSlices(bytes, outlet, signal, onTaken);
  }

  async function condition(signal: AbortSignal): ReturnType<NonNullable<Connection['condition']>> {
    const { bytes, code } = await opened.ask(portStatusRequest(interfaceNumber), [signal, closing.signal]);
    if (saysGone(code)) noticeGone();
    if (isGone) return 'unplugged';
    return code === undefined ? conditionOf(bytes) : undefined;
  }

  const hearing = printer.in === undefined ? undefined : hearingBy(printer.in);
  function hearingBy(endpoint: Endpoint): Hearing {
    return hearAnswers(
      {
        async read(signal) {
          const buffer = Buffer.alloc(readBytes);
          const { code, moved } = await transfers.run(
            (done) => endpoint.makeTransfer(deadlines.transfer, done),
            buffer,
            [signal, closing.signal],
          );
          if (saysGone(code)) noticeGone();
          return { bytes: buffer.subarray(0, moved), code };
        },
        clearHalt: () => clearHalt(endpoint),
      },
      deadlines.pause,
    );
  }

  let closed: Promise<void> | undefined;
  function close(): Promise<void> {
    ignoreChanges();
    closing.abort();
    hearing?.end();
    closed ??= opened.close(() => claimed.giveBack());
    return closed;
  }

  return {
    write,
    condition,
    // A write has settled only when the printer has taken its bytes.
    finish: () => Promise.resolve('sent'),
    lost,
    close,
    ...(hearing === undefined ? {} : { listen: hearing.listen }),
  };
}
