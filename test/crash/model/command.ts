import type * as fc from 'fast-check';
import type { QuoteId } from '../../../shared/ids.ts';
import type { Quote } from '../../../shared/payment/quote.ts';
import { isByHand, isOpen, type PaymentState } from '../../../shared/payment/states.ts';
import type { Reference } from './reference.ts';
import { rightPin, type World } from './world.ts';

export type Command = fc.AsyncCommand<Reference, World>;

/**
 * A command does something, waits for nothing, and then lets so many things happen that were waiting to. It is left out
 * where it is not possible.
 */
export const command = (
  name: string,
  steps: number,
  act: (world: World) => void,
  isPossible: (reference: Reference) => boolean = () => true,
): Command => ({
  check: (reference) => isPossible(reference),
  async run(_reference, world) {
    world.tally.add('command', name.split(' ', 1)[0] ?? name);
    act(world);
    await world.settle();
    for (let step = 0; step < steps; step += 1) await world.step();
  },
  toString: () => `${name} +${steps}`,
});

/** One of a list, counted from its end. */
export const pick = <T>(list: readonly T[], back: number): T | undefined =>
  list.at(-1 - (back % list.length));

/** The quotes that could still be paid. */
const openQuotes = ({ told, trails }: Reference): readonly Quote[] =>
  told.filter(({ id }) => trails.get(id)?.state === 'quoted');

/** A quote that could still be paid; any where there is none, or far back. */
export function quoted({ reference }: World, back: number): Quote | undefined {
  const open = openQuotes(reference);
  return pick(open.length > 0 && back < 4 ? open : reference.told, back);
}

/** The quotes that somebody was asked about once more, and can still answer for. */
export const inDoubt = (reference: Reference): readonly Quote[] =>
  openQuotes(reference).filter(({ id }) => reference.doubts.has(id));

/** A payment that is as wanted; any where there is none. */
export function chosen(
  { reference }: World,
  back: number,
  isWanted: (state: PaymentState) => boolean,
): QuoteId | undefined {
  const all = reference.payments();
  const wanted = all.filter(({ state }) => isWanted(state));
  return pick(wanted.length > 0 ? wanted : all, back)?.id;
}

export const isUnknown = (state: PaymentState): boolean => state === 'unknown';
export const isUncertain = (state: PaymentState): boolean => isOpen(state) || isByHand(state);
export const hasQuotes = ({ told }: Reference): boolean => told.length > 0;
export const hasPayments = (reference: Reference): boolean => reference.payments().length > 0;

/** What is typed where the owner's PIN is asked for. */
export type Typed = 'right' | 'wrong' | 'none';
export const pinOf = (typed: Typed): string => (typed === 'right' ? rightPin : '0000');
