import type * as fc from 'fast-check';
import type {
  Biller,
  Inquiry,
  InquiryProblem,
  PaymentLine,
  PaymentToCheck,
  RawReply,
  StatusCall,
} from '../../../electron/billers/biller.ts';
import type { QuoteId } from '../../../shared/ids.ts';
import type { Quote } from '../../../shared/payment/quote.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { nextMidnight, type Instant } from '../../../shared/time.ts';
import { garbage, paidBy, readPayment, readStatus, reply, type Said } from './answers.ts';
import type { Books, Charge } from './books.ts';
import {
  billsOf,
  denominations,
  isToken,
  products,
  tokenFee,
  type BillChoice,
  type ModelProduct,
} from './customers.ts';
import type { PaymentFate, StatusFate } from './fates.ts';
import type { ModelClock } from './model-clock.ts';
import { openWire, type Wire } from './wire.ts';

export type ModelBillerId = 'teleanjar' | 'iak';

/** What the next inquiry finds. */
export interface InquiryPlan {
  readonly identity: string;
  readonly choice: BillChoice;
  readonly inquiryId: string;
}

export interface ModelBillerParts {
  readonly id: ModelBillerId;
  readonly scheduler: fc.Scheduler;
  readonly clock: ModelClock;
  readonly books: Books;
  /** The words that the owner takes for a refusal. */
  readonly finals: ReadonlySet<string>;
  readonly isAlive: () => boolean;
  readonly fateOf: (payment: QuoteId) => PaymentFate;
  readonly statusFate: (payment: QuoteId) => StatusFate;
  readonly plan: (number: string) => InquiryPlan | undefined;
  readonly opened: (wire: Wire) => void;
  /** What the test wants to look at, at the very moment. */
  readonly onSend: (quote: Quote) => void;
  readonly onRead: (quote: Quote, reply: RawReply) => void;
  readonly onAnswer: (quote: Quote, reply: RawReply) => void;
  readonly onSilence: (quote: Quote) => void;
  readonly onStatus: (payment: PaymentToCheck, said: Said | undefined) => void;
}

/** Two of these are the billers of the model: Teleanjar knows a payment by customer and day, IAK by our reference. */
export function modelBiller(parts: ModelBillerParts): Biller {
  const { id, scheduler, clock, books, finals, isAlive } = parts;

  /** Whatever the program waits for comes when the scheduler likes, and never to a program that has died. */
  const later = <T>(label: string, value: () => T): Promise<T> =>
    new Promise((resolve) => {
      void scheduler.schedule(Promise.resolve(), label).then(() => {
        if (isAlive()) resolve(value());
      });
    });

  const lineFor = (quote: Quote): PaymentLine => {
    let isUsed = false;
    return {
      host: `${id}.test`,
      account: `account at ${id}`,
      request: 'POST [secret]',
      abandon: () => undefined,
      send() {
        if (isUsed) throw new Error('one line was sent on twice');
        isUsed = true;
        // What a dead program does next is nothing.
        if (!isAlive())
          return { byDeadline: new Promise(() => undefined), late: new Promise(() => undefined) };
        parts.onSend(quote);
        const fate = parts.fateOf(quote.id);
        const wire = openWire({
          payment: quote.id,
          sentAtMs: clock.monotonicMs(),
          scheduler,
          isHeard: isAlive,
          isLate: fate.isLate,
          arrive: () => answerTo(quote, fate, parts),
          onAnswer: (answer) => parts.onAnswer(quote, answer),
          onSilence: () => parts.onSilence(quote),
        });
        parts.opened(wire);
        return wire.exchange;
      },
    };
  };

  const inquire = (number: string, product: ModelProduct): Result<Inquiry, InquiryProblem> => {
    const found = parts.plan(number);
    if (found === undefined) return err({ code: 'refused-by-biller', billerCode: '14' });
    const { identity, choice, inquiryId } = found;
    const exchange = {
      request: 'POST /inquiry [secret]',
      reply: reply({ says: 'in-process' }, clock.trueNow()),
    };
    const inquiry = { customer: { identity, name: 'SITI', details: [] }, inquiryId, exchange };
    return isToken(product)
      ? ok({ kind: 'denominations', ...inquiry, denominations, adminFee: tokenFee })
      : ok({ kind: 'bills', ...inquiry, bills: billsOf(id, choice) });
  };

  const status: StatusCall = {
    keyedBy: id === 'iak' ? 'our-reference' : 'customer-and-day',
    ask: (payment) =>
      later(`status ${payment.quote.id.slice(0, 6)}`, () => {
        const fate = parts.statusFate(payment.quote.id);
        if (fate === 'no-answer' || fate === 'no-connection') return err({ code: fate });
        if (fate === 'empty') return ok([]);
        const said = fate === 'truth' ? truthAbout(id, payment, books) : undefined;
        parts.onStatus(payment, said);
        const open: Said = { says: 'in-process' };
        const at = clock.trueNow();
        const answer = fate === 'garbage' ? garbage(at) : reply(said ?? open, at);
        return ok([{ request: 'GET /status [secret]', reply: answer }]);
      }),
    read: ({ quote }, answer) => readStatus(quote, answer),
  };

  return {
    id,
    name: id,
    services: products.map((product) => ({ product, code: `${id}-${product}`, name: product, asks: [] })),
    deadlines: { inquiryMs: 30_000, paymentMs: 60_000 },
    account: () => ({ host: `${id}.test`, account: `account at ${id}` }),
    inquire: ({ service, customerNumber }) =>
      later(`inquiry ${customerNumber}`, () => inquire(customerNumber, service.product as ModelProduct)),
    openPayment: (quote) =>
      later(`connection ${quote.id.slice(0, 6)}`, () => {
        const { connection } = parts.fateOf(quote.id);
        if (connection === 'made') return ok(lineFor(quote));
        return err({ code: connection === 'refused' ? 'no-connection' : 'not-set-up' });
      }),
    readPaymentReply(quote, answer) {
      parts.onRead(quote, answer);
      return readPayment(quote, answer, finals);
    },
    explain: () => undefined,
    status,
    askDeposit: undefined,
    priceList: undefined,
    testConnection: () => Promise.resolve({ verdict: 'ok' }),
  };
}

