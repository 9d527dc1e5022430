import fs from 'node:fs';
import path from 'node:path';
import { app, clipboard, dialog, ipcMain, Menu, protocol, session } from 'electron';
import { provisionWords, startupWords, type StartupProblem } from '../shared/i18n/startup.ts';
import type { ProvisionFault } from '../shared/provision.ts';
import type { Language } from '../shared/settings.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { askDeposits } from './app/ask-deposits.ts';
import { createBillerNotes } from './app/biller-notes.ts';
import { createChangeSettings } from './app/change-settings.ts';
import { createStatusChecker } from './app/check-status.ts';
import { chooseLedger } from './app/choose-ledger.ts';
import { systemClock } from './app/clock.ts';
import { createConnectBillers } from './app/connect-billers.ts';
import { createCounter } from './app/counter.ts';
import { createInquire } from './app/inquire.ts';
import { createOpenLines } from './app/open-lines.ts';
import { createOwnerPin } from './app/owner-pin.ts';
import { createPay } from './app/pay.ts';
import { followPayments } from './app/follow-payments.ts';
import { notePrinting } from './app/note-printing.ts';
import { createQuoteDesk } from './app/quote-desk.ts';
import { provision } from './app/provision.ts';
import { createReceipts } from './app/receipts.ts';
import { recover } from './app/recover.ts';
import { createRequestHandlers } from './app/requests.ts';
import { createSellers } from './app/sellers.ts';
import { createSettle } from './app/settle.ts';
import { createShareReceipt } from './app/share-receipt.ts';
import { createTakeForFinal } from './app/take-for-final.ts';
import { createTryBiller } from './app/try-biller.ts';
import { readCaFile } from './billers/ca-file.ts';
import { billerDefinitions } from './billers/registry.ts';
import { teleanjar } from './billers/teleanjar/teleanjar.ts';
import { registerRequests } from './ipc/registry.ts';
import { ledgerFilesIn } from './ledger/ledger-files.ts';
import { openLedger } from './ledger/sqlite-ledger.ts';
import { openFileLog } from './logging/file-log.ts';
import { createPrinter, warmUpPrinting } from './printing/create-printer.ts';
import { encodeReceipt } from './printing/encode.ts';
import { createPrintQueue } from './printing/queue.ts';
import { openProvisionFile } from './settings/provision-file.ts';
import { openSettings } from './settings/settings-file.ts';
import { trainingBillers } from './training/training-billers.ts';
import { openKeyStoreVault } from './vault/key-store-vault.ts';
import { appSchemePrivileges, serveApp } from './window/app-protocol.ts';
import { guardContents, guardSession } from './window/guards.ts';
import { holdClosing } from './window/hold-closing.ts';
import { createWindows } from './window/windows.ts';

/** Long enough that a cashier in training sees the waiting that the real line brings. */
const trainingLatencyMs = 400;

