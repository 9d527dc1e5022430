import { a4DocumentSchema } from '../a4/a4-document.ts';
import { depositDaySchema, depositQuerySchema } from '../report/deposit-days.ts';
import { reportQuerySchema, salesReportSchema } from '../report/sales-report.ts';
import {
  exportedSchema,
  exportFormats,
  exportProblemSchema,
  reconcileProblemSchema,
  reconcileQuerySchema,
  reconciliationViewSchema,
  savedFileSchema,
  statementProblemSchema,
  statementViewSchema,
} from './reports.ts';
import {
  billerIdSchema,
  billerProfileSchema,
  billerSecretsSchema,
  connectionTestSchema,
  priceListEntrySchema,
  serviceCodeSchema,
} from '../biller-profile.ts';
import { evidenceSchema, handReasons, tokenSchema } from '../payment/hand-decision.ts';
import { extrasSchema, offerSchema, quoteSchema } from '../payment/quote.ts';
import { offerIdSchema, printJobIdSchema, quoteIdSchema, rupiahSchema, textSchema } from '../primitives.ts';
import { productIds } from '../products.ts';
import { ledgerKinds } from '../ledger-kind.ts';
import { foundPrinterSchema } from '../printing/printer-connection.ts';
import { printerProfileSchema } from '../printing/printer-profile.ts';
import { printingSettingsSchema } from '../printing/printing-settings.ts';
import type { Result } from '../result.ts';
import { settingsProblemCodes, settingsViewSchema, shopSettingsSchema, pinSchema } from '../settings.ts';
import { updateSourceSchema } from '../update/source.ts';
import { versionSchema } from '../update/version.ts';
import { z } from '../zod.ts';
import type { NoticeName, RequestName } from './channels.ts';
import {
  archiveKinds,
  archivePreviewSchema,
  archiveProblemCodes,
  archiveWrittenSchema,
  passphraseSchema,
} from './archives.ts';
import { backupEntrySchema, backupPreviewSchema, backupProblemCodes, gapSchema } from './backups.ts';
import { catalogueSchema } from './catalogue.ts';
import { counterStateSchema } from './counter-state.ts';
import type { Look } from './look.ts';
import { evidenceViewSchema } from './evidence.ts';
import {
  diagnosticsSchema,
  paperAnswers,
  printerTestResultSchema,
  printerTestSchema,
  waitingPaperSchema,
} from './printing.ts';
import {
  historyPageSchema,
  historyPlaceSchema,
  historyQuerySchema,
  knownCustomerSchema,
  trailEntrySchema,
} from './history.ts';
import {
  cashMoveSchema,
  closingSchema,
  openingSchema,
  shiftProblemSchema,
  shiftViewSchema,
} from './shift.ts';
import { zReportSchema } from '../shift/shift-figures.ts';
import { staffChangeSchema, staffProblemSchema } from './staff.ts';
import { offeredProvisionSchema, stickProblemSchema, takeProvisionSchema } from './sticks.ts';
import { mostStaff, staffIdSchema, staffMemberSchema } from '../staff/staff.ts';
import { paymentSummarySchema, paymentViewSchema } from './payment-view.ts';
import { pinProblems } from './pin-problems.ts';
import { saleInHandSchema, saleLeavings } from './sale-in-hand.ts';
import { saleProblemSchema } from './sale-problem.ts';
import {
  leaveKioskProblemSchema,
  leaveKioskSchema,
  screensChangeSchema,
  screensProblemSchema,
} from './screens.ts';
import { togetherRequests } from './together.ts';
import { updateProblemCodes, updatesViewSchema } from './updates.ts';
import {
  forgetSecretsSchema,
  leavePassphraseSchema,
  setPassphraseSchema,
  unlockVaultSchema,
  vaultProblemSchema,
} from './vault.ts';

