import type { Rupiah } from '../../../shared/money.ts';
import type { Subscriber } from './subscribers.ts';

/** An inquiry that found something to pay: exactly this is what its respid pays. */
export interface IssuedInquiry {
  readonly respid: string;
  readonly subscriber: Subscriber;
  /** The amount a token was asked for with, where the inquiry named one. */
  readonly denomination: Rupiah | undefined;
}

/** More than a shop asks in a day; the oldest are forgotten first. */
const limit = 10_000;

/** What may be paid. A respid stays good as long as it is remembered: the document sets no end. */
export class IssuedInquiries {
  readonly #byRespid = new Map<string, IssuedInquiry>();

  remember(inquiry: IssuedInquiry): void {
    this.#byRespid.set(inquiry.respid, inquiry);
    if (this.#byRespid.size <= limit) return;
    for (const oldest of this.#byRespid.keys()) {
      this.#byRespid.delete(oldest);
      return;
    }
  }

  find(respid: string): IssuedInquiry | undefined {
    return this.#byRespid.get(respid);
  }
}
