import path from 'node:path';
import { app, Menu, protocol } from 'electron';
import type { StartupProblem } from '../shared/i18n/startup.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { joinSale } from './app/join-sale.ts';
import { recover } from './app/recover.ts';
import { stopWith, tellRefused } from './join/dialogs.ts';
import { openFoundation } from './join/foundation.ts';
import { joinCounter } from './join/join-counter.ts';
import { joinPrinting } from './join/join-printing.ts';
import { joinRequests } from './join/join-requests.ts';
import { joinScreens } from './join/join-screens.ts';
import { joinSellers } from './join/join-sellers.ts';
import { keepComputersPolicy } from './join/keep-computers-policy.ts';
import { beginLater, keepRunning } from './join/keep-running.ts';
import { openBook } from './join/open-book.ts';
import { openCounter } from './join/open-counter.ts';
import { provisionCounter } from './join/provision-counter.ts';
import { encodeReceipt } from './printing/encode.ts';
import { appSchemePrivileges } from './window/app-protocol.ts';
import { guardContents } from './window/guards.ts';
import { createWindows } from './window/windows.ts';

const devServer = app.isPackaged ? undefined : process.env['VITE_DEV_SERVER_URL'];
const windowsOptions = {
  preloadFolder: path.join(app.getAppPath(), 'out/preload'),
  isPackaged: app.isPackaged,
  devServer,
};
const windows = createWindows(windowsOptions);

// As root, Chromium runs only with --no-sandbox, and enabling the sandbox all the same would loop.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
protocol.registerSchemesAsPrivileged([appSchemePrivileges]);
Menu.setApplicationMenu(null);
guardContents(app, devServer);

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => windows.showCounter());
  app.on('window-all-closed', () => windows.comesBack() || app.quit());
  void app
    .whenReady()
    .then(start)
    .then(
      (started) => (started.ok ? undefined : stopWith(started.error)),
      (bug: unknown) => stopWith({ code: 'unforeseen', detail: String(bug) }),
    );
} else {
  // Two programs on one ledger would each believe that they alone sell.
  app.quit();
}

/** Builds the parts, each on those before it, hands them to each other, and opens the window. */
async function start(): Promise<Result<void, StartupProblem>> {
  const founded = await openFoundation();
  if (!founded.ok) return founded;
  const { store, clock, log } = founded.value;

  const provisioned = await provisionCounter(founded.value);
  // A counter that was to be set up by the file must not train instead.
  if (provisioned.kind === 'refused' && !store.existed && !provisioned.isByChance) {
    const { code: reason, where, file } = provisioned;
    return err({ code: 'provision-refused', reason, where, file });
  }
  const foundation = { ...founded.value, policy: keepComputersPolicy(founded.value, provisioned) };
  const isSetUp = store.existed || provisioned.kind === 'applied' || foundation.policy.view !== null;
  const opened = await openBook(foundation, isSetUp);
  if (!opened.ok) return opened;
  if (opened.value === undefined) return ok(undefined);
  const book = opened.value;
  const { ledger } = book;

  const sellers = await joinSellers(foundation, book);
  const counter = joinCounter(foundation, book, sellers);
  counter.counter.onChange((state) => windows.tellCounter(state));
  const printing = joinPrinting(foundation, book, counter.counter, windows);
  const { queue } = printing.printing;
  const sale = joinSale({
    ledger,
    sellers: sellers.sellers,
    counter: counter.counter,
    clock,
    shop: () => store.get().shop,
    printing: () => store.get().printing,
    queue,
    encode: encodeReceipt,
    printPastQueue: (bytes) => printing.printing.printPastQueue(bytes),
    openDrawer: (id) => printing.printing.openDrawer(id),
    atCounter: counter.attendance,
    log,
  });
  // The queue looks first at what it left half printed; settling may then give it new jobs.
  queue.recover();
  recover({ ledger, clock, settle: sale.settle });
  counter.counter.ledgerChanged(ledger.countOpen());

  const screens = joinScreens(foundation, counter, sale, windowsOptions);
  const joined = { foundation, book, sellers, counter, printing, sale, screens, windows };
  keepRunning(joined, joinRequests(joined));
  openCounter(joined, devServer);
  if (provisioned.kind === 'refused') tellRefused(provisioned, store.get().shop.language);
  beginLater(joined);
  return ok(undefined);
}
