import type { BrowserWindowConstructorOptions, WebPreferences } from 'electron';

/** Every window's page is untrusted code as far as main is concerned. */
export const webPreferences = (preload: string, isPackaged: boolean): WebPreferences => ({
  preload,
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  devTools: !isPackaged,
});

/** The counter's window: made for 1366×768, whole at 1024×600. */
export const counterWindowOptions = (
  preload: string,
  isPackaged: boolean,
): BrowserWindowConstructorOptions => ({
  width: 1366,
  height: 768,
  minWidth: 1024,
  minHeight: 600,
  useContentSize: true,
  show: false,
  autoHideMenuBar: true,
  title: 'Loket',
  backgroundColor: '#f4f1ea',
  webPreferences: webPreferences(preload, isPackaged),
});

/** A window nobody sees, in which a receipt is drawn for its picture. */
export const paperWindowOptions = (
  preload: string,
  isPackaged: boolean,
): BrowserWindowConstructorOptions => ({
  width: 800,
  height: 600,
  useContentSize: true,
  enableLargerThanScreen: true,
  show: false,
  frame: false,
  skipTaskbar: true,
  webPreferences: { ...webPreferences(preload, isPackaged), backgroundThrottling: false },
});

/** The window on the customer's side: the whole of its screen, and never the keys. */
export const customerWindowOptions = (
  preload: string,
  isPackaged: boolean,
): BrowserWindowConstructorOptions => ({
  useContentSize: true,
  show: false,
  frame: false,
  focusable: false,
  skipTaskbar: true,
  title: 'Loket',
  backgroundColor: '#f6f4ef',
  webPreferences: { ...webPreferences(preload, isPackaged), backgroundThrottling: false },
});
