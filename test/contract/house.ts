import path from 'node:path';
import type { StatusChecker } from '../../electron/app/check-status.ts';
import { systemClock, type Clock } from '../../electron/app/clock.ts';
import { createCounter, type Counter } from '../../electron/app/counter.ts';
import type { Inquire } from '../../electron/app/inquire.ts';
import type { Pay } from '../../electron/app/pay.ts';
import type { Receipts } from '../../electron/app/receipts.ts';
import { joinTogether } from '../../electron/app/join-together.ts';
import { joinSale } from '../../electron/app/join-sale.ts';
import { printersOf } from '../../electron/app/note-printing.ts';
import type { TogetherParts } from '../../electron/app/together-requests.ts';
import { recover } from '../../electron/app/recover.ts';
import { createSellers } from '../../electron/app/sellers.ts';
import type { Biller, BillerDefinition } from '../../electron/billers/biller.ts';
import { billerDefinitions } from '../../electron/billers/registry.ts';
import type { Ledger } from '../../electron/ledger/ledger.ts';
import { openLedger } from '../../electron/ledger/sqlite-ledger.ts';
import { encodeReceipt } from '../../electron/printing/encode.ts';
import { defaultSettings } from '../../electron/settings/settings-file.ts';
import type { BillerProfile, BillerSecrets, RouteSettings } from '../../shared/biller-profile.ts';
import type { QuoteId } from '../../shared/ids.ts';
import type { LedgerKind } from '../../shared/ledger-kind.ts';
import { rupiah } from '../../shared/money.ts';
import { doubtKey } from '../../shared/payment/doubt.ts';
import type { Extras } from '../../shared/payment/quote.ts';
import type { ProductId } from '../../shared/products.ts';
import { err, ok } from '../../shared/result.ts';
import { instant, nextMidnight } from '../../shared/time.ts';
import { nobodySignsIn } from '../fixtures/counter-state.ts';
import { familyCounter } from '../fixtures/at-counter.ts';

/** The program without its windows and printers: the real use cases, ledger and clients, joined as main joins them. */
export interface House {
  readonly counter: Counter;
  readonly ledger: Ledger;
  readonly biller: Biller;
  readonly sale: Inquire;
  readonly pay: Pay;
  readonly checker: StatusChecker;
  readonly together: TogetherParts;
  readonly receipts: Receipts;
  /** What the log was told, before anything is blanked. */
  readonly faults: readonly string[];
  readonly notes: readonly string[];
  /** Confirms whatever is in doubt about paying a quote, as a cashier who means it. */
  confirmAgain(quote: QuoteId): void;
  /** A whole sale with exact cash; what it came to in a few words (`paid`, `unknown no-answer`, `payment-open`). */
  buy(product: ProductId, number: string, more?: Wanted): Promise<string>;
  /** A payment, in the words of `buy`. */
  outcomeOf(payment: QuoteId): string;
  /** The payment of the last sale, in the words of `buy`. */
  outcome(): string;
  lastPayment(): QuoteId | undefined;
  close(): void;
}

export interface Wanted {
  readonly service?: string;
  readonly extras?: Extras;
  readonly denomination?: number;
  /** On purpose, whatever was bought before. */
  readonly again?: true;
}

export interface HouseOptions {
  readonly folder: string;
  /** One of the registered billers by its name, or a definition. */
  readonly biller?: string;
  readonly definition?: BillerDefinition;
  readonly baseUrl: string;
  readonly secrets?: BillerSecrets;
  /** Choices of the biller's form (format, separator …). */
  readonly options?: Readonly<Record<string, string>>;
  readonly route?: Partial<RouteSettings>;
  readonly profile?: Partial<BillerProfile>;
  readonly lateMs?: number;
  readonly kind?: LedgerKind;
  /** By default the system's, moved to noon in Jakarta, so that no test meets PLN's night. */
  readonly clock?: Clock;
  /** Stands between the program and its ledger. */
  readonly tap?: (ledger: Ledger) => Ledger;
}

const anySecrets: Readonly<Record<string, BillerSecrets>> = {
  teleanjar: { uuid: 'PARTNER01', username: 'demo', password: 'secret', apiKey: 'KEY123' },
  iak: { username: '08123456789', apiKey: 'abc123' },
};

const noonWib = nextMidnight(systemClock.now(), 'WIB') - 12 * 3_600_000;
const toNoon = noonWib - systemClock.now();

/** The system's clocks at noon in Jakarta. Servers that send their `Date` must be given it too. */
export const noonClock: Clock = {
  now: () => instant(systemClock.now() + toNoon),
  monotonicMs: () => systemClock.monotonicMs(),
};

