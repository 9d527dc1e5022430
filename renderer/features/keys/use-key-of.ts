import type { KeyAction, KeyCombo } from '../../../shared/key-bindings.ts';
import { keysNow } from '../../store/counter-view.ts';
import { useView } from '../../store/use-counter.ts';
import { keyShown } from './key-map.ts';

/** The key of an action as its cap says it here: the shop's, or that of the list that is open. */
export const useKeyOf = (action: KeyAction): KeyCombo =>
  useView((view) => keyShown(action, view.place, keysNow(view)));
