import type { BrowserWindow } from 'electron';

/** The touches of the counter's window, as main sees them: a page cannot make them up, nor keep them back. */
export interface Activity {
  onActivity(listener: () => void): void;
  /** Listens to a window's keys, touches and mouse. */
  watch(window: BrowserWindow): void;
}

export function createActivity(): Activity {
  const listeners: (() => void)[] = [];
  const touched = (): void => {
    for (const listener of listeners) listener();
  };
  return {
    onActivity: (listener) => void listeners.push(listener),
    watch({ webContents }) {
      webContents.on('before-input-event', touched);
      // Keys too, in Electron 33; the one above is documented for them.
      webContents.on('input-event', touched);
    },
  };
}
