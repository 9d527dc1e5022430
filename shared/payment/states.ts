/**
 * The life of a payment. `unknown` is a state of its own: the money may have moved, so it is neither an error
 * nor a refusal, and it keeps the customer's place until it is settled.
 */
export const paymentStates = ['quoted', 'expired', 'sent', 'paid', 'rejected', 'unknown'] as const;
export type PaymentState = (typeof paymentStates)[number];

export const paymentEvents = [
  'arm',
  'expire',
  'reply-paid',
  'reply-rejected',
  'outcome-unknown',
  'status-paid',
  'status-rejected',
] as const;
export type PaymentEvent = (typeof paymentEvents)[number];

type Transitions = Readonly<Record<PaymentState, Readonly<Partial<Record<PaymentEvent, PaymentState>>>>>;

/** Which event leads from which state to which. What is not here is refused. */
export const transitions: Transitions = {
  quoted: { arm: 'sent', expire: 'expired' },
  expired: {},
  sent: { 'reply-paid': 'paid', 'reply-rejected': 'rejected', 'outcome-unknown': 'unknown' },
  // A late or stored reply, or a status check, may still settle what was given up at the deadline.
  unknown: {
    'reply-paid': 'paid',
    'reply-rejected': 'rejected',
    'status-paid': 'paid',
    'status-rejected': 'rejected',
  },
  paid: {},
  rejected: {},
};

/** The state that follows, or `undefined` where the table refuses the event. */
export const nextState = (state: PaymentState, event: PaymentEvent): PaymentState | undefined =>
  transitions[state][event];

/** A payment that still holds its customer's place: nobody may pay for that customer until it is settled. */
export const isOpen = (state: PaymentState): boolean => state === 'sent' || state === 'unknown';
