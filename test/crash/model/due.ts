import type { QuoteId } from '../../../shared/ids.ts';
import { nextState, type PaymentEvent, type PaymentState } from '../../../shared/payment/states.ts';
import { Breach, type Reference } from './reference.ts';

/** What an answer that has just reached the program must lead to, once the program has come to rest. */
export interface Due {
  expect(payment: QuoteId, event: PaymentEvent, why: string): void;
  /** The program died: whatever was due is not any more. */
  forget(): void;
  /** @throws Breach where the answer did not lead where the table says, or moved what it must leave alone. */
  inspect(): void;
}

export function createDue(reference: Reference): Due {
  let due:
    | { readonly payment: QuoteId; readonly before: PaymentState; readonly event: PaymentEvent; why: string }
    | undefined;
  return {
    expect(payment, event, why) {
      const before = reference.trails.get(payment)?.state;
      if (before !== undefined) due = { payment, before, event, why };
    },
    forget() {
      due = undefined;
    },
    inspect() {
      if (due === undefined) return;
      const { payment, before, event, why } = due;
      due = undefined;
      const state = reference.trails.get(payment)?.state;
      const expected = nextState(before, event) ?? before;
      if (state !== expected)
        throw new Breach(`${why}, so that ${before} becomes ${expected}, and it is ${state}`);
    },
  };
}
