/** A stream of codes: bytes, or the characters of a string that carries bytes. */
export interface Codes {
  readonly length: number;
  at(index: number): number | undefined;
}

/** How many codes belong to a command after its two-code name, which ends before `at`; Infinity where no end is found. */
type LengthRule = (codes: Codes, at: number) => number;
export type ArgumentLength = number | LengthRule;

export const lengthAt = (length: ArgumentLength, codes: Codes, at: number): number =>
  typeof length === 'number' ? length : length(codes, at);

/** What a missing code would say nobody knows, nor what one says that is no byte: Infinity, more than there can be. */
function byte(codes: Codes, at: number): number {
  const code = codes.at(at);
  return code === undefined || code > 0xff ? Infinity : code;
}

const word = (codes: Codes, at: number): number => byte(codes, at) + 256 * byte(codes, at + 1);
const doubleWord = (codes: Codes, at: number): number => word(codes, at) + 65_536 * word(codes, at + 2);

/** `pL pH` after `before` other arguments, then that many bytes. */
export const counted =
  (before: number): LengthRule =>
  (codes, at) =>
    before + 2 + word(codes, at + before);

/** `p1 p2 p3 p4` after `before` other arguments, then that many bytes. */
export const longCounted =
  (before: number): LengthRule =>
  (codes, at) =>
    before + 4 + doubleWord(codes, at + before);

/** The first argument decides. */
export const byFirst =
  (lengths: Readonly<Record<number, ArgumentLength>>, otherwise: ArgumentLength): LengthRule =>
  (codes, at) =>
    lengthAt(lengths[byte(codes, at)] ?? otherwise, codes, at);

const mostTabStops = 32;

/**
 * `n1 … nk NUL`. A stop that is not beyond the one before it ends the list too, and is no part of it any more (manuals
 * of Citizen, HPRT, Woosim and others).
 */
export const tabStops: LengthRule = (codes, at) => {
  let before = 0;
  for (let count = 0; count <= mostTabStops; count += 1) {
    const stop = byte(codes, at + count);
    if (stop === 0) return count + 1;
    if (stop <= before || stop === Infinity) return count;
    before = stop;
  }
  return mostTabStops;
};

/** `m nL nH d…`: n columns of one byte (m 0, 1) or of three (m 32, 33). */
export const bitImage: LengthRule = (codes, at) => 3 + word(codes, at + 1) * (byte(codes, at) > 1 ? 3 : 1);

/** `y c1 c2 [x d…]…`: characters c1 to c2, each x columns of y bytes. */
export const userCharacters: LengthRule = (codes, at) => {
  const [height, first, last] = [byte(codes, at), byte(codes, at + 1), byte(codes, at + 2)];
  if (last === Infinity) return Infinity;
  let length = 3;
  for (let character = first; character <= last && length < Infinity; character += 1) {
    length += 1 + height * byte(codes, at + length);
  }
  return length;
};

/** `0 m xL xH yL yH d…`: y rows of x bytes. */
export const raster: LengthRule = (codes, at) => 6 + word(codes, at + 2) * word(codes, at + 4);

/** `x y d…`: x times y blocks of eight bytes. */
export const downloadedImage: LengthRule = (codes, at) => 2 + 8 * byte(codes, at) * byte(codes, at + 1);

/** `m fn a kc1 kc2 b c`, then a Windows bitmap file, which carries its own size behind its two first bytes. */
export const bitmapFile: LengthRule = (codes, at) => Math.max(7 + 6, 7 + doubleWord(codes, at + 7 + 2));

/** `n [xL xH yL yH d…]…`: n images of x times y blocks of eight bytes. */
export const storedImages: LengthRule = (codes, at) => {
  let length = 1;
  for (let left = byte(codes, at); left > 0 && length < Infinity; left -= 1) {
    length += 4 + 8 * word(codes, at + length) * word(codes, at + length + 2);
  }
  return length;
};

/** The fields of a counter: five numbers of at most five digits, with `;` before, between and after them. */
const mostCounterFields = 6 + 5 * 5;

/** `; sa ; sb ; sn ; sr ; sc ;` */
export const counterFields: LengthRule = (codes, at) => {
  let separators = 0;
  for (let length = 1; length <= mostCounterFields; length += 1) {
    if (codes.at(at + length - 1) === 0x3b) separators += 1;
    if (separators === 6) return length;
  }
  return Infinity;
};

const mostBarcode = 255;

/** Characters and a NUL. */
function characters(codes: Codes, at: number): number {
  for (let length = 1; length <= mostBarcode + 1; length += 1) {
    const code = byte(codes, at + length - 1);
    if (code === 0) return length;
    if (code < 0x20) return Infinity;
  }
  return Infinity;
}

/** Types 0 to 6 end with a NUL, which no control stands before; types 65 to 79 (`A` to `O`) begin with their length. */
export const barcode: LengthRule = (codes, at) => {
  const type = byte(codes, at);
  if (type <= 6) return 1 + characters(codes, at + 1);
  return type >= 65 && type <= 79 ? 2 + byte(codes, at + 1) : 1;
};