const nothing = z.undefined();
const bytesSchema = z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'not bytes');
const ofPayment = z.strictObject({ payment: quoteIdSchema });
const backupProblemSchema = z.strictObject({ code: z.enum(backupProblemCodes) });
const archiveProblemSchema = z.strictObject({ code: z.enum(archiveProblemCodes) });
const updateProblemSchema = z.strictObject({ code: z.enum(updateProblemCodes) });
const ofVersion = z.strictObject({ version: versionSchema });
const versionByPin = z.strictObject({ version: versionSchema, pin: pinSchema });
const settingsProblemSchema = z.strictObject({ code: z.enum(settingsProblemCodes) });

/** Why a stored receipt could not be had. */
const receiptProblemSchema = z.strictObject({
  code: z.enum([
    'payment-not-found',
    'not-paid',
    /** A slip that says that nothing is certain, of a payment that is settled by now. */
    'no-longer-due',
    'picture-not-written',
    'ledger-not-written',
  ]),
});
export type ReceiptProblem = z.infer<typeof receiptProblemSchema>;

export { pinProblems, type PinProblem } from './pin-problems.ts';
const pinProblemSchema = z.strictObject({ code: z.enum([...pinProblems, 'quote-gone']) });

/** Why another version was not put in this one's place. */
const replaceProblemSchema = z.strictObject({ code: z.enum([...updateProblemCodes, ...pinProblems]) });

/** Why a number was not asked for anew. */
const lookProblemSchema = z.strictObject({
  code: z.enum([
    'payment-not-found',
    'cannot-look',
    'busy',
    'no-connection',
    'no-answer',
    'unreadable-reply',
    'not-set-up',
    'ledger-not-written',
  ]),
});
export type LookProblem = z.infer<typeof lookProblemSchema>;

/** Why a decision of the owner about an unknown payment was not taken. */
const resolveProblems = [
  ...pinProblems,
  'payment-not-found',
  /** It has been settled meanwhile, or is still under way. */
  'not-unknown',
  /** A token cannot be paid without its 20 digits. */
  'token-missing',
  /** The reference or the token stands on another payment of this ledger. */
  'stands-elsewhere',
  'ledger-not-written',
] as const;
const resolveProblemSchema = z.strictObject({ code: z.enum(resolveProblems) });
export type ResolveProblem = z.infer<typeof resolveProblemSchema>;

/** What the owner decides about a payment whose outcome nobody knows. */
const handVerdictSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('paid'),
    reference: z.string().trim().min(1).max(64),
    token: tokenSchema.exactOptional(),
  }),
  z.strictObject({ kind: z.literal('rejected') }),
]);
export type HandVerdict = z.infer<typeof handVerdictSchema>;

/** Why the biller was not asked about a payment, or what its answer was not. */
const checkProblemSchema = z.strictObject({
  code: z.enum(['payment-not-found', 'cannot-check', 'busy', 'no-connection', 'no-answer', 'not-set-up']),
});
export type CheckProblem = z.infer<typeof checkProblemSchema>;

/** What an inquiry finds: a bill that can be paid, or a customer for whom an amount is chosen first. */
const foundSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('quote'), quote: quoteSchema }),
  z.strictObject({ kind: z.literal('offer'), offer: offerSchema }),
]);
export type Found = z.infer<typeof foundSchema>;

const ledgerNotReadSchema = z.strictObject({ code: z.literal('ledger-not-read') });

