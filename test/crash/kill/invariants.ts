import { nextState, paymentEvents, paymentStates } from '../../../shared/payment/states.ts';
import type { BookEntry, Charge } from '../fake-biller/books.ts';
import type { LedgerPaper, LedgerPayment, LedgerPicture, LedgerStep } from './ledger-file.ts';
import type { Word } from './protocol.ts';

/** What is known at one moment, from four sources that know nothing of each other. */
export interface Evidence {
  readonly ledger: LedgerPicture;
  readonly books: readonly BookEntry[];
  /** All that the counters of this ledger said, in order. */
  readonly words: readonly Word[];
  /** The lines on the paper. */
  readonly paper: readonly string[];
  /** Customers whom the counter refused to sell to, because of a payment it knows. */
  readonly refusals: readonly Refusal[];
  /** Bills that somebody wanted once more, on purpose (`billOf`), one entry for each time. */
  readonly wishes: readonly string[];
}

export interface Refusal {
  readonly product: string;
  readonly identity: string;
  readonly code: string;
}

/** A promise that was broken. */
export interface Breach {
  readonly promise: 'never twice' | 'never lost' | 'never falsely paid' | 'in order' | 'no surprise';
  readonly what: string;
  /** The payments it is about. */
  readonly payments: readonly string[];
}

const breach = (promise: Breach['promise'], what: string, ...payments: readonly string[]): Breach => ({
  promise,
  what,
  payments,
});

const isCharge = (entry: BookEntry): entry is Charge => entry.kind === 'charge';
const inquiryOf = ({ biller, inquiry }: Charge): string => `${biller} ${inquiry}`;
/** What is to be paid once: a customer's bill at whichever biller, or their one wish for a token. */
export const billOf = ({ product, identity }: Pick<Charge, 'product' | 'identity'>): string =>
  `${product} ${identity}`;

function groups<T>(items: readonly T[], by: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const item of items) {
    const group = found.get(by(item));
    if (group === undefined) found.set(by(item), [item]);
    else group.push(item);
  }
  return found;
}

/** Everything that is not as it must be after a restart. */
export function breaches(evidence: Evidence): readonly Breach[] {
  const { ledger, books } = evidence;
  const charges = books.filter(isCharge);
  const byInquiry = new Map(ledger.payments.map((each) => [`${each.biller} ${each.inquiry_id}`, each]));
  return [
    ...(ledger.integrity === 'ok' ? [] : [breach('in order', `the file: ${ledger.integrity}`)]),
    ...(ledger.alteration === '' ? [] : [breach('in order', `the chain: ${ledger.alteration}`)]),
    ...chargedTwice(charges, byInquiry, evidence.wishes),
    ...charges.flatMap((charge) => unrecorded(charge, byInquiry.get(inquiryOf(charge)))),
    ...falselyPaid(ledger.payments, charges),
    ...ledger.payments.flatMap(unsettled),
    ...brokenTrails(ledger),
    ...ledger.papers.flatMap(untoldPaper),
    ...brokenWords(evidence, charges),
    ...untrueDeaths(evidence, charges),
    ...printedTwice(evidence.paper),
    ...books.flatMap((entry) =>
      entry.kind === 'odd' ? [breach('no surprise', `the biller was asked ${entry.what}`)] : [],
    ),
    ...unfoundedRefusals(evidence),
  ];
}

/** A bill, and a customer's one wish for a token, is charged once, however often somebody tried to pay it. */
function chargedTwice(
  charges: readonly Charge[],
  byInquiry: ReadonlyMap<string, LedgerPayment>,
  wishes: readonly string[],
): readonly Breach[] {
  const idsOf = (some: readonly Charge[]) => some.flatMap((each) => byInquiry.get(inquiryOf(each))?.id ?? []);
  const twice = (some: readonly Charge[], what: string, allowed = 1): readonly Breach[] =>
    some.length <= allowed
      ? []
      : [breach('never twice', `${what}: charges ${some.map(({ seq }) => seq).join(', ')}`, ...idsOf(some))];
  return [
    ...[...groups(charges, inquiryOf)].flatMap(([inquiry, some]) => twice(some, `one payment, ${inquiry}`)),
    ...[...groups(charges, billOf)].flatMap(([bill, some]) =>
      twice(some, `one bill, ${bill}`, 1 + wishes.filter((wish) => wish === bill).length),
    ),
  ];
}

/** Money that the biller took must be in the ledger as what was or may have been paid. */
function unrecorded(charge: Charge, payment: LedgerPayment | undefined): readonly Breach[] {
  if (payment === undefined) return [breach('never lost', `charge ${charge.seq} is not in the ledger`)];
  const { product, customer, total, state, id } = payment;
  const isSame = product === charge.product && customer === charge.identity && total === charge.amount;
  return [
    ...(isSame ? [] : [breach('never lost', `charge ${charge.seq} is another payment in the ledger`, id)]),
    ...(['sent', 'unknown', 'paid'].includes(state)
      ? []
      : [breach('never lost', `charge ${charge.seq} is ${state} in the ledger`, id)]),
  ];
}

function falselyPaid(payments: readonly LedgerPayment[], charges: readonly Charge[]): readonly Breach[] {
  const charged = new Set(charges.map(inquiryOf));
  return payments
    .filter(({ state }) => state === 'paid')
    .filter(({ biller, inquiry_id }) => !charged.has(`${biller} ${inquiry_id}`))
    .map(({ id }) => breach('never falsely paid', 'paid, and the biller took nothing', id));
}

