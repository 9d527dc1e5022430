import { isBlankLine, plainStyle, type Line } from './document.ts';

/** The longest receipt of a biller that is known has some fifty lines a bill. */
const mostLines = 400;
const mostBlankLines = 3;

/** Stands where more was said than is printed. */
export const cutMark: Line = { align: 'left', spans: [{ text: '[...]', style: plainStyle }] };

/** So many blank lines in a row have one of themselves at every such place: no other has to be looked at. */
const tooManyBlankLines = mostBlankLines + 1;

const isBounded = (lines: readonly Line[]): boolean =>
  lines.length <= mostLines &&
  !lines.some((line, index) => index % tooManyBlankLines === mostBlankLines && isBlankLine(line));

/**
 * A slip's lines within reason: a text of nothing but line ends would else run metres of paper. Blank lines beyond
 * three in a row go, and what is beyond 400 lines is left out, with a mark in its place.
 */
export function boundedLines(lines: readonly Line[]): readonly Line[] {
  if (isBounded(lines)) return lines;
  const kept: Line[] = [];
  let blank = 0;
  for (const line of lines) {
    blank = isBlankLine(line) ? blank + 1 : 0;
    if (blank <= mostBlankLines) kept.push(line);
  }
  return kept.length <= mostLines ? kept : [...kept.slice(0, mostLines), cutMark];
}
