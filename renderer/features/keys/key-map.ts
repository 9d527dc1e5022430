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
  | { readonly do: 'back' | 'exact-cash' | 'check' | 'interim' | 'noted' }
  /** About the receipt that is shown. */
  | { readonly do: 'reprint' | 'came-out' | 'copy' | 'picture' | 'pdf' }
  /** In the list of what is not certain, about what is looked at there. */
  | { readonly do: 'look' | 'decide' | 'show-chosen' | 'print-list' }
  /** In the list of papers: the one of these answers that the paper looked at takes. */
  | { readonly do: 'answer-paper'; readonly answers: readonly PaperAnswer[] }
  | { readonly do: 'quick-cash' | 'denomination'; readonly index: number }
  | { readonly do: 'open'; readonly place: Place };

/** The products with a key of their own, in its order. A key stays with its product, sold here or not. */
export const productKeys = [
  ['F1', 'pln-postpaid'],
  ['F2', 'pln-prepaid'],
  ['F3', 'pln-nontaglis'],
  ['F4', 'telkom-pstn'],
  ['F5', 'bpjs'],
  ['F6', 'pdam'],
] as const satisfies readonly (readonly [key: string, product: ProductId])[];

/** Opens the list of all other products. */
export const otherProductsKey = 'F7';
/** Opens the list of a product's companies or cities. */
export const serviceKey = 'F8';

const placeKeys: Readonly<Record<string, Place>> = {
  [otherProductsKey]: 'products',
  [serviceKey]: 'services',
};

const ctrlKeys: Readonly<Record<string, KeyCommand>> = {
  p: { do: 'reprint' },
  k: { do: 'copy' },
  s: { do: 'picture' },
  f: { do: 'pdf' },
  u: { do: 'came-out' },
  b: { do: 'open', place: 'unresolved' },
  t: { do: 'check' },
  e: { do: 'interim' },
  d: { do: 'noted' },
  i: { do: 'open', place: 'insist' },
  m: { do: 'open', place: 'notices' },
  g: { do: 'open', place: 'backups' },
  h: { do: 'open', place: 'printers' },
  ',': { do: 'open', place: 'settings' },
};

/** The keys of the list of what is not certain. */
const listKeys: Readonly<Record<string, KeyCommand>> = {
  t: { do: 'check' },
  e: { do: 'interim' },
  l: { do: 'look' },
  d: { do: 'decide' },
  o: { do: 'show-chosen' },
  p: { do: 'print-list' },
  j: { do: 'open', place: 'take-for-final' },
};

/** The keys of the list of papers. What prints is one key, whether it was not printed at all or must be again. */
const paperKeys: Readonly<Record<string, KeyCommand>> = {
  p: { do: 'answer-paper', answers: ['print', 'did-not-come-out'] },
  u: { do: 'answer-paper', answers: ['came-out'] },
  d: { do: 'answer-paper', answers: ['leave'] },
};

/** The places that have keys of their own. */
const keysOfPlace: Readonly<Partial<Record<Place, Readonly<Record<string, KeyCommand>>>>> = {
  unresolved: listKeys,
  printers: paperKeys,
};

const digitOf = (code: string): number | undefined => {
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1];
  return digit === undefined ? undefined : Number(digit);
};

/**
 * What a key means here, or `null` where it is left to the field that has the focus. A key held down means
 * nothing: everything on the counter happens once a press.
 */
export function commandFor(press: KeyPress, step: Sale['step'], place: Place | null): KeyCommand | null {
  const { key, code, ctrl, alt, repeat } = press;
  if (repeat) return null;
  const isCtrl = ctrl && !alt;
  // A place has its own keys, and what is half typed in the settings must not be lost to a product key.
  if (place !== null) return isCtrl ? (keysOfPlace[place]?.[key.toLowerCase()] ?? null) : null;
  if (isCtrl) return ctrlKeys[key.toLowerCase()] ?? null;
  if (!ctrl && !alt) {
    const own = productKeys.find(([productKey]) => productKey === key);
    if (own !== undefined) return { do: 'product', product: own[1] };
    const opens = placeKeys[key];
    if (opens !== undefined) return { do: 'open', place: opens };
  }
  const digit = digitOf(code);
  if (alt) {
    return step === 'bill' && digit !== undefined && digit <= 4
      ? { do: 'quick-cash', index: digit - 1 }
      : null;
  }
  if (key === 'Escape') return { do: 'back' };
  if (key === '?') return { do: 'open', place: 'keys' };
  if (step === 'bill' && key.toLowerCase() === 'p') return { do: 'exact-cash' };
  if (step === 'offer' && digit !== undefined) return { do: 'denomination', index: digit - 1 };
  return null;
}
