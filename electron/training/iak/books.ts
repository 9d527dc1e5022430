import { rupiah, type Rupiah } from '../../../shared/money.ts';
import type { Instant } from '../../../shared/time.ts';
import type { Product } from './catalogue.ts';
import type { Invoice } from './invoice.ts';
import type { Practice } from './practice-numbers.ts';

/** An inquiry that found something to pay. */
export interface Inquiry {
  readonly trId: number;
  readonly refId: string;
  readonly product: Product;
  readonly hp: string;
  readonly practice: Practice;
  readonly invoice: Invoice;
  readonly at: Instant;
}

/** What became of an inquiry. */
export type Outcome =
  | { readonly kind: 'inquired' }
  /** Charged; `asked` counts the questions after it. */
  | { readonly kind: 'pending'; readonly asked: number; readonly becomes: 'paid' | 'failed' }
  | { readonly kind: 'paid'; readonly at: Instant; readonly noref: string }
  | { readonly kind: 'failed'; readonly at: Instant };

export interface Transaction extends Inquiry {
  readonly outcome: Outcome;
}

/** What a test, or a trainer, may look up. */
export type BooksReader = Pick<Books, 'deposit' | 'charged' | 'transactions' | 'byRefId' | 'isPaid'>;

/** More than a shop asks in a day; beyond it the oldest inquiry that was never paid is forgotten. */
const limit = 10_000;

const holdsMoney = ({ outcome }: Transaction): boolean =>
  outcome.kind === 'paid' || outcome.kind === 'pending';

/** The biller's own account of one reseller: the truth a client's ledger is compared with. */
export class Books {
  readonly #openingDeposit: Rupiah;
  readonly #byTrId = new Map<number, Transaction>();
  readonly #trIds = new Map<string, number>();

  constructor(openingDeposit: Rupiah) {
    this.#openingDeposit = openingDeposit;
  }

  /** What is left, the `balance` of every answer. */
  deposit(): Rupiah {
    return rupiah(this.#openingDeposit - this.charged());
  }

  /** The selling prices of all that is paid or pending. */
  charged(): Rupiah {
    let sum = 0;
    for (const each of this.#byTrId.values()) if (holdsMoney(each)) sum += each.invoice.sellingPrice;
    return rupiah(sum);
  }

  /** In the order of their inquiries. */
  transactions(): readonly Transaction[] {
    return [...this.#byTrId.values()];
  }

  byTrId(trId: number): Transaction | undefined {
    return this.#byTrId.get(trId);
  }

  byRefId(refId: string): Transaction | undefined {
    const trId = this.#trIds.get(refId);
    return trId === undefined ? undefined : this.#byTrId.get(trId);
  }

  /** Whether money has been taken for a bill, be it only for now. */
  isPaid(billKey: string): boolean {
    return this.transactions().some((each) => holdsMoney(each) && each.invoice.billKeys.includes(billKey));
  }

  open(inquiry: Inquiry): Transaction {
    const transaction: Transaction = { ...inquiry, outcome: { kind: 'inquired' } };
    this.#byTrId.set(inquiry.trId, transaction);
    this.#trIds.set(inquiry.refId, inquiry.trId);
    if (this.#byTrId.size > limit) this.#forgetOldestInquiry();
    return transaction;
  }

  settle(transaction: Transaction, outcome: Outcome): Transaction {
    const settled: Transaction = { ...transaction, outcome };
    this.#byTrId.set(transaction.trId, settled);
    return settled;
  }

  #forgetOldestInquiry(): void {
    for (const { trId, refId, outcome } of this.#byTrId.values()) {
      if (outcome.kind !== 'inquired') continue;
      this.#byTrId.delete(trId);
      this.#trIds.delete(refId);
      return;
    }
  }
}
