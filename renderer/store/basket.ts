import type { Basket, BasketHindrance, BasketProblemCode } from '../../shared/contract/basket.ts';
import type { LoketBridge, RequestError } from '../../shared/contract/contract.ts';
import type { CounterState } from '../../shared/contract/counter-state.ts';
import type { QuoteId } from '../../shared/ids.ts';
import { doubtKey } from '../../shared/payment/doubt.ts';
import type { Result } from '../../shared/result.ts';
import { reportBug } from '../report-bug.ts';
import type { Tone } from '../ui/tones.ts';
import { dropBasketScan, followBasket, pressPayBasket, type BasketHands } from './basket-hands.ts';
import type { CounterTools } from './counter-tools.ts';
import { cashOf, putAside, type PayPress } from './sale.ts';

interface BasketPorts extends CounterTools {
  readonly bridge: Pick<
    LoketBridge,
    | 'addToBasket'
    | 'takeFromBasket'
    | 'tenderBasket'
    | 'reviewBasket'
    | 'payBasket'
    | 'stopBasket'
    | 'answerBasket'
    | 'clearBasket'
    | 'printBasketRecap'
    | 'confirmAgain'
    | 'payment'
  >;
}

/** The basket as the window works on it. All of it may be called at any time: what does not fit changes nothing. */
export interface BasketDesk {
  /** Main told something: what it means for the basket in view. `before`: the basket as it was. */
  readonly follow: (before: Basket | null, state: CounterState) => void;
  readonly isPaying: () => boolean;
  readonly open: () => void;
  readonly enterUp: () => void;
  /** Puts the bill on the screen into it. */
  readonly add: () => Promise<void>;
  readonly take: (quote: QuoteId) => Promise<void>;
  readonly empty: () => Promise<void>;
  readonly typeCash: (digits: string) => void;
  readonly dropScan: () => void;
  readonly pay: (press: PayPress) => Promise<void>;
  readonly readDoubts: (quote: QuoteId) => void;
  /** What stands in the way of the line whose doubts are read; `null` where nothing does. */
  readonly doubtsInView: () => BasketHindrance | null;
  readonly confirm: (pin: string | null) => Promise<RequestError<'confirmAgain'>['code'] | null>;
  readonly stop: () => Promise<void>;
  readonly answer: (goOn: boolean) => Promise<void>;
  readonly printRecap: () => Promise<void>;
  readonly finish: () => Promise<void>;
}

/** A press meant for what was on the screen before must not answer what has just come. In milliseconds. */
const outcomeStaysFor = 1000;

/** What a basket that has just stopped or ended sounds like. */
function toneOf({ state, lines }: Basket): Tone {
  if (state === 'halted' || lines.some((line) => line.state === 'unknown')) return 'unknown';
  return lines.every((line) => line.state === 'paid' || line.state === 'left-out') ? 'paid' : 'refused';
}

