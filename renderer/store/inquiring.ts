import type { LoketBridge } from '../../shared/contract/contract.ts';
import type { Rupiah } from '../../shared/money.ts';
import { checkNumber, type ProductId } from '../../shared/products.ts';
import { formatDateTime, instant } from '../../shared/time.ts';
import { entryOfProduct } from './catalogue-choice.ts';
import type { CounterTools } from './counter-tools.ts';
import { readExtras } from './extras.ts';
import { productOffered } from './product-offered.ts';
import * as sales from './sale.ts';

interface InquiringPorts extends CounterTools {
  readonly bridge: Pick<LoketBridge, 'chooseDenomination' | 'inquire'>;
  readonly chooseProduct: (product: ProductId) => void;
  readonly openServices: () => void;
  readonly untilAbandoned: () => Promise<unknown>;
}

/** From the number to the bill. An answer to what is not asked any more changes nothing. */
export interface Inquiring {
  /** Asks for the bill of the number that was typed. */
  readonly inquire: () => Promise<void>;
  /** Takes one of the amounts that were offered. */
  readonly choose: (denomination: Rupiah) => Promise<void>;
}

export function createInquiring(ports: InquiringPorts): Inquiring {
  const { bridge, now, view, turn, sound, enterKey, chooseProduct, openServices, untilAbandoned } = ports;
  let asks = 0;

  async function inquire(): Promise<void> {
    const { counter, catalogue, sale } = view();
    if (sales.mustBeNoted(sale)) return;
    if (counter === null || (sale.step !== 'number' && sale.step !== 'done')) return;
    const offered = productOffered(view());
    if (offered !== undefined) {
      const isScanned = sale.entry.came === 'scanned';
      chooseProduct(offered);
      // A scan's own Enter asks; of what was typed the product is looked at first.
      return isScanned && view().place === null ? inquire() : undefined;
    }
    const { product, service, draft, extras: drafts } = sale.entry;
    if (entryOfProduct(catalogue ?? [], product) === undefined) return void turn(sales.refuseUnsold);
    if (service === null) return openServices();
    const checked = checkNumber(draft, counter.numberRules[product]);
    const thisYear = Number(formatDateTime(instant(now()), counter.day.zone).slice(0, 4));
    const extras = readExtras(service.asks, drafts, thisYear);
    if (!checked.ok || !extras.ok) return void turn(sales.refuseEntry);
    asks += 1;
    const ask = asks;
    turn((current) => sales.startAsking(current, ask));
    await untilAbandoned();
    const { sale: still } = view();
    if (still.step !== 'asking' || still.ask !== ask) return;
    const result = await bridge
      .inquire({ product, service: service.code, number: checked.value, extras: extras.value })
      .catch(() => ({ ok: false, error: { code: 'unreadable-reply' } }) as const);
    if (!result.ok && result.error.code !== 'abandoned') sound('refused');
    turn((current) =>
      result.ok
        ? sales.found(current, ask, result.value, enterKey())
        : sales.askingFailed(current, ask, result.error),
    );
  }

  async function choose(denomination: Rupiah): Promise<void> {
    asks += 1;
    const ask = asks;
    const started = turn((sale) => sales.startChoosing(sale, ask, denomination));
    if (started.step !== 'offer' || started.choosing?.ask !== ask) return;
    const result = await bridge
      .chooseDenomination({ offer: started.offer.id, denomination })
      .catch(() => ({ ok: false, error: { code: 'offer-gone' } }) as const);
    turn((sale) =>
      result.ok
        ? sales.chosen(sale, ask, result.value, enterKey())
        : sales.choosingFailed(sale, ask, result.error),
    );
  }

  return { inquire, choose };
}
