/**
 * The life of a payment, as data: the ledger, the screen and the tests read this table and nothing else.
 *
 * `unknown` is a state of its own: the money may have moved, so it is neither an error nor a refusal, and it keeps the
 * customer's place until it is settled. What a person decided without the biller's word is a state of its own too: it
 * says that nobody has certified it, and only such a decision can be overturned by an answer that comes later.
 */
export const paymentStates = [
  'quoted',
  'expired',
  'sent',
  'paid',
  'rejected',
  'unknown',
  'paid-by-hand',
  'rejected-by-hand',
] as const;
export type PaymentState = (typeof paymentStates)[number];

export const paymentEvents = [
  'arm',
  'expire',
  'reply-paid',
  'reply-rejected',
  'outcome-unknown',
  'status-paid',
  'status-rejected',
  'hand-paid',
  'hand-rejected',
] as const;
export type PaymentEvent = (typeof paymentEvents)[number];

/**
 * Who moves a payment: the cashier's counter, the program putting things in order at its start, the program asking
 * the biller again, or the owner by PIN.
 */
export const actors = ['counter', 'recovery', 'checker', 'owner'] as const;
export type Actor = (typeof actors)[number];

type Transitions = Readonly<Record<PaymentState, Readonly<Partial<Record<PaymentEvent, PaymentState>>>>>;

/** Which event leads from which state to which. What is not here is refused. */
export const transitions: Transitions = {
  quoted: { arm: 'sent', expire: 'expired' },
  expired: {},
  sent: { 'reply-paid': 'paid', 'reply-rejected': 'rejected', 'outcome-unknown': 'unknown' },
  // A late or stored reply, a status check or the owner may still settle what was given up at the deadline.
  unknown: {
    'reply-paid': 'paid',
    'reply-rejected': 'rejected',
    'status-paid': 'paid',
    'status-rejected': 'rejected',
    'hand-paid': 'paid-by-hand',
    'hand-rejected': 'rejected-by-hand',
  },
  paid: {},
  rejected: {},
  // An answer that agrees certifies what was decided; one that contradicts reopens the payment.
  'paid-by-hand': {
    'reply-paid': 'paid',
    'status-paid': 'paid',
    'reply-rejected': 'unknown',
    'status-rejected': 'unknown',
  },
  'rejected-by-hand': {
    'reply-rejected': 'rejected',
    'status-rejected': 'rejected',
    'reply-paid': 'unknown',
    'status-paid': 'unknown',
  },
};

/** Who may cause which event. The owner causes a reply's by taking its words for final. */
const movers: Readonly<Record<PaymentEvent, readonly Actor[]>> = {
  arm: ['counter'],
  expire: ['recovery'],
  'reply-paid': ['counter', 'recovery', 'owner'],
  'reply-rejected': ['counter', 'recovery', 'owner'],
  'outcome-unknown': ['counter', 'recovery', 'owner'],
  'status-paid': ['checker'],
  'status-rejected': ['checker'],
  'hand-paid': ['owner'],
  'hand-rejected': ['owner'],
};

/** The state that follows, or `undefined` where the table refuses the event. */
export const nextState = (state: PaymentState, event: PaymentEvent): PaymentState | undefined =>
  transitions[state][event];

export const mayCause = (actor: Actor, event: PaymentEvent): boolean => movers[event].includes(actor);

/** A payment that still holds its customer's place: nobody may pay for that customer until it is settled. */
export const isOpen = (state: PaymentState): boolean => state === 'sent' || state === 'unknown';

/** What the owner decided without the biller's word: it stays under the status check where there is one. */
export const isByHand = (state: PaymentState): boolean =>
  state === 'paid-by-hand' || state === 'rejected-by-hand';

/** Whether the customer was told that it is paid, by the biller or by the owner. */
export const countsAsPaid = (state: PaymentState): boolean => state === 'paid' || state === 'paid-by-hand';

/** … and that it is not paid, and the money goes back. */
export const countsAsRefused = (state: PaymentState): boolean =>
  state === 'rejected' || state === 'rejected-by-hand';
