import { createHash } from 'node:crypto';
import type { Instant } from '../../../shared/time.ts';
import type { Product } from './catalogue.ts';

const year2020 = 1_577_836_800_000;

/** Every number the server makes up. A seed makes the references the same in every run of a test. */
export class ReferenceNumbers {
  readonly #seed: string;
  readonly #firstTrId: number;
  #inquiries = 0;
  #references = 0;

  /** `startedAt` is where `tr_id` begins, in seconds: a later start never repeats an earlier one's. */
  constructor(seed: string, startedAt: Instant) {
    this.#seed = seed;
    this.#firstTrId = Math.max(0, Math.floor((startedAt - year2020) / 1000));
  }

  trId(): number {
    this.#inquiries += 1;
    return this.#firstTrId + this.#inquiries;
  }

  /** `noref`: 32 upper-case hexadecimal digits for electricity, else twelve digits. */
  noref({ kind }: Product): string {
    this.#references += 1;
    const hash = createHash('sha256').update(`${this.#seed} ${this.#references}`).digest('hex');
    if (kind === 'pln-postpaid') return hash.slice(0, 32).toUpperCase();
    return (BigInt(`0x${hash}`) % 10n ** 12n).toString().padStart(12, '0');
  }
}
