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

/** A text as it is shown and kept. */
export const shownText = (text: string): string => text.slice(0, 300);

const never: ReadonlySet<string> = new Set(neverFinal);

/**
 * Whether `answer`, given to a payment, says for certain that nothing was or will be paid: `finalAnswers` lists its
 * code (`0014` or `SWT:0014`), or exactly its text. Some codes never do, whatever is listed.
 */
export function isFinalAnswer(answer: NotSuccess, finalAnswers: readonly string[]): boolean {
  const listed = finalAnswers.map(readListed);
  switch (answer.kind) {
    case 'code':
      return !never.has(answer.code) && listed.some((each) => isSame(each, answer));
    case 'text':
      return answer.text !== '' && listed.some((each) => isSame(each, answer));
  }
}

const isSame = (listed: NotSuccess, answer: NotSuccess): boolean =>
  listed.kind === 'code'
    ? answer.kind === 'code' && listed.code === answer.code
    : answer.kind === 'text' && listed.text === answer.text;

/** A line of the owner's list. Four digits are a code with or without its `SWT:`, and never a text. */
function readListed(line: string): NotSuccess {
  const code = /^(?:SWT:)?(\d{4})$/.exec(line.trim())?.[1];
  return code === undefined ? { kind: 'text', text: plainText(line) } : { kind: 'code', code };
}
