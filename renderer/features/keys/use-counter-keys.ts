import { use, useLayoutEffect } from 'react';
import { amountDue } from '../../../shared/payment/quote.ts';
import { suggestCash } from '../cash/suggest-cash.ts';
import { CounterContext } from '../../store/use-counter.ts';
import type { Counter } from '../../store/counter.ts';
import { keysNow } from '../../store/counter-view.ts';
import { isLocked } from '../../store/sign-in.ts';
import { takeCursor } from '../../ui/cursor.ts';
import { beginsBurst, burstGapMs, isScanOf, enterFrom, isAlone, type Stroke } from './key-bursts.ts';
import { commandFor, type KeyCommand } from './key-map.ts';

/** As many strokes as a scan can be long, and more. */
const keptStrokes = 64;

/** What has been pressed, and since when the bill is there: by the clock of the key events. */
interface Typed {
  strokes: readonly Stroke[];
  billAt: number;
}

/** Listens to the keys that work anywhere on the counter. */
export function useCounterKeys(): void {
  const counter = use(CounterContext);
  // Before it is seen: no key is lost that somebody presses at once.
  useLayoutEffect(() => {
    if (counter === null) return;
    const typed: Typed = { strokes: [], billAt: Number.NEGATIVE_INFINITY };
    const down = (event: KeyboardEvent): void => keyDown(counter, typed, event);
    const up = (event: KeyboardEvent): void => {
      if (event.key === 'Enter') counter.commands.enterUp();
    };
    const unwatch = counter.store.subscribe(({ sale, place }, before) => {
      const isBill = sale.step === 'bill' && before.sale.step !== 'bill';
      const isBasket = place === 'basket' && before.place !== 'basket';
      if (isBill || isBasket) typed.billAt = performance.now();
    });
    // Before any field or button: whether Enter is down must be known before what it does.
    window.addEventListener('keydown', down, { capture: true });
    window.addEventListener('keyup', up, { capture: true });
    return () => {
      unwatch();
      window.removeEventListener('keydown', down, { capture: true });
      window.removeEventListener('keyup', up, { capture: true });
    };
  }, [counter]);
}

function keyDown(counter: Counter, typed: Typed, event: KeyboardEvent): void {
  // The locked screen takes the keys itself.
  if (isLocked(counter.store.getState().counter)) return;
  if (event.key === 'Enter') {
    counter.commands.enterDown();
    if (!event.repeat) enterDown(counter, typed, event);
  }
  const stroke = note(typed, event);
  const { sale, place } = counter.store.getState();
  const { key, code, altKey: alt, repeat } = event;
  const ctrl = event.ctrlKey || event.metaKey;
  const command = commandFor(
    { key, code, ctrl, alt, repeat },
    sale.step,
    place,
    keysNow(counter.store.getState()),
  );
  if (command !== null) {
    event.preventDefault();
    if (command.do === 'denomination') {
      // The scanner's next digit would only come after this one has chosen.
      setTimeout(() => isAlone(typed.strokes, stroke) && carryOut(counter, command), burstGapMs);
      return;
    }
    const isTypedToo = command.do === 'exact-cash' || command.do === 'to-basket';
    if (!isTypedToo || beginsBurst(typed.strokes, stroke)) carryOut(counter, command);
    return;
  }
  // A digit typed after a click somewhere else still goes where digits belong.
  const elsewhere = !(document.activeElement instanceof HTMLInputElement);
  if (place === null && elsewhere && key.length === 1 && key !== ' ' && !ctrl && !alt) takeCursor();
}

/** Remembers a character key or Enter. */
function note(typed: Typed, { key, timeStamp: at, ctrlKey, metaKey, repeat }: KeyboardEvent): Stroke {
  const stroke = { key, at };
  const counts = (key.length === 1 && !ctrlKey && !metaKey) || key === 'Enter';
  if (counts && !repeat) typed.strokes = [...typed.strokes, stroke].slice(-keptStrokes);
  return stroke;
}

/** An Enter that no hand pressed reaches neither the cash nor a button; one that ends a scanned number says so. */
function enterDown({ store, commands }: Counter, { strokes, billAt }: Typed, event: KeyboardEvent): void {
  const { sale, place, counter, basketHands } = store.getState();
  if (place === null && (sale.step === 'number' || sale.step === 'done')) {
    if (isScanOf(strokes, event.timeStamp, sale.entry.draft)) commands.noteScan();
    return;
  }
  const isBasket = place === 'basket';
  if (!isBasket && (place !== null || (sale.step !== 'bill' && sale.step !== 'offer'))) return;
  const from = enterFrom(strokes, event.timeStamp, billAt);
  const takesCash = isBasket && counter?.basket?.state === 'open';
  const cash = takesCash ? basketHands.cash : !isBasket && sale.step === 'bill' ? sale.cash : '';
  const isRefused = from === 'scanner' || (from === 'haste' && cash !== '');
  if (!isRefused) return;
  event.preventDefault();
  event.stopPropagation();
  if (from !== 'scanner') return;
  if (takesCash) commands.dropBasketScan();
  else if (!isBasket) commands.dropScan();
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
    case 'came-out':
      return commands.cameOut();
    case 'picture':
      return commands.savePicture();
    case 'pdf':
      return commands.savePdf();
    case 'check':
      return commands.check();
    case 'lock':
      return commands.lock();
    case 'forget-customer':
      return commands.forgetCustomer();
    case 'interim':
      return commands.printInterim();
    case 'noted':
      return commands.noted();
    case 'to-basket':
      return commands.toBasket();
    case 'look':
      return commands.look();
    case 'decide':
      return commands.decide();
    case 'show-chosen':
      return commands.showChosen();
    case 'print-list':
      return commands.printList();
    case 'answer-paper':
      return commands.answerPaper(command.answers);
    case 'open':
      return commands.open(command.place);
    case 'exact-cash':
      return sale.step === 'bill' ? commands.typeCash(String(amountDue(sale.quote))) : undefined;
    case 'quick-cash': {
      const sum = sale.step === 'bill' ? suggestCash(amountDue(sale.quote))[command.index] : undefined;
      return sum === undefined ? undefined : commands.typeCash(String(sum));
    }
    case 'denomination': {
      const amount = sale.step === 'offer' ? sale.offer.denominations[command.index] : undefined;
      return amount === undefined ? undefined : commands.chooseDenomination(amount);
    }
  }
}
