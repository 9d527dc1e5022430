import type { RecordedOutcome } from '../../shared/payment/outcome.ts';

// What payments are found by, and what somebody types, brought to one form: without capitals, accents and signs.

/** The words of a text: letters and digits, in small letters, without accents. */
export const foldedWords = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** A number, a reference or a token as one word: blanks, dashes and dots are how people write it. */
export const foldedNumber = (text: string): string => foldedWords(text).join('');

/** What is above everything that begins with `prefix`, in the order of SQLite's texts; no folded word contains it. */
export const endOfPrefix = (prefix: string): string => `${prefix}\u{10ffff}`;

interface Bought {
  readonly customerNumber: string;
  readonly customer: {
    readonly identity: string;
    readonly name: string;
    readonly details: readonly { readonly label: string; readonly value: string }[];
  };
}

/** By which words a customer is found: those of the name, and each number that the biller names. */
export function termsOf({ customerNumber, customer }: Bought): readonly string[] {
  const meters = customer.details.filter(({ label }) => label === 'meter-number').map(({ value }) => value);
  const numbers = [customerNumber, customer.identity, ...meters].map(foldedNumber);
  return [...new Set([...foldedWords(customer.name), ...numbers.filter((number) => number !== '')])];
}

const beforeTerm = '\n';

/** Terms as one text, in which one that begins with a word is found by `soughtIn`. */
export const joinedTerms = (terms: readonly string[]): string =>
  terms.map((term) => `${beforeTerm}${term}`).join('');
export const soughtIn = (word: string): string => `${beforeTerm}${word}`;

/** The reference and the token of a payment; `null` where its outcome has none. */
export function marksOf(outcome: RecordedOutcome | null): {
  readonly reference: string | null;
  readonly token: string | null;
} {
  const marks = outcome?.kind === 'paid' ? outcome.confirmation : outcome;
  if (marks === null || !('reference' in marks)) return { reference: null, token: null };
  return { reference: foldedNumber(marks.reference) || null, token: marks.token ?? null };
}

/** What somebody typed to find payments or customers. */
export interface Sought {
  /** Each begins a word of the name or a number. */
  readonly words: readonly string[];
  /** Or all of it begins a number, a reference or a token. */
  readonly number: string;
  /** Or it is what was paid. */
  readonly amount: number | null;
}

/** `null` for a text that says nothing; without any word it is sought and nothing is like it. */
export function soughtBy(text: string): Sought | null {
  if (text.trim() === '') return null;
  const words = foldedWords(text);
  return { words, number: words.join(''), amount: amountIn(text) };
}

function amountIn(text: string): number | null {
  const [, written] = /^(?:rp\.?)?\s*(\d{1,3}(?:[.,]\d{3})+|\d{1,13})$/i.exec(text.trim()) ?? [];
  return written === undefined ? null : Number(written.replaceAll(/[.,]/g, ''));
}
