import type { Picture } from './picture.ts';

/** A picture of so many dots, white around where the width is no multiple of eight; `isBlack` says each dot. */
export function drawPicture(
  width: number,
  rows: number,
  isBlack: (x: number, y: number) => boolean,
): Picture {
  const rowBytes = Math.ceil(width / 8);
  const margin = Math.floor((rowBytes * 8 - width) / 2);
  const bits = new Uint8Array(rowBytes * rows);
  for (let y = 0; y < rows; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = margin + x;
      const byte = y * rowBytes + (at >> 3);
      if (isBlack(x, y)) bits[byte] = (bits[byte] ?? 0) | (0x80 >> (at & 7));
    }
  }
  return { widthDots: rowBytes * 8, rows, bits };
}
