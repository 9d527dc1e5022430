/** The attribute of the one field where typing belongs now. */
export const cursorHere = { 'data-cursor': '' } as const;

/** The one field where typing belongs now: the number, the amounts, or the cash. */
export const cursorField = (): HTMLElement | null => document.querySelector<HTMLElement>('[data-cursor]');

/** Puts the cursor there, so that the key going down now is typed there. */
export function takeCursor(): void {
  const field = cursorField();
  if (document.activeElement !== field) field?.focus();
}

/** Puts the cursor there at a new step: what the field still holds is selected, so that typing replaces it. */
export function takeCursorAnew(): void {
  const field = cursorField();
  field?.focus();
  if (field instanceof HTMLInputElement) field.select();
}
