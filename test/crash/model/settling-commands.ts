import type { QuoteId } from '../../../shared/ids.ts';
import {
  chosen,
  command,
  hasPayments,
  isUncertain,
  isUnknown,
  pick,
  pinOf,
  type Command,
  type Typed,
} from './command.ts';
import { billChoices, isToken } from './customers.ts';
import type { StatusFate } from './fates.ts';
import type { Charge } from './books.ts';
import type { World } from './world.ts';

/** What the owner decides about a payment, and what they were told for a reference. */
export interface Decision {
  readonly verdict: 'paid' | 'rejected';
  readonly typed: Typed;
  /** `true`: as it stands in the biller's books; `old`: one that was told before. */
  readonly reference: 'true' | 'fresh' | 'old';
}

/** @param number of what is told, where it is fresh. */
export function decide(
  world: World,
  payment: QuoteId,
  { verdict, typed, reference }: Decision,
  number: number,
): void {
  const { product } = world.reference.quoteOf(payment);
  const [charge] = world.books.chargesOf(payment);
  const told =
    reference === 'true' && charge !== undefined ? charge : toldBy(reference === 'old' ? 0 : number);
  const token = isToken(product) ? { token: told.token } : {};
  world.ask(
    'resolve',
    world.program().requests.resolveByHand({
      payment,
      verdict:
        verdict === 'paid' ? { kind: 'paid', reference: told.reference, ...token } : { kind: 'rejected' },
      reason: 'biller-said',
      evidence: 'rang them',
      pin: pinOf(typed),
    }),
    (view) => world.show(view),
  );
}

const toldBy = (number: number): Pick<Charge, 'reference' | 'token'> => ({
  reference: `TOLD${number}`,
  token: String(number).padStart(20, '9'),
});

/** Somebody decides what nobody knows, of several payments by one reference; in haste where an answer may still come. */
export const resolve = (
  backs: readonly number[],
  decision: Decision,
  isHasty: boolean,
  steps: number,
): Command =>
  command(
    `resolve ${backs.join(' and ')} ${isHasty ? 'hastily ' : ''}${decision.verdict} ${decision.reference} PIN ${decision.typed}`,
    steps,
    (world) => {
      const hasty = world.reference
        .payments()
        .filter(({ id, state }) => isHasty && isUnknown(state) && world.isListening(id));
      const number = world.nextNumber();
      for (const back of backs) {
        const payment = pick(hasty, back)?.id ?? chosen(world, back, isUnknown);
        if (payment !== undefined) decide(world, payment, decision, number);
      }
    },
    (reference) => reference.payments().some(({ state }) => isUnknown(state) || state === 'sent'),
  );

export const check = (back: number, fate: StatusFate, steps: number): Command =>
  command(
    `check ${back} ${fate}`,
    steps,
    (world) => {
      const payment = chosen(world, back, isUncertain);
      if (payment === undefined) return;
      world.setStatusFate(fate);
      world.ask('check', world.program().requests.checkPayment({ payment }), (view) => world.show(view));
    },
    hasPayments,
  );

export const takeForFinal = (typed: Typed, steps: number): Command =>
  command(
    `takeForFinal PIN ${typed}`,
    steps,
    (world) => {
      const { requests, ledger } = world.program();
      const unclear = world.reference.payments().filter(({ id, state }) => {
        const outcome = isUnknown(state) ? ledger.payment(id)?.outcome : undefined;
        return outcome?.kind === 'unknown' && outcome.reason === 'unclear-answer';
      });
      const payment = pick(unclear, 0)?.id ?? chosen(world, 0, isUnknown);
      if (payment === undefined) return;
      world.ask('takeForFinal', requests.takeForFinal({ payment, pin: pinOf(typed) }), (view) =>
        world.show(view),
      );
    },
    hasPayments,
  );

/** A fresh inquiry of an uncertain payment's number. */
export const lookAgain = (back: number, steps: number): Command =>
  command(
    `look ${back}`,
    steps,
    (world) => {
      const payment = chosen(world, back, isUncertain);
      if (payment === undefined) return;
      const { customerNumber } = world.reference.quoteOf(payment);
      world.setPlan(customerNumber, billChoices[0], true);
      world.ask('look', world.program().requests.lookAgain({ payment }));
    },
    hasPayments,
  );
