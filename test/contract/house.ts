import path from 'node:path';
import { systemClock } from '../../electron/app/clock.ts';
import { createCounter, type Counter } from '../../electron/app/counter.ts';
import { createInquire, type Inquire } from '../../electron/app/inquire.ts';
import { createPay, type Pay } from '../../electron/app/pay.ts';
import { createQuoteDesk } from '../../electron/app/quote-desk.ts';
import { createReceipts } from '../../electron/app/receipts.ts';
import { recover } from '../../electron/app/recover.ts';
import { createSettle } from '../../electron/app/settle.ts';
import type { Deadlines } from '../../electron/billers/wire.ts';
import { createTeleanjar } from '../../electron/billers/teleanjar/teleanjar.ts';
import type { Ledger } from '../../electron/ledger/ledger.ts';
import { openLedger } from '../../electron/ledger/sqlite-ledger.ts';
import { encodeReceipt } from '../../electron/printing/encode.ts';
import { defaultSettings } from '../../electron/settings/settings-file.ts';
import { rupiah } from '../../shared/money.ts';
import { defaultNumberRules, type ProductId } from '../../shared/products.ts';
import type { TeleanjarCredentials, TeleanjarSeparator } from '../../shared/settings.ts';

/** The program without its windows and printers: the real use cases, ledger and client, joined as main joins them. */
export interface House {
  readonly counter: Counter;
  readonly ledger: Ledger;
  readonly sale: Inquire;
  readonly pay: Pay;
  readonly faults: readonly string[];
  /** A whole sale with exact cash; what it came to in a few words (`paid`, `unknown no-answer`, `payment-open`). */
  buy(product: ProductId, number: string, denomination?: number): Promise<string>;
  close(): void;
}

export interface HouseOptions {
  readonly folder: string;
  readonly baseUrl: string;
  readonly credentials?: TeleanjarCredentials;
  readonly separator?: TeleanjarSeparator;
  readonly deadlines?: Deadlines;
  readonly lateMs?: number;
}

const anyCredentials: TeleanjarCredentials = {
  uuid: 'PARTNER01',
  username: 'demo',
  password: 'secret',
  apiKey: 'KEY123',
};

export function openHouse(options: HouseOptions): House {
  const { folder, baseUrl, credentials = anyCredentials, separator = 'pipe', deadlines, lateMs } = options;
  const clock = systemClock;
  const opened = openLedger(path.join(folder, 'ledger.db'), 'sandbox', clock.now());
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const ledger = opened.value;
  const faults: string[] = [];
  const log = {
    fault: (what: string, cause: unknown) => void faults.push(`${what}: ${String(cause)}`),
    note: () => undefined,
  };
  const biller = createTeleanjar({
    settings: { ...defaultSettings.teleanjar, baseUrl, separator },
    credentials: () => credentials,
    ...(deadlines === undefined ? {} : { deadlines }),
    ...(lateMs === undefined ? {} : { lateMs }),
  });
  const counter = createCounter({
    ledger: ledger.kind,
    language: 'id',
    theme: 'system',
    shopName: 'Loket',
    numberRules: { ...defaultNumberRules },
    biller: { id: 'teleanjar', ready: true, connection: 'untried' },
    deposit: null,
    printer: { settings: { kind: 'screen', paper: '58mm' }, status: 'unknown', problem: null },
    unresolved: 0,
    exchange: null,
    printing: null,
    ledgerRevision: 0,
  });
  const queue = { wake: () => undefined, retry: () => undefined };
  const shop = () => defaultSettings.shop;
  const receipts = createReceipts({ ledger, queue, shop, encode: encodeReceipt, log });
  const settle = createSettle({ biller, ledger, counter, clock, receipts, log });
  recover({ ledger, clock, settle });
  const desk = createQuoteDesk(clock);
  const sale = createInquire({ biller, ledger, counter, desk, clock, log });
  const pay = createPay({ biller, ledger, counter, desk, clock, settle, log });

  return {
    counter,
    ledger,
    sale,
    pay,
    faults,
    async buy(product, number, denomination) {
      const found = await sale.inquire(product, number);
      if (!found.ok) return found.error.code;
      const quote =
        found.value.kind === 'quote'
          ? found.value
          : sale.choose(found.value.offer.id, rupiah(denomination ?? 0));
      const frozen = 'quote' in quote ? quote.quote : quote.ok ? quote.value : undefined;
      if (frozen === undefined) return 'no quote';
      sale.tender(frozen.id, frozen.total);
      const done = await pay(frozen.id);
      if (!done.ok) return done.error.code;
      const outcome = ledger.payment(frozen.id)?.outcome;
      switch (outcome?.kind) {
        case undefined:
          return 'sent';
        case 'paid':
          return 'paid';
        case 'rejected':
          return `rejected ${outcome.code}`;
        case 'unknown':
          return `unknown ${outcome.reason}`;
      }
    },
    close: () => ledger.close(),
  };
}
