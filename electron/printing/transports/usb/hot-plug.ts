import type usb from 'usb';
import type { Device, HotPlugEvent } from 'usb';

export type HotPlugListener = (event: HotPlugEvent, device: Device) => void;

/** Who is told that USB devices come and go. */
export interface HotPlug {
  /** Calls `listener` from now on, until the function returned is called. */
  onChange(listener: HotPlugListener): () => void;
}

/**
 * The only listeners to USB's coming and going in the whole program, and they stay: the library would begin and end
 * its own wait with the first and last, and each beginning keeps the program alive anew.
 *
 * @param note called at once, and must not throw.
 */
export function createHotPlug(
  library: Pick<typeof usb, 'on' | 'unrefHotplugEvents'>,
  note: Readonly<Record<HotPlugEvent, (device: Device) => void>>,
): HotPlug {
  const listeners = new Set<HotPlugListener>();
  const tell = (event: HotPlugEvent) => (device: Device) => {
    note[event](device);
    // Native code calls this: what a listener throws must not reach it.
    for (const listener of listeners)
      queueMicrotask(() => {
        if (listeners.has(listener)) listener(event, device);
      });
  };
  library.on('attach', tell('attach'));
  library.on('detach', tell('detach'));
  library.unrefHotplugEvents();
  return {
    onChange(listener) {
      const own: HotPlugListener = (event, device) => listener(event, device);
      listeners.add(own);
      return () => void listeners.delete(own);
    },
  };
}
