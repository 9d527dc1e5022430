import type { Picture } from '../printing/picture.ts';

/** What one `GS v 0` prints, as a part of a stream: rows of so many bytes each. */
export interface PictureSlice {
  readonly rowBytes: number;
  readonly bits: Uint8Array;
}

const headerBytes = 6;

/** The mode `0` (or its digit): each dot as it is. The others print it twice as wide, as high, or both. */
const isDotForDot = (mode: number | undefined): boolean => mode === 0 || mode === 0x30;

/**
 * The slice that a whole `GS v 0 m xL xH yL yH d…` prints.
 *
 * @param given its arguments, from the `0` on; as many as it says, so that no size in it is larger than the input.
 * @returns `undefined` for an enlarged one and one without dots.
 */
export function sliceOf(given: Uint8Array): PictureSlice | undefined {
  const [zero, mode, low = 0, high = 0] = given;
  const bits = given.subarray(headerBytes);
  return zero === 0x30 && isDotForDot(mode) && bits.length > 0
    ? { rowBytes: low + 256 * high, bits }
    : undefined;
}

/** Slices of one width, put together. */
export class PictureBuilder {
  readonly #rowBytes: number;
  readonly #slices: Uint8Array[] = [];

  constructor(rowBytes: number) {
    this.#rowBytes = rowBytes;
  }

  isAsWideAs(slice: PictureSlice): boolean {
    return slice.rowBytes === this.#rowBytes;
  }

  add({ bits }: PictureSlice): void {
    this.#slices.push(bits);
  }

  picture(): Picture {
    const bits = new Uint8Array(this.#slices.reduce((sum, slice) => sum + slice.length, 0));
    let at = 0;
    for (const slice of this.#slices) {
      bits.set(slice, at);
      at += slice.length;
    }
    return { widthDots: this.#rowBytes * 8, rows: bits.length / this.#rowBytes, bits };
  }
}
