import * as fc from 'fast-check';
import {
  bind,
  keyActions,
  type KeyAction,
  type KeyBindings,
  type KeyCombo,
} from '../../../shared/key-bindings.ts';

const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');

/** Every key there is, allowed or not. */
export const combos: readonly KeyCombo[] = [
  ...Array.from({ length: 12 }, (_, index) => `F${index + 1}`),
  ...letters.map((letter) => `Ctrl+${letter}`),
  ...letters,
  ...Array.from(',./;', (sign) => `Ctrl+${sign}`),
  '?',
  '+',
];

/** What somebody tries on the page of the keys, one after the other. */
export const tries = fc.array(
  fc.tuple(fc.constantFrom<KeyAction>(...keyActions), fc.constantFrom(...combos)),
  { maxLength: 60 },
);

/** What becomes of that: whatever is refused changes nothing. */
export const bindings: fc.Arbitrary<KeyBindings> = tries.map((all) =>
  all.reduce<KeyBindings>((changed, [action, combo]) => {
    const next = bind(changed, action, combo);
    return next.ok ? next.value : changed;
  }, {}),
);
