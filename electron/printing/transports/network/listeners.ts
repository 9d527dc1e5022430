export interface Listeners {
  readonly listen: (listener: (bytes: Uint8Array) => void) => () => void;
  readonly tell: (bytes: Uint8Array) => void;
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
      for (const listener of listeners) listener(bytes);
    },
  };
}
