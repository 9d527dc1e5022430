import { app, powerMonitor, powerSaveBlocker, screen } from 'electron';
import type { SaleJoined } from '../app/join-sale.ts';
import { createCustomerDisplay, type CustomerDisplay } from '../app/customer-display.ts';
import { createScreens, type Screens } from '../app/screens.ts';
import { appImageOf } from '../updates/installed-by.ts';
import { holdClosing, type ClosingHold } from '../window/hold-closing.ts';
import { createScreenWindows, type ScreenWindows } from '../window/screens.ts';
import type { WindowsOptions } from '../window/windows.ts';
import { callLater } from './call-later.ts';
import type { RuledFoundation } from './foundation.ts';
import type { CounterJoined } from './join-counter.ts';
import { restart } from './restart.ts';
import { surroundings } from './surroundings.ts';

/** What holds the counter's window, and the display on its customer's side. */
export interface ScreensJoined {
  readonly display: CustomerDisplay;
  readonly screens: Screens;
  readonly hold: ClosingHold;
  readonly windows: ScreenWindows;
}

export function joinScreens(
  { store, approve, log, policy }: RuledFoundation,
  { counter, isPaying }: CounterJoined,
  { inHand }: SaleJoined,
  options: WindowsOptions,
): ScreensJoined {
  const display = createCustomerDisplay({
    inHand,
    counter,
    shop: () => store.get().shop,
    display: () => store.get().screens.customer,
    after: callLater,
    tell: (view) => windows.tellCustomer(view),
    log,
  });
  // Before the kiosk's hold, which asks whether the end of the program was refused.
  const hold = holdClosing({ app, powerMonitor, powerSaveBlocker, isBusy: isPaying });
  const windows = createScreenWindows({
    ...options,
    app,
    screen,
    powerSaveBlocker,
    view: () => display.view(),
    appImage: appImageOf(surroundings()),
  });
  const screens = createScreens({
    store,
    approve,
    policy,
    counter,
    startWithSystem: (isOn) => windows.startWithSystem(isOn),
    onChange(wanted) {
      windows.apply(wanted);
      display.reconsider();
    },
    restart: () => restart(),
    quit: () => app.quit(),
    log,
  });
  return { display, screens, hold, windows };
}
