import { formatRupiah } from '../money.ts';
import { toAscii } from './ascii.ts';
import { plainStyle, type Line, type Style } from './document.ts';
import { printableLine } from './printable.ts';
import { counterWords } from './receipt-words.ts';

/**
 * What a slip of our own is made of. Texts come from a server and are set so that no line of theirs begins where a
 * label of ours does: a value stands behind its label or is indented, a note has a mark before it.
 */
export type SlipPart =
  | { readonly kind: 'field'; readonly label: string; readonly value: string }
  | { readonly kind: 'amount'; readonly label: string; readonly amount: number }
  /** What is paid; under another name where the shop adds something of its own below. */
  | { readonly kind: 'total'; readonly amount: number; readonly label?: string }
  /** A word or two of our own, set big: 16 characters at most. */
  | { readonly kind: 'mark'; readonly text: string }
  /** Words of our own, centred. */
  | { readonly kind: 'title' | 'words'; readonly text: string }
  /** Words of a server's own. */
  | { readonly kind: 'note'; readonly mark: '*' | '-'; readonly text: string }
  | { readonly kind: 'header'; readonly text: string }
  | { readonly kind: 'token'; readonly digits: string };

/** Characters of font A on 58 mm. Set for these, a slip reads the same on every paper and in a message. */
export const slipColumns = 32;

/** The longest label there is; a longer one would leave no room for a meter's two readings. */
export const longestLabel = 14;

const bold: Style = { ...plainStyle, bold: true };
const tall: Style = { ...bold, doubleHeight: true };
const big: Style = { ...tall, doubleWidth: true };

/** A text from anywhere as it can stand on paper: one line of ASCII. Measured afterwards, since `…` becomes `...`. */
export const onPaper = (text: string): string => printableLine(toAscii(printableLine(text)));

/** Sets blocks under one another, a blank line between; labels and amounts line up over the whole slip. */
export function setSlip(blocks: readonly (readonly SlipPart[])[]): readonly Line[] {
  const parts = blocks.flat();
  const labels = parts.flatMap((part) => labelOf(part) ?? []);
  const amounts = parts.flatMap((part) => ('amount' in part ? formatRupiah(part.amount) : []));
  const columns: Columns = { label: widest(labels), amount: widest(amounts) };
  return blocks
    .filter((block) => block.length > 0)
    .flatMap((block, index) => [
      ...(index === 0 ? [] : [line('')]),
      ...block.flatMap((part) => linesOf(part, columns)),
    ]);
}

/** Widths that are the same all over one slip. */
interface Columns {
  readonly label: number;
  readonly amount: number;
}

const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map((text) => text.length));

const totalLabel = ({ label = counterWords.due }: Extract<SlipPart, { kind: 'total' }>): string => label;

function labelOf(part: SlipPart): string | undefined {
  if (part.kind === 'total') return totalLabel(part);
  return part.kind === 'field' || part.kind === 'amount' ? part.label : undefined;
}

function linesOf(part: SlipPart, columns: Columns): readonly Line[] {
  switch (part.kind) {
    case 'field':
      return labelled(part.label, part.value, columns).map((text) => line(text));
    case 'amount':
      return amountLines(part.label, part.amount, columns).map((text) => line(text));
    case 'total':
      return amountLines(totalLabel(part), part.amount, columns).map((text) => line(text, bold));
    case 'mark':
      return [centred(part.text, big)];
    case 'title':
      return wrap(part.text, slipColumns).map((text) => centred(text, bold));
    case 'words':
      return wrap(part.text, slipColumns).map((text) => centred(text, plainStyle));
    case 'header':
      return wrap(part.text, slipColumns).map((text) => line(text));
    case 'note':
      return wrap(part.text, slipColumns - 2).map((text, index) =>
        line(`${index === 0 ? part.mark : ' '} ${text}`),
      );
    case 'token':
      return [line('STROOM/TOKEN:'), centred(part.digits.replaceAll(/(.{4})(?=.)/g, '$1 '), tall)];
  }
}

const line = (text: string, style: Style = plainStyle): Line => ({
  align: 'left',
  spans: text === '' ? [] : [{ text, style }],
});

const centred = (text: string, style: Style): Line => ({ align: 'center', spans: [{ text, style }] });

function amountLines(label: string, amount: number, columns: Columns): readonly string[] {
  const figures = formatRupiah(amount);
  const head = headOf(label, columns);
  const whole = `${head}Rp ${figures.padStart(columns.amount)}`;
  return whole.length <= slipColumns ? [whole] : [head.trimEnd(), `  Rp ${figures}`];
}

const headOf = (label: string, { label: width }: Columns): string => `${label.padEnd(width)}: `;

/**
 * `LABEL : value`. What does not fit goes on below itself; where a word is too long for that, the whole value goes
 * below the label, as billers set a reference of 32 characters.
 */
function labelled(label: string, value: string, columns: Columns): readonly string[] {
  const head = headOf(label, columns);
  const room = slipColumns - head.length;
  if (value.split(' ').every((word) => word.length <= room)) {
    return wrap(value, room).map((text, index) => (index === 0 ? head : ' '.repeat(head.length)) + text);
  }
  return [
    head.trimEnd(),
    ...wrap(value, slipColumns - 2, slipColumns).map((text) =>
      text.length > slipColumns - 2 ? text : `  ${text}`,
    ),
  ];
}

/**
 * Breaks at blanks. A word longer than `room` is divided, but for one of letters and digits alone up to
 * `longestWord`: a reference stands whole, and nothing else may begin a line as `TOTAL:` does.
 */
function wrap(text: string, room: number, longestWord = room): readonly string[] {
  const lines: string[] = [];
  let current = '';
  const isWhole = (word: string): boolean =>
    word.length <= room || (word.length <= longestWord && /^[0-9A-Za-z]+$/.test(word));
  const words = text.split(' ').flatMap((word) => (isWhole(word) ? word : divided(word, room)));
  for (const word of words) {
    if (current === '') current = word;
    else if (current.length + 1 + word.length <= room) current += ` ${word}`;
    else {
      lines.push(current);
      current = word;
    }
  }
  return [...lines, current];
}

const divided = (word: string, room: number): readonly string[] =>
  Array.from({ length: Math.ceil(word.length / room) }, (_, index) =>
    word.slice(index * room, (index + 1) * room),
  );
