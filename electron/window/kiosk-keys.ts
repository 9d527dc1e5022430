/** A key going down, as Electron tells it before the page hears of it. */
export interface KioskKey {
  readonly key: string;
  readonly control: boolean;
  readonly meta: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
}

/** Ctrl+Shift+K is the kiosk's own: it asks for the PIN that opens it. */
const isOthersLetter = (key: string): boolean => /^[a-jl-z]$/i.test(key);
const withAlt = new Set(['F4', 'ArrowLeft', 'ArrowRight', 'Home', ' ', 'Tab', 'Escape', 'Enter']);
const withControl = new Set(['+', '-', '=', '_', '0', 'Tab', 'PageUp', 'PageDown', 'Escape']);

/**
 * Whether a key is one that programs or window managers know as a way out of a window, and that no action of the counter is
 * on: Ctrl and a letter stays, since it is an action's here and, without a menu, nobody else's.
 */
export function leavesWindow({ key, control, meta, alt, shift }: KioskKey): boolean {
  if (meta || key.startsWith('Browser')) return true;
  if (alt && withAlt.has(key)) return true;
  if (!control) return false;
  return withControl.has(key) || /^F\d+$/.test(key) || (shift && isOthersLetter(key));
}
