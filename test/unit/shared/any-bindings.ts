import * as fc from 'fast-check';
import {
  bind,
  keyActions,
  mayBeOn,
  usualKeys,
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
const tries = fc.array(fc.tuple(fc.constantFrom<KeyAction>(...keyActions), fc.constantFrom(...combos)), {
  maxLength: 60,
});

/** What becomes of that: whatever is refused changes nothing. */
export const bindings: fc.Arbitrary<KeyBindings> = tries.map((all) =>
  all.reduce<KeyBindings>((changed, [action, combo]) => {
    const next = bind(changed, action, combo);
    return next.ok ? next.value : changed;
  }, {}),
);

/** A shop's keys at a time when some of today's actions were not there: every action's of that time, and what was stored. */
export interface FormerKeys {
  readonly keys: Readonly<Partial<Record<KeyAction, KeyCombo>>>;
  readonly stored: KeyBindings;
}

/** By the rule that always held: a key that another action has, of those there are, is refused. */
export const formerKeys: fc.Arbitrary<FormerKeys> = fc
  .tuple(fc.subarray([...keyActions]), tries)
  .map(([actions, all]) => {
    const keys = new Map<KeyAction, KeyCombo>(actions.map((action) => [action, usualKeys[action]]));
    for (const [action, combo] of all)
      if (keys.has(action) && mayBeOn(action, combo) && ![...keys.values()].includes(combo))
        keys.set(action, combo);
    const changed = [...keys].filter(([action, combo]) => combo !== usualKeys[action]);
    return { keys: Object.fromEntries(keys), stored: Object.fromEntries(changed) };
  });
