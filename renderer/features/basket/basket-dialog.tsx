import { useCallback, useLayoutEffect, useRef, type KeyboardEvent } from 'react';
import type { Basket } from '../../../shared/contract/basket.ts';
import type { Messages } from '../../../shared/i18n/messages.ts';
import { formatRupiah, type Rupiah } from '../../../shared/money.ts';
import { isPadShown, keysNow } from '../../store/counter-view.ts';
import { useCommands, useMessages, useView } from '../../store/use-counter.ts';
import { PlaceDialog } from '../../ui/place.tsx';
import { suggestCash } from '../cash/suggest-cash.ts';
import { basketKeys, comboOf } from '../keys/key-map.ts';
import { TouchPad } from '../touch-pad/touch-pad.tsx';
import { BasketDone } from './basket-done.tsx';
import { BasketHalt } from './basket-halt.tsx';
import { BasketLines } from './basket-lines.tsx';
import { BasketPaying, progressWords } from './basket-paying.tsx';
import { BasketTill } from './basket-till.tsx';
import './basket-dialog.css';

/** Several bills of one customer, one sum, one amount of cash: put together, paid one after another, and how it ended. */
export function BasketDialog() {
  const basket = useView((view) => view.counter?.basket ?? null);
  return basket === null ? null : <BasketPlace basket={basket} />;
}

function BasketPlace({ basket }: { readonly basket: Basket }) {
  const m = useMessages();
  const commands = useCommands();
  const keys = useView(keysNow);
  const hasPad = useView((view) => isPadShown(view) && view.counter?.basket?.state === 'open');
  const body = useRef<HTMLDivElement>(null);
  const cash = useRef<HTMLInputElement>(null);
  /** The answer that does the least where it is given unread. */
  const stop = useRef<HTMLButtonElement>(null);
  const finish = useRef<HTMLButtonElement>(null);
  const { state, sum } = basket;
  const first = { open: cash, paying: body, halted: stop, done: finish }[state];
  useLayoutEffect(() => first.current?.focus(), [first]);
  const pick = useCallback(
    (picked: Rupiah) => {
      commands.typeBasketCash(String(picked));
      cash.current?.focus();
    },
    [commands],
  );

  const pressed = (event: KeyboardEvent): void => {
    // A key that is still down from before answers nothing that has come since.
    const isHeld = event.repeat && (event.key === 'Enter' || event.key === ' ');
    if (isHeld && event.target instanceof HTMLButtonElement) event.preventDefault();
    if (event.repeat) return;
    const combo = comboOf({ key: event.key, ctrl: event.ctrlKey || event.metaKey, alt: event.altKey });
    if (state === 'done' && combo === basketKeys.recap.combo) {
      event.preventDefault();
      commands.printBasketRecap();
    }
    if (state !== 'open') return;
    const note = /^(?:Digit|Numpad)([1-4])$/.exec(event.code)?.[1];
    const quick = event.altKey && note !== undefined ? suggestCash(sum)[Number(note) - 1] : undefined;
    const picked = combo === keys['exact-cash'] ? sum : quick;
    if (picked === undefined) return;
    event.preventDefault();
    pick(picked);
  };

  return (
    <PlaceDialog title={m.basket.label} size="large" focusFirst={first} canLeave={state !== 'paying'}>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys of the whole place */}
      <div
        ref={body}
        className="basket"
        tabIndex={-1}
        data-testid="basket"
        data-state={state}
        onKeyDown={pressed}
      >
        <output className="only-heard">{heardWords(basket, m)}</output>
        <BasketLines basket={basket} cash={cash} />
        <div className="basket-side">
          {state === 'open' && <BasketTill basket={basket} field={cash} onPick={pick} />}
          {state === 'paying' && <BasketPaying basket={basket} />}
          {state === 'halted' && <BasketHalt basket={basket} safe={stop} />}
          {state === 'done' && <BasketDone basket={basket} safe={finish} />}
          <Problem />
        </div>
        {hasPad && <TouchPad into={cash} />}
      </div>
    </PlaceDialog>
  );
}

/** What is heard of it as it goes on; where it halts, that is an alert of its own. */
function heardWords(basket: Basket, m: Messages): string {
  if (basket.state === 'paying') return progressWords(basket, m);
  return basket.state === 'done' ? m.basket.strip.done(formatRupiah(basket.back ?? 0)) : '';
}

/** Why the last thing that was asked for was not done. */
function Problem() {
  const m = useMessages();
  const problem = useView((view) => view.basketHands.problem);
  const isTooSoon = useView((view) => view.basketHands.isTooSoon);
  const words = problem === null ? (isTooSoon ? m.basket.tooSoon : '') : m.basket.problems[problem];
  return (
    <p className={words === '' ? 'basket-problem' : 'basket-problem form-fault'} role="alert">
      {words}
    </p>
  );
}
