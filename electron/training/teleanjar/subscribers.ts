import { createHash } from 'node:crypto';
import { rupiah, type Rupiah } from '../../../shared/money.ts';
import type { TeleanjarProduct } from './account.ts';
import type { Instant } from '../../../shared/time.ts';
import { writeDay, writeMonth } from './calendar.ts';
import {
  nontaglisCustomers,
  postpaidAdmin,
  postpaidCustomers,
  practicePostpaid,
  practicePrepaid,
  prepaidCustomers,
  telkomCustomers,
  type NontaglisRow,
  type PostpaidRow,
  type PrepaidRow,
  type TelkomRow,
} from './customers.ts';
import { practiceDigits, practiceTrouble } from './practice-numbers.ts';

/** Something that can be paid once. `key` names it in the books. */
export interface Bill {
  readonly key: string;
  readonly amount: Rupiah;
  readonly admin: Rupiah;
  readonly total: Rupiah;
}

export interface MonthlyBill extends Bill {
  readonly month: string;
  readonly readings: readonly [before: string, after: string];
}

export interface PostpaidSubscriber {
  readonly product: 'pln-postpaid';
  readonly idpel: string;
  readonly name: string;
  readonly tariff: string;
  readonly power: string;
  readonly unitPhone: string;
  /** Oldest first. */
  readonly bills: readonly MonthlyBill[];
}

export interface PrepaidSubscriber extends PrepaidRow {
  readonly product: 'pln-prepaid';
}

export interface NontaglisSubscriber {
  readonly product: 'pln-nontaglis';
  readonly registration: string;
  readonly transaction: string;
  readonly registeredOn: string;
  readonly idpel: string;
  readonly name: string;
  readonly bill: Bill;
}

export interface TelkomSubscriber {
  readonly product: 'telkom-pstn';
  readonly number: string;
  readonly name: string;
  readonly reference: string;
  readonly bill: Bill;
}

/** Who a customer number stands for, with what there is to pay. */
export type Subscriber = PostpaidSubscriber | PrepaidSubscriber | NontaglisSubscriber | TelkomSubscriber;

/** The subscriber of `product` with this number, with every bill of the day `at`, paid or not. */
export function findSubscriber(
  product: TeleanjarProduct,
  customer: string,
  at: Instant,
): Subscriber | undefined {
  switch (product) {
    case 'pln-postpaid': {
      const row = postpaidCustomers.find(({ idpel }) => idpel === customer) ?? practiceRow(product, customer);
      return row && postpaidSubscriber(row, at);
    }
    case 'pln-prepaid': {
      const row =
        prepaidCustomers.find(({ meter, idpel }) => meter === customer || idpel === customer) ??
        practiceMeter(product, customer);
      return row && { product, ...row };
    }
    case 'pln-nontaglis': {
      const row = nontaglisCustomers.find(({ registration }) => registration === customer);
      return row && nontaglisSubscriber(row, at);
    }
    case 'telkom-pstn': {
      const row = telkomCustomers.find(({ number }) => number === customer);
      return row && telkomSubscriber(row, at);
    }
  }
}

/** The number that tells a subscriber from all others of the product, however it was asked for. */
export function subscriberKey(subscriber: Subscriber): string {
  switch (subscriber.product) {
    case 'pln-postpaid':
      return subscriber.idpel;
    case 'pln-prepaid':
      return subscriber.meter;
    case 'pln-nontaglis':
      return subscriber.registration;
    case 'telkom-pstn':
      return subscriber.number;
  }
}

/** The books' names for what is owed; none for tokens, which may be bought again and again. */
export function billKeys(subscriber: Subscriber): readonly string[] {
  switch (subscriber.product) {
    case 'pln-postpaid':
      return subscriber.bills.map(({ key }) => key);
    case 'pln-prepaid':
      return [];
    case 'pln-nontaglis':
    case 'telkom-pstn':
      return [subscriber.bill.key];
  }
}

/** The subscriber with only what is still to be paid; `undefined` where all is paid. */
export function withUnpaidBills(
  subscriber: Subscriber,
  isPaid: (billKey: string) => boolean,
): Subscriber | undefined {
  switch (subscriber.product) {
    case 'pln-postpaid': {
      const bills = subscriber.bills.filter(({ key }) => !isPaid(key));
      return bills.length === 0 ? undefined : { ...subscriber, bills };
    }
    case 'pln-prepaid':
      return subscriber;
    case 'pln-nontaglis':
    case 'telkom-pstn':
      return isPaid(subscriber.bill.key) ? undefined : subscriber;
  }
}

const practiceRow = (product: TeleanjarProduct, customer: string): PostpaidRow | undefined => {
  const digits = practiceDigits(product, customer);
  return digits !== undefined && practiceTrouble(digits) ? practicePostpaid(digits) : undefined;
};

const practiceMeter = (product: TeleanjarProduct, customer: string): PrepaidRow | undefined => {
  const digits = practiceDigits(product, customer);
  return digits !== undefined && practiceTrouble(digits) ? practicePrepaid(digits) : undefined;
};

const bill = (keyParts: readonly string[], amount: Rupiah, admin: Rupiah): Bill => ({
  key: keyParts.join('|'),
  amount,
  admin,
  total: rupiah(amount + admin),
});

function postpaidSubscriber(row: PostpaidRow, at: Instant): PostpaidSubscriber {
  const bills = row.bills.map(({ month, amount, readings }) => {
    const name = writeMonth(month, at);
    return { ...bill(['pln-postpaid', row.idpel, name], amount, postpaidAdmin), month: name, readings };
  });
  return { ...row, product: 'pln-postpaid', bills };
}

function nontaglisSubscriber(row: NontaglisRow, at: Instant): NontaglisSubscriber {
  const { registration, transaction, registeredOn, idpel, name, amount, admin } = row;
  return {
    product: 'pln-nontaglis',
    registration,
    transaction,
    registeredOn: writeDay(registeredOn, at),
    idpel,
    name,
    bill: bill(['pln-nontaglis', registration], amount, admin),
  };
}

function telkomSubscriber(
  { number, name, reference, amount, admin }: TelkomRow,
  at: Instant,
): TelkomSubscriber {
  const written =
    reference === 'monthly' ? monthlyReference(number, writeMonth({ monthsAgo: 0 }, at)) : reference.fixed;
  return {
    product: 'telkom-pstn',
    number,
    name,
    reference: written,
    bill: bill(['telkom-pstn', number, written], amount, admin),
  };
}

/** Eleven hexadecimal digits, like the document's `4b2b77ebb7e`. */
const monthlyReference = (number: string, month: string): string =>
  createHash('md5').update(`${number} ${month}`).digest('hex').slice(0, 11);
