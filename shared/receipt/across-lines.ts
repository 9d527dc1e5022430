import { plainStyle, type Line, type Style } from './document.ts';

/** Words at the left end and a figure at the right end of a line of `columns` characters; on two where both have no room. */
export function acrossLines(
  words: string,
  figure: string,
  { columns, style = plainStyle }: { readonly columns: number; readonly style?: Style },
): readonly Line[] {
  const line = (text: string): Line => ({ align: 'left', spans: [{ text, style }] });
  return words.length + 1 + figure.length <= columns
    ? [line(words + figure.padStart(columns - words.length))]
    : [line(words), line(figure.padStart(columns))];
}
