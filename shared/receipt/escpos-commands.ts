import {
  barcode,
  bitImage,
  bitmapFile,
  byFirst,
  counted,
  counterFields,
  downloadedImage,
  lengthAt,
  longCounted,
  raster,
  storedImages,
  tabStops,
  userCharacters,
  type ArgumentLength,
  type Codes,
} from './argument-lengths.ts';
import { nameOfCode } from './control-names.ts';

const d = (character: string): number => character.charCodeAt(0);

/**
 * The commands of ESC/POS by their lead code and the code after it, with the length of what follows. Where two
 * makers disagree the longer form stands: an argument must never be read as text. (Epson TM-T88, TM-U220 and
 * Zijiang 58LYDD manuals; python-escpos, escpos-php and npos for the rarer ones.)
 */
const escCommands: Readonly<Record<string, ArgumentLength>> = {
  '\f': 0, // print the page
  ' ': 1, // character spacing
  '!': 1, // print mode
  $: 2, // absolute position
  '%': 1, // user-defined characters on or off
  '&': userCharacters,
  '(': counted(1),
  '*': bitImage,
  '-': 1, // underline
  '0': 0, // line spacing 1/8 inch
  '2': 0, // default line spacing
  '3': 1, // line spacing
  '4': 0, // italic
  '5': 0,
  '<': 0, // head home
  '=': 1, // select peripheral
  '?': 1, // cancel a user-defined character
  '@': 0, // initialise
  A: 1, // line spacing in 1/60 inch
  B: 2, // buzzer of many clones
  C: 1, // page length
  D: tabStops,
  E: 1, // emphasised
  G: 1, // double strike
  J: 1, // feed by dots
  K: 1, // feed back by dots
  L: 0, // page mode
  M: 1, // font
  N: 1, // skip over perforation
  O: 1, // bottom margin
  Q: 1, // right margin
  R: 1, // international characters
  S: 0, // standard mode
  T: 1, // direction in page mode
  U: 1, // one direction
  V: 1, // turn by 90 degrees
  W: 8, // area in page mode
  Z: counted(3), // QR code of many clones
  '\\': 2, // relative position
  a: 1, // align
  c: 2, // paper sensors, panel buttons
  d: 1, // feed by lines
  e: 1, // feed back by lines
  f: 2, // wait
  i: 0, // full cut
  l: 1, // left margin
  m: 0, // partial cut
  o: 0, // stamp
  p: 3, // drawer
  r: 1, // colour
  t: 1, // code page
  u: 1, // peripheral status
  v: 0, // paper status
  w: 1, // double height of some clones
  x: 1, // draft or letter quality
  '{': 1, // upside down
};

const fsCommands: Readonly<Record<string, ArgumentLength>> = {
  '!': 1, // mode of Chinese characters
  '&': 0, // Chinese mode on
  '(': counted(1),
  '-': 1, // underline
  '.': 0, // Chinese mode off
  '2': 2 + 72, // define a character of 24 by 24 dots
  '?': 2, // cancel it
  A: 1, // font
  C: 1, // code system
  S: 2, // spacing
  W: 1, // quadruple size
  g: byFirst({ [d('1')]: counted(6), [d('2')]: 8 }, 1), // user memory
  p: 2, // print a stored image
  q: storedImages,
};

const gsCommands: Readonly<Record<string, ArgumentLength>> = {
  '\f': 0, // label feed
  '!': 1, // character size
  '#': 1, // stored image
  $: 2, // vertical position in page mode
  '(': counted(1),
  '*': downloadedImage,
  '/': 1, // print it
  '8': longCounted(1), // graphics
  ':': 0, // macro begins, ends
  B: 1, // white on black
  C: byFirst({ [d('0')]: 3, [d('1')]: 7, [d('2')]: 3, [d(';')]: counterFields }, 1), // counter
  D: bitmapFile,
  E: 1, // head energy, speed
  H: 1, // barcode's text
  I: 1, // who are you
  L: 2, // left margin
  P: 2, // motion units
  Q: byFirst({ [d('0')]: raster }, 1),
  T: 1, // to the line's beginning
  V: byFirst({ [d('A')]: 2, [d('B')]: 2, [d('a')]: 2, [d('b')]: 2, [d('g')]: 2, [d('h')]: 2 }, 1), // cut
  W: 2, // width of the printing area
  Z: 1, // kind of two-dimensional code
  '\\': 2, // vertical position in page mode
  '^': 3, // run the macro
  a: 1, // automatic status
  b: 1, // smoothing
  c: 0, // print the counter
  f: 1, // barcode's font
  g: byFirst({ [d('0')]: 4, [d('2')]: 4 }, 1), // maintenance counters
  h: 1, // barcode's height
  k: barcode,
  r: 1, // status
  v: byFirst({ [d('0')]: raster }, 1),
  w: 1, // barcode's width
  z: byFirst({ [d('0')]: 3 }, 1), // online recovery
};

