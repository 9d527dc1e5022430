import { use, useEffect } from 'react';
import { suggestCash } from '../cash/suggest-cash.ts';
import { CounterContext } from '../../store/use-counter.ts';
import type { Counter } from '../../store/counter.ts';
import { takeCursor } from '../../ui/cursor.ts';
import { commandFor, type KeyCommand } from './key-map.ts';

/** Listens to the keys that work anywhere on the counter. */
export function useCounterKeys(): void {
  const counter = use(CounterContext);
  useEffect(() => {
    if (counter === null) return;
    const down = (event: KeyboardEvent): void => keyDown(counter, event);
    const up = (event: KeyboardEvent): void => {
      if (event.key === 'Enter') counter.commands.enterUp();
    };
    // Before any field or button: whether Enter is down must be known before what it does.
    window.addEventListener('keydown', down, { capture: true });
    window.addEventListener('keyup', up, { capture: true });
    return () => {
      window.removeEventListener('keydown', down, { capture: true });
      window.removeEventListener('keyup', up, { capture: true });
    };
  }, [counter]);
}

function keyDown(counter: Counter, event: KeyboardEvent): void {
  if (event.key === 'Enter') counter.commands.enterDown();
  const { sale, place } = counter.store.getState();
  const { key, code, altKey: alt, repeat } = event;
  const ctrl = event.ctrlKey || event.metaKey;
  const command = commandFor({ key, code, ctrl, alt, repeat }, sale.step, place);
  if (command !== null) {
    event.preventDefault();
    carryOut(counter, command);
    return;
  }
  // A digit typed after a click somewhere else still goes where digits belong.
  const elsewhere = !(document.activeElement instanceof HTMLInputElement);
  if (place === null && elsewhere && key.length === 1 && key !== ' ' && !ctrl && !alt) takeCursor();
}

function carryOut({ store, commands }: Counter, command: KeyCommand): void {
  const { sale } = store.getState();
  switch (command.do) {
    case 'product':
      commands.chooseProduct(command.product);
      return takeCursor();
    case 'back':
      return commands.stepBack();
    case 'reprint':
      return commands.reprint();
    case 'copy':
      return commands.copyText();
    case 'picture':
      return commands.savePicture();
    case 'open':
      return commands.open(command.place);
    case 'exact-cash':
      return sale.step === 'bill' ? commands.typeCash(String(sale.quote.total)) : undefined;
    case 'quick-cash': {
      const sum = sale.step === 'bill' ? suggestCash(sale.quote.total)[command.index] : undefined;
      return sum === undefined ? undefined : commands.typeCash(String(sum));
    }
    case 'denomination': {
      const amount = sale.step === 'offer' ? sale.offer.denominations[command.index] : undefined;
      return amount === undefined ? undefined : commands.chooseDenomination(amount);
    }
  }
}
