import { plainStyle, type Align, type Line, type Span, type Style } from './document.ts';
import { appendText } from './spans.ts';

const tabWidth = 8;

/** Builds lines one after the other as a printer does: what is switched on stays on until something else is. */
export class LineBuilder {
  #style: Style = plainStyle;
  #align: Align = 'left';
  /** Of the line under way, which keeps what it began with. */
  #lineAlign: Align = 'left';
  #spans: Span[] = [];
  /** So many characters of single width have been set in the line. */
  #column = 0;

  get style(): Style {
    return this.#style;
  }

  set style(style: Style) {
    this.#style = style;
  }

  /** `characters`: at least one. `width`: how many will be printed for them. */
  text(characters: string, width = characters.length): void {
    // Most lines are one span: a list that is made with it takes much less memory than one that grows.
    if (this.#spans.length === 0) this.#spans = [{ text: characters, style: this.#style }];
    else appendText(this.#spans, characters, this.#style);
    this.#column += this.#style.doubleWidth ? 2 * width : width;
  }

  /** Blanks up to the next multiple of eight columns, of single width and without the underline, which leaves tabs out. */
  tab(): void {
    const blanks = tabWidth - (this.#column % tabWidth);
    appendText(this.#spans, ' '.repeat(blanks), { ...this.#style, doubleWidth: false, underline: false });
    this.#column += blanks;
  }

  /** Acts at a line's beginning only, as in printers; returns whether it did. */
  align(to: Align): boolean {
    if (this.#spans.length > 0) return false;
    this.#align = to;
    this.#lineAlign = to;
    return true;
  }

  /** Plain and to the left, as after `ESC @`; but the line under way is not lost, as a printer's would be. */
  reset(): void {
    this.#style = plainStyle;
    this.#align = 'left';
    if (this.#spans.length === 0) this.#lineAlign = 'left';
  }

  /** The line under way, also an empty one. The next begins. */
  endLine(): Line {
    const line: Line = { align: this.#lineAlign, spans: this.#spans };
    this.#spans = [];
    this.#column = 0;
    this.#lineAlign = this.#align;
    return line;
  }
}