export function openHouse(options: HouseOptions): House {
  const { folder, baseUrl, kind = 'sandbox', clock = noonClock, lateMs } = options;
  const definition = options.definition ?? billerDefinitions.find(({ form }) => form.id === options.biller);
  if (definition === undefined) throw new Error(`there is no biller ${options.biller}`);
  const opened = openLedger(path.join(folder, 'ledger.db'), kind, clock.now());
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const ledger = options.tap?.(opened.value) ?? opened.value;
  const faults: string[] = [];
  const noted: string[] = [];
  const log = {
    fault: (what: string, cause: unknown) => void faults.push(`${what}: ${String(cause)}`),
    note: (what: string) => void noted.push(what),
  };
  const { defaults } = definition.form;
  const biller = definition.connect({
    profile: {
      ...defaults,
      baseUrl,
      options: { ...defaults.options, ...options.options },
      route: { ...defaults.route, ...options.route },
      ...options.profile,
    },
    credentials: () => options.secrets ?? anySecrets[definition.form.id],
    ...(lateMs === undefined ? {} : { lateMs }),
  });
  const counter = createCounter({
    ...nobodySignsIn,
    ledger: ledger.kind,
    billers: [
      {
        id: biller.id,
        name: biller.name,
        ready: true,
        connection: 'untried',
        deposit: null,
        clockAheadMs: 0,
      },
    ],
    printers: printersOf(defaultSettings.printing, []),
    receiptPrinter: defaultSettings.printing.receipts,
    papersWaiting: 0,
    unresolved: 0,
    gaps: 0,
    stopped: null,
    clock: { kind: 'ok' },
    backup: { at: null, problem: null },
    exchange: null,
    ledgerRevision: 0,
  });
  const queue = { wake: () => undefined, retry: () => undefined };
  const shop = () => defaultSettings.shop;
  const sellers = createSellers([biller], biller.id);
  const joined = joinSale({
    atCounter: familyCounter,
    ledger,
    sellers,
    counter,
    clock,
    shop,
    printing: () => defaultSettings.printing,
    queue,
    encode: encodeReceipt,
    openDrawer: () => undefined,
    printPastQueue: () => Promise.resolve({ state: 'sent' }),
    log,
  });
  const { receipts, settle, sale, pay, checker, desk } = joined;
  recover({ ledger, clock, settle });
  const together = joinTogether({
    joined,
    ledger,
    sellers,
    counter,
    clock,
    shop,
    atCounter: familyCounter,
    tables: {
      choose: () => Promise.resolve(err('cancelled')),
      save: () => Promise.resolve(err('cancelled')),
    },
    save: () => Promise.resolve(ok(null)),
    log,
  });
  let last: QuoteId | undefined;

  const outcomeOf = (id: QuoteId): string => {
    const payment = ledger.payment(id);
    const outcome = payment?.outcome;
    switch (outcome?.kind) {
      case undefined:
        return payment?.state ?? 'no payment';
      case 'paid':
        return 'paid';
      case 'rejected':
        return `rejected ${outcome.code}`.trim();
      case 'unknown':
        return `unknown ${outcome.reason}`;
      case 'paid-by-hand':
      case 'rejected-by-hand':
        return outcome.kind;
    }
  };

  const confirmAgain = (id: QuoteId): void => desk.confirm(id, ledger.doubts(id, clock.now()).map(doubtKey));

  return {
    counter,
    ledger,
    biller,
    confirmAgain,
    sale,
    pay,
    checker,
    together,
    receipts,
    faults,
    notes: noted,
    async buy(product, number, { service, extras, denomination = 0, again } = {}) {
      const found = await sale.inquire({
        product,
        number,
        ...(service === undefined ? {} : { service }),
        ...(extras === undefined ? {} : { extras }),
      });
      if (!found.ok) return found.error.code;
      const quote =
        found.value.kind === 'quote' ? found.value : sale.choose(found.value.offer.id, rupiah(denomination));
      const frozen = 'quote' in quote ? quote.quote : quote.ok ? quote.value : undefined;
      if (frozen === undefined) return 'no quote';
      sale.tender(frozen.id, frozen.total);
      if (again) confirmAgain(frozen.id);
      const done = await pay(frozen.id);
      if (!done.ok) return done.error.code;
      last = frozen.id;
      return outcomeOf(frozen.id);
    },
    outcomeOf,
    outcome: () => (last === undefined ? 'no payment' : outcomeOf(last)),
    lastPayment: () => last,
    close() {
      checker.stop();
      ledger.close();
    },
  };
}
