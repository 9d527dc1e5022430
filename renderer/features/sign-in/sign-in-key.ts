import type { KeyPress } from '../keys/key-map.ts';

/** What a key means at the locked screen. `leave`: what has the focus takes it. `nothing`: it reaches nothing at all. */
export type SignInKey =
  | { readonly do: 'choose'; readonly index: number }
  | { readonly do: 'type'; readonly digit: string }
  | { readonly do: 'erase' | 'back' | 'submit' | 'leave' | 'nothing' };

/**
 * By the physical key: with Num Lock off the digits of the pad are arrows, with Shift or Caps Lock those of the row are
 * signs, and a PIN is digits all the same. `isOnButton`: a button other than the field has the focus.
 */
export function signInKey(press: KeyPress, hasChosen: boolean, isOnButton: boolean): SignInKey {
  const { key, code, ctrl, alt, repeat } = press;
  if (key === 'Tab') return { do: 'leave' };
  if (ctrl || alt) return { do: 'nothing' };
  if (isOnButton && (key === 'Enter' || key === ' ')) return { do: repeat ? 'nothing' : 'leave' };
  if (repeat && key !== 'Backspace') return { do: 'nothing' };
  const digit = /^(?:Digit|Numpad)([0-9])$/.exec(code)?.[1] ?? (/^[0-9]$/.test(key) ? key : undefined);
  if (digit !== undefined) {
    if (hasChosen) return { do: 'type', digit };
    return digit === '0' ? { do: 'nothing' } : { do: 'choose', index: Number(digit) - 1 };
  }
  if (key === 'Backspace') return { do: 'erase' };
  if (key === 'Escape') return { do: 'back' };
  return { do: key === 'Enter' ? 'submit' : 'nothing' };
}
