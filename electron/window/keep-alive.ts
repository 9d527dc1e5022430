import type { BrowserWindow } from 'electron';

/** So long the plain page stands before the window's own is tried once more. In milliseconds. */
const tryAgainMs = 60_000;

export interface KeepAliveParts {
  readonly page: string;
  /** Stands in its place where it breaks off over and over. */
  readonly plainPage: string;
  /** Whether the page may be loaded once more (`reload-limit.ts`). */
  readonly mayReload: () => boolean;
}

/** Holds a window's page. */
export interface KeptPage {
  /** Loads it for the first time. */
  load(): void;
  /** Loads it after it was lost; where that happens over and over, the plain page, and the page itself a minute later. */
  loadAgain(): void;
}

/**
 * Loads a window's page anew when its process is gone. A page holds nothing that main does not: a fresh one shows the same
 * state again.
 */
export function keepAlive(
  window: Pick<BrowserWindow, 'isDestroyed' | 'loadURL'> & {
    readonly webContents: Pick<BrowserWindow['webContents'], 'on'>;
  },
  { page, plainPage, mayReload }: KeepAliveParts,
): KeptPage {
  let isPlain = false;
  const show = (url: string): void => {
    // Rejects where a newer page is loaded meanwhile.
    if (!window.isDestroyed()) window.loadURL(url).catch(() => undefined);
  };
  const loadAgain = (): void => {
    if (isPlain || window.isDestroyed()) return;
    if (mayReload()) return show(page);
    isPlain = true;
    show(plainPage);
    setTimeout(() => {
      isPlain = false;
      show(page);
    }, tryAgainMs).unref();
  };
  window.webContents.on('render-process-gone', loadAgain);
  return { load: () => show(page), loadAgain };
}
