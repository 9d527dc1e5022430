import path from 'node:path';
import { app, clipboard } from 'electron';
import type { RequestHandlers } from '../../shared/contract/contract.ts';
import { redactor } from '../../shared/redact.ts';
import { askDeposits } from '../app/ask-deposits.ts';
import { createArchiveRequests } from '../app/archive-requests.ts';
import { createArchives, type Archives } from '../app/archives.ts';
import type { Backups } from '../app/backups.ts';
import { createBackups } from '../app/backups.ts';
import { createChangeSettings } from '../app/change-settings.ts';
import { createCloseGap } from '../app/close-gap.ts';
import { createConfirmAgain } from '../app/confirm-again.ts';
import { createSaveDiagnostics } from '../app/diagnostics-bundle.ts';
import { createDiagnostics } from '../app/diagnostics.ts';
import { testInLog } from '../app/drawer.ts';
import { createEvidence } from '../app/evidence.ts';
import { createHistoryRequests } from '../app/history-requests.ts';
import { createHistory } from '../app/history.ts';
import { joinReports } from '../app/join-reports.ts';
import { joinTogether } from '../app/join-together.ts';
import { mayRestart } from '../app/may-restart.ts';
import { createOpenTable } from '../app/open-table.ts';
import { createPaymentViews } from '../app/payment-views.ts';
import { guardHandlers } from '../app/permissions.ts';
import { createRequestHandlers } from '../app/requests.ts';
import { createResolveByHand } from '../app/resolve-by-hand.ts';
import { createScreenRequests } from '../app/screen-requests.ts';
import { createShareReceipt } from '../app/share-receipt.ts';
import { createShiftRequests } from '../app/shift-requests.ts';
import { createStaffRequests } from '../app/staff-requests.ts';
import { createStickOffer, type StickOffer } from '../app/stick-offer.ts';
import { createStickRequests } from '../app/stick-requests.ts';
import { createTableEdge } from '../app/table-edge.ts';
import { createTakeForFinal } from '../app/take-for-final.ts';
import { createTogetherRequests } from '../app/together-requests.ts';
import { createTryBiller } from '../app/try-biller.ts';
import { createUpdateRequests } from '../app/update-requests.ts';
import type { Updates } from '../app/updates.ts';
import { createVaultKey } from '../app/vault-key.ts';
import { createVaultRequests } from '../app/vault-requests.ts';
import { billerDefinitions } from '../billers/registry.ts';
import { createArchiver } from '../archive/archiver.ts';
import { answerRequests } from '../ipc/answer-requests.ts';
import type { AnswerRequest } from '../ipc/registry.ts';
import { backupsIn } from '../ledger/backup-files.ts';
import { createFileDialogs, type SystemDialogs } from '../window/file-dialogs.ts';
import { migrations } from '../ledger/schema.ts';
import { restoredSettingsOf } from '../settings/restored-settings.ts';
import { readArchivedSettings } from '../settings/settings-file.ts';
import { filesOnSticks } from './files-on-sticks.ts';
import { formerBiller } from './foundation.ts';
import { joinUpdates } from './join-updates.ts';
import type { Joined } from './joined.ts';
import { provisionFileAt } from './provision-counter.ts';
import { restart } from './restart.ts';

/** What is done unasked too. */
export interface Unasked {
  readonly backups: Backups;
  readonly updates: Updates;
}

/** Everything that the window may ask, each request guarded by who may ask it. */
export function joinRequests(joined: Joined): { readonly answer: AnswerRequest; readonly unasked: Unasked } {
  const { foundation, counter, windows } = joined;
  const { store, log } = foundation;
  const backups = backupsOf(joined);
  const updates = joinUpdates(joined, backups);
  const shop = () => store.get().shop;
  const guarded = guardHandlers(handlersOf(joined, { backups, updates }), {
    attendance: counter.attendance,
    shop,
  });
  const answer = answerRequests(guarded, {
    isTrusted: (event) => windows.isTrusted(event),
    onBug: (request, error) => log.fault(`the request ${request} failed by a bug`, error),
    checkOutput: !app.isPackaged,
  });
  return { answer, unasked: { backups, updates } };
}

const backupsOf = ({ foundation, book, counter: { counter }, sale }: Joined): Backups =>
  createBackups({
    keeper: book.keeper,
    folder: book.backupFolder,
    list: (folder) => backupsIn(folder, book.kind),
    clock: foundation.clock,
    counter,
    approve: foundation.approve,
    isListening: sale.isListening,
    restart: () => restart(),
    log: foundation.log,
  });

const archivesOf = (
  { foundation, book, counter: { counter }, sale }: Joined,
  dialogs: SystemDialogs,
): Archives => {
  const { dataFolder, files, store, clock, approve, log } = foundation;
  return createArchives({
    dataFolder,
    archiver: createArchiver({
      program: path.join(app.getAppPath(), 'out/archive-worker/archive-worker.cjs'),
      onFault: (error) => log.fault('the archive’s worker failed', error),
    }),
    places: {
      chooseTarget: async (name) => (await dialogs.saveArchive(name)) ?? undefined,
      chooseArchive: async () => (await dialogs.openArchive()) ?? undefined,
    },
    store,
    readSettings: (text) => readArchivedSettings(text, formerBiller),
    restored: restoredSettingsOf(path.join(dataFolder, 'settings.json')),
    ledger: book.ledger,
    keeper: book.keeper,
    keeperOf: book.keeperOf,
    present: () => files.present(),
    program: app.getVersion(),
    schema: migrations.length,
    clock,
    counter,
    selling: sale.selling,
    onResumed: () => sale.checker.reconsider(),
    approve,
    isListening: sale.isListening,
    restart: () => restart(),
    log,
  });
};

