import type { Picture } from '../../../../shared/printing/picture.ts';

/** A picture as text, `#` for black, a line a row. */
export const dots = ({ widthDots, rows, bits }: Picture): readonly string[] =>
  Array.from({ length: rows }, (_, y) =>
    Array.from(bits.subarray((y * widthDots) / 8, ((y + 1) * widthDots) / 8), (byte) =>
      byte.toString(2).padStart(8, '0').replaceAll('0', '.').replaceAll('1', '#'),
    ).join(''),
  );
