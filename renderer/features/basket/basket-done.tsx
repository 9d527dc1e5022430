import type { RefObject } from 'react';
import type { Basket } from '../../../shared/contract/basket.ts';
import { formatRupiah } from '../../../shared/money.ts';
import { useCommands, useMessages, useView } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { basketKeys } from '../keys/key-map.ts';
import { BasketFacts } from './basket-facts.tsx';

interface BasketDoneProps {
  readonly basket: Basket;
  readonly safe: RefObject<HTMLButtonElement | null>;
}

/** How it ended: the change is the largest thing, and where the rest of the cash is stands under it. */
export function BasketDone({ basket, safe }: BasketDoneProps) {
  const m = useMessages();
  const commands = useCommands();
  const recapPrinted = useView((view) => view.basketHands.recapPrinted);
  const { lines, halt, back } = basket;
  const due = lines.filter(({ state }) => state !== 'left-out').length;
  const paid = lines.filter(({ state }) => state === 'paid').length;
  return (
    <>
      <div data-testid="basket-done">
        <h3 className={`basket-done-title ${paid === due ? 'basket-done-all' : ''}`}>
          {paid === due ? m.basket.doneAll : m.basket.doneSome(paid, due)}
        </h3>
        {halt !== null && <p>{m.basket.haltWords[halt.because]}</p>}
        <p className="basket-total">
          <span className="basket-total-label">{m.basket.back}</span>
          <span className="basket-total-sum" data-testid="basket-back">
            {formatRupiah(back ?? 0)}
          </span>
        </p>
      </div>
      <BasketFacts basket={basket} />
      <output>{recapPrinted && m.basket.recapPrinted}</output>
      <div className="basket-answers">
        <Button keyCap={basketKeys.recap.combo} onPress={commands.printBasketRecap}>
          {m.basket.recap}
        </Button>
        <Button
          buttonRef={safe}
          look="main"
          keyCap="Enter"

          onPress={commands.finishBasket}
        >
          {m.basket.finish}
        </Button>
      </div>
    </>
  );
}
