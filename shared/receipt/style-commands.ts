import type { Align, Style } from './document.ts';
import { styleOfPrintMode } from './print-mode.ts';

/** What a command makes of a style by its argument `n`; `undefined` where no printer knows that `n`. */
type StyleChange = (n: number, style: Style) => Style | undefined;

/** Arguments of switches, which makers let be a number or its digit. */
const chosen = <T>(choices: readonly (readonly [digit: number, choice: T])[]): ReadonlyMap<number, T> =>
  new Map(
    choices.flatMap(([digit, choice]) => [
      [digit, choice],
      [digit + 0x30, choice],
    ]),
  );

const underlines = chosen([
  [0, false],
  [1, true],
  [2, true],
]);
const fonts = chosen<Style['font']>([
  [0, 'A'],
  [1, 'B'],
]);
const alignments = chosen<Align>([
  [0, 'left'],
  [1, 'center'],
  [2, 'right'],
]);

/**
 * `ESC !` sets everything at once, the others each their own part, and of those that concern one part the last holds
 * (Epson TM-T88 manual). Of the eight sizes of `GS !` all above the first are double here.
 */
const changes: ReadonlyMap<string, StyleChange> = new Map<string, StyleChange>([
  ['ESC !', (n) => styleOfPrintMode(n)],
  ['ESC E', (n, style) => ({ ...style, bold: (n & 1) === 1 })],
  [
    'ESC -',
    (n, style) => {
      const underline = underlines.get(n);
      return underline === undefined ? undefined : { ...style, underline };
    },
  ],
  [
    'ESC M',
    (n, style) => {
      const font = fonts.get(n);
      return font === undefined ? undefined : { ...style, font };
    },
  ],
  ['GS !', (n, style) => ({ ...style, doubleWidth: (n & 0x70) !== 0, doubleHeight: (n & 0x07) !== 0 })],
]);

/** The style after a command such as `ESC E`, or `undefined` if it sets none. */
export const styleAfter = (command: string, n: number, style: Style): Style | undefined =>
  changes.get(command)?.(n, style);

/** What `ESC a n` selects. */
export const alignOf = (n: number): Align | undefined => alignments.get(n);
