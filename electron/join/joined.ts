import type { SaleJoined } from '../app/join-sale.ts';
import type { Windows } from '../window/windows.ts';
import type { RuledFoundation } from './foundation.ts';
import type { CounterJoined } from './join-counter.ts';
import type { PrintingJoined } from './join-printing.ts';
import type { ScreensJoined } from './join-screens.ts';
import type { SellersJoined } from './join-sellers.ts';
import type { Book } from './open-book.ts';

/** The whole program but what the window asks of it and what it does by itself. */
export interface Joined {
  readonly foundation: RuledFoundation;
  readonly book: Book;
  readonly sellers: SellersJoined;
  readonly counter: CounterJoined;
  readonly printing: PrintingJoined;
  readonly sale: SaleJoined;
  readonly screens: ScreensJoined;
  readonly windows: Windows;
}
