import type { Tone } from '../ui/tones.ts';
import type { CounterView, Place } from './counter-view.ts';
import type { EnterKey, Sale } from './sale.ts';

/** What the parts of the counter work with: the one view, and the sale in it. */
export interface CounterTools {
  readonly now: () => number;
  readonly view: () => CounterView;
  readonly change: (step: (view: CounterView) => CounterView) => void;
  /** Takes the sale a step further; answers where it is then. */
  readonly turn: (step: (sale: Sale) => Sale) => Sale;
  /** Goes to a place, or back to the counter. */
  readonly goTo: (place: Place | null) => void;
  /** Heard only where the shop wants to hear it. */
  readonly sound: (tone: Tone) => void;
  readonly enterKey: () => EnterKey;
}
