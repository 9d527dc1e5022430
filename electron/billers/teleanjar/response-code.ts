/**
 * What stands in `response`. Success is exactly `SWT:0000`; a refusal is another `SWT:` code or free text,
 * often behind `KILLME:`, which is a word to the client program and not to the cashier.
 */
export type ResponseCode =
  | { readonly kind: 'success' }
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'text'; readonly text: string };

export function readResponseCode(response: string): ResponseCode {
  if (response === 'SWT:0000') return { kind: 'success' };
  const code = /^SWT:(\d{4})$/.exec(response)?.[1];
  // `SWT:0000` with a blank or in other letters is not success, and must not pass for one later.
  if (code !== undefined && code !== '0000') return { kind: 'code', code };
  const text = response
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/^KILLME:\s*/, '');
  return { kind: 'text', text: text.slice(0, 300) };
}

/**
 * PLN switching codes that are given before the product's owner is asked to take the payment, so that nothing
 * was or will be paid: number or denomination wrong (0013–0015), customer blocked (0016, 0077), message, bank,
 * switch or product not known (0030–0033), outside the limits (0041, 0042, 0047), registration expired (0048),
 * bill not available (0089), cut-off (0090). Teleanjar publishes no list; every other code and every text
 * leaves a payment `unknown`.
 */
const finalAtPayment: ReadonlySet<string> = new Set([
  '0013',
  '0014',
  '0015',
  '0016',
  '0030',
  '0031',
  '0032',
  '0033',
  '0041',
  '0042',
  '0047',
  '0048',
  '0077',
  '0089',
  '0090',
]);

/** Whether `code`, as the answer to a payment, says for certain that nothing was or will be paid. */
export const isFinalRefusal = (code: string): boolean => finalAtPayment.has(code);
