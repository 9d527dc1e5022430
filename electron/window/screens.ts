import path from 'node:path';
import type { App, BrowserWindow, PowerSaveBlocker, Screen } from 'electron';
import type { CustomerView } from '../../shared/customer-display/customer-view.ts';
import type { ScreensSettings } from '../../shared/screens.ts';
import { startWithSystem } from './autostart.ts';
import { createCustomerWindow } from './customer-window.ts';
import { holdKiosk } from './hold-kiosk.ts';
import { pageUrl } from './page-url.ts';
import type { WindowsOptions } from './windows.ts';

/** The kiosk and the customer's display, as this system has them. */
export interface ScreenWindows {
  /** What the shop wants, from now on. */
  apply(screens: ScreensSettings): void;
  /** Whether a kiosk stands that nobody ends. */
  isHolding(): boolean;
  /** Applies to the counter's window. */
  guard(counter: BrowserWindow): void;
  tellCustomer(view: CustomerView): void;
  /** @throws where it cannot be written. */
  startWithSystem(isOn: boolean): void;
}

export interface ScreenWindowsParts extends WindowsOptions {
  readonly app: App;
  readonly screen: Screen;
  readonly powerSaveBlocker: PowerSaveBlocker;
  /** What the customer's display shows at first. */
  readonly view: () => CustomerView;
  /** The image that this program runs out of. */
  readonly appImage: string | undefined;
}

export function createScreenWindows(parts: ScreenWindowsParts): ScreenWindows {
  const { app, screen, powerSaveBlocker, preloadFolder, isPackaged, devServer, view, appImage } = parts;
  const kiosk = holdKiosk({ app, powerSaveBlocker });
  const customer = createCustomerWindow(
    {
      preload: path.join(preloadFolder, '../customer-preload/customer-preload.cjs'),
      isPackaged,
      page: pageUrl('customer.html', devServer),
      plainPage: pageUrl('crashed.html', devServer),
      screen,
    },
    view,
  );
  return {
    apply(screens) {
      kiosk.hold(screens.kiosk);
      customer.want(screens.customer.screen === 'other');
    },
    isHolding: () => kiosk.isHolding(),
    guard(counter) {
      kiosk.guard(counter);
      customer.guard(counter);
    },
    tellCustomer: (shown) => customer.tell(shown),
    startWithSystem: (isOn) =>
      startWithSystem({ app, platform: process.platform, execPath: process.execPath, appImage }, isOn),
  };
}
