import { noDoom, type Doom } from './plan.ts';
import type { Refusal } from './invariants.ts';
import type { Life } from './life.ts';
import type { Visitor } from './visitors.ts';

/** What came of serving somebody. */
export type Served =
  | { readonly kind: 'dead' }
  | { readonly kind: 'done'; readonly state: string }
  | { readonly kind: 'refused'; readonly at: 'inquiry' | 'payment'; readonly code: string };

export interface Manner {
  readonly number: string;
  /** How the counter ends meanwhile. */
  readonly doom?: Doom;
  /** Whether the key that pays is pressed twice. */
  readonly pressesTwice?: boolean;
  /** What is done where the counter asks for a second confirmation: given before it confirms, without a PIN. */
  readonly confirm?: () => void;
}

/**
 * Serves somebody as a cashier does who wants the money in: asks, takes what is offered, pays. What the counter doubts
 * is confirmed only where the manner says so, and nobody has the PIN.
 */
export async function serve(life: Life, visitor: Visitor, manner: Manner): Promise<Served> {
  const { number, confirm } = manner;
  const { product, denomination } = visitor;
  const found = await life.tell({ do: 'inquire', product, number, denomination });
  if (found === 'dead') return { kind: 'dead' };
  if (found.kind === 'refused') return { kind: 'refused', at: 'inquiry', code: found.code };
  if (found.kind !== 'quoted') throw new Error(`an inquiry was answered by ${found.kind}`);
  const paid = await pay(life, found, manner);
  if (confirm === undefined || paid.kind !== 'refused' || paid.code !== 'confirm-again') return paid;
  confirm();
  const confirmed = await life.tell({ do: 'confirm', quote: found.quote });
  if (confirmed === 'dead') return { kind: 'dead' };
  // Also where the confirming was refused: the key is pressed, and must do nothing.
  return pay(life, found, manner);
}

async function pay(
  life: Life,
  { quote, total }: { readonly quote: string; readonly total: number },
  { doom = noDoom, pressesTwice = false }: Manner,
): Promise<Served> {
  const paying = life.tell({
    do: 'pay',
    quote,
    cash: total,
    presses: pressesTwice ? 2 : 1,
    dieAt: doom.kind === 'point' ? doom.point : null,
  });
  if (doom.kind === 'whenever') life.killAfter(doom.afterMs);
  const paid = await paying;
  if (paid === 'dead') return { kind: 'dead' };
  if (paid.kind === 'refused') return { kind: 'refused', at: 'payment', code: paid.code };
  if (paid.kind !== 'done') throw new Error(`a payment was answered by ${paid.kind}`);
  return { kind: 'done', state: paid.state };
}

/** The counter knows a payment of theirs, and wants a person's word before there is another. */
const dueToAPayment: ReadonlySet<string> = new Set(['payment-open', 'inquiry-used', 'confirm-again']);
/** A busy machine: the inquiry was not answered in time, or no connection came about. */
const dueToTheMachine: ReadonlySet<string> = new Set(['no-answer', 'no-connection', 'not-sent']);

export type Understood =
  | { readonly kind: 'served' | 'unlucky' }
  | { readonly kind: 'known'; readonly refusal: Refusal }
  | { readonly kind: 'surprise'; readonly what: string };

/** What it means; an outcome or a refusal that no counter should give here is a surprise. */
export function understand({ product, identity }: Visitor, served: Served): Understood {
  switch (served.kind) {
    case 'dead':
      return { kind: 'served' };
    case 'done':
      return ['paid', 'unknown'].includes(served.state)
        ? { kind: 'served' }
        : { kind: 'surprise', what: `${product} ${identity} was paid, and it came to ${served.state}` };
    case 'refused': {
      const { code, at } = served;
      if (dueToAPayment.has(code)) return { kind: 'known', refusal: { product, identity, code } };
      if (dueToTheMachine.has(code)) return { kind: 'unlucky' };
      return { kind: 'surprise', what: `${product} ${identity} was refused at the ${at}: ${code}` };
    }
  }
}
