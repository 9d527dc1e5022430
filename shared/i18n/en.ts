import type { NumberRule, ProductId } from '../products.ts';
import type { Messages } from './id.ts';

const nothingMoved = 'No money has moved.';
const depositSafe = 'The deposit is safe; nothing was taken.';
const notPaidAgain = 'The bill may have been paid. Do not pay it again.';
const nothingChanged = 'Nothing has changed.';
const notSent = 'The payment was not sent. Cash and deposit are safe.';
const ledgerStays = 'The ledger has not changed.';
const freeTheDisk = 'Free the disk (delete large files, empty the Recycle Bin)';

const backupProblems: Messages['backupProblems'] = {
  'folder-not-writable': {
    what: 'The backup folder cannot be written to.',
    money: ledgerStays,
    next: 'Put the stick back in, or choose another folder in Settings under Backups.',
  },
  'no-room': {
    what: 'There is no room left for a backup.',
    money: ledgerStays,
    next: 'Free that disk, or choose another folder in Settings under Backups.',
  },
  'not-verified': {
    what: 'The backup could not be read back whole, so it was thrown away.',
    money: ledgerStays,
    next: 'Try again. If it stays like this, use another disk or stick: this one may be broken.',
  },
  'source-unreadable': {
    what: 'Something in this file of records cannot be read.',
    money: ledgerStays,
    next: 'Delete nothing. Choose another backup, or have a technician check the disk.',
  },
  'backup-not-found': {
    what: 'That backup is no longer in its folder.',
    money: ledgerStays,
    next: 'Put the stick back in, or choose another backup.',
  },
  'payment-unresolved': {
    what: 'A payment is being sent, or its answer is still awaited.',
    money: ledgerStays,
    next: 'Wait until the answer is no longer awaited, 10 minutes at most, then try again.',
  },
};

const lengths = (rule: NumberRule): string =>
  rule.minLength === rule.maxLength ? `${rule.minLength}` : `${rule.minLength}–${rule.maxLength}`;
const characters = (rule: NumberRule): string => (rule.alphabet === 'digits' ? 'digits' : 'letters/digits');

