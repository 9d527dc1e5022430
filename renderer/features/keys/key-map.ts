import type { Messages } from '../../../shared/i18n/messages.ts';
import {
  isAtBill,
  isKeyCombo,
  isTyped,
  keyActions,
  type KeyAction,
  type KeyCombo,
  type Keys,
} from '../../../shared/key-bindings.ts';
import type { PaperAnswer } from '../../../shared/contract/printing.ts';
import type { ProductId } from '../../../shared/products.ts';
import type { Place } from '../../store/counter-view.ts';
import type { Sale } from '../../store/sale.ts';

/** A key going down, without the DOM. */
export interface KeyPress {
  readonly key: string;
  /** The physical key: Alt changes what `key` says on some layouts. */
  readonly code: string;
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly repeat: boolean;
}

/** What a key asks for anywhere on the counter. Enter is not here: it belongs to the field or button it is in. */
export type KeyCommand =
  | { readonly do: 'product'; readonly product: ProductId }
  | { readonly do: 'back' | 'exact-cash' | 'to-basket' | 'check' | 'interim' | 'noted' | 'lock' }
  /** About the receipt that is shown. */
  | { readonly do: 'reprint' | 'came-out' | 'copy' | 'picture' | 'pdf' }
  /** In the list of what is not certain, about what is looked at there. */
  | { readonly do: 'look' | 'decide' | 'show-chosen' | 'print-list' }
  /** In the list of customers, about the one that is looked at there. */
  | { readonly do: 'forget-customer' }
  /** In the list of papers: the one of these answers that the paper looked at takes. */
  | { readonly do: 'answer-paper'; readonly answers: readonly PaperAnswer[] }
  | { readonly do: 'quick-cash' | 'denomination'; readonly index: number }
  | { readonly do: 'open'; readonly place: Place };

/** The products with a key of their own, in its order. A key stays with its product, sold here or not. */
export const productActions = [
  ['product-1', 'pln-postpaid'],
  ['product-2', 'pln-prepaid'],
  ['product-3', 'pln-nontaglis'],
  ['product-4', 'telkom-pstn'],
  ['product-5', 'bpjs'],
  ['product-6', 'pdam'],
] as const satisfies readonly (readonly [action: KeyAction, product: ProductId])[];

/** What each action asks for. Which key it is on is the shop's (`shared/key-bindings.ts`). */
const commandOf: Readonly<Record<KeyAction, KeyCommand>> = {
  'product-1': { do: 'product', product: 'pln-postpaid' },
  'product-2': { do: 'product', product: 'pln-prepaid' },
  'product-3': { do: 'product', product: 'pln-nontaglis' },
  'product-4': { do: 'product', product: 'telkom-pstn' },
  'product-5': { do: 'product', product: 'bpjs' },
  'product-6': { do: 'product', product: 'pdam' },
  'other-products': { do: 'open', place: 'products' },
  companies: { do: 'open', place: 'services' },
  customers: { do: 'open', place: 'customers' },
  'exact-cash': { do: 'exact-cash' },
  'to-basket': { do: 'to-basket' },
  basket: { do: 'open', place: 'basket' },
  reprint: { do: 'reprint' },
  copy: { do: 'copy' },
  picture: { do: 'picture' },
  pdf: { do: 'pdf' },
  'came-out': { do: 'came-out' },
  check: { do: 'check' },
  interim: { do: 'interim' },
  noted: { do: 'noted' },
  insist: { do: 'open', place: 'insist' },
  unresolved: { do: 'open', place: 'unresolved' },
  history: { do: 'open', place: 'history' },
  reports: { do: 'open', place: 'reports' },
  lots: { do: 'open', place: 'lots' },
  shift: { do: 'open', place: 'shift' },
  lock: { do: 'lock' },
  notices: { do: 'open', place: 'notices' },
  backups: { do: 'open', place: 'backups' },
  printers: { do: 'open', place: 'printers' },
  settings: { do: 'open', place: 'settings' },
  keys: { do: 'open', place: 'keys' },
};

