import { productIds, type ProductId } from '../../../shared/products.ts';
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
  | { readonly do: 'back' | 'reprint' | 'copy' | 'picture' | 'exact-cash' }
  | { readonly do: 'quick-cash' | 'denomination'; readonly index: number }
  | { readonly do: 'open'; readonly place: Place };

export const productKeys: Readonly<Record<ProductId, string>> = {
  'pln-postpaid': 'F1',
  'pln-prepaid': 'F2',
  'pln-nontaglis': 'F3',
  'telkom-pstn': 'F4',
};

const ctrlKeys: Readonly<Record<string, KeyCommand>> = {
  p: { do: 'reprint' },
  k: { do: 'copy' },
  s: { do: 'picture' },
  b: { do: 'open', place: 'unresolved' },
  ',': { do: 'open', place: 'settings' },
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
  // A place has its own keys, and what is half typed in the settings must not be lost to a product key.
  if (place !== null) return null;
  const product = productIds.find((id) => productKeys[id] === key);
  if (product !== undefined && !ctrl && !alt) return { do: 'product', product };
  if (ctrl && !alt) return ctrlKeys[key.toLowerCase()] ?? null;
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
