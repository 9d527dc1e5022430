import type { App, BrowserWindow, PowerSaveBlocker } from 'electron';
import { leavesWindow } from './kiosk-keys.ts';

/** Holds a window over the whole screen, as far as a program can. */
export interface KioskHold {
  hold(isOn: boolean): void;
  /** Whether a window that is gone must come back: it holds, and the program is not ending. */
  isHolding(): boolean;
  /** Applies to a window from now on. */
  guard(window: BrowserWindow): void;
}

export interface HoldKioskParts {
  readonly app: Pick<App, 'on'>;
  readonly powerSaveBlocker: Pick<PowerSaveBlocker, 'start' | 'stop'>;
}

/**
 * While it holds, the window fills its screen, comes back from being minimised, refuses to be closed, and the screen does not
 * go dark. The program itself may end: a signal of the system, its log-off and a restart by PIN all pass through
 * `before-quit`, which nothing within the window's reach calls. The keys of the system are the session's to close.
 *
 * To be built after what may refuse the end of the program (`hold-closing.ts`): an end that was refused is none.
 */
export function holdKiosk({ app, powerSaveBlocker }: HoldKioskParts): KioskHold {
  let isOn = false;
  let isEnding = false;
  let window: BrowserWindow | undefined;
  let blocker: number | undefined;

  app.on('before-quit', (event) => {
    isEnding = !event.defaultPrevented;
  });

  const apply = (): void => {
    if (window === undefined || window.isDestroyed()) return;
    window.setMinimizable(!isOn);
    if (window.isKiosk() !== isOn) window.setKiosk(isOn);
  };
  const keepAwake = (): void => {
    if (isOn) blocker ??= powerSaveBlocker.start('prevent-display-sleep');
    else if (blocker !== undefined) {
      powerSaveBlocker.stop(blocker);
      blocker = undefined;
    }
  };

  return {
    hold(wanted) {
      isOn = wanted;
      keepAwake();
      apply();
    },
    isHolding: () => isOn && !isEnding,

    guard(guarded) {
      window = guarded;
      const { webContents } = guarded;
      guarded.on('close', (event) => {
        if (isOn && !isEnding) event.preventDefault();
      });
      // Windows: the session ends, and has been asked (`hold-closing.ts`).
      guarded.on('session-end', () => {
        isEnding = true;
      });
      guarded.on('minimize', () => isOn && guarded.restore());
      guarded.on('leave-full-screen', () => isOn && !isEnding && guarded.setKiosk(true));
      webContents.on('before-input-event', (event, input) => {
        if (isOn && input.type !== 'char' && leavesWindow(input)) event.preventDefault();
      });
      // A pinch, and Ctrl with the wheel.
      webContents.on('zoom-changed', () => webContents.setZoomLevel(0));
      webContents.on('did-finish-load', () => void webContents.setVisualZoomLevelLimits(1, 1));
      guarded.once('closed', () => {
        window = undefined;
      });
      apply();
    },
  };
}
