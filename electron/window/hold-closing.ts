import type { App, BrowserWindow, PowerMonitor, PowerSaveBlocker } from 'electron';

/** Holds back the end of the program, and of the system, while something must be waited for. */
export interface ClosingHold {
  /** Applies to a window's own way to close, too, and to Windows asking it whether the session may end. */
  guard(window: BrowserWindow): void;
  /** To be called when what is waited for may have begun or be over: closes then, if somebody wanted it. */
  reconsider(): void;
  /** Holds until `work` is over, whatever comes of it. */
  during<T>(work: () => Promise<T>): Promise<T>;
}

export interface HoldClosingParts {
  readonly app: App;
  readonly powerMonitor: PowerMonitor;
  readonly powerSaveBlocker: Pick<PowerSaveBlocker, 'start' | 'stop'>;
  readonly isBusy: () => boolean;
}

/**
 * Whoever closes the window, quits, logs off or shuts the system down while `isBusy` is told by what the window shows;
 * the program ends by itself as soon as it is not busy any more, and the system does not fall asleep meanwhile. Only a
 * kill, a forced shutdown or an empty battery goes past this, and the ledger is made for that.
 */
export function holdClosing(parts: HoldClosingParts): ClosingHold {
  const { app, powerMonitor, powerSaveBlocker } = parts;
  let works = 0;
  const isBusy = (): boolean => works > 0 || parts.isBusy();
  let isWanted = false;
  let blocker: number | undefined;
  const hold = (event: { preventDefault(): void }): void => {
    if (!isBusy()) return;
    event.preventDefault();
    isWanted = true;
  };
  const keepAwake = (): void => {
    if (isBusy()) blocker ??= powerSaveBlocker.start('prevent-app-suspension');
    else if (blocker !== undefined) {
      powerSaveBlocker.stop(blocker);
      blocker = undefined;
    }
  };
  const reconsider = (): void => {
    keepAwake();
    if (!isWanted || isBusy()) return;
    isWanted = false;
    app.quit();
  };
  app.on('before-quit', hold);
  // Linux and macOS, by an event that the types leave out.
  powerMonitor.on('shutdown', (...[event]: { preventDefault(): void }[]) => {
    if (event !== undefined) hold(event);
  });
  return {
    guard(window) {
      window.on('close', hold);
      // Windows; Electron 33 has no such event, and the system ends it.
      window.on('query-session-end', hold);
    },
    reconsider,
    async during(work) {
      works += 1;
      keepAwake();
      try {
        return await work();
      } finally {
        works -= 1;
        reconsider();
      }
    },
  };
}
