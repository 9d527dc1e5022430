import { createHash } from 'node:crypto';
import type { Instant } from '../../../shared/time.ts';

/**
 * Every number the server makes up. They look random and never repeat within one server; a seed makes them
 * the same in every run of a test. A fresh seed each start keeps them from repeating in a training ledger.
 */
export class ReferenceNumbers {
  readonly #seed: string;
  #count = 0;
  #slips = 0;

  constructor(seed: string) {
    this.#seed = seed;
  }

  /** 32 upper-case hexadecimal digits: an inquiry's respid, a PLN reference. */
  reference(): string {
    return this.#next('reference').slice(0, 32).toUpperCase();
  }

  /** The 32 lower-case digits at the end of a receipt. What the real ones are a hash of is not known. */
  receiptHash(): string {
    return this.#next('receipt').slice(0, 32);
  }

  /** 20 digits in groups of four with a blank after each, the last one included, as the document's sample. */
  token(): string {
    const digits = (BigInt(`0x${this.#next('token')}`) % 10n ** 20n).toString().padStart(20, '0');
    return digits.replaceAll(/(\d{4})/g, '$1 ');
  }

  /** Six digits, counting up: Telkom's `noslip`. */
  slipNumber(): string {
    this.#slips += 1;
    return String(this.#slips % 1_000_000).padStart(6, '0');
  }

  /** 13 digits as PHP's `uniqid` makes them: seconds in eight, microseconds in five. A payment's respid. */
  paymentId(at: Instant): string {
    this.#count += 1;
    const seconds = Math.floor(at / 1000);
    const microseconds = (at % 1000) * 1000 + (this.#count % 1000);
    return seconds.toString(16).padStart(8, '0') + microseconds.toString(16).padStart(5, '0');
  }

  #next(purpose: string): string {
    this.#count += 1;
    return createHash('sha256').update(`${this.#seed} ${purpose} ${this.#count}`).digest('hex');
  }
}
