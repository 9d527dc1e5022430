import { describe, expect, it } from 'vitest';
import {
  isOpen,
  nextState,
  paymentEvents,
  paymentStates,
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
  },
  paid: refusals,
  rejected: refusals,
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
    expect([...reachable].toSorted()).toEqual(['paid', 'rejected', 'sent', 'unknown']);
  });

  it('keeps the customer’s place exactly while money may have moved and nobody knows', () => {
    expect(paymentStates.filter(isOpen)).toEqual(['sent', 'unknown']);
  });
});
