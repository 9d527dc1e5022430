import type { App, BrowserWindow } from 'electron';

/** Holds back the end of the program while something must be waited for. */
export interface ClosingHold {
  /** Applies to a window's own way to close, too. */
  guard(window: BrowserWindow): void;
  /** To be called when what was waited for may be over: closes then, if somebody wanted it. */
  reconsider(): void;
}

/**
 * Whoever closes the window or quits while `isBusy` is told by what the window shows; the program ends by itself
 * as soon as it is not busy any more. Only a kill goes past this, and the ledger is made for that.
 */
export function holdClosing(app: App, isBusy: () => boolean): ClosingHold {
  let isWanted = false;
  const hold = (event: { preventDefault(): void }): void => {
    if (!isBusy()) return;
    event.preventDefault();
    isWanted = true;
  };
  app.on('before-quit', hold);
  return {
    guard: (window) => void window.on('close', hold),
    reconsider() {
      if (!isWanted || isBusy()) return;
      isWanted = false;
      app.quit();
    },
  };
}