/** Every request the window may make: what it sends, what it gets, and the expected ways to fail. */
export const requests = {
  counterState: { input: nothing, output: counterStateSchema, error: z.never() },

  /** What is sold here and by whom: the same for a whole run. */
  catalogue: { input: nothing, output: catalogueSchema, error: z.never() },
  inquire: {
    input: z.strictObject({
      product: z.enum(productIds),
      /** The company or city; may be left out where the product has only one. */
      service: serviceCodeSchema.exactOptional(),
      number: z.string().max(60),
      extras: extrasSchema.exactOptional(),
    }),
    output: foundSchema,
    error: saleProblemSchema,
  },
  abandonInquiry: { input: nothing, output: nothing, error: z.never() },
  chooseDenomination: {
    input: z.strictObject({ offer: offerIdSchema, denomination: rupiahSchema }),
    output: quoteSchema,
    error: saleProblemSchema,
  },
  /** Tells main the cash received for a quote; answers the change. */
  tender: {
    input: z.strictObject({ quote: quoteIdSchema, cash: rupiahSchema }),
    output: z.strictObject({ change: rupiahSchema }),
    error: saleProblemSchema,
  },
  /** A supervisor lets a quote be paid although PLN is closing its books. */
  insist: {
    input: z.strictObject({ quote: quoteIdSchema, pin: pinSchema }),
    output: nothing,
    error: pinProblemSchema,
  },
  /**
   * Confirms once more that a quote is to be paid, whatever `doubts` (their keys) say. The owner's PIN where one of
   * them needs it.
   */
  confirmAgain: {
    input: z.strictObject({
      quote: quoteIdSchema,
      doubts: z.array(z.string().max(80)).max(20).readonly(),
      pin: pinSchema.nullable(),
    }),
    output: nothing,
    error: pinProblemSchema,
  },
  /** Pays a quote whose cash has been told. Nothing the window sends here can alter the quote. */
  pay: {
    input: z.strictObject({ quote: quoteIdSchema }),
    output: paymentViewSchema,
    error: saleProblemSchema,
  },
  /** The cashier leaves the sale in hand: its customer is no longer the one who is served. Nothing is paid or undone. */
  leaveSale: { input: z.strictObject({ to: z.enum(saleLeavings) }), output: nothing, error: z.never() },
  /** Where the newest sale stands, for a window that is new. */
  whereWasI: { input: nothing, output: saleInHandSchema, error: z.never() },

  recentPayments: { input: nothing, output: z.array(paymentSummarySchema).max(20), error: z.never() },
  /** The payments whose outcome is not known, oldest first. */
  openPayments: { input: nothing, output: z.array(paymentSummarySchema).max(200), error: z.never() },
  payment: { input: ofPayment, output: paymentViewSchema, error: receiptProblemSchema },
  /** Asks the biller now what became of a payment whose outcome is not known. */
  checkPayment: { input: ofPayment, output: paymentViewSchema, error: checkProblemSchema },
  /** Takes the text an unknown payment was answered with for a final refusal, now and from now on. */
  takeForFinal: {
    input: z.strictObject({ payment: quoteIdSchema, pin: pinSchema }),
    output: paymentViewSchema,
    error: z.strictObject({
      code: z.enum([...pinProblems, 'payment-not-found', 'no-such-text', 'file-not-written']),
    }),
  },
  /** What this counter itself knows around an uncertain payment. */
  evidence: { input: ofPayment, output: evidenceViewSchema, error: receiptProblemSchema },
  /** Asks for the number of an uncertain payment anew. Shows something, decides nothing. */
  lookAgain: { input: ofPayment, output: evidenceViewSchema, error: lookProblemSchema },
  /** The owner decides what became of a payment that nobody knows. */
  resolveByHand: {
    input: z.strictObject({
      payment: quoteIdSchema,
      verdict: handVerdictSchema,
      reason: z.enum(handReasons),
      evidence: evidenceSchema,
      pin: pinSchema,
    }),
    output: paymentViewSchema,
    error: resolveProblemSchema,
  },
  /** Prints a slip for the customer that says that the payment is not certain yet. */
  printInterim: { input: ofPayment, output: paymentViewSchema, error: receiptProblemSchema },
  /** What a restored ledger does not know. */
  gaps: { input: nothing, output: z.array(gapSchema).max(50).readonly(), error: z.never() },
  /** The owner has compared a gap with the biller's own list, or answers for it. */
  closeGap: {
    input: z.strictObject({ gap: z.int().min(1), note: evidenceSchema, pin: pinSchema }),
    output: nothing,
    error: z.strictObject({ code: z.enum([...pinProblems, 'no-such-gap', 'ledger-not-written']) }),
  },
  /** Prints a receipt again: the same job where the printer took nothing of it, else a marked copy. */
  reprint: { input: ofPayment, output: paymentViewSchema, error: receiptProblemSchema },
  /** The bytes a job sends to its printer, for the preview. */
  paper: {
    input: z.strictObject({ job: printJobIdSchema }),
    output: z.strictObject({ bytes: bytesSchema, paper: printerProfileSchema }),
    error: receiptProblemSchema,
  },
  /** Puts the receipt's text on the clipboard, for WhatsApp. */
  copyText: { input: ofPayment, output: nothing, error: receiptProblemSchema },
  /** Saves a picture of the receipt; answers where. */
  savePicture: {
    input: ofPayment,
    output: z.strictObject({ path: z.string() }),
    error: receiptProblemSchema,
  },
  /** The same as a page of PDF. */
  savePdf: { input: ofPayment, output: z.strictObject({ path: z.string() }), error: receiptProblemSchema },

  /** The papers that a person must see to, oldest first. */
  waitingPapers: { input: nothing, output: z.array(waitingPaperSchema).max(100), error: z.never() },
  /** What a person says about one of them. */
  answerPaper: {
    input: z.strictObject({ job: printJobIdSchema, answer: z.enum(paperAnswers) }),
    output: nothing,
    error: z.strictObject({
      code: z.enum(['no-such-paper', 'payment-not-found', 'not-paid', 'no-longer-due', 'ledger-not-written']),
    }),
  },
  /** Prints the list of the payments whose outcome is not known, to take along when one asks the biller. */
  printOpenPayments: {
    input: nothing,
    output: nothing,
    error: z.strictObject({ code: z.enum(['nothing-to-print', 'ledger-not-written']) }),
  },

  settings: { input: nothing, output: settingsViewSchema, error: z.never() },
  saveShopSettings: { input: shopSettingsSchema, output: settingsViewSchema, error: settingsProblemSchema },
  savePrinting: { input: printingSettingsSchema, output: settingsViewSchema, error: settingsProblemSchema },
  /** The printers that are attached to this PC, as far as it can tell. */
  findPrinters: { input: nothing, output: z.array(foundPrinterSchema).max(100), error: z.never() },
  /** Tries a printer, whether or not it is set up yet. */
  testPrinter: { input: printerTestSchema, output: printerTestResultSchema, error: z.never() },
  diagnostics: { input: nothing, output: diagnosticsSchema, error: z.never() },
  /** Saves all that a technician may be sent, with nothing of any customer in it; answers where. */
  saveDiagnostics: {
    input: nothing,
    output: z.strictObject({ path: z.string() }),
    error: z.strictObject({ code: z.literal('file-not-written') }),
  },
  /** Carries secrets, one way. `null` secrets keep those that are stored. */
  saveBiller: {
    input: z.strictObject({
      biller: billerIdSchema,
      profile: billerProfileSchema,
      secrets: billerSecretsSchema.nullable(),
    }),
    output: settingsViewSchema,
    error: settingsProblemSchema,
  },
  preferBiller: {
    input: z.strictObject({ biller: billerIdSchema }),
    output: settingsViewSchema,
    error: settingsProblemSchema,
  },
  /** Tries the biller as it is stored, by a call that cannot cost money. */
  testConnection: {
    input: z.strictObject({ biller: billerIdSchema }),
    output: connectionTestSchema,
    error: z.never(),
  },
  /** The biller's price list, for filling in its product codes. */
  priceList: {
    input: z.strictObject({ biller: billerIdSchema }),
    output: z.array(priceListEntrySchema).max(2000).readonly(),
    error: saleProblemSchema,
  },
  /** Sets the owner's PIN; the one that stands is asked for, once there is one. */
  setPin: {
    input: z.strictObject({ current: pinSchema.nullable(), next: pinSchema }),
    output: settingsViewSchema,
    error: settingsProblemSchema,
  },
  /** Opens another kind of ledger; the program starts anew. */
  switchLedger: {
    input: z.strictObject({ to: z.enum(ledgerKinds) }),
    output: nothing,
    error: settingsProblemSchema,
  },

  /** The backups of the ledger that is open, newest first. */
  backups: {
    input: nothing,
    output: z.strictObject({ folder: z.string(), entries: z.array(backupEntrySchema).max(500).readonly() }),
    error: z.never(),
  },
  previewBackup: {
    input: z.strictObject({ name: z.string().max(100) }),
    output: backupPreviewSchema,
    error: backupProblemSchema,
  },
  backUpNow: { input: nothing, output: backupEntrySchema, error: backupProblemSchema },
  /** Puts a backup in the place of the ledger; the program starts anew. What was there is kept aside. */
  restoreBackup: {
    input: z.strictObject({ name: z.string().max(100), pin: pinSchema }),
    output: nothing,
    error: z.strictObject({ code: z.enum([...backupProblemCodes, ...pinProblems]) }),
  },

  /** Whether a PIN is asked for archives, whether one is written or read now, and the last one that this run wrote. */
  archives: {
    input: nothing,
    output: z.strictObject({
      asksPin: z.boolean(),
      isBusy: z.boolean(),
      last: archiveWrittenSchema.nullable(),
    }),
    error: z.never(),
  },
  /** Writes the whole of this counter to a file that somebody chooses; a move retires the counter. */
  makeArchive: {
    input: z.strictObject({
      kind: z.enum(archiveKinds),
      passphrase: passphraseSchema,
      pin: pinSchema.nullable(),
    }),
    output: archiveWrittenSchema,
    error: z.strictObject({ code: z.enum([...archiveProblemCodes, ...pinProblems]) }),
  },
  /** Lets somebody choose an archive to look at. */
  chooseArchive: {
    input: nothing,
    output: z.strictObject({ name: z.string().max(300) }),
    error: archiveProblemSchema,
  },
  /** Reads the whole of the archive that was chosen. */
  previewArchive: {
    input: z.strictObject({ passphrase: z.string().min(1).max(200) }),
    output: archivePreviewSchema,
    error: archiveProblemSchema,
  },
  /** Puts the archive that was looked at in this counter's place; the program starts anew. */
  restoreArchive: {
    input: z.strictObject({ id: z.string().max(40), pin: pinSchema.nullable() }),
    output: nothing,
    error: z.strictObject({ code: z.enum([...archiveProblemCodes, ...pinProblems]) }),
  },
  /** Opens a counter again that was moved. */
  reopenCounter: {
    input: z.strictObject({ pin: pinSchema }),
    output: nothing,
    error: z.strictObject({ code: z.enum([...archiveProblemCodes, ...pinProblems]) }),
  },

  /** Which version runs, which is offered, and which could be put back. */
  updates: { input: nothing, output: updatesViewSchema, error: z.never() },
  saveUpdateSource: {
    input: z.strictObject({ source: updateSourceSchema }),
    output: updatesViewSchema,
    error: updateProblemSchema,
  },
  /** Lets somebody choose the folder that updates come from; saves nothing. */
  chooseUpdateFolder: {
    input: nothing,
    output: z.strictObject({ path: z.string().max(1000) }),
    error: z.strictObject({ code: z.enum(['cancelled', 'needs-supervisor']) }),
  },
  /** Looks at the source now; what is wrong with it stands in the answer. */
  checkUpdate: { input: nothing, output: updatesViewSchema, error: updateProblemSchema },
  /** Brings the file of the version that is offered to this computer, and verifies it. */
  fetchUpdate: { input: ofVersion, output: updatesViewSchema, error: updateProblemSchema },
  /** Puts the version that was fetched in this one's place; the program starts anew. */
  installUpdate: { input: versionByPin, output: nothing, error: replaceProblemSchema },
  /** Puts the version before this one back; the ledger stays as it is. */
  putBackVersion: { input: versionByPin, output: nothing, error: replaceProblemSchema },

  /** Who sells here, for signing in. */
  staff: { input: nothing, output: z.array(staffMemberSchema).max(mostStaff).readonly(), error: z.never() },
  /** Signs somebody in; whoever was is signed out. */
  signIn: {
    input: z.strictObject({ id: staffIdSchema, pin: pinSchema }),
    output: nothing,
    error: staffProblemSchema,
  },
  /** Signs out whoever is signed in. Nothing while a payment is being made. */
  lock: { input: nothing, output: nothing, error: staffProblemSchema },
  changeStaff: {
    input: z.strictObject({ change: staffChangeSchema, approval: pinSchema }),
    output: z.array(staffMemberSchema).max(mostStaff).readonly(),
    error: staffProblemSchema,
  },

  /** The open shift; `null` where none is. */
  shift: { input: nothing, output: shiftViewSchema.nullable(), error: z.never() },
  openShift: { input: openingSchema, output: nothing, error: shiftProblemSchema },
  moveCash: { input: cashMoveSchema, output: nothing, error: shiftProblemSchema },
  /** The cash of a payment that was refused after all has gone back to its customer. */
  refund: { input: ofPayment, output: paymentViewSchema, error: shiftProblemSchema },
  /** Closes the shift by what was counted, and prints its Z report. */
  closeShift: { input: closingSchema, output: zReportSchema, error: shiftProblemSchema },
  printX: { input: nothing, output: nothing, error: shiftProblemSchema },
  /** Newest first, those before `before`; `null` for the newest. */
  zReports: {
    input: z.strictObject({ before: z.int().min(1).nullable() }),
    output: z.array(zReportSchema).max(20).readonly(),
    error: z.never(),
  },
  printZ: { input: z.strictObject({ number: z.int().min(1) }), output: nothing, error: shiftProblemSchema },

  /** Payments by what is known of them, newest first; `behind`: the place of the last one that was seen. */
  searchHistory: {
    input: z.strictObject({ query: historyQuerySchema, behind: historyPlaceSchema.nullable() }),
    output: historyPageSchema,
    error: z.strictObject({ code: z.literal('ledger-not-read') }),
  },
  /** Everything that happened to a payment, oldest first. */
  trail: {
    input: ofPayment,
    output: z.array(trailEntrySchema).max(500).readonly(),
    error: receiptProblemSchema,
  },
  /** The names of all who have sold here, for looking for what they sold. */
  cashiers: { input: nothing, output: z.array(z.string()).max(200).readonly(), error: z.never() },
  /** Saved and recent customers by the beginning of a number or of a word of the name; of one product or of any. */
  findCustomers: {
    input: z.strictObject({ text: textSchema(60), product: z.enum(productIds).nullable() }),
    output: z.array(knownCustomerSchema).max(20).readonly(),
    error: z.never(),
  },
  saveCustomer: {
    input: z.strictObject({
      product: z.enum(productIds),
      service: serviceCodeSchema,
      number: textSchema(40).min(1),
      name: textSchema(100),
      label: z.string().trim().min(1).max(40),
    }),
    output: nothing,
    error: z.strictObject({ code: z.literal('ledger-not-written') }),
  },
  forgetCustomer: {
    input: z.strictObject({
      product: z.enum(productIds),
      service: serviceCodeSchema,
      number: textSchema(40),
    }),
    output: nothing,
    error: z.strictObject({ code: z.literal('ledger-not-written') }),
  },
  ...togetherRequests,

  /** What was sold on some days, added up from the payments as they stand. */
  report: { input: reportQuerySchema, output: salesReportSchema, error: ledgerNotReadSchema },
  /** What the billers told last on each day of their deposits. */
  deposits: {
    input: depositQuerySchema,
    output: z.array(depositDaySchema).max(20_000).readonly(),
    error: ledgerNotReadSchema,
  },
  /** Asks where, and saves it there. */
  saveReport: {
    input: z.strictObject({ of: exportedSchema, format: z.enum(exportFormats) }),
    output: savedFileSchema,
    error: exportProblemSchema,
  },
  /** Asks for a biller's statement and reads it; `null` where none was chosen. */
  openStatement: { input: nothing, output: statementViewSchema.nullable(), error: statementProblemSchema },
  /** Compares the statement that was opened with what was sold. Changes nothing. */
  reconcile: { input: reconcileQuerySchema, output: reconciliationViewSchema, error: reconcileProblemSchema },
  /** A document that is being made into a file. */
  a4Document: {
    input: z.strictObject({ document: printJobIdSchema }),
    output: a4DocumentSchema,
    error: z.strictObject({ code: z.literal('no-such-document') }),
  },
  /** The first steps have been gone through, or are put off for good. */
  finishIntroduction: { input: nothing, output: nothing, error: settingsProblemSchema },

  /** What the customer's display, the kiosk and the system's start are set to. */
  saveScreens: { input: screensChangeSchema, output: settingsViewSchema, error: screensProblemSchema },
  /** Leaves the kiosk, on the word of the owner or of a supervisor; with the next start it stands again. */
  leaveKiosk: { input: leaveKioskSchema, output: nothing, error: leaveKioskProblemSchema },

  /** A provisioning file on a stick that is in this computer now. */
  offeredProvision: { input: nothing, output: offeredProvisionSchema, error: z.never() },
  /** Sets the counter up by that file, on the owner's word; the program starts anew. */
  takeProvision: { input: takeProvisionSchema, output: nothing, error: stickProblemSchema },
  /** Opens the credentials by the owner's passphrase. With `saveBiller` all that carries a secret, one way. */
  unlockVault: { input: unlockVaultSchema, output: settingsViewSchema, error: vaultProblemSchema },
  /** Has the owner's passphrase seal the credentials, or changes it. */
  setPassphrase: { input: setPassphraseSchema, output: settingsViewSchema, error: vaultProblemSchema },
  /** Has the system's key store seal them again. */
  leavePassphrase: { input: leavePassphraseSchema, output: settingsViewSchema, error: vaultProblemSchema },
  /** Forgets all credentials, so that they can be entered anew where they cannot be opened any more. */
  forgetSecrets: { input: forgetSecretsSchema, output: settingsViewSchema, error: vaultProblemSchema },
  /** Looks for the system's key store again; where it is as it was, the program starts anew and looks then. */
  retryKeyStore: { input: nothing, output: settingsViewSchema, error: vaultProblemSchema },
} satisfies Record<RequestName, { input: z.ZodType; output: z.ZodType; error: z.ZodType }>;

