import fs from 'node:fs';
import path from 'node:path';
import { app, clipboard, dialog, ipcMain, Menu, protocol, session } from 'electron';
import { startupWords, type StartupProblem } from '../shared/i18n/startup.ts';
import { ledgerKinds, type LedgerKind } from '../shared/ledger-kind.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { createChangeSettings } from './app/change-settings.ts';
import { chooseLedger } from './app/choose-ledger.ts';
import { systemClock } from './app/clock.ts';
import { createCounter } from './app/counter.ts';
import { createInquire } from './app/inquire.ts';
import { createPay } from './app/pay.ts';
import { notePrinting } from './app/note-printing.ts';
import { createQuoteDesk } from './app/quote-desk.ts';
import { createReceipts } from './app/receipts.ts';
import { recover } from './app/recover.ts';
import { createRequestHandlers } from './app/requests.ts';
import { createSettle } from './app/settle.ts';
import { createShareReceipt } from './app/share-receipt.ts';
import { ledgerKindAt } from './billers/account-kind.ts';
import { createTeleanjar } from './billers/teleanjar/teleanjar.ts';
import { registerRequests } from './ipc/registry.ts';
import { countOpenIn } from './ledger/count-open.ts';
import { openLedger } from './ledger/sqlite-ledger.ts';
import { openFileLog } from './logging/file-log.ts';
import { createPrinter, warmUpPrinting } from './printing/create-printer.ts';
import { encodeReceipt } from './printing/encode.ts';
import { createPrintQueue } from './printing/queue.ts';
import { openSettings } from './settings/settings-file.ts';
import { startTeleanjarServer } from './training/teleanjar-server.ts';
import { openKeyStoreVault } from './vault/key-store-vault.ts';
import { appSchemePrivileges, serveApp } from './window/app-protocol.ts';
import { guardContents, guardSession } from './window/guards.ts';
import { holdClosing } from './window/hold-closing.ts';
import { createWindows } from './window/windows.ts';

/** Long enough that a cashier in training sees the waiting that the real line brings. */
const trainingLatencyMs = 400;

const unlessMissing = { throwIfNoEntry: false } as const;

const devServer = app.isPackaged ? undefined : process.env['VITE_DEV_SERVER_URL'];
const windows = createWindows({
  preloadFolder: path.join(app.getAppPath(), 'out/preload'),
  isPackaged: app.isPackaged,
  devServer,
});

// As root, Chromium runs only with --no-sandbox, and enabling the sandbox all the same would loop.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
protocol.registerSchemesAsPrivileged([appSchemePrivileges]);
Menu.setApplicationMenu(null);
guardContents(app, devServer);

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => windows.showCounter());
  app.on('window-all-closed', () => app.quit());
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

