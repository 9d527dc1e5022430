import { EventEmitter } from 'node:events';
import type { App, BrowserWindow, PowerMonitor } from 'electron';
import { createConfirmAgain } from '../../../electron/app/confirm-again.ts';
import { createCounter, type Counter } from '../../../electron/app/counter.ts';
import { createEvidence } from '../../../electron/app/evidence.ts';
import { followPayments } from '../../../electron/app/follow-payments.ts';
import { joinSale } from '../../../electron/app/join-sale.ts';
import type { Log } from '../../../electron/app/log.ts';
import { printersOf } from '../../../electron/app/note-printing.ts';
import type { Approve } from '../../../electron/app/approve.ts';
import { recover } from '../../../electron/app/recover.ts';
import { createPaymentViews } from '../../../electron/app/payment-views.ts';
import { createRequestHandlers, type SaleRequests } from '../../../electron/app/requests.ts';
import { createResolveByHand } from '../../../electron/app/resolve-by-hand.ts';
import { createSellers } from '../../../electron/app/sellers.ts';
import { createTakeForFinal } from '../../../electron/app/take-for-final.ts';
import type { Biller } from '../../../electron/billers/biller.ts';
import type { Ledger } from '../../../electron/ledger/ledger.ts';
import { holdClosing } from '../../../electron/window/hold-closing.ts';
import type { BillerProfile } from '../../../shared/biller-profile.ts';
import { defaultPrinting } from '../../../shared/printing/printing-settings.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { readPayment } from './answers.ts';
import type { ModelClock } from './model-clock.ts';
import { plainShop } from '../../fixtures/shop.ts';
import { nobodySignsIn } from '../../fixtures/counter-state.ts';
import { familyCounter } from '../../fixtures/at-counter.ts';

/** One run of the program, from its start until it is closed or dies, as `electron/main.ts` joins it. */
export interface Life {
  readonly requests: SaleRequests;
  readonly counter: Counter;
  readonly ledger: Ledger;
  /** Whoever closes the window: at once, or when what is under way is over. */
  close(): void;
}

export interface LifeParts {
  /** The ledger the use cases get. */
  readonly ledger: Ledger;
  readonly billers: readonly Biller[];
  readonly preferred: string;
  readonly clock: ModelClock;
  readonly finals: Set<string>;
  readonly log: Log;
  readonly approve: Approve;
  /** What Electron does a moment later. */
  readonly soon: (label: string, run: () => void) => void;
  /** The program has ended in good order; the ledger is to be closed. */
  readonly onQuit: () => void;
}

