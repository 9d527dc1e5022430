import { toAscii } from './ascii.ts';
import { nameOfCode } from './control-names.ts';
import { endOfDamaged } from './damaged-sequence.ts';
import type { Line, ReceiptDocument } from './document.ts';
import { countByName, type DroppedControl } from './dropped-control.ts';
import { readCommand, type EscposCommand } from './escpos-commands.ts';
import { LineBuilder } from './line-builder.ts';
import { isPrintable } from './printable.ts';
import { endsSlip, splitSlips } from './split-slips.ts';
import { alignOf, styleAfter } from './style-commands.ts';
import { TextCodes } from './text-codes.ts';

export interface InfoStruk {
  readonly document: ReceiptDocument;
  /** What was left out. Worth a line in the log: a biller that sends such things has changed or is not itself. */
  readonly dropped: readonly DroppedControl[];
}

/**
 * Reads a biller's `info_struk`: text with `|`, LF or CR for a line's end, HT for blanks, `\|` and `\/` for a slash, and
 * `ESC @`, `ESC !`, `ESC E`, `ESC -`, `ESC M`, `GS !`, `ESC a` for style and alignment. Every other control is dropped
 * with its arguments and counted, so that nothing a server sends can reach the drawer, the cutter or the status of the
 * printer. Never throws; the time is linear in the text.
 *
 * @param expectedSlips how many bills the reply answers for. If the text does not end that many slips, it is one.
 */
export function readInfoStruk(input: string, expectedSlips: number): InfoStruk {
  const reader = new InfoStrukReader(input);
  reader.readAll();
  return {
    document: { slips: splitSlips(reader.lines, reader.slipEnds, expectedSlips) },
    dropped: countByName(reader.dropped),
  };
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const tab = 0x09;
const slash = '/';
const backslash = 0x5c;
const bar = 0x7c;

/** ASCII that is nothing but text. `NaN`, the code beyond a text's end, is none. */
const isPlain = (code: number): boolean => code >= 0x20 && code <= 0x7e && code !== bar && code !== backslash;

class InfoStrukReader {
  readonly lines: Line[] = [];
  /** The index after the last line of each slip. */
  readonly slipEnds: number[] = [];
  readonly dropped: string[] = [];
  readonly #input: string;
  readonly #codes: TextCodes;
  readonly #builder = new LineBuilder();

  constructor(input: string) {
    this.#input = input;
    this.#codes = new TextCodes(input);
  }

  readAll(): void {
    const input = this.#input;
    let at = 0;
    while (at < input.length) {
      let end = at;
      while (isPlain(input.charCodeAt(end))) end += 1;
      if (end > at) this.#builder.text(input.slice(at, end));
      at = end < input.length ? this.#readOther(end) : end;
    }
    this.#endLine();
  }

  /** Reads what begins at `at` and is not plain text; returns where it ends. */
  #readOther(at: number): number {
    const code = this.#input.charCodeAt(at);
    const next = this.#input.charCodeAt(at + 1);
    if (code === bar || code === lineFeed || code === carriageReturn) {
      this.#endLine();
      const isPair =
        (code === lineFeed && next === carriageReturn) || (code === carriageReturn && next === lineFeed);
      return isPair ? at + 2 : at + 1;
    }
    if (code === tab) {
      this.#builder.tab();
      return at + 1;
    }
    // A damaged JSON escape of a slash: PHP writes `\/`, the biller's document prints `\|`.
    if (code === backslash && (next === bar || next === 0x2f)) {
      this.#builder.text(slash);
      return at + 2;
    }
    const command = readCommand(this.#codes, at, this.#codes.endOfBytes(at));
    return command === undefined ? this.#readCharacter(at) : this.#readCommand(command, at);
  }

  #readCharacter(at: number): number {
    const codePoint = this.#input.codePointAt(at) ?? 0;
    const character = String.fromCodePoint(codePoint);
    if (isPrintable(character)) this.#builder.text(character, toAscii(character).length);
    else this.dropped.push(nameOfCode(codePoint));
    return at + character.length;
  }

  #readCommand(command: EscposCommand, at: number): number {
    const { name, known, whole, end } = command;
    if (!whole || !this.#obey(name, this.#input.charCodeAt(at + 2))) this.dropped.push(name);
    if (known) return whole ? end : endOfDamaged(this.#input, at + 2, end);
    // After a command nobody knows, a `|` is rather the end of a line than a part of it.
    return this.#input.charCodeAt(end - 1) === bar ? end - 1 : end;
  }

  /** Carries out a command that concerns style or alignment; whether it was one, with an argument that makers know. */
  #obey(name: string, argument: number): boolean {
    if (name === 'ESC @') {
      this.#builder.reset();
      return true;
    }
    if (argument > 0xff) return false;
    const align = name === 'ESC a' ? alignOf(argument) : undefined;
    if (align !== undefined) return this.#builder.align(align);
    const style = styleAfter(name, argument, this.#builder.style);
    if (style === undefined) return false;
    this.#builder.style = style;
    return true;
  }

  #endLine(): void {
    const line = this.#builder.endLine();
    const isLast = endsSlip(this.lines.at(-1), line);
    this.lines.push(line);
    if (!isLast) return;
    // The biller sends ESC @ only before its first slip: what a slip leaves switched on ends with it.
    this.#builder.reset();
    this.slipEnds.push(this.lines.length);
  }
}
