import type { NumberRule, ProductId } from '../products.ts';
import type { Messages } from './id.ts';

const biller = 'Teleanjar';
const nothingMoved = 'No money has moved.';
const depositSafe = 'The deposit is safe; nothing was taken.';

const lengths = (rule: NumberRule): string =>
  rule.minLength === rule.maxLength ? `${rule.minLength}` : `${rule.minLength}–${rule.maxLength}`;
const characters = (rule: NumberRule): string => (rule.alphabet === 'digits' ? 'digits' : 'letters/digits');

/** The cashier's screen in English. */
export const en = {
  appName: 'Loket',
  languages: { id: 'Indonesian', en: 'English' },
  billers: { teleanjar: biller },
  products: {
    'pln-postpaid': { short: 'PLN', name: 'PLN postpaid' },
    'pln-prepaid': { short: 'Token', name: 'Electricity token' },
    'pln-nontaglis': { short: 'Non-bill', name: 'PLN non-bill charges' },
    'telkom-pstn': { short: 'Telkom', name: 'Telkom phone & internet' },
  },
  details: {
    'tariff-power': 'Tariff / power',
    'meter-number': 'Meter no.',
    idpel: 'Customer ID',
    transaction: 'Transaction',
    'registration-date': 'Registered',
    reference: 'Reference',
  },
  states: {
    quoted: 'not paid yet',
    expired: 'expired',
    sent: 'being sent',
    paid: 'paid',
    rejected: 'refused',
    unknown: 'not certain',
  },

  banners: {
    training: 'TRAINING – no money moves',
    sandbox: 'TEST – not real money',
    live: null,
  },

  topBar: {
    label: 'State of the counter',
    deposit: 'Deposit',
    depositAt: (clock) => `at ${clock}`,
    depositUnknown: 'not known yet',
    connection: {
      notReady: `${biller} not set up`,
      untried: `${biller} not tried yet`,
      up: `${biller} connected`,
      down: `${biller} disconnected`,
    },
    printer: {
      screen: 'Receipts on screen',
      ok: 'Printer ready',
      unknown: 'Printer not tried yet',
      attention: 'Printer needs a look',
    },
    printerProblems: {
      unreachable: 'Printer not answering',
      stalled: 'Printer stopped',
      'broken-off': 'Printer disconnected',
    },
    unresolved: (count) => `${count} not certain`,
    language: 'Language',
    settings: 'Settings',
    keys: 'All keys',
  },

  product: { label: 'Product' },

  number: {
    label: 'Customer number',
    labels: {
      'pln-postpaid': 'Customer ID',
      'pln-prepaid': 'Meter number or customer ID',
      'pln-nontaglis': 'Registration number',
      'telkom-pstn': 'Telephone / internet number',
    },
    rule: (product: ProductId, rule: NumberRule) =>
      product === 'pln-prepaid' &&
      rule.alphabet === 'digits' &&
      rule.minLength === 11 &&
      rule.maxLength === 12
        ? '11 digits (meter) or 12 (customer ID)'
        : `${lengths(rule)} ${characters(rule)}`,
    soFar: (ruleText, length) => `${ruleText}, ${length} so far`,
    tooLong: (ruleText, length) => `${ruleText}, this has ${length}`,
    badCharacter: (ruleText, character) => `${ruleText}; “${character}” is not used`,
    fits: 'fits',
    ask: 'Find the bill',
    asking: (seconds) => `Contacting ${biller}… ${seconds} s`,
    waiting: (seconds) => `Waiting for ${biller} to answer… ${seconds} s`,
    deadline: (seconds) => `If there is no answer in ${seconds} s, Loket stops waiting. ${nothingMoved}`,
    stop: 'Stop',
    stopped: 'Stopped.',
  },

  guide: {
    label: 'How to sell',
    steps: [
      { title: 'Choose the product, type or scan the number', keys: ['F1–F4', 'Enter'] },
      { title: 'Check the name, type the cash received', keys: ['P = exact'] },
      { title: 'Pay; the receipt prints by itself', keys: ['Enter'] },
    ],
    notReady: `The ${biller} account is not set up, so bills cannot be found yet. Open Settings (Ctrl+,).`,
  },

  bill: {
    label: 'Bill',
    amount: 'Bill',
    adminFee: 'Fee',
    sum: 'Sum',
    bill: (ordinal) => `Bill ${ordinal}`,
    months: (count) => `${count} bills`,
    total: 'TOTAL',
    cancel: 'Cancel',
    back: 'Other amount',
    denomination: 'Amount',
  },

  token: {
    label: 'Choose an amount',
    adminFee: (amount) => `+ fee ${amount}`,
    choosing: 'Preparing the bill…',
    cancel: 'Cancel',
    token: 'Token',
    kwh: (kwh) => `${kwh} kWh`,
  },

  cash: {
    label: 'Cash received',
    exact: 'Exact',
    quick: 'Quick cash',
    clear: 'Clear cash',
    change: 'CHANGE',
    short: 'SHORT',
    pay: (total) => `PAY ${total}`,
    paying: (total) => `PAYING ${total}`,
    needsCash: 'Type the cash received, or P for exact.',
    needsMore: (missing) => `Still ${missing} short.`,
    tooMuch: 'The cash received is too large for this bill. Check the digits.',
    scanned: 'That was a scan, not cash. Type the cash received.',
    held: 'Release Enter first, then press it again to pay.',
  },

  paying: {
    connecting: (seconds) => `Contacting ${biller}… ${seconds} s`,
    sent: (seconds) => `Payment sent, waiting for ${biller} to answer… ${seconds} s`,
    deadline: (clock) => `If there is no answer by ${clock}, the outcome is “not certain”.`,
    cannotStop: 'A payment cannot be stopped. Wait for its outcome.',
  },

  outcome: {
    label: 'Outcome',
    paid: 'Paid',
    rejected: 'Refused',
    unknown: 'Not certain',
    notSent: 'Not sent',
    reference: 'Ref',
    time: 'Time',
    number: 'Number',
    total: 'Total',
    cash: 'Cash received',
    code: 'Code',
    change: 'CHANGE',
    giveBack: 'GIVE BACK',
    refusedBecause: (reason) => `Refused: ${reason}.`,
    refusedWithoutReason: `Refused by ${biller}.`,
    billerSays: `${biller} says`,
    notTaken: 'No money was taken. Give the customer their cash back.',
    maybePaid: 'The bill may have been paid. Do not pay it again.',
    cannotCheck: (clock) =>
      `Loket cannot check by itself. Call ${biller} and give the number and this time: ${clock}.`,
    arrears: (months) =>
      months === 1 ? 'One more month is still owed.' : `${months} more months are still owed.`,
    noArrears: 'Nothing more is owed.',
    totalDiffers: (replied, quoted) =>
      `${biller}'s total is ${replied}, the bill says ${quoted}. Both are on record.`,
    dismiss: 'Close',
    nextSale: 'You can type the next number at once.',
    lost: 'Loket was disturbed while waiting for the outcome.',
  },

  unknownReasons: {
    'no-answer': `${biller} did not answer in time.`,
    interrupted: 'The program stopped before the answer came.',
    'unreadable-reply': `${biller}'s answer cannot be read.`,
    'mismatched-reply': `${biller}'s answer does not fit this customer or this sum.`,
    'unclear-answer': `${biller}'s answer does not say for certain whether it was paid.`,
  },

  print: {
    none: 'There is no receipt yet.',
    'on-screen': 'The receipt is on the screen.',
    printing: 'The receipt is printing.',
    printed: 'The receipt is printed.',
    sent: 'The receipt was sent to the printer.',
    failed: 'Paid, but the receipt is not printed yet.',
    uncertain: 'Paid, but the receipt may be incomplete.',
  },
  printerProblems: {
    unreachable: 'The printer does not answer. Check its power and cable, then press Ctrl+P.',
    stalled:
      'The printer stopped: out of paper, or its cover is open. Fill it, close it, then look at the receipt.',
    'broken-off':
      'The connection to the printer broke. Look at the paper; if it is incomplete, press Ctrl+P.',
  },
  printNext: {
    failed: 'Check the printer, then press Ctrl+P.',
    uncertain: 'Look at the paper. If it is incomplete, press Ctrl+P; the copy is marked CETAK ULANG.',
  },

  problems: {
    busy: {
      what: 'Another request is still under way.',
      money: 'This request was not sent.',
      next: 'Wait until the other is done and see what came of it before you go on.',
    },
    'not-set-up': {
      what: `The ${biller} account is not set up on this counter.`,
      money: nothingMoved,
      next: 'Open Settings (Ctrl+,) and fill in the account.',
    },
    'number-refused': {
      what: "This number does not fit the product's rule.",
      money: nothingMoved,
      next: 'Check the number and the product, then type it again.',
    },
    'no-connection': {
      what: `${biller} cannot be reached.`,
      money: nothingMoved,
      next: 'Check the internet, then press Enter to try again.',
    },
    'no-answer': {
      what: `${biller} was reached but did not answer.`,
      money: nothingMoved,
      next: 'Press Enter to try again.',
    },
    'unreadable-reply': {
      what: `${biller}'s answer cannot be read.`,
      money: nothingMoved,
      next: `Try again with Enter. If it stays like this, call ${biller}.`,
    },
    'mismatched-reply': {
      what: `${biller}'s answer is not for this customer, or its sums do not agree.`,
      money: nothingMoved,
      next: `Take no cash yet. Try again; if it stays like this, call ${biller}.`,
    },
    'refused-by-biller': {
      what: `${biller} gave no bill for this number.`,
      money: nothingMoved,
      next: 'Check the number and the product with the customer.',
    },
    abandoned: {
      what: 'The search for the bill was stopped.',
      money: nothingMoved,
      next: 'Press Enter to search again.',
    },
    'offer-gone': {
      what: 'These amounts are no longer valid.',
      money: nothingMoved,
      next: 'Press Enter to look the number up again.',
    },
    'denomination-not-offered': {
      what: 'This amount is not offered to this customer.',
      money: nothingMoved,
      next: 'Choose another amount.',
    },
    'quote-gone': {
      what: 'This bill is no longer valid.',
      money: depositSafe,
      next: 'Press Enter to find the bill again.',
    },
    'quote-expired': {
      what: "This bill is no longer valid, or this computer's clock was changed.",
      money: depositSafe,
      next: 'Press Enter to find the bill again.',
    },
    'cash-missing': {
      what: 'The cash received has not been typed.',
      money: depositSafe,
      next: 'Type the cash received, or P for exact.',
    },
    'cash-short': {
      what: 'The cash received is less than the total.',
      money: depositSafe,
      next: 'Ask for the rest, then type the whole sum.',
    },
    'cash-implausible': {
      what: 'The cash received is too large for this bill.',
      money: depositSafe,
      next: 'Check the digits, then type the cash received again.',
    },
    'payment-open': {
      what: "This customer's earlier payment is not certain yet.",
      money: 'The bill may have been paid. Do not pay it again; take no more cash.',
      next: `Call ${biller} first; the list is under “not certain” (Ctrl+B).`,
    },
    'inquiry-used': {
      what: 'This bill has already been paid from this counter.',
      money: 'Nothing was taken twice.',
      next: 'Look at the list “Earlier”, or look the number up again with Enter.',
    },
    'not-sent': {
      what: 'Not sent: the network broke before anything left.',
      money: depositSafe,
      next: 'It may be repeated: press Enter again.',
    },
    'ledger-fault': {
      what: "This computer's records cannot be written, so the payment was not sent.",
      money: depositSafe,
      next: 'Check the free disk space, then try again. If it stays like this, stop selling.',
    },
  },

  refusals: {
    '0001': { reason: 'the bill is already paid', next: 'There is nothing to pay.' },
    '0005': { reason: 'there is a fault in the billing system', next: 'Wait a little, then try again.' },
    '0013': { reason: 'this amount is not registered', next: 'Choose another amount.' },
    '0014': { reason: 'the customer number is not known', next: 'Check the number with the customer.' },
    '0015': { reason: 'the customer number is not known', next: 'Check the number with the customer.' },
    '0016': { reason: 'this customer is blocked', next: 'Ask the customer to call their provider.' },
    '0031': { reason: 'this counter is not registered', next: `Call ${biller}.` },
    '0032': { reason: 'this counter is not registered', next: `Call ${biller}.` },
    '0033': { reason: 'this product is not open to this counter', next: `Call ${biller}.` },
    '0041': { reason: 'below the smallest purchase', next: 'Choose a larger amount.' },
    '0042': { reason: 'above the largest purchase', next: 'Choose a smaller amount.' },
    '0047': { reason: "above this customer's limit", next: 'Choose a smaller amount.' },
    '0048': {
      reason: 'the registration number has expired',
      next: 'Ask the customer to call their provider.',
    },
    '0063': { reason: 'there is no payment for this number', next: 'Check the number with the customer.' },
    '0068': { reason: 'the billing system did not answer in time', next: 'Wait a little, then try again.' },
    '0077': { reason: 'this customer is blocked', next: 'Ask the customer to call their provider.' },
    '0088': { reason: 'the bill is already paid', next: 'There is nothing to pay.' },
    '0089': {
      reason: "this month's bill is not available yet",
      next: 'Ask the customer to come back later.',
    },
    '0090': { reason: 'the day is being closed', next: 'Try again after the cut-off.' },
  },
  plnRefusals: {
    '0005': { reason: 'there is a fault at PLN', next: 'Wait a little, then try again.' },
    '0016': { reason: 'this customer is blocked', next: 'Ask the customer to call PLN (123).' },
    '0047': { reason: "above this customer's kWh limit", next: 'Choose a smaller amount.' },
    '0048': { reason: 'the registration number has expired', next: 'Ask the customer to see PLN about it.' },
    '0068': { reason: 'PLN did not answer in time', next: 'Wait a little, then try again.' },
    '0077': { reason: 'this customer is blocked', next: 'Ask the customer to call PLN (123).' },
  },
  refusedInquiry: (reason) => `Cannot go on: ${reason}.`,

  receipt: {
    label: 'Receipt',
    empty: 'The receipt shows here, exactly as on paper.',
    none: 'Refused, so there is no receipt.',
    notYet: 'Not certain, so there is no receipt yet.',
    loading: 'Fetching the receipt…',
    print: 'Print again',
    copy: 'Copy text',
    picture: 'Save picture',
    copied: 'Text copied. Paste it into WhatsApp.',
    saved: (path) => `Picture saved: ${path}`,
    reprinted: 'The receipt was sent to the printer again.',
    paper: (name) => `Receipt ${name}`,
    cut: 'cut',
  },
  receiptProblems: {
    'payment-not-found': 'This payment is not on record. Choose another under “Earlier”.',
    'not-paid': 'This payment was not made, so it has no receipt.',
    'picture-not-written':
      'The picture cannot be saved. Check the picture folder in Settings and the free disk space.',
  },

  recent: {
    label: 'Earlier',
    empty: 'Nothing sold yet.',
    loading: 'Fetching the list…',
    entry: (clock, name, total, state) => `${clock} ${name} ${total}, ${state}`,
  },

  settledLate: {
    label: 'Now certain',
    paid: (who) => `${who}: was paid after all.`,
    rejected: (who) => `${who}: was refused after all. Give the customer their cash back.`,
    lookAtPrinter: 'Its receipt is not done: show it, then look at the printer.',
    show: 'Show',
    dismiss: 'Close',
  },

  unresolved: {
    label: 'Not certain',
    intro: 'These bills may have been paid. Do not pay them again.',
    next: `Loket cannot check by itself. Call ${biller} and give the number and the time. An answer that comes late is recorded by itself.`,
    empty: 'Every payment has a certain outcome.',
    loading: 'Fetching the list…',
    newer: (count) => `And ${count} newer.`,
    show: 'Show',
  },

  keys: {
    label: 'All keys',
    groups: { product: 'Product', sale: 'Selling', receipt: 'Receipt', places: 'Open' },
    ask: 'Find the bill',
    pay: 'Pay, after the cash is typed',
    exact: 'Exact cash',
    quick: 'Quick cash 1–4',
    denomination: 'Choose a token amount',
    arrows: 'Move among the amounts',
    escape: 'One step back; stop waiting',
    print: 'Print again',
    copy: 'Copy the text for WhatsApp',
    picture: 'Save a picture of the receipt',
    unresolved: 'Payments that are not certain',
    settings: 'Settings',
    keys: 'This list',
  },

  dialog: { close: 'Close', cancel: 'Cancel' },

  settings: {
    label: 'Settings',
    loading: 'Fetching the settings…',
    save: 'Save',
    saved: 'Saved.',
    tabs: {
      shop: 'Shop',
      printer: 'Printer',
      numbers: 'Numbers',
      account: `${biller} account`,
      money: 'Training & data',
    },
    shopName: 'Shop name',
    shopAddress: 'Address on the receipt',
    language: 'Language',
    theme: 'Look',
    themes: { system: 'As the computer', light: 'Light', dark: 'Dark' },
    printer: 'Print to',
    printers: { screen: 'Screen only', file: 'File', network: 'Network printer' },
    printerNotes: {
      screen: 'Receipts only show on the screen; good before there is a printer.',
      file: 'Every receipt is written to this file or device, for example /dev/usb/lp0.',
      network: 'A receipt printer on the network, usually port 9100.',
    },
    path: 'File location',
    pathWrong: 'A device such as /dev/usb/lp0 or LPT1, or a file ending in .bin or .prn.',
    host: 'Printer address',
    port: 'Port',
    paper: 'Paper width',
    papers: { '58mm': '58 mm', '80mm': '80 mm' },
    pictureFolder: 'Folder for receipt pictures',
    pictureFolderNote: "Leave empty for this computer's pictures folder.",
    numbersNote: "The length of each product's number. Change it only if the biller changed it.",
    alphabet: 'Made of',
    alphabets: { digits: 'digits', 'letters-and-digits': 'letters & digits' },
    minLength: 'Shortest',
    maxLength: 'Longest',
    product: 'Product',
    baseUrl: 'Service address',
    baseUrlNote: 'Up to before /inquiry, for example https://HOST/tele-api-v2/h2h/trx',
    separator: 'Separator',
    separators: { pipe: 'vertical bar |', blank: 'blank' },
    productCode: 'Product code',
    credentials: 'Account secrets',
    credentialsStored: 'Stored. Fill in all four only to replace them.',
    credentialsMissing: 'Not filled in yet.',
    credentialsNote: "Sent once to this computer's key store and never shown again.",
    noKeyStore:
      'This computer has no key store, so the account cannot be saved. Turn on a keyring (gnome-keyring or KWallet), then open Loket again.',
    secrets: { uuid: 'UUID', username: 'User name', password: 'Password', apiKey: 'API key' },
    secretsIncomplete: 'Fill in all four secrets, or leave all of them empty.',
    required: 'This is needed.',
    lengthWrong: 'Lengths are 4–30, and the shortest is not above the longest.',
    portWrong: 'Ports are 1–65535.',
    ledger: 'The counter now',
    ledgers: {
      training: 'Training – no money moves',
      sandbox: `${biller} test – not real money`,
      live: 'Real money',
    },
    dataFolder: 'Data lies in',
    switchTo: { biller: `Switch to ${biller}`, training: 'Switch to training' },
    switchTitle: { biller: `Switch to ${biller}?`, training: 'Switch to training?' },
    switchWords: {
      biller:
        'Loket closes and opens again with a separate record of sales. After that, payments use your deposit.',
      training: 'Loket closes and opens again with a separate record for training. No money moves there.',
    },
    switchNow: 'Switch and restart',
    switching: 'Loket is restarting…',
  },
  settingsProblems: {
    'no-key-store': 'Not saved: this computer has no key store. Turn on a keyring, then open Loket again.',
    'address-not-allowed': 'Not saved: the address must be https, or http to this computer itself.',
    'credentials-missing': `Not possible yet: the secrets of the ${biller} account are not filled in.`,
    'file-not-written':
      'Not saved: the settings file cannot be written. Check the free disk space and permissions.',
    'payment-unresolved':
      'Not possible yet: a payment is still not certain. Account and records cannot change before it is.',
  },

  trouble: {
    title: 'Loket is disturbed',
    words: 'This part does not work as it should. Close Loket and open it again before you sell.',
  },
  starting: 'Opening the counter…',
} satisfies Messages;
