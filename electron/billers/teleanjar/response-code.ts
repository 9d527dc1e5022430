import { neverFinal } from './codes.ts';

/**
 * What stands in `response`. Success is exactly `SWT:0000`; a refusal is another `SWT:` code or free text,
 * often behind `KILLME:`, which is a word to the client program and not to the cashier.
 */
export type ResponseCode = { readonly kind: 'success' } | NotSuccess;

/** A code of four digits, or words; a text has single blanks and none at its ends. */
export type NotSuccess =
  { readonly kind: 'code'; readonly code: string } | { readonly kind: 'text'; readonly text: string };

export function readResponseCode(response: string): ResponseCode {
  if (response === 'SWT:0000') return { kind: 'success' };
  const code = /^SWT:(\d{4})$/.exec(response)?.[1];
  // `SWT:0000` with a blank or in other letters is not success, and must not pass for one later.
  if (code !== undefined && code !== '0000') return { kind: 'code', code };
  return { kind: 'text', text: plainText(response) };
}

const plainText = (response: string): string =>
  response
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/^KILLME:\s*/, '');

/** The most letters of a text that are shown and kept. */
const longestShown = 300;

/** Blanks the account in Teleanjar's words, should they repeat what was sent. */
export type Redact = (text: string) => string;

/** For words that stay with whoever reads them. */
export const asItIs: Redact = (text) => text;

/** A text as it is shown and kept, once the account is blanked in it. */
export const shownText = (text: string): string => text.slice(0, longestShown);

const never: ReadonlySet<string> = new Set(neverFinal);

/**
 * Whether `answer`, given to a payment, says for certain that nothing was or will be paid: `finalAnswers` lists its
 * code (`0014` or `SWT:0014`), or exactly its text, both as they are shown: `redact` blanks the account in them. Some
 * codes never do, whatever is listed, nor does a text with one in it.
 */
export function isFinalAnswer(
  answer: NotSuccess,
  finalAnswers: readonly string[],
  redact: Redact = asItIs,
): boolean {
  if (isNever(answer)) return false;
  const listed = finalAnswers.map(readListed);
  if (answer.kind === 'code') return listed.some((each) => each.kind === 'code' && each.code === answer.code);
  const shown = redact(answer.text);
  return listed.some((each) => each.kind === 'text' && redact(each.text) === shown);
}

/** Two texts with a hash each look the same once it is blanked, and are not. */
function isNever(answer: NotSuccess): boolean {
  if (answer.kind === 'code') return never.has(answer.code);
  const numbers = answer.text.match(/\d+/g) ?? [];
  return (
    answer.text === '' || numbers.some((digits) => never.has(digits)) || /[0-9a-f]{32}/i.test(answer.text)
  );
}

/** A line of the owner's list. Four digits are a code with or without its `SWT:`, and never a text. */
function readListed(line: string): NotSuccess {
  const code = /^(?:SWT:)?(\d{4})$/.exec(line.trim())?.[1];
  return code === undefined ? { kind: 'text', text: plainText(line) } : { kind: 'code', code };
}
