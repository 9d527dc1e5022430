import fs from 'node:fs';
import type { SoldProduct } from './customers.ts';
import type { Misdeed } from './misdeeds.ts';

export type FakeBillerId = 'teleanjar' | 'iak';

/** Money that was taken: one for each payment request that came whole, whether or not it was the first. */
export interface Charge {
  readonly kind: 'charge';
  readonly seq: number;
  readonly biller: FakeBillerId;
  readonly product: SoldProduct;
  /** As the customer was asked for, and the number the bill belongs to. */
  readonly number: string;
  readonly identity: string;
  /** The biller's id of the inquiry that is paid (respid, tr_id), and the counter's own, where it gave one. */
  readonly inquiry: string;
  readonly reference: string;
  readonly amount: number;
  /** By the biller's clock, in milliseconds. */
  readonly at: number;
  /** What the biller does instead of answering as it should. */
  readonly misdeed: Misdeed;
}

/** What should not come from this counter at all: nothing was taken for it. */
export interface Oddity {
  readonly kind: 'odd' | 'cut';
  readonly what: string;
}

export type BookEntry = Charge | Oddity;

/** A line an entry. Kept by a process that nobody kills, so that the order of writing needs no sync. */
export const write = (file: string, entry: BookEntry): void =>
  fs.appendFileSync(file, `${JSON.stringify(entry)}\n`);

/** Reads on from where it stopped. */
export function openBooks(file: string): { read(): readonly BookEntry[] } {
  const entries: BookEntry[] = [];
  let from = 0;
  return {
    read() {
      const text = fs.readFileSync(file, 'utf8').slice(from);
      const whole = text.slice(0, text.lastIndexOf('\n') + 1);
      from += whole.length;
      for (const line of whole.split('\n')) if (line !== '') entries.push(JSON.parse(line) as BookEntry);
      return entries;
    },
  };
}
