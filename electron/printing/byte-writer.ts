const isPrintable = (code: number): boolean => code >= 0x20 && code <= 0x7e;

/** Nobody knows beforehand how long a receipt becomes: each is written here first, and kept in memory of its own. */
let draft = new Uint8Array(8192);

/** Writes bytes one after the other. Only one at a time: it must be taken from before the next begins. */
export class ByteWriter {
  #length = 0;

  /** Commands, one character a byte. */
  codes(codes: string): void {
    const end = this.#reserve(codes.length);
    for (let index = 0; index < codes.length; index += 1)
      draft[this.#length + index] = codes.charCodeAt(index);
    this.#length = end;
  }

  /** @throws Error on text outside 0x20 to 0x7E. */
  text(text: string): void {
    const end = this.#reserve(text.length);
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      if (!isPrintable(code)) throw new Error('a receipt was laid out with characters that are not ASCII');
      draft[this.#length + index] = code;
    }
    this.#length = end;
  }

  /** All that was written, in memory of its own. */
  bytes(): Uint8Array {
    return draft.slice(0, this.#length);
  }

  /** Makes room for so many bytes more; returns where they end. */
  #reserve(more: number): number {
    const end = this.#length + more;
    if (end > draft.length) {
      const larger = new Uint8Array(2 * end);
      larger.set(draft);
      draft = larger;
    }
    return end;
  }
}
