import { BrowserWindow, type Screen } from 'electron';
import { customerViewChannel } from '../../shared/customer-display/channel.ts';
import type { CustomerView } from '../../shared/customer-display/customer-view.ts';
import { keepAlive } from './keep-alive.ts';
import { createReloadLimit } from './reload-limit.ts';
import { otherDisplay, type DisplayPlace } from './other-display.ts';
import { customerWindowOptions } from './window-options.ts';

export interface CustomerWindowParts {
  /** Its own preload: the counter's requests are not in it. */
  readonly preload: string;
  readonly isPackaged: boolean;
  readonly page: string;
  readonly plainPage: string;
  readonly screen: Screen;
}

/** The window on the screen that the customer sees. */
export interface CustomerWindow {
  /** Whether the shop wants it; it is there whenever there is a screen for it. */
  want(isWanted: boolean): void;
  /** The window that it must never cover, and with which it goes. */
  guard(counter: BrowserWindow): void;
  tell(view: CustomerView): void;
}

/** @param initial what it shows until something is told. */
export function createCustomerWindow(
  parts: CustomerWindowParts,
  initial: () => CustomerView,
): CustomerWindow {
  const { preload, isPackaged, page, plainPage, screen } = parts;
  let isWanted = false;
  let counter: BrowserWindow | undefined;
  let window: BrowserWindow | undefined;
  let told: CustomerView | undefined;
  const mayReload = createReloadLimit(() => performance.now());

  const send = (): void => {
    if (window !== undefined && !window.isDestroyed())
      window.webContents.send(customerViewChannel, told ?? initial());
  };

  const open = (): BrowserWindow => {
    const opened = new BrowserWindow(customerWindowOptions(preload, isPackaged));
    window = opened;
    opened.removeMenu();
    opened.once('closed', () => {
      if (window === opened) window = undefined;
    });
    // Whatever page stands there now knows nothing yet.
    opened.webContents.on('did-finish-load', send);
    keepAlive(opened, { page, plainPage, mayReload }).load();
    return opened;
  };

  const target = (): DisplayPlace | undefined =>
    isWanted && counter !== undefined && !counter.isDestroyed()
      ? otherDisplay(screen.getAllDisplays(), screen.getDisplayMatching(counter.getBounds()))
      : undefined;

  const place = (): void => {
    const at = target();
    if (at === undefined) return window?.destroy();
    const shown = window ?? open();
    shown.setBounds(at.bounds);
    // The keys stay with the counter.
    shown.showInactive();
    shown.setBounds(at.bounds);
  };

  for (const change of ['display-added', 'display-removed', 'display-metrics-changed'] as const)
    screen.on(change as 'display-added', place);

  return {
    want(next) {
      isWanted = next;
      place();
    },
    guard(guarded) {
      counter = guarded;
      guarded.on('moved', place);
      guarded.on('show', place);
      guarded.once('closed', () => {
        counter = undefined;
        place();
      });
    },
    tell(view) {
      told = view;
      send();
    },
  };
}
