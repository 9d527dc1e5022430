import type { Chance } from '../fake-biller/chance.ts';
import { denominations, idpelOfMeter, soldProducts, type SoldProduct } from '../fake-biller/customers.ts';

/** Somebody who came to the counter to pay one thing, and waits until it is done. */
export interface Visitor {
  readonly product: SoldProduct;
  /** The number the bill belongs to. */
  readonly identity: string;
  /** Every number they may give. */
  readonly numbers: readonly string[];
  readonly denomination: number;
}

/** @param serial never the same twice on one ledger; at most seven digits. */
export function newVisitor(serial: number, chance: Chance): Visitor {
  const product = chance.oneOf(soldProducts);
  const numbers = numbersOf(product, String(serial).padStart(7, '0'));
  return { product, identity: numbers[0], numbers, denomination: chance.oneOf(denominations) };
}

function numbersOf(product: SoldProduct, digits: string): readonly [string, ...string[]] {
  switch (product) {
    case 'pln-postpaid':
      return [`52001${digits}`];
    // Leading zeros are lost by whoever takes a number for an amount.
    case 'telkom-pstn':
      return [`0251${digits}`];
    case 'pln-prepaid': {
      const meter = `8601${digits}`;
      return [idpelOfMeter(meter), meter];
    }
  }
}

/** Who comes back after a restart: those who were there last, and somebody from before. */
export function returning(visitors: readonly Visitor[], chance: Chance): readonly Visitor[] {
  if (visitors.length === 0) return [];
  return [...new Set([...visitors.slice(-2), chance.oneOf(visitors)])];
}