/** A key of a list, with its words in the list of all keys: those of the counter's action, or its own. */
export interface ListKey {
  readonly combo: KeyCombo;
  readonly command: KeyCommand;
  readonly words: { readonly action: NamedAction } | { readonly inList: keyof Messages['keys']['inList'] };
}
type NamedAction = keyof Messages['keys']['actions'];

const same = (combo: KeyCombo, action: NamedAction): ListKey => ({
  combo,
  command: commandOf[action],
  words: { action },
});

/** The keys of the places that have some of their own. They are the same in every shop. */
export const keysOfPlace = {
  unresolved: {
    check: same('Ctrl+T', 'check'),
    interim: same('Ctrl+E', 'interim'),
    look: { combo: 'Ctrl+L', command: { do: 'look' }, words: { inList: 'look' } },
    decide: { combo: 'Ctrl+D', command: { do: 'decide' }, words: { inList: 'decide' } },
    show: { combo: 'Ctrl+O', command: { do: 'show-chosen' }, words: { inList: 'showChosen' } },
    print: { combo: 'Ctrl+P', command: { do: 'print-list' }, words: { inList: 'printList' } },
    final: {
      combo: 'Ctrl+J',
      command: { do: 'open', place: 'take-for-final' },
      words: { inList: 'takeForFinal' },
    },
  },
  // What prints is one key, whether it was not printed at all or must be again.
  printers: {
    print: {
      combo: 'Ctrl+P',
      command: { do: 'answer-paper', answers: ['print', 'did-not-come-out'] },
      words: { inList: 'printPaper' },
    },
    'came-out': {
      combo: 'Ctrl+U',
      command: { do: 'answer-paper', answers: ['came-out'] },
      words: { action: 'came-out' },
    },
    leave: {
      combo: 'Ctrl+D',
      command: { do: 'answer-paper', answers: ['leave'] },
      words: { inList: 'leavePaper' },
    },
  },
  customers: {
    forget: {
      combo: 'Ctrl+D',
      command: { do: 'forget-customer' },
      words: { inList: 'forgetCustomer' },
    },
  },
} as const satisfies Readonly<Partial<Record<Place, Readonly<Record<string, ListKey>>>>>;

/** The keys of the history, about the payment whose details are open: that place sees to them itself. */
export const historyKeys = {
  reprint: { combo: 'Ctrl+P', words: { action: 'reprint' } },
  copy: { combo: 'Ctrl+K', words: { action: 'copy' } },
  picture: { combo: 'Ctrl+S', words: { action: 'picture' } },
  pdf: { combo: 'Ctrl+F', words: { action: 'pdf' } },
  check: { combo: 'Ctrl+T', words: { action: 'check' } },
  show: { combo: 'Ctrl+O', words: { inList: 'showChosen' } },
  refund: { combo: 'Ctrl+D', words: { inList: 'refund' } },
} as const satisfies Readonly<Record<string, Omit<ListKey, 'command'>>>;

/** The keys of the open shift: that place sees to them itself. */
export const shiftKeys = {
  in: { combo: 'F1', words: { inList: 'cashIn' } },
  out: { combo: 'F2', words: { inList: 'cashOut' } },
  close: { combo: 'F4', words: { inList: 'closeShift' } },
  'print-x': { combo: 'Ctrl+P', words: { inList: 'printX' } },
} as const satisfies Readonly<Record<string, Omit<ListKey, 'command'>>>;

/** The keys of the reports: that place sees to them itself. */
export const reportKeys = {
  xlsx: { combo: 'Ctrl+S', words: { inList: 'saveExcel' } },
  csv: { combo: 'Ctrl+K', words: { inList: 'saveCsv' } },
  pdf: { combo: 'Ctrl+F', words: { inList: 'saveReportPdf' } },
  open: { combo: 'Ctrl+O', words: { inList: 'openStatement' } },
} as const satisfies Readonly<Record<string, Omit<ListKey, 'command'>>>;

