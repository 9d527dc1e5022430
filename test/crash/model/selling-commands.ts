import type { OfferId, QuoteId } from '../../../shared/ids.ts';
import { rupiah } from '../../../shared/money.ts';
import type { Doubt } from '../../../shared/payment/doubt.ts';
import type { Quote } from '../../../shared/payment/quote.ts';
import { command, hasQuotes, inDoubt, pick, pinOf, quoted, type Command, type Typed } from './command.ts';
import { denominations, isToken, numbersOf, type BillChoice, type ModelProduct } from './customers.ts';
import type { PaymentFateName } from './fates.ts';
import { decide, type Decision } from './settling-commands.ts';
import type { World } from './world.ts';

/** What comes of paying, and whether the owner decides at once where nobody knows. */
export interface Paying {
  readonly fate: PaymentFateName;
  readonly decides: Decision | null;
}

const wordsOf = (paying: Paying | null): string =>
  paying === null
    ? ''
    : `, then ${paying.fate}${paying.decides === null ? '' : `, decided ${paying.decides.verdict}`}`;

/** The cashier has a quote in front of them: the cash is counted. */
function receive(world: World, quote: Quote, paying: Paying | null): void {
  world.reference.tell(quote);
  const cash = rupiah(quote.total + 500);
  world.ask('tender', world.program().requests.tender({ quote: quote.id, cash }), () => {
    if (paying !== null) payFor(world, quote.id, paying);
  });
}

function payFor(world: World, id: QuoteId, { fate, decides }: Paying): void {
  world.setFate(id, fate);
  world.ask(
    'pay',
    world.program().requests.pay({ quote: id }),
    (view) => {
      world.show(view);
      if (view.state === 'unknown' && decides !== null) decide(world, id, decides, world.nextNumber());
    },
    ({ code, doubts = [] }) => {
      if (code === 'confirm-again') world.reference.doubt(id, doubts.map(keyOf));
    },
  );
}

const keyOf = (doubt: Doubt): string =>
  doubt.kind === 'gap' ? `gap:${doubt.gap}` : `${doubt.kind}:${doubt.payment}`;

export interface Inquiring {
  readonly product: ModelProduct;
  readonly customer: number;
  readonly number: number;
  readonly choice: BillChoice;
  /** Whether the biller gives the id of its last inquiry of this customer once more. */
  readonly again: boolean;
  readonly amount: number;
  readonly pays: Paying | null;
}

export const inquire = (asked: Inquiring, steps: number): Command => {
  const { product, customer, choice, again, amount, pays } = asked;
  const numbers = numbersOf(product, customer);
  const number = numbers[asked.number % numbers.length] ?? numbers[0];
  const what = `${number} ${isToken(product) ? amount : choice.join('+')}${again ? ' again' : ''}`;
  return command(`inquire ${product} ${what}${wordsOf(pays)}`, steps, (world) => {
    const { requests } = world.program();
    world.setPlan(number, choice, again);
    world.ask('inquire', requests.inquire({ product, number }), (found) => {
      if (found.kind === 'quote') return receive(world, found.quote, pays);
      world.offers.push(found.offer.id);
      chooseAmount(world, found.offer.id, amount, pays);
    });
  });
};

function chooseAmount(world: World, offer: OfferId, amount: number, pays: Paying | null): void {
  const denomination = denominations[amount] ?? rupiah(0);
  world.ask('choose', world.program().requests.chooseDenomination({ offer, denomination }), (quote) =>
    receive(world, quote, pays),
  );
}

/** Another amount of the newest offer. */
export const choose = (amount: number, pays: Paying | null, steps: number): Command =>
  command(`choose ${amount}${wordsOf(pays)}`, steps, (world) => {
    const offer = world.offers.at(-1);
    if (offer !== undefined) chooseAmount(world, offer, amount, pays);
  });

/** The same quote pressed twice, or two quotes at the same moment. */
export const pay = (backs: readonly number[], paying: Paying, steps: number): Command =>
  command(
    `pay ${backs.join(' and ')}${wordsOf(paying)}`,
    steps,
    (world) => {
      for (const back of backs) {
        const quote = quoted(world, back);
        if (quote !== undefined) payFor(world, quote.id, paying);
      }
    },
    hasQuotes,
  );

/** Whoever was asked once more answers. */
export const confirm = (back: number, typed: Typed, pays: Paying | null, steps: number): Command =>
  command(
    `confirm ${back} PIN ${typed}${wordsOf(pays)}`,
    steps,
    (world) => {
      const quote = pick(inDoubt(world.reference), back);
      if (quote === undefined) return;
      const doubts = world.reference.doubts.get(quote.id) ?? [];
      // What is over by now is not confirmed: should it come back, it is asked about anew.
      const standing = world.reference.standing(quote.id, world.clock.now());
      const confirmed = doubts.filter((doubt) => standing.includes(doubt));
      const pin = typed === 'none' ? null : pinOf(typed);
      world.ask(
        'confirm',
        world.program().requests.confirmAgain({ quote: quote.id, doubts: [...doubts], pin }),
        () => {
          world.reference.confirm(quote.id, confirmed, typed === 'right');
          if (pays !== null) payFor(world, quote.id, pays);
        },
      );
    },
    (reference) => inDoubt(reference).length > 0,
  );

/** The owner wants a bill paid although PLN closes its books. */
export const insist = (back: number, typed: Typed, steps: number): Command =>
  command(
    `insist ${back} PIN ${typed}`,
    steps,
    (world) => {
      const quote = quoted(world, back)?.id;
      if (quote === undefined) return;
      world.ask('insist', world.program().requests.insist({ quote, pin: pinOf(typed) }));
    },
    hasQuotes,
  );
