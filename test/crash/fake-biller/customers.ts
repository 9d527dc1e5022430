import { chanceOf } from './chance.ts';

/** What the fake billers sell. */
export const soldProducts = ['pln-postpaid', 'pln-prepaid', 'telkom-pstn'] as const;
export type SoldProduct = (typeof soldProducts)[number];

export interface OwedBill {
  /** `yyyyMM` */
  readonly month: string;
  readonly amount: number;
  readonly admin: number;
}

/** A customer as both billers know it: the same bills in the same amounts. */
export interface KnownCustomer {
  readonly product: SoldProduct;
  /** What a bill is owed by, whichever number it was asked for by. */
  readonly identity: string;
  /** Of a token's customer alone. */
  readonly meter: string;
  readonly name: string;
  /** None for a token, whose amount is chosen. */
  readonly bills: readonly OwedBill[];
}

export const tokenAdmin = 2500;
export const denominations = [20_000, 50_000, 100_000, 200_000] as const;

/** A token's idpel has twelve digits, of which the last eleven are its meter here. */
const meterDigits = 11;
export const idpelOfMeter = (meter: string): string => `5${meter}`;

/** Always a customer with bills, paid or not: the worst biller forgets what was paid. */
export function customerOf(product: SoldProduct, number: string): KnownCustomer {
  const isMeter = product === 'pln-prepaid' && number.length === meterDigits;
  const identity = isMeter ? idpelOfMeter(number) : number;
  const chance = chanceOf('customer', product, identity);
  const count = product === 'pln-prepaid' ? 0 : chance.between(1, 3);
  return {
    product,
    identity,
    meter: product === 'pln-prepaid' ? identity.slice(1) : '',
    name: `PELANGGAN ${identity.slice(-6)}`,
    bills: Array.from({ length: count }, (_, index) => ({
      month: `20260${9 - count + index}`,
      amount: chance.between(20, 900) * 1000,
      admin: 2500,
    })),
  };
}

export const totalOf = (bills: readonly OwedBill[]): number =>
  bills.reduce((sum, { amount, admin }) => sum + amount + admin, 0);
