import { useEffect, useRef, useState, type RefObject } from 'react';
import type { Basket, BasketLine } from '../../../shared/contract/basket.ts';
import { formatRupiah } from '../../../shared/money.ts';
import { groupNumber } from '../../../shared/products.ts';
import { useCommands, useLanguage, useMessages, useMessagesOf, useView } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { OwedLine } from '../outcome/owed-line.tsx';
import { refusalTitle } from '../outcome/refusal-words.ts';
import { useSoldName } from '../outcome/sold-name.ts';
import { useListArrows } from '../token/use-list-arrows.ts';
import './basket-lines.css';

interface BasketLinesProps {
  readonly basket: Basket;
  /** Where typing goes on after a line was taken out. */
  readonly cash: RefObject<HTMLInputElement | null>;
}

/** Every bill on its line. The list scrolls, never the place; the line that is being paid stays in view. */
export function BasketLines({ basket, cash }: BasketLinesProps) {
  const m = useMessages();
  const list = useRef<HTMLUListElement>(null);
  useListArrows(list);
  const paying = basket.lines.find(({ state }) => state === 'sent')?.quote;
  useEffect(() => {
    if (paying !== undefined)
      list.current?.querySelector('[data-state="sent"]')?.scrollIntoView({ block: 'nearest' });
  }, [paying]);
  return (
    <section className="basket-list" aria-label={m.basket.lines}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- by keyboard too it can be scrolled */}
      <ul ref={list} className="basket-lines" aria-label={m.basket.lines} tabIndex={0}>
        {basket.lines.map((line) => (
          <Line key={line.quote} line={line} basket={basket} cash={cash} />
        ))}
      </ul>
      {basket.state === 'open' && (
        <div className="basket-list-foot">
          <p className="small">{m.basket.stays}</p>
          <EmptyButton />
        </div>
      )}
    </section>
  );
}

const icons: Readonly<Partial<Record<BasketLine['state'], IconName>>> = {
  paid: 'paid',
  refused: 'refused',
  unknown: 'unknown',
  'not-sent': 'not-sent',
};

function Line({ line, basket, cash }: BasketLinesProps & { readonly line: BasketLine }) {
  const m = useMessages();
  const { quote, product, service, customerNumber, name, due, state } = line;
  const sold = useSoldName({ product, service: { name: service } });
  const icon = icons[state];
  const isOpen = basket.state === 'open';
  return (
    <li className={`basket-line basket-line-${state}`} data-testid="basket-line" data-state={state}>
      <p className="basket-line-who">
        <strong>{name}</strong>
        <span className="small">
          {sold} · <span className="basket-line-number">{groupNumber(customerNumber)}</span>
        </span>
      </p>
      <p className="basket-line-sum">
        <strong>{formatRupiah(due)}</strong>
        {!isOpen && (
          <span className="basket-line-state">
            {icon !== undefined && <Icon name={icon} size={16} />}
            {m.basket.states[state]}
          </span>
        )}
      </p>
      <LineKey line={line} basket={basket} cash={cash} />
      <LineWords line={line} quote={quote} isDone={basket.state === 'done'} />
    </li>
  );
}

/** What can be done with one line just now. */
function LineKey({
  line: { quote, name, state },
  basket,
  cash,
}: BasketLinesProps & { readonly line: BasketLine }) {
  const m = useMessages();
  const commands = useCommands();
  const isAsking = useView((view) => view.basketHands.isAsking);
  if (basket.state === 'open')
    return (
      <Button
        className="basket-line-key"
        look="quiet"
        label={m.basket.removeWhich(name)}
        disabled={isAsking}
        onPress={() => {
          commands.takeFromBasket(quote);
          cash.current?.focus();
        }}
      >
        {m.basket.remove}
      </Button>
    );
  if (basket.state !== 'done' || (state !== 'paid' && state !== 'unknown')) return null;
  return (
    <Button
      className="basket-line-key"
      look="quiet"
      label={m.basket.showWhich(name)}
      onPress={() => commands.showFromBasket(quote)}
    >
      {m.basket.show}
    </Button>
  );
}

interface LineWordsProps {
  readonly line: BasketLine;
  readonly quote: BasketLine['quote'];
  readonly isDone: boolean;
}

/** What must be known of one line: what stands in its way, why it was refused, where its money is. */
function LineWords({ line, quote, isDone }: LineWordsProps) {
  const m = useMessagesOf(line.biller);
  const language = useLanguage();
  const commands = useCommands();
  const hindrance = useView((view) => view.basketHands.hindrances.find((each) => each.quote === quote));
  const payment = useView((view) => view.basketHands.refused.find((each) => each.quote.id === quote));
  if (hindrance !== undefined)
    return (
      <div className="basket-line-words" data-testid="hindrance" data-code={hindrance.code}>
        <p>{m.basket.hindrances[hindrance.code]}</p>
        {hindrance.code === 'confirm-again' && (
          <Button label={m.basket.readWhich(line.name)} onPress={() => commands.readDoubts(quote)}>
            {m.basket.read}
          </Button>
        )}
      </div>
    );
  switch (line.state) {
    case 'refused':
      return (
        <div className="basket-line-words" data-testid="refused-why">
          <p>
            {refusalTitle(payment?.refusal ?? null, language, m)}{' '}
            {isDone && !line.isKept && <strong>{m.basket.goesBack}</strong>}
          </p>
          {payment?.isOwed === true && <OwedLine payment={payment} />}
        </div>
      );
    case 'unknown':
      return (
        <p className="basket-line-words">
          <strong>{m.basket.staysInDrawer}</strong>
        </p>
      );
    case 'not-sent':
      return (
        <p className="basket-line-words">
          {line.problem !== null && m.problems[line.problem].what}{' '}
          {isDone && <strong>{m.basket.goesBack}</strong>}
        </p>
      );
    default:
      return null;
  }
}

/** Takes all of it out. Pressed twice: what lay in it must be asked for again. */
function EmptyButton() {
  const m = useMessages();
  const commands = useCommands();
  const [isSure, setSure] = useState(false);
  return (
    <Button
      look={isSure ? 'plain' : 'quiet'}
      onPress={() => (isSure ? commands.emptyBasket() : setSure(true))}
    >
      {isSure ? m.basket.emptySure : m.basket.empty}
    </Button>
  );
}
