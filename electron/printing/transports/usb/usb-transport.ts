import type { PrinterConnectionOf } from '../../../../shared/printing/printer-connection.ts';
import { openWithin } from '../give-up.ts';
import { TransportFault, type Connection, type Transport } from '../transport.ts';
import { openPrinter } from './open-printer.ts';
import { usbDeadlines, type UsbDeadlines } from './usb-deadlines.ts';
import { inTurn } from './in-turn.ts';
import { loadUsb } from './usb-library.ts';

/**
 * A receipt printer on USB, by libusb. It is found by what it says of itself wherever it is plugged in, and only its
 * printer interface is used; the system's own driver (`usblp` on Linux) makes room for it and has it back afterwards.
 *
 * `no-access` where the system does not let this program have it (Linux: a udev rule; Windows: its driver is not
 * WinUSB) or somebody else has it, this program included; `unplugged` where there is none.
 */
export const usbTransport = (
  wanted: PrinterConnectionOf<'usb'>,
  deadlines: UsbDeadlines = usbDeadlines,
): Transport => ({
  staysOpen: true,
  open(signal) {
    const ends = {
      deadlineMs: deadlines.open,
      signal,
      closeLate: (late: Connection) => void late.close(),
    };
    return openWithin(ends, (givenUp) =>
      open(wanted, deadlines, givenUp).catch((error: unknown) => {
        throw asFault(error);
      }),
    );
  },
  watch: (listener) => watch(wanted, listener),
});

const asFault = (error: unknown): TransportFault =>
  error instanceof TransportFault ? error : new TransportFault('unreachable', error);

async function open(
  wanted: PrinterConnectionOf<'usb'>,
  deadlines: UsbDeadlines,
  signal: AbortSignal,
): Promise<Connection> {
  const library = await loadUsb().catch((error: unknown) => {
    throw new TransportFault('no-access', error);
  });
  return inTurn(() => openPrinter({ library, wanted, deadlines, signal }));
}

function watch({ vendorId, productId }: PrinterConnectionOf<'usb'>, listener: () => void): () => void {
  let isOver = false;
  let end: () => void = () => undefined;
  loadUsb()
    .then((library) => {
      if (isOver) return;
      end = library.onChange((_, { deviceDescriptor: { idVendor, idProduct } }) => {
        if (idVendor === vendorId && idProduct === productId) listener();
      });
    })
    // Without USB nothing comes and goes.
    .catch(() => undefined);
  return () => {
    isOver = true;
    end();
  };
}
