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
    othersToSeeTo: (count) =>
      count === 1 ? '1 other printer needs a look' : `${count} other printers need a look`,
    papersWaiting: (count) => (count === 1 ? '1 paper waits for you' : `${count} papers wait for you`),
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
      failed: 'The interim slip is not printed yet.',
      uncertain: 'The interim slip may be incomplete. Look at the paper; if needed press Ctrl+E.',
    },
    comesByItself: 'Then the interim slip prints by itself.',
    pressAgain: 'If it is still needed, press Ctrl+E.',
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
  },
  notPrinted: {
    'paper-out': {
      what: 'Paid, but the paper is used up.',
      next: 'Put in paper; the receipt prints by itself.',
    },
    'cover-open': {
      what: 'Paid, but the cover of the printer is open.',
      next: 'Close it; the receipt prints by itself.',
    },
    offline: {
      what: 'Paid, but the printer is not ready.',
      next: 'Look at its lights, press FEED or ONLINE; the receipt prints by itself.',
    },
    faulty: {
      what: 'Paid, but the printer is jammed or its queue was stopped.',
      next: 'Switch it off, clear the paper, switch it on; the receipt prints by itself.',
    },
    unplugged: {
      what: 'Paid, but the printer is not plugged in.',
      next: 'Plug it in and switch it on; the receipt prints by itself.',
    },
    unreachable: {
      what: 'Paid, but the printer does not answer.',
      next: 'Check its power and network cable; the receipt prints by itself.',
    },
    'no-access': {
      what: 'Paid, but another program uses the printer, or it is not allowed.',
      next: 'Close other programs that print; the receipt prints by itself.',
    },
    stalled: {
      what: 'Paid, but the printer does not take the receipt.',
      next: 'Look at its paper and cover; the receipt prints by itself.',
    },
    'broken-off': {
      what: 'Paid, but the connection to the printer broke.',
      next: 'Check its cable; the receipt prints by itself.',
    },
    unconfirmed: {
      what: 'Paid, but the receipt is not printed yet.',
      next: 'Look at the printer; the receipt prints by itself.',
    },
    'too-old': {
      what: 'Paid, but this receipt has waited a long time.',
      next: 'Print it now? Press Ctrl+P.',
    },
    'no-printer': {
      what: 'Paid, but the printer for this receipt is not set up any more.',
      next: 'Choose a printer in Settings (Ctrl+,), then press Ctrl+P.',
    },
  },
  maybePrinted: {
    'paper-out': 'Paid, but the paper ended within the receipt.',
    'cover-open': 'Paid, but the cover was opened within the receipt.',
    offline: 'Paid, but the printer stopped within the receipt.',
    faulty: 'Paid, but the printer jammed within the receipt.',
    unplugged: 'Paid, but the printer was unplugged within the receipt.',
    unreachable: 'Paid, but the printer left the network within the receipt.',
    'no-access': 'Paid, but another program took the printer within the receipt.',
    stalled: 'Paid, but the printer stopped within the receipt.',
    'broken-off': 'Paid, but the connection to the printer broke within the receipt.',
    unconfirmed: 'Paid, but the printer does not confirm that the receipt came out.',
    'too-old': 'Paid, but it is not clear whether this receipt came out.',
    'no-printer': 'Paid, but it is not clear whether this receipt came out.',
  },
  printerProblems: {
    'paper-out': { short: 'Out of paper', what: 'The printer is out of paper.', mend: 'Put in paper.' },
    'cover-open': {
      short: 'Cover open',
      what: 'The cover of the printer is open.',
      mend: 'Close it until it locks.',
    },
    offline: {
      short: 'Printer not ready',
      what: 'The printer is not ready to print.',
      mend: 'Look at its lights; press FEED or ONLINE.',
    },
    faulty: {
      short: 'Printer jammed',
      what: 'Something is jammed in the printer, or its queue was stopped.',
      mend: 'Switch it off, clear the paper, switch it on; look at its queue on the computer too.',
    },
    unplugged: {
      short: 'Printer not plugged in',
      what: 'The printer is not plugged into this computer.',
      mend: 'Plug it in and switch it on.',
    },
    unreachable: {
      short: 'Printer not answering',
      what: 'The printer does not answer at its address.',
      mend: 'Check its power, its network cable, and the address.',
    },
    'no-access': {
      short: 'Printer not usable',
      what: 'The computer does not let Loket use this printer, or another program holds it.',
      mend: 'Close other programs that print, or ask a technician for access.',
    },
    stalled: {
      short: 'Printer stopped',
      what: 'The printer stopped taking data.',
      mend: 'Look at its paper and cover, or switch it off and on.',
    },
    'broken-off': {
      short: 'Printer disconnected',
      what: 'The connection to the printer broke.',
      mend: 'Check its cable.',
    },
    unconfirmed: {
      short: 'Print not confirmed',
      what: 'The printer does not confirm that the paper came out.',
      mend: 'Look at the paper in the printer.',
    },
    'too-old': {
      short: 'Waited long',
      what: 'This paper has waited a long time, so it does not print by itself any more.',
      mend: 'Print it now if it is still needed.',
    },
    'no-printer': {
      short: 'Printer gone',
      what: 'The printer for this paper is not set up any more.',
      mend: 'Choose a printer in Settings, then print from here.',
    },
  },

  papers: {
    label: 'Printer',
    printers: 'How the printers are',
    states: {
      ok: 'Ready.',
      unknown: 'No word from it yet. Receipts are sent there all the same.',
      attention: 'Needs a look.',
    },
    onScreen: 'Receipts show on the screen only.',
    forReceipts: 'for receipts',
    setUp: 'Set up printers',
    list: 'Papers that wait for you',
    empty: 'No paper waits for you.',
    loading: 'Fetching the list…',
    kinds: { receipt: 'Receipt', interim: 'Interim slip', report: 'List of the counter' },
    copy: (ordinal) => `CETAK ULANG no. ${ordinal}`,
    entry: (who, what, age) => `${who}, ${what}, ${age}`,
    facts: {
      paper: 'Paper',
      product: 'Product',
      customer: 'Customer',
      number: 'Number',
      total: 'Total',
      asked: 'Asked for',
      printer: 'Printer',
    },
    paid: 'The payment is safe; this is only about its paper.',
    byItself: 'Then the paper prints by itself.',
    askNow: 'Print it now?',
    question: {
      receipt: 'Did this receipt come out whole?',
      interim: 'Did this slip come out whole?',
      report: 'Did this list come out whole?',
    },
    look: 'First look at the paper in the printer.',
    copyIsMarked: 'The reprint is marked CETAK ULANG.',
    answers: {
      print: 'Print now',
      'came-out': 'It came out',
      'did-not-come-out': 'No – print again',
      leave: 'Throw away',
    },
    leaveNote:
      'Thrown away: it is not printed. A receipt that is paid can still be printed again from “Earlier”.',
    answered: {
      print: (who) => `${who}: sent to the printer.`,
      'came-out': (who) => `${who}: noted as come out.`,
      'did-not-come-out': (who) => `${who}: printed again, marked CETAK ULANG.`,
      leave: (who) => `${who}: not printed.`,
    },
    problems: {
      'no-such-paper': 'This paper was answered already, or has come out.',
      'payment-not-found': 'Its payment is not on record at this counter.',
      'not-paid': 'This payment was not made, so it has no receipt.',
      'ledger-not-written': `This answer cannot be recorded on the disk. ${freeTheDisk}, then try again.`,
    },
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
    pdf: 'Save PDF',
    pictureShort: 'Picture',
    pdfShort: 'PDF',
    copied: 'Text copied. Paste it into WhatsApp.',
    saved: (path) => `Picture saved: ${path}`,
    savedPdf: (path) => `PDF saved: ${path}`,
    reprinted: 'The receipt was sent to the printer again.',
    cameOut: 'Noted: the receipt came out.',
    paper: (name) => `Receipt ${name}`,
    cut: 'cut',
  },
  receiptProblems: {
    'payment-not-found': 'This payment is not on record. Choose another under “Earlier”.',
    'not-paid': 'This payment was not made, so it has no receipt.',
    'picture-not-written':
      'The receipt cannot be saved. Check the picture folder in Settings and the free disk space.',
    'no-such-paper': 'This receipt was answered already, or has come out.',
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
    printList: 'Print the list',
    listPrinted: 'The list was sent to the printer.',
    listProblems: {
      'nothing-to-print': 'Every payment has a certain outcome, so there is no list.',
      'ledger-not-written': `Not printed: the print cannot be recorded on the disk. ${freeTheDisk}, then try again.`,
    },
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
    pdf: 'Save the receipt as PDF',
    cameOut: 'The receipt came out',
    printers: 'Printers, papers that wait',
    printList: 'Print the list (not certain)',
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
      diagnostics: 'Diagnostics',
    },
    shopName: 'Shop name',
    shopAddress: 'Address on the receipt',
    language: 'Language',
    theme: 'Look',
    themes: { system: 'As the computer', light: 'Light', dark: 'Dark' },
    printing: {
      list: 'Printers of this counter',
      add: 'Add a printer',
      full: (most) => `At most ${most} printers.`,
      receiptsTag: 'receipts',
      reportsTag: 'reports',
      receiptsTo: 'Receipts to',
      reportsTo: 'Reports to',
      askAfter: 'Ask first about receipts that waited longer than (minutes)',
      askAfterNote:
        'Until then a receipt that is held up prints by itself as soon as the printer is ready. After that the cashier is asked.',
      askAfterWrong: 'Between 1 and 240 minutes.',
      rename: 'Rename',
      renameOf: (name) => `Rename ${name}`,
      name: 'Name of the printer',
      nameMissing: 'The printer needs a name.',
      takeName: 'Use this name',
      again: 'Set up anew',
      againOf: (name) => `Set up ${name} anew`,
      remove: 'Remove',
      removeOf: (name) => `Remove ${name}`,
      cannotRemove: {
        last: 'The only printer, so it cannot be removed.',
        'in-use': 'In use: first give its work to another one below.',
      },
      removeTitle: (name) => `Remove the printer ${name}?`,
      removeWords:
        'Its settings are lost. Papers that still wait for it do not print by themselves any more; answer them under Printer (Ctrl+H).',
      removeNow: 'Remove the printer',
      connections: {
        screen: 'on the screen',
        picture: (format, folder) =>
          folder === '' ? `${format} in the picture folder` : `${format} in ${folder}`,
        file: (path) => `device ${path}`,
        network: (address) => `network ${address}`,
        usb: (numbers) => `USB ${numbers}`,
        serial: (path, baudRate) => `serial port ${path}, ${baudRate} baud`,
        queue: (name) => `queue “${name}”`,
      },
      models: {
        '58mm': '58 mm paper',
        '58mm-nt-5890k': '58 mm paper, NT-5890K',
        '80mm': '80 mm paper',
        '80mm-42': '80 mm paper, 42 letters (TM-T88, SRP-350)',
        'tm-u220': 'Epson TM-U220 (ribbon)',
        custom: 'Adjusted',
      },
      setup: {
        titleNew: 'Add a printer',
        titleAgain: (name) => `Set up ${name} anew`,
        step: (ordinal, of) => `Step ${ordinal} of ${of}`,
        back: 'Back',
        next: 'Next',
        skip: 'Skip',
        save: 'Save the printer',
        saving: 'Saving…',
        nothingSaved: 'Nothing changes before you press Save the printer.',
        which: {
          title: 'Which printer?',
          found: 'Found on this computer',
          again: 'Search again',
          searching:
            'Searching USB, print queues, and serial or Bluetooth ports… This may take some seconds.',
          count: (count) => `${count} found.`,
          none: 'Nothing was found. Check: the printer is on, its cable is in at both ends, a Bluetooth printer is paired with the computer. Then search again, or fill it in below.',
          failed: 'The search broke off. Search again, or fill it in below.',
          windows:
            'On Windows a USB printer is used through its queue. First add the printer in the settings of Windows, then search again.',
          groups: {
            usb: 'USB',
            queue: 'Print queues of the system',
            serial: 'Serial ports and Bluetooth',
            other: 'Others',
          },
          byHand: 'Fill in yourself',
          hand: {
            network: 'Network printer (IP address)',
            serial: 'Serial port or Bluetooth',
            file: 'Device or file',
            screen: 'Screen only, no paper',
            picture: 'Picture or PDF in a folder',
          },
          host: 'Address of the printer',
          hostNote: "It stands on the printer's own test page, like 192.168.1.50.",
          hostWrong: 'Write its address, like 192.168.1.50.',
          port: 'Port',
          portWrong: 'A number from 1 to 65535; usually 9100.',
          path: 'Location',
          pathWrong: 'A device such as /dev/usb/lp0 or LPT1, or a file ending in .bin or .prn.',
          serialPath: 'Port',
          serialPathWrong: 'Like COM3, /dev/ttyUSB0 or /dev/rfcomm0.',
          baudRate: 'Speed (baud)',
          baudNote: "It stands on the printer's test page. Bluetooth: leave it.",
          flowControl: 'Flow control',
          flowControls: { none: 'None', rtscts: 'Cable (RTS/CTS)', xonxoff: 'XON/XOFF' },
          format: 'Saved as',
          formats: { png: 'Picture', pdf: 'PDF' },
          folder: 'Folder',
          folderNote: 'Leave empty for the picture folder in Settings, page Shop.',
          chooseFirst: 'Choose the printer first.',
        },
        page: {
          title: 'Print the test page',
          what: 'This page shows how many letters fit and which styles can be printed. Have paper ready.',
          model: 'Kind of printer',
          modelNote: "Loket's guess from its name. It may stay: the test page decides.",
          print: 'Print the test page',
          again: 'Print again',
          printing: 'Printing the test page…',
          skipNote: 'Without a test page Loket uses what is usual for this kind of printer.',
        },
        tried: {
          printed: 'Printed: the printer itself says so.',
          sent: 'Sent. This printer says nothing, so look at the paper.',
          failed: 'Not printed.',
          uncertain: 'Perhaps only a part came out. Look at the paper.',
        },
        brokenOff: 'The try broke off. Try again.',
        seen: {
          title: 'What is there to see on the test page?',
          large: 'The longest ruler of LARGE letters that fits on ONE line',
          small: 'The longest ruler of SMALL letters that fits on ONE line',
          noSmaller: 'No smaller',
          samples: 'Samples that printed well',
          samplesNote: 'Untick what looks no different or broken; that style is then not used.',
          modes: {
            bold: 'Bold',
            doubleHeight: 'Tall',
            doubleWidth: 'Wide',
            underline: 'Underlined',
          },
          strange: 'Are there strange signs or letters at the very top?',
          strangeNote:
            "If so, this printer prints Loket's question; it is not asked about its paper any more.",
          strangeChoices: { no: 'None', yes: 'Yes' },
          unanswered: 'First choose a ruler of large and of small letters, or skip.',
        },
        cutter: {
          title: 'Cutter and cash drawer',
          cutter: 'Paper cutter',
          drawer: 'Cash drawer',
          cut: 'Try to cut',
          cutOther: 'Try the second way',
          cutAgain: 'Try to cut again',
          hasCut: 'Was it cut?',
          barsNote: 'If black bars or strange letters come out, answer No.',
          open: 'Try the drawer',
          openOther: 'Try the second way',
          openAgain: 'Try the drawer again',
          hasOpened: 'Did the drawer open?',
          yes: 'Yes',
          no: 'No',
          none: 'There is none',
          trying: 'Trying…',
          cutters: {
            none: 'Does not cut. The paper is torn off by hand.',
            'gs-v': 'Cuts after every receipt.',
            'esc-i': 'Cuts after every receipt (second way).',
          },
          drawers: {
            none: 'No drawer.',
            2: 'The drawer opens for cash.',
            5: 'The drawer opens for cash (second way).',
          },
          untried: 'Not tried yet.',
          feed: 'Empty lines at the end of a receipt',
          feedNote: 'Add some if a receipt is torn or cut through its text.',
          fewer: 'Fewer',
          more: 'More',
        },
        name: {
          title: 'Its name and its work',
          name: 'Name of the printer',
          usual: {
            network: 'Network printer',
            serial: 'Serial printer',
            file: 'Printer',
            screen: 'Screen',
            picture: 'Receipt pictures',
          },
          nameNote: 'As people in this shop call it.',
          nameMissing: 'Give the printer a name.',
          paper: 'Paper width',
          papers: { '58mm': '58 mm', '80mm': '80 mm' },
          roles: 'Used for',
          receipts: 'Receipts',
          reports: 'Reports',
          keepsRole: 'To move its work, choose another printer in the list of printers.',
          summary: 'In short',
          facts: (columns, model) => `${model}, ${columns} letters a line.`,
        },
      },
    },

    slip: {
      title: 'On every receipt',
      logo: 'Picture at the top',
      choose: 'Choose a picture',
      chooseOther: 'Choose another picture',
      remove: 'Remove the picture',
      reading: 'Reading the picture…',
      logoNote: 'A black and white logo is clearest. Ribbon printers (TM-U220) print no picture.',
      logoAlt: 'The picture as it is printed',
      noLogo: 'No picture yet.',
      unreadable: 'This file is no picture that can be read. Use PNG or JPG.',
      tooBig: 'This picture file is too large. Use one below 20 MB.',
      footer: 'Words at the bottom',
      footerNote: 'at most 240 letters',
      qr: 'What the QR code at the bottom says',
      qrNote: "For example the shop's WhatsApp: https://wa.me/62812… Leave empty for no code.",
    },

    diagnostics: {
      what: 'For a technician: how the printers answer, and what is filtered out of the receipts of billers.',
      loading: 'Fetching…',
      again: 'Refresh',
      version: 'Version of Loket',
      printers: 'Printers',
      columns: { name: 'Name', kind: 'By', state: 'State', answers: 'Answers', confirms: 'Confirms' },
      kinds: {
        screen: 'screen',
        picture: 'picture/PDF',
        file: 'file',
        network: 'network',
        usb: 'USB',
        serial: 'serial',
        queue: 'queue',
      },
      states: { ok: 'ready', unknown: 'no word yet', attention: 'needs a look' },
      answers: { untried: 'not tried', yes: 'yes', never: 'never' },
      memoryNote:
        'Answers: when asked, the printer tells about its paper and cover. Confirms: the printer tells that what was sent is on paper.',
      dropped: 'Dropped from the receipts of billers',
      droppedNote:
        "A biller's receipt may set its letters and nothing else. Other commands in it, such as opening the drawer or cutting, are dropped before they reach the printer. Counted since Loket was opened.",
      droppedNone: 'Nothing was dropped since Loket was opened.',
      droppedColumns: {
        biller: 'Biller',
        name: 'Command',
        count: 'How often',
        receipts: 'In how many receipts',
      },
    },
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
