import type { Basket } from '../../../shared/contract/basket.ts';
import type { Messages } from '../../../shared/i18n/messages.ts';
import { formatRupiah } from '../../../shared/money.ts';
import { useCommands, useCounterState, useMessages, useView } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { useKeyOf } from '../keys/use-key-of.ts';
import './basket-strip.css';

function stripWords({ state, lines, sum, back }: Basket, m: Messages): string {
  const { strip } = m.basket;
  switch (state) {
    case 'open':
      return strip.open(lines.length, formatRupiah(sum));
    case 'paying':
      return strip.paying;
    case 'halted':
      return strip.halted;
    case 'done':
      return strip.done(formatRupiah(back ?? 0));
  }
}

/** Says in the counter's view that there is a basket, and leads to it: it never goes unseen. */
export function BasketStrip() {
  const m = useMessages();
  const commands = useCommands();
  const { basket } = useCounterState();
  const key = useKeyOf('basket');
  // Said beside the bill that was not put in, and as long as that is there.
  const problem = useView(({ sale, place, basketHands }) =>
    place === null && sale.step === 'bill' ? basketHands.problem : null,
  );
  if (basket === null && problem === null) return null;
  return (
    <div className={`basket-strip basket-strip-${basket?.state ?? 'open'}`} data-testid="basket-strip">
      {basket !== null && (
        <Button className="basket-strip-key" keyCap={key} onPress={() => commands.open('basket')}>
          {stripWords(basket, m)}
        </Button>
      )}
      <p className="basket-strip-said" role="alert">
        {problem !== null && m.basket.problems[problem]}
      </p>
      <output className="only-heard">{basket !== null && stripWords(basket, m)}</output>
    </div>
  );
}
