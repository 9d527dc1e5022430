import type { Messages } from '../../../shared/i18n/messages.ts';
import type { KeyAction } from '../../../shared/key-bindings.ts';
import {
  basketKeys,
  groupKeys,
  historyKeys,
  keysOfPlace,
  lotKeys,
  productActions,
  reportKeys,
  shiftKeys,
  type ListKey,
} from './key-map.ts';

/** A line of the list of all keys. */
export type KeyLine =
  /** What a shop may put on another key. */
  | { readonly action: KeyAction }
  /** What stays on its key everywhere. */
  | { readonly key: string; readonly does: FixedWords }
  /** What a list has keys of its own for. */
  | { readonly listKey: Omit<ListKey, 'command'> };

type FixedWords = 'ask' | 'pay' | 'quick' | 'extras' | 'denomination' | 'arrows' | 'escape';

export interface KeyGroup {
  readonly title: keyof Messages['keys']['groups'];
  readonly lines: readonly KeyLine[];
}

const action = (name: KeyAction): KeyLine => ({ action: name });
const fixed = (key: string, does: FixedWords): KeyLine => ({ key, does });
const inList = (keys: Readonly<Record<string, Omit<ListKey, 'command'>>>): readonly KeyLine[] =>
  Object.values(keys).map((listKey) => ({ listKey }));

/** The keys of the counter itself. */
const counterKeys: readonly KeyGroup[] = [
  {
    title: 'product',
    lines: [
      ...productActions.map(([name]) => action(name)),
      action('other-products'),
      action('companies'),
      action('customers'),
    ],
  },
  {
    title: 'sale',
    lines: [
      fixed('Enter', 'ask'),
      fixed('Tab', 'extras'),
      fixed('1 – 9', 'denomination'),
      fixed('← ↑ ↓ →', 'arrows'),
      action('exact-cash'),
      fixed('Alt+1 … 4', 'quick'),
      fixed('Enter', 'pay'),
      action('to-basket'),
      action('basket'),
      action('insist'),
      action('noted'),
      fixed('Esc', 'escape'),
    ],
  },
  {
    title: 'receipt',
    lines: [
      action('reprint'),
      action('came-out'),
      action('copy'),
      action('picture'),
      action('pdf'),
      action('interim'),
      action('check'),
    ],
  },
  {
    title: 'places',
    lines: [
      action('unresolved'),
      action('history'),
      action('reports'),
      action('lots'),
      action('shift'),
      action('lock'),
      action('printers'),
      action('notices'),
      action('backups'),
      action('settings'),
      action('keys'),
    ],
  },
];

/** What is on keys only in a place that is open. */
const placeKeys: readonly KeyGroup[] = [
  { title: 'basket', lines: inList(basketKeys) },
  { title: 'list', lines: inList(keysOfPlace.unresolved) },
  { title: 'papers', lines: inList(keysOfPlace.printers) },
  { title: 'customers', lines: inList(keysOfPlace.customers) },
  { title: 'history', lines: inList(historyKeys) },
  { title: 'shift', lines: inList(shiftKeys) },
  { title: 'reports', lines: inList(reportKeys) },
  { title: 'lots', lines: [...inList(groupKeys), ...inList(lotKeys)] },
];

/** The list of all keys, in two parts. */
export const keyParts = { counter: counterKeys, places: placeKeys } as const;
export type KeyPart = keyof typeof keyParts;

/** Every key there is: what the list of all keys shows, and, of what can be changed, the page of the settings. */
export const keyTable: readonly KeyGroup[] = [...counterKeys, ...placeKeys];

/** What an action does, in words; a product's key is that product's. */
export function actionWords(name: KeyAction, m: Messages): string {
  const product = productActions.find(([each]) => each === name)?.[1];
  if (product !== undefined) return m.products[product].name;
  return name in m.keys.actions ? m.keys.actions[name as keyof typeof m.keys.actions] : name;
}
