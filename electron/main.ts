import path from 'node:path';
import {
  app,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  screen,
  session,
} from 'electron';
import { provisionWords, startupWords, type StartupProblem } from '../shared/i18n/startup.ts';
import { ledgerKinds, type LedgerKind } from '../shared/ledger-kind.ts';
import type { ProvisionFault } from '../shared/provision.ts';
import type { Language } from '../shared/settings.ts';
import { redactor } from '../shared/redact.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { createApprove } from './app/approve.ts';
import { askDeposits } from './app/ask-deposits.ts';
import { createAttendance } from './app/attendance.ts';
import { createBackups } from './app/backups.ts';
import { createChangeSettings } from './app/change-settings.ts';
import { chooseLedger } from './app/choose-ledger.ts';
import { systemClock } from './app/clock.ts';
import { createCloseGap } from './app/close-gap.ts';
import { createConfirmAgain } from './app/confirm-again.ts';
import { createConnectBillers } from './app/connect-billers.ts';
import { createCounter } from './app/counter.ts';
import { createCustomerDisplay } from './app/customer-display.ts';
import { createEvidence } from './app/evidence.ts';
import { joinSale } from './app/join-sale.ts';
import { keepLedger } from './app/keep-ledger.ts';
import { createOwnerPin } from './app/owner-pin.ts';
import { testInLog } from './app/drawer.ts';
import { createPaymentViews } from './app/payment-views.ts';
import { guardHandlers } from './app/permissions.ts';
import { createPinGuesses } from './app/pin-guesses.ts';
import { followPayments } from './app/follow-payments.ts';
import { createHeldPapers } from './app/held-papers.ts';
import { createHistory } from './app/history.ts';
import { createHistoryRequests } from './app/history-requests.ts';
import { notePapers, notePrinter, printersOf } from './app/note-printing.ts';
import { offerRestore, type RestoreQuestion } from './app/offer-restore.ts';
import { createDiagnostics } from './app/diagnostics.ts';
import { createPrinterMemory } from './app/printer-memory.ts';
import { provision } from './app/provision.ts';
import { recover } from './app/recover.ts';
import { createRequestHandlers } from './app/requests.ts';
import { createResolveByHand } from './app/resolve-by-hand.ts';
import { createScreenRequests } from './app/screen-requests.ts';
import { createScreens } from './app/screens.ts';
import { createSellers } from './app/sellers.ts';
import { createShareReceipt } from './app/share-receipt.ts';
import { createShift } from './app/shift.ts';
import { createShiftRequests } from './app/shift-requests.ts';
import { shopState } from './app/shop-state.ts';
import { createStaff } from './app/staff.ts';
import { createStaffRequests } from './app/staff-requests.ts';
import { createTakeForFinal } from './app/take-for-final.ts';
import { createTryBiller } from './app/try-biller.ts';
import { watchClock } from './app/watch-clock.ts';
import { readCaFile } from './billers/ca-file.ts';
import { billerDefinitions } from './billers/registry.ts';
import { teleanjar } from './billers/teleanjar/teleanjar.ts';
import { registerRequests } from './ipc/registry.ts';
import { backupsIn } from './ledger/backup-files.ts';
import { lockDataFolder } from './ledger/instance-lock.ts';
import { createLedgerKeeper } from './ledger/keeper.ts';
import { ledgerFilesIn } from './ledger/ledger-files.ts';
import { finishRestore, openForRun } from './ledger/open-for-run.ts';
import { createLedgerQueries } from './ledger/query-keeper.ts';
import { folderFacts, unsafeFolder } from './ledger/unsafe-folder.ts';
import { openFileLog } from './logging/file-log.ts';
import { encodeReceipt } from './printing/encode.ts';
import { createPrinting } from './printing/printing.ts';
import { openProvisionFile } from './settings/provision-file.ts';
import { openSettings } from './settings/settings-file.ts';
import { trainingBillers } from './training/training-billers.ts';
import { openKeyStoreVault } from './vault/key-store-vault.ts';
import { createActivity } from './window/activity.ts';
import { appSchemePrivileges, serveApp } from './window/app-protocol.ts';
import { closeFirst } from './window/close-first.ts';
import { guardContents, guardSession } from './window/guards.ts';
import { holdClosing } from './window/hold-closing.ts';
import { createScreenWindows } from './window/screens.ts';
import { createWindows } from './window/windows.ts';