export function createBasketDesk(ports: BasketPorts): BasketDesk {
  const { bridge, now, view, change, turn, goTo, sound, enterKey } = ports;
  let cameAt = Number.NEGATIVE_INFINITY;

  const standing = (): Basket | null => view().counter?.basket ?? null;
  const hands = (part: Partial<BasketHands>): void =>
    change((before) => ({ ...before, basketHands: { ...before.basketHands, ...part } }));

  /** Carries out one request, none beside another; answers whether it was done. */
  async function asking<Value>(
    request: () => Promise<Result<Value, { readonly code: BasketProblemCode }>>,
  ): Promise<boolean> {
    if (view().basketHands.isAsking) return false;
    hands({ isAsking: true, problem: null });
    const result = await request().catch(() => ({ ok: false, error: { code: 'busy' } }) as const);
    hands({ isAsking: false, problem: result.ok ? null : result.error.code });
    return result.ok;
  }

  async function review(): Promise<readonly BasketHindrance[]> {
    const result = await bridge.reviewBasket().catch(() => null);
    const hindrances = result?.ok === true ? result.value : [];
    hands({ hindrances });
    return hindrances;
  }

  async function fetchRefused({ lines }: Basket): Promise<void> {
    const refused = lines.filter(({ state }) => state === 'refused');
    const asked = await Promise.all(refused.map(({ quote }) => bridge.payment({ payment: quote })));
    hands({ refused: asked.flatMap((result) => (result.ok ? [result.value] : [])) });
  }

  const isTooSoon = (): boolean => {
    const tooSoon = now() - cameAt < outcomeStaysFor;
    hands({ isTooSoon: tooSoon });
    return tooSoon;
  };

  async function sendPayment(cash: NonNullable<ReturnType<typeof cashOf>>) {
    const tendered = await bridge.tenderBasket({ cash });
    return tendered.ok ? bridge.payBasket() : tendered;
  }

  const desk: BasketDesk = {
    follow(before, { basket }) {
      change((current) => ({ ...current, basketHands: followBasket(current.basketHands, before, basket) }));
      const { place } = view();
      if (basket === null) {
        if (place === 'basket' || place === 'basket-doubts') goTo(null);
        return;
      }
      if (basket.lines.some(({ state }) => state === 'refused')) fetchRefused(basket).catch(reportBug);
      // The last run's comes when somebody may be typing already.
      if (before === null && basket.state !== 'open') cameAt = now();
      const hasCome = before?.state === 'paying' && basket.state !== 'paying';
      if (!hasCome) return;
      cameAt = now();
      sound(toneOf(basket));
      if (place === null) goTo('basket');
    },

    isPaying: () => standing()?.state === 'paying',

    open() {
      const basket = standing();
      if (basket === null) return;
      hands({ enter: enterKey(), hint: null, problem: null, reads: null });
      goTo('basket');
      if (basket.state === 'open') review().catch(reportBug);
    },

    enterUp() {
      const { enter, hint } = view().basketHands;
      if (enter === 'held') hands({ enter: 'free', hint: hint === 'held' ? null : hint });
    },

    async add() {
      const { sale } = view();
      if (sale.step !== 'bill') return;
      const { quote } = sale;
      if (await asking(() => bridge.addToBasket({ quote: quote.id })))
        turn((current) => putAside(current, quote.id));
      else sound('refused');
    },

    async take(quote) {
      await asking(() => bridge.takeFromBasket({ quote }));
    },

    async empty() {
      if (standing()?.state === 'open') await asking(() => bridge.clearBasket());
    },

    typeCash: (cash) => hands({ cash, hint: null }),

    dropScan() {
      const basket = standing();
      if (basket === null) return;
      change((before) => ({ ...before, basketHands: dropBasketScan(before.basketHands, basket.sum) }));
    },

    async pay(press) {
      const basket = standing();
      const { basketHands } = view();
      if (basket?.state !== 'open' || basketHands.isAsking) return;
      const pressed = pressPayBasket(basketHands, basket.sum, press);
      if (pressed === null) return;
      const cash = cashOf(basketHands.cash);
      if (pressed !== 'pay' || cash === null) return hands({ hint: pressed === 'pay' ? null : pressed });
      hands({ hint: null });
      if (await asking(() => sendPayment(cash))) return;
      sound('refused');
      if (view().basketHands.problem === 'needs-review') await review();
    },

    readDoubts(quote) {
      hands({ reads: quote });
      if (desk.doubtsInView() !== null) goTo('basket-doubts');
    },

    doubtsInView() {
      const { hindrances, reads } = view().basketHands;
      return hindrances.find(({ quote, code }) => quote === reads && code === 'confirm-again') ?? null;
    },

    async confirm(pin) {
      const read = desk.doubtsInView();
      if (read === null) return 'quote-gone';
      const doubts = read.doubts.map(doubtKey);
      const result = await bridge.confirmAgain({ quote: read.quote, doubts, pin });
      if (!result.ok) return result.error.code;
      await review();
      if (view().place === 'basket-doubts') goTo('basket');
      return null;
    },

    async stop() {
      if (await asking(() => bridge.stopBasket())) hands({ isStopping: true });
    },

    async answer(goOn) {
      if (standing()?.state !== 'halted' || isTooSoon()) return;
      await asking(() => bridge.answerBasket({ goOn }));
    },

    async printRecap() {
      if (await asking(() => bridge.printBasketRecap())) hands({ recapPrinted: true });
    },

    async finish() {
      if (standing()?.state !== 'done' || isTooSoon()) return;
      if (await asking(() => bridge.clearBasket())) goTo(null);
    },
  };
  return desk;
}