/** What main tells without being asked. */
export const notices = { counterState: counterStateSchema } satisfies Record<NoticeName, z.ZodType>;

type Requests = typeof requests;
export type RequestInput<Name extends RequestName> = z.infer<Requests[Name]['input']>;
export type RequestOutput<Name extends RequestName> = z.infer<Requests[Name]['output']>;
export type RequestError<Name extends RequestName> = z.infer<Requests[Name]['error']>;
export type RequestResult<Name extends RequestName> = Result<RequestOutput<Name>, RequestError<Name>>;
export type Notice<Name extends NoticeName> = z.infer<(typeof notices)[Name]>;

/** What main does for each request. Input has been checked against the contract when it arrives. */
export type RequestHandlers = {
  readonly [Name in RequestName]: (
    input: RequestInput<Name>,
  ) => RequestResult<Name> | Promise<RequestResult<Name>>;
};

type Request<Name extends RequestName> =
  undefined extends RequestInput<Name>
    ? () => Promise<RequestResult<Name>>
    : (input: RequestInput<Name>) => Promise<RequestResult<Name>>;

/** `window.loket`: one function a request, one for how the counter looked last, and one subscription a notice that returns its own undoing. */
export type LoketBridge = { readonly [Name in RequestName]: Request<Name> } & {
  /** Answered once, to the window's first page; `null` where nothing is known. */
  readonly look: () => Promise<Look | null>;
  readonly on: { readonly [Name in NoticeName]: (listener: (value: Notice<Name>) => void) => () => void };
};
