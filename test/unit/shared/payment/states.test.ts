import { describe, expect, it } from 'vitest';
import {
  actors,
  countsAsPaid,
  isByHand,
  isOpen,
  mayCause,
  nextState,
  paymentEvents,
  paymentStates,
  type Actor,
  type PaymentEvent,
  type PaymentState,
} from '../../../../shared/payment/states.ts';

/** The whole table, written out a second time: `-` is a refusal. */
const refusals = {
  arm: '-',
  expire: '-',
  'reply-paid': '-',
  'reply-rejected': '-',
  'outcome-unknown': '-',
  'status-paid': '-',
  'status-rejected': '-',
  'hand-paid': '-',
  'hand-rejected': '-',
} as const;
const expected: Record<PaymentState, Record<PaymentEvent, PaymentState | '-'>> = {
  quoted: { ...refusals, arm: 'sent', expire: 'expired' },
  expired: refusals,
  sent: { ...refusals, 'reply-paid': 'paid', 'reply-rejected': 'rejected', 'outcome-unknown': 'unknown' },
  unknown: {
    ...refusals,
    'reply-paid': 'paid',
    'reply-rejected': 'rejected',
    'status-paid': 'paid',
    'status-rejected': 'rejected',
    'hand-paid': 'paid-by-hand',
    'hand-rejected': 'rejected-by-hand',
  },
  paid: refusals,
  rejected: refusals,
  'paid-by-hand': {
    ...refusals,
    'reply-paid': 'paid',
    'status-paid': 'paid',
    'reply-rejected': 'unknown',
    'status-rejected': 'unknown',
  },
  'rejected-by-hand': {
    ...refusals,
    'reply-rejected': 'rejected',
    'status-rejected': 'rejected',
    'reply-paid': 'unknown',
    'status-paid': 'unknown',
  },
};

/** Who may cause what, written out a second time. */
const causes: Record<Actor, readonly PaymentEvent[]> = {
  counter: ['arm', 'reply-paid', 'reply-rejected', 'outcome-unknown'],
  recovery: ['expire', 'reply-paid', 'reply-rejected', 'outcome-unknown'],
  checker: ['status-paid', 'status-rejected'],
  owner: ['reply-paid', 'reply-rejected', 'outcome-unknown', 'hand-paid', 'hand-rejected'],
};

const pairs = paymentStates.flatMap((state) => paymentEvents.map((event) => [state, event] as const));

describe('the life of a payment', () => {
  it.each(pairs)('%s, on %s, does what the table says and nothing else', (state, event) => {
    const to = expected[state][event];
    expect(nextState(state, event)).toBe(to === '-' ? undefined : to);
  });

  it('has no state and no event that the table above does not know', () => {
    expect(Object.keys(expected).toSorted()).toEqual([...paymentStates].toSorted());
    for (const row of Object.values(expected)) {
      expect(Object.keys(row).toSorted()).toEqual([...paymentEvents].toSorted());
    }
  });

  it.each(['paid', 'rejected', 'expired'] as const)('has no way out of %s', (state) => {
    expect(paymentEvents.map((event) => nextState(state, event))).toEqual(paymentEvents.map(() => undefined));
  });

  it('never comes back to a state that can be sent', () => {
    const reachable = new Set<PaymentState>(['sent']);
    for (const state of reachable) {
      for (const event of paymentEvents) {
        const to = nextState(state, event);
        if (to !== undefined) reachable.add(to);
      }
    }
    expect([...reachable].toSorted()).toEqual([
      'paid',
      'paid-by-hand',
      'rejected',
      'rejected-by-hand',
      'sent',
      'unknown',
    ]);
  });

  it.each(actors.flatMap((actor) => paymentEvents.map((event) => [actor, event] as const)))(
    'is moved by %s with %s only where the table says so',
    (actor, event) => {
      expect(mayCause(actor, event)).toBe(causes[actor].includes(event));
    },
  );

  it('lets nobody but the owner decide without the biller’s word, and nothing but an answer overturn it', () => {
    for (const state of paymentStates) {
      const hand = [nextState(state, 'hand-paid'), nextState(state, 'hand-rejected')];
      expect(hand.filter((to) => to !== undefined && !isByHand(to))).toEqual([]);
      if (state !== 'unknown') expect(hand).toEqual([undefined, undefined]);
    }
    const ways = paymentEvents.filter((event) => nextState('paid-by-hand', event) !== undefined);
    expect(ways).toEqual(['reply-paid', 'reply-rejected', 'status-paid', 'status-rejected']);
  });

  it('counts as paid what the biller certified or the owner decided', () => {
    expect(paymentStates.filter(countsAsPaid)).toEqual(['paid', 'paid-by-hand']);
  });

  it('keeps the customer’s place exactly while money may have moved and nobody knows', () => {
    expect(paymentStates.filter(isOpen)).toEqual(['sent', 'unknown']);
  });
});
