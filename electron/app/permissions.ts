import { isDeepStrictEqual } from 'node:util';
import { requestNames, type RequestName } from '../../shared/contract/channels.ts';
import { requests, type RequestHandlers } from '../../shared/contract/contract.ts';
import { err } from '../../shared/result.ts';
import type { ShopSettings } from '../../shared/settings.ts';
import type { Attendance } from './attendance.ts';

/**
 * Who may make a request, where people sign in at all. `signed-in`: whoever is there. What asks a PIN of its own is not
 * for a supervisor only: the PIN is what answers for it.
 */
export type Permission = 'anybody' | 'signed-in' | 'supervisor';

/** Every request has its line here, or the program is not built. */
export const permissions: Readonly<Record<RequestName, Permission>> = {
  // What a locked screen shows, and what unlocks it.
  counterState: 'anybody',
  catalogue: 'anybody',
  staff: 'anybody',
  signIn: 'anybody',
  lock: 'anybody',
  // By its own PIN: it is also what mends a forgotten one, before anybody can sign in.
  changeStaff: 'anybody',
  // Nothing in them is secret, and the language is changed at a locked screen by saving them all.
  settings: 'anybody',
  // The window that draws receipts asks too, also for what is settled while it is locked. It takes the job's random id.
  paper: 'anybody',
  // By its own PIN: a kiosk is left at a locked screen too.
  leaveKiosk: 'anybody',
  // By its own passphrase: the owner, who gives it at the start, may be nobody who sells here.
  unlockVault: 'anybody',

  inquire: 'signed-in',
  abandonInquiry: 'signed-in',
  chooseDenomination: 'signed-in',
  tender: 'signed-in',
  insist: 'signed-in',
  confirmAgain: 'signed-in',
  pay: 'signed-in',
  leaveSale: 'signed-in',
  whereWasI: 'signed-in',

  recentPayments: 'signed-in',
  openPayments: 'signed-in',
  payment: 'signed-in',
  checkPayment: 'signed-in',
  takeForFinal: 'signed-in',
  evidence: 'signed-in',
  lookAgain: 'signed-in',
  resolveByHand: 'signed-in',
  printInterim: 'signed-in',
  gaps: 'signed-in',
  closeGap: 'signed-in',
  reprint: 'signed-in',
  copyText: 'signed-in',
  savePicture: 'signed-in',
  savePdf: 'signed-in',

  waitingPapers: 'signed-in',
  answerPaper: 'signed-in',
  printOpenPayments: 'signed-in',

  saveShopSettings: 'supervisor',
  savePrinting: 'supervisor',
  findPrinters: 'signed-in',
  testPrinter: 'signed-in',
  diagnostics: 'signed-in',
  saveDiagnostics: 'signed-in',
  saveBiller: 'supervisor',
  preferBiller: 'supervisor',
  testConnection: 'signed-in',
  priceList: 'signed-in',
  // By its own PIN: the one that stands is asked for.
  setPin: 'signed-in',
  switchLedger: 'supervisor',
  finishIntroduction: 'signed-in',
  saveScreens: 'supervisor',
  offeredProvision: 'signed-in',
  // By the owner's own PIN.
  takeProvision: 'signed-in',
  // By the owner's PIN besides, where there is one.
  setPassphrase: 'supervisor',
  leavePassphrase: 'supervisor',
  forgetSecrets: 'supervisor',
  // It opens only what the system lets this user open.
  retryKeyStore: 'signed-in',

  backups: 'signed-in',
  previewBackup: 'signed-in',
  backUpNow: 'signed-in',
  restoreBackup: 'signed-in',
  archives: 'signed-in',
  makeArchive: 'signed-in',
  chooseArchive: 'signed-in',
  previewArchive: 'signed-in',
  restoreArchive: 'signed-in',
  reopenCounter: 'signed-in',
  updates: 'signed-in',
  saveUpdateSource: 'supervisor',
  chooseUpdateFolder: 'supervisor',
  checkUpdate: 'supervisor',
  fetchUpdate: 'supervisor',
  // By a PIN of its own besides.
  installUpdate: 'supervisor',
  putBackVersion: 'supervisor',

  shift: 'signed-in',
  openShift: 'signed-in',
  moveCash: 'signed-in',
  refund: 'signed-in',
  closeShift: 'signed-in',
  printX: 'signed-in',
  zReports: 'signed-in',
  printZ: 'signed-in',

  searchHistory: 'signed-in',
  trail: 'signed-in',
  cashiers: 'signed-in',
  findCustomers: 'signed-in',
  saveCustomer: 'signed-in',
  forgetCustomer: 'signed-in',

  addToBasket: 'signed-in',
  takeFromBasket: 'signed-in',
  leaveOutOfBasket: 'signed-in',
  tenderBasket: 'signed-in',
  reviewBasket: 'signed-in',
  payBasket: 'signed-in',
  stopBasket: 'signed-in',
  answerBasket: 'signed-in',
  clearBasket: 'signed-in',
  printBasketRecap: 'signed-in',
  partOf: 'signed-in',
  groups: 'signed-in',
  group: 'signed-in',
  saveGroup: 'signed-in',
  removeGroup: 'signed-in',
  importGroup: 'signed-in',
  exportGroup: 'signed-in',
  exportLot: 'signed-in',
  openLot: 'signed-in',
  lot: 'signed-in',
  lots: 'signed-in',
  inquireLot: 'signed-in',
  chooseInLot: 'signed-in',
  payLot: 'signed-in',
  stopLot: 'signed-in',
  answerLot: 'signed-in',
  closeLot: 'signed-in',
  printLotRecap: 'signed-in',
  lotRecap: 'signed-in',
  report: 'supervisor',
  deposits: 'supervisor',
  saveReport: 'supervisor',
  openStatement: 'supervisor',
  reconcile: 'supervisor',
  // As `paper`: by a random id, from the window that draws it.
  a4Document: 'anybody',
};