export function live(parts: LifeParts): Life {
  const { ledger, billers, clock, finals, approve, log } = parts;
  const sellers = createSellers(billers, parts.preferred);
  const counter = createCounter({
    ...nobodySignsIn,
    ledger: ledger.kind,
    billers: billers.map(({ id, name }) => ({
      id,
      name,
      ready: true,
      connection: 'untried' as const,
      deposit: null,
      clockAheadMs: 0,
    })),
    printers: printersOf(defaultPrinting, []),
    receiptPrinter: defaultPrinting.receipts,
    papersWaiting: ledger.printJobs.countWaiting(),
    unresolved: 0,
    gaps: ledger.openGaps().length,
    stopped: null,
    clock: { kind: 'ok' },
    backup: { at: null, problem: null },
    exchange: null,
    ledgerRevision: 0,
  });
  const joined = joinSale({
    atCounter: familyCounter,
    ledger,
    sellers,
    counter,
    clock,
    shop: () => plainShop,
    printing: () => defaultPrinting,
    queue: { wake: () => undefined, retry: () => undefined },
    encode: (receipt) => new TextEncoder().encode(JSON.stringify(receipt)),
    openDrawer: () => undefined,
    printPastQueue: () => Promise.resolve({ state: 'sent' }),
    log,
  });
  const { settle, desk, checker, notes } = joined;
  recover({ ledger, clock, settle });
  counter.ledgerChanged(ledger.countOpen());

  const resolve = createResolveByHand({ ledger, settle, approve });
  const finalAnswers = createTakeForFinal({ ledger, sellers, settle, approve, ...tableOf(finals) });
  const requests = createRequestHandlers({
    views: createPaymentViews({
      ledger,
      counter,
      sellers,
      checker,
      finals: finalAnswers,
      unsaved: joined.unsaved,
    }),
    counter,
    ledger,
    sellers,
    desk,
    approve,
    checker,
    finals: finalAnswers,
    sale: joined.sale,
    pay: joined.pay,
    receipts: joined.receipts,
    confirmAgain: createConfirmAgain({ ledger, desk, clock, approve }),
    evidence: createEvidence({ sellers, ledger, counter, notes, clock, redact: (text) => text, log }),
    resolve,
    unsaved: joined.unsaved,
    papers: joined.papers,
    report: joined.report,
    held: unused('held'),
    diagnostics: unused('diagnostics'),
    saveDiagnostics: unused('saveDiagnostics'),
    findPrinters: unused('findPrinters'),
    testPrinter: unused('testPrinter'),
    tryBiller: unused('tryBiller'),
    share: unused('share'),
    settings: unused('settings'),
    closeGap: () => Promise.resolve(err({ code: 'no-such-gap' })),
    backups: unused('backups'),
  });
  followPayments(counter, () => checker.reconsider());
  return {
    requests,
    counter,
    ledger,
    close: closingBy(counter, parts.soon, () => {
      checker.stop();
      parts.onQuit();
    }),
  };
}

/** The table of final answers, as the settings keep it: over the end of a run. */
function tableOf(finals: Set<string>) {
  const profile = (answer: string): BillerProfile => ({
    baseUrl: '',
    options: {},
    services: [],
    finalAnswers: [...finals, answer],
    route: {
      caFile: '',
      pin: '',
      proxy: '',
      connectSeconds: 10,
      firstByteSeconds: 60,
      wholeSeconds: 60,
    },
  });
  return {
    withAnswer: (_biller: string, answer: string): Result<BillerProfile, unknown> => ok(profile(answer)),
    reader: (_biller: string, { finalAnswers }: BillerProfile): Pick<Biller, 'readPaymentReply'> => ({
      readPaymentReply: (quote, reply) => readPayment(quote, reply, new Set(finalAnswers)),
    }),
    add: (_biller: string, answer: string): Result<unknown, unknown> => ok(finals.add(answer)),
    reconnect: () => undefined,
  };
}

/** The real rule of closing, with Electron's part played by hand. */
function closingBy(counter: Counter, soon: LifeParts['soon'], end: () => void): () => void {
  const window = new EventEmitter();
  let isClosed = false;
  const closeWindow = (): void => {
    if (isClosed || !isAllowed(window, 'close')) return;
    isClosed = true;
    end();
  };
  const app = Object.assign(new EventEmitter(), {
    quit() {
      if (isAllowed(app, 'before-quit')) soon('the window closes', closeWindow);
    },
  });
  const hold = holdClosing({
    app: app as unknown as App,
    powerMonitor: new EventEmitter() as unknown as PowerMonitor,
    powerSaveBlocker: { start: () => 1, stop: () => true },
    isBusy: () => counter.state().exchange?.kind === 'payment',
  });
  hold.guard(window as unknown as BrowserWindow);
  counter.onChange(() => hold.reconsider());
  return closeWindow;
}

function isAllowed(whom: EventEmitter, event: string): boolean {
  let prevented = false;
  whom.emit(event, {
    preventDefault() {
      prevented = true;
    },
  });
  return !prevented;
}

/** A part that the model has no use for: whoever asks it for anything meets a bug of the model. */
function unused(name: string): never {
  const part = new Proxy(
    {},
    {
      get() {
        throw new Error(`the model does without ${name}`);
      },
    },
  );
  return part as never;
}
