import type { RefObject } from 'react';
import type { Basket } from '../../../shared/contract/basket.ts';
import { formatRupiah } from '../../../shared/money.ts';
import { linesToPay } from '../../store/basket-hands.ts';
import { useCommands, useMessages } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { BasketFacts } from './basket-facts.tsx';

interface BasketHaltProps {
  readonly basket: Basket;
  readonly safe: RefObject<HTMLButtonElement | null>;
}

/** It does not go on by itself: what happened, what it means for the money, and whether to go on. Stopping is the safe answer. */
export function BasketHalt({ basket, safe }: BasketHaltProps) {
  const m = useMessages();
  const commands = useCommands();
  const { halt, back } = basket;
  if (halt === null) return null;
  const left = linesToPay(basket);
  const because = halt.problem === null ? null : m.problems[halt.problem];
  return (
    <>
      <div className="basket-halt" role="alert" data-testid="basket-halt" data-because={halt.because}>
        <h3 className="basket-halt-title">
          <Icon name={halt.because === 'unknown' ? 'unknown' : 'warning'} /> {m.basket.halts[halt.because]}
        </h3>
        <p>
          {because !== null && `${because.what} `}
          <strong>{m.basket.haltWords[halt.because]}</strong>
          {because !== null && halt.because === 'hindered' && ` ${because.next}`}
        </p>
        <p>
          {m.basket.ask(left)} {m.basket.ifStopped(formatRupiah(back ?? 0))}
        </p>
      </div>
      <BasketFacts basket={basket} />
      <div className="basket-answers">
        <Button buttonRef={safe} look="main" onPress={() => commands.answerBasket(false)}>
          {m.basket.haltStop}
        </Button>
        <Button onPress={() => commands.answerBasket(true)}>{m.basket.goOn(left)}</Button>
      </div>
    </>
  );
}