const stickOfferOf = ({ foundation, counter: { counter }, sale }: Joined): StickOffer =>
  createStickOffer({
    onSticks: async () => (await filesOnSticks()).map((file) => provisionFileAt(foundation, file)),
    ownerPin: foundation.ownerPin,
    mayRestart: () => mayRestart({ counter, isListening: sale.isListening }),
    restartWith: restart,
    log: foundation.log,
  });

function handlersOf(joined: Joined, { backups, updates }: Unasked): RequestHandlers {
  const { foundation, book, printing, sale, screens, windows } = joined;
  const { dataFolder, files, store, vault, clock, ownerPin, approve, policy, log } = foundation;
  const { ledger, queries, tables } = book;
  const { counter, staff, attendance } = joined.counter;
  const { connect, sellers } = joined.sellers;
  const { settle, desk, isListening, checker, unsaved } = sale;
  const share = createShareReceipt({
    ledger,
    receipts: sale.receipts,
    // Done at once in Electron 33, a promise in 45.
    putOnClipboard: async (text) => await clipboard.writeText(text),
    drawPaper: (job, format) => windows.drawPaper(job, format),
    folder: printing.pictureFolder,
    log,
  });
  const settings = createChangeSettings({
    store,
    vault,
    billers: billerDefinitions,
    ledger: book.kind,
    counter,
    ownerPin,
    policy,
    dataFolder,
    openAccounts: (biller) => [
      ...(ledger.kind === 'training' ? [] : ledger.openAccounts(biller)),
      ...files.openAccounts(biller, ledger.kind),
    ],
    isListening,
    onPrintersChanged: () => printing.printing.queue.wake(),
    restart: () => restart(),
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
  const views = createPaymentViews({ ledger, counter, sellers, checker, finals, unsaved });
  const diagnostics = createDiagnostics({
    version: app.getVersion(),
    printing: () => store.get().printing,
    counter,
    memory: printing.memory,
    dropped: sale.dropped,
  });
  const shop = () => store.get().shop;
  const dialogs = createFileDialogs();
  const openTable = createOpenTable({ tables, dialogs, log });
  const reports = joinReports({
    queries,
    tables,
    dialogs,
    openTable,
    drawDocument: (id) => windows.drawDocument(id),
    shop,
    billerName: (id) => billerDefinitions.find(({ form }) => form.id === id)?.form.name ?? id,
    ledger: book.kind,
    clock,
    log,
  });
  return {
    ...reports.requests,
    ...createStaffRequests(staff, attendance),
    ...createShiftRequests(sale.shift, (payment) => views.byId(payment)),
    ...createTogetherRequests(
      joinTogether({
        joined: sale,
        ledger,
        sellers,
        counter,
        clock,
        shop,
        atCounter: attendance,
        tables: createTableEdge({ openTable, dialogs, tables, log }),
        save: reports.save,
        log,
      }),
    ),
    ...createHistoryRequests(createHistory({ ledger, queries, log })),
    ...createScreenRequests(screens.screens, sale.inHand, views, settings),
    ...createArchiveRequests(archivesOf(joined, dialogs)),
    ...createStickRequests(stickOfferOf(joined)),
    ...createUpdateRequests(updates, () => dialogs.openFolder()),
    ...createVaultRequests(
      createVaultKey({
        vault,
        ownerPin,
        counter,
        isListening,
        restart,
        onOpened: () => void askDeposits({ sellers, notes: sale.notes, clock, log }),
        log,
      }),
      settings,
    ),
    ...createRequestHandlers({
      views,
      counter,
      ledger,
      sellers,
      desk,
      approve,
      checker,
      finals,
      tryBiller: createTryBiller({ stored: (id) => connect.stored(id), clock }),
      sale: sale.sale,
      pay: sale.pay,
      receipts: sale.receipts,
      papers: sale.papers,
      report: sale.report,
      held: printing.held,
      share,
      settings,
      confirmAgain: createConfirmAgain({ ledger, desk, clock, approve }),
      evidence: createEvidence({
        sellers,
        ledger,
        counter,
        notes: sale.notes,
        clock,
        redact: (text) => redactor(vault.allSecrets())(text),
        log,
      }),
      resolve: createResolveByHand({ ledger, settle, approve }),
      closeGap: createCloseGap({ ledger, counter, clock, approve, log }),
      unsaved,
      backups,
      diagnostics,
      saveDiagnostics: createSaveDiagnostics({
        machine: {
          loket: app.getVersion(),
          ...process.versions,
          system: `${process.platform} ${process.arch} ${process.getSystemVersion()}`,
          locale: app.getLocale(),
        },
        diagnostics,
        settings: () => store.get(),
        ledger,
        counter,
        logFolder: path.join(dataFolder, 'logs'),
        redact: (text) => redactor(vault.allSecrets())(text),
        clock,
        folder: () => path.join(app.getPath('documents'), 'Loket'),
        log,
      }),
      findPrinters: () => printing.printing.find(),
      testPrinter: testInLog((test) => printing.printing.test(test), log),
    }),
  };
}
