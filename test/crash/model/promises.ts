import type { QuoteId } from '../../../shared/ids.ts';
import { isOpen } from '../../../shared/payment/states.ts';
import type { Books } from './books.ts';
import type { PaymentRow } from './ledger-reader.ts';
import { Breach, type Reference } from './reference.ts';
import type { Tally } from './tally.ts';

/** What must hold at every moment, between the ledger, what was told at the counter, and the billers' books. */
export interface Promises {
  /** Bills that were charged a second time, each with somebody who answers for it. */
  chargedTwice(): number;
  /** A biller that takes the money and says that it did not is believed: there is nothing to know it by. */
  noteLie(payment: QuoteId): void;
  /** @throws Breach */
  inspect(payments: readonly PaymentRow[]): void;
}

export interface PromisesParts {
  readonly reference: Reference;
  readonly books: Books;
  readonly tally: Tally;
}

export function createPromises({ reference, books, tally }: PromisesParts): Promises {
  const lied = new Set<QuoteId>();
  let judged = 0;
  let twice = 0;

  const inspectMoney = ({ id, state }: PaymentRow): void => {
    const charged = books.chargesOf(id).length;
    if (charged > 1) throw new Breach('one payment was charged twice');
    if (state === 'rejected' && charged > 0 && !lied.has(id))
      throw new Breach('rejected, and the biller took the money');
    if (state !== 'paid' || charged > 0) return;
    // A status call by customer and day may find the money that the biller took and denied: of that nobody else knows.
    if (![...lied].some((other) => reference.isSameCustomer(id, other)))
      throw new Breach('paid, and the biller took nothing');
    tally.add('note', 'paid by what the biller took before and denied');
  };

  const inspectTrail = ({ id, state, receipts }: PaymentRow): void => {
    const trail = reference.trails.get(id);
    if (trail?.state !== state) throw new Breach(`it is ${state}, and its events led to ${trail?.state}`);
    if (trail.receipts !== receipts)
      throw new Breach(`${receipts} receipts, where ${trail.receipts} are due`);
  };

  const inspectCharges = (): void => {
    const { charges } = books;
    for (; judged < charges.length; judged += 1) {
      const payment = charges[judged]?.payment;
      if (payment === undefined || !reference.trails.has(payment))
        throw new Breach('the biller took money for what is not in the ledger');
      for (const { payment: earlier } of charges.slice(0, judged)) inspectPair(earlier, payment);
    }
  };

  const inspectPair = (earlier: QuoteId, later: QuoteId): void => {
    if (earlier === later) throw new Breach('one payment was charged twice');
    if (!reference.isSameBill(earlier, later)) return;
    const isExcused = reference.isExcused(earlier, later);
    if (!isExcused && !lied.has(earlier) && !lied.has(later))
      throw new Breach('one bill was charged twice, and nobody answered for it');
    twice += 1;
    tally.add('note', isExcused ? 'charged twice on purpose' : 'charged twice by a lie');
  };

  return {
    chargedTwice: () => twice,
    noteLie: (payment) => void lied.add(payment),
    inspect(payments) {
      if (payments.length !== reference.payments().length) throw new Breach('a payment is lost');
      for (const payment of payments) {
        inspectTrail(payment);
        inspectMoney(payment);
      }
      const open = payments.filter(({ state, reopened }) => isOpen(state) && reopened === 0);
      mustDiffer(open, ({ product, customer }) => `open payments of one customer, ${product} ${customer}`);
      const decided = payments.filter(({ state, told }) => state === 'paid-by-hand' && told !== null);
      mustDiffer(decided, ({ biller, told }) => `decisions that rest on one reference, ${biller} ${told}`);
      inspectCharges();
    },
  };
}

function mustDiffer(payments: readonly PaymentRow[], nameOf: (payment: PaymentRow) => string): void {
  const names = payments.map((payment) => nameOf(payment));
  const double = names.find((name, at) => names.indexOf(name) !== at);
  if (double !== undefined) throw new Breach(`two ${double}`);
}