/** Long enough that a cashier in training sees the waiting that the real line brings. */
const trainingLatencyMs = 400;

/** `--provision=FILE`: a file to set this counter up by, on a stick for instance. */
const provisionSwitch = app.commandLine.getSwitchValue('provision');
const provisionPath = provisionSwitch === '' ? undefined : path.resolve(provisionSwitch);

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
  const unsafe = unsafeFolder(dataFolder, folderFacts(dataFolder));
  if (unsafe !== undefined) return err({ code: 'unsafe-folder', folder: dataFolder, because: unsafe });
  // Electron's own lock knows only this user's programs.
  const locked = lockDataFolder(dataFolder);
  if (!locked.ok) return err({ code: locked.error, folder: dataFolder });
  const files = ledgerFilesIn(dataFolder);
  // A restore that was cut off is finished before anybody looks which ledgers there are.
  for (const each of ledgerKinds) {
    const finished = finishRestore({ file: files.of(each), kind: each, now: clock.now() });
    if (!finished.ok) return finished;
  }
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

  const guesses = createPinGuesses({ store, clock, log });
  const pin = createOwnerPin({ store, guesses, log });
  const approve = createApprove(store, guesses);
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
  const backupFolder = () => store.get().shop.backupFolder || path.join(dataFolder, 'backup');
  const keeperOf = (of: LedgerKind) =>
    createLedgerKeeper({
      program: path.join(app.getAppPath(), 'out/ledger-worker/ledger-worker.cjs'),
      ledger: files.of(of),
      kind: of,
      onFault: (error) => log.fault('the ledger’s worker failed', error),
    });
  /** Without its ledger the program stops, unless somebody wants the newest backup in its place. */
  const withoutLedger = async (problem: StartupProblem, of: LedgerKind) => {
    const [newest] = backupsIn(backupFolder(), of);
    const isRestored = await offerRestore(problem, {
      keeper: keeperOf(of),
      newestBackup: newest === undefined ? undefined : path.join(backupFolder(), newest.name),
      ask: askToRestore,
      language: store.get().shop.language,
    });
    return isRestored ? ok(restart()) : err(problem);
  };
  if (!kind.ok) return withoutLedger({ code: kind.error, folder: dataFolder }, open);
  const ledgerOpened = await openForRun({
    file: files.of(kind.value),
    kind: kind.value,
    backupFolder: backupFolder(),
    now: clock.now(),
  });
  if (!ledgerOpened.ok) return withoutLedger(ledgerOpened.error, kind.value);
  const keeper = keeperOf(kind.value);
  const ledger = ledgerOpened.value;
  const queries = createLedgerQueries({
    program: path.join(app.getAppPath(), 'out/query-worker/query-worker.cjs'),
    ledger: files.of(kind.value),
    onFault: (error) => log.fault('the worker for queries failed', error),
  });
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
  const printingSettings = () => store.get().printing;
  const counter = createCounter({
    ...shopState(shop()),
    ledger: kind.value,
    billers: billers.map((biller) => ({
      id: biller.id,
      name: biller.name,
      ready: kind.value === 'training' || vault.credentials(biller.id) !== undefined,
      connection: 'untried' as const,
      deposit: null,
      clockAheadMs: 0,
    })),
    printers: printersOf(printingSettings(), []),
    receiptPrinter: printingSettings().receipts,
    papersWaiting: ledger.printJobs.countWaiting(),
    unresolved: 0,
    gaps: ledger.openGaps().length,
    stopped: null,
    clock: { kind: 'ok' },
    backup: { at: backupsIn(backupFolder(), kind.value)[0]?.at ?? null, problem: null },
    exchange: null,
    signsIn: false,
    present: null,
    shift: ledger.till.openShift() ?? null,
    isIntroduced: store.get().isIntroduced,
    kiosk: false,
    ledgerRevision: 0,
  });
  counter.onChange((state) => windows.tellCounter(state));
  const isPaying = (): boolean => counter.state().exchange?.kind === 'payment';
  const staff = createStaff({ store, guesses, approve, isPaying, log });
  const activity = createActivity();
  const attendance = createAttendance({
    staff,
    counter,
    clock,
    shop,
    hasOpenShift: () => ledger.till.openShift() !== undefined,
    onActivity: (listener) => activity.onActivity(listener),
    after: callLater,
  });

  const memory = createPrinterMemory(store, log);
  const held = createHeldPapers();
  const pictureFolder = () => shop().pictureFolder || path.join(app.getPath('pictures'), 'Loket');
  const printing = createPrinting({
    settings: printingSettings,
    memory,
    store: ledger.printJobs,
    pictures: {
      draw: (bytes, paper, format) => held.during({ bytes, paper }, (id) => windows.drawPaper(id, format)),
      folder: pictureFolder,
      name: () => `struk-${new Date(clock.now()).toISOString().replaceAll(/[-:]/g, '').replace('.', '-')}`,
    },
    now: () => clock.now(),
    onChange: () => notePapers(counter, ledger.printJobs),
    onLook: (id, look) => notePrinter(counter, id, look),
    onFault: (error) => log.fault('printing met what should not happen', error),
    onReason: (printer, reason) => log.note(`printer “${printer}”: ${reason}`),
  });
  const { queue } = printing;
  const joined = joinSale({
    ledger,
    sellers,
    counter,
    clock,
    shop,
    printing: printingSettings,
    queue,
    encode: encodeReceipt,
    printPastQueue: (bytes) => printing.printPastQueue(bytes),
    openDrawer: (id) => printing.openDrawer(id),
    atCounter: attendance,
    log,
  });
  const { notes, selling, receipts, settle, desk, lines, checker } = joined;
  // The queue looks first at what it left half printed; settling may then give it new jobs.
  queue.recover();
  recover({ ledger, clock, settle });
  counter.ledgerChanged(ledger.countOpen());

  const share = createShareReceipt({
    ledger,
    receipts,
    // Done at once in Electron 33, a promise in 45.
    putOnClipboard: async (text) => await clipboard.writeText(text),
    drawPaper: (job, format) => windows.drawPaper(job, format),
    folder: pictureFolder,
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
    onPrintersChanged: () => queue.wake(),
    restart,
    log,
  });
  const finals = createTakeForFinal({
    ledger,
    sellers,
    settle,
    approve,
    withAnswer: (biller, answer) => settings.withFinalAnswer(biller, answer),
    reader: (biller, profile) => connect.reader(biller, profile),
    add: (biller, answer) => settings.addFinalAnswer(biller, answer),
    reconnect: (biller) => connect.stored(biller),
  });
  const tryBiller = createTryBiller({ stored: (id) => connect.stored(id), clock });
  const backups = createBackups({
    keeper,
    folder: backupFolder,
    list: (folder) => backupsIn(folder, kind.value),
    clock,
    counter,
    approve,
    isListening: () => lines.isAnyOpen(),
    restart,
    log,
  });
  const views = createPaymentViews({ ledger, counter, sellers, checker, finals, unsaved: joined.unsaved });
  const shift = createShift({
    ledger,
    press: joined.press,
    counter,
    clock,
    atCounter: attendance,
    shop,
    log,
  });
  const display = createCustomerDisplay({
    inHand: joined.inHand,
    counter,
    shop,
    display: () => store.get().screens.customer,
    after: callLater,
    tell: (view) => screenWindows.tellCustomer(view),
    log,
  });
  const hold = holdClosing({
    app,
    powerMonitor,
    powerSaveBlocker,
    isBusy: isPaying,
  });
  const screenWindows = createScreenWindows({
    ...windowsOptions,
    app,
    screen,
    powerSaveBlocker,
    view: () => display.view(),
  });
  const screens = createScreens({
    store,
    approve,
    counter,
    startWithSystem: (isOn) => screenWindows.startWithSystem(isOn),
    onChange(wanted) {
      screenWindows.apply(wanted);
      display.reconsider();
    },
    restart,
    quit: () => app.quit(),
    log,
  });
  const handlers = {
    ...createStaffRequests(staff, attendance),
    ...createShiftRequests(shift, (payment) => views.byId(payment)),
    ...createHistoryRequests(createHistory({ ledger, queries, log })),
    ...createScreenRequests(screens, joined.inHand, views, settings),
    ...createRequestHandlers({
      views,
      counter,
      ledger,
      sellers,
      desk,
      approve,
      checker,
      finals,
      tryBiller,
      sale: joined.sale,
      pay: joined.pay,
      receipts,
      papers: joined.papers,
      report: joined.report,
      held,
      share,
      settings,
      confirmAgain: createConfirmAgain({ ledger, desk, clock, approve }),
      evidence: createEvidence({
        sellers,
        ledger,
        counter,
        notes,
        clock,
        redact: (text) => redactor(vault.allSecrets())(text),
        log,
      }),
      resolve: createResolveByHand({ ledger, settle, approve }),
      closeGap: createCloseGap({ ledger, counter, clock, approve, log }),
      unsaved: joined.unsaved,
      backups,
      diagnostics: createDiagnostics({
        version: app.getVersion(),
        printing: printingSettings,
        counter,
        memory,
        dropped: joined.dropped,
      }),
      findPrinters: () => printing.find(),
      testPrinter: testInLog((test) => printing.test(test), log),
    }),
  };
  registerRequests(ipcMain, guardHandlers(handlers, { attendance, shop }), {
    isTrusted: (event) => windows.isTrusted(event),
    onBug: (request, error) => log.fault(`the request ${request} failed by a bug`, error),
    checkOutput: !app.isPackaged,
  });

  serveApp(protocol, path.join(app.getAppPath(), 'out/renderer'));
  guardSession(session.defaultSession, devServer);
  followPayments(counter, () => checker.reconsider());
  const endWatch = watchClock(counter, clock, ledger.newestAt());
  const endKeeping = keepLedger({ ledger, keeper, backups, counter, selling, log });
  closeFirst(app, () => printing.close());
  app.on('quit', () => {
    checker.stop();
    attendance.stop();
    display.stop();
    endWatch();
    endKeeping();
    void keeper.close();
    void queries.close();
    ledger.close();
    locked.value.release();
  });
  counter.onChange(() => hold.reconsider());
  // Whoever leaves the PC locked, or shut, has left the counter too.
  powerMonitor.on('lock-screen', () => void attendance.lock());
  powerMonitor.on('suspend', () => void attendance.lock());
  windows.openCounter((window) => {
    hold.guard(window);
    screenWindows.guard(window);
    activity.watch(window);
  });
  screens.begin();
  if (provisioned.kind === 'refused') tellRefused(provisioned, shop().language);
  // After the first paint, so that neither the start nor the first receipt waits for the printing library.
  setTimeout(() => {
    printing.begin().catch((error: unknown) => log.fault('printing is not there', error));
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

/** The one question that is put before there is a window. The answer that changes nothing has the focus, and Esc means it. */
async function askToRestore({ title, body, close, restore }: RestoreQuestion): Promise<boolean> {
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    title,
    message: title,
    detail: body,
    buttons: [close, restore],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 1;
}

/** The counter stands as it was set before; whoever brought the file must know that it was not taken. */
function tellRefused({ code, where }: ProvisionFault, language: Language): void {
  const { title, body } = provisionWords({ code, where }, language);
  void dialog.showMessageBox({ type: 'warning', title, message: title, detail: body });
}

function callLater(ms: number, work: () => void): () => void {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
}

function restart(): void {
  // The stick with the provisioning file may be gone by then.
  const args = process.argv.slice(1).filter((arg) => !/^(--?|\/)provision\b/.test(arg));
  app.relaunch({ args });
  app.quit();
}
