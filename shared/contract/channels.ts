/** The names of the contract, apart from its schemas so that the preload bundle holds nothing else. */
export const requestNames = [
  'counterState',
  'catalogue',
  'inquire',
  'abandonInquiry',
  'chooseDenomination',
  'tender',
  'insist',
  'confirmAgain',
  'pay',
  'recentPayments',
  'openPayments',
  'payment',
  'checkPayment',
  'takeForFinal',
  'evidence',
  'lookAgain',
  'resolveByHand',
  'printInterim',
  'gaps',
  'closeGap',
  'reprint',
  'paper',
  'copyText',
  'savePicture',
  'savePdf',
  'waitingPapers',
  'answerPaper',
  'printOpenPayments',
  'settings',
  'saveShopSettings',
  'savePrinting',
  'findPrinters',
  'testPrinter',
  'diagnostics',
  'saveBiller',
  'preferBiller',
  'testConnection',
  'priceList',
  'setPin',
  'switchLedger',
  'backups',
  'previewBackup',
  'backUpNow',
  'restoreBackup',
] as const;
export type RequestName = (typeof requestNames)[number];

/** What main tells the window without being asked. */
export const noticeNames = ['counterState'] as const;
export type NoticeName = (typeof noticeNames)[number];

/** The IPC channel of a request and of a notice. */
export const requestChannel = (name: RequestName): string => `loket:request:${name}`;
export const noticeChannel = (name: NoticeName): string => `loket:notice:${name}`;
