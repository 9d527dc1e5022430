export interface Listeners {
  /** Tells them from now on, until the function returned is called. */
  readonly listen: (listener: (bytes: Uint8Array) => void) => () => void;
  readonly tell: (bytes: Uint8Array) => void;
  readonly count: () => number;
  /** Sends all of them away. */
  readonly dismiss: () => void;
}

/** Those who hear what a printer says. Two calls with one function are two listeners. */
export function createListeners(): Listeners {
  const listeners = new Set<(bytes: Uint8Array) => void>();
  return {
    listen(listener) {
      const own = (bytes: Uint8Array): void => listener(bytes);
      listeners.add(own);
      return () => listeners.delete(own);
    },
    tell(bytes) {
      // Who comes while it is told hears what comes after.
      const present = [...listeners];
      for (const listener of present) listener(bytes);
    },
    count: () => listeners.size,
    dismiss: () => listeners.clear(),
  };
}