/** After a start nothing is under way, and these billers, which charge all, give no cause to reject. */
function unsettled({ id, state, receipts }: LedgerPayment): readonly Breach[] {
  if (state === 'paid') {
    return receipts === 1 ? [] : [breach('never lost', `paid with ${receipts} receipts to print`, id)];
  }
  if (state === 'unknown')
    return receipts === 0 ? [] : [breach('in order', 'a receipt of what is not paid', id)];
  return [breach('in order', `${state} after a start`, id)];
}

function brokenTrails({ payments, steps }: LedgerPicture): readonly Breach[] {
  const stateOf = new Map(payments.map(({ id, state }) => [id, state]));
  const trails = groups(steps, ({ quote }) => quote);
  const untold = payments.filter(({ id }) => !trails.has(id));
  return [
    ...untold.map(({ id }) => breach('in order', 'a payment without events', id)),
    ...[...trails].flatMap(([id, trail]) => {
      const end = walk(trail);
      const is = stateOf.get(id);
      if (end === undefined) return [breach('in order', 'events that the table of states does not know', id)];
      // A quote that was never paid has no row of its own.
      const isRight = is === undefined ? end === 'quoted' || end === 'expired' : end === is;
      return isRight ? [] : [breach('in order', `events end in ${end}, the payment is ${is}`, id)];
    }),
  ];
}

/** What becomes of a paper is told in the same commit. No printer here fails, so that no queue tries again by itself. */
function untoldPaper({ id, payment, state, told, made }: LedgerPaper): readonly Breach[] {
  const is = told === 'made' ? 'queued' : told;
  return [
    ...(made === 1 ? [] : [breach('in order', `print ${id} was made ${made} times`, payment)]),
    ...(is === state ? [] : [breach('in order', `print ${id} is ${state}, and told of as ${told}`, payment)]),
  ];
}

/** Where a trail of events leads; `undefined` where the table of states does not allow one of its steps. */
function walk(trail: readonly LedgerStep[]): string | undefined {
  let at: string | null = null;
  for (const { event, from_state, to_state } of trail) {
    if (from_state !== at || followed(at, event) !== to_state) return undefined;
    at = to_state;
  }
  return at ?? undefined;
}

function followed(from: string | null, event: string): string | undefined {
  if (from === null) return event === 'quote' ? 'quoted' : undefined;
  const state = paymentStates.find((each) => each === from);
  const known = paymentEvents.find((each) => each === event);
  return state === undefined || known === undefined ? undefined : nextState(state, known);
}

/** What a counter said before it died holds for ever. */
function brokenWords({ words, ledger }: Evidence, charges: readonly Charge[]): readonly Breach[] {
  const byId = new Map(ledger.payments.map((payment) => [payment.id, payment]));
  const answeredWell = new Set(
    charges.filter(({ misdeed }) => misdeed === 'none' || misdeed === 'late').map(inquiryOf),
  );
  return words.flatMap((word): readonly Breach[] => {
    if (word.kind === 'fault') return [breach('no surprise', word.what)];
    if (!('payment' in word)) return [];
    const payment = byId.get(word.payment);
    if (payment === undefined)
      return [breach('never lost', `${word.kind}, and not in the ledger`, word.payment)];
    const { id, state, biller, inquiry_id } = payment;
    switch (word.kind) {
      case 'settled':
        return word.state !== 'paid' || state === 'paid'
          ? []
          : [breach('never lost', `was settled as paid, and is ${state}`, id)];
      case 'recorded': {
        const mustBePaid = answeredWell.has(`${biller} ${inquiry_id}`);
        if (payment.reply_at === null) return [breach('never lost', 'its reply was kept, and is gone', id)];
        return mustBePaid && state !== 'paid'
          ? [breach('never lost', `its reply says paid, and it is ${state}`, id)]
          : [];
      }
      default:
        return [];
    }
  });
}

/** The point after the last byte is where it says: what was sent then reached the biller. */
function untrueDeaths({ words, ledger }: Evidence, charges: readonly Charge[]): readonly Breach[] {
  const inquiries = new Map(ledger.payments.map((each) => [each.id, `${each.biller} ${each.inquiry_id}`]));
  const charged = new Set(charges.map(inquiryOf));
  return words.flatMap((word, index): readonly Breach[] => {
    const sent = words[index - 1];
    if (word.kind !== 'dying' || word.at !== 'after-last-byte' || sent?.kind !== 'sending') return [];
    const inquiry = inquiries.get(sent.payment);
    return inquiry !== undefined && charged.has(inquiry)
      ? []
      : [breach('no surprise', 'the last byte was sent, and the biller took nothing', sent.payment)];
  });
}

/** Nobody asked for a copy here, so that no receipt comes twice. */
const printedTwice = (paper: readonly string[]): readonly Breach[] =>
  [...groups(paper, (line) => line)]
    .filter(([, lines]) => lines.length > 1)
    .map(([line]) => breach('never twice', `a receipt was printed twice: ${line}`));

/** Whom the counter has no payment of may not be sent away. */
function unfoundedRefusals({ refusals, ledger }: Evidence): readonly Breach[] {
  const known = new Set(ledger.payments.map(({ product, customer }) => `${product} ${customer}`));
  return refusals
    .filter(({ product, identity }) => !known.has(`${product} ${identity}`))
    .map(({ product, identity, code }) =>
      breach('no surprise', `${product} ${identity} was refused (${code}) without a payment`),
    );
}
