import { isBlankLine, plainStyle, type Line } from './document.ts';

/** The longest receipt of a biller that is known has some fifty lines a bill. */
const mostLines = 400;
const mostBlankLines = 3;

const cutMark: Line = { align: 'left', spans: [{ text: '[...]', style: plainStyle }] };

/**
 * A slip's lines within reason: a text of nothing but line ends would else run metres of paper. Blank lines beyond
 * three in a row go, and what is beyond 400 lines is left out, with a mark in its place.
 */
export function boundedLines(lines: readonly Line[]): readonly Line[] {
  const kept: Line[] = [];
  let blank = 0;
  for (const line of lines) {
    blank = isBlankLine(line) ? blank + 1 : 0;
    if (blank <= mostBlankLines) kept.push(line);
  }
  return kept.length <= mostLines ? kept : [...kept.slice(0, mostLines), cutMark];
}
