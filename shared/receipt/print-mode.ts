import type { Style } from './document.ts';

/** The bits of `ESC ! n` that mean something; 1, 2 and 6 are undefined (Epson TM-T88, TM-U220 manuals). */
const bits = { fontB: 0x01, bold: 0x08, doubleHeight: 0x10, doubleWidth: 0x20, underline: 0x80 } as const;

/** `n` of `ESC ! n` for a style: all five properties at once. */
export const printModeOf = (style: Style): number =>
  (style.font === 'B' ? bits.fontB : 0) |
  (style.bold ? bits.bold : 0) |
  (style.doubleHeight ? bits.doubleHeight : 0) |
  (style.doubleWidth ? bits.doubleWidth : 0) |
  (style.underline ? bits.underline : 0);

/** The style that `ESC ! n` selects. Undefined bits are ignored, as printers do. */
export const styleOfPrintMode = (n: number): Style => ({
  font: (n & bits.fontB) === 0 ? 'A' : 'B',
  bold: (n & bits.bold) !== 0,
  doubleHeight: (n & bits.doubleHeight) !== 0,
  doubleWidth: (n & bits.doubleWidth) !== 0,
  underline: (n & bits.underline) !== 0,
});

export const sameStyle = (one: Style, other: Style): boolean =>
  one === other || printModeOf(one) === printModeOf(other);