/** Carried out at once, even in the midst of other data: status, recovery, drawer, power off. */
const dleCommands: Readonly<Record<string, ArgumentLength>> = {
  '\u0004': byFirst({ 7: 2, 8: 2, 18: 2 }, 1), // EOT: status
  '\u0005': 1, // ENQ: recovery
  '\u0014': byFirst({ 1: 3, 2: 3, 3: 6, 7: 2, 8: 8 }, 1), // DC4: drawer, power off, buzzer, clear
};

/** Customer displays (Epson DM-D and those like it). A line end is left to the text, though `US LF` is a command too. */
const usCommands: Readonly<Record<string, ArgumentLength>> = {
  '\u0001': 0, // overwrite mode
  '\u0002': 0, // vertical scroll
  '\u0003': 0, // horizontal scroll
  '#': 2, // annunciator
  $: 2, // cursor's place
  '(': counted(1),
  ',': 1, // a character with a comma
  '.': 1,
  ':': 0, // macro begins, ends
  ';': 1,
  '@': 0, // self-test
  B: 0, // cursor to the bottom
  C: 1, // cursor on or off
  E: 1, // blink
  T: 2, // clock
  U: 0, // show the clock
  X: 1, // brightness
  '^': 2, // run the macro
  r: 1, // reverse
  v: 1, // DTR
};

interface CommandForm {
  readonly name: string;
  readonly length: ArgumentLength;
}

const formsOf = (
  lead: number,
  commands: Readonly<Record<string, ArgumentLength>>,
): ReadonlyMap<number, CommandForm> =>
  new Map(
    Object.entries(commands).map(([second, length]) => [
      d(second),
      { name: commandName(lead, d(second)), length },
    ]),
  );

const commandName = (lead: number, second: number): string => `${nameOfCode(lead)} ${nameOfCode(second)}`;

const leads: ReadonlyMap<number, ReadonlyMap<number, CommandForm>> = new Map(
  (
    [
      [0x1b, escCommands],
      [0x1c, fsCommands],
      [0x1d, gsCommands],
      [0x10, dleCommands],
      [0x1f, usCommands],
    ] as const
  ).map(([lead, commands]) => [lead, formsOf(lead, commands)]),
);

export interface EscposCommand {
  /** `ESC p`, `DLE EOT`, `FS .`; only the lead's name where nothing followed it. */
  readonly name: string;
  readonly known: boolean;
  /** Whether all its arguments are there. */
  readonly whole: boolean;
  /** The index after its last code; `limit` for one that claims more. */
  readonly end: number;
}

/**
 * The command that begins at `at`, or `undefined` if none does. Of one that is not known, the lead code and the one
 * after it belong together, unless that one is itself a control or no byte at all.
 *
 * @param limit where the codes end that can belong to a command.
 */
export function readCommand(codes: Codes, at: number, limit = codes.length): EscposCommand | undefined {
  const lead = codes.at(at);
  const forms = lead === undefined ? undefined : leads.get(lead);
  if (lead === undefined || forms === undefined) return undefined;

  const second = at + 1 < limit ? codes.at(at + 1) : undefined;
  const form = second === undefined ? undefined : forms.get(second);
  if (form !== undefined) {
    const end = at + 2 + lengthAt(form.length, codes, at + 2);
    const whole = end <= limit;
    return { name: form.name, known: true, whole, end: whole ? end : limit };
  }
  if (second === undefined || second < 0x20 || second > 0xff) {
    return { name: nameOfCode(lead), known: false, whole: false, end: at + 1 };
  }
  return { name: commandName(lead, second), known: false, whole: true, end: at + 2 };
}
