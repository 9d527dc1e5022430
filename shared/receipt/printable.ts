import { isAscii } from './ascii.ts';

/**
 * What never belongs on paper or in a shared text: controls (C0, DEL, C1), bidi overrides, zero-width and other
 * invisible characters, private use, lone surrogates, and Unicode's own line and paragraph separators.
 */
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
const runsOfBlanks = /\s+/gu;
const everyUnprintable = new RegExp(unprintable, 'gu');

/** `character`: one code point. */
export const isPrintable = (character: string): boolean => !unprintable.test(character);

/** Text without whatever is not printable; the same text where all of it is, as in nearly all ASCII. */
export const withoutUnprintables = (text: string): string =>
  isAscii(text) ? text : text.replaceAll(everyUnprintable, '');

/** Words of our own shop as one printable line: breaks and tabs become blanks, whatever is invisible goes. */
export const printableLine = (text: string): string =>
  withoutUnprintables(text.replaceAll(runsOfBlanks, ' ')).trim();