/** The request has arrived: what is done, and what is answered whenever that leaves. */
function answerTo(
  quote: Quote,
  fate: PaymentFate,
  { books, clock }: ModelBillerParts,
): (() => RawReply) | undefined {
  if (fate.request === 'lost') return undefined;
  const charge = fate.request === 'charged' ? books.charge(quote, clock.trueNow()) : undefined;
  if (charge === undefined) books.refuse(quote.id);
  const said = saidOf(fate, charge);
  if (said === undefined) return undefined;
  return () => (said === 'garbage' ? garbage(clock.trueNow()) : reply(said, clock.trueNow()));
}

function saidOf({ answer }: PaymentFate, charge: Charge | undefined): Said | 'garbage' | undefined {
  switch (answer) {
    case 'truth':
      return charge === undefined ? { says: 'rejected' } : paidBy(charge);
    case 'lie':
      return { says: 'rejected' };
    case 'foreign':
      return charge === undefined ? undefined : paidBy({ ...charge, inquiryId: 'of another' });
    case 'unclear':
      return { says: 'unclear', text: 'TRANSAKSI TIDAK DAPAT DIPROSES' };
    case 'garbage':
      return 'garbage';
    case 'none':
      return undefined;
  }
}

/** What a biller that knows everything says when it is asked about a payment. */
function truthAbout(biller: ModelBillerId, { quote, sentAt }: PaymentToCheck, books: Books): Said {
  if (biller === 'iak') {
    const [charge] = books.chargesOf(quote.id);
    if (charge !== undefined) return paidBy(charge);
    return { says: books.wasRefused(quote.id) ? 'rejected' : 'not-received' };
  }
  // By customer and day, the newest: whichever payment that was.
  const charge = books.charges.findLast(
    ({ biller: by, product, identity, at }) =>
      by === biller &&
      product === quote.product &&
      identity === quote.customer.identity &&
      dayOf(at) === dayOf(sentAt),
  );
  return charge === undefined ? { says: 'not-received' } : paidBy(charge);
}

const dayOf = (at: Instant): Instant => nextMidnight(at, 'WIB');
