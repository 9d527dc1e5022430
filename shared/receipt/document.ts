import type { Picture } from '../printing/picture.ts';

/** How a stretch of text is set, in the terms of `ESC ! n`. */
export interface Style {
  readonly font: 'A' | 'B';
  readonly bold: boolean;
  readonly doubleHeight: boolean;
  readonly doubleWidth: boolean;
  readonly underline: boolean;
}

export const plainStyle: Style = {
  font: 'A',
  bold: false,
  doubleHeight: false,
  doubleWidth: false,
  underline: false,
};

export type Align = 'left' | 'center' | 'right';

/** A stretch of text in one style. No control characters, no line breaks. */
export interface Span {
  readonly text: string;
  readonly style: Style;
}

export interface Line {
  readonly align: Align;
  readonly spans: readonly Span[];
  /** Put between lines that are to print with and without it by the same bytes: it leaves no style behind. */
  readonly isApart?: true;
}

/** What is torn or cut off in one piece: one slip for each bill. */
export interface Slip {
  /** The shop's own pictures, centred above and below the lines. A biller's words never bring one. */
  readonly above?: Picture;
  readonly lines: readonly Line[];
  readonly below?: Picture;
}

export interface ReceiptDocument {
  readonly slips: readonly Slip[];
}

/** A line's characters without their style. */
export function textOfLine({ spans }: Line): string {
  let text = '';
  for (const span of spans) text += span.text;
  return text;
}

export function isBlankLine({ spans }: Line): boolean {
  for (const { text } of spans) if (text.trim() !== '') return false;
  return true;
}
