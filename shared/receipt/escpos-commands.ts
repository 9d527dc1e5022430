import { nameOfCode } from './control-names.ts';

/** A stream of codes: bytes, or the UTF-16 units of a string that carries bytes. */
export type Codes = ArrayLike<number>;

/** Reads out of the stream how many codes belong to a command after its two-code name, which ends before `at`. */
type LengthRule = (codes: Codes, at: number) => number;
type ArgumentLength = number | LengthRule;

const byte = (codes: Codes, at: number): number => (codes[at] ?? 0) & 0xff;
const word = (codes: Codes, at: number): number => byte(codes, at) + 256 * byte(codes, at + 1);
const lengthAt = (length: ArgumentLength, codes: Codes, at: number): number =>
  typeof length === 'number' ? length : length(codes, at);

/** `pL pH` after `before` other arguments, then that many bytes. */
const counted =
  (before: number): LengthRule =>
  (codes, at) =>
    before + 2 + word(codes, at + before);

/** After `before` arguments, bytes up to and with a NUL; at most `max`, so that a lost NUL costs little. */
const untilNul =
  (before: number, max: number): LengthRule =>
  (codes, at) => {
    const limit = Math.min(at + before + max, codes.length);
    let end = at + before;
    while (end < limit && codes[end] !== 0) end += 1;
    return Math.min(end + 1, limit) - at;
  };

/** The first argument decides. */
const byFirst =
  (lengths: Readonly<Record<number, ArgumentLength>>, otherwise: ArgumentLength): LengthRule =>
  (codes, at) =>
    lengthAt(lengths[byte(codes, at)] ?? otherwise, codes, at);

/** `m nL nH d…`: n columns of one byte (m 0, 1) or of three (m 32, 33). */
const bitImage: LengthRule = (codes, at) => 3 + word(codes, at + 1) * (byte(codes, at) > 1 ? 3 : 1);

/** `y c1 c2 [x d…]…`: characters c1 to c2, each x columns of y bytes. */
const userCharacters: LengthRule = (codes, at) => {
  const height = byte(codes, at);
  let length = 3;
  for (let code = byte(codes, at + 1); code <= byte(codes, at + 2) && at + length < codes.length; code += 1) {
    length += 1 + height * byte(codes, at + length);
  }
  return length;
};

/** `0 m xL xH yL yH d…`: y rows of x bytes. */
const raster: LengthRule = (codes, at) => 6 + word(codes, at + 2) * word(codes, at + 4);

/** `x y d…`: x times y blocks of eight bytes. */
const downloadedImage: LengthRule = (codes, at) => 2 + 8 * byte(codes, at) * byte(codes, at + 1);

/** `m fn a kc1 kc2 b c`, then a Windows bitmap file, which carries its own size. */
const bitmapFile: LengthRule = (codes, at) => 7 + word(codes, at + 9) + 65_536 * word(codes, at + 11);

/** `n [xL xH yL yH d…]…`: n images of x times y blocks of eight bytes. */
const storedImages: LengthRule = (codes, at) => {
  let length = 1;
  for (let images = byte(codes, at); images > 0 && at + length < codes.length; images -= 1) {
    length += 4 + 8 * word(codes, at + length) * word(codes, at + length + 2);
  }
  return length;
};

/** `; sa ; sb ; sn ; sr ; sc ;`: five decimal numbers of at most five digits. */
const counterFields: LengthRule = (codes, at) => {
  const limit = Math.min(at + 31, codes.length);
  let end = at;
  for (let open = 6; open > 0 && end < limit; end += 1) if (codes[end] === 0x3b) open -= 1;
  return end - at;
};

/** Types 0 to 6 end with a NUL; types 65 to 79 (`A` to `O`) begin with their length. */
const barcode: LengthRule = (codes, at) => {
  const type = byte(codes, at);
  if (type <= 6) return untilNul(1, 255)(codes, at);
  return type >= 65 && type <= 79 ? 2 + byte(codes, at + 1) : 1;
};

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
  D: untilNul(0, 33), // tab stops: 32 at most
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
  g: byFirst({ [d('1')]: (codes, at) => 8 + word(codes, at + 6), [d('2')]: 8 }, 1), // user memory
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
  '8': (codes, at) => 5 + word(codes, at + 1) + 65_536 * word(codes, at + 3),
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

const leads: ReadonlyMap<number, ReadonlyMap<number, ArgumentLength>> = new Map(
  (
    [
      [0x1b, escCommands],
      [0x1c, fsCommands],
      [0x1d, gsCommands],
      [0x10, dleCommands],
      [0x1f, {}], // US: customer displays
    ] as const
  ).map(([lead, commands]) => [
    lead,
    new Map(Object.entries<ArgumentLength>(commands).map(([name, length]) => [d(name), length])),
  ]),
);

export interface EscposCommand {
  /** `ESC p`, `DLE EOT`, `FS .`; only the lead's name where nothing followed it. */
  readonly name: string;
  readonly known: boolean;
  /** Whether all its arguments are there. */
  readonly whole: boolean;
  /** The index after its last code, never past the end of the stream. */
  readonly end: number;
}

/**
 * The command that begins at `at`, or `undefined` if none does. Of one that is not known, the lead code and the one
 * after it belong together, unless that one is itself a control or no byte at all.
 */
export function readCommand(codes: Codes, at: number): EscposCommand | undefined {
  const lead = codes[at];
  const commands = lead === undefined ? undefined : leads.get(lead);
  if (lead === undefined || commands === undefined) return undefined;

  const second = codes[at + 1];
  const length = second === undefined ? undefined : commands.get(second);
  if (second === undefined || (length === undefined && (second < 0x20 || second > 0xff))) {
    return { name: nameOfCode(lead), known: false, whole: false, end: at + 1 };
  }
  const name = `${nameOfCode(lead)} ${nameOfCode(second)}`;
  if (length === undefined) return { name, known: false, whole: true, end: at + 2 };
  const end = at + 2 + lengthAt(length, codes, at + 2);
  return { name, known: true, whole: end <= codes.length, end: Math.min(end, codes.length) };
}