/** How a request is refused: the codes that its own errors have for it, the fitting one first. */
const refusals = {
  'signed-in': ['signed-out', 'needs-supervisor'],
  supervisor: ['needs-supervisor', 'signed-out'],
} as const;

/** The code a refused request answers with; `undefined` where its errors know none, since the window never makes it then. */
export const refusalOf = (name: RequestName, needed: keyof typeof refusals): string | undefined =>
  refusals[needed].find((code) => requests[name].error.safeParse({ code }).success);

/** A request that nobody makes by the screen there is: only a page that was tampered with. */
class NotPermitted extends Error {
  constructor(name: RequestName, needed: Permission) {
    super(`the request ${name} is for: ${needed}`);
    this.name = 'NotPermitted';
  }
}

/** How it looks and in which language it speaks is everybody's own affair, whoever is signed in and before. */
const looks = { language: null, theme: null };
export const changesOnlyTheLook = (before: ShopSettings, after: ShopSettings): boolean =>
  isDeepStrictEqual({ ...before, ...looks }, { ...after, ...looks });

export interface GuardParts {
  readonly attendance: Pick<Attendance, 'signsIn' | 'present'>;
  readonly shop: () => ShopSettings;
}

/** The handlers, each only for whom it is. Where nobody signs in, everybody may do everything. */
export function guardHandlers(handlers: RequestHandlers, { attendance, shop }: GuardParts): RequestHandlers {
  const isPermitted = (needed: Permission): boolean => {
    if (needed === 'anybody' || !attendance.signsIn()) return true;
    const present = attendance.present();
    return present !== null && (needed === 'signed-in' || present.role === 'supervisor');
  };

  const guard = <Name extends RequestName>(name: Name): RequestHandlers[Name] => {
    const handler: (input: never) => unknown = handlers[name];
    const guarded = (input: never): unknown => {
      const needed = permissions[name];
      const isOpen = name === 'saveShopSettings' ? changesOnlyTheLook(shop(), input) : false;
      if (needed === 'anybody' || isOpen || isPermitted(needed)) return handler(input);
      const code = refusalOf(name, needed);
      if (code === undefined) throw new NotPermitted(name, needed);
      return err({ code });
    };
    // The code is one of the request's own errors: `refusalOf` has looked. TypeScript cannot see through the name.
    return guarded as RequestHandlers[Name];
  };

  return Object.fromEntries(requestNames.map((name) => [name, guard(name)])) as unknown as RequestHandlers;
}