/** The keys of the collective payments: that place sees to them itself. */
export const lotKeys = {
  ask: { combo: 'F1', words: { inList: 'lotAsk' } },
  pay: { combo: 'F2', words: { inList: 'lotPay' } },
  groups: { combo: 'F3', words: { inList: 'lotGroups' } },
  stop: { combo: 'F4', words: { inList: 'lotStop' } },
  close: { combo: 'F9', words: { inList: 'lotClose' } },
  recap: { combo: 'Ctrl+P', words: { inList: 'lotRecap' } },
  receipts: { combo: 'Ctrl+U', words: { inList: 'lotReceipts' } },
  xlsx: { combo: 'Ctrl+S', words: { inList: 'lotXlsx' } },
  csv: { combo: 'Ctrl+K', words: { inList: 'lotCsv' } },
  pdf: { combo: 'Ctrl+F', words: { inList: 'lotPdf' } },
  show: { combo: 'Ctrl+O', words: { inList: 'showChosen' } },
} as const satisfies Readonly<Record<string, Omit<ListKey, 'command'>>>;

/** Those of their groups. A table goes out by the same keys as a lot. */
export const groupKeys = {
  new: { combo: 'F1', words: { inList: 'groupNew' } },
  save: { combo: 'F2', words: { inList: 'groupSave' } },
  import: { combo: 'F3', words: { inList: 'groupImport' } },
  remove: { combo: 'F9', words: { inList: 'groupRemove' } },
} as const satisfies Readonly<Record<string, Omit<ListKey, 'command'>>>;

const listKeys: ReadonlyMap<Place, readonly ListKey[]> = new Map(
  Object.entries(keysOfPlace).map(([place, keys]) => [place as Place, Object.values(keys)]),
);

/** The key of a basket that is done: that place sees to it itself. */
export const basketKeys = {
  recap: { combo: 'Ctrl+P', words: { inList: 'printRecap' } },
} as const satisfies Readonly<Record<string, Omit<ListKey, 'command'>>>;

/** The key of an action as it is written on a cap: the list's, where one is open that has its own, else the shop's. */
export const keyShown = (action: KeyAction, place: Place | null, keys: Keys): KeyCombo =>
  (place === null ? undefined : listKeys.get(place))?.find(({ command }) => command === commandOf[action])
    ?.combo ?? keys[action];

/** The key that went down, as a shop's settings write it; `undefined` for one that no action can be on. */
export function comboOf({ key, ctrl, alt }: Pick<KeyPress, 'key' | 'ctrl' | 'alt'>): KeyCombo | undefined {
  if (alt) return undefined;
  const combo = `${ctrl ? 'Ctrl+' : ''}${key.length === 1 ? key.toUpperCase() : key}`;
  return isKeyCombo(combo) ? combo : undefined;
}

const digitOf = (code: string): number | undefined => {
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1];
  return digit === undefined ? undefined : Number(digit);
};

/**
 * What a key means here, or `null` where it is left to the field that has the focus. A key held down means
 * nothing: everything on the counter happens once a press.
 */
export function commandFor(
  press: KeyPress,
  step: Sale['step'],
  place: Place | null,
  keys: Keys,
): KeyCommand | null {
  const { key, code, ctrl, alt, repeat } = press;
  if (repeat) return null;
  const combo = comboOf(press);
  // A place has its own keys, and what is half typed in the settings must not be lost to a product key.
  if (place !== null) {
    const own = listKeys.get(place)?.find((each) => each.combo === combo);
    if (own !== undefined) return own.command;
    // Whoever walks away from a place locks it like the counter, unless the key could be meant for a field.
    return combo === keys.lock && ctrl ? commandOf.lock : null;
  }
  const action = keyActions.find((each) => keys[each] === combo);
  if (action !== undefined && combo !== undefined) {
    // A key that could be typed works at a bill only: anywhere else it is.
    const isHere = step === 'bill' || (!isAtBill(action) && !isTyped(combo));
    if (isHere) return commandOf[action];
  }
  if (ctrl && !alt) return null;
  const digit = digitOf(code);
  if (alt) {
    return step === 'bill' && digit !== undefined && digit <= 4
      ? { do: 'quick-cash', index: digit - 1 }
      : null;
  }
  if (key === 'Escape') return { do: 'back' };
  if (step === 'offer' && digit !== undefined) return { do: 'denomination', index: digit - 1 };
  return null;
}
