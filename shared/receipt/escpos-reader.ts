import { nameOfCode } from './control-names.ts';
import { plainStyle, type Align, type Line, type Span, type Style } from './document.ts';
import { countByName, type DroppedControl } from './dropped-control.ts';
import { readCommand } from './escpos-commands.ts';
import { styleOfPrintMode } from './print-mode.ts';
import { appendText } from './spans.ts';

export type PrintedItem =
  /** A printed line; without spans, an empty one. */
  | { readonly kind: 'line'; readonly line: Line }
  /** Paper moved on without a line: so many lines of the default pitch, or so many dots. */
  | { readonly kind: 'feed'; readonly by: 'lines' | 'dots'; readonly amount: number }
  | { readonly kind: 'cut' };

/** What stands on the paper after a printer has read a stream of bytes. */
export interface PrintedPaper {
  readonly items: readonly PrintedItem[];
  /** What the reader does not draw: never anything for bytes of our own encoder. */
  readonly skipped: readonly DroppedControl[];
}

const alignments: ReadonlyMap<number, Align> = new Map([
  [0, 'left'],
  [1, 'center'],
  [2, 'right'],
  [0x30, 'left'],
  [0x31, 'center'],
  [0x32, 'right'],
]);

/** Commands that change nothing one could see on our receipts: code page 0, Chinese mode off. */
const invisible: ReadonlySet<string> = new Set(['FS .', 'ESC t']);

/** A printer's state while it reads, and what it has printed so far. */
class PaperBuilder {
  readonly items: PrintedItem[] = [];
  readonly skipped: string[] = [];
  #spans: Span[] = [];
  #style: Style = plainStyle;
  #align: Align = 'left';

  text(characters: string): void {
    appendText(this.#spans, characters, this.#style);
  }

  /** Ends the line, also an empty one. */
  endLine(): void {
    this.items.push({ kind: 'line', line: { align: this.#align, spans: this.#spans } });
    this.#spans = [];
  }

  feed(by: 'lines' | 'dots', amount: number): void {
    const isMidLine = this.#spans.length > 0;
    if (isMidLine) this.endLine();
    // The line itself is one of the lines fed.
    const rest = isMidLine && by === 'lines' ? amount - 1 : amount;
    if (rest > 0) this.items.push({ kind: 'feed', by, amount: rest });
  }

  /** `name`'s arguments begin with `first`. */
  command(name: string, first: number): void {
    const align = alignments.get(first);
    if (name === 'ESC !') this.#style = styleOfPrintMode(first);
    else if (name === 'ESC @') this.#reset();
    else if (name === 'ESC d') this.feed('lines', first);
    else if (name === 'ESC J') this.feed('dots', first);
    // Alignment and the cutter work at a line's beginning only (makers' manuals).
    else if (name === 'ESC a' && align !== undefined && this.#spans.length === 0) this.#align = align;
    else if (name === 'GS V' && this.#spans.length === 0) this.items.push({ kind: 'cut' });
    else if (!invisible.has(name)) this.skipped.push(name);
  }

  /** Text that no line feed has ended is lost, as in a printer. */
  #reset(): void {
    this.#spans = [];
    this.#style = plainStyle;
    this.#align = 'left';
  }
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const isAscii = (code: number): boolean => code >= 0x20 && code <= 0x7e;

/** More than any line holds, and few enough to be the arguments of one call. */
const longestRun = 4096;

/** The index after the run of printable ASCII that begins at `at`. */
function endOfText(bytes: Uint8Array, at: number): number {
  const limit = Math.min(at + longestRun, bytes.length);
  let end = at;
  while (end < limit && isAscii(bytes[end] ?? 0)) end += 1;
  return end;
}

/**
 * Reads a printer's bytes back into what they put on paper. It draws all that our own encoder sends; of anything else
 * it steps over the commands it does not draw, shows bytes from 0x80 on as `?` (no code page is known), and never
 * throws. Text after the last line feed is not on the paper and not in the result.
 */
export function readEscpos(bytes: Uint8Array): PrintedPaper {
  const paper = new PaperBuilder();
  let at = 0;
  for (let code = bytes[at]; code !== undefined; code = bytes[at]) {
    const command = readCommand(bytes, at);
    if (command !== undefined) {
      if (command.known && command.whole) paper.command(command.name, bytes[at + 2] ?? 0);
      else paper.skipped.push(command.name);
      at = command.end;
    } else if (isAscii(code)) {
      const end = endOfText(bytes, at);
      paper.text(String.fromCharCode(...bytes.subarray(at, end)));
      at = end;
    } else {
      if (code === lineFeed) paper.endLine();
      else if (code >= 0x80) paper.text('?');
      else if (code !== carriageReturn) paper.skipped.push(nameOfCode(code));
      at += 1;
    }
  }
  return { items: paper.items, skipped: countByName(paper.skipped) };
}
