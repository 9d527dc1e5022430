import { useCommands, useMessages, useView } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { useKeyOf } from '../keys/use-key-of.ts';

/** Beside the sum of a bill: the way to pay it together with others. */
export function AddToBasket() {
  const m = useMessages();
  const commands = useCommands();
  const key = useKeyOf('to-basket');
  const isOff = useView(({ sale, basketHands }) => sale.step !== 'bill' || basketHands.isAsking);
  return (
    <Button className="basket-add" keyCap={key} disabled={isOff} onPress={commands.toBasket}>
      {m.basket.add}
    </Button>
  );
}