/** `--provision=FILE`: a file to set this counter up by, on a stick for instance. */
const provisionSwitch = app.commandLine.getSwitchValue('provision');
const provisionPath = provisionSwitch === '' ? undefined : path.resolve(provisionSwitch);

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
  const clock = systemClock;
  const opened = openSettings(path.join(dataFolder, 'settings.json'), {
    defaults: teleanjar.form.defaults,
    kindOf: (address) => teleanjar.ledgerKindOf(address),
  });
  if (!opened.ok) return err({ code: 'settings-unreadable', file: opened.error.file });
  const store = opened.value;
  const vault = openKeyStoreVault(path.join(dataFolder, 'vault.json'), (error) =>
    log.fault('the credentials could not be written', error),
  );
  const log = openFileLog({
    folder: path.join(dataFolder, 'logs'),
    toConsole: !app.isPackaged,
    secrets: () => vault.allSecrets(),
  });
  const onBug = (bug: unknown): void => {
    log.fault('a bug', bug);
    // Loud where somebody can mend it; contained where somebody sells.
    if (!app.isPackaged) app.exit(70);
  };
  process.on('uncaughtException', onBug);
  process.on('unhandledRejection', onBug);

  const pin = createOwnerPin({ store, clock, log });
  const files = ledgerFilesIn(dataFolder);
  const provisioned = await provision({
    file: openProvisionFile(provisionPath ?? path.join(dataFolder, 'provision.json'), {
      isNamed: provisionPath !== undefined,
      onFault: (error) => log.fault('the provisioning file could not be written', error),
    }),
    store,
    vault,
    billers: billerDefinitions,
    ownerPin: pin,
    clock,
    openAccounts: (biller) => files.openAccounts(biller),
    wasLive: () => files.born().includes('live'),
    log,
  });
  // A counter that was to be set up by the file must not train instead.
  if (provisioned.kind === 'refused' && !store.existed) {
    return err({ code: 'provision-refused', reason: provisioned.code, where: provisioned.where });
  }

  const { open, born } = store.get();
  const kind = chooseLedger({
    wanted: store.existed || provisioned.kind === 'applied' ? open : 'absent',
    born: [...born, ...files.born()],
    ledgers: files.present(),
  });
  if (!kind.ok) return err({ code: kind.error, folder: dataFolder });
  const ledgerFile = files.of(kind.value);
  fs.mkdirSync(path.dirname(ledgerFile), { recursive: true });
  const ledgerOpened = openLedger(ledgerFile, kind.value, clock.now());
  if (!ledgerOpened.ok) return err({ ...ledgerOpened.error, file: ledgerFile });
  const ledger = ledgerOpened.value;
  if (!born.includes(kind.value)) store.save({ ...store.get(), born: [...born, kind.value] });

  const connect = createConnectBillers({
    definitions: billerDefinitions,
    settings: () => store.get(),
    hasCredentials: (id) => vault.hasCredentials(id),
    credentials: (id) => vault.credentials(id),
    readCa: (file) => readCaFile(file, (error) => log.fault('the CA file cannot be read', error)),
    train: (id) => trainingBillers[id]?.({ latencyMs: trainingLatencyMs }),
  });
  const billers = await connect.forLedger(kind.value);
  const sellers = createSellers(billers, store.get().preferredBiller);
  const shop = () => store.get().shop;
  const counter = createCounter({
    ledger: kind.value,
    language: shop().language,
    theme: shop().theme,
    shopName: shop().shop.name,
    numberRules: shop().numberRules,
    billers: billers.map((biller) => ({
      id: biller.id,
      name: biller.name,
      ready: kind.value === 'training' || vault.credentials(biller.id) !== undefined,
      connection: 'untried' as const,
      deposit: null,
      clockAheadMs: 0,
    })),
    printer: { settings: shop().printer, status: 'unknown', problem: null },
    unresolved: 0,
    exchange: null,
    printing: null,
    ledgerRevision: 0,
  });
  counter.onChange((state) => windows.tellCounter(state));
  const notes = createBillerNotes(counter, clock);

  const queue = createPrintQueue({
    store: ledger.printJobs,
    printer: () => createPrinter(shop().printer),
    onChange: (job) => notePrinting(counter, job),
    onFault: (error) => log.fault('the print queue met what should not happen', error),
  });
  const receipts = createReceipts({ ledger, queue, shop, encode: encodeReceipt, log });
  const settle = createSettle({ sellers, ledger, counter, notes, clock, receipts, log });
  // The queue looks first at what it left half printed; settling may then give it new jobs.
  queue.recover();
  recover({ ledger, clock, settle });
  counter.ledgerChanged(ledger.countOpen());

  const desk = createQuoteDesk(clock);
  const lines = createOpenLines(clock);
  const checker = createStatusChecker({ sellers, ledger, counter, notes, lines, clock, settle, log });
  const sale = createInquire({ sellers, ledger, counter, notes, desk, clock, log });
  const pay = createPay({ sellers, ledger, counter, notes, lines, desk, clock, settle, log });
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
    billers: billerDefinitions,
    ledger: kind.value,
    counter,
    ownerPin: pin,
    dataFolder,
    openAccounts: (biller) => [
      ...(ledger.kind === 'training' ? [] : ledger.openAccounts(biller)),
      ...files.openAccounts(biller, ledger.kind),
    ],
    isListening: () => lines.isAnyOpen(),
    restart,
    log,
  });
  const finals = createTakeForFinal({
    ledger,
    sellers,
    settle,
    checkPin: (typed) => pin.check(typed),
    withAnswer: (biller, answer) => settings.withFinalAnswer(biller, answer),
    reader: (biller, profile) => connect.reader(biller, profile),
    add: (biller, answer) => settings.addFinalAnswer(biller, answer),
    reconnect: (biller) => connect.stored(biller),
  });
  const tryBiller = createTryBiller({ stored: (id) => connect.stored(id), clock });
  registerRequests(
    ipcMain,
    createRequestHandlers({
      counter,
      ledger,
      sellers,
      desk,
      pin,
      checker,
      finals,
      tryBiller,
      sale,
      pay,
      receipts,
      share,
      settings,
    }),
    {
      isTrusted: (event) => windows.isTrusted(event),
      onBug: (request, error) => log.fault(`the request ${request} failed by a bug`, error),
      checkOutput: !app.isPackaged,
    },
  );

  serveApp(protocol, path.join(app.getAppPath(), 'out/renderer'));
  guardSession(session.defaultSession, devServer);
  followPayments(counter, () => checker.reconsider());
  app.on('quit', () => {
    checker.stop();
    ledger.close();
  });
  const hold = holdClosing(app, () => counter.state().exchange?.kind === 'payment');
  counter.onChange(() => hold.reconsider());
  windows.openCounter((window) => hold.guard(window));
  if (provisioned.kind === 'refused') tellRefused(provisioned, shop().language);
  // After the first paint, so that neither the start nor the first receipt waits for the printing library.
  setTimeout(() => {
    warmUpPrinting().catch((error: unknown) => log.fault('printing is not there', error));
    void askDeposits({ sellers, notes, clock, log });
    // Works out the accounts' names for the ledger, which takes its time, before a payment needs them.
    for (const biller of sellers.all()) biller.account();
  }, 1000);
  return ok(undefined);
}

function stopWith(problem: StartupProblem): void {
  // Before the settings are read, the system's language is the best guess there is.
  const { title, body } = startupWords(problem, app.getLocale().startsWith('en') ? 'en' : 'id');
  // Also where a technician's log of the system keeps it.
  process.stderr.write(`${title}\n${body}\n`);
  dialog.showErrorBox(title, body);
  app.exit(1);
}

/** The counter stands as it was set before; whoever brought the file must know that it was not taken. */
function tellRefused({ code, where }: ProvisionFault, language: Language): void {
  const { title, body } = provisionWords({ code, where }, language);
  void dialog.showMessageBox({ type: 'warning', title, message: title, detail: body });
}

function restart(): void {
  // The stick with the provisioning file may be gone by then.
  const args = process.argv.slice(1).filter((arg) => !/^(--?|\/)provision\b/.test(arg));
  app.relaunch({ args });
  app.quit();
}
