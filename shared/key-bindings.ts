import { err, ok, type Result } from './result.ts';
import { z } from './zod.ts';

/** What a key of the counter does, and may be given another key. Enter, Esc, digits and arrows stay as they are. */
export const keyActions = [
  'product-1',
  'product-2',
  'product-3',
  'product-4',
  'product-5',
  'product-6',
  'other-products',
  'companies',
  'customers',
  'exact-cash',
  'to-basket',
  'basket',
  'reprint',
  'copy',
  'picture',
  'pdf',
  'came-out',
  'check',
  'interim',
  'noted',
  'insist',
  'unresolved',
  'history',
  'reports',
  'lots',
  'shift',
  'lock',
  'notices',
  'backups',
  'printers',
  'settings',
  'keys',
] as const;
export type KeyAction = (typeof keyActions)[number];

/**
 * `F1` … `F12`, `Ctrl+` and a letter or sign, a letter, `+`, or `?`. Not what fields edit with (Ctrl+A, C, V, X, Y, Z); Enter,
 * Esc, Tab, digits and arrows belong to fields and lists.
 */
const comboForm = /^(?:F(?:[1-9]|1[0-2])|Ctrl\+[BD-UW,./;]|[A-Z?+])$/;
export const keyComboSchema = z.string().regex(comboForm);
export type KeyCombo = z.infer<typeof keyComboSchema>;

/** Every action's key. */
export type Keys = Readonly<Record<KeyAction, KeyCombo>>;

export const isKeyCombo = (combo: string): combo is KeyCombo => comboForm.test(combo);

/** The keys as they are until a shop says otherwise. */
export const usualKeys: Keys = {
  'product-1': 'F1',
  'product-2': 'F2',
  'product-3': 'F3',
  'product-4': 'F4',
  'product-5': 'F5',
  'product-6': 'F6',
  'other-products': 'F7',
  companies: 'F8',
  customers: 'Ctrl+N',
  'exact-cash': 'P',
  'to-basket': '+',
  basket: 'F10',
  reprint: 'Ctrl+P',
  copy: 'Ctrl+K',
  picture: 'Ctrl+S',
  pdf: 'Ctrl+F',
  'came-out': 'Ctrl+U',
  check: 'Ctrl+T',
  interim: 'Ctrl+E',
  noted: 'Ctrl+D',
  insist: 'Ctrl+I',
  unresolved: 'Ctrl+B',
  history: 'Ctrl+R',
  reports: 'Ctrl+L',
  lots: 'Ctrl+O',
  shift: 'Ctrl+J',
  lock: 'Ctrl+Q',
  notices: 'Ctrl+M',
  backups: 'Ctrl+G',
  printers: 'Ctrl+H',
  settings: 'Ctrl+,',
  keys: '?',
};

/** A letter alone, and `+`, is typed into numbers and names; at a bill there is only cash to type, and that has neither. */
export const isTyped = (combo: KeyCombo): boolean => /^[A-Z+]$/.test(combo);

/** What is done at a bill, and nowhere else. */
const atBill: ReadonlySet<KeyAction> = new Set(['exact-cash', 'to-basket']);
export const isAtBill = (action: KeyAction): boolean => atBill.has(action);

/** Whether an action may be on a key at all, whatever is on it now. */
export const mayBeOn = (action: KeyAction, combo: KeyCombo): boolean =>
  isKeyCombo(combo) && (!isTyped(combo) || isAtBill(action));

/** The keys that a shop has changed. No two actions on one key, and no letter but for what is done at a bill. */
export const keyBindingsSchema = z
  .partialRecord(z.enum(keyActions), keyComboSchema)
  .refine(
    (changed) => new Set(Object.values({ ...usualKeys, ...changed })).size === keyActions.length,
    'two actions on one key',
  )
  .refine(
    (changed) => keyActions.every((action) => mayBeOn(action, changed[action] ?? usualKeys[action])),
    'a letter for something that is not done at a bill',
  )
  .readonly();
export type KeyBindings = z.infer<typeof keyBindingsSchema>;

/** What an action that gives way may be on: first the keys that are nobody's usual one. */
const freeKeys: readonly KeyCombo[] = [
  ...Array.from({ length: 12 }, (_, index) => `F${index + 1}`),
  ...Array.from('BDEFGHIJKLMNOPQRSTUW./;,', (sign) => `Ctrl+${sign}`),
].toSorted((one, other) => Number(isUsual(one)) - Number(isUsual(other)));

function isUsual(combo: KeyCombo): boolean {
  return Object.values(usualKeys).includes(combo);
}

type NamedKeys = Readonly<Partial<Record<KeyAction, KeyCombo>>>;

/**
 * The keys that a file names, where an action that came with a later version has its usual key on one of them: what the file
 * names stays, and who would have had that key goes to the first free one, which is written down as a change like any other.
 */
function giveWay(named: NamedKeys): NamedKeys {
  const given = new Set(Object.values(named));
  const unnamed = keyActions.filter((action) => named[action] === undefined);
  const giving = unnamed.filter((action) => given.has(usualKeys[action]));
  if (giving.length === 0) return named;
  const taken = new Set([...given, ...unnamed.map((action) => usualKeys[action])]);
  // More keys than actions: there is one for each.
  const free = freeKeys.filter((combo) => !taken.has(combo));
  return {
    ...named,
    ...Object.fromEntries(
      giving.flatMap((action, nth) => free.slice(nth, nth + 1).map((to) => [action, to])),
    ),
  };
}

/** Keys out of a file, which may be older than some of the actions. */
export const filedKeysSchema = z
  .partialRecord(z.enum(keyActions), keyComboSchema)
  .transform(giveWay)
  .pipe(keyBindingsSchema);

const known = new Map<string, Keys>();
/** The answers to whoever asks with the same object again: at every key pressed. */
const answered = new WeakMap<KeyBindings, Keys>();

/** Every action's key in this shop. The same object for the same changes. */
export function keysOf(changed: KeyBindings): Keys {
  const before = answered.get(changed);
  if (before !== undefined) return before;
  const name = JSON.stringify(changed);
  const keys = known.get(name) ?? { ...usualKeys, ...changed };
  known.set(name, keys);
  answered.set(changed, keys);
  return keys;
}

/** Why an action was not given a key: it may not be on it, or `has` is. */
export type KeyRefusal = { readonly code: 'reserved' } | { readonly code: 'taken'; readonly has: KeyAction };

/** Gives an action another key. A key that another action has stays with that. */
export function bind(
  changed: KeyBindings,
  action: KeyAction,
  combo: KeyCombo,
): Result<KeyBindings, KeyRefusal> {
  if (!mayBeOn(action, combo)) return err({ code: 'reserved' });
  const keys = keysOf(changed);
  const has = keyActions.find((other) => other !== action && keys[other] === combo);
  if (has !== undefined) return err({ code: 'taken', has });
  const { [action]: _, ...others } = changed;
  return ok(combo === usualKeys[action] ? others : { ...others, [action]: combo });
}
