import type UsbAdapter from 'escpos-usb';
import type { AdapterInterface } from 'escpos-usb';
import type usb from 'usb';
import type { Endpoint, Interface } from 'usb';

/** A device's interface while it is ours. */
export interface ClaimedInterface {
  /** The endpoint that `escpos-usb` would print by; `undefined` where the alternate setting in use has none. */
  readonly endpoint: Endpoint | undefined;
  /** Releases it, and lets the driver of the system have it again that had to go. Never rejects; once. */
  readonly giveBack: () => Promise<void>;
}

type ListenerList = Pick<typeof usb, 'listeners' | 'removeListener'>;

/**
 * Lets `escpos-usb` claim an interface. It would claim every one of the device and take them all from their drivers,
 * so it is shown no other; and what it takes for a fault of the whole (a driver that does not go: the claim will say
 * so) or writes to the console never happens in its sight.
 */
export async function claimInterface(
  library: ListenerList,
  Adapter: typeof UsbAdapter,
  usbInterface: Interface,
): Promise<ClaimedInterface> {
  let isClaimed = false;
  let hasTakenDriversPlace = false;
  const shown: AdapterInterface = {
    get altSetting() {
      return usbInterface.altSetting;
    },
    get endpoints() {
      return usbInterface.endpoints;
    },
    setAltSetting: (alternate, done) => usbInterface.setAltSetting(alternate, done),
    // Not every system knows the question.
    isKernelDriverActive: () => succeeds(() => usbInterface.isKernelDriverActive()),
    detachKernelDriver() {
      hasTakenDriversPlace = succeeds(() => usbInterface.detachKernelDriver()) !== false;
    },
    claim() {
      usbInterface.claim();
      isClaimed = true;
    },
  };
  const adapter = withoutItsListener(
    library,
    () => new Adapter({ interfaces: [shown], open: () => undefined, close: () => undefined }),
  );
  const giveBack = async (): Promise<void> => {
    if (isClaimed) await released(usbInterface);
    if (hasTakenDriversPlace) succeeds(() => usbInterface.attachKernelDriver());
  };
  try {
    await new Promise<void>((resolve, reject) => {
      adapter.open((error) => (error === null ? resolve() : reject(error)));
    });
  } catch (error) {
    await giveBack();
    throw error;
  }
  return { endpoint: adapter.endpoint, giveBack };
}

/**
 * Each adapter listens for its device's going until somebody's `close` takes all such listeners away, those of others
 * too. Nobody here calls that `close`, so its listener would stay for ever.
 */
function withoutItsListener(library: ListenerList, make: () => UsbAdapter): UsbAdapter {
  const before = new Set(library.listeners('detach'));
  const adapter = make();
  for (const listener of library.listeners('detach'))
    if (!before.has(listener)) library.removeListener('detach', listener);
  return adapter;
}

const released = (usbInterface: Interface): Promise<void> =>
  new Promise((resolve) => {
    // Of a device that has gone it fails, and there is nothing left to release.
    const isUnderWay = succeeds(() => usbInterface.release(() => resolve())) !== false;
    if (!isUnderWay) resolve();
  });

/** What the action returns; `false` where it throws. */
function succeeds<Result>(action: () => Result): Result | false {
  try {
    return action();
  } catch {
    return false;
  }
}
