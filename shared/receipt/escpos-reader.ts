import type { Picture } from '../printing/picture.ts';
import type { PrinterProfile } from '../printing/printer-profile.ts';
import { nameOfCode } from './control-names.ts';
import { plainStyle, type Align, type Line, type Span, type Style } from './document.ts';
import { countByName, type DroppedControl } from './dropped-control.ts';
import { readCommand } from './escpos-commands.ts';
import { PictureBuilder, sliceOf } from './picture-builder.ts';
import { styleOfPrintMode } from './print-mode.ts';
import { appendText } from './spans.ts';

export type PrintedItem =
  /** A printed line; without spans, an empty one. */
  | { readonly kind: 'line'; readonly line: Line }
  /** Paper moved on without a line: so many lines of the default pitch, or so many dots. */
  | { readonly kind: 'feed'; readonly by: 'lines' | 'dots'; readonly amount: number }
  /** A picture; slices that followed one another are one. */
  | { readonly kind: 'picture'; readonly align: Align; readonly picture: Picture }
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

/** Commands that change nothing one could see on our receipts, which are ASCII: code page, Chinese mode off. */
const invisible: ReadonlySet<string> = new Set(['FS .', 'ESC t']);

/** A printer's state while it reads, and what it has printed so far. */
class PaperBuilder {
  readonly skipped: string[] = [];
  readonly #items: PrintedItem[] = [];
  readonly #swallowsLineFeed: boolean;
  #spans: Span[] = [];
  #style: Style = plainStyle;
  #align: Align = 'left';
  /** The picture whose slices are coming, and where it began. */
  #picture: { readonly align: Align; readonly slices: PictureBuilder } | undefined;

  constructor(swallowsLineFeed: boolean) {
    this.#swallowsLineFeed = swallowsLineFeed;
  }

  /** Ends what is being printed; of a line that no line feed has ended, nothing is on the paper. */
  finish(): readonly PrintedItem[] {
    this.#endPicture();
    return this.#items;
  }

  text(characters: string): void {
    appendText(this.#spans, characters, this.#style);
  }

  /** @param isAfterPicture whether the line feed comes right behind a picture's last byte. */
  lineFeed(isAfterPicture: boolean): void {
    if (!(isAfterPicture && this.#swallowsLineFeed)) this.#endLine();
  }

  /** `bytes` from `from` to `to` are the command's arguments. */
  command(name: string, bytes: Uint8Array, from: number, to: number): void {
    const first = bytes[from] ?? 0;
    const align = alignments.get(first);
    const isAtLineStart = this.#spans.length === 0;
    if (name === 'ESC !') this.#style = styleOfPrintMode(first);
    else if (name === 'ESC @') this.#reset();
    else if (name === 'ESC d') this.#feed('lines', first);
    else if (name === 'ESC J') this.#feed('dots', first);
    // Alignment, pictures and the cutter work at a line's beginning only (makers' manuals).
    else if (name === 'ESC a' && align !== undefined && isAtLineStart) this.#align = align;
    else if ((name === 'GS V' || name === 'ESC i') && isAtLineStart) this.#put({ kind: 'cut' });
    else if (name === 'GS v' && isAtLineStart && this.#raster(bytes.subarray(from, to))) return;
    else if (!invisible.has(name)) this.skipped.push(name);
  }

  #put(item: PrintedItem): void {
    this.#endPicture();
    this.#items.push(item);
  }

  /** Ends the line, also an empty one. */
  #endLine(): void {
    this.#put({ kind: 'line', line: { align: this.#align, spans: this.#spans } });
    this.#spans = [];
  }

  #feed(by: 'lines' | 'dots', amount: number): void {
    const isMidLine = this.#spans.length > 0;
    if (isMidLine) this.#endLine();
    // The line itself is one of the lines fed.
    const rest = isMidLine && by === 'lines' ? amount - 1 : amount;
    if (rest > 0) this.#put({ kind: 'feed', by, amount: rest });
  }

  /** Whether it was one that is drawn: dot for dot, and of any size. */
  #raster(given: Uint8Array): boolean {
    const slice = sliceOf(given);
    if (slice === undefined) return false;
    if (this.#picture?.align !== this.#align || !this.#picture.slices.isAsWideAs(slice)) this.#endPicture();
    this.#picture ??= { align: this.#align, slices: new PictureBuilder(slice.rowBytes) };
    this.#picture.slices.add(slice);
    return true;
  }

  #endPicture(): void {
    if (this.#picture === undefined) return;
    const { align, slices } = this.#picture;
    this.#items.push({ kind: 'picture', align, picture: slices.picture() });
    this.#picture = undefined;
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
 *
 * @param printer what is known of the printer that would do the same otherwise than most.
 */
export function readEscpos(
  bytes: Uint8Array,
  { swallowsLineFeedAfterPicture }: Pick<PrinterProfile, 'swallowsLineFeedAfterPicture'> = likeMost,
): PrintedPaper {
  const paper = new PaperBuilder(swallowsLineFeedAfterPicture);
  let at = 0;
  let pictureEnd = -1;
  for (let code = bytes[at]; code !== undefined; code = bytes[at]) {
    const command = readCommand(bytes, at);
    if (command !== undefined) {
      const { name, known, whole, end } = command;
      if (known && whole) paper.command(name, bytes, at + 2, end);
      else paper.skipped.push(name);
      if (name === 'GS v') pictureEnd = end;
      at = end;
    } else if (isAscii(code)) {
      const end = endOfText(bytes, at);
      paper.text(String.fromCharCode(...bytes.subarray(at, end)));
      at = end;
    } else {
      if (code === lineFeed) paper.lineFeed(at === pictureEnd);
      else if (code >= 0x80) paper.text('?');
      else if (code !== carriageReturn) paper.skipped.push(nameOfCode(code));
      at += 1;
    }
  }
  return { items: paper.finish(), skipped: countByName(paper.skipped) };
}

const likeMost = { swallowsLineFeedAfterPicture: false };
