import type { Codes } from './argument-lengths.ts';

const noByte = /[^\0-\xff\ufffd]/g;

/** A text as the codes of a printer, for those of its characters that can be bytes. */
export class TextCodes implements Codes {
  readonly length: number;
  readonly #text: string;
  #endOfBytes = -1;

  constructor(text: string) {
    this.#text = text;
    this.length = text.length;
  }

  at(index: number): number | undefined {
    return index < this.length ? this.#text.charCodeAt(index) : undefined;
  }

  /** The index of the first character from `at` on that can be no byte of a command, or the text's length. */
  endOfBytes(at: number): number {
    if (this.#endOfBytes < at) {
      noByte.lastIndex = at;
      this.#endOfBytes = noByte.exec(this.#text)?.index ?? this.length;
    }
    return this.#endOfBytes;
  }
}
