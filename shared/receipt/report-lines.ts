import { acrossLines } from './across-lines.ts';
import { plainStyle, type Line, type Style } from './document.ts';
import { onPaper, slipColumns as columns } from './field-lines.ts';
import { withoutToken } from './imitation.ts';

/** What the lists and reports of the counter's own are set of: for the smallest paper, so that they fit every one. */

export const bold: Style = { ...plainStyle, bold: true };
export const blank: Line = { align: 'left', spans: [] };
export const line = (text: string, style: Style = plainStyle): Line => ({
  align: 'left',
  spans: [{ text, style }],
});

/** Words at the left and a figure at the right end of the line, or below them where there is no room for both. */
export const figureLines = (text: string, figure: string, style: Style = plainStyle): readonly Line[] =>
  acrossLines(text, figure, { columns, style });

/** A text that came from elsewhere: it can stand on paper, and says nothing that looks like a token. */
export const guarded = (text: string): string => withoutToken(onPaper(text));
