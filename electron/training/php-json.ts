/**
 * JSON as PHP's `json_encode` writes it by default: `/` as `\/`, everything beyond ASCII as `\uxxxx`.
 * Outside strings JSON has no slash, so the replacement is safe on the whole text.
 */
export const phpJson = (value: object): string =>
  JSON.stringify(value)
    .replaceAll('/', '\\/')
    .replaceAll(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
