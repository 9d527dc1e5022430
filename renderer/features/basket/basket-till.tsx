import type { RefObject } from 'react';
import type { Basket } from '../../../shared/contract/basket.ts';
import { formatRupiah, type Rupiah } from '../../../shared/money.ts';
import { cashOf } from '../../store/sale.ts';
import { useCommands, useMessages, useView } from '../../store/use-counter.ts';
import { GroupedField } from '../../ui/grouped-field.tsx';
import { cashGrouping } from '../cash/cash-grouping.ts';
import { changeOf } from '../cash/change.ts';
import { hintWords } from '../cash/hint-words.ts';
import { PayButton } from '../cash/pay-button.tsx';
import { QuickCash } from '../cash/quick-cash.tsx';
import '../cash/till.css';

interface BasketTillProps {
  readonly basket: Basket;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onPick: (cash: Rupiah) => void;
}

/** The sum of all, the cash for it, what goes back, and the one button that pays them. */
export function BasketTill({ basket: { lines, sum }, field, onPick }: BasketTillProps) {
  const m = useMessages();
  const commands = useCommands();
  const { cash, isAsking } = useView((view) => view.basketHands);
  const change = changeOf(cashOf(cash), sum);
  const hint = useView((view) => view.basketHands.hint);
  const shown = change.kind === 'implausible' ? 'too-much' : hint;
  return (
    <>
      <ReviewWords />
      <p className="basket-total" aria-live="polite" aria-atomic="true">
        <span className="basket-total-label">
          {m.basket.total} <span className="small">{m.basket.bills(lines.length)}</span>
        </span>
        <span className="basket-total-sum" data-testid="basket-total">
          {formatRupiah(sum)}
        </span>
      </p>
      <div>
        <label className="till-label" htmlFor="basket-cash">
          {m.cash.label}
        </label>
        <GroupedField
          id="basket-cash"
          className="cash-field"
          label={m.cash.label}
          field={field}
          value={cash}
          grouping={cashGrouping}
          readOnly={isAsking}
          isCursor={false}
          invalid={shown !== null && shown !== 'held'}
          describedBy="basket-change"
          onType={commands.typeBasketCash}
          onEnter={(event) => commands.payBasket({ by: 'key', repeat: event.repeat })}
        />
      </div>
      {shown === null ? (
        <p className="till-hint" />
      ) : (
        <p className="till-hint" role="alert">
          <span>{hintWords(shown, sum - (cashOf(cash) ?? 0), m)}</span>
        </p>
      )}
      <QuickCash total={sum} isPaying={isAsking} onPick={onPick} />
      <div className="basket-change" id="basket-change" aria-live="polite" aria-atomic="true">
        <span className="till-label">{change.kind === 'short' ? m.cash.short : m.cash.change}</span>
        <span className="till-change-sum" data-testid="basket-change" data-kind={change.kind}>
          {'amount' in change ? formatRupiah(change.amount) : '–'}
        </span>
      </div>
      <PayButton
        words={m.basket.pay(lines.length, formatRupiah(sum))}
        isPaying={isAsking}
        isReady={change.kind === 'change'}
        onPay={commands.payBasket}
      />
    </>
  );
}

/** That something stands in the way of some of its lines; the lines themselves say what. */
function ReviewWords() {
  const m = useMessages();
  const count = useView((view) => view.basketHands.hindrances.length);
  if (count === 0) return null;
  return (
    <p className="basket-review" role="alert" data-testid="basket-review">
      {m.basket.review(count)}
    </p>
  );
}
