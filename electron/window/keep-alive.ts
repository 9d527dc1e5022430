import type { BrowserWindow } from 'electron';
import { createReloadLimit } from './reload-limit.ts';

/** So long the plain page stands before the window's own is tried once more. In milliseconds. */
const tryAgainMs = 60_000;

/**
 * Loads a window's page anew when its process is gone; where that happens over and over, `plainPage` in its place, and the
 * page itself once more a minute later. A page holds nothing that main does not: a fresh one shows the same state again.
 */
export function keepAlive(window: BrowserWindow, page: string, plainPage: string): void {
  const mayReload = createReloadLimit(() => performance.now());
  let isPlain = false;
  const show = (url: string): void => {
    // Rejects where a newer page is loaded meanwhile.
    if (!window.isDestroyed()) window.loadURL(url).catch(() => undefined);
  };
  window.webContents.on('render-process-gone', () => {
    if (window.isDestroyed()) return;
    if (!isPlain && mayReload()) return show(page);
    if (isPlain) return;
    isPlain = true;
    show(plainPage);
    setTimeout(() => {
      isPlain = false;
      show(page);
    }, tryAgainMs).unref();
  });
}
