import { rupiah, sumRupiah, type Rupiah } from '../../../shared/money.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Instant } from '../../../shared/time.ts';
import type { TeleanjarProduct } from './account.ts';
import { isOn, type WibDay } from './calendar.ts';
import type { Receipt } from './receipt.ts';

/** A payment the server made and took money for, whatever became of its answer. */
export interface BookedPayment {
  readonly product: TeleanjarProduct;
  /** The number as the payment request gave it. */
  readonly customer: string;
  /** What the deposit was charged: bills or denomination, and the bank's admin fee. */
  readonly amount: Rupiah;
  readonly at: Instant;
  /** The inquiry's respid, as the payment request gave it. */
  readonly respid: string;
  /** What was truly sold, whatever the answer said of it. */
  readonly receipt: Receipt;
}

export type ChargeProblem = 'already-paid' | 'insufficient-deposit';

/** What a test, or a trainer, may look up. */
export type BooksReader = Pick<Books, 'deposit' | 'charged' | 'payments' | 'isPaid'>;

/** The gateway's own account of one partner: the truth a client's ledger is compared with. */
export class Books {
  readonly #openingDeposit: Rupiah;
  readonly #payments: BookedPayment[] = [];
  readonly #paidBills = new Set<string>();

  constructor(openingDeposit: Rupiah) {
    this.#openingDeposit = openingDeposit;
  }

  /** What is left, the `saldo` of every reply. */
  deposit(): Rupiah {
    return rupiah(this.#openingDeposit - this.charged());
  }

  /** The sum of all payments. */
  charged(): Rupiah {
    return sumRupiah(this.#payments.map(({ amount }) => amount));
  }

  /** In the order they were made. */
  payments(): readonly BookedPayment[] {
    return [...this.#payments];
  }

  /** The latest of a day; `customer` is the number as the payment request gave it. */
  lastPayment(product: TeleanjarProduct, customer: string, day: WibDay): BookedPayment | undefined {
    return this.#payments.findLast(
      (payment) => payment.product === product && payment.customer === customer && isOn(payment.at, day),
    );
  }

  isPaid(billKey: string): boolean {
    return this.#paidBills.has(billKey);
  }

  /** Pays `billKeys` (none for a token) in one step, or does nothing at all. */
  charge(payment: BookedPayment, billKeys: readonly string[]): Result<BookedPayment, ChargeProblem> {
    if (billKeys.some((key) => this.isPaid(key))) return err('already-paid');
    if (payment.amount > this.deposit()) return err('insufficient-deposit');
    this.#payments.push(payment);
    for (const key of billKeys) this.#paidBills.add(key);
    return ok(payment);
  }
}