/** Builds the parts, hands them to each other, and opens the window. */
async function start(): Promise<Result<void, StartupProblem>> {
  const dataFolder = app.getPath('userData');
  const opened = openSettings(path.join(dataFolder, 'settings.json'));
  if (!opened.ok) return err({ code: 'settings-unreadable', file: opened.error.file });
  const store = opened.value;
  const { open, teleanjar, born } = store.get();
  const ledgerFileOf = (each: LedgerKind): string => path.join(dataFolder, each, 'ledger.db');

  const wanted = open === 'training' ? 'training' : (ledgerKindAt(teleanjar.baseUrl) ?? 'live');
  const kind = chooseLedger({
    wanted: store.existed ? wanted : 'absent',
    born: ledgerKinds.filter((each) => born.includes(each) || fs.existsSync(path.join(dataFolder, each))),
    // An empty file is a ledger that was lost, not one that is new.
    ledgers: ledgerKinds.filter((each) => (fs.statSync(ledgerFileOf(each), unlessMissing)?.size ?? 0) > 0),
  });
  if (!kind.ok) return err({ code: kind.error, folder: dataFolder });

  const clock = systemClock;
  const ledgerFile = ledgerFileOf(kind.value);
  fs.mkdirSync(path.dirname(ledgerFile), { recursive: true });
  const ledgerOpened = openLedger(ledgerFile, kind.value, clock.now());
  if (!ledgerOpened.ok) return err({ ...ledgerOpened.error, file: ledgerFile });
  const ledger = ledgerOpened.value;
  if (!born.includes(kind.value)) store.save({ ...store.get(), born: [...born, kind.value] });

  const vault = openKeyStoreVault(path.join(dataFolder, 'vault.json'), (error) =>
    log.fault('the credentials could not be written', error),
  );
  const log = openFileLog({
    folder: path.join(dataFolder, 'logs'),
    toConsole: !app.isPackaged,
    secrets: () => Object.values(vault.credentials() ?? {}),
  });
  const onBug = (bug: unknown): void => {
    log.fault('a bug', bug);
    // Loud where somebody can mend it; contained where somebody sells.
    if (!app.isPackaged) app.exit(70);
  };
  process.on('uncaughtException', onBug);
  process.on('unhandledRejection', onBug);

  const biller = await connectBiller(kind.value);
  const shop = () => store.get().shop;
  const counter = createCounter({
    ledger: kind.value,
    language: shop().language,
    theme: shop().theme,
    shopName: shop().shop.name,
    numberRules: shop().numberRules,
    biller: {
      id: biller.id,
      ready: kind.value === 'training' || vault.hasCredentials(),
      connection: 'untried',
    },
    deposit: null,
    printer: { settings: shop().printer, status: 'unknown', problem: null },
    unresolved: 0,
    exchange: null,
    printing: null,
    ledgerRevision: 0,
  });
  counter.onChange((state) => windows.tellCounter(state));

  const queue = createPrintQueue({
    store: ledger.printJobs,
    printer: () => createPrinter(shop().printer),
    onChange: (job) => notePrinting(counter, job),
    onFault: (error) => log.fault('the print queue met what should not happen', error),
  });
  const receipts = createReceipts({ ledger, queue, shop, encode: encodeReceipt, log });
  const settle = createSettle({ biller, ledger, counter, clock, receipts, log });
  // The queue looks first at what it left half printed; settling may then give it new jobs.
  queue.recover();
  recover({ ledger, clock, settle });
  counter.ledgerChanged(ledger.countOpen());

  const desk = createQuoteDesk(clock);
  const sale = createInquire({ biller, ledger, counter, desk, clock, log });
  const pay = createPay({ biller, ledger, counter, desk, clock, settle, log });
  const share = createShareReceipt({
    ledger,
    receipts,
    // Done at once in Electron 33, a promise in 45.
    putOnClipboard: async (text) => await clipboard.writeText(text),
    drawPaper: (job) => windows.drawPaper(job),
    folder: () => shop().pictureFolder || path.join(app.getPath('pictures'), 'Loket'),
    log,
  });
  const settings = createChangeSettings({
    store,
    vault,
    ledger,
    counter,
    dataFolder,
    kindOf: ledgerKindAt,
    openElsewhere: () =>
      ledgerKinds.some(
        (each) => each !== 'training' && each !== kind.value && countOpenIn(ledgerFileOf(each)) > 0,
      ),
    restart,
    log,
  });
  registerRequests(
    ipcMain,
    createRequestHandlers({ counter, ledger, sale, pay, receipts, share, settings }),
    {
      isTrusted: (event) => windows.isTrusted(event),
      onBug: (request, error) => log.fault(`the request ${request} failed by a bug`, error),
      checkOutput: !app.isPackaged,
    },
  );

  serveApp(protocol, path.join(app.getAppPath(), 'out/renderer'));
  guardSession(session.defaultSession, devServer);
  app.on('quit', () => ledger.close());
  const hold = holdClosing(app, () => counter.state().exchange?.kind === 'payment');
  counter.onChange(() => hold.reconsider());
  windows.openCounter((window) => hold.guard(window));
  // After the first paint, so that neither the start nor the first receipt waits for the printing library.
  setTimeout(
    () => void warmUpPrinting().catch((error: unknown) => log.fault('printing is not there', error)),
    1000,
  );
  return ok(undefined);

  async function connectBiller(ledgerKind: LedgerKind) {
    if (ledgerKind !== 'training') {
      return createTeleanjar({ settings: teleanjar, credentials: () => vault.credentials() });
    }
    const server = await startTeleanjarServer({ latencyMs: trainingLatencyMs });
    const { baseUrl, separator, productCodes, account } = server;
    const { uuid, username, password, apiKey } = account;
    return createTeleanjar({
      settings: { baseUrl, separator, productCodes },
      credentials: () => ({ uuid, username, password, apiKey }),
    });
  }
}

function stopWith(problem: StartupProblem): void {
  // Before the settings are read, the system's language is the best guess there is.
  const { title, body } = startupWords(problem, app.getLocale().startsWith('en') ? 'en' : 'id');
  // Also where a technician's log of the system keeps it.
  process.stderr.write(`${title}\n${body}\n`);
  dialog.showErrorBox(title, body);
  app.exit(1);
}

function restart(): void {
  app.relaunch();
  app.quit();
}
