import type { Basket } from '../../../shared/contract/basket.ts';
import type { Messages } from '../../../shared/i18n/messages.ts';
import { formatRupiah } from '../../../shared/money.ts';
import { useCommands, useMessages, useView } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { BasketFacts } from './basket-facts.tsx';

/** Which of its bills is being paid, and how many are done. */
export function progressWords({ lines }: Basket, m: Messages): string {
  const due = lines.filter(({ state }) => state !== 'left-out');
  const ended = due.filter(({ state }) => state !== 'waiting' && state !== 'sent');
  const now = due.find(({ state }) => state === 'sent') ?? due.find(({ state }) => state === 'waiting');
  return now === undefined ? '' : m.basket.progress(ended.length, due.length, now.name);
}

/** One after another: which is being paid, how many are left, and the one thing that can be done. */
export function BasketPaying({ basket }: { readonly basket: Basket }) {
  const m = useMessages();
  const commands = useCommands();
  const isStopping = useView((view) => view.basketHands.isStopping);
  return (
    <>
      <p className="basket-total">
        <span className="basket-total-label">{m.basket.total}</span>
        <span className="basket-total-sum">{formatRupiah(basket.sum)}</span>
      </p>
      <p className="basket-progress" data-testid="basket-progress">
        {progressWords(basket, m)}
      </p>
      <BasketFacts basket={basket} />
      <output>{isStopping && m.basket.stopping}</output>
      <Button disabled={isStopping} onPress={commands.stopBasket}>
        {m.basket.stop}
      </Button>
    </>
  );
}
