import { drawPicture } from './draw-picture.ts';
import type { Picture } from './picture.ts';

/** A picture in shades of grey, row by row, one byte a dot: 0 is black, 255 white. */
export interface GreyPicture {
  readonly width: number;
  readonly rows: number;
  readonly grey: Uint8Array;
}

const white = 255;
const threshold = 128;

/**
 * What a canvas holds (red, green, blue, opacity, four bytes a dot) in shades of grey, as it looks on white paper:
 * what is transparent is white. Weights of ITU-R BT.601.
 */
export function greyOf(rgba: ArrayLike<number>, width: number, rows: number): GreyPicture {
  const grey = Uint8Array.from({ length: width * rows }, (_, dot) => {
    const [red, green, blue, opacity] = [0, 1, 2, 3].map((part) => rgba[4 * dot + part] ?? 0);
    const ink = white - (0.299 * (red ?? 0) + 0.587 * (green ?? 0) + 0.114 * (blue ?? 0));
    return Math.round(white - (ink * (opacity ?? 0)) / white);
  });
  return { width, rows, grey };
}

/**
 * Black dots on white that look like the greys (Floyd and Steinberg, 1976): what a dot is too dark or too light by is
 * made up for by its neighbours to the right and below. What is black and white already stays as it is.
 *
 * @throws RangeError where there are not as many greys as dots.
 */
export function dither({ width, rows, grey }: GreyPicture): Picture {
  if (grey.length !== width * rows) throw new RangeError(`not ${width} × ${rows} dots: ${grey.length}`);
  const left = Float32Array.from(grey);
  const give = (x: number, y: number, error: number): void => {
    if (x >= 0 && x < width && y < rows) left[y * width + x] = (left[y * width + x] ?? 0) + error;
  };
  return drawPicture(width, rows, (x, y) => {
    const wanted = left[y * width + x] ?? white;
    const isBlack = wanted < threshold;
    const error = wanted - (isBlack ? 0 : white);
    give(x + 1, y, (error * 7) / 16);
    give(x - 1, y + 1, (error * 3) / 16);
    give(x, y + 1, (error * 5) / 16);
    give(x + 1, y + 1, error / 16);
    return isBlack;
  });
}