/** The cashier's screen in English, as it speaks of one biller by its name. */
export const en = (biller: string): Messages => ({
  appName: 'Loket',
  languages: { id: 'Indonesian', en: 'English' },
  products: {
    'pln-postpaid': { short: 'PLN', name: 'PLN postpaid' },
    'pln-prepaid': { short: 'Token', name: 'Electricity token' },
    'pln-nontaglis': { short: 'Non-bill', name: 'PLN non-bill charges' },
    'telkom-pstn': { short: 'Telkom', name: 'Telkom phone & internet' },
    bpjs: { short: 'BPJS', name: 'BPJS health insurance' },
    pdam: { short: 'Water', name: 'Water (PDAM)' },
    gas: { short: 'Gas', name: 'Piped gas' },
    'mobile-postpaid': { short: 'Mobile', name: 'Mobile phone, postpaid' },
    tv: { short: 'TV', name: 'Pay TV' },
    internet: { short: 'Internet', name: 'Internet other than Telkom' },
    multifinance: { short: 'Instalment', name: 'Instalment (multifinance)' },
    pbb: { short: 'Land tax', name: 'Land and building tax (PBB)' },
    'bpjs-tk': { short: 'BPJS TK', name: 'BPJS workers’ insurance' },
    insurance: { short: 'Insurance', name: 'Insurance' },
    esamsat: { short: 'Car tax', name: 'Vehicle tax (e-Samsat)' },
    emoney: { short: 'E-money', name: 'E-money top-up' },
  },
  states: {
    quoted: 'not paid yet',
    expired: 'expired',
    sent: 'being sent',
    paid: 'paid',
    rejected: 'refused',
    unknown: 'not certain',
    'paid-by-hand': 'paid (by hand)',
    'rejected-by-hand': 'not paid (by hand)',
  },

  spans: {
    moment: 'just now',
    minutes: (amount) => (amount === 1 ? 'one minute' : `${amount} minutes`),
    hours: (amount) => (amount === 1 ? 'one hour' : `${amount} hours`),
    days: (amount) => (amount === 1 ? 'one day' : `${amount} days`),
  },
  when: {
    today: (clock) => `at ${clock}`,
    yesterday: (clock) => `yesterday ${clock}`,
    earlier: (date, clock) => `${date} ${clock}`,
  },

  banners: {
    training: 'TRAINING – no money moves',
    sandbox: 'TEST – not real money',
    live: null,
  },

  topBar: {
    label: 'State of the counter',
    deposit: 'Deposit',
    depositOf: `${biller} deposit`,
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
    gaps: (count) => (count === 1 ? '1 gap in the records' : `${count} gaps in the records`),
    language: 'Language',
    settings: 'Settings',
    keys: 'All keys',
  },

  stopped: {
    title: 'SELLING HAS STOPPED',
    backups: 'Open Backups',
    reasons: {
      unsaved: {
        what: 'The outcome of a payment could not be written to the disk.',
        money: 'It stands on the screen and on paper only: note it down now.',
        next: `${freeTheDisk}, then close Loket and open it again.`,
      },
      'ledger-fault': {
        what: 'The disk failed while the ledger was written.',
        money: 'No more payments are sent.',
        next: 'Close Loket and open it again. If it stays like this, replace the disk and restore a backup.',
      },
      'ledger-altered': {
        what: 'Something other than Loket has changed or removed part of the ledger.',
        money: 'What was paid may not show here: pay nothing again.',
        next: "Restore a backup, then compare it with the billers' lists.",
      },
    },
  },

  notices: {
    label: 'To be mended',
    none: 'Nothing needs mending now.',
    clock: {
      wentBackShort: (span) => `PC clock ${span} back`,
      wentBack: (span) => `This computer's clock went back ${span}: it has shown a later time before.`,
      differsShort: (span) => `PC clock ${span} off`,
      behind: (span, name) => `This computer's clock differs by ${span} from that of ${name}: it is behind.`,
      ahead: (span, name) => `This computer's clock differs by ${span} from that of ${name}: it is ahead.`,
      money:
        'Cash and deposit are safe, but times on receipts, the cut-off and how long bills are valid go wrong.',
      next: "Open the computer's date and time settings, turn on automatic time, and check the time zone.",
    },
    backup: {
      failedShort: 'Backup failed',
      neverShort: 'No backup yet',
      oldShort: (span) => `Backup ${span} old`,
      never: 'The ledger has never been backed up.',
      old: (when) => `The last good backup was made ${when}.`,
      money: 'If this disk breaks, Loket loses the records since then.',
      next: 'Make a backup now, best on a stick or another disk.',
      open: 'Open Backups',
    },
  },

  product: {
    label: 'Product',
    other: 'More…',
    others: 'Other products',
    filter: 'Press its digit, or type a product’s name',
    nothingSold: 'Nothing can be sold here yet. Open Settings (Ctrl+,) and fill in an account.',
  },

  service: {
    choose: (product) => `Choose: ${product}`,
    filter: 'Type the name of the city or company',
    none: (typed) => `Nothing fits “${typed}”.`,
    notChosen: (product) => `Choose first: ${product}`,
    change: (service) => `Change ${service}`,
  },

  extras: {
    labels: {
      months: 'Months',
      'tax-year': 'Tax year',
      'identity-number': 'ID card number',
      amount: 'Amount (Rp)',
    },
    faults: {
      months: 'Months are 1–24',
      'tax-year': 'A tax year of four digits, next year at the latest',
      'identity-number': 'The ID card number has 4–30 letters/digits',
      amount: 'Type the amount in rupiah',
    },
  },

  cutOff: {
    before: (from, to) => `PLN closes its books ${from}–${to}. Pay before that, or after ${to}.`,
    closed: (from, to) =>
      `PLN closes its books ${from}–${to}. Payments are refused until ${to}; bills may be looked up.`,
    after: (from, to, safe) => `PLN closed its books ${from}–${to}. Its answers may be slow until ${safe}.`,
    insist: 'Supervisor allows it',
    insisted: 'The supervisor allows it. Press PAY once more.',
    insistTitle: 'Pay while PLN closes its books?',
    insistWords:
      'A payment made while the books are closed may hang until tomorrow: the money is taken, but the bill is not settled. Go on only if the supervisor is sure.',
    insistConfirm: 'Allow it',
  },

  pin: {
    label: 'Owner’s PIN',
    digits: '4–12 digits',
    checking: 'Checking the PIN…',
    carryingOut: 'One moment…',
  },

  confirmAgain: {
    title: 'Really pay this?',
    intro: 'Nothing has been sent. Read this first:',
    paidLately: (when, total) => `This customer was paid here ${when}, ${total}.`,
    boughtLately: (when, total) => `This customer bought here ${when}, ${total}.`,
    rejectedByHandLately: (when, total) =>
      `This customer's payment ${when}, ${total}, counts as not paid by the owner's decision. ${biller} has not confirmed that.`,
    monthPaid: (month, when, total) => `The month ${month} was paid here before, ${when}, ${total}.`,
    gap: (from, until) =>
      `This counter's records were restored from a backup. What was paid between ${from} and ${until} is not on record, and this bill may be among it.`,
    twice: 'If you go on, the same bill may be paid twice, and that money may not come back.',
    onPurpose: 'Go on only if the customer wants to buy once more.',
    ownerOnly: 'Only the owner may go on.',
    confirm: (total) => `Pay ${total} all the same`,
  },

  number: {
    label: 'Customer number',
    labels: {
      'pln-postpaid': 'Customer ID',
      'pln-prepaid': 'Meter number or customer ID',
      'pln-nontaglis': 'Registration number',
      'telkom-pstn': 'Telephone / internet number',
      bpjs: 'Card number or virtual account',
      pdam: 'Connection number',
      gas: 'Gas customer number',
      'mobile-postpaid': 'Mobile number',
      tv: 'TV customer number',
      internet: 'Internet customer number',
      multifinance: 'Contract number',
      pbb: 'Tax object number (NOP)',
      'bpjs-tk': 'Member number or payment code',
      insurance: 'Policy number',
      esamsat: 'Payment code',
      emoney: 'Mobile number of the account',
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
      { title: 'Choose the product, type or scan the number', keys: ['F1–F7', 'Enter'] },
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
    monthCount: (count) => (count === 1 ? '1 month' : `${count} months`),
    details: 'Further details',
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
    codeMeans: (reason) => `What the code means: ${reason}.`,
    billerSays: `${biller} says`,
    notTaken: 'No money was taken. Give the customer their cash back.',
    maybePaid: 'The bill may have been paid. Do not pay it again.',
    cannotCheck: (clock) =>
      `Loket cannot check by itself. Call ${biller} and give the number and this time: ${clock}.`,
    otherAccount: (clock) =>
      `This payment was sent from another ${biller} account or address, so Loket cannot ask about it. Put that account back in Settings, or call ${biller} and give the number and this time: ${clock}.`,
    willCheck: (clock) => `Loket checks again at ${clock}.`,
    willCheckOnline: (clock) =>
      `${biller} cannot be reached. Loket checks as soon as the network is back, and tries again at ${clock}.`,
    gaveUp: (clock) =>
      `There was no certain answer, so Loket no longer asks by itself. Press “Check now”, or call ${biller} and give the number and this time: ${clock}.`,
    asking: `Asking ${biller}…`,
    neverAsked: `${biller} has not been asked yet.`,
    asked: (times, clock) =>
      times === 1 ? `Asked once, at ${clock}.` : `Asked ${times} times, last at ${clock}.`,
    askedBefore: (times, when) =>
      times === 1 ? `Asked once, ${when}.` : `Asked ${times} times, last ${when}.`,
    awaited: 'Its answer is still awaited.',
    checkNow: 'Check now',
    arrears: (months) =>
      months === 1 ? 'One more month is still owed.' : `${months} more months are still owed.`,
    noArrears: 'Nothing more is owed.',
    totalDiffers: (replied, quoted) =>
      `${biller}'s total is ${replied}, the bill says ${quoted}. Both are on record.`,
    dismiss: 'Close',
    nextSale: 'You can type the next number at once.',
    lost: 'Loket was disturbed while waiting for the outcome.',
    paidByHand: 'Paid (by hand)',
    rejectedByHand: 'Not paid (by hand)',
    decided: (reason, evidence) => `Decided by the owner: ${reason}. “${evidence}”`,
    uncertified: `${biller} has not confirmed it. Should it answer otherwise later, this payment is opened again.`,
    giveBackByHand: 'Give the customer their cash back.',
  },

  unsaved: {
    title: 'NOT SAVED – note it down now',
    what: 'This outcome cannot be written to the disk. It stands on this screen and on paper only.',
    next: 'Write it down or take a photo now: name, number, time, Ref, token. Do not close Loket before.',
    noted: 'Noted down',
    foot: 'This outcome stays on the screen until you say that it is noted down.',
  },

  interim: {
    print: 'Print interim slip',
    status: {
      none: '',
      'on-screen': 'The interim slip is on the screen.',
      printing: 'The interim slip is printing.',
      printed: 'The interim slip is printed.',
      sent: 'The interim slip was sent to the printer.',
      failed: 'The interim slip is not printed yet. Check the printer, then press Ctrl+E.',
      uncertain: 'The interim slip may be incomplete. Look at the paper; if needed press Ctrl+E.',
    },
  },

  unknownReasons: {
    'no-answer': `${biller} did not answer in time.`,
    interrupted: 'The program stopped before the answer came.',
    'unreadable-reply': `${biller}'s answer cannot be read.`,
    'mismatched-reply': `${biller}'s answer does not fit this customer or this sum.`,
    'unclear-answer': `${biller}'s answer does not say for certain whether it was paid.`,
    contradicted: `The owner had decided, and then ${biller} answered the opposite.`,
  },

  handReasons: {
    'biller-said': `${biller} said so (telephone, message)`,
    'biller-records': `it stands on ${biller}'s web page or statement`,
    'customer-showed': 'the customer showed proof',
    'own-evidence': "this counter's own evidence",
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
    'not-sold': {
      what: 'This product or company is not sold at this counter.',
      money: nothingMoved,
      next: 'Choose another, or add its code in Settings (Ctrl+,).',
    },
    'extras-missing': {
      what: 'Something beside the number is empty or wrong.',
      money: nothingMoved,
      next: 'Fill it in, then press Enter.',
    },
    'cut-off': {
      what: 'PLN is closing its books: not sent.',
      money: depositSafe,
      next: 'Ask the customer to come back afterwards.',
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
      next: 'See first under “not certain” (Ctrl+B) what has to be done.',
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
    'confirm-again': {
      what: 'There is something to read before this bill is paid.',
      money: notSent,
      next: 'Press PAY once more to read it, or Esc to cancel.',
    },
    'disk-full': {
      what: "This computer's disk is full, so the payment cannot be recorded.",
      money: notSent,
      next: `${freeTheDisk}, then try again.`,
    },
    'ledger-locked': {
      what: 'Another program holds the ledger.',
      money: notSent,
      next: "Close other programs that use Loket's data folder (antivirus, syncing, backup), then try again.",
    },
    'ledger-read-only': {
      what: 'The ledger takes no writing.',
      money: notSent,
      next: "Allow writing to Loket's data folder or unlock its disk, then try again.",
    },
    'ledger-fault': {
      what: 'The disk failed: the ledger cannot be written.',
      money: notSent,
      next: 'Close Loket and open it again. If it stays like this, stop selling and have the disk checked.',
    },
    'selling-stopped': {
      what: 'Selling has stopped until Loket is opened anew.',
      money: notSent,
      next: 'Read the red band at the top: it says why, and how to mend it.',
    },
  },

  refusedInquiry: (reason) => `Cannot go on: ${reason}.`,

  checkProblems: {
    'payment-not-found': {
      what: 'This payment is not on record at this counter.',
      money: notPaidAgain,
      next: 'Close this list and open it again.',
    },
    'cannot-check': {
      what: 'Loket cannot ask about this payment by itself.',
      money: notPaidAgain,
      next: `Call ${biller} and give the number and the time.`,
    },
    busy: {
      what: `${biller} is being asked about this payment.`,
      money: notPaidAgain,
      next: 'Wait for the answer.',
    },
    'no-connection': {
      what: `${biller} cannot be reached.`,
      money: notPaidAgain,
      next: 'Check the internet, then check again.',
    },
    'no-answer': {
      what: `${biller} was reached but did not answer.`,
      money: notPaidAgain,
      next: 'Wait a little, then check again.',
    },
    'not-set-up': {
      what: `The ${biller} account is no longer on this counter.`,
      money: notPaidAgain,
      next: 'Fill it in again in Settings (Ctrl+,), then check again.',
    },
  },

  lookProblems: {
    'payment-not-found': {
      what: 'This payment is not on record at this counter.',
      money: notPaidAgain,
      next: 'Close this list and open it again.',
    },
    'cannot-look': {
      what: `This number cannot be looked up at ${biller} now.`,
      money: notPaidAgain,
      next: `Call ${biller} and give the number and the time.`,
    },
    busy: {
      what: 'Another request is still under way.',
      money: notPaidAgain,
      next: 'Wait until it is done, then look again.',
    },
    'no-connection': {
      what: `${biller} cannot be reached.`,
      money: notPaidAgain,
      next: 'Check the internet, then look again.',
    },
    'no-answer': {
      what: `${biller} was reached but did not answer.`,
      money: notPaidAgain,
      next: 'Wait a little, then look again.',
    },
    'unreadable-reply': {
      what: `${biller}'s answer cannot be read.`,
      money: notPaidAgain,
      next: `Look again later. If it stays like this, call ${biller}.`,
    },
    'not-set-up': {
      what: `The ${biller} account is no longer on this counter.`,
      money: notPaidAgain,
      next: 'Fill it in again in Settings (Ctrl+,), then look again.',
    },
    'ledger-not-written': {
      what: 'What was found cannot be recorded on this computer.',
      money: notPaidAgain,
      next: `${freeTheDisk}, then look again.`,
    },
  },

  backupProblems,

  pinProblems: {
    ...backupProblems,
    'not-unknown': {
      what: 'This payment has become certain meanwhile, or is still being sent.',
      money: nothingChanged,
      next: 'Close this and see its outcome in the list.',
    },
    'token-missing': {
      what: 'A token is not paid without its 20 digits.',
      money: nothingChanged,
      next: `Ask ${biller} for the digits, then type all of them.`,
    },
    'stands-elsewhere': {
      what: 'This Ref or token stands on another payment already.',
      money: nothingChanged,
      next: `Compare the digits with ${biller}: that answer may belong to another payment.`,
    },
    'ledger-not-written': {
      what: 'This decision cannot be recorded on this computer.',
      money: nothingChanged,
      next: `${freeTheDisk}, then try again.`,
    },
    'no-such-gap': {
      what: 'This gap has been put in order already.',
      money: nothingChanged,
      next: 'Close this and look at the list.',
    },
    'no-pin': {
      what: 'There is no owner’s PIN yet.',
      money: nothingChanged,
      next: 'The owner sets one in Settings (Ctrl+,).',
    },
    'wrong-pin': { what: 'The PIN is wrong.', money: nothingChanged, next: 'Type the owner’s PIN again.' },
    'pin-locked': {
      what: 'Too many wrong PINs.',
      money: nothingChanged,
      next: 'Wait a few minutes, then try again.',
    },
    'quote-gone': {
      what: 'This bill is no longer valid.',
      money: depositSafe,
      next: 'Close this and find the bill again.',
    },
    'payment-not-found': {
      what: 'This payment is not on record at this counter.',
      money: nothingChanged,
      next: 'Close this and open the list again.',
    },
    'no-such-text': {
      what: `This payment has no answer from ${biller} that could mean a refusal.`,
      money: nothingChanged,
      next: `Call ${biller} and give the number and the time.`,
    },
    'file-not-written': {
      what: 'The settings cannot be written, so this answer does not mean a refusal yet.',
      money: nothingChanged,
      next: 'Check the free disk space, then try again.',
    },
  },

  receipt: {
    label: 'Receipt',
    empty: 'The receipt shows here, exactly as on paper.',
    none: 'Refused, so there is no receipt.',
    noneByHand: 'Not paid, so there is no receipt.',
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
    'ledger-not-written': `Not printed: the print cannot be recorded on the disk. ${freeTheDisk}, then try again.`,
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
    late: 'An answer that comes late is recorded by itself.',
    takeForFinal: 'This answer means refused…',
    takeTitle: 'Take this answer for a refusal?',
    takeWords: (answer) =>
      `${biller} answered “${answer}”. Go on only if ${biller} has confirmed that this answer means that nothing was paid. This payment is then on record as refused and the customer gets their cash back. From now on the same answer always means refused.`,
    takeConfirm: 'Take it for refused',
    empty: 'Every payment has a certain outcome.',
    loading: 'Fetching the list…',
    newer: (count) => `And ${count} newer.`,
    show: 'Show',
    decide: 'Decide…',
    look: 'Look the number up now',
    entry: (name, number, total, age) => `${name}, ${number}, ${total}, ${age}`,
  },

  evidence: {
    label: 'Evidence',
    decidesNothing: `None of this decides by itself. Only ${biller} can make it certain, or you with your PIN.`,
    loading: 'Fetching the evidence…',
    looking: `Looking the number up at ${biller}…`,
    neverLooked: 'The number has not been looked up since the payment.',
    cannotLook: 'The number cannot be looked up now.',
    looked: (when, finding) => `Looked up ${when}: ${finding}`,
    findings: {
      sameBill: (total) => `the same bill, ${total}, is still there.`,
      otherBill: (total) => `there is another bill, ${total}.`,
      amounts: 'the customer can buy again, which says nothing about this one.',
      refused: (text) => `there is no bill: “${text}”.`,
    },
    deposit: 'Deposit',
    before: 'before',
    after: 'after',
    at: (amount, when) => `${amount} (${when})`,
    noDeposit: 'The deposit before and after is not known.',
    noBefore: 'The deposit before is not known.',
    noAfter: 'The deposit has not been told since the payment.',
    fell: (amount) => `It fell by ${amount}.`,
    rose: (amount) => `It rose by ${amount}.`,
    same: 'It has not changed.',
    others: (count, total) =>
      count === 1
        ? `One other payment in between took ${total}.`
        : `${count} other payments in between took ${total}.`,
    noOthers: 'There was no other payment in between.',
    rest: (amount) => `Beside that ${amount} was taken.`,
    restNone: 'Beside that nothing was taken.',
    restGained: (amount) => `Beside that ${amount} was added.`,
    noReply: `There is no answer from ${biller} on record.`,
    reply: (status, when) => `Raw answer ${when}, status ${status}`,
    replyCut: 'Only its beginning.',
  },

  resolve: {
    title: 'Decide',
    verdict: 'Decision',
    verdicts: { paid: 'Paid', rejected: 'Not paid' },
    reference: `Ref from ${biller}`,
    token: 'Token',
    tokenLength: (length) =>
      length === 0
        ? '20 digits'
        : length < 20
          ? `20 digits, ${length} so far`
          : length === 20
            ? '20 digits, fits'
            : `20 digits, this has ${length}`,
    reason: 'What it rests on',
    evidence: 'Evidence',
    evidenceNote: 'Who said it, when, the number of the ticket.',
    missing: (parts) => `Still missing: ${parts.join(', ')}.`,
    parts: {
      verdict: 'the decision',
      reference: 'Ref',
      token: 'the token',
      reason: 'what it rests on',
      evidence: 'the evidence',
    },
    choose: 'Choose first: paid or not paid. A wrong guess costs you or the customer.',
    willBePaid: 'A receipt marked DISALIN is printed for the customer; the cash stays in the drawer.',
    willBeRejected: 'Give the customer their cash back. After that the bill may be paid again.',
    reopens: `Should ${biller} answer otherwise later, this payment is opened again.`,
    confirm: { paid: 'Record as paid', rejected: 'Record as not paid', none: 'Record the decision' },
  },

  gaps: {
    entry: 'Gap in the records',
    fromTo: (from, until) => `${from} – ${until}`,
    title: 'Records that are missing',
    what: (from, until) =>
      `This ledger was restored from a backup. Payments between ${from} and ${until} are not known here.`,
    money: 'Bills from that time may have been paid. Do not pay them again before they are compared.',
    next: 'Ask the biller for its list of that time, compare one by one, then press “Compared”.',
    close: 'Compared…',
    closeTitle: 'Close this gap in the records?',
    closeWords:
      'After this Loket no longer reminds you of that time. Payments that are missing do not come back to the lists.',
    note: 'What it was compared with, and by whom',
    confirm: 'Close this gap',
  },

  keys: {
    label: 'All keys',
    groups: { product: 'Product', sale: 'Selling', receipt: 'Receipt', places: 'Open' },
    ask: 'Find the bill',
    pay: 'Pay, after the cash is typed',
    exact: 'Exact cash',
    quick: 'Quick cash 1–4',
    others: 'Other products',
    service: 'Change the city or company',
    extras: 'Go to what stands beside the number',
    check: 'Ask about a payment that is not certain',
    interim: 'Print an interim slip',
    look: 'Look the number up again (list)',
    decide: 'Decide (list); noted down (outcome)',
    insist: 'Supervisor: pay although the books are closed',
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
    unsaved: 'Not saved yet.',
    faulty: 'Cannot be saved yet: mend what is marked ⚠.',
    tabs: {
      shop: 'Shop',
      printer: 'Printer',
      numbers: 'Numbers',
      pin: "Owner's PIN",
      backups: 'Backups',
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
    backups: {
      what: 'The ledger is backed up every day. Another disk or a stick is safer than this disk.',
      folder: 'Backup folder',
      folderNote: (folder) => `Leave empty for a folder beside the records. Now: ${folder}`,
      last: (when) => `Last good backup: ${when}.`,
      never: 'There is no good backup yet.',
      now: 'Back up now',
      running: 'Making a backup, then reading it back…',
      made: (when, size) => `A backup was made and read back whole: ${when}, ${size}.`,
      brokenOff: 'It broke off. Try again.',
      list: 'Backups that are there',
      loading: 'Fetching the list…',
      none: 'There is no backup in this folder yet.',
      sizes: { kilobytes: (amount) => `${amount} kB`, megabytes: (amount) => `${amount} MB` },
      decimalMark: '.',
      preview: 'What the backup holds',
      previewLoading: 'Reading the backup…',
      choose: 'Choose one to see what it holds.',
      newest: 'Newest thing in it',
      empty: 'empty',
      payments: 'Payments',
      unresolved: 'Not certain',
      missing: 'Not in it',
      missingCount: (count) =>
        count === 0 ? 'none' : count === 1 ? 'one payment of now' : `${count} payments of now`,
      restore: 'Restore…',
      restoreTitle: 'Restore this backup?',
      restoreWhat: (when) =>
        `Loket closes and opens again with the records as they were ${when}. Every bill on the screen expires, and what was being sent then becomes not certain.`,
      restoreMissing: (count) =>
        count === 0
          ? 'No payment is lost from the lists.'
          : `${count === 1 ? 'One payment is' : `${count} payments are`} lost from Loket's lists, although the money has moved.`,
      restoreGap: 'The time that is lost becomes a gap that must be compared with the biller.',
      restoreKept: 'The records of now are not deleted: they are kept aside.',
      restoreConfirm: 'Restore and restart',
      restoring: 'Loket is restarting…',
    },
    numbersNote: "The length of each product's number. Change it only if the biller changed it.",
    alphabet: 'Made of',
    alphabets: { digits: 'digits', 'letters-and-digits': 'letters & digits' },
    minLength: 'Shortest',
    maxLength: 'Longest',
    product: 'Product',
    productGroups: {
      power: 'Electricity',
      lines: 'Telephone, internet and TV',
      home: 'Water and gas',
      insurance: 'Social security and insurance',
      other: 'Instalments, taxes and e-money',
    },
    required: 'This is needed.',
    lengthWrong: 'Lengths are 4–30, and the shortest is not above the longest.',
    portWrong: 'Ports are 1–65535.',

    biller: {
      states: {
        'not-set-up': 'not set up',
        'bad-address': 'address refused',
        'no-secrets': 'not complete',
        training: 'training',
        sandbox: 'test',
        live: 'real money',
      },
      tabUnsaved: 'not saved',
      tabPreferred: (state) => `first · ${state}`,
      sections: {
        account: 'Account',
        services: 'Product codes',
        'final-answers': 'Final refusals',
        route: 'Route',
      },
      unsavedRestarts: 'Not saved yet. Saving opens Loket anew.',
      hasFault: 'something to mend',

      hosts: 'Known addresses',
      otherHost: 'Another address',
      baseUrl: 'Service address',
      baseUrlRequired: 'Fill in the address, like https://…',
      baseUrlWrong: 'An address begins with https:// and holds no blanks.',
      kinds: {
        none: 'There is no address yet, so this biller sells nothing.',
        refused: 'Loket must not call the address that is stored.',
        unsaved: 'Once it is saved, this says whether the address is a test or real money.',
        training: 'A training address: no money moves.',
        sandbox: 'A test address: not real money. Used while Loket is on test.',
        live: 'A real address: every payment uses your deposit. Used while Loket works with real money.',
      },

      secrets: 'Account secrets',
      secretsStored: 'Stored. Fill in all of them only to replace them.',
      secretsMissing: 'Not filled in yet.',
      secretsNote: "Sent once to this computer's key store and never shown again.",
      noKeyStore:
        'This computer has no key store, so the account cannot be saved. Turn on a keyring (gnome-keyring or KWallet), then open Loket again.',
      secretsIncomplete: 'Fill in all the secrets, or leave all of them empty.',
      secretsMoved: 'The address moves. Secrets do not move along: fill all of them in for the new address.',

      preference: 'Order',
      preferred: (name) => `${name} comes first: it is used for products that another biller sells too.`,
      notPreferred: (first) =>
        `For products that both sell, ${first} is used first. A change opens Loket anew.`,
      prefer: (name) => `Put ${name} first`,

      services: {
        note: (name) =>
          `✓ = this code is certain. The others are our best reading: compare them with the list of codes from ${name} before you sell.`,
        noteWithList: (name) =>
          `✓ = this code is certain. The others are our best reading: compare them with the price list of ${name} before you sell.`,
        filter: 'Find a code or name',
        count: (shown, all) => (shown === all ? `${all} codes` : `${shown} of ${all} codes`),
        none: 'There are no codes yet. Add one for each thing that is sold.',
        noneFound: 'Nothing fits the search.',
        add: 'Add a code',
        edit: 'Edit',
        done: 'Done',
        remove: 'Remove',
        code: 'Code',
        name: 'Name',
        asks: 'Also asked for',
        actions: 'Actions',
        confirmed: 'certain code',
        extraFields: {
          months: 'number of months',
          'tax-year': 'tax year',
          'identity-number': 'identity number',
          amount: 'amount',
        },
        faults: {
          required: 'This is needed.',
          'bad-code': 'Only letters, digits and . - / _ without blanks.',
          twice: 'This code is already there for the same product.',
        },
        full: (most) => `At most ${most} codes. Remove what is not sold.`,
      },

      priceList: {
        fill: 'Fill from price list',
        title: (name) => `Price list of ${name}`,
        saveFirst: 'Save first: the price list is fetched with the account that is stored.',
        loading: (name) => `Fetching the price list from ${name}…`,
        notSetUp: 'This account is not set up. Fill in address and secrets, save, then try again.',
        failed: (name) =>
          `The price list cannot be had. Press “Test connection” to see what is wrong, or ask ${name}.`,
        refused: (name) => `${name} refused to give its price list.`,
        again: 'Try again',
        same: 'All codes are as in the price list.',
        intro: 'Choose what to take over. Nothing is stored before you press Save.',
        parts: {
          added: (count) => (count === 1 ? 'Add one new code' : `Add ${count} new codes`),
          renamed: (count) => (count === 1 ? 'Change one name' : `Change ${count} names`),
          missing: (count) =>
            count === 1
              ? 'Remove one code that is no longer sold'
              : `Remove ${count} codes that are no longer sold`,
        },
        see: 'See',
        rename: (from, to) => `${from} becomes ${to}`,
        unknown: (types) => `Cannot be sold in Loket yet: ${types}.`,
        after: (count) => `There are ${count} codes afterwards.`,
        tooMany: (count, most) =>
          `There would be ${count} codes, and ${most} at most. Take some choices back.`,
        take: 'Take over',
        taken: 'Taken from the price list. Check it, then save.',
      },

      finalAnswers: {
        title: 'Answers that are final refusals',
        note: (name) =>
          `Where ${name} answers a payment with one of these codes or texts, Loket says “Refused” and the customer gets the cash back. If the bill was paid after all, that money is lost out of your pocket. Fill in only what ${name} has confirmed: nothing was and nothing will be taken.`,
        otherwise: 'Any other answer is “not certain”, and the cash is held until it is clear.',
        none: 'None yet. Every refusal of a payment is “not certain”.',
        onlyByPin:
          "Since there is an owner's PIN, answers can only be removed here. New ones are added from a payment that is not certain, with the PIN.",
        next: 'Code or text',
        add: 'Add',
        remove: 'Remove',
        faults: {
          never:
            'Not possible: a code stands in it that leaves the outcome open. The bill may have been paid.',
          twice: 'It is in the list already.',
          full: 'The list is full.',
        },
      },

      route: {
        note: 'Leave empty what no technician asked for. This adds checks and never takes any away.',
        fields: {
          caFile: 'File of CA certificates (PEM)',
          pin: 'Fingerprint of the server key (SHA-256, base64)',
          proxy: 'Proxy',
          connectSeconds: 'Connected within (seconds)',
          firstByteSeconds: 'Begins to answer within (seconds)',
          wholeSeconds: 'Whole answer within (seconds)',
        },
        notes: {
          caFile: 'Only for a biller with certificates of its own. The whole path of the file.',
          pin: 'A server with another key is refused. Change it when the biller does, or Loket stops.',
          proxy: 'For example http://192.168.1.1:3128',
        },
        deadlines: 'Deadlines',
        deadlinesNote:
          'A payment that is not answered by then is “not certain”. Too short a time makes many of them.',
        faults: {
          caFile: 'Write the whole path, like /etc/ssl/biller.pem or C:\\biller.pem.',
          pin: '44 letters and digits that end in =.',
          proxy: 'Write http://HOST:PORT, without a user name.',
          seconds: (min, max) => `Between ${min} and ${max} seconds.`,
          wholeSeconds: (min, max) =>
            `Between ${min} and ${max} seconds, and not below the time for beginning to answer.`,
        },
      },

      test: {
        label: 'Test connection',
        testing: (name) => `Contacting ${name}… This test takes nothing from the deposit.`,
        saveFirst: 'Save first: the test works on the settings that are stored.',
        failed: 'The test broke off. Try again.',
        result: 'Result of the connection test',
        close: 'Close the result',
        detail: 'Details',
        verdicts: (name) => ({
          ok: { what: `Connected. ${name} takes this account.`, next: 'Ready for use.' },
          'not-set-up': {
            what: `The ${name} account is not complete.`,
            next: 'Fill in the address and all the secrets, save, then test again.',
          },
          'no-network': {
            what: `${name} cannot be reached from this computer.`,
            next: 'Check the internet and how the address is written. If other sites open, ask a technician whether its port is closed.',
          },
          tls: {
            what: "The server's certificate cannot be trusted.",
            next: `Do not go on. Check this computer's clock and the address; if both are right, ask ${name} whether a CA file is needed (under Route).`,
          },
          pin: {
            what: "The server's key is not the one on record here.",
            next: `Do not go on. Ask ${name} whether the key was changed, then fill in the new one under Route.`,
          },
          proxy: {
            what: 'The proxy does not let the connection through.',
            next: 'Check the address of the proxy under Route, or ask your network technician.',
          },
          'no-answer': {
            what: `${name} was reached but did not answer.`,
            next: `Try again in a while. If it stays like this, ask ${name}.`,
          },
          'ip-not-registered': {
            what: `This computer's IP address is not registered with ${name}.`,
            next: `Call ${name} and tell them your internet IP address.`,
          },
          'wrong-key': {
            what: `${name} does not know this account: one of the secrets is wrong.`,
            next: `Fill in all the secrets again. If it stays like this, have ${name} compare them.`,
          },
          'wrong-signature': {
            what: `${name} refuses the signature of the request.`,
            next: 'Mostly the API key is wrong, or belongs to another address (test and real differ). Fill in all the secrets again.',
          },
          refused: {
            what: `${name} refuses this account.`,
            next: `Call ${name} and tell them the details below.`,
          },
          unreadable: {
            what: `What this address answers cannot be read as an answer of ${name}.`,
            next: `Check how the address is written. If it is right, ask ${name}.`,
          },
        }),
        clock: {
          behind: (time) =>
            `This computer's clock is ${time} behind. Set it right: the times on receipts and the cut-off go wrong with it.`,
          ahead: (time) =>
            `This computer's clock is ${time} ahead. Set it right: the times on receipts and the cut-off go wrong with it.`,
        },
        better: (option, value) => `“${option}” was accepted as “${value}”, not as it is set now.`,
        takeBetter: (value) => `Use “${value}”`,
      },
    },

    pin: {
      what: 'Asked for before anything that could cost you: paying PLN during its cut-off, paying what is paid already, deciding a payment that is not certain, taking an answer of a biller for a final refusal, and restoring a backup.',
      isSet: 'There is a PIN. Fill in the old one to change it.',
      notSet: 'There is no PIN yet, so none of this can be done.',
      current: 'PIN now',
      next: 'New PIN',
      nextNote: '4–12 digits. Keep it well: a PIN that is forgotten cannot be shown again.',
      again: 'New PIN once more',
      wrongForm: '4–12 digits.',
      differs: 'Not the same as the new PIN above.',
      save: 'Save PIN',
    },

    ledger: 'The counter now',
    ledgers: {
      training: 'Training – no money moves',
      sandbox: 'Test – not real money',
      live: 'Real money',
    },
    ledgerNotes: {
      training: 'Learning with made-up billers on this computer.',
      sandbox: "Trying an account at a biller's test address.",
      live: 'Selling; every payment uses your deposit.',
    },
    ledgerOpen: 'In use now.',
    ledgerReady: (billers) => `With ${billers}.`,
    ledgerNeedsBiller: {
      training: '',
      sandbox: 'Not possible yet: no biller has a test address.',
      live: 'Not possible yet: no biller has a real address.',
    },
    ledgerNeedsSecrets: (billers) => `Not possible yet: the account secrets of ${billers} are not filled in.`,
    dataFolder: 'Data lies in',
    switchTo: {
      training: 'Switch to training',
      sandbox: 'Switch to test',
      live: 'Switch to real money',
    },
    switchTitle: {
      training: 'Switch to training?',
      sandbox: 'Switch to test?',
      live: 'Switch to real money?',
    },
    switchWords: {
      training: () =>
        'Loket closes and opens again with a separate record for training. No money moves there.',
      sandbox: (billers) =>
        `Loket closes and opens again with a separate record for tests. Requests go to the test address of ${billers}; no bill is really paid, so take no cash from customers.`,
      live: (billers) =>
        `Loket closes and opens again with the real record of sales. After that every payment pays a bill and uses your deposit at ${billers}.`,
    },
    switchNow: 'Switch and restart',
    switching: 'Loket is restarting…',
    and: (first, last) => `${first} and ${last}`,
  },
  settingsProblems: {
    'no-key-store': 'Not saved: this computer has no key store. Turn on a keyring, then open Loket again.',
    'address-not-allowed': 'Not saved: the address must be https, or http to this computer itself.',
    'credentials-missing': 'Not possible yet: the account secrets are not filled in for this address.',
    'file-not-written':
      'Not saved: the settings file cannot be written. Check the free disk space and permissions.',
    'payment-unresolved':
      'Not possible yet: a payment is still not certain. Account and records cannot change before it is.',
    'no-such-biller': 'Not possible yet: no biller has an address and an account for that.',
    'wrong-pin': 'The PIN is wrong. Nothing was changed.',
    'pin-locked':
      'Wrong too often, so the PIN is locked for a while. Wait a while (15 minutes at most), then try again.',
  },

  trouble: {
    title: 'Loket is disturbed',
    words: 'This part does not work as it should. Close Loket and open it again before you sell.',
  },
  starting: 'Opening the counter…',
});
