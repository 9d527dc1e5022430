import type { BookEntry, Charge } from './books.ts';
import { customerOf, tokenAdmin, totalOf } from './customers.ts';
import { misdeedFor, type Misdeed } from './misdeeds.ts';
import type { Issued, Question, Voice } from './voice.ts';

/** What an answer is, before the connection does anything to it. */
export interface Said {
  readonly body: string;
  readonly misdeed: Misdeed;
}

/**
 * What both billers do with a question, in their own voices. The worst of billers: every payment is taken, however often
 * it comes, and a bill that was paid is offered again.
 */
export interface Desk {
  /** `undefined`: not understood, which is written down as odd. */
  answer(voice: Voice, question: Question): Said | undefined;
}

export interface DeskOptions {
  readonly seed: string;
  readonly now: () => number;
  readonly keep: (entry: BookEntry) => void;
}

export function createDesk({ seed, now, keep }: DeskOptions): Desk {
  const issued = new Map<string, Issued>();
  const charges: Charge[] = [];
  let serial = 0;

  const pay = (voice: Voice, question: Extract<Question, { call: 'payment' }>): Said | undefined => {
    const inquired = issued.get(`${voice.biller} ${question.inquiry}`);
    if (inquired === undefined) return undefined;
    const { product, number } = inquired;
    const { said } = question;
    if (said !== undefined && (said.product !== product || said.number !== number)) return undefined;
    const customer = customerOf(product, number);
    const amount =
      product === 'pln-prepaid' ? (question.denomination ?? 0) + tokenAdmin : totalOf(customer.bills);
    const before = charges.filter((each) => each.identity === customer.identity).length;
    const charge: Charge = {
      kind: 'charge',
      seq: charges.length + 1,
      biller: voice.biller,
      product,
      number,
      identity: customer.identity,
      inquiry: question.inquiry,
      reference: inquired.reference,
      amount,
      at: now(),
      misdeed: misdeedFor(seed, voice.biller, customer.identity, before),
    };
    charges.push(charge);
    keep(charge);
    const told = charge.misdeed === 'stranger' ? customerOf(product, strangerOf(number)) : customer;
    const body =
      charge.misdeed === 'pending'
        ? voice.pending(charge)
        : voice.receipt(
            charge.misdeed === 'stranger' ? { ...charge, number: strangerOf(number) } : charge,
            told,
          );
    return { body, misdeed: charge.misdeed };
  };

  const inquire = (
    voice: Voice,
    { product, number, reference }: Extract<Question, { call: 'inquiry' }>,
  ): Said => {
    serial += 1;
    const inquiry = voice.newInquiry(serial);
    const one = { inquiry, product, number, reference };
    issued.set(`${voice.biller} ${inquiry}`, one);
    return { body: voice.offer(one, customerOf(product, number)), misdeed: 'none' };
  };

  const status = (voice: Voice, { isAbout, asked }: Extract<Question, { call: 'status' }>): Said => {
    const charge = charges.findLast(isAbout);
    if (charge !== undefined) {
      return {
        body: voice.statusPaid(charge, customerOf(charge.product, charge.number)),
        misdeed: 'none',
      };
    }
    const known = [...issued.values()].find(({ reference }) => reference !== '' && reference === asked);
    return { body: voice.statusNone(asked, known), misdeed: 'none' };
  };

  return {
    answer(voice, question) {
      switch (question.call) {
        case 'inquiry':
          return inquire(voice, question);
        case 'payment':
          return pay(voice, question);
        case 'status':
          return status(voice, question);
      }
    },
  };
}

const strangerOf = (number: string): string =>
  `${number.slice(0, -4)}${number.slice(-4) === '9999' ? '9998' : '9999'}`;
